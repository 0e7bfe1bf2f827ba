"""Names as written to people, over all meetings of a council.

1. Every meeting by itself (`profiles`).
2. Whom humans put together is together (`judgements`).
3. People of one surname are one block, and slips of a letter join two (`surname`).
4. Whoever is stated to have had another name is joined with the one of that name (`stated_names`).

The result depends on the set of names and on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..decisions import Judgement
from ..lexicon.person_name import parse_name
from .bare_surnames import Ambiguous
from .cluster import Cluster, evidence, vetoes
from .compare import Evidence
from .context import NameInContext
from .judgements import Constraints
from .outcome import Bodies, People
from .people_outcome import outcome_of, person_id
from .profile import Open, Profile
from .profiles import profiles_of
from .slips import join_blanks, join_slips
from .stated_names import equations_of, join_equated, join_stated
from .successions import successions_of
from .surname import join_surname


def resolve_people(names: Sequence[NameInContext], bodies: Bodies, judgements: Sequence[Judgement] = ()) -> People:
    """All people of a scope: who they are, what every name means, and what it may mean where that is open.

    `judgements` are what humans decided, from the oldest to the newest; they win over everything.
    """
    work = _clustered(names, bodies, judgements)
    return replace(outcome_of(work.clusters, work.ambiguous, work.left, work.constraints, work.asked), notes=work.notes)


def explain(
    names: Sequence[NameInContext], bodies: Bodies, judgements: Sequence[Judgement], one: str, other: str
) -> list[Evidence]:
    """What speaks for and against two people of a scope being one: vetoes first, then the strongest reasons.

    `one` and `other` are ids of people. Raises `KeyError` where one is nobody.
    """
    by_id = {person_id(c): c for c in _clustered(names, bodies, judgements).clusters}
    first, second = by_id[one], by_id[other]
    return [*vetoes(first, second), *evidence(first, second)]


@dataclass
class _Clustered:
    """A scope on its way: people as clusters, what stays open, and what is to be said about the decisions."""

    constraints: Constraints
    clusters: list[Cluster] = field(default_factory=list)
    ambiguous: list[Ambiguous] = field(default_factory=list)
    left: list[Open] = field(default_factory=list)
    asked: list[tuple[Cluster, Cluster]] = field(default_factory=list)
    notes: tuple[str, ...] = ()


def _clustered(names: Sequence[NameInContext], bodies: Bodies, judgements: Sequence[Judgement]) -> _Clustered:
    work = _Clustered(Constraints.of(judgements))
    body_of = {mention: decision.entity for mention, decision in bodies.refers_to.items()}
    names = [
        replace(n, target_body=body_of.get(n.target_body or ""), meeting_body=body_of.get(n.meeting_body or ""))
        for n in names
        if n.of == "person"
    ]
    by_meeting: dict[str, list[NameInContext]] = defaultdict(list)
    appointments: dict[str, list[NameInContext]] = defaultdict(list)
    for name in names:
        by_meeting[name.meeting].append(name)
        if name.label == "Appointment":
            appointments[parse_name(name.text).surname].append(name)
    profiles: list[Profile] = []
    for meeting in sorted(by_meeting):
        found, undecided = profiles_of(by_meeting[meeting], work.constraints)
        profiles += found
        work.left += undecided
    seeds, profiles, work.notes = _seeds(profiles, work.constraints)
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        blocks[profile.best.surname].append(profile)
    seeded: dict[str, list[Cluster]] = defaultdict(list)
    for seed in seeds:
        seeded[seed.best.surname].append(seed)
    for surname in sorted({*blocks, *seeded}):
        known = [*blocks[surname], *(p for seed in seeded[surname] for p in seed.profiles if p.names)]
        successions = successions_of(surname, known, appointments[surname])
        joined, unclear = join_surname(blocks[surname], seeded[surname], successions)
        work.clusters += joined
        work.ambiguous += unclear
    join_blanks(work.clusters)
    join_slips(work.clusters)
    join_stated(work.clusters)
    work.asked = join_equated(work.clusters, equations_of(names))
    return work


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
