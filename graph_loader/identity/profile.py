"""One person as one meeting shows them, and the names that a meeting leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..folding import fold
from ..lexicon.person_name import PersonName
from .context import NameInContext
from .outcome import Basis

ABSENT = frozenset({"apologies", "absent"})
MEMBERS = frozenset({"councillor", "member"})
"""Kinds of people who sit on a body."""
VISITORS = frozenset({"public", "guest"})
"""Kinds of people who only came, and perhaps spoke."""

_ACTS = frozenset({"Attendance", "Motion", "Vote"})
_OF_WHO_SITS = frozenset({"Motion", "Vote", "Declaration", "Substitution", "Departure", "Registration"})
"""Records that tell of people who sit on the body that met, or on one of its council."""
_OF_TWO = frozenset(
    {("Appointment", "person"), ("Appointment", "replaces"), ("Substitution", "substitute"), ("Substitution", "absent")}
)
"""Records that tell of two people, with what each of them is in it."""


@dataclass(frozen=True)
class Named:
    """A name that a profile carries: taken apart, and why it is that person's."""

    name: PersonName
    basis: Basis
    reason: str


@dataclass
class Profile:
    """One person as one meeting shows them.

    `entries` are the places in lists, as (list, fact); `names` are the names as written, taken apart, `listed` those
    of lists; `kinds` what the records say that the person is. `council` are the words of its own that the name of a
    whole council has that met, none where another body did. `acts` is whether the person is listed or moves or votes
    there, `sits` whether anything shows that the person may be a member: lists, titles, votes, a place on a body of
    the council. `died` is the day of which the minutes say it. `parts` are the parts that the person has in records
    that tell of two people: who takes the place of one is not that one; `eras` say so of deaths that may be the
    person's.
    `judged` are the mentions of it that a human decided on, `apart` those of others that it must not be one person
    with. `first` is the position of the earliest mention.
    """

    meeting: str
    date: str | None
    body: str | None
    first: tuple[str, str, int, str]
    mentions: dict[str, Named] = field(default_factory=dict)
    names: list[PersonName] = field(default_factory=list)
    listed: list[PersonName] = field(default_factory=list)
    entries: set[tuple[int, str]] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    initials_key: str | None = None
    council: str | None = None
    acts: bool = False
    sits: bool = False
    died: str | None = None
    parts: dict[str, str] = field(default_factory=dict)
    eras: dict[str, str] = field(default_factory=dict)
    judged: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()

    @property
    def best(self) -> PersonName:
        """The name that says most."""
        return max(self.names, key=lambda n: (len(n.given), len(n.initials), n.gender is not None, n.text))

    @property
    def tells_more(self) -> bool:
        """Whether the meeting names the person by more than a surname."""
        return any(not n.bare for n in self.names)

    @property
    def side(self) -> str:
        """On which side of the table lists put the person: an officer, or anybody else."""
        return "officer" if "officer" in self.kinds and "councillor" not in self.kinds else "other"

    def add(self, mention: NameInContext, name: PersonName, basis: Basis, reason: str) -> None:
        """Takes a name of the meeting in."""
        self.mentions[mention.id] = Named(name, basis, reason)
        if name not in self.names:
            self.names.append(name)
        self.first = min(self.first, mention.position)
        p = mention.properties
        if mention.label == "Attendance":
            self.listed.append(name)
            self.statuses.add(p["status"])
            if not only_spoke(mention):
                self.entries.add((p.get("list") or 0, mention.fact))
            self.kinds |= kinds_of(p.get("capacity"), p["status"], name)
            if p.get("role"):
                self.roles.add(p["role"])
            if p.get("organisation"):
                self.organisations.add(fold(p["organisation"]))
            self.initials_key = self.initials_key or p.get("initials")
            if p["status"] != "in_attendance" and p.get("capacity") not in {"officer", *VISITORS}:
                self.sits = True
        elif name.civic:
            self.kinds.add("councillor")
        if mention.target_body:
            self.bodies.add(mention.target_body)
        self.take_part(mention)

    def take_part(self, mention: NameInContext) -> None:
        """Notes what a record says that its person does or suffers."""
        p = mention.properties
        self.acts = self.acts or mention.label in _ACTS
        self.sits = self.sits or bool(self.kinds & MEMBERS) or mention.label in _OF_WHO_SITS
        if mention.label == "Appointment" and not to_outside(mention):
            self.sits = True
        if mention.label == "Departure" and p.get("cause") == "died":
            day = p.get("start") or mention.date
            self.died = min(day, self.died) if day and self.died else day or self.died
        if (mention.label, mention.slot) in _OF_TWO:
            self.parts[mention.fact] = mention.slot


@dataclass(frozen=True)
class Open:
    """A name, by its id, that its meeting does not decide: the profiles of the meeting that it may mean, or none.

    `elsewhere` are the people of further such profiles, where these are not decided together with it.
    """

    mention: str
    candidates: tuple[Profile, ...]
    reason: str
    elsewhere: tuple[str | None, ...] = ()


def only_spoke(mention: NameInContext) -> bool:
    """Whether the minutes let somebody speak whom no list has: often a listed name that is written otherwise."""
    p = mention.properties
    return mention.label == "Attendance" and p["status"] == "in_attendance" and p.get("list") is None


def to_outside(mention: NameInContext) -> bool:
    """Whether the minutes put somebody on a body that is none of the council's, as residents are put too."""
    return mention.label == "Appointment" and mention.properties.get("body_kind") == "external_body"


def kinds_of(capacity: str | None, status: str, name: PersonName) -> set[str]:
    """What a list says that somebody is: the capacity that it states, or what the title shows."""
    if capacity == "officer":
        return {"officer"}
    if name.civic:
        return {"councillor"}
    if capacity in {"representative", "co_opted"}:
        return {"representative"}
    if capacity is not None and capacity in VISITORS:
        return {capacity}
    if capacity == "member" and status in {"present", *ABSENT}:
        return {"member"}
    return set()
