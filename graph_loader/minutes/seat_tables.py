"""Tables with a head that names their columns: body, office, member, term, proposer, seconder.

Written with pipes, tabs or blanks, or, where a PDF was read cell by cell, with one cell a line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .placing import is_place
from .reading import Reading
from .rows import Row as Line
from .seats import seats_in
from .vocabulary import data

_GAPS = re.compile(r"[ \x1f]*\t[ \t\x1f]*|(?<![ \x1f])[ ]{2,}(?![ \x1f])")
_KINDS = ("body", "role", "person", "substitute", "proposer", "seconder", "term", "replaces", "other")
_TELLING = re.compile(r"\b(?:appoint\w*|elected|nominee|proposer|proposed|representative|delegate)", re.IGNORECASE)
_LONGEST_CELL = 60
"""Signs of a cell that stands on a line of its own."""


@dataclass(frozen=True)
class TableRow:
    """One row: the place of each of its cells by column, those that are empty left out.

    `telling`: the head of the table says by itself that people are appointed.
    """

    start: int
    end: int
    cells: dict[str, tuple[int, int]]
    telling: bool


@dataclass(frozen=True)
class _Head:
    columns: tuple[str, ...]
    starts: tuple[int, ...]
    piped: bool
    tabbed: bool
    telling: bool


@cache
def _columns(kind: str) -> frozenset[str]:
    return frozenset(str(c).casefold() for c in data("appointments")["columns"][kind])


def column_of(text: str) -> str | None:
    """Which column of a table of seats a heading names."""
    plain = " ".join(text.casefold().strip(" .:*").split())
    return next((kind for kind in _KINDS if plain in _columns(kind)), None)


def table_rows(reading: Reading) -> list[TableRow]:
    """The rows of all tables of seats in the minutes, their heads left out."""
    lines = [row for p in reading.outline.paragraphs if p.start < reading.last for row in p.rows]
    found: list[TableRow] = []
    at = 0
    while at < len(lines):
        head = _head(reading, lines[at])
        if head:
            found.append(TableRow(lines[at].begin, lines[at].end, {}, head.telling))
            at += 1
            while at < len(lines) and (row := _row(reading, head, lines[at])) is not None:
                found.append(row)
                at += 1
            continue
        column_lines = _stacked_head(reading, lines, at)
        if column_lines:
            rows, at = _stacked(reading, lines, at + len(column_lines), column_lines)
            found += rows
            continue
        at += 1
    return found


def _cells(reading: Reading, line: Line) -> list[tuple[int, int]]:
    """The cells of a line, those of a table with pipes also where they are empty."""
    text = reading.flow[line.begin : line.end]
    if "|" in text:
        edges = [line.begin + m.start() for m in re.finditer(r"\|", text)]
        edges = [line.begin - 1, *edges] if not text.startswith("|") else edges
        edges = [*edges, line.end] if not text.rstrip().endswith("|") else edges
        return [reading.trim(a + 1, b) for a, b in itertools.pairwise(edges)]
    found, at = [], line.begin
    tabs = "\t" in text
    for m in re.finditer(r"\t" if tabs else _GAPS.pattern, text):
        found.append(reading.trim(at, line.begin + m.start()))
        at = line.begin + m.end()
    return [*found, reading.trim(at, line.end)]


def _head(reading: Reading, line: Line) -> _Head | None:
    cells = _cells(reading, line)
    if len(cells) < 2:
        return None
    columns = [column_of(reading.words(a, b)) for a, b in cells]
    known = [c for c in columns if c]
    if len(known) < 2 or len(known) * 3 < len(columns) * 2 or not {"person", "proposer"} & set(known):
        return None
    text = reading.flow[line.begin : line.end]
    start_of_line = reading.view.document.text.rfind("\n", 0, line.begin) + 1
    return _Head(
        tuple(c or "other" for c in columns),
        tuple(a - start_of_line for a, _ in cells),
        "|" in text,
        "\t" in text,
        _TELLING.search(text) is not None,
    )


def _row(reading: Reading, head: _Head, line: Line) -> TableRow | None:
    """A row under a head, or none where the table has ended."""
    text = reading.flow[line.begin : line.end]
    if head.piped != ("|" in text) or (head.tabbed and "\t" not in text):
        return None
    cells = list(_cells(reading, line))
    start_of_line = reading.view.document.text.rfind("\n", 0, line.begin) + 1
    if not head.piped and not head.tabbed:
        indent = line.begin - start_of_line
        if len(cells) < 2 and indent < head.starts[1] - 2:
            return None
    found: dict[str, tuple[int, int]] = {}
    for i, (a, b) in enumerate(cells):
        if b <= a:
            continue
        if head.piped or head.tabbed:
            column = head.columns[i] if i < len(head.columns) else "other"
        else:
            offset = a - start_of_line
            nearest = min(range(len(head.starts)), key=lambda n: abs(head.starts[n] - offset))
            column = head.columns[nearest]
        found.setdefault(column, (a, b))
    return TableRow(line.begin, line.end, found, head.telling) if found else None


# -- one cell a line ---------------------------------------------------------------------------------------------------


def _stacked_head(reading: Reading, lines: Sequence[Line], at: int) -> tuple[str, ...]:
    """The columns that successive lines name, from one on; none unless an office or body and people are among them."""
    columns: list[str] = []
    while at < len(lines) and (column := column_of(reading.words(lines[at].start, lines[at].end))) is not None:
        columns.append(column)
        at += 1
    if len(columns) < 2 or "person" not in columns or not {"role", "body"} & set(columns):
        return ()
    return tuple(columns)


def _stacked(reading: Reading, lines: Sequence[Line], at: int, columns: tuple[str, ...]) -> tuple[list[TableRow], int]:
    """The rows of a table with a cell a line: an office begins a row, and names follow in the order of the columns."""
    first = next(c for c in columns if c in {"role", "body"})
    others = [c for c in columns if c != first]
    found: list[TableRow] = []
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
        found.append(TableRow(start.begin, end, cells, True))
    return found, at


def _is_office(reading: Reading, line: Line) -> bool:
    text = reading.words(line.start, line.end)
    return len(text) <= _LONGEST_CELL and is_place(text) and not text.endswith(".")


def _is_name(reading: Reading, line: Line) -> bool:
    if line.end - line.start > _LONGEST_CELL or _is_office(reading, line):
        return False
    seats = seats_in(reading, line.start, line.end)
    return seats.is_list and seats.strange == 0


def office_rows(reading: Reading) -> Iterator[TableRow]:
    """The rows that say who proposed somebody."""
    for row in table_rows(reading):
        if "proposer" in row.cells:
            yield row
