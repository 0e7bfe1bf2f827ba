"""What the store holds, as the pages need it: documents, meetings, people, bodies and facts, joined by their ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..queries.catalogue import Row


@dataclass(frozen=True, slots=True)
class Place:
    """A passage: characters of the text of a version from 0, lines from 1, `page` of a PDF from 1."""

    part: str
    rule: str
    version: str
    start: int
    end: int
    line: int
    line_end: int
    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name as written in a fact: the edge that leads to it, and the id of whom it means, none while that is open."""

    edge: str
    slot: str
    text: str
    of: str
    means: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """What documents say: `said` are its own fields, `body` the body that an appointment or a declaration is about."""

    id: str
    kind: str
    said: Mapping[str, Any]
    meeting: str | None
    body: str | None
    made_by: str | None
    motion: str | None
    names: tuple[Named, ...]
    places: tuple[Place, ...]

    @property
    def statement(self) -> Place | None:
        """The first place that states it."""
        return self.places[0] if self.places else None

    @property
    def date(self) -> str:
        """The day of its meeting, ISO, or nothing."""
        return self.said.get("date") or ""

    def get(self, name: str) -> str:
        """A field as text, or nothing."""
        value = self.said.get(name)
        return "" if value is None else str(value)

    def named(self, edge: str) -> Named | None:
        """The name at the end of an edge, or none."""
        return next((n for n in self.names if n.edge == edge), None)


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its current version; `text` is none where the store holds only what was read of it."""

    key: str
    id: str
    name: str
    uri: str | None
    council: str | None
    version: str
    media_type: str
    published: str | None
    loaded: str
    warnings: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; `date` is ISO, as exact as the document."""

    id: str
    date: str
    dates: tuple[str, ...]
    start: str
    end: str
    venue: str
    mode: str
    status: str
    kind: str
    body: str | None

    @property
    def took_place(self) -> bool:
        """Whether people met."""
        return self.status in {"held", "inquorate", "adjourned"}


@dataclass(frozen=True, slots=True)
class Person:
    """A person, with the names as written."""

    id: str
    name: str
    sort_name: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body; `part_of` and `succeeded_by` are ids of bodies."""

    id: str
    name: str
    kind: str
    scope: str
    names: tuple[str, ...]
    part_of: tuple[str, ...]
    succeeded_by: tuple[str, ...]


@dataclass(frozen=True)
class Records:
    """Everything that a site shows, in the order of the store's answers; what `--public` would add is not in it."""

    documents: Mapping[str, Document]
    meetings: Mapping[str, Meeting]
    people: Mapping[str, Person]
    bodies: Mapping[str, Body]
    facts: Mapping[str, Fact]
    spells: Sequence[Row]
    last_listed: Sequence[Row]
    term_ends: Mapping[str, Sequence[str]]
    attendance: Sequence[Row]
    coverage: Sequence[Row]
    changes: Sequence[Row]
    open_names: Sequence[Row]
    audit: Sequence[Row]
    councils: tuple[str, ...]
    withheld: frozenset[str] = frozenset()
    withheld_names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def withheld_anywhere(self) -> frozenset[str]:
        """Names of members of the public that are nobody else's in the store."""
        theirs = frozenset(name for names in self.withheld_names.values() for name in names)
        return theirs - {name for person in self.people.values() for name in (person.name, *person.names)}

    @cached_property
    def document_of_version(self) -> Mapping[str, Document]:
        """The document that shows a version: of several with the same file the first."""
        found: dict[str, Document] = {}
        for document in self.documents.values():
            found.setdefault(document.version, document)
        return found

    @cached_property
    def facts_of_version(self) -> Mapping[str, list[tuple[Fact, Place]]]:
        """What is stated in a version, in the order of its text."""
        found: dict[str, list[tuple[Fact, Place]]] = defaultdict(list)
        for fact in self.facts.values():
            for place in fact.places:
                found[place.version].append((fact, place))
        for of in found.values():
            of.sort(key=lambda fp: (fp[1].start, -fp[1].end, fp[0].kind, fp[0].id))
        return found

    @cached_property
    def facts_of_meeting(self) -> Mapping[str, list[Fact]]:
        """What is said of a meeting, in the order of the text."""
        return _grouped(self.facts.values(), lambda f: [f.meeting])

    @cached_property
    def facts_of_person(self) -> Mapping[str, list[Fact]]:
        """What is said of somebody, in the order of time."""
        return _grouped(self.facts.values(), lambda f: dict.fromkeys(n.means for n in f.names if n.of == "person"))

    @cached_property
    def meetings_of_body(self) -> Mapping[str, list[Meeting]]:
        """The meetings of a body, in the order of time."""
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings.values():
            if meeting.body:
                found[meeting.body].append(meeting)
        return found

    @cached_property
    def documents_of_meeting(self) -> Mapping[str, list[Document]]:
        """The documents that tell of a meeting: that with most facts first."""
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for fact in self.facts.values():
            if fact.meeting:
                for place in fact.places:
                    counts[fact.meeting][place.version] += 1
        return {
            meeting: [
                self.document_of_version[v]
                for v, _ in sorted(of.items(), key=lambda c: (-c[1], self.document_of_version[c[0]].key))
            ]
            for meeting, of in counts.items()
        }

    @cached_property
    def spells_of_body(self) -> Mapping[str, list[Row]]:
        """Every time on a body, as the store has it."""
        return _rows_by(self.spells, "body_id")

    @cached_property
    def attendance_of_person(self) -> Mapping[str, list[Row]]:
        """How often somebody came, by body."""
        return _rows_by(self.attendance, "person_id")

    @cached_property
    def attendance_of_body(self) -> Mapping[str, list[Row]]:
        """How often members of a body came."""
        return _rows_by(self.attendance, "body_id")

    @cached_property
    def coverage_of_body(self) -> Mapping[str, list[Row]]:
        """Which meetings of a body are held, announced or missing."""
        return _rows_by(self.coverage, "body_id")

    @cached_property
    def changes_of_body(self) -> Mapping[str, list[Row]]:
        """Who joined, who left, from meeting to meeting."""
        return _rows_by(self.changes, "body_id")

    @cached_property
    def findings(self) -> list[Row]:
        """What the audit found, the most serious first."""
        order = {"high": 0, "medium": 1, "low": 2}
        found = [row for row in self.audit if row["verdict"] == "finding"]
        return sorted(found, key=lambda r: (order[r["severity"]], -_day(r["date"]), r["rule"], r["message"]))

    @cached_property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day on which a meeting took place."""
        days = [m.date for m in self.meetings.values() if m.date and m.took_place]
        return (min(days), max(days)) if days else None

    @cached_property
    def as_of(self) -> str:
        """The day of the last load, ISO."""
        return max((d.loaded[:10] for d in self.documents.values()), default="")


def _day(date: str | None) -> int:
    return int((date or "").replace("-", "").ljust(8, "0") or 0)


def _grouped(facts: Iterable[Fact], keys: Any) -> Mapping[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for key in keys(fact):
            if key:
                found[key].append(fact)
    return found


def _rows_by(rows: Iterable[Row], name: str) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row[name]:
            found[row[name]].append(row)
    return found
