"""How long every spell of the store lasts, as the terms of councils leave it: for rules and for pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..graph_loader.store import Store
from . import trace
from .catalogue import Row
from .tenures import settled

_NEVER = "0000"
"""Before every day: what nothing is left of."""


def lasting(store: Store, term_ends: Mapping[str, Sequence[str]]) -> dict[str, Row | None]:
    """Every spell by the id of its edge, or none where a council's term between breaks what was inferred."""
    return {row["id"]: settled(row, term_ends.get(row["scope"], ())) for row in trace.spells(store)}


def last_days(store: Store, term_ends: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The last day of every spell without an end of its own, or that a council's term breaks, by the id of its edge."""
    found = {}
    for spell in trace.spells(store):
        row = settled(spell, term_ends.get(spell["scope"], ()))
        if row is None:
            found[spell["id"]] = _NEVER
        elif spell["to"] is None and row["until"]:
            found[spell["id"]] = row["until"]
    return found
