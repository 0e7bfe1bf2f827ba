"""Positions from the structure: councils, their bodies around them, people round the body that they serve most.

The same view gives the same positions, and adding somebody moves few others: bodies keep the order of their ids, and
the room that a body takes grows in steps. No force is simulated. Units are those of the canvas; labels of people
stand beside them and outwards, so a row for each person keeps every label free.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .model import BODY_KINDS, View

Point = tuple[float, float]

ROW = 27.0
"""Height that a person's label needs."""
LABEL = 175.0
"""Width that a person's label is given."""
INNER = 66.0
"""Least half height of the arcs of people round their body."""
WIDE = 155.0
"""Least half width of these arcs: the body's own name stands between them."""
GAP = 46.0
BODY_BOX = (105.0, 48.0)
"""Half the width and height of a body that nobody is placed round."""


@dataclass(frozen=True)
class Placed:
    """Where a node stands and on which side of it the label goes: -1 left, 0 below, 1 right."""

    x: float
    y: float
    side: int


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: _Box) -> bool:
        return (
            abs(self.x - other.x) < self.width + other.width + GAP
            and abs(self.y - other.y) < self.height + other.height + GAP
        )


def positions(view: View) -> dict[str, Placed]:
    """Every node's place, by id."""
    bodies = [n.id for n in view.nodes if n.kind in BODY_KINDS]
    known = set(bodies)
    parents = _parents(view, known)
    homes = _homes(view, known)
    guests: dict[str, list[str]] = defaultdict(list)
    for node in view.nodes:
        if node.id not in known:
            guests[homes.get(node.id, "")].append(node.id)
    size = {body: _room(len(guests.get(body, ()))) for body in bodies}
    at = _pack_bodies(bodies, parents, size)
    placed = {body: Placed(x, y, 0) for body, (x, y) in at.items()}
    near = _other_bodies(view, known)
    beside = _beside(view, homes)
    for body in bodies:
        placed |= _ring(at[body], guests.get(body, []), homes, near, at, beside)
    placed |= _rows_below(guests.get("", []), placed)
    return {k: Placed(round(p.x, 1), round(p.y, 1), p.side) for k, p in placed.items()}


def _parents(view: View, bodies: set[str]) -> dict[str, str]:
    """The body to stand near: the one that it is part of, else the one with which it shares most people."""
    found: dict[str, str] = {}
    for edge in view.edges:
        if edge.kind == "part_of" and edge.source in bodies and edge.target in bodies:
            found.setdefault(edge.source, edge.target)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    serves: dict[str, set[str]] = defaultdict(set)
    for edge in view.edges:
        if edge.target in bodies and edge.source not in bodies:
            serves[edge.source].add(edge.target)
    weight = Counter(b for bodies_of in serves.values() for b in bodies_of)
    for bodies_of in serves.values():
        for body in bodies_of:
            shared[body].update(b for b in bodies_of if (weight[b], b) > (weight[body], body))
    for body in sorted(bodies - found.keys()):
        if shared[body] and not any(p == body for p in found.values()):
            found[body] = min(shared[body], key=lambda b: (-shared[body][b], -weight[b], b))
    return _without_circles(found)


