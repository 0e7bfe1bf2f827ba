"""Names as written, with where they stand: what decisions of humans are made on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..decisions import Anchor
from .connect import Store
from .write import Ask

_PLACE = (
    "MATCH (f:Fact)-->(m) "
    "MATCH (m)-[:FOUND_IN]->(s:Passage)-[:IN]->(:Version {superseded: false})"
    "<-[:HAS_VERSION {current: true}]-(d:Document) "
    "OPTIONAL MATCH (m)-[:REFERS_TO]->(p:Person|Body) "
    "RETURN m.id AS id, m.of AS of, m.text AS text, m.scope AS scope, d.name AS document, s.line_start AS line, "
    "f.id AS fact, f.date AS date, p.id AS entity, p.name AS name, s.page AS page, d.uri AS uri "
    "ORDER BY date, f.order, id, document, line"
)


@dataclass(frozen=True)
class Written:
    """One name as written: of a person or a body, where it stands, in which fact, what it means where it is decided."""

    id: str
    of: str
    text: str
    scope: str
    document: str
    line: int
    fact: str
    date: str | None
    entity: str | None
    name: str | None
    page: int | None = None
    uri: str | None = None

    @property
    def anchor(self) -> Anchor:
        """What a decision on it is made on."""
        return Anchor(self.id, self.text, self.document, self.line)


def names_written_for(store: Store, entities: Sequence[str]) -> list[Written]:
    """All names that mean these people or bodies, from the earliest, each once."""
    query = (
        "UNWIND $ids AS wanted MATCH (:Person|Body {id: wanted})<-[:REFERS_TO]-(m:Mention) WITH DISTINCT m " + _PLACE
    )
    return _read(store, query, ids=sorted(entities))


def names_with_ids(store: Store, mentions: Sequence[str]) -> list[Written]:
    """The names with these ids, from the earliest; ids that are in no current document are left out."""
    query = "UNWIND $ids AS wanted MATCH (m:Mention {id: wanted}) WITH DISTINCT m " + _PLACE
    return _read(store, query, ids=sorted(set(mentions)))


def _read(store: Store, query: str, **parameters: Any) -> list[Written]:
    found: dict[str, Written] = {}
    for row in store.read(query, **parameters):
        found.setdefault(row["id"], Written(**row))
    return list(found.values())


@dataclass(frozen=True)
class Known:
    """A person or a body as questions show them: in how many records and meetings, where, as what, and when."""

    id: str
    name: str
    kind: str
    scope: str
    records: int
    meetings: int
    body: str | None
    role: str | None
    first: str | None
    last: str | None

    @property
    def told_by(self) -> str:
        """What tells people of one name apart: office, body and years."""
        years = [day[:4] for day in (self.first, self.last) if day]
        span = "–".join(dict.fromkeys(years))
        return ", ".join(part for part in (self.role or self.kind.replace("_", " "), self.body, span) if part)


_KNOWN = (
    "CALL (e) { MATCH (e)<-[:REFERS_TO]-(:Mention)<--(f:Fact) WITH DISTINCT f MATCH (f)-[:AT|MADE_AT]->(m:Meeting) "
    "RETURN count(DISTINCT f) AS records, count(DISTINCT m) AS meetings, min(f.date) AS first, max(f.date) AS last, "
    "collect(DISTINCT m)[..20] AS some } "
    "CALL (some) { UNWIND some AS m MATCH (m)-[:OF]->(b:Body) WITH b.name AS body, count(*) AS n "
    "RETURN body ORDER BY n DESC, body LIMIT 1 UNION RETURN null AS body } "
    "WITH e, records, meetings, first, last, max(body) AS body "
    "OPTIONAL MATCH (e)-[s:SAT_ON]->(:Body) WHERE s.role <> 'member' "
    "WITH e, records, meetings, first, last, body, min(s.role) AS role "
    "RETURN e.id AS id, e.name AS name, e.kind AS kind, e.scope AS scope, records, meetings, body, role, first, last "
    "ORDER BY id"
)


def known_entities(store: Store, people: Iterable[str] | None) -> dict[str, Known]:
    """What is known of these people, or, where none are given, of all bodies; by their ids."""
    if people is None:
        rows = store.read(
            "MATCH (e:Body) CALL (e) { MATCH (e)<-[:REFERS_TO]-(:Mention)<--(f:Fact) "
            "RETURN count(DISTINCT f) AS records, min(f.date) AS first, max(f.date) AS last } "
            "RETURN e.id AS id, e.name AS name, e.kind AS kind, e.scope AS scope, records, 0 AS meetings, "
            "null AS body, null AS role, first, last ORDER BY id"
        )
    else:
        rows = store.read("UNWIND $ids AS id MATCH (e:Person {id: id}) " + _KNOWN, ids=sorted(set(people)))
    return {row["id"]: Known(**row) for row in rows}


def undecided_pairs(store: Store) -> list[tuple[str, str]]:
    """Pairs of people who may be one, by their ids."""
    rows = store.read(
        "MATCH (b:Block) WHERE b.undecided IS NOT NULL UNWIND b.undecided AS pair RETURN pair ORDER BY pair"
    )
    pairs = (row["pair"].split() for row in rows)
    return [(one, other) for one, other in pairs]


def names_left_open(store: Store) -> list[tuple[Written, list[tuple[str, tuple[str, ...]]]]]:
    """Names of people that are not decided, from the earliest, each with those whom it may mean and why."""
    rows = store.read(
        "MATCH (m:Mention {of: 'person'}) WHERE NOT EXISTS { (m)-[:REFERS_TO]->() } AND m.slot <> 'holder' "
        "AND EXISTS { (m)<--(:Fact) } "
        "OPTIONAL MATCH (m)-[r:MAY_BE]->(p:Person) WITH m, r, p ORDER BY r.score DESC, p.id "
        "RETURN m.id AS id, [x IN collect([p.id, r.reasons]) WHERE x[0] IS NOT NULL] AS people ORDER BY id"
    )
    people = {row["id"]: [(person, tuple(why)) for person, why in row["people"]] for row in rows}
    return [(name, people[name.id]) for name in names_with_ids(store, list(people))]


def meetings_of(ask: Ask, mentions: Sequence[str]) -> list[str]:
    """The meetings at which names are told."""
    rows = ask(
        "UNWIND $ids AS id MATCH (:Mention {id: id})<--(:Fact)-[:AT|MADE_AT]->(m:Meeting) "
        "RETURN DISTINCT m.id AS id ORDER BY id",
        ids=sorted(mentions),
    )
    return [row["id"] for row in rows]


def names_written(store: Store, text: str, of: str) -> list[Written]:
    """All names of people or of bodies that are written exactly so, from the earliest."""
    return _read(store, "MATCH (m:Mention {text: $text, of: $of}) WITH m " + _PLACE, text=text, of=of)
