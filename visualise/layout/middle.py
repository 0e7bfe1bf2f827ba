"""Bodies above and below whom a view is about, who stands in the middle; a council stands on top."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from .packing import Shape
from .places import GAP, Point

_ROOM = 70.0
"""Between the middle and the nearest bodies: its name stands below it."""


def round_middle(
    middle: str, councils: Sequence[str], bodies: Sequence[str], shapes: Mapping[str, Shape]
) -> dict[str, Point]:
    """The centre of each, by id: `middle` at the origin, `councils` and then each of `bodies` where there is less."""
    above, below = list(councils), list[str]()
    for body in sorted(bodies, key=lambda b: (-_size(shapes[b]), b)):
        side = min((below, above), key=lambda of: sum(_size(shapes[b]) for b in of))
        side.append(body)
    found = {middle: (0.0, 0.0)}
    for sign, of in ((-1, above[::-1]), (1, below)):
        y = _ROOM
        for row in _rows(of):
            high = max(shapes[b].height for b in row)
            x = -sum(shapes[b].width + GAP for b in row)
            for body in row:
                found[body] = (x + shapes[body].width + GAP, sign * (y + high))
                x += 2 * (shapes[body].width + GAP)
            y += 2 * (high + GAP)
    return found


def _size(shape: Shape) -> float:
    return shape.width * shape.height


def _rows(of: Sequence[str]) -> list[Sequence[str]]:
    """From the middle outwards; the outermost, where councils stand, has what is left over."""
    wide = max(math.ceil(math.sqrt(len(of))), 1)
    return [of[i : i + wide] for i in range(0, len(of), wide)]
