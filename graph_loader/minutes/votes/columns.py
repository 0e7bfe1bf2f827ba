"""Votes in columns of plain text: the sides side by side in one line, and below each the names of those on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..page.reading import Reading
from .lists import names_alone
from .words import Cast, SideColumn, miscounted, side_column

_CELL = re.compile(r"[^\s\0](?:[^\n\t]*?[^\s\0])?(?=\t|[ \0]{2,}|[ \0]*(?:\n|\Z))")
_FEWEST = 2
_MOST_LINES = 60


@dataclass(frozen=True)
class _Column:
    start: int
    """Signs from the beginning of the line to the heading."""
    tabs: int
    """Tabs before the heading."""
    of: SideColumn


def column_votes(reading: Reading) -> Iterator[tuple[int, Cast]]:
    """The casts of columns of names under headings that are sides, each with where its headings begin.

    The columns may be of different lengths.
    """
    text = reading.view.norm
    columns: list[_Column] = []
    casts: list[Cast] = []
    left = headed = 0
    for start, end in reading.lines(text):
        found = _columns(text, start, end)
        if found or not columns or left == 0:
            yield from _settled(reading, headed, columns, casts)
            columns, casts, left, headed = found, [], _MOST_LINES, start
            continue
        left -= 1
        row = list(_row(reading, columns, start, end))
        if text[start:end].strip() and not row:
            yield from _settled(reading, headed, columns, casts)
            columns, casts = [], []
        casts += row
    yield from _settled(reading, headed, columns, casts)


def _settled(
    reading: Reading, headed: int, columns: Sequence[_Column], casts: Sequence[Cast]
) -> list[tuple[int, Cast]]:
    """The casts of one table, where there are several, and as many in each column as its heading says."""
    if len(casts) < _FEWEST:
        return []
    if wrong := miscounted((column.of for column in columns), casts):
        reading.warn("tally", wrong, headed, casts[-1].end, "vote.table")
        return []
    return [(headed, cast) for cast in casts]


def _columns(text: str, start: int, end: int) -> list[_Column]:
    """The columns that a line heads: several cells, all of them sides, and no side twice."""
    cells = list(_CELL.finditer(text, start, end))
    found = [
        _Column(cell.start() - start, text.count("\t", start, cell.start()), of)
        for cell in cells
        if (of := side_column(cell[0]))
    ]
    return found if _FEWEST <= len(cells) == len({column.of for column in found}) else []


def _row(reading: Reading, columns: Sequence[_Column], start: int, end: int) -> Iterator[Cast]:
    """The casts of the names in a line, each in the column that it stands in; none where anything else stands there."""
    text = reading.view.norm
    tabbed = any(column.tabs for column in columns)
    found: list[Cast] = []
    for cell in _CELL.finditer(text, start, end):
        people = names_alone(reading, *cell.span())
        if not people:
            return
        at = text.count("\t", start, cell.start()) if tabbed else cell.start() - start
        column = min(columns, key=lambda c: abs((c.tabs if tabbed else c.start) - at))
        found += [Cast(p.person, column.of.side, p.start, p.end, "vote.table", column.of.matter) for p in people]
    yield from found
