"""Ruled tables on a page: one line a row where the cells are short, else one cell after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from ..structure import Markdown
from .columns import read_columns
from .lines import Word

_SHORT = 48
"""Signs that a cell may hold to stand in one line with its neighbours."""
_GRID_COLUMNS = 5
_GRID_CELL = 12
"""Columns and signs a cell from which a table is a grid, as of attendance at the meetings of a year."""
_MARK = 2
"""Signs of a mark in a grid, such as P or L*."""
_CELL_LINES, _CELL = 4, 160
"""Lines and signs that each cell of a table of data may hold; in one with more, cells are read one by one."""
_EMPTY = "–"
"""What an empty cell of a grid is written as, so that the others keep their places."""
_SAME_ROW = 0.6
"""Share of its height that a row must have in common with its neighbour to be one row with it."""
_FRAGMENT = re.compile(r"[\d/.\s-]+")
_NUMBER = re.compile(r"\(?[A-Za-z]?\d{0,4}(?:\.\d{1,3}){0,3}[a-z]?[.)]?")

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points."""


@dataclass(frozen=True)
class RuledTable:
    """A ruled table: its place, and the places of its cells row by row, none where a cell is missing."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]

    @property
    def width(self) -> int:
        """How many cells stand side by side in the fullest row."""
        return max((sum(cell is not None for cell in row) for row in self.rows), default=0)

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the table."""
        return _inside(word, self.box)


def tables_on(page: Any, words: Sequence[Word]) -> list[RuledTable]:
    """The tables of a page of pdfplumber that have at least two cells side by side, from top to bottom.

    A single row with other words at its side is a ruled line of text and no table.
    """
    found: list[RuledTable] = []
    for table in page.find_tables():
        left, top, right, bottom = table.bbox
        found.append(RuledTable((left, top, right, bottom), tuple(tuple(row.cells) for row in table.rows)))
    tables = _rows_joined(sorted(found, key=lambda t: (t.box[1], t.box[0])))
    return [t for t in tables if t.width > 1 and not (len(t.rows) == 1 and any(_beside(w, t) for w in words))]


def _rows_joined(tables: Sequence[RuledTable]) -> list[RuledTable]:
    """The tables, those of a single row that lie side by side made one."""
    result: list[RuledTable] = []
    for table in tables:
        before = result[-1] if result else None
        if before and len(before.rows) == len(table.rows) == 1 and _overlap(before.box, table.box) > _SAME_ROW:
            cells = sorted((c for c in before.rows[0] + table.rows[0] if c), key=lambda c: c[0])
            edges = zip(before.box, table.box, strict=True)
            left, top, right, bottom = (f(pair) for f, pair in zip((min, min, max, max), edges, strict=True))
            result[-1] = RuledTable((left, top, right, bottom), (tuple(cells),))
        else:
            result.append(table)
    return result


def _overlap(one: Box, other: Box) -> float:
    """Which share of the flatter box's height both have in common."""
    common = min(one[3], other[3]) - max(one[1], other[1])
    return common / max(0.1, min(one[3] - one[1], other[3] - other[1]))


def _beside(word: Word, table: RuledTable) -> bool:
    left, top, right, bottom = table.box
    return top <= (word.top + word.bottom) / 2 <= bottom and not left <= (word.x0 + word.x1) / 2 <= right


def written_table(table: RuledTable, words: Sequence[Word]) -> list[str]:
    """The lines of text that a table makes."""
    cells = [[_lines(cell, words) for cell in row] for row in table.rows]
    filled = [text for row in cells for cell in row for text in cell]
    if len(cells) == 1:
        # The line of a form: label, value, label, value.
        return [text for cell in cells[0] for text in cell]
    if _is_pure_grid(table, cells):
        present = [
            [text for text, box in zip(row, boxes, strict=True) if box]
            for row, boxes in zip(cells, table.rows, strict=True)
        ]
        return ["\t".join(" ".join(cell) or _EMPTY for cell in row) for row in present]
    columns = max((len(row) for row in cells), default=0)
    if columns >= _GRID_COLUMNS and filled and median(len(text) for text in filled) <= _GRID_CELL:
        # An empty cell would be lost in a line of tabs; one cell a line is how grids come out of most PDFs.
        return [text for row in cells for cell in row for text in cell]
    if table.width > 1 and all(
        len(cell) <= _CELL_LINES and sum(map(len, cell)) <= _CELL for row in cells for cell in row
    ):
        markdown = Markdown()
        markdown.table(
            [
                [" ".join(cell) for cell, box in zip(row, boxes, strict=True) if box]
                for row, boxes in zip(cells, table.rows, strict=True)
            ]
        )
        return markdown.text().rstrip("\n").split("\n")
    return [text for row in cells for text in _row(row)]


def _is_pure_grid(table: RuledTable, cells: Sequence[Sequence[list[str]]]) -> bool:
    """Whether every row is a name with a sign or nothing for each meeting."""
    widths = {sum(box is not None for box in row) for row in table.rows}
    marks = ["".join(cell) for row in cells for cell in row[1:]]
    names = ["".join(row[0]) for row in cells]
    return (
        len(widths) == 1
        and min(widths) >= _GRID_COLUMNS
        and all(names)
        and any(marks)
        and max(map(len, marks)) <= _MARK
        and not any(mark.isdigit() for mark in marks)
    )


def _lines(cell: Box | None, words: Sequence[Word]) -> list[str]:
    inside = [w for w in words if _inside(w, cell)] if cell else []
    lines = [text for text in read_columns(inside) if text.strip()]
    if len(lines) > 1 and all(_FRAGMENT.fullmatch(text) for text in lines):
        return ["".join(lines)] if len("".join(lines)) <= 10 else lines
    return lines


def _row(cells: Sequence[list[str]]) -> list[str]:
    filled = [cell for cell in cells if cell]
    if not filled:
        return []
    if len(filled) == 1:
        return filled[0]
    if all(len(cell) <= 2 and sum(map(len, cell)) <= _SHORT for cell in filled):
        return ["\t".join(" ".join(cell) for cell in filled)]
    if len(filled[0]) == 1 and _NUMBER.fullmatch(filled[0][0]):
        # The number of an item stands in a column of its own.
        following = [f"{filled[0][0]} {filled[1][0]}", *filled[1][1:]]
        return ["", *following, *(text for cell in filled[2:] for text in cell)]
    return ["", *(text for cell in filled for text in cell)]


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
