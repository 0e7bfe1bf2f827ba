"""Seats that change hands inside a family: from then on the bare surname means somebody else.

Minutes tell it by an appointment: `co-opted in place of the late …`, a resignation, an election after a vacancy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..lexicon.person_name import PersonName, parse_name
from .cluster import Cluster
from .context import NameInContext
from .profile import Profile

_JOINING = frozenset({"co_opt", "elect", "appoint"})
_LEAVING = frozenset({"resign", "remove"})
_MEMBER = frozenset({"", "member", "councillor", "co-opted member", "governor", "trustee", "representative"})


@dataclass(frozen=True)
class _Event:
    day: str
    body: str
    name: PersonName
    joins: bool


@dataclass
class Successions:
    """The comings and goings of people of one surname, by body."""

    events: list[_Event] = field(default_factory=list)

    def may_be(self, profile: Profile, cluster: Cluster) -> bool:
        """Whether a listing can be somebody's, given when they came and went at that body."""
        for event in self.events:
            if event.body != profile.body or not profile.date:
                continue
            if not any(_is(event.name, n) for n in cluster.names):
                continue
            earlier = [p for p in cluster.profiles if p.body == event.body and p.entries and p.date]
            if event.joins and profile.date < event.day and not any((p.date or "") < event.day for p in earlier):
                return False
            if not event.joins and profile.date > event.day and not any((p.date or "") > event.day for p in earlier):
                return False
        return True

    def between(self, one: Profile, other: Profile) -> bool:
        """Whether somebody of the surname came to the body, or left it, between two listings."""
        if not one.date or not other.date:
            return False
        return any(e.body == one.body and one.date <= e.day <= other.date for e in self.events)


def _is(event: PersonName, name: PersonName) -> bool:
    if event.given and name.given:
        return event.given[0] == name.given[0]
    return bool(event.initials and name.initials and event.initials[0] == name.initials[0])


def successions_of(surname: str, profiles: Sequence[Profile], names: Sequence[NameInContext]) -> Successions:
    """The events of people who share a surname, told by appointments to the body itself."""
    bodies: dict[str, int] = defaultdict(int)
    for profile in profiles:
        if profile.body:
            bodies[profile.body] += 1
    found = Successions()
    for mention in names:
        if not mention.date or mention.slot not in {"person", "replaces"}:
            continue
        name = parse_name(mention.text)
        p = mention.properties
        body = mention.target_body or ""
        if name.surname != surname or body not in bodies or p.get("outcome") not in {"agreed", "noted"}:
            continue
        if (p.get("role") or "").casefold() not in _MEMBER:
            continue
        if mention.slot == "replaces":
            found.events.append(_Event(p.get("start") or mention.date, body, name, False))
        elif p["action"] in _JOINING and p["action"] != "continue":
            found.events.append(_Event(p.get("start") or mention.date, body, name, True))
        elif p["action"] in _LEAVING:
            found.events.append(_Event(p.get("end") or mention.date, body, name, False))
    found.events.sort(key=lambda e: (e.day, e.body, e.name.text))
    return found
