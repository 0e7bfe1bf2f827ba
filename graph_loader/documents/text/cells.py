"""Cutting a line of text to the cells of a row: the one rule for bars, tabs, dot leaders and gaps of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

Way = Literal["bars", "tabs", "leaders", "gaps"]
"""What parts the cells of a row."""
Place = tuple[int, int]

LEADER = r"(?:[.…_·]{3,}|(?:\.[ ]){3,}\.?)"
"""A pattern for the dots or lines that lead the eye from a label to what belongs to it."""
_BLANK = "[ \u00a0\u2000-\u200a\u202f]"
_BAR = re.compile(r"(?<!\\)[|│┃║]")
_TAB = re.compile(r"\t")
_TABS = re.compile(r"\t+")
_LEADER = re.compile(r"(?<=[^\s.…·])[ \t]*+(?:\.{4,}|(?:\. ){3,}|…{2,}|·{4,})[ \t.…·]*+(?=\S)")
_GAP = re.compile(rf"(?<=[^\s.!?:;,]){_BLANK}{{2,}}+(?=\S)|(?<=[.!?:;,]){_BLANK}{{3,}}+(?=\S)")
"""Two blanks part cells, and after a stop, where people type two, three."""
_WIDE = re.compile(rf"{_BLANK}{{2}}")
_RULE = re.compile(r"[\s|:+=\u2500-\u257f-]*$")
_BULLET = re.compile(r"[-*+•●▪‣◦○\uf0b7]$")

_ANY = re.compile(
    r"(?:(?<![ \x1f])[ \x1f]*+)?(?:[|│┃║][ \x1f]*|\t[ \t\x1f]*|\.{4,}[ \x1f]*|…{2,}[ \x1f]*)"
    r"|(?<![ \x1f])[ ]{3,}(?![ \x1f])"
)
_PARTING_TAB = re.compile(r"(?<=\S)\t(?=\S)")
_PARTING_BLANK = re.compile(r"(?<=\S) (?=\S)")
_TABBED_LINE = re.compile(r"^[^\n ]+$", re.MULTILINE)
_SMALL_CELL = re.compile(r"\t(?:and|the|of|be|by|that|was|were|on|in|to|for|from|with)\t")
"""A word that fills no cell of a table."""


def plain_tabs(text: str) -> str:
    """The text with blanks for tabs that only part words: where all are tabs, or `and` is a cell; equally long."""
    if "\t" not in text:
        return text
    if len(_PARTING_TAB.findall(text)) > 4 * len(_PARTING_BLANK.findall(text)):
        return text.replace("\t", " ")
    return _TABBED_LINE.sub(lambda m: m[0].replace("\t", " ") if _SMALL_CELL.search(m[0]) else m[0], text)


def is_rule(line: str) -> bool:
    """Whether a line only parts rows: dashes, bars and the corners of boxes."""
    return _RULE.match(line) is not None


def is_bullet(text: str) -> bool:
    """Whether the text is nothing but the bullet of a list."""
    return _BULLET.match(text) is not None


def bars_in(line: str) -> int:
    """How many bars part the cells of a line."""
    return len(_BAR.findall(line))


def way_of(line: str) -> Way | None:
    """What parts the cells of a line, the surest sign first; none where it is no row."""
    content = line.strip()
    if _BAR.search(content):
        return "bars"
    if "\t" in content:
        return "tabs"
    dots = ".." in content or ". ." in content or "…" in content or "··" in content
    if dots and _LEADER.search(content):
        return "leaders"
    return "gaps" if _WIDE.search(content) and _GAP.search(content) else None


def cells_of(text: str, start: int, end: int, way: Way, *, runs: bool = False) -> list[Place]:
    """The cells of the line between two offsets, blanks around each left out; empty ones only between bars and tabs.

    `runs`: several tabs in a row part two cells, as where they only reach the next tab stop.
    """
    if way == "bars":
        marks = [m.start() for m in _BAR.finditer(text, start, end)]
        edges = [start - 1, *marks] if not marks or text[start : marks[0]].strip() else marks
        edges = [*edges, end] if text[edges[-1] + 1 : end].strip() or len(edges) < 2 else edges
        return [trimmed(text, a + 1, b) for a, b in pairwise(edges)]
    if way == "tabs" and not runs:
        parts = list(_parts(_TAB, text, start, end))
        while len(parts) > 1 and parts[-1][0] >= parts[-1][1]:
            parts.pop()
        return parts
    pattern = {"tabs": _TABS, "leaders": _LEADER, "gaps": _GAP}[way]
    return [(a, b) for a, b in _parts(pattern, text, start, end) if a < b]


def breaks(text: str, start: int, end: int) -> Iterator[Place]:
    """Where a line that stands alone is cut by a bar, a tab, dots or a wide gap, in order.

    A unit separator, which running text has for a soft line end, counts as a blank.
    """
    for m in _ANY.finditer(text, start, end):
        yield m.start(), m.end()


def trimmed(text: str, start: int, end: int) -> Place:
    """The same stretch without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _parts(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Place]:
    at = start
    for m in pattern.finditer(text, start, end):
        yield trimmed(text, at, m.start())
        at = m.end()
    yield trimmed(text, at, end)
