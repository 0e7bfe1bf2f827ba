"""People of one surname: names that say most are joined first, then initials, then bare surnames.

A name goes to the one person of that body and time whom it can mean; with several it stays open. A surname that is
another's but for one letter, where everything else agrees, is taken for a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .cluster import YEARS_APART, Cluster, evidence, score, vetoes, years_between
from .compare import LEAST_FOR_SLIP, Evidence
from .person_name import is_given_name, slip
from .profiles import Profile
from .successions import Successions

ENOUGH = 4.0
"""The least weight of evidence that joins two people who share more than a surname."""
RARE = 3
"""Meetings at most that may write a surname with a slip before it is a surname of its own."""

Ambiguous = tuple[Profile, list[Cluster]]
"""A person of one meeting, and the people over all meetings whom they may be."""


def join_surname(
    profiles: list[Profile], seeds: list[Cluster], successions: Successions
) -> tuple[list[Cluster], list[Ambiguous]]:
    """The people of one surname, and those of single meetings who may be several of them.

    `seeds` are people whom humans put together.
    """
    full = [p for p in profiles if p.best.given]
    lettered = [p for p in profiles if not p.best.given and p.best.initials]
    bare = [p for p in profiles if p.best.bare]
    alike, unsure = _alike(full)
    clusters = _joined([*seeds, *alike])
    open_: list[Ambiguous] = []
    own: list[Cluster] = []
    alike, more = _alike(lettered)
    for cluster in _joined(alike):
        _place(cluster, clusters, own, open_, successions)
    clusters += own
    clusters = _joined(clusters)
    for profile in (*unsure, *more):
        own = []
        _place(Cluster.of([profile]), clusters, own, open_, successions)
        clusters += own
    _bare(bare, clusters, open_, successions)
    return clusters, open_


def _alike(profiles: Iterable[Profile]) -> tuple[list[Cluster], list[Profile]]:
    """Profiles of one written name put together, and those that could be of several people who share it.

    One meeting that lists two of the name shows that there are two, and titles that exclude each other show it too:
    these come first, and who comes later goes to the one whom ward, organisation or post point to.
    """
    keyed: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        keyed[profile.best.given, profile.best.initials, _side(profile)].append(profile)
    clusters: list[Cluster] = []
    unsure: list[Profile] = []
    for key in sorted(keyed, key=repr):
        found: list[Cluster] = []
        for profile in _telling_first(keyed[key]):
            one = Cluster.of([profile])
            fitting = [c for c in found if not vetoes(c, one)]
            if len(fitting) > 1:
                fitting = [c for c in fitting if _pointed_to(c, one)] or fitting
            near = [c for c in fitting if score(evidence(c, one)) >= ENOUGH]
            if len(fitting) > 1:
                unsure.append(profile)
            elif near:
                near[0].take(one, f"the same name, “{profile.best.text}”")
            else:
                found.append(one)
        clusters += found
    return clusters, unsure


def _telling_first(profiles: list[Profile]) -> list[Profile]:
    """The profiles in the order of time, but first those of meetings that name two of them, then those with a title."""
    meetings: dict[str, int] = defaultdict(int)
    for profile in profiles:
        meetings[profile.meeting] += 1
    titles = {p.best.gender for p in profiles if p.best.gender}
    return sorted(profiles, key=lambda p: (meetings[p.meeting] < 2, len(titles) > 1 and not p.best.gender, p.first))


def _pointed_to(cluster: Cluster, one: Cluster) -> bool:
    return bool(cluster.organisations & one.organisations or cluster.roles & one.roles)


def _side(profile: Profile) -> str:
    return "officer" if "officer" in profile.kinds and "councillor" not in profile.kinds else "other"


def _joined(clusters: list[Cluster]) -> list[Cluster]:
    """Joins clusters that agree and that nobody else could be, the best evidence first, until nothing more joins."""
    clusters = sorted(clusters, key=lambda c: c.first)
    while True:
        pairs = []
        for i, one in enumerate(clusters):
            for j in range(i + 1, len(clusters)):
                if not vetoes(one, clusters[j]):
                    found = evidence(one, clusters[j])
                    if score(found) >= ENOUGH:
                        pairs.append((-score(found), i, j, found))
        for _, i, j, found in sorted(pairs, key=lambda p: p[:3]):
            if _rivals(clusters, i, j) or _rivals(clusters, j, i):
                continue
            clusters[i].take(clusters[j], _because(found))
            del clusters[j]
            break
        else:
            return clusters


def _rivals(clusters: list[Cluster], i: int, j: int) -> bool:
    """Whether somebody else could be `i` as well as `j`, who is not `j`, with about as much evidence."""
    here = score(evidence(clusters[i], clusters[j]))
    return any(
        k not in {i, j}
        and not vetoes(clusters[i], clusters[k])
        and vetoes(clusters[j], clusters[k])
        and score(evidence(clusters[i], clusters[k])) >= here - 1.5
        for k in range(len(clusters))
    )


def _because(found: Sequence[Evidence]) -> str:
    return "; ".join(e.reason for e in found if e.weight > 0)


def _place(
    cluster: Cluster,
    clusters: list[Cluster],
    own: list[Cluster],
    open_: list[Ambiguous],
    successions: Successions,
) -> None:
    """People known by initials: to the one full name that they fit, to none or open where several do."""
    fitting = [c for c in clusters if not vetoes(c, cluster) and score(evidence(c, cluster)) >= ENOUGH]
    fitting = _members_first(fitting, cluster)
    if not fitting:
        own.append(cluster)
        return
    if len(fitting) == 1:
        fitting[0].take(cluster, _because(evidence(fitting[0], cluster)))
        return
    kept: list[Profile] = []
    for profile in cluster.profiles:
        one = Cluster.of([profile])
        near = [
            c
            for c in fitting
            if not vetoes(c, one) and (profile.body in c.bodies or not profile.body) and successions.may_be(profile, c)
        ]
        if len(near) == 1:
            near[0].take(one, f"the only one of that body whom “{profile.best.text}” can mean")
        elif near or fitting:
            open_.append((profile, near or fitting))
        else:
            kept.append(profile)
    if kept:
        own.append(Cluster.of(kept))


# -- bare surnames ---------------------------------------------------------------------------------------------------


def _bare(bare: list[Profile], clusters: list[Cluster], open_: list[Ambiguous], successions: Successions) -> None:
    """Bare surnames, body by body and in the order of time.

    While a body's lists write one bare surname there is one such person on it. That is the person known from the same
    body in the same years; with several of them it stays open, with none it is a person of its own.
    """
    groups: dict[tuple[str, str, str], list[Profile]] = defaultdict(list)
    for profile in sorted(bare, key=lambda p: p.first):
        best = profile.best
        if _says_too_little(profile):
            clusters.append(Cluster.of([profile]))
            continue
        groups[profile.body or profile.meeting, _side(profile), best.gender or ""].append(profile)
    for key in sorted(groups):
        for era in _eras(groups[key], successions):
            _era(era, clusters, open_, successions)


def _says_too_little(profile: Profile) -> bool:
    """Whether a bare name is that of a visitor, or a given name alone: at two meetings it may mean two people."""
    outside = bool(profile.kinds) and profile.kinds <= {"public", "guest"}
    name = profile.best
    untitled = not (name.civic or name.professional or name.gender) and " " not in name.text.strip()
    return outside or (untitled and not profile.kinds and is_given_name(name.surname))


def _eras(profiles: list[Profile], successions: Successions) -> list[list[Profile]]:
    """Runs of bare listings that one person can explain: cut at long silence and where a seat changes hands."""
    runs: list[list[Profile]] = []
    for profile in profiles:
        if runs:
            before = runs[-1][-1]
            apart = years_between(Cluster.of([before]), Cluster.of([profile]))
            together = vetoes(Cluster.of(runs[-1]), Cluster.of([profile]))
            if apart <= YEARS_APART and not together and not successions.between(before, profile):
                runs[-1].append(profile)
                continue
        runs.append([profile])
    return runs


def _era(era: list[Profile], clusters: list[Cluster], open_: list[Ambiguous], successions: Successions) -> None:
    whole = Cluster.of(era)
    candidates = [c for c in clusters if not vetoes(c, whole) and all(successions.may_be(p, c) for p in era)]
    candidates = _members_first(candidates, whole)
    here = [c for c in candidates if whole.bodies & c.bodies]
    during = [c for c in here if _overlaps(c, whole)]
    chosen = (
        during if len(during) == 1 else here if len(here) == 1 and not _someone_else(here[0], clusters, whole) else []
    )
    if len(chosen) == 1 and years_between(chosen[0], whole) <= YEARS_APART:
        chosen[0].take(whole, f"the only one of that body and time whom “{whole.best.text}” can mean")
        return
    if len(during) > 1 or (len(here) > 1 and not during):
        for profile in era:
            _single(profile, during or here, open_)
        return
    partly = [
        c
        for c in clusters
        if whole.bodies & c.bodies and vetoes(c, whole) and any(not vetoes(c, Cluster.of([p])) for p in era)
    ]
    if partly:
        rest = []
        for profile in era:
            one = Cluster.of([profile])
            near = [
                c
                for c in partly
                if not vetoes(c, one) and years_between(c, one) <= 1 and successions.may_be(profile, c)
            ]
            if len(near) == 1:
                near[0].take(one, f"the only one of that body and time whom “{profile.best.text}” can mean")
            elif near:
                open_.append((profile, near))
            else:
                rest.append(profile)
        if rest:
            clusters.append(Cluster.of(rest))
        return
    clusters.append(whole)


def _members_first(candidates: list[Cluster], cluster: Cluster) -> list[Cluster]:
    """Of those whom a councillor's name can mean the councillors, where there are any: others only visited."""
    members = [c for c in candidates if c.kinds & {"councillor", "member"}]
    return members if members and "councillor" in cluster.kinds else candidates


