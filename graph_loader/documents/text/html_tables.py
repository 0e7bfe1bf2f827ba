"""Tables that HTML between the lines of a text writes, as Markdown may hold them: cells between their tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..blocks import Table, TableCell, laid_out
from .cells import trimmed

_TAG = re.compile(r"<(?P<close>/?)(?P<name>table|tr|td|th)\b(?P<attributes>[^<>]{0,400})>", re.IGNORECASE)
_SPAN = re.compile(r"\b(?P<what>row|col)span\s*=\s*[\"']?(?P<n>\d{1,4})", re.IGNORECASE)
_MOST_SPANNED = 50
"""Rows or columns that a cell covers, at most."""
_HOLLOW = 16
"""How many places a table has for each cell, beyond the first thousand, at most: what has more is damaged."""


def html_tables(text: str) -> Iterator[Table]:
    """The outermost HTML tables of a text; tags that nobody closed end where the next cell, row or table begins."""
    if "<t" not in text and "<T" not in text:
        return
    reader: _Reader | None = None
    depth = 0
    for m in _TAG.finditer(text):
        name = m["name"].lower()
        if name == "table":
            depth += -1 if m["close"] else 1
            if depth == 1 and not m["close"]:
                reader = _Reader(text, m.start())
            elif depth <= 0:
                if reader and (table := reader.table(m.start(), m.end())):
                    yield table
                reader, depth = None, 0
        elif reader and depth == 1:
            reader.tag(name, m)
    if reader and (table := reader.table(len(text), len(text))):
        yield table


class _Reader:
    """A table as its tags come."""

    def __init__(self, text: str, start: int):
        self._text, self._start = text, start
        self._cells: list[TableCell] = []
        self._open: TableCell | None = None
        self._row = -1
        self._column = 0
        self._covered: dict[int, int] = {}
        """The row up to which a cell above covers a column."""

    def tag(self, name: str, m: re.Match[str]) -> None:
        """Takes the next tag of a row or cell."""
        self._close(m.start())
        if m["close"]:
            return
        if name == "tr" or self._row < 0:
            self._row, self._column = self._row + 1, 0
        if name == "tr":
            return
        spans = {s["what"].lower(): min(max(int(s["n"]), 1), _MOST_SPANNED) for s in _SPAN.finditer(m["attributes"])}
        while self._covered.get(self._column, -1) >= self._row:
            self._column += 1
        rows, columns = spans.get("row", 1), spans.get("col", 1)
        self._open = TableCell(m.end(), m.end(), self._row, self._column, rows, columns, name == "th")
        for column in range(self._column, self._column + columns):
            self._covered[column] = self._row + rows - 1
        self._column += columns

    def table(self, end: int, after: int) -> Table | None:
        """The table that ends here; none where it has no cells."""
        self._close(end)
        last = max((cell.row for cell in self._cells), default=0)
        cells = [replace(c, row_span=min(c.row_span, last - c.row + 1)) for c in self._cells]
        width = max((c.column + c.column_span for c in cells), default=0)
        if not cells or (last + 1) * width > 1000 + _HOLLOW * len(cells):
            return None
        return Table(self._start, after, laid_out(cells))

    def _close(self, end: int) -> None:
        if self._open:
            start, stop = trimmed(self._text, self._open.start, end)
            self._cells.append(replace(self._open, start=start, end=max(start, stop)))
            self._open = None
