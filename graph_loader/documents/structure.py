"""Headings, paragraphs, lists and tables of a formatted document, written as Markdown, which the parser reads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from .blocks import Block, Heading, ListItem, Paragraph, Table, TableCell, laid_out
from .spans import PlacedText, SpannedText, is_far_larger, placed, size

_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_SHORT = 200
_DEEPEST_HEADING = 6
_LINE = 60
"""Signs beyond which a paragraph is running text and stands apart."""
_LAID_OUT_LINES = 2
"""Line breaks in a cell from which a table lays out a page rather than that it holds data."""
_NUMBER = re.compile(r"\(?[A-Za-z]?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?[.)]?")
_BREAK = "<br>"


@dataclass(frozen=True)
class Written:
    """A heading with its level, a paragraph or an item of a list that is to be written."""

    kind: Literal["heading", "paragraph", "item"]
    text: str
    level: int = 0


@dataclass
class Markdown:
    """Lines of Markdown as they are written, block after block, and the blocks with their places in the text."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    _last: str = ""
    _end: int = 0

    def write(self, one: Written) -> None:
        """A heading, a paragraph or an item."""
        if one.kind == "heading":
            self.heading(one.text, one.level)
        elif one.kind == "paragraph":
            self.paragraph(one.text)
        else:
            self.item(one.text)

    def heading(self, text: str, level: int) -> None:
        """A heading of level 1 to 6."""
        if not (text := squeezed(text)):
            return
        level = min(max(level, 1), _DEEPEST_HEADING)
        start = self._block(f"{'#' * level} {text}") + level + 1
        self.blocks.append(Heading(start, start + len(text), level))

    def paragraph(self, text: str, bold: bool = False, spaced: bool = True) -> None:
        """A paragraph; line breaks inside it are kept. `bold` where all of it is set in bold, as headings often are.

        Short paragraphs that are not `spaced`, such as the names of a list, stand in lines below one another.
        """
        lines = [line.rstrip() for line in text.split("\n")]
        if not any(line.strip() for line in lines):
            return
        marked = bold and len(lines) == 1 and "*" not in text and len(text) <= _SHORT
        written = f"**{lines[0].strip()}**" if marked else "\n".join(lines).strip("\n")
        before = self.lines[-1] if self.lines else ""
        if spaced or marked or self._last != "paragraph" or max(len(before), len(written)) > _LINE:
            start = self._block(written)
        else:
            start = self._line(written)
        self._last = "" if marked else "paragraph"
        content = written.strip("*") if marked else written.strip()
        start += written.index(content)
        self.blocks.append(Paragraph(start, start + len(content), bold))

    def item(self, text: str, mark: str = "-", depth: int = 0) -> None:
        """An item of a list, with its bullet or number."""
        if not (text := squeezed(text)):
            return
        if self.lines and self._last != "item":
            self._line("")
        self._last = "item"
        before = f"{'  ' * min(depth, 8)}{mark} "
        start = self._line(before + text) + len(before)
        self.blocks.append(ListItem(start, start + len(text), mark, depth))

    def table(self, rows: Iterable[Sequence[str | SpannedText]]) -> None:
        """A table: one line a row, cells between pipes; a table of one column is paragraphs.

        A cell that spans stands in the first place that it covers; the others are empty in the text, and hold the
        same cell in the table's block.
        """
        cells = placed([[_cell(cell) for cell in row] for row in rows])
        _, width = size(cells)
        if width <= 1:
            for one in cells:
                self.paragraph(one.cell.text.replace(_BREAK, "\n"))
            return
        if labels := _labelled(cells, width):
            for label, text in labels:
                self.paragraph(f"{label} {text}".replace(_BREAK, "\n"))
            return
        in_rows: defaultdict[int, list[PlacedText]] = defaultdict(list)
        for one in cells:
            in_rows[one.row].append(one)
        lays_out = any(
            one.cell.text.count(_BREAK) >= _LAID_OUT_LINES or len(one.cell.text) > _SHORT for one in cells
        ) or is_far_larger(cells)
        if not lays_out:
            self._ruled(in_rows, width)
            return
        before = len(self.blocks)
        found = [cell for row in sorted(in_rows) for cell in self._laid_out(in_rows[row])]
        if _has_headings(in_rows) and found and not is_far_larger(cells):
            del self.blocks[before:]
            self.blocks.append(Table(found[0].start, found[-1].end, laid_out(found)))

    def _ruled(self, rows: dict[int, list[PlacedText]], width: int) -> None:
        """A table as Markdown has it, every place between pipes."""
        lines: list[str] = []
        found: list[TableCell] = []
        at = 0
        for row in sorted(rows):
            beginning = {one.column: one for one in rows[row]}
            line = "|"
            for column in range(width):
                one = beginning.get(column)
                text = one.cell.text if one else ""
                if one:
                    start = at + len(line) + 1
                    found.append(_table_cell(one, start, start + len(text)))
                line += f" {text} |"
            lines.append(line)
            at += len(line) + 1
            if len(lines) == 1:
                lines.append("|" + " --- |" * width)
                at += len(lines[1]) + 1
        start = self._block("\n".join(lines))
        found = [replace(cell, start=cell.start + start, end=cell.end + start) for cell in found]
        self.blocks.append(Table(found[0].start, found[-1].end, laid_out(found)))

    def _laid_out(self, row: Sequence[PlacedText]) -> list[TableCell]:
        """A row of a table that only lays out a page: one cell after the other, a number before what it counts."""
        filled = [one for one in row if one.cell.text]
        texts = [one.cell.text.split(_BREAK) for one in filled]
        number = texts[0][0] if len(texts) > 1 and len(texts[0]) == 1 and _NUMBER.fullmatch(texts[0][0]) else ""
        if number:
            texts = [[f"{number} {texts[1][0]}", *texts[1][1:]], *texts[2:]]
        places: list[tuple[int, int]] = []
        for i, text in enumerate(texts):
            before = len(self.blocks)
            for j, line in enumerate(text):
                self.paragraph(line, spaced=i == j == 0)
            places.append((self.blocks[before].start, self.blocks[-1].end))
        if number:
            start, end = places[0]
            places[:1] = [(start, start + len(number)), (start + len(number) + 1, end)]
        at = iter(places)
        last = places[0][0] if places else self._end
        found = []
        for one in row:
            start, end = next(at) if one.cell.text else (last, last)
            found.append(_table_cell(one, start, end))
            last = end
        return found

    def text(self) -> str:
        """All that was written."""
        return "\n".join(self.lines).strip("\n") + "\n"

    def _block(self, text: str) -> int:
        """Writes a text apart from what stands before it, and says where it begins."""
        if self.lines:
            self._line("")
        self._last = ""
        return self._line(text)

    def _line(self, text: str) -> int:
        start = self._end + 1 if self.lines else 0
        self.lines.append(text)
        self._end = start + len(text)
        return start


