"""A body among those that it hangs together with: what it is part of above, its parts below, shared people beside."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 430
_MIDDLE = (WIDTH / 2, HEIGHT / 2)
_RADIUS = (WIDTH / 2 - 120, HEIGHT / 2 - 62)
_LONGEST = 22
"""Letters of a name in one line."""
_MOST = 10
"""Neighbours that are drawn; the list below the picture has all."""


@dataclass(frozen=True)
class Neighbour:
    """A body beside another: how it hangs together with it, and how many people they share."""

    address: str
    name: str
    kind: str
    tie: str
    shared: int


@dataclass(frozen=True)
class Drawn:
    """A neighbour with its place and its name in lines."""

    of: Neighbour
    x: float
    y: float
    width: float
    lines: tuple[tuple[float, str], ...]


def in_order(neighbours: Iterable[Neighbour]) -> list[Neighbour]:
    """What the body is part of, then its parts, then those with which it shares most people."""
    return sorted(neighbours, key=lambda n: (n.tie != "above", n.tie != "below", -n.shared, n.name))


def arranged(neighbours: Sequence[Neighbour]) -> tuple[Drawn, ...]:
    """Places on an ellipse for the first of these, from the top on in the order given."""
    shown = neighbours[:_MOST]
    found = []
    for i, neighbour in enumerate(shown):
        angle = -math.pi / 2 + 2 * math.pi * i / max(len(shown), 1)
        x = round(_MIDDLE[0] + _RADIUS[0] * math.cos(angle), 1)
        y = round(_MIDDLE[1] + _RADIUS[1] * math.sin(angle), 1)
        width = round(1.5 + min(neighbour.shared, 12) * 0.5, 1)
        found.append(Drawn(neighbour, x, y, width, wrapped(neighbour.name, y + 26)))
    return tuple(found)


def wrapped(name: str, y: float) -> tuple[tuple[float, str], ...]:
    """A name in lines with their places, each cut between words; at most three, the last with an ellipsis."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + len(word) < _LONGEST:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    shown = [line if len(line) <= _LONGEST + 4 else line[: _LONGEST + 3] + "…" for line in lines[:3]]
    if len(lines) > 3:
        shown[-1] += " …"
    return tuple((round(y + 16 * i, 1), line) for i, line in enumerate(shown))
