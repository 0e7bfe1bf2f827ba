"""The blocks of plain text and Markdown: headings, list items, tables, and paragraphs of the lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..blocks import Block, Furniture, Heading, ListItem, Paragraph, Table
from .cells import is_rule, trimmed
from .tables import text_tables

_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?=[ \t])[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{3,})[ \t\r]*$")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>[-*+•●▪‣◦○\uf0b7]"
    r"|\(?(?:\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,5})[.)])[ \t]+(?=\S)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"[ \t]*(?P<bold>\*\*[^*\n]{1,400}\*\*|__[^_\n]{1,400}__)[ \t\r:]*$")
_TAB = 4
"""Blanks that a tab before an item counts as."""


def with_text_tables(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that a format gives, and in its paragraphs the tables that only tabs, dots, bars or gaps make.

    Where it gives tables and headings only, or nothing, the rest of the blocks are those of the text.
    """
    if all(isinstance(block, Table | Heading) for block in blocks):
        return text_blocks(text, blocks)
    fixed = [b for b in blocks if isinstance(b, Table | Heading | Furniture)]
    found = text_tables(text, [(b.start, b.end) for b in fixed])
    kept: list[Block] = []
    at = 0
    for block in blocks:
        while at < len(found) and found[at].end <= block.start:
            at += 1
        if at == len(found) or found[at].start >= block.end:
            kept.append(block)
    return tuple(sorted([*kept, *found], key=lambda block: block.start))


def text_blocks(text: str, given: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of a text without any other structure than its own signs, and those `given`, in order."""
    taken = sorted((b.start, b.end) for b in [*given, *_headings(text)])
    fixed = sorted([*given, *text_tables(text, taken)], key=lambda block: block.start)
    found: list[Block] = []
    at = 0
    for block in fixed:
        found += _between(text, at, block.start)
        found.append(block)
        at = block.end
    found += _between(text, at, len(text))
    return tuple(found)


def _headings(text: str) -> Iterator[Heading]:
    if "#" in text:
        for start, end in _lines(text, 0, len(text)):
            if heading := _heading(text, start, end):
                yield heading


def _heading(text: str, start: int, end: int) -> Heading | None:
    """The heading that a line is, without its marks; it may be empty."""
    m = _HEADING.match(text, start, end)
    if m is None:
        return None
    return Heading(m.end(), m.end() + len(text[m.end() : end].rstrip(" \t\r#")), len(m["level"]))


def _between(text: str, start: int, end: int) -> Iterator[Block]:
    """The blocks of a stretch without tables."""
    paragraph: list[tuple[int, int]] = []
    item: ListItem | None = None
    indents: list[int] = []
    for low, high in _lines(text, start, end):
        a, b = trimmed(text, low, high)
        if a >= b:
            yield from _done(paragraph, item)
            paragraph, item = [], None
            continue
        if len(paragraph) == 1 and _UNDERLINE.match(text, low, high):
            yield Heading(*paragraph[0], 1 if "=" in text[a:b] else 2)
            paragraph = []
            continue
        heading, bold, mark = _heading(text, low, high), _BOLD.match(text, low, high), _ITEM.match(text, low, high)
        if heading or bold or mark or is_rule(text[a:b]):
            yield from _done(paragraph, item)
            paragraph, item = [], None
        if heading:
            indents = []
            if heading.start < heading.end:
                yield heading
        elif bold:
            yield Paragraph(bold.start("bold"), bold.end("bold"), bold=True)
        elif mark:
            indents = _indents(indents, len(mark["indent"].expandtabs(_TAB)))
            item = ListItem(mark.end(), b, mark["mark"], len(indents) - 1)
        elif is_rule(text[a:b]):
            continue
        elif item:
            item = ListItem(item.start, b, item.mark, item.depth)
        else:
            paragraph.append((a, b))
    yield from _done(paragraph, item)


def _indents(before: Sequence[int], indent: int) -> list[int]:
    """How far the items around this one are set in, its own last."""
    return [*(i for i in before if i < indent), indent]


def _done(paragraph: Sequence[tuple[int, int]], item: ListItem | None) -> Iterator[Block]:
    if item:
        yield item
    elif paragraph:
        yield Paragraph(paragraph[0][0], paragraph[-1][1])


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1
