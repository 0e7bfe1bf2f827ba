"""What is exported, without saying in which format: people, bodies, meetings, tenures, and the facts behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Document:
    """A document in its current version; `version` is the SHA-256 of its bytes, in hexadecimal digits."""

    key: str
    name: str
    version: str
    scope: str
    uri: str | None = None
    council: str | None = None
    council_basis: str | None = None
    media_type: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Place:
    """A passage that says something: lines count from 1, characters from 0, pages from 1."""

    document: str
    name: str
    sha256: str
    part: str
    rule: str
    line_start: int
    line_end: int
    char_start: int
    char_end: int
    text: str
    page: int | None = None
    uri: str | None = None


@dataclass(frozen=True)
class Name:
    """A name in a slot of a fact, as written; `id` is the person or body that it means, where that is decided."""

    slot: str
    of: str
    text: str
    id: str | None = None
    name: str | None = None
    basis: str | None = None


@dataclass(frozen=True)
class Fact:
    """What documents say: its kind, what it says in `properties`, the names in it, and the passages that say it.

    `body` is the body that met; `motion` the motion that a vote is on; `decided_by` the resolutions of an appointment.
    """

    id: str
    kind: str
    scope: str
    meeting: str
    date: str | None = None
    body: str | None = None
    order: int = 0
    motion: str | None = None
    decided_by: tuple[str, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    places: tuple[Place, ...] = ()

    def name(self, slot: str) -> Name | None:
        """The name in a slot, or none."""
        return next((n for n in self.names if n.slot == slot), None)

    def means(self, slot: str) -> str | None:
        """The id of the person or body that the name in a slot means, or none."""
        found = self.name(slot)
        return found.id if found else None

    def get(self, name: str) -> Any:
        """What the fact says in a field, or none."""
        return self.properties.get(name)


@dataclass(frozen=True)
class Person:
    """A person with all names as written."""

    id: str
    name: str
    sort_name: str
    kind: str
    scope: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Related:
    """Another body: what this one is part of (`stated` or `inferred`), or what took its place (`renamed` …)."""

    id: str
    how: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Body:
    """A body with all names as written, what it is part of, and what took its place."""

    id: str
    name: str
    kind: str
    scope: str
    names: tuple[str, ...] = ()
    part_of: tuple[Related, ...] = ()
    later: tuple[Related, ...] = ()


@dataclass(frozen=True)
class Meeting:
    """A meeting; `status` is that of parsed minutes, and `facts` are the records that tell of it."""

    id: str
    scope: str
    status: str
    body: str | None = None
    date: str | None = None
    dates: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    mode: str | None = None
    kind: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tenure:
    """A time on a body, of a person, or of a seat that is `vacant` or whose holder is `unnamed`.

    `end` is the last day that is known as the end; `until` the last day that the store can tell of, which is none only
    where nothing says when that is. `on` are the days whose lists name the person.
    """

    id: str
    body: str
    role: str
    start: str
    certainty: str
    why: str
    scope: str
    person: str | None = None
    seat: str | None = None
    represents: str | None = None
    end: str | None = None
    until: str | None = None
    on: tuple[str, ...] = ()
    state: str | None = None
    holder: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exported:
    """All that an export holds. Every id that stands in it is the id of something in it, or stays open.

    `start` and `end` are the days that were asked for; `left_out` is how many members of the public are left out.
    """

    title: str
    documents: tuple[Document, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    facts: tuple[Fact, ...] = ()
    start: str | None = None
    end: str | None = None
    left_out: int = 0

    @property
    def people_and_bodies(self) -> tuple[Person | Body, ...]:
        """Everybody and every body."""
        return (*self.people, *self.bodies)

    @cached_property
    def by_id(self) -> dict[str, Person | Body | Meeting | Fact]:
        """People, bodies, meetings and facts by their ids."""
        return {one.id: one for of in (self.people, self.bodies, self.meetings, self.facts) for one in of}

    @cached_property
    def naming(self) -> dict[str, list[str]]:
        """The facts that name each person and each body, in the order of time."""
        found: dict[str, list[str]] = {}
        for fact in self.facts:
            for key in dict.fromkeys(n.id for n in fact.names if n.id):
                found.setdefault(key, []).append(fact.id)
        return found

    @cached_property
    def at_meeting(self) -> dict[str, list[Fact]]:
        """The facts of each meeting."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.meeting, []).append(fact)
        return found

    def of_kind(self, *kinds: str) -> Iterator[Fact]:
        """The facts of these kinds, in the order of time."""
        return (fact for fact in self.facts if fact.kind in kinds)

    def facts_of(self, ids: Iterable[str]) -> tuple[Fact, ...]:
        """The facts of these ids, in their order; ids of what is not in the export are left out."""
        return tuple(fact for key in ids if isinstance(fact := self.by_id.get(key), Fact))

    def senders(self, tenure: Tenure) -> dict[str, tuple[str, ...]]:
        """Whom a tenure represents: the ids of these bodies in order, each with the facts that say so."""
        found: dict[str, set[str]] = {}
        for fact in self.facts_of(tenure.facts):
            sender = fact.means("represents") or fact.means("organisation")
            if sender and sender != tenure.body:
                found.setdefault(sender, set()).add(fact.id)
        return {sender: tuple(sorted(found[sender])) for sender in sorted(found)}

    def places(self, facts: Iterable[str]) -> tuple[Place, ...]:
        """Where these facts are stated, each place once, in the order of documents and of places in them."""
        found = {
            (p.document, p.char_start, p.char_end): p
            for fact in self.facts_of(facts)
            for p in fact.places
            if p.part == "statement"
        }
        return tuple(found[key] for key in sorted(found))

    def first_place(self, facts: Iterable[str]) -> Place | None:
        """The first of the places where these facts are stated, or none."""
        return next(iter(self.places(facts)), None)
