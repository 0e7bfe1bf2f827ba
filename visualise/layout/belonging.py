"""Who belongs where: the body above a body, the body that somebody stands by, and how much bodies want to be near."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from ..model import BODY_KINDS, View
from ..views.parts import nearest

_WEIGHT = {"sat_on": 3, "seat_on": 3, "attended": 1, "represents": 1}
_PART = 6.0
"""To stand by the body that it is part of is worth as much to a body as six people who serve both."""


def parents(view: View, bodies: set[str]) -> dict[str, str]:
    """The body to stand near: the one that it is part of, else the one with which it shares most people.

    Never a circle; who has nobody above is the head of a family.
    """
    above_of: dict[str, set[str]] = defaultdict(set)
    for edge in view.edges:
        if edge.kind == "part_of" and {edge.source, edge.target} <= bodies and edge.source != edge.target:
            above_of[edge.source].add(edge.target)
    found = {body: of[0] for body, of in sorted(nearest(above_of).items())}
    serves = _serves(view, bodies)
    size = Counter(b for of in serves.values() for b in of)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    above = set(found.values())
    for of in serves.values():
        for body in of:
            if body not in found and body not in above:
                shared[body].update(b for b in of if (size[b], b) > (size[body], body))
    for body, others in shared.items():
        if others:
            found[body] = min(others, key=lambda b: (-others[b], -size[b], b))
    return _without_circles(found)


def homes(view: View, bodies: set[str]) -> dict[str, str]:
    """The body that each person, role or seat stands by: the one with most days of evidence."""
    served: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in view.edges:
        if edge.target in bodies and edge.source not in bodies:
            served[edge.source][edge.target] += _WEIGHT.get(edge.kind, 2) * (1 + len(edge.on))
    found = {guest: min(of, key=lambda b: (-of[b], b)) for guest, of in sorted(served.items())}
    followers = sorted((e.kind, e.source, e.target) for e in view.edges if e.kind in {"substituted_for", "holds"})
    for kind, source, target in reversed(followers):
        # Substitutes alone stand by the body of the absent member, a post of no body by the first who holds it.
        follower, leader = (source, target) if kind == "substituted_for" else (target, source)
        if follower not in found and follower not in bodies and leader in found:
            found[follower] = found[leader]
    return found


def holders(view: View) -> dict[str, str]:
    """The person whose row a role's row follows."""
    found: dict[str, str] = {}
    for source, target in sorted((e.source, e.target) for e in view.edges if e.kind == "holds"):
        found.setdefault(target, source)
    return found


def others(view: View, bodies: set[str]) -> dict[str, list[str]]:
    """All bodies that somebody is connected with."""
    return {guest: sorted(of) for guest, of in _serves(view, bodies).items()}


def pulls(parent: Mapping[str, str], serves: Mapping[str, list[str]]) -> dict[str, dict[str, float]]:
    """How much two bodies want to be near: by the people who serve both, and by what is part of what."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for of in serves.values():
        # Somebody on thirty bodies says little about any two of them.
        if 1 < len(of) <= 12:
            for body in of:
                for other in of:
                    if body != other:
                        found[body][other] += 2.0 / len(of)
    for body, above in parent.items():
        found[body][above] += _PART
        found[above][body] += _PART
    return found


def body_ids(view: View) -> set[str]:
    """The bodies of a view."""
    return {n.id for n in view.nodes if n.kind in BODY_KINDS}


def _serves(view: View, bodies: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge in view.edges:
        if edge.target in bodies and edge.source not in bodies:
            found[edge.source].add(edge.target)
    return found


def _without_circles(parent: Mapping[str, str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for child in sorted(parent):
        above, seen = parent[child], {child}
        while above in kept and above not in seen:
            seen.add(above)
            above = kept[above]
        if above not in seen:
            kept[child] = parent[child]
    return kept
