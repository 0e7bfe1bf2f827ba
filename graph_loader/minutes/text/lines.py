"""The lines of running text as they are set: indentation, empty lines above, number or bullet, carried on or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .words import Word, words_between

_LINE = re.compile(r"[^\n\x1f]+")
_LONGEST = 6_000
"""Signs of a line that are looked at: a whole document on one line is cut there."""
_MOST_WORDS = 400
"""Words of a paragraph at most."""


@dataclass(frozen=True)
class Line:
    """A line that is not empty, from its first word to its last.

    `indent` counts the blanks before it on the page, `above` the empty lines over it (0 to 3); `mark` is the number or
    bullet that stands before it, "" for none; `wrapped` says whether it carries on the line before it.
    """

    start: int
    end: int
    indent: int
    above: int
    mark: str
    wrapped: bool
    words: tuple[Word, ...]


@lru_cache(maxsize=4)
def lines_of(flow: str, page: str, start: int, end: int) -> tuple[Line, ...]:
    """The lines between two offsets, in order.

    `flow` is the running text, without page headings and marks, in which `WRAP` stands for a break inside a
    paragraph; `page` the same text, equally long, as it is set.
    """
    found: list[Line] = []
    before = start
    for match in _LINE.finditer(flow, start, end):
        words = words_between(flow, match.start(), min(match.end(), match.start() + _LONGEST))
        if words and words[0].kind == "gap":
            words = words[1:]
        if not words:
            continue
        first = words[0].start
        begin = page.rfind("\n", start, first) + 1 or start
        mark = page[begin:first].strip()[:8]
        above = page.count("\n", before, begin) - 1
        wrapped = match.start() > start and flow[match.start() - 1] == "\x1f"
        indent = first - begin - len(mark)
        found.append(Line(first, words[-1].end, indent, max(0, min(above, 3)), mark, wrapped, words))
        before = words[-1].end
    return tuple(found)


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines, each with those that carry it on: a paragraph is one line."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and line.wrapped and len(last.words) + len(line.words) <= _MOST_WORDS:
            found[-1] = replace(last, end=line.end, words=last.words + line.words)
        else:
            found.append(line)
    return tuple(found)
