"""Tables of the page as rules read them: a row of headings that a rule knows, and the rows below it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...documents.blocks import Table, TableCell
from .reading import Reading
from .view import View

_DITTO = re.compile(r"[\"”“″〃]+|''|-\s*[\"”]\s*-|do\.?|ditto|as above", re.IGNORECASE)

HeaderTest = Callable[[Sequence[str]], bool]
"""Whether these are the headings of columns that are looked for."""


@dataclass(frozen=True)
class Cell:
    """One cell: its place without the blanks around it, its words, and whether it spans from a row above.

    A cell that spans columns is that of the first; the others are empty.
    """

    start: int
    end: int
    text: str
    spans: bool = False


@dataclass(frozen=True)
class TableRow:
    """A row with a cell for every heading; from its first to its last filled cell that begins in this row."""

    cells: tuple[Cell, ...]
    start: int
    end: int


@dataclass(frozen=True)
class HeadedTable:
    """A row of headings and the rows below it, up to the next such row or the end of the table."""

    header: TableRow
    rows: tuple[TableRow, ...]

    @property
    def start(self) -> int:
        """Where the headings begin."""
        return self.header.start

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return max(row.end for row in (self.header, *self.rows))


def headed_tables(reading: Reading, start: int, end: int, is_header: HeaderTest) -> Iterator[HeadedTable]:
    """The tables between two offsets under headings that pass a test, in order; those without rows left out."""
    found = reading.page_tables
    first = bisect_left(found, start, key=lambda table: table.end)
    for table in found[first:]:
        if table.start >= end:
            return
        yield from _headed(reading, table, is_header)


def all_rows(reading: Reading, table: Table) -> list[TableRow]:
    """The rows of a table in which something begins, whatever they are."""
    rows = (_row(reading, number, cells) for number, cells in enumerate(table.rows))
    return [row for row in rows if row]


def _headed(reading: Reading, table: Table, is_header: HeaderTest) -> Iterator[HeadedTable]:
    header: TableRow | None = None
    below: list[TableRow] = []
    for row in all_rows(reading, table):
        if _may_head(row, header, below) and is_header([cell.text for cell in row.cells]):
            if header and below:
                yield HeadedTable(header, tuple(below))
            header, below = row, []
        elif header:
            below.append(_without_dittos(row, below[-1]) if below else row)
    if header and below:
        yield HeadedTable(header, tuple(below))


def _may_head(row: TableRow, header: TableRow | None, below: Sequence[TableRow]) -> bool:
    """Whether a row may be one of headings: the first, the same again, a second line of them, or one after a title."""
    if header is None or [cell.text for cell in row.cells] == [cell.text for cell in header.cells]:
        return True
    if not below:
        return any(cell.spans for cell in row.cells)
    return sum(bool(cell.text) for cell in below[-1].cells) == 1


def _without_dittos(row: TableRow, above: TableRow) -> TableRow:
    """The row with the cells of the row above where it says that they are the same."""
    same = [_DITTO.fullmatch(cell.text) and old.text for cell, old in zip(row.cells, above.cells, strict=True)]
    if not any(same):
        return row
    pairs = zip(row.cells, above.cells, same, strict=True)
    return replace(row, cells=tuple(replace(old, spans=True) if repeats else cell for cell, old, repeats in pairs))


def _row(reading: Reading, number: int, placed: Sequence[TableCell]) -> TableRow | None:
    """The row with the words of its cells, once where one spans columns; none where nothing in it begins here."""
    cells: list[Cell] = []
    for i, one in enumerate(placed):
        a, b = reading.view.trim(one.start, one.end)
        goes_on = i > 0 and placed[i - 1] is one
        # As written: a mark alone in its line has no letters, and running text leaves it out.
        text = "" if goes_on else View.words(reading.view, a, b)
        cells.append(Cell(a if text else b, b, text, bool(text) and one.row != number))
    own = [cell for cell in cells if cell.text and not cell.spans]
    return TableRow(tuple(cells), own[0].start, max(cell.end for cell in own)) if own else None
