"""Votes in tables: a column for each side, with marks beside names or with the names in it, whole or flattened."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...documents.blocks import Table
from ..lists.entries import Listed
from ..lists.people import read_people
from ..page.headed_tables import Cell, HeadedTable, TableRow, all_rows, headed_tables
from ..page.reading import Reading
from .lists import may_vote, names_alone, only_names, people_in
from .words import CAST, NO_VOTE, Cast, SideColumn, count_in, miscounted, side_column, side_of

_MATTER_HEADING = re.compile(
    r"\W*(?:for\s+)?(?:the\s+)?(?P<matter>motion|amendment)\W*(?:\(?\d{1,3}\)?)?\W*", re.IGNORECASE
)
_NAME_HEADING = re.compile(
    r"\W*(?:names?|members?|councillors?|commissioners?|trustees?|directors?|governors?|vot(?:er|e|ing)s?|party|ward"
    r"|(?:recorded|roll[ -]?call)(?:\s+votes?)?|absent|excused|recused|apologies)?(?:\s+\w+)?\W*"
    r"|\W*(?:mov(?:ed|er|es)|motion|second(?:ed|er|s)?|first|1st|2nd|introduced|proposed|proposer|council|board|not\s+(?:voting|present)"
    r"|did\s+not\s+vote|[a-z]\.?)\W*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\W*(?:voting )?(?:names?|members?|councillors?|cllrs?|commissioners?|trustees?|directors?|governors?|voters?"
    r"|board members?|delegates?)(?: name)?\W*",
    re.IGNORECASE,
)
_VOTE_HEADING = re.compile(r"\W*(?:how )?(?:votes?|voted|voting)(?: cast)?\W*", re.IGNORECASE)
_MARK = re.compile(r"\W*(?:x|y|yes|✓|✔|√|☑|☒|1|\*|•|●|aye|nay|no|p|a)\W*|[✓✔√☑☒*•●]", re.IGNORECASE)
_ANSWER = re.compile(rf"\W*(?:voted\s+)?{CAST}\W*", re.IGNORECASE)
_MOST_LINES = 200
_LONGEST_CELL = 60
_ROLL_HEADING = re.compile(r"\b(?:roll[ -]?call|motion|vote|resolution|ordinance|amendment|bill)\b", re.IGNORECASE)
_NONE = re.compile(rf"\W*{NO_VOTE}\W*|\W*", re.IGNORECASE)
_FEWEST_TURNED = 2
_MOST_OTHERS = 6
"""Columns of a table of votes beside those of the sides: the names, who moved and seconded, who was away."""
_SHORTEST_ROLL = 3
"""Pairs of a line with a name and a line with a vote below which they may be anything."""


def vote_tables(reading: Reading) -> list[HeadedTable]:
    """The tables that have a column for each side."""
    return list(headed_tables(reading, reading.start, reading.last, _is_heading))


def table_votes(reading: Reading, found: Sequence[HeadedTable]) -> Iterator[Cast]:
    """The casts of tables with a column for each side: with a mark beside the name, or with the names in it."""
    for table in found:
        if (answers := _answer_columns([cell.text for cell in table.header.cells])) is not None:
            yield from _answered(reading, table, *answers)
            continue
        columns = [_column(cell.text) for cell in table.header.cells]
        rows = [list(_row(reading, row, columns)) for row in table.rows]
        in_cells = not any(column is None for column in columns)
        casts = [c for row in rows for c in row]
        if in_cells and (wrong := miscounted(columns, casts)):
            reading.warn("tally", wrong, table.start, table.end, "vote.table")
        else:
            yield from casts


def side_tables(reading: Reading) -> Iterator[tuple[Table, list[Cast]]]:
    """The tables whose first cells name the sides, each for all rows that it spans: `For | A`, `| B`; their casts."""
    for table in reading.page_tables:
        side: SideColumn | None = None
        casts: list[Cast] = []
        for row in all_rows(reading, table):
            first, *others = row.cells
            if first.text and not first.spans:
                side = side_column(first.text)
            for cell in others:
                if side and cell.text and not cell.spans:
                    casts += _cell(reading, cell.start, cell.end, side)
        if len({cast.side for cast in casts}) > 1:
            yield table, casts


def roll_tables(reading: Reading) -> Iterator[tuple[Table, list[Cast]]]:
    """The tables with a column of answers for each of several motions: `Member | Motion A | Motion B`."""
    for table in reading.page_tables:
        rows = all_rows(reading, table)
        if len(rows) <= _FEWEST_TURNED or not _ROLL_HEADING.search(" ".join(cell.text for cell in rows[0].cells)):
            continue
        casts: list[Cast] = []
        for row in rows[1:]:
            name = _one_name(reading, row.cells[0], listed=False) if row.cells else None
            answers = [(i, _ANSWER.fullmatch(cell.text), cell) for i, cell in enumerate(row.cells) if i and cell.text]
            if name is None or not all(answer or _NONE.fullmatch(cell.text) for _, answer, cell in answers):
                casts = []
                break
            casts += [
                Cast(name.person, side_of(answer), name.start, cell.end, "vote.table", ballot=i)
                for i, answer, cell in answers
                if answer
            ]
        if len({cast.ballot for cast in casts}) > 1:
            yield table, casts


def turned_tables(reading: Reading) -> Iterator[tuple[Table, list[Cast]]]:
    """The tables with a column for each person: below the names their answers, or a row of marks for each side."""
    for table in reading.page_tables:
        rows = all_rows(reading, table)
        names = [_one_name(reading, cell) for cell in rows[0].cells] if rows else []
        if sum(name is not None for name in names) < _FEWEST_TURNED:
            continue
        casts: list[Cast] = []
        for row in rows[1:]:
            head = next((cell.text for cell, name in zip(row.cells, names, strict=True) if name is None), "")
            side = side_column(head)
            for cell, name in zip(row.cells, names, strict=True):
                answer = None if side else _ANSWER.fullmatch(cell.text)
                if name and side and _MARK.fullmatch(cell.text):
                    casts.append(Cast(name.person, side.side, name.start, cell.end, "vote.table", side.matter))
                elif name and answer:
                    casts.append(Cast(name.person, side_of(answer), name.start, cell.end, "vote.table"))
        if len(casts) >= _FEWEST_TURNED:
            yield table, casts


def _one_name(reading: Reading, cell: Cell, *, listed: bool = True) -> Listed | None:
    """The person whose name is all that a cell holds: somebody listed or with a title, or anybody."""
    if not cell.text or cell.spans:
        return None
    people = people_in(reading, cell.start, cell.end)
    if not people and not listed:
        people = list(read_people(reading.view, reading.view.norm, cell.start, cell.end, surnames=True).people)
    whole = len(people) == 1 and only_names(reading, people, cell.start, cell.end, listed=listed)
    return people[0] if whole and (listed or may_vote(reading, people[0])) else None


def flattened_votes(reading: Reading, found: Sequence[HeadedTable]) -> tuple[list[Cast], list[tuple[int, int]]]:
    """The casts of tables whose cells became a line each, and where these tables stand.

    The headings of the sides come first, then the cells row by row; or each name and its vote by turns.
    """
    casts: list[Cast] = []
    places: list[tuple[int, int]] = []
    lines = [line for line in reading.lines(reading.view.norm) if not _in_table(line[0], found)]
    at = 0
    while at < len(lines):
        columns = _headings(reading, lines, at)
        if len(columns) > 1:
            cells, after = _cells(reading, lines, at + len(columns), columns)
        else:
            cells, after = _answers(reading, lines, at)
        if cells:
            casts += cells
            places.append((lines[at][0], lines[after - 1][1]))
        at = max(after, at + 1)
    return casts, places


def _in_table(at: int, found: Sequence[HeadedTable]) -> bool:
    """Whether an offset is in one of these tables, which are in order and apart."""
    before = bisect_right(found, at, key=lambda t: t.start) - 1
    return before >= 0 and at < found[before].end


def _answer_columns(headings: Sequence[str]) -> tuple[int, int] | None:
    """The columns of the names and of what each said, where one column has all votes: `Member`, `Vote`."""
    if any(_column(heading) for heading in headings):
        return None
    names = [i for i, heading in enumerate(headings) if heading and _NAMED.fullmatch(heading)]
    votes = [i for i, heading in enumerate(headings) if _VOTE_HEADING.fullmatch(heading)]
    return (names[0], votes[0]) if len(names) == 1 and len(votes) == 1 and names < votes else None


def _answered(reading: Reading, table: HeadedTable, name: int, vote: int) -> Iterator[Cast]:
    for row in table.rows:
        who, said = row.cells[name], row.cells[vote]
        answer = _ANSWER.fullmatch(said.text)
        if answer and not who.spans:
            for one in read_people(reading.view, reading.view.norm, who.start, who.end).people:
                end = one.end if said.spans else max(said.end, one.end)
                yield Cast(one.person, side_of(answer), one.start, end, "vote.table")


def _is_heading(cells: Sequence[str]) -> bool:
    if _answer_columns(cells) is not None:
        return True
    named = [c for c in cells if c.strip() and _column(c)]
    others = [c for c in cells if c.strip() and not _column(c)]
    sides = {_column(c) for c in named}
    return len(sides) >= 2 and len(others) <= _MOST_OTHERS and all(_NAME_HEADING.fullmatch(c) for c in others)


def _column(text: str) -> SideColumn | None:
    """The side that a heading names, with what it is for: `Against`, `For the amendment (3)`, `Motion`."""
    if found := side_column(text):
        return found
    if m := _MATTER_HEADING.fullmatch(text.strip()):
        return SideColumn("for", "amendment" if m["matter"].casefold() == "amendment" else "motion", count_in(text))
    return None


def _row(reading: Reading, row: TableRow, columns: Sequence[SideColumn | None]) -> Iterator[Cast]:
    pairs = list(zip(row.cells, columns, strict=True))
    marked = [column for cell, column in pairs if column and cell.text and _MARK.fullmatch(cell.text)]
    names = [cell for cell, column in pairs if column is None and cell.text]
    if names and len(marked) == 1:
        people = read_people(reading.view, reading.view.norm, names[0].start, names[0].end).people
        for person in people[:1]:
            end = max(row.end, person.end)
            yield Cast(person.person, marked[0].side, person.start, end, "vote.table", marked[0].matter)
        return
    if names or marked:
        return
    for cell, column in pairs:
        if column and cell.text:
            yield from _cell(reading, cell.start, cell.end, column)


def _cell(reading: Reading, start: int, end: int, column: SideColumn) -> Iterator[Cast]:
    for person in read_people(reading.view, reading.view.norm, start, end).people:
        yield Cast(person.person, column.side, person.start, person.end, "vote.table", column.matter)


def _headings(reading: Reading, lines: Sequence[tuple[int, int]], at: int) -> list[SideColumn]:
    """The sides that the lines from here name, one each, every one another."""
    found: list[SideColumn] = []
    for start, end in lines[at : at + 4]:
        column = _column(reading.view.norm[start:end]) if end - start < 40 else None
        if column is None or column in found:
            break
        found.append(column)
    return found


def _cells(
    reading: Reading, lines: Sequence[tuple[int, int]], at: int, columns: Sequence[SideColumn]
) -> tuple[list[Cast], int]:
    """The casts of the cells from a line on, a row of the table after the other; blank lines are empty cells.

    Only where the lines fill whole rows: else nobody can say whose column is whose, which is a warning.
    """
    cells: list[tuple[int, int]] = []
    for start, end in lines[at : at + _MOST_LINES]:
        low, high = reading.view.trim(start, end)
        if low < high and not (high - low < _LONGEST_CELL and names_alone(reading, low, high, listed=False)):
            break
        cells.append((low, high))
    after = at + len(cells)
    wide = len(columns)
    while len(cells) % wide and cells and cells[-1][0] >= cells[-1][1]:
        cells.pop()
    named = [(i, a, b) for i, (a, b) in enumerate(cells) if a < b]
    if not named:
        return [], after
    if len(cells) % wide or len(named) < 2:
        message = "the columns of a table of votes cannot be told apart"
        reading.warn("unparsed_line", message, named[0][1], named[-1][2], "vote.table")
        return [], after
    casts = [cast for i, a, b in named for cast in _cell(reading, a, b, columns[i % wide])]
    return casts, after


def _filled(reading: Reading, lines: Sequence[tuple[int, int]], at: int) -> int:
    """The first line from here that is not blank, of the two next at most."""
    return at + 1 if at < len(lines) and not reading.view.norm[slice(*lines[at])].strip() else at


def _answers(reading: Reading, lines: Sequence[tuple[int, int]], at: int) -> tuple[list[Cast], int]:
    """A roll call whose names and votes stand on lines by turns."""
    casts: list[Cast] = []
    filled = at
    while filled < len(lines) and (beneath := _filled(reading, lines, filled + 1)) < len(lines):
        (a, b), (c, d) = lines[filled], lines[beneath]
        answer = _ANSWER.fullmatch(reading.view.norm, c, d) if d - c < 30 else None
        low, high = reading.view.trim(a, b)
        if answer is None or low >= high or not (people := names_alone(reading, low, high)):
            break
        casts += [Cast(people[0].person, side_of(answer), people[0].start, d, "vote.table")]
        filled = _filled(reading, lines, beneath + 1)
    return (casts, min(filled, len(lines))) if len(casts) >= _SHORTEST_ROLL else ([], at)
