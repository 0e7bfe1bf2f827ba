"""Seats that change hands inside a family: from then on the bare surname means somebody else.

Minutes tell it by an appointment: `co-opted in place of the late …`, a resignation, an election after a vacancy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..lexicon.person_name import PersonName, parse_name
from .cluster import Cluster
from .context import NameInContext
from .profile import Profile

_JOINING = frozenset({"co_opt", "elect", "appoint"})
_LEAVING = frozenset({"resign", "remove"})
_FOR_GOOD = frozenset({"died", "disqualified", "lost_seat"})
_MEMBER = frozenset({"", "member", "councillor", "co-opted member", "governor", "trustee", "representative"})


@dataclass(frozen=True)
class Change:
    """Somebody comes to a body, or leaves it, on a day; without a body it is every place of theirs."""

    day: str
    body: str
    name: PersonName
    joins: bool


@dataclass
class Successions:
    """The comings and goings of people of one surname, by body."""

    events: list[Change] = field(default_factory=list)

    def may_be(self, profile: Profile, cluster: Cluster) -> bool:
        """Whether a listing can be somebody's, given when they came and went at that body."""
        for event in self.events:
            if not profile.date or event.body not in {"", profile.body}:
                continue
            if not any(_is(event.name, n) for n in cluster.names):
                continue
            earlier = [p for p in cluster.profiles if event.body in {"", p.body} and p.entries and p.date]
            if event.joins and profile.date < event.day and not any((p.date or "") < event.day for p in earlier):
                return False
            if not event.joins and profile.date > event.day and not any((p.date or "") > event.day for p in earlier):
                return False
        return True

    def between(self, one: Profile, other: Profile) -> bool:
        """Whether somebody of the surname came to the body, or left it, between two listings."""
        if not one.date or not other.date:
            return False
        return any(e.body in {"", one.body} and one.date <= e.day <= other.date for e in self.events)


def _is(event: PersonName, name: PersonName) -> bool:
    if event.given and name.given:
        return event.given[0] == name.given[0]
    return bool(event.initials and name.initials and event.initials[0] == name.initials[0])


def changes_in(names: Iterable[NameInContext]) -> list[Change]:
    """The comings and goings that appointments tell of, each to the body that they are to."""
    found = []
    for mention in names:
        if mention.label == "Departure" and mention.date and mention.properties.get("cause") in _FOR_GOOD:
            name, day = parse_name(mention.text), mention.properties.get("start") or mention.date
            if name.surname:
                found.append(Change(day, "", name, False))
            continue
        if mention.label != "Appointment" or not mention.date or mention.slot not in {"person", "replaces"}:
            continue
        name = parse_name(mention.text)
        p = mention.properties
        body = mention.target_body or ""
        if not name.surname or not body or p.get("outcome") not in {"agreed", "noted"}:
            continue
        if (p.get("role") or "").casefold() not in _MEMBER:
            continue
        if mention.slot == "replaces":
            found.append(Change(p.get("start") or mention.date, body, name, False))
        elif p["action"] in _JOINING and p["action"] != "continue":
            found.append(Change(p.get("start") or mention.date, body, name, True))
        elif p["action"] in _LEAVING:
            found.append(Change(p.get("end") or mention.date, body, name, False))
    return found


def successions_of(profiles: Iterable[Profile], changes: Iterable[Change]) -> Successions:
    """Those of the changes of one surname that are at bodies whose meetings name somebody of it, by their days."""
    bodies = {p.body for p in profiles if p.body}
    known = (c for c in changes if not c.body or c.body in bodies)
    return Successions(sorted(known, key=lambda e: (e.day, e.body, e.name.text)))
