"""Surnames that are another's but for one letter: slips of a writer or a scanner, where everything else agrees."""

from __future__ import annotations

from collections.abc import Iterable

from ..folding import fold
from ..lexicon.person_name import PersonName
from ..lexicon.typos import is_typo, typos_among
from .cluster import Cluster, vetoes, years_between
from .compare import LEAST_FOR_SLIP

RARE = 3
"""Meetings at most that may write a surname with a slip before it is a surname of its own."""


def letters_of(names: Iterable[PersonName]) -> set[str]:
    """The letters of full names, whatever blanks and hyphens say of where the surname begins."""
    return {fold(n.plain).replace(" ", "") for n in names if n.given}


def join_blanks(clusters: list[Cluster]) -> None:
    """Joins full names of one body that differ in blanks and hyphens alone: `Guy Odum-Rowe`, `Guy Odum Rowe`."""
    known: dict[str, dict[int, Cluster]] = {}
    for cluster in sorted(clusters, key=lambda c: c.first):
        letters = letters_of(cluster.names)
        alike = {at: c for key in letters for at, c in known.get(key, {}).items()}
        others = [c for c in alike.values() if c.bodies & cluster.bodies and not vetoes(c, cluster)]
        if len(others) == 1:
            reason = f"“{cluster.best.text}” and “{others[0].best.text}” differ in blanks and hyphens alone"
            others[0].take(cluster, reason)
            clusters.remove(cluster)
        one = others[0] if len(others) == 1 else cluster
        for key in letters:
            known.setdefault(key, {})[id(one)] = one


def join_slips(clusters: list[Cluster]) -> None:
    """Joins a surname with the one that it is but for a letter, of the same body and years, if only one such is there.

    The slip is rare; or the given name agrees and the two are written in the same years, and never by one list.
    """
    by_surname: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        by_surname.setdefault(cluster.best.surname, []).append(cluster)
    near = typos_among(s for s in by_surname if s)
    for alike in (_throughout, _rarely):
        for cluster in sorted(clusters, key=lambda c: (len(c.profiles), c.first)):
            surname = cluster.best.surname
            if len(surname) < LEAST_FOR_SLIP:
                continue
            close = (c for other in near.get(surname, ()) for c in by_surname[other])
            others = [c for c in close if _may_be_slip(cluster, c) and alike(c, cluster)]
            if len(others) == 1:
                meetings = len(cluster.profiles)
                usual = others[0].best.surname
                reason = (
                    f"“{cluster.best.text}” is written at {meetings} meeting{'s' * (meetings != 1)} of the body only, "
                    f"one letter from “{others[0].best.text}”, who is not listed there"
                )
                others[0].take(cluster, reason)
                clusters.remove(cluster)
                by_surname[surname].remove(cluster)
                if others[0].best.surname != usual:
                    by_surname[usual].remove(others[0])
                    by_surname.setdefault(others[0].best.surname, []).append(others[0])


def _may_be_slip(slipped: Cluster, usual: Cluster) -> bool:
    """Whether a name may be a slip of a usual one: one letter, same body and years, never both listed."""
    return (
        usual.best.surname[0] == slipped.best.surname[0]
        and is_typo(usual.best.surname, slipped.best.surname)
        and (len(usual.profiles) > 2 * len(slipped.profiles) or _else_alike(usual, slipped))
        and bool(usual.bodies & slipped.bodies)
        and bool(usual.kinds & slipped.kinds)
        and _same_years(usual, slipped)
        and not vetoes(usual, slipped)
        and not _side_by_side(usual, slipped)
    )


def _throughout(usual: Cluster, slipped: Cluster) -> bool:
    """Whether two people of one given name are written in the same years, as no predecessor and successor are."""
    days, others = usual.days, slipped.days
    same = bool(usual.best.given and usual.best.given == slipped.best.given)
    return same and bool(days and others) and days[0] <= others[0] and others[-1] <= days[-1]


def _rarely(_usual: Cluster, slipped: Cluster) -> bool:
    return len(slipped.profiles) <= RARE


def _same_years(usual: Cluster, slipped: Cluster) -> bool:
    """Whether somebody is known, at the same body, from within the years of a slip, or at most a year from it."""
    here = [p for p in usual.profiles if p.body in slipped.bodies or p.bodies & slipped.bodies]
    return bool(here) and years_between(Cluster.of(here), slipped) <= 1


def _else_alike(one: Cluster, other: Cluster) -> bool:
    """Whether two people have one given name, or one initial and one post: then a slip needs no rarity."""
    a, b = one.best, other.best
    if (-len(one.profiles), one.first) > (-len(other.profiles), other.first):
        return False  # the rarer, or the later, is the slip
    return bool(a.given and a.given == b.given) or bool(a.initials == b.initials != "" and one.roles & other.roles)


def _side_by_side(one: Cluster, other: Cluster) -> bool:
    """Whether one meeting lists both."""
    listed = {p.meeting for p in one.profiles if p.entries}
    return any(p.meeting in listed and p.entries for p in other.profiles)
