"""A person in the making: profiles of meetings held together by evidence, with vetoes for the whole group.

A veto is asked of everything that two groups hold, never of two names alone: so no chain A–B–C joins A with C.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..lexicon.person_name import PersonName
from .compare import Evidence, name_evidence, name_vetoes, weighed
from .profile import ABSENT, MEMBERS, Profile

YEARS_APART = 6
"""A bare surname that was silent for longer than this is not taken for the same person again."""

TWO_TERMS = 8
"""Whoever was silent for longer, and is named by another body then, is taken for somebody else of the name."""


@dataclass
class Cluster:
    """One person as far as is known: profiles from the earliest, and what they say taken together."""

    profiles: list[Profile] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    judged: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    kinds: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    days: list[str] = field(default_factory=list)
    meetings: dict[str, list[Profile]] = field(default_factory=dict)
    parts: dict[str, set[str]] = field(default_factory=dict)
    died: str | None = None
    began: str | None = None
    acted: str | None = None
    sits: bool = False
    councils: set[str] = field(default_factory=set)
    _names: dict[PersonName, int] = field(default_factory=dict)
    _best: PersonName | None = None

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> Cluster:
        """A cluster of these profiles."""
        found = cls()
        found._add(sorted(profiles, key=_first))
        return found

    def take(self, other: Cluster, reason: str) -> None:
        """Takes another cluster in."""
        self._add(other.profiles)
        self.reasons += [*other.reasons, reason]

    def _add(self, profiles: Sequence[Profile]) -> None:
        """Adds profiles that are in the order of time; what is known of all is brought up to date, not made anew."""
        known = len(self.profiles)
        self.profiles += profiles
        if known and profiles and _first(self.profiles[known - 1]) > _first(profiles[0]):
            self.profiles.sort(key=_first)
        for profile in profiles:
            for name in profile.names:
                self._names[name] = self._names.get(name, 0) + 1
            self.judged |= profile.judged
            self.apart |= profile.apart
            self.kinds |= profile.kinds
            self.bodies |= profile.bodies
            if profile.body:
                self.bodies.add(profile.body)
            self.organisations |= profile.organisations
            self.roles |= profile.roles
            self.sits = self.sits or profile.sits
            self.meetings.setdefault(profile.meeting, []).append(profile)
            for fact, part in (*profile.parts.items(), *profile.eras.items()):
                self.parts.setdefault(fact, set()).add(part)
            if profile.died:
                self.died = min(self.died or profile.died, profile.died)
            if profile.acts and profile.date:
                self.began = min(self.began or profile.date, profile.date)
                self.acted = max(self.acted or profile.date, profile.date)
            if profile.council is not None:
                self.councils.add(profile.council)
            if profile.date:
                insort(self.days, profile.date)
        self._best = None

    @property
    def names(self) -> tuple[PersonName, ...]:
        """The names as written, taken apart, each once."""
        return tuple(self._names)

    @property
    def best(self) -> PersonName:
        """The name that says most; of several the one that most meetings use."""
        if self._best is None:
            counts = self._names
            self._best = max(
                counts, key=lambda n: (len(n.given) > 0, len(n.initials), counts[n], n.civic, -len(n.text), n.text)
            )
        return self._best

    @property
    def is_dead(self) -> bool:
        """Whether the minutes say that the person died, and never name them at a later meeting."""
        return bool(self.died) and not (self.acted and self.died and self.acted > self.died)

    @property
    def first(self) -> tuple[str, str, int, str]:
        """Where the person is first named."""
        return self.profiles[0].first


def _first(profile: Profile) -> tuple[str, str, int, str]:
    return profile.first


def years_between(one: Cluster, other: Cluster) -> float:
    """Years between the two nearest meetings of two clusters; nought where they overlap or a day is unknown."""
    a, b = one.days, other.days
    if not a or not b or (a[0] <= b[-1] and b[0] <= a[-1]):
        return 0.0
    first, second = (a[-1], b[0]) if a[-1] < b[0] else (b[-1], a[0])
    return (_day(second) - _day(first)).days / 365.25


def _day(value: str) -> date:
    return date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)


def vetoes(one: Cluster, other: Cluster) -> list[Evidence]:
    """Everything that excludes that two clusters are one person; what a human decided comes first."""
    if one.apart & other.judged:
        return [Evidence("a human judged that they are different people", 0, True)]
    found: list[Evidence] = []
    for a in one.names:
        for b in other.names:
            found += name_vetoes(a, b)
            if found:
                return found
    kinds = one.kinds, other.kinds
    for here, there in (kinds, kinds[::-1]):
        if "officer" in here and "councillor" in there and "officer" not in there:
            return [Evidence("one is an officer, the other a councillor", 0, True)]
    if (
        "officer" in kinds[0] ^ kinds[1]
        and "member" in kinds[0] ^ kinds[1]
        and not ({"officer", "member"} <= kinds[0] or {"officer", "member"} <= kinds[1])
    ):
        return [Evidence("one is listed as an officer, the other as a member", 0, True)]
    return _listed_together(one, other) or _replaced(one, other) or _died(one, other)


def _replaced(one: Cluster, other: Cluster) -> list[Evidence]:
    """Whoever takes a place, or stands in, is not the one who had it, whatever the two are called."""
    for fact in one.parts.keys() & other.parts.keys():
        if one.parts[fact] != other.parts[fact]:
            return [Evidence("the minutes say that the one came after the other", 0, True)]
    return []


def _died(one: Cluster, other: Cluster) -> list[Evidence]:
    """Nobody comes to a meeting after the day of which the minutes say that they died on it.

    Where the same full name acts later the sentence was rather of a relative: “the death of a brother of …”.
    """
    if one.best.given and one.best.given == other.best.given:
        return []
    for dead, living in ((one, other), (other, one)):
        day = dead.died if dead.is_dead else None
        if day and living.began and living.began > day:
            return [Evidence(f"one died by {day}, the other came later, on {living.began}", 0, True)]
    return []


def _listed_together(one: Cluster, other: Cluster) -> list[Evidence]:
    few, many = (one, other) if len(one.profiles) < len(other.profiles) else (other, one)
    for profile in few.profiles:
        for same in many.meetings.get(profile.meeting, ()):
            if {n for n, _ in same.entries} & {n for n, _ in profile.entries}:
                return [Evidence(f"both stand in one list of the meeting of {profile.date}", 0, True)]
            if _sides(same) and _sides(profile) and _sides(same) != _sides(profile):
                return [Evidence(f"present and absent at the meeting of {profile.date} under different names", 0, True)]
            if same.entries and profile.entries:
                return [Evidence(f"the meeting of {profile.date} lists both, as two people", 0, True)]
    return []


def _sides(profile: Profile) -> set[bool]:
    return {s in ABSENT for s in profile.statuses}


def evidence(one: Cluster, other: Cluster) -> list[Evidence]:
    """What speaks for and against that two clusters are one person, the strongest first."""
    pairs = [name_evidence(a, b) for a in one.names for b in other.names]
    best = max(pairs, key=lambda found: (sum(e.weight for e in found), len(found)), default=())
    found = list(best)
    shared = one.bodies & other.bodies
    if shared:
        found.append(weighed("same_body", "named at meetings of the same body"))
    elif one.bodies and other.bodies and "councillor" not in _broad(one.kinds) & _broad(other.kinds):
        found.append(weighed("never_same_body", "never named at meetings of the same body"))
    posts = _posts(one), _posts(other)
    if posts[0] & posts[1]:
        found.append(weighed("same_post", f"same post, {min(posts[0] & posts[1])}"))
    elif posts[0] and posts[1] and not shared:
        found.append(weighed("different_posts", f"different posts, {min(posts[0])} and {min(posts[1])}"))
    if one.organisations & other.organisations:
        found.append(weighed("same_organisation", f"same organisation, {min(one.organisations & other.organisations)}"))
    kinds = _broad(one.kinds) & _broad(other.kinds)
    if kinds:
        found.append(weighed("same_kind", f"both known as {min(kinds)}"))
    apart = years_between(one, other)
    if apart > TWO_TERMS and not shared:
        found.append(weighed("two_terms_elsewhere", f"{apart:.0f} years apart, and never at meetings of the same body"))
    elif apart > YEARS_APART:
        found.append(
            weighed("many_years_apart" if apart > 2 * YEARS_APART else "years_apart", f"{apart:.0f} years apart")
        )
    elif apart <= 1 and one.days and other.days:
        found.append(weighed("within_a_year", "named within a year of each other"))
    return sorted(found, key=lambda e: (-abs(e.weight), e.reason))


def _broad(kinds: set[str]) -> set[str]:
    """Kinds, with members of a body and councillors as one: a list says `member`, a title says `councillor`."""
    return {"councillor" if k == "member" else k for k in kinds}


def members_first(candidates: list[Cluster], cluster: Cluster) -> list[Cluster]:
    """Of those whom a councillor's name can mean the councillors, where there are any: others only visited."""
    members = [c for c in candidates if c.kinds & MEMBERS]
    return members if members and "councillor" in cluster.kinds else candidates


def _posts(cluster: Cluster) -> set[str]:
    return {" ".join(r.casefold().split()) for r in cluster.roles if "officer" in cluster.kinds or len(r.split()) > 1}


def score(found: Iterable[Evidence]) -> float:
    """The sum of the weights."""
    return sum(e.weight for e in found)
