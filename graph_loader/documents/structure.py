"""Headings, paragraphs, lists and tables of a formatted document, written as Markdown, which the parser reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_SHORT = 200
_DEEPEST_HEADING = 6
_LINE = 60
"""Signs beyond which a paragraph is running text and stands apart."""
_LAID_OUT_LINES = 2
"""Line breaks in a cell from which a table lays out a page rather than that it holds data."""
_NUMBER = re.compile(r"\(?[A-Za-z]?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?[.)]?")
_BREAK = "<br>"


@dataclass
class Markdown:
    """Lines of Markdown as they are written, block after block."""

    lines: list[str] = field(default_factory=list)
    _last: str = ""

    def heading(self, text: str, level: int) -> None:
        """A heading of level 1 to 6."""
        self._block(f"{'#' * min(max(level, 1), _DEEPEST_HEADING)} {squeezed(text)}")

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
            self._block(written)
        else:
            self.lines.append(written)
        self._last = "" if marked else "paragraph"

    def item(self, text: str, mark: str = "-", depth: int = 0) -> None:
        """An item of a list, with its bullet or number."""
        if not text.strip():
            return
        if self.lines and self._last != "item":
            self.lines.append("")
        self._last = "item"
        self.lines.append(f"{'  ' * min(depth, 8)}{mark} {squeezed(text)}")

    def table(self, rows: Iterable[Sequence[str]]) -> None:
        """A table: one line a row, cells between pipes; a table of one column is paragraphs."""
        filled = [[_cell(text) for text in row] for row in rows]
        filled = [row for row in filled if any(row)]
        if not filled:
            return
        width = max(len(row) for row in filled)
        if width == 1:
            for row in filled:
                self.paragraph(row[0].replace(_BREAK, "\n"))
            return
        if any(cell.count(_BREAK) >= _LAID_OUT_LINES or len(cell) > _SHORT for row in filled for cell in row):
            for row in filled:
                self._laid_out([cell.split(_BREAK) for cell in row if cell])
            return
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in filled]
        self._block("\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]))

    def _laid_out(self, cells: Sequence[list[str]]) -> None:
        """A row of a table that only lays out a page: one cell after the other, a number before what it counts."""
        numbered = len(cells) > 1 and len(cells[0]) == 1 and _NUMBER.fullmatch(cells[0][0])
        if numbered:
            cells = [[f"{cells[0][0]} {cells[1][0]}", *cells[1][1:]], *cells[2:]]
        for i, cell in enumerate(cells):
            for j, line in enumerate(cell):
                self.paragraph(line, spaced=i == j == 0)

    def text(self) -> str:
        """All that was written."""
        return "\n".join(self.lines).strip("\n") + "\n"

    def _block(self, text: str) -> None:
        if self.lines:
            self.lines.append("")
        self._last = ""
        self.lines.append(text)


def _cell(text: str) -> str:
    """What a cell holds, in one line: a pipe would end it, and a line break is written as in Markdown."""
    return _BREAK.join(part for line in text.split("\n") if (part := squeezed(line).replace("|", "¦")))


def squeezed(text: str) -> str:
    """A text in one line with single blanks."""
    return _BLANKS.sub(" ", text).strip()
