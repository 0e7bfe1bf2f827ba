"""Declarations of interest in tables with a column for the member, the item, the details and what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cells import Cell, tables
from .people import read_people
from .reading import Reading

_COLUMNS = {
    "person": re.compile(r"(?:name|names|members?|councillors?|cllrs?|governors?|directors?|trustees?)\b.{0,20}", re.I),
    "item": re.compile(r"(?:agenda|minute|item)s?\b.{0,20}", re.I),
    "kind": re.compile(r"(?:nature|type|kind|category)\b.{0,30}|pecuniary.{0,30}", re.I),
    "reason": re.compile(r"(?:details?|reasons?|interests?|description|subject|matter|organisation)\b.{0,30}", re.I),
    "action": re.compile(r"(?:action|left|remained|participat|spoke|voted|withdr).{0,30}", re.I),
}


@dataclass(frozen=True)
class DeclaredRow:
    """One row: who declared, and the words of its cells by column."""

    person: str
    start: int
    end: int
    cells: dict[str, str]


def declared_rows(reading: Reading) -> Iterator[DeclaredRow]:
    """The rows of every table that has a column for members and one for their interests."""
    for table in tables(reading.view, reading.start, reading.last, _is_heading):
        columns = [_column(cell.text) for cell in table.header]
        for row in table.rows:
            yield from _row(reading, row, columns)


def _column(text: str) -> str | None:
    words = " ".join(text.strip(" *:").split())
    return next((name for name, pattern in _COLUMNS.items() if pattern.fullmatch(words)), None)


def _is_heading(cells: Sequence[str]) -> bool:
    named = [_column(c) for c in cells]
    about = re.search(r"\b(?:interest|nature|details?|reason)", " ".join(cells), re.IGNORECASE)
    return named[0] == "person" and about is not None and len({n for n in named if n}) >= 3


def _row(reading: Reading, row: Sequence[Cell], columns: Sequence[str | None]) -> Iterator[DeclaredRow]:
    found: dict[str, str] = {}
    for cell, column in zip(row, columns, strict=False):
        if column and cell.text.strip(" -–"):
            found.setdefault(column, cell.text.strip())
    if "person" not in found or len(found) < 2:
        return
    for person in read_people(reading.view, reading.view.norm, row[0].start, row[0].end).people:
        last = max(cell.end for cell in row if cell.text)
        yield DeclaredRow(person.person, row[0].start, last, found)
