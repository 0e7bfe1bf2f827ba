"""The store's answers for a site: a fixed number of questions, however many pages there are."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..graph_loader.store import Store
from ..queries import audit, site, trace
from ..queries.catalogue import Row
from ..queries.changes import changes_by_meeting
from ..queries.profiles import term_ends
from ..visualise.views.parts import nearest
from .records import Body, Document, Fact, Meeting, Named, Person, Place, Records

_PUBLIC = "public"


def read_records(store: Store, public: bool = False) -> Records:
    """Everything that a site shows; members of the public, and what is said of them alone, only with `public`."""
    rows = site.people(store)
    withheld = frozenset() if public else frozenset(r["id"] for r in rows if r["kind"] == _PUBLIC)
    ends = term_ends(store)
    read = {row["id"]: _fact(row) for row in site.facts(store)}
    shown = read if public else {key: fact for key, fact in read.items() if not _is_of_public(fact, withheld)}
    spells = trace.spells(store)
    return Records(
        documents={d.key: d for d in map(_document, site.documents(store))},
        meetings={m.id: m for m in map(_meeting, site.meetings(store))},
        people={p.id: p for p in map(_person, rows) if p.id not in withheld},
        bodies=_hanging(map(_body, site.bodies(store))),
        facts=shown,
        spells=_without(withheld, spells),
        last_listed=_without(withheld, site.last_listed(store)),
        term_ends=ends,
        attendance=_without(withheld, trace.attendance_summary(store)),
        coverage=trace.coverage(store),
        changes=_without(withheld, changes_by_meeting(store, spells, ends)),
        open_names=_undecided(trace.open_mentions(store), withheld),
        audit=_without(withheld, audit.audit(store)),
        councils=site.councils(store),
        withheld=withheld,
        withheld_names={} if public else _names_of_public(read.values(), withheld),
    )


def document_id(key: str) -> str:
    """What the pages call a document by: it stays while the document's key does."""
    return "d-" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]


def _is_of_public(fact: Fact, withheld: frozenset[str]) -> bool:
    """Whether a fact is about members of the public and nobody else."""
    people = [n for n in fact.names if n.of == "person"]
    return bool(people) and all(n.means in withheld or _unknown_public(fact, n) for n in people)


def _unknown_public(fact: Fact, name: Named) -> bool:
    return name.means is None and fact.said.get("capacity") == _PUBLIC


def _names_of_public(facts: Iterable[Fact], withheld: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The names that are blanked in a version: those that it has for members of the public and for nobody else."""
    theirs: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        versions = {place.version for place in fact.places}
        for name in fact.names:
            if name.of == "person":
                hidden = name.means in withheld or _unknown_public(fact, name)
                for version in versions:
                    (theirs if hidden else others)[version].add(name.text)
    return {version: frozenset(names - others[version]) for version, names in sorted(theirs.items())}


def _without(withheld: frozenset[str], rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.get("person_id") not in withheld] if withheld else list(rows)


def _undecided(rows: Iterable[Row], withheld: frozenset[str]) -> list[Row]:
    """Open names of which somebody may be no member of the public."""
    return [row for row in rows if not all(c["person_id"] in withheld for c in row["candidates"])]


def _fact(row: Row) -> Fact:
    return Fact(
        row["id"],
        row["kind"],
        row["said"],
        row["meeting"],
        row["body"],
        row["made_by"],
        row["motion"],
        tuple(Named(n["edge"], n["slot"], n["text"], n["of"], n["means"]) for n in row["names"]),
        tuple(
            Place(
                p["part"], p["rule"], p["version"], p["start"], p["end"], p["line"], p["line_end"], p["page"], p["text"]
            )
            for p in row["places"]
        ),
    )


def _document(row: Row) -> Document:
    names = ("name", "uri", "council", "version", "media_type", "published", "loaded", "warnings", "text")
    return Document(row["key"], document_id(row["key"]), *(row[name] for name in names))


def _meeting(row: Row) -> Meeting:
    given: dict[str, Any] = {n: row[n] or "" for n in ("date", "start", "end", "venue", "mode", "status", "kind")}
    return Meeting(id=row["id"], dates=tuple(row["dates"]), body=row["body"], **given)


def _person(row: Row) -> Person:
    return Person(row["id"], row["name"], row["sort_name"] or row["name"], row["kind"], tuple(row["names"]))


def _hanging(bodies: Iterable[Body]) -> dict[str, Body]:
    """Bodies by id, each part of the nearest above it alone."""
    found = {body.id: body for body in bodies}
    kept = nearest({body.id: body.part_of for body in found.values()})
    return {ident: replace(body, part_of=kept[ident]) for ident, body in found.items()}


def _body(row: Row) -> Body:
    lists = (tuple(row[name]) for name in ("names", "part_of", "succeeded_by"))
    return Body(row["id"], row["name"], row["kind"], row["scope"], *lists)
