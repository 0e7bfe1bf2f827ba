"""Names as written, with where they stand: what decisions of humans are made on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..decisions import Anchor
from .connect import Store

_PLACE = (
    "MATCH (f:Fact)-->(m) "
    "MATCH (m)-[:FOUND_IN]->(s:Passage)-[:IN]->(:Version {superseded: false})"
    "<-[:HAS_VERSION {current: true}]-(d:Document) "
    "OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person) "
    "RETURN m.id AS id, m.text AS text, m.scope AS scope, d.name AS document, s.line_start AS line, "
    "f.id AS fact, f.date AS date, p.id AS person, p.name AS name "
    "ORDER BY date, f.order, id, document, line"
)


@dataclass(frozen=True)
class Written:
    """One name as written: where it stands, in which fact, and whom it means where that is decided."""

    id: str
    text: str
    scope: str
    document: str
    line: int
    fact: str
    date: str | None
    person: str | None
    name: str | None

    @property
    def anchor(self) -> Anchor:
        """What a decision on it is made on."""
        return Anchor(self.id, self.text, self.document, self.line)


def names_written_for(store: Store, person: str) -> list[Written]:
    """All names that mean a person, from the earliest, each once."""
    return _read(store, "MATCH (:Person {id: $id})<-[:REFERS_TO]-(m:Mention) WITH m " + _PLACE, id=person)


def names_with_ids(store: Store, mentions: Sequence[str]) -> list[Written]:
    """The names of people with these ids, from the earliest; ids that are in no current document are left out."""
    query = "UNWIND $ids AS wanted MATCH (m:Mention {id: wanted, of: 'person'}) WITH DISTINCT m " + _PLACE
    return _read(store, query, ids=sorted(set(mentions)))


def _read(store: Store, query: str, **parameters: Any) -> list[Written]:
    found: dict[str, Written] = {}
    for row in store.read(query, **parameters):
        found.setdefault(row["id"], Written(**row))
    return list(found.values())
