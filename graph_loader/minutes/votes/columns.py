"""Votes in columns of plain text: the sides side by side in one line, and below each the names of those on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...parsed_minutes import VoteCast
from ..page.reading import Reading
from .lists import only_names, people_in
from .words import Cast, Matter, matter_of, side_heading, side_of

_CELL = re.compile(r"[^\s\0](?:[^\n\t]*?[^\s\0])?(?=\t|[ \0]{2,}|[ \0]*(?:\n|\Z))")
_COUNT = re.compile(r"\d{1,3}")
_FEWEST = 2
_MOST_LINES = 60


@dataclass(frozen=True)
class _Column:
    start: int
    """Signs from the beginning of the line to the heading."""
    tabs: int
    """Tabs before the heading."""
    side: VoteCast
    matter: Matter | None
    stated: int | None
    """How many voted so, where the heading says it."""


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
    for column in columns:
        named = sum(1 for cast in casts if (cast.side, cast.matter) == (column.side, column.matter))
        if column.stated is not None and column.stated != named:
            message = f"the column has {named} names and says {column.stated}"
            reading.warn("tally", message, headed, casts[-1].end, "vote.table")
            return []
    return [(headed, cast) for cast in casts]


def _columns(text: str, start: int, end: int) -> list[_Column]:
    """The columns that a line heads: several cells, all of them sides, and no side twice."""
    cells = list(_CELL.finditer(text, start, end))
    heads = [side_heading(cell[0]) for cell in cells]
    if len(cells) < _FEWEST or not all(heads):
        return []
    found = [
        _Column(
            cell.start() - start,
            text.count("\t", start, cell.start()),
            side_of(head),
            matter_of(cell[0]),
            int(count[0]) if (count := _COUNT.search(cell[0])) else None,
        )
        for cell, head in zip(cells, heads, strict=True)
        if head
    ]
    return found if len({(c.side, c.matter) for c in found}) == len(found) else []


def _row(reading: Reading, columns: Sequence[_Column], start: int, end: int) -> Iterator[Cast]:
    """The casts of the names in a line, each in the column that it stands in; none where anything else stands there."""
    text = reading.view.norm
    tabbed = any(column.tabs for column in columns)
    found: list[Cast] = []
    for cell in _CELL.finditer(text, start, end):
        people = people_in(reading, *cell.span())
        if not people or not only_names(reading, people, *cell.span()):
            return
        at = text.count("\t", start, cell.start()) if tabbed else cell.start() - start
        column = min(columns, key=lambda c: abs((c.tabs if tabbed else c.start) - at))
        found += [Cast(p.person, column.side, p.start, p.end, "vote.table", column.matter) for p in people]
    yield from found
