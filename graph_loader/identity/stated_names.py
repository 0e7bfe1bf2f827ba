"""People whose other name the minutes state: `Mary Halpern (née Dunnock)` is the Mary Dunnock of years before."""

from __future__ import annotations

from ..lexicon.agreement import first_names_agree
from ..lexicon.person_name import PersonName, parse_name
from .cluster import Cluster, vetoes


def join_stated(clusters: list[Cluster]) -> None:
    """Joins whoever is stated to have, or have had, another name with the one person of that name and body."""
    for cluster in sorted(clusters, key=lambda c: c.first):
        for name in sorted((n for n in cluster.names if n.former), key=lambda n: n.text):
            other = _stated(name)
            found = [c for c in clusters if c is not cluster and _is(c, cluster, other)]
            if len(found) == 1:
                found[0].take(cluster, f"the minutes say “{name.text}”")
                clusters.remove(cluster)
                break


def _stated(name: PersonName) -> PersonName:
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
