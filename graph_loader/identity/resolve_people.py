"""Names as written to people, over all meetings of a council.

1. Every meeting by itself (`profiles`).
2. People of one surname are one block. Names that say most are joined first: full given names, then initials, then bare
   surnames. A name goes to the one person of that body and time whom it can mean; with several it stays open.
3. A surname that is another's but for one letter, where everything else agrees, is taken for a slip.

The result depends on the set of names and on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..folding import fold
from ..records import digest
from .cluster import YEARS_APART, Cluster, evidence, score, vetoes, years_between
from .compare import LEAST_FOR_SLIP, Evidence
from .context import NameInContext
from .judgements import Constraints, Judgement
from .outcome import Bodies, Candidate, Decision, People, PersonEntity, PersonKind
from .person_name import PersonName, parse_name, short_forms, slip
from .profiles import Open, Profile, profiles_of
from .successions import Successions, successions_of

ENOUGH = 4.0
"""The least weight of evidence that joins two people who share more than a surname."""
RARE = 3
"""Meetings at most that may write a surname with a slip before it is a surname of its own."""


def resolve_people(names: Sequence[NameInContext], bodies: Bodies, judgements: Sequence[Judgement] = ()) -> People:
    """All people of a scope: who they are, what every name means, and what it may mean where that is open.

    `judgements` are what humans decided, from the oldest to the newest; they win over everything.
    """
    constraints = Constraints.of(judgements)
    body_of = {mention: decision.entity for mention, decision in bodies.refers_to.items()}
    names = [
        replace(n, target_body=body_of.get(n.target_body or ""), meeting_body=body_of.get(n.meeting_body or ""))
        for n in names
    ]
    by_meeting: dict[str, list[NameInContext]] = defaultdict(list)
    for name in names:
        if name.of == "person":
            by_meeting[name.meeting].append(name)
    profiles: list[Profile] = []
    left: list[Open] = []
    for meeting in sorted(by_meeting):
        found, undecided = profiles_of(by_meeting[meeting], constraints)
        profiles += found
        left += undecided
    seeds, profiles, notes = _seeds(profiles, constraints)
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        blocks[profile.best.surname].append(profile)
    seeded: dict[str, list[Cluster]] = defaultdict(list)
    for seed in seeds:
        seeded[seed.best.surname].append(seed)
    appointments: dict[str, list[NameInContext]] = defaultdict(list)
    for name in names:
        if name.of == "person" and name.label == "Appointment":
            appointments[parse_name(name.text).surname].append(name)
    clusters: list[Cluster] = []
    ambiguous: list[tuple[Profile, list[Cluster]]] = []
    for surname in sorted({*blocks, *seeded}):
        known = [*blocks[surname], *(p for seed in seeded[surname] for p in seed.profiles if p.names)]
        successions = successions_of(surname, known, appointments[surname])
        joined, unclear = _block(blocks[surname], seeded[surname], successions)
        clusters += joined
        ambiguous += unclear
    _slips(clusters)
    return replace(_outcome(clusters, ambiguous, left, constraints), notes=notes)


def _seeds(profiles: list[Profile], constraints: Constraints) -> tuple[list[Cluster], list[Profile], tuple[str, ...]]:
    """The people whom humans put together, the profiles that are left, and what is to be said about the decisions."""
    notes = [f"{j.reason}: overruled by a later decision" for j in constraints.overruled]
    seeds: list[Cluster] = []
    taken: set[int] = set()
    for group in constraints.together:
        members = [p for p in profiles if p.judged & group]
        named = [p for p in members if p.names]
        if not named:
            continue
        seeds.append(Cluster.of(members))
        taken |= {id(p) for p in members}
        reasons = {
            v.reason for a in named for b in named if a is not b for v in vetoes(Cluster.of([a]), Cluster.of([b]))
        }
        notes += [f"a decision against a veto: {reason}" for reason in sorted(reasons)]
    return seeds, [p for p in profiles if id(p) not in taken and p.names], tuple(notes)


# -- one surname -----------------------------------------------------------------------------------------------------


def _block(
    profiles: list[Profile], seeds: list[Cluster], successions: Successions
) -> tuple[list[Cluster], list[tuple[Profile, list[Cluster]]]]:
    full = [p for p in profiles if p.best.given]
    lettered = [p for p in profiles if not p.best.given and p.best.initials]
    bare = [p for p in profiles if p.best.bare]
    clusters = _joined([*seeds, *(Cluster.of(g) for g in _alike(full))])
    open_: list[tuple[Profile, list[Cluster]]] = []
    own: list[Cluster] = []
    for cluster in _joined([Cluster.of(g) for g in _alike(lettered)]):
        _place(cluster, clusters, own, open_, successions)
    clusters += own
    clusters = _joined(clusters)
    _bare(bare, clusters, open_, successions)
    return clusters, open_


def _alike(profiles: Iterable[Profile]) -> list[list[Profile]]:
    """Profiles in groups of one written name, one side of the house and, where listed together, one person each."""
    groups: dict[tuple[object, ...], list[list[Profile]]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.first):
        best = profile.best
        key = best.given, best.initials, _side(profile)
        for group in groups[key]:
            if not vetoes(Cluster.of(group), Cluster.of([profile])):
                group.append(profile)
                break
        else:
            groups[key].append([profile])
    return [group for key in sorted(groups, key=repr) for group in groups[key]]


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
    open_: list[tuple[Profile, list[Cluster]]],
    successions: Successions,
) -> None:
    """People known by initials: to the one full name that they fit, to none or open where several do."""
    fitting = [c for c in clusters if not vetoes(c, cluster) and score(evidence(c, cluster)) >= ENOUGH]
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


def _bare(
    bare: list[Profile], clusters: list[Cluster], open_: list[tuple[Profile, list[Cluster]]], successions: Successions
) -> None:
    """Bare surnames, body by body and in the order of time.

    While a body's lists write one bare surname there is one such person on it. That is the person known from the same
    body in the same years; with several of them it stays open, with none it is a person of its own.
    """
    groups: dict[tuple[str, str, str], list[Profile]] = defaultdict(list)
    for profile in sorted(bare, key=lambda p: p.first):
        best = profile.best
        groups[profile.body or profile.meeting, _side(profile), best.gender or ""].append(profile)
    for key in sorted(groups):
        for era in _eras(groups[key], successions):
            _era(era, clusters, open_, successions)


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


def _era(
    era: list[Profile], clusters: list[Cluster], open_: list[tuple[Profile, list[Cluster]]], successions: Successions
) -> None:
    whole = Cluster.of(era)
    candidates = [c for c in clusters if not vetoes(c, whole) and all(successions.may_be(p, c) for p in era)]
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


def _someone_else(one: Cluster, clusters: list[Cluster], whole: Cluster) -> bool:
    """Whether another person of the surname, of the same side, is known from the body at all."""
    return any(c is not one and c.bodies & whole.bodies and not vetoes(c, whole) for c in clusters)


def _overlaps(cluster: Cluster, whole: Cluster) -> bool:
    """Whether a person is known, at the same body, from within the years of a run, or at most a year from it."""
    here = [p for p in cluster.profiles if p.body in whole.bodies or p.bodies & whole.bodies]
    return bool(here) and years_between(Cluster.of(here), whole) <= 1


def _single(profile: Profile, candidates: list[Cluster], open_: list[tuple[Profile, list[Cluster]]]) -> None:
    """One bare listing with several people of that name on the body: only a veto of its own meeting can decide."""
    one = Cluster.of([profile])
    near = [c for c in candidates if not vetoes(c, one)]
    if len(near) == 1:
        near[0].take(one, f"at this meeting “{profile.best.text}” can mean nobody else")
    else:
        open_.append((profile, near or candidates))


# -- slips -----------------------------------------------------------------------------------------------------------


def _slips(clusters: list[Cluster]) -> None:
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
        slip(usual.best.surname, rare.best.surname)
        and len(usual.profiles) > 2 * len(rare.profiles)
        and bool(usual.bodies & rare.bodies)
        and bool(usual.kinds & rare.kinds)
        and _overlaps(usual, rare)
        and not vetoes(usual, rare)
        and not _side_by_side(usual, rare)
    )


def _side_by_side(one: Cluster, other: Cluster) -> bool:
    """Whether one meeting lists both."""
    listed = {p.meeting for p in one.profiles if p.entries}
    return any(p.meeting in listed and p.entries for p in other.profiles)


# -- outcome ---------------------------------------------------------------------------------------------------------


def _outcome(
    clusters: list[Cluster],
    ambiguous: list[tuple[Profile, list[Cluster]]],
    left: list[Open],
    constraints: Constraints,
) -> People:
    entities: dict[str, PersonEntity] = {}
    refers: dict[str, Decision] = {}
    may_be: dict[str, tuple[Candidate, ...]] = {}
    owner: dict[int, str] = {}
    for cluster in clusters:
        key = "p-" + digest(cluster.first[3])
        entities[key] = PersonEntity(key, _display(cluster), _sort_name(cluster), _kind(cluster))
        joined = tuple(dict.fromkeys(cluster.reasons))[:4]
        for profile in cluster.profiles:
            owner[id(profile)] = key
            for mention, named in profile.mentions.items():
                across = joined if len(cluster.profiles) > 1 and named.basis == "same_name" else ()
                basis = "evidence" if across else named.basis
                judged = constraints.reasons(mention)
                if judged and constraints.kept_with(mention):
                    basis = "human"
                reasons = (*judged, *(() if basis == "human" and judged else (named.reason, *across)))
                refers[mention] = Decision(key, basis, reasons, _usual_spelling(cluster, profile, named.name))
    clusters_of = {id(p): c for c in clusters for p in c.profiles}
    for profile, fitting in ambiguous:
        # Clusters that were joined after the name was left open are one candidate, or the only one.
        merged = {owner[id(c.profiles[0])]: clusters_of[id(c.profiles[0])] for c in fitting}
        if len(merged) == 1:
            ((key, cluster),) = merged.items()
            why = f"all whom “{profile.best.text}” can mean are one person"
            for mention in profile.mentions:
                refers[mention] = Decision(key, "only_one", (why,))
            continue
        found = [(key, evidence(c, Cluster.of([profile]))) for key, c in merged.items()]
        total = sum(max(score(e), 0.1) for _, e in found)
        candidates = sorted(
            (Candidate(key, round(max(score(e), 0.1) / total, 3), tuple(x.reason for x in e)) for key, e in found),
            key=lambda x: (-x.score, x.entity),
        )
        for mention in profile.mentions:
            may_be[mention] = tuple(candidates)
    for undecided in left:
        options = [owner[id(p)] for p in undecided.candidates if id(p) in owner]
        unique = sorted(set(options))
        if len(unique) == 1:
            refers[undecided.mention.id] = Decision(
                unique[0], "same_meeting", (undecided.reason, "both are one person")
            )
        elif unique:
            may_be[undecided.mention.id] = tuple(
                Candidate(e, round(1 / len(unique), 3), (undecided.reason,)) for e in unique
            )
    return People(entities, refers, may_be)


def _usual_spelling(cluster: Cluster, profile: Profile, name: PersonName) -> str | None:
    """The form of a name that its own meeting writes more, where that differs by a letter; else none."""
    counts: dict[PersonName, int] = defaultdict(int)
    for here in cluster.profiles:
        if here.meeting == profile.meeting:
            for named in here.mentions.values():
                counts[named.name] += 1
            for listed in here.listed:
                counts[listed] += 2
    own = counts[name]
    usual = [other for other, n in counts.items() if n > own and _misspelt(name, other)]
    return min(usual, key=lambda n: (-counts[n], n.text)).text if usual else None


def _misspelt(one: PersonName, other: PersonName) -> bool:
    if not one.surname or not other.surname:
        return False
    if one.surname != other.surname:
        return slip(one.surname, other.surname)
    if not (one.given and other.given) or one.given[0] == other.given[0]:
        return False
    return slip(one.given[0], other.given[0]) and not _short_form(one.given[0], other.given[0])


def _short_form(one: str, other: str) -> bool:
    return any(one in group and other in group for group in short_forms())


def _display(cluster: Cluster) -> str:
    """The fullest name as written, in the form that lists use most; capitals only where no other form is there."""
    best = cluster.best
    forms: dict[str, int] = defaultdict(int)
    for profile in cluster.profiles:
        for name in (*profile.names, *profile.listed, *profile.listed):
            if (len(name.given) > 0, len(name.initials) > 0) == (len(best.given) > 0, len(best.initials) > 0):
                forms[name.text] += 1
    text = min(forms, key=lambda t: (t.isupper(), -forms[t], -len(t), t))
    return text.title() if text.isupper() else text


def _sort_name(cluster: Cluster) -> str:
    best = cluster.best
    first = " ".join(g.title() for g in best.given) or " ".join(i.upper() for i in best.initials)
    surname = _written_surname(best)
    return f"{surname}, {first}" if first else surname


def _written_surname(name: PersonName) -> str:
    words = name.text.split(",")[0].split()
    for length in range(1, len(words) + 1):
        written = " ".join(words[-length:])
        if "".join(c for c in fold(written) if c.isalnum()) == name.surname:
            return written.title() if written.isupper() else written
    return words[-1] if words else name.text


def _kind(cluster: Cluster) -> PersonKind:
    counts: dict[str, int] = defaultdict(int)
    for profile in cluster.profiles:
        for kind in profile.kinds:
            counts[kind] += 1
    if counts["councillor"]:
        return "councillor"
    if counts["officer"] > counts["member"]:
        return "officer"
    if counts["representative"]:
        return "representative"
    if counts["member"]:
        return "councillor"
    return "public" if counts["public"] else "officer" if counts["officer"] else "other"


def as_mapping(people: People) -> Mapping[str, str]:
    """What every decided name means, by mention."""
    return {m: d.entity for m, d in people.refers_to.items()}
