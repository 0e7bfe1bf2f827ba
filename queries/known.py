"""Who sat on a body by what the documents said that were known on a day: the facts of these alone, followed up anew.

A version of a document is known from the day on which it was published; where that is not recorded, from the meeting
that approved the minutes; otherwise not before its meeting, so that the answer may be too early and says so.
Whom names mean is decided anew as well, from the known facts and from the decisions of reviewers that hold now.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from ..graph_loader.following import what_follows
from ..graph_loader.graph.fact_rows import FactRow, NameRow
from ..graph_loader.graph.rows import EdgeRow, Rows
from ..graph_loader.store import Store
from ..graph_loader.store.decisions.judgements import kept_judgements
from ..graph_loader.store.shortcuts.rebuild import council_of_scope
from ..graph_loader.store.standing_facts import READ_LABELS
from . import trace
from .catalogue import Row, run
from .tenures import Answer, OfBody, places_elsewhere, who_sat
from .who_sat import first_places

Basis = Literal["published", "approved", "meeting"]

_WORDS: dict[str, str] = {
    "published": "published on {day}",
    "approved": "approved at the meeting of {day}",
    "meeting": "not before the meeting of {day}",
}
_COUNTED: dict[Basis, str] = {
    "published": "by the day of publication",
    "approved": "by the meeting that approved them",
    "meeting": "not before their meeting, which may be too early",
}


@dataclass(frozen=True)
class Known:
    """A version of a document, the day from which it can have been known, and what that rests on."""

    version: str
    document: str
    day: str
    basis: Basis

    @property
    def words(self) -> str:
        """From when, in words."""
        return _WORDS[self.basis].format(day=self.day)


@dataclass(frozen=True)
class KnownAnswer:
    """An answer whose rows have `known` (a day) and `basis` too; what all of it rests on; the last day it tells of."""

    answer: Answer
    basis: str
    to: str | None

    @property
    def rows(self) -> list[Row]:
        """Who sat."""
        return self.answer.rows


def known_versions(store: Store, scope: str, day: str) -> list[Known]:
    """Of each document of a council the version that was the newest one known on an ISO day."""
    found = []
    rows = run(store, "known_versions", scope=scope)
    for _, group in groupby(rows, key=lambda row: row["document_key"]):
        versions = [known for row in group if (known := _known(row)) and known.day[:10] <= day]
        found += versions[-1:]
    return found


def _known(row: Row) -> Known | None:
    """When a version can have been known; approval counts for the newest one, which is what was approved."""
    if row["published"]:
        return Known(row["version"], row["document"], row["published"], "published")
    if row["approved"] and row["current"]:
        return Known(row["version"], row["document"], row["approved"], "approved")
    return Known(row["version"], row["document"], row["met"], "meeting") if row["met"] else None


def who_sat_known_by(
    store: Store,
    body_id: str,
    from_: str | None,
    to: str | None,
    known_by: str,
    term_ends: Sequence[str] | None = None,
) -> KnownAnswer:
    """Who sat on a body from one ISO day to another by what was known on a third; without days: at the latest meeting
    of the body that was known then.
    """
    names = trace.body_names(store, body_id)
    versions = {k.version: k for k in known_versions(store, names["scope"], known_by)}
    documents = len({r["document_key"] for r in run(store, "known_versions", scope=names["scope"])})
    rows = _derived(store, names["scope"], list(versions))
    of = of_bodies(rows, _bodies_then(rows, body_id, names["mentions"]), names["name"], body_id, names["kind"])
    if from_ is None or to is None:
        from_ = to = of.last_known
    basis, ends = _basis(known_by, list(versions.values()), documents), term_ends or ()
    if from_ is None or to is None:
        return KnownAnswer(Answer([], notes=["no minutes of this body were known then"]), basis, to)
    answer = who_sat(of, from_, to, ends)
    if of.kind == "council":
        answer = answer.with_elsewhere(places_elsewhere(sent_to(rows, body_id), from_, to, ends))
    answer = _with_people_of_now(store, rows, answer)
    return KnownAnswer(_with_evidence(store, answer, versions), basis, to)


def _basis(known_by: str, known: Sequence[Known], documents: int) -> str:
    counts = Counter(k.basis for k in known)
    parts = [f"{counts[basis]} {_COUNTED[basis]}" for basis in _COUNTED if counts[basis]]
    return f"{len(known)} of {documents} documents were known by {known_by}" + (
        f": {'; '.join(parts)}" if parts else ""
    )


def _derived(store: Store, scope: str, versions: Sequence[str]) -> Rows:
    labels = READ_LABELS.split("|")
    facts = [
        FactRow(
            row["id"],
            row["label"],
            row["meeting"],
            row["date"],
            row["properties"]["order"],
            row["properties"],
            tuple(NameRow(**name) for name in row["names"]),
        )
        for row in run(store, "known_facts", scope=scope, versions=list(versions))
        if row["label"] in labels
    ]
    return what_follows(scope, facts, council_of_scope(store.read, scope), kept_judgements(store))


def _edges(rows: Rows, *kind: str) -> Iterable[EdgeRow]:
    return rows.edges.get((kind[0], kind[1], kind[2]), {}).values()


def _bodies_then(rows: Rows, body_id: str, mentions: Sequence[str]) -> set[str]:
    """The bodies that the names of a body mean by what was known: identity may have had them apart."""
    names = set(mentions)
    found = {e.end for e in _edges(rows, "Mention", "REFERS_TO", "Body") if e.start in names}
    return found | ({body_id} & set(rows.nodes.get("Body", {})))


def of_bodies(rows: Rows, bodies: set[str], name: str, body_id: str, kind: str) -> OfBody:
    """What the modules behind `who_sat.of_body` read from the graph, from rows that were never written."""
    nodes = rows.nodes.get("Meeting", {})
    called = [*_edges(rows, "Meeting", "OF", "Body"), *_edges(rows, "Meeting", "CALLED_FOR", "Body")]
    meetings = [nodes[e.start] for e in called if e.end in bodies and nodes[e.start].get("date")]
    return OfBody(
        body=name,
        body_id=body_id,
        kind=kind,
        spells=_spells(rows, bodies),
        last_listed=[
            _of_person(rows, e) | {"listed_on": e.properties["listed_on"]}
            for e in _edges(rows, "Person", "LAST_LISTED", "Body")
            if e.end in bodies
        ],
        meetings=[m | {"loaded_before": m.get("loaded_before")} for m in meetings],
    )


def _spells(rows: Rows, bodies: set[str]) -> list[Row]:
    found = [_of_person(rows, e) for e in _edges(rows, "Person", "SAT_ON", "Body") if e.end in bodies]
    nobody = dict.fromkeys(("person", "person_id", "sort_name", "kind"))
    return found + [_spell(e) | nobody for e in _edges(rows, "Seat", "STATE", "Body") if e.end in bodies]


def _of_person(rows: Rows, edge: EdgeRow) -> Row:
    person = rows.nodes["Person"][edge.start]
    who = {"person": person["name"], "person_id": edge.start, "sort_name": person["sort_name"]}
    return _spell(edge) | who | {"kind": person["kind"]}


def _spell(edge: EdgeRow) -> Row:
    p = edge.properties
    shown = {
        name: p.get(name)
        for name in ("id", "role", "represents", "from", "to", "known_to", "unlisted_from", "certainty")
    }
    more = {name: p.get(name) for name in ("state", "holder", "why", "facts")}
    return shown | more | {"on": p.get("on", []), "far": p.get("far", False)}


def sent_to(rows: Rows, body_id: str) -> list[tuple[OfBody, list[str]]]:
    """The bodies to which a council appoints, as the module `sent_to` gives them."""
    parts = {(e.start, e.end) for e in _edges(rows, "Body", "PART_OF", "Body")}
    made = {e.start for e in _edges(rows, "Appointment", "MADE_BY", "Body") if e.end == body_id}
    facts: dict[str, list[str]] = defaultdict(list)
    for e in _edges(rows, "Appointment", "TO", "Body"):
        if e.start in made and e.end != body_id and not _is_part(parts, e.end, body_id):
            facts[e.end].append(e.start)
    names = rows.nodes.get("Body", {})
    order = sorted(facts, key=lambda body: (names[body]["name"], body))
    return [(of_bodies(rows, {b}, names[b]["name"], b, names[b]["kind"]), facts[b]) for b in order]


def _is_part(parts: set[tuple[str, str]], child: str, parent: str) -> bool:
    above, seen = {child}, {child}
    while above:
        above = {b for a, b in parts if a in above} - seen
        if parent in above:
            return True
        seen |= above
    return False


def _with_people_of_now(store: Store, rows: Rows, answer: Answer) -> Answer:
    """People by the ids under which they can be asked for now: whom most of their names mean."""
    every = (*answer.rows, *answer.last_listed, *answer.elsewhere)
    people = {row["person_id"] for row in every if row["person_id"]}
    names = {e.start: e.end for e in _edges(rows, "Mention", "REFERS_TO", "Person") if e.end in people}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in run(store, "people_meant", mentions=sorted(names)):
        votes[names[row["mention_id"]]][row["person_id"]] += 1
    now = {then: min(v, key=lambda p: (-v[p], p)) for then, v in votes.items()}
    return answer.each(lambda row: row | {"person_id": now.get(row["person_id"], row["person_id"])})


def _with_evidence(store: Store, answer: Answer, versions: Mapping[str, Known]) -> Answer:
    places = first_places(store, answer.facts, sorted(versions))

    def with_known(row: Row) -> Row:
        behind = sorted((p for fact in row["facts"] for p in places.get(fact, ())), key=lambda p: p["place"])
        known = max((versions[p["version"]] for p in behind), key=lambda k: k.day, default=None)
        words = f"{row['why']}; its documents: {known.words}" if known else row["why"]
        return row | {"why": words, "known": known.day if known else None, "basis": known and known.basis}

    return answer.with_places(places).each(with_known)
