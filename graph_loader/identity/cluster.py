"""A person in the making: profiles of meetings held together by evidence, with vetoes for the whole group.

A veto is asked of everything that two groups hold, never of two names alone: so no chain A–B–C joins A with C.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ..lexicon.person_name import PersonName
from .compare import Evidence, name_evidence, name_vetoes
from .profile import ABSENT, Profile

YEARS_APART = 6
"""A bare surname that was silent for longer than this is not taken for the same person again."""

TWO_TERMS = 8
"""Whoever was silent for longer, and is named by another body then, is taken for somebody else of the name."""


@dataclass
class Cluster:
    """One person as far as is known: profiles, and what they say taken together."""

    profiles: list[Profile] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    judged: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    _names: dict[PersonName, None] = field(default_factory=dict)
    _best: PersonName | None = None

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> Cluster:
        """A cluster of these profiles, the earliest first."""
        found = cls(sorted(profiles, key=lambda p: p.first))
        for profile in found.profiles:
            found._names |= dict.fromkeys(profile.names)
            found.judged |= profile.judged
            found.apart |= profile.apart
        return found

    def take(self, other: Cluster, reason: str) -> None:
        """Takes another cluster in."""
        self.profiles = sorted([*self.profiles, *other.profiles], key=lambda p: p.first)
        self._names |= other._names
        self.judged |= other.judged
        self.apart |= other.apart
        self._best = None
        self.reasons += [*other.reasons, reason]

    @property
    def names(self) -> tuple[PersonName, ...]:
        """The names as written, taken apart, each once."""
        return tuple(self._names)

    @property
    def best(self) -> PersonName:
        """The name that says most; of several the one that most meetings use."""
        if self._best is None:
            self._best = self._find_best()
        return self._best

    def _find_best(self) -> PersonName:
        counts: dict[PersonName, int] = {}
        for profile in self.profiles:
            for name in profile.names:
                counts[name] = counts.get(name, 0) + 1
        return max(counts, key=lambda n: (len(n.given) > 0, len(n.initials), counts[n], n.civic, -len(n.text), n.text))

    @property
    def first(self) -> tuple[str, str, int, str]:
        """Where the person is first named."""
        return self.profiles[0].first

    @property
    def kinds(self) -> set[str]:
        """What records say that the person is."""
        return {k for p in self.profiles for k in p.kinds}

    @property
    def bodies(self) -> set[str]:
        """The bodies at whose meetings the person was named, or to which they were appointed."""
        return {b for p in self.profiles for b in ({p.body} if p.body else set()) | p.bodies}

    @property
    def days(self) -> list[str]:
        """The days of the meetings that name the person, in order."""
        return sorted(p.date for p in self.profiles if p.date)

    @property
    def organisations(self) -> set[str]:
        """The wards, parties and other organisations that lists give, folded."""
        return {o for p in self.profiles for o in p.organisations}

    @property
    def roles(self) -> set[str]:
        """The roles that lists give."""
        return {r for p in self.profiles for r in p.roles}


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
    return _listed_together(one, other)


def _listed_together(one: Cluster, other: Cluster) -> list[Evidence]:
    meetings: dict[str, list[Profile]] = {}
    for profile in one.profiles:
        meetings.setdefault(profile.meeting, []).append(profile)
    for profile in other.profiles:
        for same in meetings.get(profile.meeting, ()):
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
    best = max(pairs, key=lambda found: (sum(e.weight for e in found), len(found)), default=[])
    found = list(best)
    shared = one.bodies & other.bodies
    if shared:
        found.append(Evidence("named at meetings of the same body", 2.0))
    elif one.bodies and other.bodies and "councillor" not in _broad(one.kinds) & _broad(other.kinds):
        found.append(Evidence("never named at meetings of the same body", -1.0))
    posts = _posts(one), _posts(other)
    if posts[0] & posts[1]:
        found.append(Evidence(f"same post, {min(posts[0] & posts[1])}", 3.0))
    elif posts[0] and posts[1] and not shared:
        found.append(Evidence(f"different posts, {min(posts[0])} and {min(posts[1])}", -1.5))
    if one.organisations & other.organisations:
        found.append(Evidence(f"same organisation, {min(one.organisations & other.organisations)}", 1.5))
    kinds = _broad(one.kinds) & _broad(other.kinds)
    if kinds:
        found.append(Evidence(f"both known as {min(kinds)}", 1.0))
    apart = years_between(one, other)
    if apart > TWO_TERMS and not shared:
        found.append(Evidence(f"{apart:.0f} years apart, and never at meetings of the same body", -6.0))
    elif apart > YEARS_APART:
        found.append(Evidence(f"{apart:.0f} years apart", -4.0 if apart > 2 * YEARS_APART else -1.0))
    elif apart <= 1 and one.days and other.days:
        found.append(Evidence("named within a year of each other", 1.0))
    return sorted(found, key=lambda e: (-abs(e.weight), e.reason))


def _broad(kinds: set[str]) -> set[str]:
    """Kinds, with members of a body and councillors as one: a list says `member`, a title says `councillor`."""
    return {"councillor" if k == "member" else k for k in kinds}


def members_first(candidates: list[Cluster], cluster: Cluster) -> list[Cluster]:
    """Of those whom a councillor's name can mean the councillors, where there are any: others only visited."""
    members = [c for c in candidates if c.kinds & {"councillor", "member"}]
    return members if members and "councillor" in cluster.kinds else candidates


def _posts(cluster: Cluster) -> set[str]:
    return {" ".join(r.casefold().split()) for r in cluster.roles if "officer" in cluster.kinds or len(r.split()) > 1}


def score(found: Iterable[Evidence]) -> float:
    """The sum of the weights."""
    return sum(e.weight for e in found)
