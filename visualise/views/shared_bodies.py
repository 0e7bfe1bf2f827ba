"""Who shares bodies with whom: one connection for each pair of people and each body on which they met."""

from __future__ import annotations

from collections.abc import Iterable

from ...queries.catalogue import Row
from ..model import Edge

_LEVELS = ("certain", "appointed", "likely")
_MOST_FACTS = 6
"""A pair that met at fifty meetings has a hundred passages behind it: the first and the last say from when to when."""


def shared_edges(rows: Iterable[Row], people: set[str], body_id: str | None) -> tuple[Edge, ...]:
    """The connections between these people, on one body where it is given.

    `rows` are those of `map_shared_bodies`: a pair with several spells on one body becomes one connection from the
    first to the last day together, as certain as the most certain of them.
    """
    met: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        if row["source"] in people and row["target"] in people and body_id in {None, row["body_id"]}:
            met.setdefault((row["source"], row["target"], row["body_id"]), []).append(row)
    return tuple(_edge(key, of) for key, of in sorted(met.items()))


def _edge(key: tuple[str, str, str], rows: list[Row]) -> Edge:
    source, target, body_id = key
    facts = list(dict.fromkeys(fact for row in rows for fact in row["facts"]))
    starts = [row["from"] for row in rows]
    ends = [row["to"] for row in rows]
    times = f"{len(rows)} times" if len(rows) > 1 else "once"
    return Edge(
        id=f"shares {source} {target} {body_id}",
        kind="shares",
        source=source,
        target=target,
        role=rows[0]["body"],
        start=None if None in starts else min(starts),
        end=None if None in ends else max(ends),
        certainty=min((row["certainty"] for row in rows), key=_LEVELS.index),
        why=f"their times on {rows[0]['body']} overlap {times}",
        body=rows[0]["body"],
        facts=tuple(facts if len(facts) <= _MOST_FACTS else facts[: _MOST_FACTS // 2] + facts[-_MOST_FACTS // 2 :]),
    )
