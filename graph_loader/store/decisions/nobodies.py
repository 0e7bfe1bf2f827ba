"""Names that a human says are nobody's: no people and no bodies, wherever a council's minutes write them so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...folding import fold
from ...graph.fact_rows import FactRow
from ..write import Ask

Nobodies = frozenset[tuple[str, str]]
"""`person` or `body`, and the name folded."""


def nobodies_of(ask: Ask, scope: str) -> Nobodies:
    """What decisions say are nobody's names in a scope."""
    found = ask(
        "MATCH (d:Decision {verdict: 'nobody'}) UNWIND d.one AS id MATCH (m:Mention {id: id, scope: $scope}) "
        "RETURN DISTINCT m.of AS of, m.text AS text",
        scope=scope,
    )
    return frozenset((row["of"], fold(row["text"])) for row in found)


def without_nobodies(ask: Ask, scope: str, facts: Iterable[FactRow]) -> list[FactRow]:
    """Facts of a scope without the names that are nobody's."""
    nobodies = nobodies_of(ask, scope)
    if not nobodies:
        return list(facts)
    return [replace(f, names=tuple(n for n in f.names if (n.of, fold(n.text)) not in nobodies)) for f in facts]
