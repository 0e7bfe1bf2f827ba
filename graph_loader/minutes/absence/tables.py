"""Tables inside a section on apologies: who is away, why, and who stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..lists.entries import Listed
from ..lists.people import read_people
from ..names.mentions import Mention
from ..page.column_headings import column_of
from ..page.headed_tables import Cell, headed_tables
from ..page.reading import Reading

_EMPTY = re.compile(r"[-–—.\s]*$|(?:n/?a|none|nil)$", re.IGNORECASE)


@dataclass(frozen=True)
class AwayRow:
    """One row: its cells by what their column holds, the people in the column of people, and where it stands."""

    reading: Reading
    cells: dict[str, Cell]
    people: tuple[Listed, ...]
    place: tuple[int, int]

    def text(self, column: str) -> str | None:
        """The words of a cell, or none where it is empty or the table has no such column."""
        words = self.cells[column].text if column in self.cells else ""
        return words if words and not _EMPTY.fullmatch(words) else None

    def mentions(self, column: str) -> tuple[Mention, ...]:
        """The people named in a cell."""
        if column not in self.cells:
            return ()
        cell = self.cells[column]
        people = read_people(self.reading.view, self.reading.flow, cell.start, cell.end).people
        return tuple(Mention(p.start, p.end, "person", p.person) for p in people)


def away_rows(reading: Reading, start: int, end: int) -> Iterator[AwayRow]:
    """The rows of the tables between two offsets that have a column of people and another that is known."""
    for table in headed_tables(reading, start, end, _is_header):
        columns = _columns([cell.text for cell in table.header.cells])
        for row in table.rows:
            cells = {name: cell for name, cell in zip(columns, row.cells, strict=True) if name}
            who = cells["person"]
            people = () if who.spans else read_people(reading.view, reading.flow, who.start, who.end).people
            yield AwayRow(reading, cells, people, (row.start, row.end))


def _columns(headings: Sequence[str]) -> list[str | None]:
    return [column_of(heading, "apologies") for heading in headings]


def _is_header(headings: Sequence[str]) -> bool:
    found = _columns(headings)
    return found.count("person") == 1 and len({f for f in found if f}) > 1
