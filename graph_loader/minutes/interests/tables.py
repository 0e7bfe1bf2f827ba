"""Declarations of interest in tables with a column for the member, the item, the details and what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..lists.people import read_people
from ..page.column_headings import column_beginning
from ..page.headed_tables import TableRow, headed_tables
from ..page.reading import Reading


@dataclass(frozen=True)
class DeclaredRow:
    """One row: who declared, and the words of its cells by column."""

    person: str
    start: int
    end: int
    cells: dict[str, str]


def declared_rows(reading: Reading) -> Iterator[DeclaredRow]:
    """The rows of every table that has a column for members and one for their interests."""
    for table in headed_tables(reading, reading.start, reading.last, _is_header):
        columns = [column_beginning(cell.text, "declarations") for cell in table.header.cells]
        for row in table.rows:
            yield from _row(reading, row, columns)


def _is_header(headings: Sequence[str]) -> bool:
    named = [column_beginning(heading, "declarations") for heading in headings]
    about = re.search(r"\b(?:interest|nature|details?|reason)", " ".join(headings), re.IGNORECASE)
    return "person" in named[:2] and about is not None and len({n for n in named if n}) >= 3


def _row(reading: Reading, row: TableRow, columns: Sequence[str | None]) -> Iterator[DeclaredRow]:
    found: dict[str, str] = {}
    for cell, column in zip(row.cells, columns, strict=True):
        if column and cell.text.strip(" -–"):
            found.setdefault(column, cell.text)
    if "person" not in found or len(found) < 2:
        return
    who = row.cells[columns.index("person")]
    for person in read_people(reading.view, reading.view.norm, who.start, who.end).people:
        yield DeclaredRow(person.person, min(row.start, row.end if who.spans else who.start), row.end, found)
