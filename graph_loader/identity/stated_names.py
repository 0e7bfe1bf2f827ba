"""People whose other name the minutes state: `Mary Halpern (née Dunnock)` is the Mary Dunnock of years before.

A name may hold the other one, or a sentence may say it: `Councillor Dunnock would now be known as Councillor Halpern`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..lexicon.agreement import first_names_agree
from ..lexicon.person_name import PersonName, parse_name
from .cluster import Cluster, vetoes
from .context import NameInContext


@dataclass(frozen=True)
class Equation:
    """A sentence that says that two names, each by its id and as written, are one person's; and where it stands."""

    one: tuple[str, str]
    other: tuple[str, str]
    position: tuple[str, str, int, str]


def equations_in(names: Iterable[NameInContext]) -> list[Equation]:
    """What sentences say of other names."""
    sides = {(n.fact, n.slot): n for n in names if n.label == "OtherName"}
    return [
        Equation((one.id, one.text), (other.id, other.text), one.position)
        for (fact, slot), one in sides.items()
        if slot == "person" and (other := sides.get((fact, "other")))
    ]


def join_equated(clusters: list[Cluster], equations: Sequence[Equation]) -> list[tuple[Cluster, Cluster]]:
    """Joins the people whom sentences say to be one; gives those back whom something else keeps apart.

    These are asked of a human: a statement and a veto contradict each other.
    """
    asked: list[tuple[Cluster, Cluster]] = []
    owner = {mention: c for c in clusters for p in c.profiles for mention in p.mentions}
    for equation in sorted(equations, key=lambda e: e.position):
        one, other = owner.get(equation.one[0]), owner.get(equation.other[0])
        if one is None or other is None or one is other:
            continue
        if vetoes(one, other):
            asked.append((one, other))
            continue
        one.take(other, f"the minutes say that “{equation.one[1]}” is “{equation.other[1]}” as well")
        clusters.remove(other)
        owner |= {mention: one for p in other.profiles for mention in p.mentions}
        asked = [(one if a is other else a, one if b is other else b) for a, b in asked]
    return [(a, b) for a, b in asked if a is not b]


def join_stated(clusters: list[Cluster]) -> None:
    """Joins whoever is stated to have, or have had, another name with the one person of that name and body."""
    for cluster in sorted(clusters, key=lambda c: c.first):
        for name in sorted((n for n in cluster.names if n.former), key=lambda n: n.text):
            other = stated_name(name)
            found = [c for c in clusters if c is not cluster and _is(c, cluster, other)]
            if len(found) == 1:
                found[0].take(cluster, f"the minutes say “{name.text}”")
                clusters.remove(cluster)
                break


def stated_name(name: PersonName) -> PersonName:
    """The other name: with the given names of the name that states it, where it is a surname alone."""
    other = parse_name(name.former or "")
    return parse_name(f"{' '.join(name.forenames)} {name.former}") if other.bare and name.forenames else other


def _is(candidate: Cluster, cluster: Cluster, name: PersonName) -> bool:
    shared = candidate.bodies & cluster.bodies or not (candidate.bodies and cluster.bodies)
    return bool(shared) and any(_names(n, name) for n in candidate.names) and not vetoes(candidate, cluster)


def _names(one: PersonName, other: PersonName) -> bool:
    if not one.surname or one.surname != other.surname:
        return False
    if one.given and other.given:
        return first_names_agree(one, other)
    return not one.initials or not other.initials or one.initials[0] == other.initials[0]
