"""Ruled tables on a page: one line a row where the cells are short, else one cell after the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..blocks import Block
from ..spans import SpannedText
from ..structure import Markdown
from .columns import read_columns
from .lines import Word

_SHORT = 48
"""Signs that a cell may hold to stand in one line with its neighbours."""
_SAME_EDGE = 2.0
"""Points by which the edges of cells in one column, or one row, may be out of line."""
_NARROW = 12.0
"""Points that a column is wide at least; a narrower one is the space between two rules."""
_HEAD_GAP = 20.0
_HEAD_EDGE = 5.0
"""Points between the head of a table and its body, and by which their columns may be out of line."""
_CELL_LINES, _CELL = 4, 160
"""Lines and signs that each cell of a table of data may hold; in one with more, cells are read one by one."""
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
    tables = _heads_joined(_rows_joined(sorted(found, key=lambda t: (t.box[1], t.box[0]))), words)
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


def _heads_joined(tables: Sequence[RuledTable], words: Sequence[Word]) -> list[RuledTable]:
    """The tables, a row of headings that stands a little above the columns of a table made its first row.

    What stands left of the headings, above the first column, is the heading of that.
    """
    result: list[RuledTable] = []
    for table in tables:
        head = result[-1] if result else None
        between = [w for w in words if head and head.box[3] < (w.top + w.bottom) / 2 < table.box[1]]
        if head and _heads(head, table) and all(w.x1 <= head.box[0] for w in between):
            edges = zip(head.box, table.box, strict=True)
            left, top, right, bottom = (f(pair) for f, pair in zip((min, min, max, max), edges, strict=True))
            corner = (left, top, head.box[0], table.box[1]) if head.box[0] - left > _NARROW else None
            first = (*((corner,) if corner else ()), *head.rows[0])
            result[-1] = RuledTable((left, top, right, bottom), (first, *table.rows))
        else:
            result.append(table)
    return result


def _heads(head: RuledTable, table: RuledTable) -> bool:
    if len(head.rows) != 1 or len(table.rows) < 2 or not -2 <= table.box[1] - head.box[3] <= _HEAD_GAP:
        return False
    edges = {edge for row in table.rows for cell in row if cell for edge in (cell[0], cell[2])}
    own = [edge for cell in head.rows[0] if cell for edge in (cell[0], cell[2])]
    return head.width > 1 and all(any(abs(edge - other) <= _HEAD_EDGE for other in edges) for edge in own)


def _overlap(one: Box, other: Box) -> float:
    """Which share of the flatter box's height both have in common."""
    common = min(one[3], other[3]) - max(one[1], other[1])
    return common / max(0.1, min(one[3] - one[1], other[3] - other[1]))


def _beside(word: Word, table: RuledTable) -> bool:
    left, top, right, bottom = table.box
    return top <= (word.top + word.bottom) / 2 <= bottom and not left <= (word.x0 + word.x1) / 2 <= right


def written_table(table: RuledTable, words: Sequence[Word]) -> tuple[list[str], list[Block]]:
    """The lines of text that a table makes, and the blocks in them, whose offsets count from the first line.

    A table of data is one block, whatever its cells span; one that lays out a page is one cell after the other.
    """
    cells = [[_lines(cell, words) for cell in row] for row in table.rows]
    if len(cells) == 1:
        # The line of a form: label, value, label, value.
        return [text for cell in cells[0] for text in cell], []
    if table.width > 1 and all(
        len(cell) <= _CELL_LINES and sum(map(len, cell)) <= _CELL for row in cells for cell in row
    ):
        markdown = Markdown()
        markdown.table(_spanning(table, cells))
        return markdown.lines, markdown.blocks
    return [text for row in cells for text in _row(row)], []


def _spanning(table: RuledTable, cells: Sequence[Sequence[list[str]]]) -> list[list[SpannedText]]:
    """The cells in their rows and columns, as far as each reaches; places without a cell are empty ones.

    A narrow column, such as the space between the rules of a cell and of its shading, is part of its neighbour.
    """
    found = [
        (box, " ".join(lines))
        for row_cells, row in zip(cells, table.rows, strict=True)
        for lines, box in zip(row_cells, row, strict=True)
        if box
    ]
    lefts, tops = _edges([box[0] for box, _ in found]), _edges([box[1] for box, _ in found])
    rights = [*lefts[1:], table.box[2]]
    reach = [(_place(box[0], lefts), _place(box[2] - 2 * _SAME_EDGE, lefts)) for box, _ in found]
    wide = {c for c in range(len(lefts)) if rights[c] - lefts[c] >= _NARROW}
    wide |= {
        low for (low, high), (_, text) in zip(reach, found, strict=True) if text and not wide & {*range(low, high + 1)}
    }
    columns = {c: at for at, c in enumerate(sorted(wide))}
    placed: dict[tuple[int, int], SpannedText] = {}
    covered: set[tuple[int, int]] = set()
    for (box, text), (low, high) in zip(found, reach, strict=True):
        across = [columns[c] for c in range(low, high + 1) if c in columns]
        if not across:
            continue
        row = _place(box[1], tops)
        down = max(1, _place(box[3] - 2 * _SAME_EDGE, tops) - row + 1)
        placed.setdefault((row, across[0]), SpannedText(text, down, len(across)))
        covered |= {(r, c) for r in range(row, row + down) for c in across}
    return [
        [
            placed.get((row, column), SpannedText(""))
            for column in range(len(columns))
            if (row, column) in placed or (row, column) not in covered
        ]
        for row in range(len(tops))
    ]


def _edges(places: Sequence[float]) -> list[float]:
    """Where columns begin, or rows: places nearly the same made one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME_EDGE:
            found.append(place)
    return found


def _place(place: float, edges: Sequence[float]) -> int:
    """The number of the last edge at or before a place."""
    return max(0, bisect_right(edges, place + _SAME_EDGE / 2) - 1)


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
