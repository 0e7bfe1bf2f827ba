"""Attendance grids: a row a member, a column a meeting, a letter in each cell, and a key to the letters.

The grid comes as a table, or with one cell a line, as a PDF's table often does when it becomes text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..parsed_minutes import AttendanceStatus, Capacity
from .dates import Found, dates
from .names import name_from
from .placing import Placing, find_month
from .reading import Reading
from .tokens import tokens

_KEY = re.compile(
    r"(?<![\w-])(?P<letter>[A-Z])\s*[-–=:]\s*(?P<word>present|sanctioned|apolog\w+|absent|late\w*|leave|excused|attended|not required|no apolog\w+|consent\w*|in attendance)\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"[PSALXEN✓✗√/\-–]$|[A-Z]$")
_TERM_CELL = re.compile(r"\d{1,2}/(?:19|20)?\d{2}$")
_VACANT = re.compile(r"vacan(?:t|cy)\b", re.IGNORECASE)
_TYPES: dict[str, Capacity] = {
    "co-opted": "co_opted",
    "coopted": "co_opted",
    "parent": "representative",
    "staff": "representative",
    "la": "representative",
    "local authority": "representative",
    "foundation": "representative",
    "authority": "representative",
    "associate": "member",
    "ex-officio": "member",
    "ex officio": "member",
    "headteacher": "member",
    "head teacher": "member",
    "community": "member",
    "partnership": "member",
}
_STATUS: tuple[tuple[str, AttendanceStatus], ...] = (
    ("present", "present"),
    ("attended", "present"),
    ("late", "present"),
    ("sanction", "apologies"),
    ("apolog", "apologies"),
    ("leave", "apologies"),
    ("excused", "apologies"),
    ("consent", "apologies"),
    ("no apolog", "absent"),
    ("absent", "absent"),
    ("in attendance", "in_attendance"),
)
_MOST_LINES = 400


@dataclass(frozen=True)
class GridRow:
    """One row of a grid: the name and its place, what the cells say, and the columns beside the name."""

    name: str | None
    start: int
    end: int
    status: AttendanceStatus | None
    cell: tuple[int, int] | None
    late: bool
    kind: str | None
    post: str | None
    term_end: str | None
    resigned: str | None

    @property
    def capacity(self) -> Capacity | None:
        """The capacity that the type of member gives."""
        return _TYPES.get((self.kind or "").casefold(), "member")


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def read_grid(reading: Reading, meeting_date: str | None) -> list[GridRow]:
    """The rows of the attendance grid at the head of the minutes; none where there is no grid."""
    if meeting_date is None:
        return []
    lines = _lines(reading)
    header = _header(reading, lines)
    if header is None:
        return []
    first, last, days = header
    key = _key(reading, lines)
    column = _column(days, meeting_date)
    if not key or column is None:
        if key:
            reading.warn(
                "grid_column",
                "no column of the attendance grid has the date of the meeting",
                lines[first].start,
                lines[last].end,
                "grid.header",
            )
        return []
    terms = any(_TERM_CELL.match(line.text) for line in lines[last:])
    return list(_rows(reading, lines, last + 1, len(days), column, key, terms))


def _lines(reading: Reading) -> list[_Line]:
    norm = reading.view.norm
    found: list[_Line] = []
    for start in reading.view.line_starts:
        if start < reading.start:
            continue
        end = norm.find("\n", start)
        end = len(norm) if end < 0 else end
        a, b = reading.view.trim(start, end)
        found.append(_Line(a, b, norm[a:b]))
        if len(found) >= _MOST_LINES or start > reading.last:
            break
    return found


def _header(reading: Reading, lines: list[_Line]) -> tuple[int, int, list[Found]] | None:
    """The stretch of lines that hold nothing but at least two dates, one below the other or in one row."""
    run: list[tuple[int, Found]] = []
    for i, line in enumerate(lines):
        here = dates(reading.view.norm, line.start, line.end)
        rest = re.sub(r"[\s|]", "", line.text)
        covered = sum(d.end - d.start for d in here)
        if here and covered >= len(rest) - 2 - (25 if len(here) > 1 else 0):
            run += [(i, d) for d in here]
            if len(here) > 1:
                return i, i, here
        elif line.text and run:
            if len(run) >= 2:
                return run[0][0], run[-1][0], [d for _, d in run]
            run = []
    return None


def _key(reading: Reading, lines: list[_Line]) -> dict[str, AttendanceStatus]:
    found: dict[str, AttendanceStatus] = {}
    for m in _KEY.finditer(reading.view.norm, lines[0].start, lines[-1].end):
        word = m["word"].casefold()
        status = next((s for w, s in _STATUS if word.startswith(w)), None)
        if status:
            found.setdefault(m["letter"].upper(), status)
    return found if "present" in found.values() else {}


def _column(days: list[Found], meeting: str) -> int | None:
    exact = [i for i, d in enumerate(days) if d.value == meeting]
    same_day = [i for i, d in enumerate(days) if d.value[5:] == meeting[5:]]
    return (exact or same_day or [None])[0]


def _rows(
    reading: Reading,
    lines: list[_Line],
    first: int,
    columns: int,
    column: int,
    key: dict[str, AttendanceStatus],
    terms: bool,
) -> Iterator[GridRow]:
    at = first
    while at < len(lines):
        line = lines[at]
        if _KEY.match(line.text):
            return
        table = (
            re.split(r"\s*\|\s*|\t+|\s{3,}", line.text.strip("| ")) if re.search(r"\||\t|\s{3,}", line.text) else None
        )
        if table and len(table) > columns and (name := _name(reading, line.start, line.start + len(table[0]) + 3)):
            cells = table[-columns:] if len(table) >= columns + 1 else table[1:]
            letter = cells[column].strip().upper() if column < len(cells) else ""
            yield GridRow(
                name,
                line.start,
                line.end,
                key.get(letter[:1]),
                (line.start, line.end),
                letter.startswith("L"),
                table[1] if len(table) > columns + 1 else None,
                None,
                None,
                None,
            )
            at += 1
            continue
        vacant = _VACANT.match(line.text)
        found = None if vacant else _name(reading, line.start, line.end)
        if not vacant and not found:
            at += 1
            continue
        row, at = _vertical(reading, lines, at, columns, column, key, found, terms)
        if row is not None:
            yield row


def _name(reading: Reading, start: int, end: int) -> str | None:
    row = tokens(reading.view.norm, start, end)
    stop = name_from(row, 0, False)
    if (
        stop is None
        or stop < len([t for t in row if t.kind in {"word", "initials"}])
        or sum(t.kind == "word" for t in row[:stop]) < 2
    ):
        return None
    return reading.words(row[0].start, row[stop - 1].end)


def _vertical(
    reading: Reading,
    lines: list[_Line],
    at: int,
    columns: int,
    column: int,
    key: dict[str, AttendanceStatus],
    name: str | None,
    terms: bool,
) -> tuple[GridRow | None, int]:
    """A row with one cell a line: type, end of term, a cell for each meeting (an empty line is an empty cell), a date left."""
    line = lines[at]
    at += 1
    kind = post = term = None
    while at < len(lines) and lines[at].text and not _is_cell(lines[at].text, key):
        text = lines[at].text
        if _name(reading, lines[at].start, lines[at].end) or _VACANT.match(text) or _KEY.match(text):
            break
        if _TERM_CELL.match(text):
            term = find_month(text)
            at += 1
            break
        if text.casefold() in _TYPES and kind is None and text.casefold() not in {"headteacher", "head teacher"}:
            kind = text
        elif post is None:
            post = text
        at += 1
    if terms and term is None and at < len(lines) and not lines[at].text:
        at += 1  # the empty cell of the column that gives the end of the term
    cells: list[_Line] = []
    while at < len(lines) and len(cells) < columns and (not lines[at].text or _is_cell(lines[at].text, key)):
        cells.append(lines[at])
        at += 1
    resigned = None
    while at < len(lines) and not lines[at].text and any(line.text for line in lines[at : at + 2]):
        at += 1
    if at < len(lines) and lines[at].text and (left := re.match(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$", lines[at].text)):
        resigned = _short_date(left[0])
        at += 1
    if not cells and not resigned and term is None and kind is None:
        return None, at
    cell = cells[column] if column < len(cells) and cells[column].text else None
    letter = cell.text.strip().upper() if cell else ""
    end = max([line.end, *(c.end for c in cells if c.text)])
    return GridRow(
        name,
        line.start,
        line.end if cell is None else end,
        key.get(letter[:1]) if letter else None,
        (cell.start, cell.end) if cell else None,
        letter.startswith("L"),
        kind,
        post,
        term,
        resigned,
    ), at


def _is_cell(text: str, key: dict[str, AttendanceStatus]) -> bool:
    return len(text) <= 2 and (text.upper() in key or _CELL.match(text) is not None)


def _short_date(text: str) -> str | None:
    day, month, year = re.split(r"[/.]", text)
    year = year if len(year) == 4 else "20" + year
    found = dates(f"{day}/{month}/{year}", 0, 12)
    return found[0].value if found else None


def grid_placings(reading: Reading, rows: list[GridRow]) -> list[Placing]:
    """Resignations and vacancies that the grid states."""
    found = []
    for row in rows:
        role = row.kind or row.post or "member"
        if row.resigned and row.name:
            found.append(
                Placing(
                    row.start,
                    row.end,
                    "grid.resigned",
                    "resign",
                    "noted",
                    person=row.name,
                    role=role,
                    until=row.resigned,
                )
            )
        elif row.name is None:
            found.append(Placing(row.start, row.end, "grid.vacant", "vacancy", "noted", role=role))
    return found
