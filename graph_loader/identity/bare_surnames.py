"""Bare surnames, body by body and in the order of time: each to the one person whom it can mean then, or open.

A family may hold a seat for decades, so that the years count: whoever a body names more fully is known from the first
to the last of these days. Between the years of two people nobody can tell when the one followed the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..lexicon.name_words import is_given_name
from .cluster import YEARS_APART, Cluster, members_first, vetoes, years_between
from .profile import ABSENT, MEMBERS, VISITORS, Profile
from .successions import Successions

NEAR = 1
"""Years around those in which somebody is known from a body in which a bare surname may still mean them."""

Ambiguous = tuple[Profile, list[Cluster]]
"""A person of one meeting, and the people over all meetings whom they may be."""


def place_bare(bare: list[Profile], clusters: list[Cluster], open_: list[Ambiguous], successions: Successions) -> None:
    """Places the people of single meetings who are known by a surname only, among `clusters` or in `open_`."""
    groups: dict[tuple[str, str, str, str], list[Profile]] = defaultdict(list)
    for profile in sorted(bare, key=lambda p: p.first):
        if _says_too_little(profile):
            clusters.append(Cluster.of([profile]))
            continue
        # Who died is looked for first: nobody who comes later is that person.
        dead = "" if profile.died else "living"
        groups[dead, profile.body or profile.meeting, profile.side, profile.best.gender or ""].append(profile)
    for key in sorted(groups):
        for era in _eras(groups[key], successions):
            _era(era, clusters, open_, successions)


def _says_too_little(profile: Profile) -> bool:
    """Whether a bare name is that of a visitor, or a given name alone: at two meetings it may mean two people."""
    outside = bool(profile.kinds) and profile.kinds <= VISITORS
    name = profile.best
    untitled = not (name.civic or name.professional or name.gender) and " " not in name.text.strip()
    return outside or (untitled and not profile.kinds and is_given_name(name.surname))


def _eras(profiles: list[Profile], successions: Successions) -> list[list[Profile]]:
    """Runs of bare listings that one person can explain: cut at long silence and where a seat changes hands."""
    runs: list[list[Profile]] = []
    run = Cluster()
    for profile in profiles:
        one = Cluster.of([profile])
        if runs:
            before = runs[-1][-1]
            apart = years_between(Cluster.of([before]), one)
            if apart <= YEARS_APART and not vetoes(run, one) and not successions.between(before, profile):
                runs[-1].append(profile)
                run.take(one, "")
                continue
        runs.append([profile])
        run = one
    return runs


@dataclass
class _Known:
    """Somebody of the surname whom the body knows, and the listings that tell in which years."""

    cluster: Cluster
    listings: Cluster

    @classmethod
    def at(cls, cluster: Cluster, bodies: set[str]) -> _Known:
        here = [p for p in cluster.profiles if p.body in bodies or p.bodies & bodies] or cluster.profiles
        return cls(cluster, Cluster.of([p for p in here if p.tells_more] or here))

    def years_from(self, one: Cluster) -> float:
        return years_between(self.listings, one)

    def is_around(self, one: Cluster) -> bool:
        """Whether listings before and after a day show that the person was there."""
        days, day = self.listings.days, one.days
        return bool(days and day) and days[0] <= day[0] <= days[-1]

    def is_before(self, one: Cluster) -> bool:
        days, day = self.listings.days, one.days
        return bool(days and day) and days[-1] < day[0]

    @property
    def well(self) -> bool:
        """Whether more than one meeting knows them by more than the surname."""
        return sum(p.tells_more for p in self.listings.profiles) > 1


@dataclass
class _Era:
    """A run of bare listings on its way: who is known, and the listings that mean nobody of these."""

    known: list[_Known]
    open_: list[Ambiguous]
    successions: Successions
    strangers: list[Profile] = field(default_factory=list)

    def possible(self, profile: Profile) -> list[_Known]:
        """Those whom a listing can mean by itself, whatever the year."""
        one = Cluster.of([profile])
        return [k for k in self.known if not vetoes(k.cluster, one) and self.successions.may_be(profile, k.cluster)]

    def place(self, profile: Profile) -> None:
        """Several are known: a listing goes to the one who is known around that day, if nobody else can be meant."""
        one = Cluster.of([profile])
        possible = self.possible(profile)
        near = [k for k in possible if k.years_from(one) <= NEAR]
        if not near and len(possible) < len(self.known):
            self.strangers.append(profile)  # whoever is known from that time is excluded
        elif len(possible) == 1:
            near[0].cluster.take(one, f"at this meeting “{profile.best.text}” can mean nobody else")
        elif len(near) == 1 and near[0].well and not self._handed_over(near[0], one, possible):
            reason = f"the only one known from that body within a year whom “{profile.best.text}” can mean"
            near[0].cluster.take(one, reason)
        else:
            self.open_.append((profile, [k.cluster for k in (near if len(near) > 1 else possible)]))

    @staticmethod
    def _handed_over(one: _Known, day: Cluster, possible: list[_Known]) -> bool:
        """Whether a day lies between the years of one person and those of another: who sat then is not known."""
        if one.is_around(day):
            return False
        return any(k is not one and k.is_before(day) != one.is_before(day) for k in possible)


def _era(era: list[Profile], clusters: list[Cluster], open_: list[Ambiguous], successions: Successions) -> None:
    """One run: while a body writes one bare surname there is one such person on it, unless several are known.

    That of a member means nobody who only spoke: the body may never write its members more fully.
    """
    whole = Cluster.of(era)
    candidates = [
        c
        for c in clusters
        if (c.sits or not whole.sits)
        and any(not vetoes(c, one) and successions.may_be(one.profiles[0], c) for one in (Cluster.of([p]) for p in era))
    ]
    here = _known_there(members_first(candidates, whole), whole)
    work = _Era([_Known.at(c, whole.bodies) for c in here], open_, successions)
    outside = [p for p in era if not work.possible(p)]
    inside = [p for p in era if work.possible(p)]
    second = _of_a_second(outside, here)
    if second:
        clusters.append(Cluster.of(second))
        work.known.append(_Known.at(clusters[-1], whole.bodies))
        outside = [p for p in outside if p not in second]
    if len(work.known) == 1:
        _only(work.known[0], inside, work)
    else:
        for profile in inside:
            work.place(profile)
    outside += work.strangers
    if outside:
        clusters.append(Cluster.of(outside))


def _known_there(candidates: list[Cluster], whole: Cluster) -> list[Cluster]:
    """Those whom the body knows; or, where it knows nobody of the surname, the one member of its council who has it.

    Whoever sits on a committee sits on the council, so that the rolls of the one tell of the other.
    """
    here = [c for c in candidates if whole.bodies & c.bodies]
    if here or not whole.kinds & MEMBERS:
        return here
    members = [c for c in candidates if c.kinds & MEMBERS]
    return members if len(members) == 1 and _one_council(members[0].councils, whole.councils) else []


def _one_council(one: set[str], other: set[str]) -> bool:
    """Whether a council as a whole met here or there, and not two that are called otherwise."""
    if not one or not other:
        return bool(one or other)
    words = [[set(name.split()) for name in names] for names in (one, other)]
    return any(a <= b or b <= a for a in words[0] for b in words[1])


def _only(known: _Known, era: list[Profile], work: _Era) -> None:
    """One person is known: members as long as a run lasts, others within a year."""
    whole = Cluster.of(era)
    member = bool(whole.kinds & MEMBERS) or (
        whole.acted is not None and not whole.kinds and bool(known.cluster.kinds & MEMBERS)
    )
    for profile in era:
        one = Cluster.of([profile])
        if known.years_from(whole) <= YEARS_APART if member else known.years_from(one) <= NEAR:
            known.cluster.take(one, f"the only one of that body and time whom “{profile.best.text}” can mean")
        else:
            work.strangers.append(profile)


def _of_a_second(outside: list[Profile], here: list[Cluster]) -> list[Profile]:
    """The bare listings that show a second person of the surname on the body, who may be meant elsewhere too.

    One list holds the bare surname beside the known person; or one is present and the other absent, and at more than
    one meeting: minutes that once have somebody present and absent contradict themselves.
    """
    listed = [p for p in outside if any(_in_one_list(p, q) for c in here for q in c.profiles)]
    parted = [p for p in outside if any(_present_and_absent(p, q) for c in here for q in c.profiles)]
    return [p for p in outside if p in listed or (p in parted and len(parted) > 1)]


def _in_one_list(one: Profile, other: Profile) -> bool:
    return one.meeting == other.meeting and bool({n for n, _ in one.entries} & {n for n, _ in other.entries})


def _present_and_absent(one: Profile, other: Profile) -> bool:
    sides = [{s in ABSENT for s in p.statuses} for p in (one, other)]
    return one.meeting == other.meeting and all(sides) and sides[0] != sides[1]
