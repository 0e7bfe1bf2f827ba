"""What a layout gives, and how much room words take. Units are those of the canvas: pixels at a zoom of one."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace

Point = tuple[float, float]

LEFT, BELOW, RIGHT = -1, 0, 1

ROW = 19.0
"""From one person's row to the next: a line of letters and a little air."""
GAP = 34.0
"""Least air between two bodies with their people."""
_LETTER, _BOLD_LETTER = 7.2, 8.6
"""Mean width of a letter of a person's and of a body's name, of a wide font: a narrow one leaves more air."""
_LONGEST, _WRAP, _MOST_ROWS = 34, 22, 3
"""How the page cuts names: people's after so many letters, bodies' over so many rows of so many letters."""


@dataclass(frozen=True)
class Placed:
    """Where a node stands, on which side of it the name goes, and in which region it is (-1: in none).

    `home` is the body that it stands by, for maps that show bodies before people.
    """

    x: float
    y: float
    side: int
    home: str | None = None
    region: int = -1


@dataclass(frozen=True)
class Region:
    """A part of the map that belongs together, such as a council with its bodies: centre and half sizes."""

    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Arrangement:
    """A laid-out view."""

    places: Mapping[str, Placed]
    regions: tuple[Region, ...] = ()

    def rounded(self) -> Arrangement:
        """To a tenth of a pixel: shorter to write, and no digit depends on the machine's arithmetic."""
        return Arrangement(
            {k: replace(p, x=round(p.x, 1) + 0.0, y=round(p.y, 1) + 0.0) for k, p in self.places.items()},
            tuple(
                Region(r.title, round(r.x, 1), round(r.y, 1), round(r.width, 1), round(r.height, 1))
                for r in self.regions
            ),
        )


def name_width(text: str) -> float:
    """Room for the name of somebody beside their dot."""
    return min(len(text), _LONGEST) * _LETTER


def title_box(text: str) -> Point:
    """Half the width, and the height, of a body's name below its symbol."""
    rows = textwrap.wrap(text, _WRAP)[:_MOST_ROWS] or [""]
    return max(map(len, rows)) * _BOLD_LETTER / 2, len(rows) * 17.0
