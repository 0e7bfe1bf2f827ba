"""What tenures are made from, facts with the people and bodies that identity found for their names, and the tenures."""

from __future__ import annotations

from dataclasses import dataclass, field


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
    """A meeting of a body. `complete` says that its minutes also record who did not come.

    `perhaps` are people whom a name of the list that is not decided may mean; `approves` are the days of the meetings
    whose minutes were before it; `annual` says that it is the annual meeting.
    """

    meeting: str
    body: str
    date: str
    complete: bool
    listed: frozenset[str]
    substitutes: frozenset[str]
    perhaps: frozenset[str] = frozenset()
    approves: frozenset[str] = frozenset()
    annual: bool = False

    def is_without(self, person: str) -> bool:
        """Whether it speaks against somebody's membership: a complete list without them."""
        return self.complete and person not in self.listed and person not in self.perhaps


@dataclass(frozen=True)
class Placing:
    """An agreed or noted appointment, resignation, removal or vacancy; `maker` is the body that made it."""

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
    order: int = 0
    maker: str | None = None

    @property
    def said(self) -> tuple[str, int, str]:
        """Where it was said: the day of the meeting, the place in its minutes, the fact."""
        return self.date, self.order, self.fact


@dataclass(frozen=True)
class Departed:
    """Somebody died, lost the seat, was disqualified or suspended; `body` is none where it holds for every place."""

    fact: str
    person: str
    date: str
    cause: str
    body: str | None
    start: str | None
    end: str | None
    term: str | None
    order: int = 0


@dataclass(frozen=True)
class Registered:
    """A register of members says that somebody sits or sat on a body; days as exact as it has them.

    `as_of` is the day of the register, up to which an entry without an end holds.
    """

    fact: str
    person: str
    body: str
    register: str
    role: str | None
    represents: str | None
    start: str | None
    end: str | None
    as_of: str | None
    order: int = 0


@dataclass(frozen=True)
class Evidence:
    """All that tenures are made from; `councils` are the bodies whose members sit on the others as such."""

    listings: tuple[Listing, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    placings: tuple[Placing, ...] = ()
    departed: tuple[Departed, ...] = ()
    councils: frozenset[str] = frozenset()
    registered: tuple[Registered, ...] = ()


@dataclass(frozen=True)
class Spell:
    """A time on a body. `person` is none for a seat that is vacant or whose holder is not named.

    `end` is none while nothing ended it: it is known up to `known_to` and no further then, and not even so far where
    all complete lists from `unlisted_from` on lack the person. `far` marks what is inferred
    over more than twelve months, which the end of a council's term between breaks. `register` is the register of
    members that says it, where one does.
    """

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
    known_to: str | None = None
    unlisted_from: str | None = None
    far: bool = False
    register: str | None = None


@dataclass(frozen=True)
class LastListed:
    """Who was a member at a body's latest list, and the days after it with nothing against that: no claim."""

    person: str
    body: str
    role: str
    represents: str | None
    listed_on: str
    start: str
    end: str
    why: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Tenures:
    """All spells and last listings of a scope, in a fixed order."""

    spells: tuple[Spell, ...] = ()
    last_listed: tuple[LastListed, ...] = field(default=())