def _without_circles(parents: Mapping[str, str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for child in sorted(parents):
        above, seen = parents[child], {child}
        while above in kept and above not in seen:
            seen.add(above)
            above = kept[above]
        if above not in seen:
            kept[child] = parents[child]
    return kept


def _homes(view: View, bodies: set[str]) -> dict[str, str]:
    """The body that each person, role or seat is placed round: the one with most days of evidence, then most edges."""
    served: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in view.edges:
        if edge.target in bodies and edge.source not in bodies:
            weight = {"sat_on": 3, "attended": 1, "represents": 1}.get(edge.kind, 2)
            served[edge.source][edge.target] += weight * (1 + len(edge.on))
    homes = {guest: min(of, key=lambda b: (-of[b], b)) for guest, of in served.items()}
    for edge in view.edges:  # who only stood in for somebody stands by that person's body
        if edge.kind == "substituted_for" and edge.source not in homes and edge.target in homes:
            homes[edge.source] = homes[edge.target]
    for edge in view.edges:  # a post that no body is named for stands by the first of those who hold it
        if edge.kind == "holds" and edge.target not in homes and edge.source in homes:
            homes[edge.target] = homes[edge.source]
    return homes


def _beside(view: View, homes: Mapping[str, str]) -> dict[str, str]:
    """Roles that stand by the person who holds them, as both are placed round the same body."""
    found: dict[str, str] = {}
    for edge in view.edges:
        if edge.kind == "holds" and homes.get(edge.source) == homes.get(edge.target):
            found.setdefault(edge.target, edge.source)
    return found


def _other_bodies(view: View, bodies: set[str]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge in view.edges:
        if edge.target in bodies and edge.source not in bodies:
            found[edge.source].add(edge.target)
    return {guest: sorted(of) for guest, of in found.items()}


def _room(people: int) -> tuple[float, float]:
    """Half the width and height of a body with its people, in steps so that one more seldom moves the neighbours."""
    if not people:
        return BODY_BOX
    radius = _radius(math.ceil(people / 4) * 4)
    return max(WIDE, radius) + LABEL, radius + ROW


def _radius(people: int) -> float:
    return max(INNER, math.ceil(people / 2) * ROW / 2 + ROW / 2)


def _ring(
    centre: Point,
    guests: Sequence[str],
    homes: Mapping[str, str],
    near: Mapping[str, list[str]],
    at: Mapping[str, Point],
    beside: Mapping[str, str],
) -> dict[str, Placed]:
    """People on two arcs, left and right, one row each; those with other bodies on the side of these.

    A role stands in the row below the person who holds it.
    """
    if not guests:
        return {}
    wish: dict[str, Point] = {}
    for guest in guests:
        others = [at[b] for b in near.get(beside.get(guest, guest), ()) if b != homes.get(guest)]
        wish[guest] = (
            (sum(x for x, _ in others) / len(others) - centre[0], sum(y for _, y in others) / len(others) - centre[1])
            if others
            else (0.0, 0.0)
        )
    half = math.ceil(len(guests) / 2)
    pair = {g: (beside.get(g, g), g in beside, g) for g in guests}
    ordered = sorted(guests, key=lambda g: (wish[g][0], pair[g]))
    sides = ((-1, ordered[:half]), (1, ordered[half:]))
    radius = _radius(len(guests))
    placed = {}
    for side, half_of_them in sides:
        people = sorted(half_of_them, key=lambda g: (wish[g][1], pair[g]))
        top = -(len(people) - 1) / 2 * ROW
        for row, guest in enumerate(people):
            y = top + row * ROW
            x = max(WIDE, radius) * math.sqrt(max(1 - (y / radius) ** 2, 0.5))
            placed[guest] = Placed(centre[0] + side * x, centre[1] + y, side)
    return placed


def _pack_bodies(
    bodies: Sequence[str], parents: Mapping[str, str], size: Mapping[str, tuple[float, float]]
) -> dict[str, Point]:
    """Each family of bodies round its head, then the families beside each other."""
    children: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        if body in parents:
            children[parents[body]].append(body)
    families = []
    for head in sorted(b for b in bodies if b not in parents):
        at: dict[str, Point] = {head: (0.0, 0.0)}
        boxes = [_Box(0.0, 0.0, *size[head])]
        queue = [head]
        while queue:
            parent = queue.pop(0)
            for child in sorted(children[parent], key=lambda b: (-round(size[b][1] / 60), b)):
                box = _free(at[parent], size[child], boxes)
                boxes.append(box)
                at[child] = (box.x, box.y)
                queue.append(child)
        families.append((head, at, boxes))
    families.sort(key=lambda f: (-round(math.log2(len(f[2]) + 1)), f[0]))
    found: dict[str, Point] = {}
    taken: list[_Box] = []
    for _, at, boxes in families:
        left, right = min(b.x - b.width for b in boxes), max(b.x + b.width for b in boxes)
        top, bottom = min(b.y - b.height for b in boxes), max(b.y + b.height for b in boxes)
        box = _free((0.0, 0.0), ((right - left) / 2, (bottom - top) / 2), taken)
        taken.append(box)
        shift = box.x - (left + right) / 2, box.y - (top + bottom) / 2
        found |= {body: (x + shift[0], y + shift[1]) for body, (x, y) in at.items()}
    return found


def _free(near: Point, size: tuple[float, float], taken: Iterable[_Box]) -> _Box:
    """The first free place on a spiral, wider than high as screens are."""
    boxes = list(taken)
    step = 0
    while True:
        radius = 18.0 * math.sqrt(step) * (1 + step / 400)
        angle = step * 2.399963 + 0.35
        box = _Box(near[0] + 1.35 * radius * math.cos(angle), near[1] + radius * math.sin(angle), *size)
        if not any(box.overlaps(other) for other in boxes):
            return box
        step += 1


def _rows_below(loose: Sequence[str], placed: Mapping[str, Placed]) -> dict[str, Placed]:
    """Who belongs to no body that is shown stands in columns below everything."""
    if not loose:
        return {}
    left = min((p.x for p in placed.values()), default=0.0)
    bottom = max((p.y for p in placed.values()), default=0.0) + 140
    columns = max(4, math.ceil(math.sqrt(len(loose) / 4)))
    return {
        node: Placed(left + (i % columns) * (LABEL + 40), bottom + (i // columns) * ROW * 1.4, 1)
        for i, node in enumerate(sorted(loose))
    }
