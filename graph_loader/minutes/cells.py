"""Tables in the text: rows of cells under headings, as Markdown, HTML, tabs or columns of blanks set them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .view import View

_RULE = re.compile(r"[\s|:+=-]*$")
_GAP = re.compile(r"\t|[ ]{2,}")
_WIDE = re.compile(r"\t|[ ]{3,}")
_HTML_ROW = re.compile(r"<tr\b[^<>]{0,200}>", re.IGNORECASE)
_HTML_CELL = re.compile(r"<t[dh]\b[^<>]{0,200}>", re.IGNORECASE)
_HTML_END = re.compile(r"</t[dhr]>|<t[dhr]\b|</table>", re.IGNORECASE)
_MOST_ROWS = 200

HeaderTest = Callable[[Sequence[str]], bool]
"""Whether these are the headings of columns that are looked for."""


@dataclass(frozen=True)
class Cell:
    """One cell: its place without the blanks around it, its words, and where in its line it begins."""

    start: int
    end: int
    text: str
    column: int


@dataclass(frozen=True)
class Table:
    """A heading row and the rows below it, each with a cell for every heading; its place in the text."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


CellReader = Callable[[View, int, int, "Sequence[Cell] | None"], "tuple[Cell, ...] | None"]
"""Cuts a line to cells, as a heading row or as a row under one."""


def tables(view: View, start: int, end: int, is_header: HeaderTest) -> Iterator[Table]:
    """The tables between two offsets whose heading row passes a test, in order."""
    done = start
    for line_start, line_end in _lines(view, start, end):
        if line_start < done:
            continue
        for read in (_piped, _tabbed, _aligned):
            header = read(view, line_start, line_end, None)
            if header and is_header([cell.text for cell in header]):
                table = _below(view, header, line_start, line_end, end, read)
                if table.rows:
                    yield table
                    done = table.end
                break
    yield from _html(view, start, end, is_header)


def _lines(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    norm = view.norm
    at = start
    while at < end:
        stop = norm.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _below(view: View, header: tuple[Cell, ...], first: int, line_end: int, end: int, read: CellReader) -> Table:
    """The table under a heading row: up to an empty line, or the first line that is no row."""
    rows: list[tuple[Cell, ...]] = []
    last = line_end
    empty = 0
    for start, stop in _lines(view, line_end + 1, end):
        content = view.norm[start:stop]
        if not content.strip(" \t"):
            empty += 1
            if empty > 1 or read is _piped:
                break
            continue
        if _RULE.match(content):
            continue
        row = read(view, start, stop, header)
        if row is None or (empty and read is not _tabbed) or len(rows) >= _MOST_ROWS:
            break
        rows.append(row)
        last, empty = stop, 0
    return Table(header, tuple(rows), first, last)


def _cell(view: View, start: int, end: int, line: int) -> Cell:
    a, b = view.trim(start, end)
    return Cell(a, b, view.words(a, b), a - line)


def _piped(view: View, start: int, end: int, header: Sequence[Cell] | None) -> tuple[Cell, ...] | None:
    """The cells of a line of a Markdown table; a row is filled up to the length of its header."""
    content = view.norm[start:end]
    if "|" not in content or (header is None and content.count("|") < 2 and not content.strip().startswith("|")):
        return None
    marks = [start + m.start() for m in re.finditer(r"\|", content)]
    edges = [*marks]
    if view.norm[start : marks[0]].strip(" \t"):
        edges = [start - 1, *edges]
    if view.norm[marks[-1] + 1 : end].strip(" \t"):
        edges = [*edges, end]
    cells = [_cell(view, a + 1, b, start) for a, b in pairwise(edges)]
    return _filled(cells, header, end)


def _tabbed(view: View, start: int, end: int, header: Sequence[Cell] | None) -> tuple[Cell, ...] | None:
    """The cells of a line in which tabs separate them."""
    content = view.norm[start:end]
    if "\t" not in content.strip() and header is None:
        return None
    edges = [start - 1, *(start + m.start() for m in re.finditer(r"\t", content)), end]
    cells = [_cell(view, a + 1, b, start) for a, b in pairwise(edges)]
    if header is not None and len(cells) == 1:
        return None
    return _filled(cells, header, end)


def _aligned(view: View, start: int, end: int, header: Sequence[Cell] | None) -> tuple[Cell, ...] | None:
    """The cells of a line in columns of blanks: below a header each belongs to the heading that it stands under."""
    content = view.norm[start:end]
    if "|" in content:
        return None
    gap = _GAP if header is None else _WIDE
    cells: list[Cell] = []
    at = start
    for m in gap.finditer(content):
        cells.append(_cell(view, at, start + m.start(), start))
        at = start + m.end()
    cells = [c for c in [*cells, _cell(view, at, end, start)] if c.text]
    if header is None:
        return tuple(cells) if len(cells) > 1 else None
    if len(cells) < 2:
        return None
    placed: list[Cell] = []
    for i, heading in enumerate(header):
        following = header[i + 1].column if i + 1 < len(header) else end - start + 1
        here = [c for c in cells if (c.column >= heading.column - 2 or i == 0) and c.column < following - 2]
        placed.append(here[0] if here else Cell(end, end, "", 0))
    return tuple(placed)


def _filled(cells: list[Cell], header: Sequence[Cell] | None, end: int) -> tuple[Cell, ...] | None:
    if header is None:
        return tuple(cells) if len(cells) > 1 else None
    empty = [Cell(end, end, "", 0)] * (len(header) - len(cells))
    return tuple([*cells, *empty][: len(header)])


def _html(view: View, start: int, end: int, is_header: HeaderTest) -> Iterator[Table]:
    """Tables in HTML: the cells between their tags."""
    source = view.document.text
    if "<t" not in source[start:end]:
        return
    header: tuple[Cell, ...] | None = None
    rows: list[tuple[Cell, ...]] = []
    first = last = start
    for m in _HTML_ROW.finditer(source, start, end):
        following = _HTML_ROW.search(source, m.end(), end)
        close = source.find("</table", m.end(), end)
        stop = min(following.start() if following else end, close if close >= 0 else end)
        cells = []
        for c in _HTML_CELL.finditer(source, m.end(), stop):
            ends = _HTML_END.search(source, c.end(), stop)
            cells.append(_cell(view, c.end(), ends.start() if ends else stop, m.start()))
        if header is None:
            if len(cells) > 1 and is_header([c.text for c in cells]):
                header, first = tuple(cells), m.start()
        elif row := _filled(cells, header, stop):
            rows.append(row)
            last = stop
        if header and close == stop:
            yield Table(header, tuple(rows), first, last)
            header, rows = None, []
