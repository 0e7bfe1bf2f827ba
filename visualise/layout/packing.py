"""Shapes on a plane, none on another, each as near to those that it belongs with as there is room."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .places import GAP, Point

_UPSIDE_DOWN = 1e6
"""What it costs to stand higher than the body above."""
WIDER = 1.9
"""Screens are wider than high."""


@dataclass(frozen=True)
class Shape:
    """Rectangles round one centre, as half widths and half heights: a cross leaves its corners to the neighbours."""

    rectangles: tuple[Point, ...]

    @property
    def width(self) -> float:
        """Half of it."""
        return max(w for w, _ in self.rectangles)

    @property
    def height(self) -> float:
        """Half of it."""
        return max(h for _, h in self.rectangles)

    def whole(self) -> Shape:
        """The one rectangle round it."""
        return Shape(((self.width, self.height),))


def pack(
    order: Sequence[str],
    shapes: Mapping[str, Shape],
    pull: Mapping[str, Mapping[str, float]],
    *,
    above: Mapping[str, str] | None = None,
    wider: float = WIDER,
    angles: int = 24,
    friends: int = 2,
) -> dict[str, Point]:
    """The centre of each, by id. The first stands at the origin; `pull` says how much two want to be near.

    What `above` names for an item stands higher. A step to the side counts `wider` times less than one up or down.
    """
    found: dict[str, Point] = {}
    directions = [
        (wider * math.cos(2 * math.pi * (k + 0.25) / angles), math.sin(2 * math.pi * (k + 0.25) / angles))
        for k in range(angles)
    ]
    for item in order:
        if not found:
            found[item] = (0.0, 0.0)
            continue
        wanted = sorted(
            ((weight, other) for other, weight in pull.get(item, {}).items() if other in found),
            key=lambda w: (-w[0], w[1]),
        )[:8]
        starts = [found[other] for _, other in wanted[:friends]] or [(0.0, 0.0)]
        taken = [(x, y, shapes[other].rectangles) for other, (x, y) in found.items()]
        places = [
            (round(start[0] + way * d[0], 1), round(start[1] + way * d[1], 1))
            for start in starts
            for d in directions
            for way in (_first_free(start, d, shapes[item].rectangles, taken),)
        ]
        pulled = [(weight, found[other]) for weight, other in wanted]
        home = 0.35 * sum((weight for weight, _ in pulled), 1.0)
        costs = [
            round(
                home * _far(p, (0.0, 0.0), wider) + sum(weight * _far(p, other, wider) for weight, other in pulled), 2
            )
            for p in places
        ]
        head = found.get(above.get(item, "")) if above else None
        if head:
            costs = [c + (_UPSIDE_DOWN if p[1] <= head[1] else 0.0) for c, p in zip(costs, places, strict=True)]
        found[item] = places[costs.index(min(costs))]
    return found


def shelves(order: Sequence[str], shapes: Mapping[str, Shape]) -> dict[str, Point]:
    """The centre of each, by id, in rows from the top, as wide together as a screen is."""
    area = sum(4 * (shapes[i].width + GAP) * (shapes[i].height + GAP) for i in order)
    widest = max(math.sqrt(area * 1.6), 2 * max((shapes[i].width for i in order), default=0.0))
    found: dict[str, Point] = {}
    x = y = high = 0.0
    for item in order:
        wide = 2 * (shapes[item].width + GAP)
        if x and x + wide > widest:
            x, y, high = 0.0, y + high, 0.0
        high = max(high, 2 * (shapes[item].height + GAP))
        found[item] = (x + wide / 2, y + shapes[item].height + GAP)
        x += wide
    return found


def _far(one: Point, other: Point, wider: float) -> float:
    return math.hypot((one[0] - other[0]) / wider, one[1] - other[1])


def _first_free(
    start: Point,
    direction: Point,
    shape: Sequence[Point],
    taken: Sequence[tuple[float, float, Sequence[Point]]],
) -> float:
    """How far to go from the start, in steps of the direction, until the shape lies on none of the others."""
    blocked: list[tuple[float, float]] = []
    dx, dy = direction
    for x, y, rectangles in taken:
        away_x, away_y = x - start[0], y - start[1]
        for width, height in rectangles:
            for own_width, own_height in shape:
                low, high = _crossing(away_x, width + own_width + GAP, dx)
                if low >= high:
                    continue
                low_y, high_y = _crossing(away_y, height + own_height + GAP, dy)
                low, high = max(low, low_y), min(high, high_y)
                if low < high and high > 0:
                    blocked.append((low, high))
    blocked.sort()
    way = 0.0
    for low, high in blocked:
        if low > way:
            break
        way = max(way, high)
    return way


def _crossing(away: float, reach: float, speed: float) -> tuple[float, float]:
    """From when to when something that moves with this speed is nearer than the reach."""
    if abs(speed) < 1e-9:
        return (-math.inf, math.inf) if abs(away) < reach else (0.0, 0.0)
    one, other = (away - reach) / speed, (away + reach) / speed
    return (one, other) if one < other else (other, one)
