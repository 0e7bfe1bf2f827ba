"""Names as written to people, over all meetings of a council.

1. Every meeting by itself (`seen`).
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
from .bare_surnames import Ambiguous
from .cluster import Cluster, evidence, vetoes
from .compare import Evidence
from .context import NameInContext
from .judgements import Constraints
from .outcome import Bodies, People
from .people_outcome import outcome_of, person_id
from .profile import Profile
from .seen import Seen, seen_at
from .slips import join_blanks, join_slips
from .stated_names import join_equated, join_stated
from .successions import Change, successions_of
from .surname import join_surname


def resolve_people(names: Sequence[NameInContext], bodies: Bodies, judgements: Sequence[Judgement] = ()) -> People:
    """All people of a scope: who they are, what every name means, and what it may mean where that is open.

    `judgements` are what humans decided, from the oldest to the newest; they win over everything.
    """
    constraints = Constraints.of(judgements)
    return people_of(Seen.of(seen_at(names, bodies, constraints).values()), constraints)


def people_of(seen: Seen, constraints: Constraints) -> People:
    """The people of meetings whose names were read under these constraints."""
    work = _clustered(seen, constraints)
    return replace(outcome_of(work.clusters, work.ambiguous, seen.left, constraints, work.asked), notes=work.notes)


def explain(seen: Seen, constraints: Constraints, one: str, other: str) -> list[Evidence]:
    """What speaks for and against two people being one: vetoes first, then the strongest reasons.

    `one` and `other` are ids of people. Raises `KeyError` where one is nobody.
    """
    by_id = {person_id(c.first[3]): c for c in _clustered(seen, constraints).clusters}
    first, second = by_id[one], by_id[other]
    return [*vetoes(first, second), *evidence(first, second)]


@dataclass
class _Clustered:
    """People as clusters, what stays open, and what is to be said about the decisions."""

    clusters: list[Cluster] = field(default_factory=list)
    ambiguous: list[Ambiguous] = field(default_factory=list)
    asked: list[tuple[Cluster, Cluster]] = field(default_factory=list)
    notes: tuple[str, ...] = ()


def _clustered(seen: Seen, constraints: Constraints) -> _Clustered:
    work = _Clustered()
    changes: dict[str, list[Change]] = defaultdict(list)
    for change in seen.changes:
        changes[change.name.surname].append(change)
    seeds, profiles, work.notes = _seeds(sorted(seen.profiles, key=lambda p: p.first), constraints)
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        blocks[profile.best.surname].append(profile)
    seeded: dict[str, list[Cluster]] = defaultdict(list)
    for seed in seeds:
        seeded[seed.best.surname].append(seed)
    for surname in sorted({*blocks, *seeded}):
        known = [*blocks[surname], *(p for seed in seeded[surname] for p in seed.profiles if p.names)]
        successions = successions_of(known, changes[surname])
        joined, unclear = join_surname(blocks[surname], seeded[surname], successions)
        work.clusters += joined
        work.ambiguous += unclear
    join_blanks(work.clusters)
    join_slips(work.clusters)
    join_stated(work.clusters)
    work.asked = join_equated(work.clusters, seen.equations)
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
