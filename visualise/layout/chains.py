"""Appointments as chains from left to right: decision, body, seat or role, person."""

from __future__ import annotations

from ..model import BODY_KINDS, View
from .columns import columned
from .places import Arrangement

_COLUMN = {"resolution": 0, "seat": 2, "role": 2} | dict.fromkeys(BODY_KINDS, 1)


def chains(view: View) -> Arrangement:
    """The arrangement of a view of decisions and whom they put where."""
    return columned(view, {n.id: _COLUMN.get(n.kind, 3) for n in view.nodes})
