"""People who share bodies: a circle for each body, and everybody in the circle of the body that they share most."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..model import View
from .places import Arrangement
from .structure import arranged


def circles(view: View) -> Arrangement:
    """The arrangement of a view whose edges join two people and name the body on which they meet."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in view.edges:
        if edge.body:
            met[edge.source][edge.body] += 1
            met[edge.target][edge.body] += 1
    home = {person: min(of, key=lambda b: (-of[b], b)) for person, of in sorted(met.items())}
    bodies = sorted(set(home.values()))
    known = set(bodies)
    serves = {person: sorted(known & of.keys()) for person, of in met.items()}
    return arranged(view, bodies, {}, home, serves, {body: body for body in bodies})
