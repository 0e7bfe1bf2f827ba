"""People round their body: on ellipses, one row each to the left and to the right, names outwards.

A row for each keeps every name free of every other. Who also serves other bodies stands on the side of these.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .packing import Shape
from .places import LEFT, RIGHT, ROW, Placed, Point, title_box

ONE_RING = 44
"""Up to so many people one ellipse is rounder than two."""
_AIR = 26.0
"""Between the names of one ellipse and the dots of the next."""


@dataclass(frozen=True)
class Guest:
    """Somebody, or a seat, that stands by a body; `width` is the room for the name, `order` where it comes in lists."""

    id: str
    width: float
    order: tuple[str, ...]
    member: bool = True


@dataclass(frozen=True)
class _Ellipse:
    guests: tuple[Guest, ...]
    a: float
    b: float
    step: float
    names: float
    inner: _Ellipse | None
    title: Point

    def x(self, y: float) -> float:
        """How far from the middle a dot at this height stands."""
        wide = self.a * math.sqrt(max(1 - (y / (self.b + ROW / 2)) ** 2, 0.0))
        if self.inner is None:
            beside_title = -14 < y < self.title[1] + 30
            return max(wide, self.title[0] + 16 if beside_title else 12.0)
        if abs(y) <= self.inner.b + ROW / 2:
            return max(wide, self.inner.x(y) + self.inner.names + _AIR)
        return max(wide, 12.0)


@dataclass(frozen=True)
class Rings:
    """The ellipses of one body, from the inside."""

    ellipses: tuple[_Ellipse, ...]
    title: Point

    def shape(self) -> Shape:
        """The room they take with all names, in steps, so that one more seldom moves the neighbours."""
        if not self.ellipses:
            return Shape(((_step_up(self.title[0] + 8), _step_up(self.title[1] + 22)),))
        rows = [
            (abs(y) + ROW / 2, e.x(y) + 8 + e.names)
            for e in self.ellipses
            for y in _heights(math.ceil(len(e.guests) / 2), e.step)
        ]
        rows.append((self.title[1] + 22, self.title[0] + 8))
        high = max(y for y, _ in rows)
        wide = max(x for _, x in rows)
        low = 0.62 * high
        top = max((x for y, x in rows if y > low), default=wide)
        if top > 0.85 * wide:
            return Shape(((_step_up(wide), _step_up(high)),))
        return Shape(((_step_up(wide), _step_up(low + ROW / 2)), (_step_up(top), _step_up(high))))

    def seat(self, centre: Point, wishes: Mapping[str, Point], home: str) -> dict[str, Placed]:
        """A place for everybody; a wish is the way to the other bodies of somebody."""
        found: dict[str, Placed] = {}
        for ellipse in self.ellipses:
            for side, guests in _sides(ellipse.guests, wishes):
                heights = _heights(len(guests), ellipse.step)
                for guest, y in zip(_rows(guests, heights, wishes, ellipse), heights, strict=True):
                    found[guest.id] = Placed(centre[0] + side * ellipse.x(y), centre[1] + y, side, home)
        return found


def rings_of(title: str, guests: Sequence[Guest], titled: bool = True) -> Rings:
    """The ellipses for these people: members within, those who only attend without, where there are many."""
    box = title_box(title) if titled else (24.0, 0.0)
    members = sorted((g for g in guests if g.member), key=lambda g: g.order)
    others = sorted((g for g in guests if not g.member), key=lambda g: g.order)
    if len(guests) <= ONE_RING:
        groups = [members + others]
    elif 6 <= len(members) <= 60 and others:
        groups = [members, others]
    else:
        groups = [members + others]
    ellipses: list[_Ellipse] = []
    for group in groups:
        rest = group
        while rest:
            inner = ellipses[-1] if ellipses else None
            count = len(rest) if len(groups) == 1 and len(rest) <= ONE_RING else min(len(rest), _capacity(inner, rest))
            ellipses.append(_ellipse(rest[:count], inner, box))
            rest = rest[count:]
    return Rings(tuple(ellipses), box)


def _capacity(inner: _Ellipse | None, guests: Sequence[Guest]) -> int:
    """How many an ellipse round another holds before it is higher than wide."""
    if inner is None:
        return 40 if len(guests) > 60 else 60
    return 2 * int(2 * 0.85 * (inner.a + inner.names + _AIR) / ROW)


def _ellipse(guests: Sequence[Guest], inner: _Ellipse | None, title: Point) -> _Ellipse:
    rows = math.ceil(len(guests) / 2)
    names = max(g.width for g in guests) + 8
    if inner is None:
        b = max((math.ceil(rows / 2) * 2) * ROW / 2, 30.0)
        return _Ellipse(tuple(guests), max(b, title[0] + 24, 70.0), b, ROW, names, None, title)
    a = inner.a + inner.names + _AIR
    step = min(2.2 * ROW, max(ROW, 2 * 0.7 * a / rows))
    b = max(inner.b + ROW, rows * step / 2)
    return _Ellipse(tuple(guests), a, b, step, names, inner, title)


def _heights(rows: int, step: float) -> list[float]:
    return [(row - (rows - 1) / 2) * step for row in range(rows)]


def _sides(guests: Sequence[Guest], wishes: Mapping[str, Point]) -> list[tuple[int, list[Guest]]]:
    """Left and right, as evenly as can be: who wishes to a side goes there first, the rest fills up in order."""
    most = math.ceil(len(guests) / 2)
    left = sorted((g for g in guests if wishes.get(g.id, (0, 0))[0] < -1), key=lambda g: (wishes[g.id][0], g.order))
    right = sorted((g for g in guests if wishes.get(g.id, (0, 0))[0] > 1), key=lambda g: (-wishes[g.id][0], g.order))
    if len(left) > most:
        right, left = right + left[most:], left[:most]
    if len(right) > most:
        left, right = left + right[most:], right[:most]
    settled = {g.id for g in (*left, *right)}
    rest = [g for g in guests if g.id not in settled]
    room = most - len(left)
    return [(LEFT, left + rest[:room]), (RIGHT, right + rest[room:])]


def _rows(
    guests: Sequence[Guest], heights: Sequence[float], wishes: Mapping[str, Point], ellipse: _Ellipse
) -> list[Guest]:
    """The guests of a side in the order of their rows: wishes at the height of their way, the rest between."""
    wishing = sorted(
        ((_height(wishes[g.id], ellipse), g.order, g) for g in guests if g.id in wishes), key=lambda w: w[:2]
    )
    rest = sorted((g for g in guests if g.id not in wishes), key=lambda g: (not g.member, g.order))
    rows: list[Guest | None] = [None] * len(guests)
    last = -1
    for number, (height, _, guest) in enumerate(wishing):
        nearest = min(range(len(heights)), key=lambda i: abs(heights[i] - height))
        last = min(max(nearest, last + 1), len(rows) - (len(wishing) - number))
        rows[last] = guest
    others = iter(rest)
    return [guest or next(others) for guest in rows]


def _height(way: Point, ellipse: _Ellipse) -> float:
    x, y = way[0] / ellipse.a, way[1] / ellipse.b
    return ellipse.b * y / (math.hypot(x, y) or 1.0)


def _step_up(size: float) -> float:
    return math.ceil(size / 20) * 20.0
