"""Small tables inside a section: who is away and who stands in, who declared what in which item.

A table has a head that says what its columns hold, and rows whose cells stand between bars, tabs or wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .entries import Listed
from .people import read_people
from .reading import Reading
from .tagging import Mention
from .vocabulary import data

_CELL = re.compile(r"[^|\t\n]+?(?=[|\t\n]| {4,}|$)")
_EMPTY = re.compile(r"[-–—.\s]*$|(?:n/?a|none|nil)$", re.IGNORECASE)


@dataclass(frozen=True)
class TableRow:
    """One row: the cells by what their column holds, and the people in the column of people."""

    reading: Reading
    cells: dict[str, tuple[int, int]]
    people: tuple[Listed, ...]

    @property
    def place(self) -> tuple[int, int]:
        """From the first to the last cell."""
        return min(start for start, _ in self.cells.values()), max(end for _, end in self.cells.values())

    def text(self, column: str) -> str | None:
        """The words of a cell, or none where it is empty or the table has no such column."""
        words = self.reading.words(*self.cells[column]).strip(" |") if column in self.cells else ""
        return words if words and not _EMPTY.fullmatch(words) else None

    def mentions(self, column: str) -> tuple[Mention, ...]:
        """The people named in a cell."""
        if column not in self.cells:
            return ()
        people = read_people(self.reading.view, self.reading.flow, *self.cells[column]).people
        return tuple(Mention(p.start, p.end, "person", p.person) for p in people)


def table_rows(reading: Reading, start: int, end: int, kind: str) -> Iterator[TableRow]:
    """The rows of the tables between two offsets; `kind` says which heads of columns in `data/tables.yaml` count."""
    head: list[str | None] | None = None
    for low, high in _lines(reading, start, end):
        cells = _cells(reading.flow, low, high)
        named = _head(reading, cells, kind)
        if named:
            head = named
            continue
        if head is None or not cells:
            continue
        if len(cells) > len(head):
            head = None
            continue
        row = {name: cell for name, cell in zip(head, cells, strict=False) if name}
        if "person" in row:
            people = read_people(reading.view, reading.flow, *row["person"]).people
            yield TableRow(reading, row, people)


def _lines(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = reading.flow.find("\n", at, end)
        stop = stop if stop >= 0 else end
        if reading.flow[at:stop].strip():
            yield at, stop
        at = stop + 1


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line in order; empty ones only where bars show them."""
    line = text[start:end]
    if "|" in line:
        first = line.index("|") + 1 if line.lstrip().startswith("|") else 0
        last = line.rstrip().rfind("|") if line.rstrip().endswith("|") else len(line)
        found, at = [], first
        for m in re.finditer(r"\|", line[first:last]):
            found.append((start + at, start + first + m.start()))
            at = first + m.end()
        found.append((start + at, start + last))
        return found
    parts = [
        (start + m.start(), start + m.end())
        for m in re.finditer(r"\S(?:[^\t\n]|(?<! ) {1,3}(?! ))*?(?=\t|\n| {3,}|$)", line)
    ]
    return parts if len(parts) > 1 else []


def _head(reading: Reading, cells: Sequence[tuple[int, int]], kind: str) -> list[str | None] | None:
    """What the columns hold, where the cells are the head of a table: a column of people and another that is known."""
    names: dict[str, str] = {form: name for name, forms in data("tables")[kind].items() for form in forms}
    found = [names.get(" ".join(reading.words(*cell).casefold().strip(" |:*").split())) for cell in cells]
    return found if "person" in found and len({f for f in found if f}) > 1 else None
