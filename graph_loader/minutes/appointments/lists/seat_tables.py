"""Tables whose headings name their columns: body, office, member, term, proposer, seconder.

Laid out on the page, or, where a PDF was read cell by cell, with one cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...page.column_headings import column_of
from ...page.headed_tables import Cell, TableRow, all_rows, headed_tables
from ...page.reading import Reading
from ...page.rows import Row as Line
from ...votes.words import side_column
from ..placing import is_place
from .labels import is_office
from .rows import is_seats
from .seats import seats_in

_TELLING = re.compile(r"\b(?:appoint\w*|elected|nominee|proposer|proposed|representative|delegate)", re.IGNORECASE)
_PEOPLE = frozenset({"person", "proposer", "holder"})
_LONGEST_CELL = 60
"""Signs of a cell that stands on a line of its own."""


@dataclass(frozen=True)
class SeatCell:
    """A cell of people, and what its heading says of them: a role, the body (where it stands), whom they stand for."""

    start: int
    end: int
    role: str | None = None
    body: tuple[int, int] | None = None
    represents: str | None = None


@dataclass(frozen=True)
class SeatRow:
    """One row: its cells of people, and the places of the others by column, those that are empty left out.

    The row of headings has no cells. `telling`: the headings say by themselves that people are appointed, as a term
    beside a body and a member does.
    """

    start: int
    end: int
    people: tuple[SeatCell, ...]
    cells: dict[str, tuple[int, int]]
    telling: bool


def seat_rows(reading: Reading) -> list[SeatRow]:
    """The rows of all tables of seats in the minutes, and of their headings, in order."""
    found: list[SeatRow] = []
    for table in headed_tables(reading, reading.start, reading.last, _is_header):
        columns = [_column(cell.text) for cell in table.header.cells]
        telling = _TELLING.search(" ".join(cell.text for cell in table.header.cells)) is not None
        telling = telling or {*columns} >= {"body", "person", "term"}
        found.append(SeatRow(table.start, table.header.end, (), {}, telling))
        found += [_headed_row(row, table.header.cells, columns, telling) for row in table.rows]
    headed = {row.start for row in found}
    for block in reading.page_tables:
        rows = all_rows(reading, block)
        if len(rows) > 1 and not any(row.start in headed for row in rows) and _under_bodies(reading, rows):
            found += _rows_under_bodies(rows)
    return sorted([*found, *_stacked_rows(reading)], key=lambda row: row.start)


def _is_header(headings: Sequence[str]) -> bool:
    named = [heading for heading in headings if heading]
    known = [column for heading in named if (column := _column(heading))]
    return len(known) > 1 and len(known) * 3 >= len(named) * 2 and bool(_PEOPLE & {*known})


def _column(heading: str) -> str | None:
    """The column that a heading names: one of the list, or an office, below which its holders stand."""
    if known := column_of(heading, "appointments"):
        return known
    return "holder" if heading and is_office(heading) else None


def _headed_row(row: TableRow, headings: Sequence[Cell], columns: Sequence[str | None], telling: bool) -> SeatRow:
    cells: dict[str, tuple[int, int]] = {}
    people: list[SeatCell] = []
    for column, heading, cell in zip(columns, headings, row.cells, strict=True):
        if not cell.text:
            continue
        if column in {"person", "substitute", "holder"}:
            role = {"substitute": "substitute", "holder": heading.text.strip(" .:*")}.get(column)
            people.append(SeatCell(cell.start, cell.end, role))
        cells.setdefault(column or "other", (cell.start, cell.end))
    return SeatRow(row.start, row.end, tuple(people), cells, telling)


# -- bodies or places beside each other ------------------------------------------------------------------------------


def _under_bodies(reading: Reading, rows: Sequence[TableRow]) -> bool:
    """Whether below headings that are nobody's name there is nothing but people, from the first or second column on."""
    header, first = rows[0], _first(rows[0])
    headings = [cell.text for cell in header.cells[first:]]
    if len(headings) < 2 or not all(headings) or any(_is_other(reading, cell) for cell in header.cells):
        return False
    filled = [cell for row in rows[1:] for cell in row.cells[first:] if cell.text]
    seats = sum(is_seats(reading, cell.start, cell.end) or is_office(cell.text) for cell in filled)
    return len(filled) > 1 and seats * 4 >= len(filled) * 3


def _first(header: TableRow) -> int:
    """The column from which people stand: the second where the first has the bodies."""
    return 1 if column_of(header.cells[0].text, "appointments") == "body" else 0


def _is_other(reading: Reading, cell: Cell) -> bool:
    """Whether a heading is that of another kind of table, or a person."""
    known = any(column_of(cell.text, kind) for kind in ("attendance", "declarations") if cell.text)
    named = column_of(cell.text, "appointments") not in {"body", "substitute"} and known
    return named or side_column(cell.text) is not None or is_seats(reading, cell.start, cell.end)


def _rows_under_bodies(rows: Sequence[TableRow]) -> Iterator[SeatRow]:
    header, first = rows[0], _first(rows[0])
    yield SeatRow(header.start, header.end, (), {}, False)
    for row in rows[1:]:
        pairs = zip(header.cells[first:], row.cells[first:], strict=True)
        people = tuple(_seat_below(head, cell, first == 0) for head, cell in pairs if cell.text)
        cells = {"body": (row.cells[0].start, row.cells[0].end)} if first and row.cells[0].text else {}
        yield SeatRow(row.start, row.end, people, cells, False)


def _seat_below(head: Cell, cell: Cell, bodies: bool) -> SeatCell:
    if column_of(head.text, "appointments") == "substitute":
        return SeatCell(cell.start, cell.end, "substitute")
    if bodies:
        return SeatCell(cell.start, cell.end, body=(head.start, head.end))
    return SeatCell(cell.start, cell.end, represents=head.text)


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
        people = tuple(
            SeatCell(*cells[c], "substitute" if c == "substitute" else None)
            for c in ("person", "substitute")
            if c in cells
        )
        found.append(SeatRow(start.begin, end, people, cells, True))
    return found, at


def _is_office(reading: Reading, line: Line) -> bool:
    text = reading.words(line.start, line.end)
    return len(text) <= _LONGEST_CELL and is_place(text) and not text.endswith(".")


def _is_name(reading: Reading, line: Line) -> bool:
    if line.end - line.start > _LONGEST_CELL or _is_office(reading, line):
        return False
    seats = seats_in(reading, line.start, line.end)
    return seats.is_list and seats.strange == 0
