"""Tables in text: successive lines whose cells are parted in the same way, with the places of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..blocks import Table, TableCell, laid_out
from .cells import Place, Way, bars_in, cells_of, is_bullet, is_rule, plain_tabs, trimmed, way_of
from .columns import Columns
from .html_tables import html_tables

_MARK = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,5})[.):]{0,2}$", re.IGNORECASE)
_WIDEST = 60
"""Columns of a table, at most: a line with more cells is no row."""
_LONGEST_MEAN = 45
"""Signs of a cell in columns of blanks, on the average: sentences are longer."""
_RAGGED = 8
"""How many times as many cells as a row the first row of its table has, at most."""


def text_tables(text: str, taken: Sequence[Place] = ()) -> list[Table]:
    """The tables of a text in order: those of lines, and those that HTML between the lines writes.

    Places that are `taken`, in order and apart, are no rows: what else is known of, such as headings.
    """
    cut = plain_tabs(text)
    html = list(html_tables(text))
    outside = sorted([*taken, *((table.start, table.end) for table in html)])
    found = [*html, *_of_lines(cut, outside)]
    return sorted(found, key=lambda table: table.start)


@dataclass
class _Open:
    """A table whose lines are being gathered."""

    way: Way
    columns: Columns
    lines: list[tuple[int, list[Place], Place]] = field(default_factory=list)
    """Where each row's line begins, its cells, and the line without blanks around it."""
    header: bool = False
    blank: int = 0


def _of_lines(text: str, outside: Sequence[Place]) -> Iterator[Table]:
    table: _Open | None = None
    after = 0
    for start, end in _lines(text):
        while after < len(outside) and outside[after][1] <= start:
            after += 1
        if after < len(outside) and outside[after][0] < end:
            yield from _closed(text, table)
            table = None
            continue
        line = text[start:end]
        if not line.strip():
            table = _blank(table)
            if table is None:
                continue
            if table.blank > 1:
                yield from _closed(text, table)
                table = None
            continue
        if table and is_rule(line):
            table.header = table.header or len(table.lines) == 1
            continue
        if table and (cells := _row(text, start, end, table)):
            table.lines.append((start, cells, trimmed(text, start, end)))
            table.blank = 0
            continue
        yield from _closed(text, table)
        table = _opened(text, start, end)
    yield from _closed(text, table)


def _blank(table: _Open | None) -> _Open | None:
    if table:
        table.blank += 2 if table.way == "bars" else 1
    return table


def _opened(text: str, start: int, end: int) -> _Open | None:
    line = text[start:end]
    way = way_of(line)
    if way is None or is_rule(line):
        return None
    cells = cells_of(text, start, end, way)
    if not 2 <= len(cells) <= _WIDEST:
        return None
    table = _Open(way, Columns.of(cells, start))
    table.lines.append((start, cells, trimmed(text, start, end)))
    return table


def _row(text: str, start: int, end: int, table: _Open) -> list[Place] | None:
    """The cells of a line that goes on with a table, or none."""
    way = way_of(text[start:end])
    if table.way == "tabs" and way is None and text[start:end].lstrip(" ").startswith("\t"):
        way = "tabs"  # the first cells are empty
    if table.way == "gaps":
        if way not in {"gaps", None}:
            return None
        cells = cells_of(text, start, end, "gaps")
        alone = len(cells) < 2 and table.blank
        return cells if not alone and table.columns.fits(cells, start) else None
    if way != table.way:
        return None
    cells = cells_of(text, start, end, way)
    if way == "tabs" and len(cells) < 2:
        return None
    even = len(table.columns.starts) <= len(cells) * _RAGGED
    return cells if even and len(cells) <= min(_WIDEST, 4 * len(table.columns.starts)) else None


def _closed(text: str, table: _Open | None) -> Iterator[Table]:
    """The table of the lines gathered; none where they are a list, a sentence or a single line."""
    if table is None:
        return
    if table.way == "tabs" and _uneven(table.lines):
        spaced = [(at, cells_of(text, *place, "tabs", runs=True), place) for at, _, place in table.lines]
        if not _uneven(spaced):
            table.lines = spaced
    rows = [cells for _, cells, _ in table.lines]
    if table.way == "bars":
        sure = any(bars_in(text[a:b]) > 1 or text[a] in "|│┃║" for _, _, (a, b) in table.lines)
        if not sure and (len(rows) < 2 or len({len(row) for row in rows}) > 1):
            return
    elif len(rows) < 2 or _is_list(text, rows) or (table.way == "gaps" and _is_prose(text, table)):
        return
    cells = [
        TableCell(a, b, i, column, is_header=table.header and i == 0)
        for i, (line, row, _) in enumerate(table.lines)
        for column, (a, b) in _places(table, line, row)
    ]
    yield Table(table.lines[0][2][0], table.lines[-1][2][1], laid_out(cells))


def _places(table: _Open, line: int, row: Sequence[Place]) -> Iterator[tuple[int, Place]]:
    if table.way == "gaps":
        yield from table.columns.placed(row, line).items()
    else:
        yield from enumerate(row)


def _uneven(lines: Sequence[tuple[int, list[Place], Place]]) -> bool:
    return len({len(cells) for _, cells, _ in lines}) > 1


def _is_list(text: str, rows: Sequence[Sequence[Place]]) -> bool:
    """Whether the first cells are nothing but the numbers or bullets of a list."""
    firsts = [text[slice(*row[0])] for row in rows]
    short = all(sum(a < b for a, b in row) <= 2 for row in rows)
    return short and all(not t or _MARK.match(t) or is_bullet(t) for t in firsts)


def _is_prose(text: str, table: _Open) -> bool:
    """Whether the gaps are those of sentences: long or begun with small letters, behind bullets, or not in columns."""
    rows = [(line, cells) for line, cells, _ in table.lines]
    cells = [(a, b) for _, row in rows for a, b in row]
    if sum(b - a for a, b in cells) > _LONGEST_MEAN * len(cells):
        return True
    small = sum(text[a].islower() for a, b in cells if b - a > 1)
    bullets = sum(is_bullet(text[row[0][0]]) for _, row in rows)
    apart = sum(
        not (table.columns.lines_up(row, line) or Columns.of(before, above).lines_up(row, line))
        for (above, before), (line, row) in pairwise(rows)
    )
    return small * 4 > len(cells) or bullets * 2 > len(rows) or apart * 2 > len(rows) - 1


def _lines(text: str) -> Iterator[Place]:
    at = 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        yield at, stop
        at = stop + 1
