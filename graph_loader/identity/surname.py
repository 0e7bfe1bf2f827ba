"""People of one surname: names that say most are joined first, then initials, then bare surnames.

A name goes to the one person of that body and time whom it can mean; with several it stays open. A surname that is
another's but for one letter, where everything else agrees, is taken for a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .bare_surnames import Ambiguous, place_bare
from .cluster import YEARS_APART, Cluster, evidence, members_first, score, vetoes, years_between
from .compare import WEIGHTS, Evidence, name_vetoes
from .profile import Profile
from .successions import Successions

ENOUGH = WEIGHTS["enough"]
"""The least weight of evidence that joins two people who share more than a surname."""


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
    _parted_by_deaths(lettered, clusters)
    alike, more = _alike(lettered)
    known = [Cluster.of(c.profiles) for c in clusters]
    initialled = _joined(alike)
    for cluster in initialled:
        if any(_both_fit(whole, cluster, other) for whole in known for other in initialled if other is not cluster):
            own.append(cluster)
        else:
            _place(cluster, clusters, own, open_, successions)
    clusters += own
    clusters = _joined(clusters)
    for profile in (*unsure, *more):
        own = []
        _place(Cluster.of([profile]), clusters, own, open_, successions)
        clusters += own
    place_bare(bare, clusters, open_, successions)
    return clusters, open_


def _parted_by_deaths(lettered: Iterable[Profile], clusters: Iterable[Cluster]) -> None:
    """Marks initials before and after the death of somebody whom they fit: the later ones are somebody else's."""
    dead = [c for c in clusters if c.is_dead]
    for profile in lettered:
        profile.eras = {
            f"death of {c.best.text} by {c.died}": "after" if profile.date > c.died else "before"
            for c in dead
            if profile.date and profile.acts and c.died and not name_vetoes(profile.best, c.best)
        }


def _alike(profiles: Iterable[Profile]) -> tuple[list[Cluster], list[Profile]]:
    """Profiles of one written name put together, and those that could be of several people who share it.

    One meeting that lists two of the name shows that there are two, and titles that exclude each other show it too:
    these come first, and who comes later goes to the one whom ward, organisation or post point to.
    """
    keyed: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        keyed[profile.best.given, profile.best.initials, profile.side].append(profile)
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


def _both_fit(whole: Cluster, one: Cluster, other: Cluster) -> bool:
    """Whether a full name may be that of either of two people, known by initials, who are not one: then of neither."""
    if vetoes(whole, one) or vetoes(whole, other) or not vetoes(one, other):
        return False
    weights = [score(evidence(whole, c)) for c in (one, other)]
    return min(weights) >= ENOUGH and weights[1] >= weights[0] - 1.5


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
    fitting = members_first(fitting, cluster)
    if not fitting:
        own.append(cluster)
        return
    timely = [c for c in fitting if years_between(c, cluster) <= 1]
    if len(timely) == 1 and all(c in timely or years_between(c, cluster) > YEARS_APART for c in fitting):
        fitting = timely
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
