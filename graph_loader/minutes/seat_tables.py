"""Tables whose headings name their columns: body, office, member, term, proposer, seconder.

Laid out on the page, or, where a PDF was read cell by cell, with one cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .column_headings import column_of
from .headed_tables import headed_tables
from .placing import is_place
from .reading import Reading
from .rows import Row as Line
from .seats import seats_in

_TELLING = re.compile(r"\b(?:appoint\w*|elected|nominee|proposer|proposed|representative|delegate)", re.IGNORECASE)
_LONGEST_CELL = 60
"""Signs of a cell that stands on a line of its own."""


@dataclass(frozen=True)
class SeatRow:
    """One row: the place of each of its cells by column, those that are empty left out; the row of headings has none.

    `telling`: the headings say by themselves that people are appointed.
    """

    start: int
    end: int
    cells: dict[str, tuple[int, int]]
    telling: bool


def seat_rows(reading: Reading) -> list[SeatRow]:
    """The rows of all tables of seats in the minutes, and of their headings, in order."""
    found: list[SeatRow] = []
    for table in headed_tables(reading, reading.start, reading.last, _is_header):
        header = table.header
        telling = _TELLING.search(" ".join(cell.text for cell in header.cells)) is not None
        columns = [column_of(cell.text, "appointments") or "other" for cell in header.cells]
        found.append(SeatRow(header.start, header.end, {}, telling))
        for row in table.rows:
            cells: dict[str, tuple[int, int]] = {}
            for column, cell in zip(columns, row.cells, strict=True):
                if cell.text:
                    cells.setdefault(column, (cell.start, cell.end))
            found.append(SeatRow(row.start, row.end, cells, telling))
    return sorted([*found, *_stacked_rows(reading)], key=lambda row: row.start)


def _is_header(headings: Sequence[str]) -> bool:
    named = [heading for heading in headings if heading]
    known = [column for heading in named if (column := column_of(heading, "appointments"))]
    return len(known) > 1 and len(known) * 3 >= len(named) * 2 and bool({"person", "proposer"} & {*known})


# -- one cell a line ---------------------------------------------------------------------------------------------------


def _stacked_rows(reading: Reading) -> Iterator[SeatRow]:
    """The rows of tables that became a line a cell."""
    lines = [row for p in reading.outline.paragraphs if p.start < reading.last for row in p.rows]
    at = 0
    while at < len(lines):
        columns = _stacked_head(reading, lines, at)
        if columns:
            rows, at = _stacked(reading, lines, at + len(columns), columns)
            yield from rows
        else:
            at += 1


def _stacked_head(reading: Reading, lines: Sequence[Line], at: int) -> tuple[str, ...]:
    """The columns that successive lines name, from one on; none unless an office or body and people are among them."""
    columns: list[str] = []
    for line in lines[at:]:
        column = column_of(reading.words(line.start, line.end), "appointments")
        if column is None:
            break
        columns.append(column)
    if len(columns) < 2 or "person" not in columns or not {"role", "body"} & set(columns):
        return ()
    return tuple(columns)


def _stacked(reading: Reading, lines: Sequence[Line], at: int, columns: tuple[str, ...]) -> tuple[list[SeatRow], int]:
    """The rows of a table with a cell a line: an office begins a row, and names follow in the order of the columns."""
    first = next(c for c in columns if c in {"role", "body"})
    others = [c for c in columns if c != first]
    found: list[SeatRow] = []
    while at < len(lines) and _is_office(reading, lines[at]):
        start, cells = lines[at], {first: (lines[at].start, lines[at].end)}
        end = lines[at].end
        at += 1
        for column in others:
            if at >= len(lines) or not _is_name(reading, lines[at]):
                break
            cells[column] = lines[at].start, lines[at].end
            end = lines[at].end
            at += 1
        found.append(SeatRow(start.begin, end, cells, True))
    return found, at


def _is_office(reading: Reading, line: Line) -> bool:
    text = reading.words(line.start, line.end)
    return len(text) <= _LONGEST_CELL and is_place(text) and not text.endswith(".")


def _is_name(reading: Reading, line: Line) -> bool:
    if line.end - line.start > _LONGEST_CELL or _is_office(reading, line):
        return False
    seats = seats_in(reading, line.start, line.end)
    return seats.is_list and seats.strange == 0