def _someone_else(one: Cluster, clusters: list[Cluster], whole: Cluster) -> bool:
    """Whether another person of the surname, of the same side, is known from the body at all."""
    others = [c for c in clusters if c is not one and c.bodies & whole.bodies and not vetoes(c, whole)]
    return bool(_members_first([one, *others], whole) != [one] and others)


def _overlaps(cluster: Cluster, whole: Cluster) -> bool:
    """Whether a person is known, at the same body, from within the years of a run, or at most a year from it."""
    here = [p for p in cluster.profiles if p.body in whole.bodies or p.bodies & whole.bodies]
    return bool(here) and years_between(Cluster.of(here), whole) <= 1


def _known_years(cluster: Cluster, profile: Profile) -> bool:
    """Whether somebody is known from a body by more than the surname at two meetings, or as long as a term."""
    return sum(p.body == profile.body and not p.best.bare for p in cluster.profiles) >= 2


def _single(profile: Profile, candidates: list[Cluster], open_: list[Ambiguous]) -> None:
    """One bare listing with several people of that name on the body: a veto of its own meeting decides, or the time."""
    one = Cluster.of([profile])
    near = [c for c in candidates if not vetoes(c, one)]
    timely = [c for c in near if _overlaps(c, one)]
    if len(near) == 1:
        near[0].take(one, f"at this meeting “{profile.best.text}” can mean nobody else")
    elif len(timely) == 1 and _known_years(timely[0], profile):
        reason = f"the only one known from that body within a year whom “{profile.best.text}” can mean"
        timely[0].take(one, reason)
    else:
        open_.append((profile, near or candidates))


