"""Attendance grids: a row a member, a column a meeting, a letter in each cell, and a key to the letters.

The grid comes as a table, or with one cell a line, as a PDF's table often does when it becomes text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from ...folding import fold
from ...lexicon.entries import values, word_set
from ...parsed_minutes import Attendance, AttendanceStatus, Capacity, Evidence
from ..appointments.placing import Placing, find_month
from ..dates.written import Found, dates
from ..names.name_spans import name_from
from ..names.tokens import tokens
from ..page.headed_tables import HeadedTable, headed_tables
from ..page.reading import Reading

_KEY = re.compile(
    r"(?<![\w-])(?P<letter>[A-Z])\s*[-–=:]\s*(?P<word>present|sanctioned|apolog\w+|absent|late\w*|leave|excused"
    r"|attended|not required|no apolog\w+|consent\w*|in attendance)\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"[PSALXEN✓✗√/\-–]$|[A-Z]$")
_TERM_CELL = re.compile(r"\d{1,2}/(?:19|20)?\d{2}$")
_VACANT = re.compile(r"vacan(?:t|cy)\b", re.IGNORECASE)
_DATE_CELL = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$")
_PIECE = re.compile(r"[\d/.]{1,6}$")
_WHOLE_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d$")
_PIECES = 5
"""Lines at most over which a date is broken."""
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
    kind: str | None = None
    post: str | None = None
    term_end: str | None = None
    resigned: str | None = None

    @property
    def capacity(self) -> Capacity | None:
        """The capacity that the type of member gives."""
        said = values("grid", "types").get((self.kind or "").casefold(), "member")
        return next((capacity for capacity in get_args(Capacity) if capacity == said), None)


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class _Form:
    """What the head of a grid says: how many meetings, which is this one, what a letter means, if terms are given."""

    columns: int
    column: int
    key: dict[str, AttendanceStatus]
    terms: bool

    def status(self, letter: str) -> AttendanceStatus | None:
        return self.key.get(letter[:1])

    def is_cell(self, text: str) -> bool:
        return len(text) <= 2 and (text.upper() in self.key or _CELL.match(text) is not None)


def read_grid(reading: Reading, meeting_date: str | None) -> list[GridRow]:
    """The rows of the attendance grid at the head of the minutes; none where there is no grid."""
    if meeting_date is None:
        return []
    lines = _lines(reading)
    key = _key(reading, lines)
    if not key:
        return []
    for table in headed_tables(reading, reading.start, reading.last, lambda cells: len(_days(cells)) > 1):
        return _laid_out(reading, table, key, meeting_date)
    header = _header(reading, lines)
    if header is None:
        return []
    first, last, days = header
    column = _column([day.value for day in days], meeting_date)
    if column is None:
        _warn(reading, lines[first].start, lines[last].end)
        return []
    terms = any(_TERM_CELL.match(line.text) for line in lines[last:])
    return list(_rows(reading, lines, last + 1, _Form(len(days), column, key, terms)))


def _warn(reading: Reading, start: int, end: int) -> None:
    reading.warn(
        "grid_column", "no column of the attendance grid has the date of the meeting", start, end, "grid.header"
    )


def _days(cells: Sequence[str]) -> list[tuple[int, str]]:
    """The columns whose heading is a date and nothing else, and their dates."""
    found = []
    for i, text in enumerate(cells):
        here = dates(text, 0, len(text))
        if len(here) == 1 and here[0].end - here[0].start >= len(text) - 2:
            found.append((i, here[0].value))
    return found


def _laid_out(
    reading: Reading, table: HeadedTable, key: dict[str, AttendanceStatus], meeting_date: str
) -> list[GridRow]:
    """The rows of a grid that is a table: name, columns that tell of the seat, meetings, date of leaving."""
    days = _days([cell.text for cell in table.header.cells])
    of_meeting = _column([value for _, value in days], meeting_date)
    if of_meeting is None:
        _warn(reading, table.header.start, table.header.end)
        return []
    first, last = days[0][0], days[-1][0]
    found = []
    for row in table.rows:
        who, cell = row.cells[0], row.cells[days[of_meeting][0]]
        vacant = _VACANT.match(who.text)
        name = None if vacant else _name(reading, who.start, who.end)
        if name or vacant:
            letter = cell.text.upper()
            kind, post, term = _seat([beside.text for beside in row.cells[1:first]])
            left = next((beside.text for beside in row.cells[last + 1 :] if _DATE_CELL.match(beside.text)), None)
            found.append(
                GridRow(
                    name,
                    row.start,
                    row.end,
                    key.get(letter[:1]),
                    (cell.start, cell.end),
                    letter.startswith("L"),
                    kind,
                    post,
                    term,
                    _short_date(left) if left else None,
                )
            )
    return found


def _seat(cells: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """The type, post and end of term that the columns beside a name give."""
    kind: str | None = None
    post: str | None = None
    term: str | None = None
    for text in filter(None, cells):
        plain = text.casefold()
        if _TERM_CELL.match(text):
            term = find_month(text)
        elif kind is None and plain in values("grid", "types") and plain not in word_set("grid", "posts"):
            kind = text
        elif post is None:
            post = text
    return kind, post, term


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
    """The stretch of lines that hold nothing but at least two dates, one below the other or in one row.

    A narrow column breaks a date over several lines.
    """
    run: list[tuple[int, Found]] = []
    inside = -1
    for i, line in enumerate(lines):
        if i <= inside:
            continue
        if broken := _broken_date(lines, i):
            inside, day = broken
            run.append((inside, day))
            continue
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


def _broken_date(lines: Sequence[_Line], first: int) -> tuple[int, Found] | None:
    """The last line of a date that narrow lines make together, and the date: `14/0`, `9/20`, `21`."""
    joined = ""
    for i, line in enumerate(lines[first : first + _PIECES], first):
        joined += line.text
        if not _PIECE.match(line.text) or len(joined) > len("14/09/2021"):
            return None
        if i > first and _WHOLE_DATE.match(joined):
            day = dates(joined, 0, len(joined))
            return (i, Found(lines[first].start, line.end, day[0].value)) if day else None
    return None


def _key(reading: Reading, lines: list[_Line]) -> dict[str, AttendanceStatus]:
    found: dict[str, AttendanceStatus] = {}
    for m in _KEY.finditer(reading.view.norm, lines[0].start, lines[-1].end):
        word = m["word"].casefold()
        status = next((s for begins, s in _statuses() if word.startswith(begins)), None)
        if status:
            found.setdefault(m["letter"].upper(), status)
    return found if "present" in found.values() else {}


def _statuses() -> Iterable[tuple[str, AttendanceStatus]]:
    """How the words of a key begin, and what they make of a letter."""
    for begins, said in values("grid", "statuses").items():
        yield begins, next(status for status in get_args(AttendanceStatus) if status == said)


def _column(days: Sequence[str], meeting: str) -> int | None:
    """The column of the meeting: that of its date, else of its day and month, as years are misread."""
    exact = [i for i, d in enumerate(days) if d == meeting]
    same_day = [i for i, d in enumerate(days) if d[5:] == meeting[5:]]
    return next(iter(exact or same_day), None)


def _rows(reading: Reading, lines: list[_Line], first: int, form: _Form) -> Iterator[GridRow]:
    at = first
    while at < len(lines):
        line = lines[at]
        if _KEY.match(line.text):
            return
        vacant = _VACANT.match(line.text)
        name = None if vacant else _name(reading, line.start, line.end)
        if not vacant and not name:
            at += 1
            continue
        row, at = _vertical(reading, lines, at, form, name)
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
    reading: Reading, lines: list[_Line], at: int, form: _Form, name: str | None
) -> tuple[GridRow | None, int]:
    """A row with one cell a line, and the line after it.

    The lines are a type, the end of the term, a cell for each meeting (an empty line is an empty cell), a date left.
    """
    line = lines[at]
    kind, post, term, at = _beside(reading, lines, at + 1, form)
    if form.terms and term is None and at < len(lines) and not lines[at].text:
        at += 1  # the empty cell of the column that gives the end of the term
    cells: list[_Line] = []
    while at < len(lines) and len(cells) < form.columns and (not lines[at].text or form.is_cell(lines[at].text)):
        cells.append(lines[at])
        at += 1
    while at < len(lines) and not lines[at].text and any(following.text for following in lines[at : at + 2]):
        at += 1
    resigned = None
    if at < len(lines) and (left := _DATE_CELL.match(lines[at].text)):
        resigned = _short_date(left[0])
        at += 1
    if not cells and not resigned and term is None and kind is None:
        return None, at
    cell = cells[form.column] if form.column < len(cells) and cells[form.column].text else None
    letter = cell.text.strip().upper() if cell else ""
    row = GridRow(
        name,
        line.start,
        max([line.end, *(c.end for c in cells if c.text)]) if cell else line.end,
        form.status(letter),
        (cell.start, cell.end) if cell else None,
        letter.startswith("L"),
        kind,
        post,
        term,
        resigned,
    )
    return row, at


def _beside(
    reading: Reading, lines: list[_Line], at: int, form: _Form
) -> tuple[str | None, str | None, str | None, int]:
    """The type, post and end of term in the lines before the cells, and the line after them."""
    kind: str | None = None
    post: str | None = None
    while at < len(lines) and lines[at].text and not form.is_cell(lines[at].text):
        text = lines[at].text
        if _name(reading, lines[at].start, lines[at].end) or _VACANT.match(text) or _KEY.match(text):
            break
        if _TERM_CELL.match(text):
            return kind, post, find_month(text), at + 1
        plain = text.casefold()
        if kind is None and plain in values("grid", "types") and plain not in word_set("grid", "posts"):
            kind = text
        elif post is None:
            post = text
        at += 1
    return kind, post, None, at


def _short_date(text: str) -> str | None:
    day, month, year = re.split(r"[/.]", text)
    year = year if len(year) == 4 else "20" + year
    found = dates(f"{day}/{month}/{year}", 0, 12)
    return found[0].value if found else None


def grid_placings(rows: Sequence[GridRow]) -> list[Placing]:
    """Resignations and vacancies that the grid states."""
    found = []
    for row in rows:
        role = row.kind or row.post or "member"
        place = row.start, row.end
        if row.resigned and row.name:
            left = row.resigned
            found.append(Placing(*place, "grid.resigned", "resign", "noted", person=row.name, role=role, until=left))
        elif row.name is None:
            found.append(Placing(*place, "grid.vacant", "vacancy", "noted", role=role))
    return found


def with_grid(reading: Reading, attendance: list[Attendance], grid: Sequence[GridRow]) -> list[Attendance]:
    """The records with those of the grid.

    Who also stands in a list, as its chair or clerk, has the role of the list in the record of the grid.
    """
    if not grid:
        return attendance
    roles = {fold(a.person): a for a in attendance}
    found: list[Attendance] = []
    for row in grid:
        if row.name is None or row.status is None or row.cell is None:
            continue
        listed = roles.pop(fold(row.name), None)
        role = (listed.role if listed else None) or row.post
        organisation = row.kind if row.kind and row.kind.isupper() and len(row.kind) < 5 else None
        evidence: tuple[Evidence, ...] = ()
        if listed:
            evidence = reading.evidence(("statement", reading.place(listed.span), "attendance.list"))
        found.append(
            Attendance(
                person=row.name,
                status=row.status,
                role=role,
                capacity=row.capacity,
                organisation=organisation,
                arrived="late" if row.late else None,
                list=1,
                span=reading.span(row.start, row.end, "attendance.grid"),
                evidence=evidence,
            )
        )
    return [*found, *roles.values()]
