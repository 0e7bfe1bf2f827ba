"""Rows with the passages behind their facts."""

from __future__ import annotations

from collections.abc import Iterable

from ..graph_loader.store import Store
from .catalogue import Row, run

PLACE = ("document", "line", "quote", "page", "uri")
"""Where a passage stands, in the rows of every answer."""


def with_evidence(store: Store, rows: Iterable[Row]) -> list[Row]:
    """The rows with the first passage of their first fact, and all passages under `evidence`."""
    rows = list(rows)
    wanted = sorted({f for row in rows for f in row["facts"]})
    passages: dict[str, list[Row]] = {}
    for found in run(store, "evidence", facts=wanted) if wanted else ():
        passages.setdefault(found["fact_id"], []).append(found)
    result = []
    for row in rows:
        behind = [p for fact in dict.fromkeys(row["facts"]) for p in passages.get(fact, ())]
        first = behind[0] if behind else {}
        place = {k: first.get(k) for k in PLACE}
        result.append(row | place | {"evidence": behind})
    return result