def _labelled(cells: Sequence[PlacedText], width: int) -> list[tuple[str, str]]:
    """The rows of a table of two columns that is a list of labels, each with a colon, and what they say."""
    if width != 2 or any(one.cell.is_header and one.row == one.column == 0 for one in cells):
        return []
    texts: defaultdict[int, list[str]] = defaultdict(lambda: ["", ""])
    for one in cells:
        texts[one.row][one.column] = one.cell.text
    return [(label, text) for label, text in texts.values()] if all(t[0].endswith(":") for t in texts.values()) else []


def _has_headings(rows: dict[int, list[PlacedText]]) -> bool:
    """Whether the first row of several names what stands in the columns below it."""
    first = [one.cell for one in rows.get(0, ()) if one.cell.text]
    return (
        len(rows) > 1
        and len(first) > 1
        and all(_BREAK not in c.text and len(c.text) <= _LINE and not _NUMBER.fullmatch(c.text) for c in first)
    )


def _table_cell(one: PlacedText, start: int, end: int) -> TableCell:
    cell = one.cell
    return TableCell(start, end, one.row, one.column, cell.row_span, cell.column_span, cell.is_header)


def _cell(cell: str | SpannedText) -> SpannedText:
    """A cell in one line: a pipe would end it, and a line break is written as in Markdown."""
    cell = cell if isinstance(cell, SpannedText) else SpannedText(cell)
    lines = cell.text.split("\n")
    return replace(cell, text=_BREAK.join(part for line in lines if (part := squeezed(line).replace("|", "¦"))))


def squeezed(text: str) -> str:
    """A text in one line with single blanks."""
    return _BLANKS.sub(" ", text).strip()