def join_slips(clusters: list[Cluster]) -> None:
    """Joins a rarely written surname with the one that it is but for a letter, of the same body and years."""
    for cluster in sorted(clusters, key=lambda c: (len(c.profiles), c.first)):
        if len(cluster.profiles) > RARE or len(cluster.best.surname) < LEAST_FOR_SLIP:
            continue
        others = [c for c in clusters if c is not cluster and _may_be_slip(cluster, c)]
        if len(others) == 1:
            reason = (
                f"“{cluster.best.text}” is written at {len(cluster.profiles)} meetings of the body only, one letter "
                f"from “{others[0].best.text}”, who is not listed there"
            )
            others[0].take(cluster, reason)
            clusters.remove(cluster)


def _may_be_slip(rare: Cluster, usual: Cluster) -> bool:
    """Whether a rare name may be a slip of a usual one: one letter, same body and years, never both listed."""
    return (
        usual.best.surname[0] == rare.best.surname[0]
        and slip(usual.best.surname, rare.best.surname)
        and (len(usual.profiles) > 2 * len(rare.profiles) or _else_alike(usual, rare))
        and bool(usual.bodies & rare.bodies)
        and bool(usual.kinds & rare.kinds)
        and _overlaps(usual, rare)
        and not vetoes(usual, rare)
        and not _side_by_side(usual, rare)
    )


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
