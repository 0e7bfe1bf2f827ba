"""Where the cells of a table stand once those that span rows and columns are laid out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_ROOM = 10_000
_ROOM_PER_CELL = 20
"""Places that a table may have besides `_ROOM`: what pages and people make has fewer, what is damaged has billions."""


@dataclass(frozen=True)
class SpannedText:
    """What a cell holds, how many rows and columns it spans (0 rows: down to the last), and whether it is a heading."""

    text: str
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False


@dataclass(frozen=True)
class PlacedText:
    """The same with the row and the column, from 0, that it begins in; its spans end where the table ends."""

    cell: SpannedText
    row: int
    column: int


def placed(rows: Iterable[Sequence[str | SpannedText]]) -> tuple[PlacedText, ...]:
    """The cells of a table in their places, row by row, as HTML lays them out; rows without any text are left out.

    Where spans would make a table far larger than its cells, they count for one place each.
    """
    given = [[cell if isinstance(cell, SpannedText) else SpannedText(cell) for cell in row] for row in rows]
    kept = [row for row, cells in enumerate(given) if any(cell.text for cell in cells)]
    number = {row: at for at, row in enumerate(kept)}
    # What stands in a row that is left out may reach into the next that stays.
    following = [0] * (len(given) + 1)
    for row in range(len(given) - 1, -1, -1):
        following[row] = following[row + 1] + (row in number)
    room = _ROOM + _ROOM_PER_CELL * sum(map(len, given))
    found: list[PlacedText] = []
    free_from: dict[int, int] = {}
    for row, cells in enumerate(given):
        column = 0
        at = len(kept) - following[row]
        for cell in cells:
            while free_from.get(column, 0) > row:
                column += 1
            end = len(given) if cell.row_span == 0 else min(row + max(cell.row_span, 1), len(given))
            width = max(cell.column_span, 1)
            height = following[row] - following[end]
            if (end - row) * width > room:
                end, width, height = row + 1, 1, min(height, 1)
            room -= (end - row) * width
            for covered in range(column, column + width):
                free_from[covered] = max(end, free_from.get(covered, 0))
            if height:
                found.append(PlacedText(replace(cell, row_span=height, column_span=width), at, column))
            column += width
    return tuple(sorted(found, key=lambda one: (one.row, one.column)))


def size(cells: Sequence[PlacedText]) -> tuple[int, int]:
    """The rows and columns that these cells make."""
    return (
        max((c.row + c.cell.row_span for c in cells), default=0),
        max((c.column + c.cell.column_span for c in cells), default=0),
    )


def is_far_larger(cells: Sequence[PlacedText]) -> bool:
    """Whether the table would have far more places than cells: a few very long rows among very many."""
    height, width = size(cells)
    return height * width > _ROOM + _ROOM_PER_CELL * len(cells)
