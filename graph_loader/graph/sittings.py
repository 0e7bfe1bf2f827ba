"""What spells are made from: facts with the people and bodies that identity found for their names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Listing:
    """A meeting lists a person as one of the body; `inquorate` says that too few came for a meeting."""

    fact: str
    person: str
    body: str
    meeting: str
    date: str
    status: str
    role: str | None
    capacity: str | None
    represents: str | None
    inquorate: bool = False


@dataclass(frozen=True)
class Sitting:
    """A meeting of a body. `complete` says that its minutes also record who did not come."""

    meeting: str
    body: str
    date: str
    complete: bool
    listed: frozenset[str]
    substitutes: frozenset[str]


@dataclass(frozen=True)
class Placing:
    """An agreed or noted appointment, resignation, removal or vacancy."""

    fact: str
    person: str | None
    body: str
    date: str
    action: str
    outcome: str
    role: str | None
    represents: str | None
    holder: str | None
    replaces: str | None
    start: str | None
    end: str | None
    term: str | None
    seat: str | None
    unresolved: str | None


@dataclass(frozen=True)
class Spell:
    """A time on a body. `person` is none for a seat that is vacant or whose holder is not named."""

    person: str | None
    seat: str | None
    body: str
    role: str
    represents: str | None
    start: str
    end: str | None
    certainty: str
    on: tuple[str, ...]
    why: str
    facts: tuple[str, ...]
    state: str | None = None
    holder: str | None = None
