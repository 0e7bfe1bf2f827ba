"""Who sat on a body by what the documents said that were known on a day: the facts of these alone, followed up anew.

A version of a document is known from the day on which it was published; where that is not recorded, from the meeting
that approved the minutes; otherwise not before its meeting, so that the answer may be too early and says so.
Whom names mean is decided anew as well, from the known facts and from the decisions of humans that hold now.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from ..graph_loader.following import what_follows
from ..graph_loader.graph.fact_rows import FactRow, NameRow
from ..graph_loader.graph.rows import EdgeRow, Rows
from ..graph_loader.store import Store
from ..graph_loader.store.judgements import kept_judgements
from ..graph_loader.store.rebuild import READ_LABELS, council_of_scope
from . import trace
from .catalogue import Row, run

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
_RANK = {"certain": 0, "appointed": 1, "likely": 2}


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
class Answer:
    """Rows as those of `trace.who_sat`, each with `known` (a day) and `basis`; what all of it rests on in words; the
    last day that it tells of.
    """

    rows: list[Row]
    basis: str
    to: str | None


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
) -> Answer:
    """Who sat on a body from one ISO day to another by what was known on a third; without days: at the latest meeting
    of the body that was known then.
    """
    body = trace.body_names(store, body_id)
    versions = {k.version: k for k in known_versions(store, body["scope"], known_by)}
    documents = len({r["document_key"] for r in run(store, "known_versions", scope=body["scope"])})
    rows = _derived(store, body["scope"], list(versions))
    bodies = _bodies_then(rows, body_id, body["mentions"])
    if from_ is None or to is None:
        from_ = to = _latest_meeting(rows, bodies)
    basis = _basis(known_by, list(versions.values()), documents)
    if from_ is None or to is None or not bodies:
        return Answer([], basis, to)
    found = _sat(rows, bodies, from_, to, term_ends or ())
    found = _with_people_of_now(store, rows, found)
    found = _with_evidence(store, found, versions)
    names = {"body": body["name"], "body_id": body_id}
    return Answer([row | names for row in found], basis, to)


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


def _latest_meeting(rows: Rows, bodies: set[str]) -> str | None:
    held = {e.start for e in _edges(rows, "Meeting", "OF", "Body") if e.end in bodies}
    dates = [m.get("date") for key, m in rows.nodes.get("Meeting", {}).items() if key in held]
    return max((d for d in dates if d), default=None)


def _sat(rows: Rows, bodies: set[str], from_: str, to: str, term_ends: Sequence[str]) -> list[Row]:
    """What the module `who_sat` picks from the graph, picked from rows that were never written."""

    def covers(edge: EdgeRow, p: Mapping[str, Any]) -> bool:
        return edge.end in bodies and p["from"] <= to and (p.get("to") is None or p["to"] >= from_)

    best: dict[str, dict[str, tuple[Any, Row]]] = defaultdict(dict)
    for edge in _edges(rows, "Person", "SAT_ON", "Body"):
        p = ended_by_term(edge.properties, rows.nodes["Person"][edge.start]["kind"], term_ends)
        if covers(edge, p):
            certain = from_ == to and from_ in p.get("on", ())
            row = _spell(p) | {"certainty": "certain" if certain else p["certainty"]}
            rank = _RANK[row["certainty"]], [-ord(c) for c in p.get("to") or "9999"], p["id"]
            if p["role"] not in best[edge.start] or rank < best[edge.start][p["role"]][0]:
                best[edge.start][p["role"]] = rank, row
    found: list[tuple[tuple[str, str, str], Row]] = []
    for person, by_role in best.items():
        node = rows.nodes["Person"][person]
        offices = [role for role in by_role if role != "member"]
        for role in offices or by_role:
            row = by_role[role][1] | {"person": node["name"], "person_id": person, "holder": None, "state": None}
            found.append(((node["sort_name"], role, row["from"]), row | {"open_days": None}))
    for edge in _edges(rows, "Seat", "STATE", "Body"):
        p = edge.properties
        if covers(edge, p):
            row = _spell(p) | {"certainty": p["certainty"], "person": None, "person_id": None}
            row |= {"holder": p.get("holder"), "state": p["state"], "open_days": open_days(p, to)}
            sort = "~" + (p.get("represents") or p.get("holder") or p["role"])
            found.append(((sort, p["role"], p["from"]), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def ended_by_term(spell: Mapping[str, Any], kind: str, term_ends: Sequence[str]) -> Mapping[str, Any]:
    """A spell as the council's terms leave it: a councillor's appointment without a stated end ends with the term."""
    if kind != "councillor" or spell.get("represents") or spell["certainty"] != "appointed":
        return spell
    if spell.get("to") is not None:
        return spell
    end = next((day for day in term_ends if day >= spell["from"]), None)
    if end is None:
        return spell
    why = f"{spell['why']}; the council’s term ends on {end}, by its profile"
    return {**spell, "to": end, "why": why}


def _spell(p: Mapping[str, Any]) -> Row:
    shown = {name: p.get(name) for name in ("role", "represents", "from", "to", "why")}
    return shown | {"facts": list(p["facts"])}


def open_days(spell: Mapping[str, Any], to: str) -> int | None:
    """How long a vacant seat had been open, in days: to the day asked for, or to that on which it was filled."""
    last = min(spell.get("to") or "9999", to)
    if spell["state"] != "vacant" or last >= "9999":
        return None
    return (date.fromisoformat(last) - date.fromisoformat(spell["from"])).days


def _with_people_of_now(store: Store, rows: Rows, found: list[Row]) -> list[Row]:
    """People by the ids under which they can be asked for now: whom most of their names mean."""
    people = {row["person_id"] for row in found if row["person_id"]}
    names = {e.start: e.end for e in _edges(rows, "Mention", "REFERS_TO", "Person") if e.end in people}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in run(store, "people_meant", mentions=sorted(names)):
        votes[names[row["mention_id"]]][row["person_id"]] += 1
    now = {then: min(v, key=lambda p: (-v[p], p)) for then, v in votes.items()}
    return [row | {"person_id": now.get(row["person_id"], row["person_id"])} for row in found]


def _with_evidence(store: Store, found: list[Row], versions: Mapping[str, Known]) -> list[Row]:
    facts = sorted({f for row in found for f in row["facts"]})
    places: dict[str, list[Row]] = defaultdict(list)
    for place in run(store, "passages_of_versions", facts=facts, versions=sorted(versions)):
        places[place["fact_id"]].append(place)
    rows = []
    for row in found:
        behind = sorted((p for f in row["facts"] for p in places[f]), key=lambda p: p["place"])
        known = max((versions[p["version"]] for p in behind), key=lambda k: k.day, default=None)
        first = behind[0] if behind else {}
        said = {name: first.get(name) for name in ("document", "line", "quote")}
        words = f"{row['why']}; its documents: {known.words}" if known else row["why"]
        rows.append(row | said | {"why": words, "known": known.day if known else None, "basis": known and known.basis})
    return rows
