"""What belongs to the page and stands inside its text, as the reader found it: no rule reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...documents import Document
from ...documents.blocks import Furniture
from .layers import Edit

FOOT = re.compile(r"\bminutes\b[^\n]{0,60}?(?P<page>\bpage\W{0,4}\w{1,4}\W{0,2}$)", re.IGNORECASE)
"""A line at the foot of a page with the title of minutes and a number."""
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_HEADLESS = 600
"""Signs at the beginning of minutes that have a heading somewhere in these."""


def is_headless(text: str, start: int, end: int) -> bool:
    """Whether minutes begin in the middle: their first words say nothing of minutes, but for the feet of pages."""
    lines = text[start : min(end, start + _HEADLESS)].split("\n")
    return not any(_MINUTES.search(line) and not FOOT.search(line.rstrip()) for line in lines)


def furniture(document: Document) -> Iterator[Edit]:
    """Blanks where something else stands in the line of furniture; else the line goes, with no gap in its place.

    Page breaks stay, and a numbered line without text is an empty one. Where minutes begin in the middle, the last line
    that says whose they are stays as well: no heading says it.
    """
    text = document.text
    found = [block for block in document.blocks if isinstance(block, Furniture)]
    title = _title(text, found)
    for block in found:
        if block is title:
            continue
        low = text.rfind("\n", 0, block.start) + 1
        high = text.find("\n", block.end)
        high = len(text) if high < 0 else high
        if block.kind == "line_number" or (text[low : block.start] + text[block.end : high]).strip():
            yield Edit(block.start, block.end, " " * (block.end - block.start))
        elif "\f" in text[block.end : high]:
            yield Edit(low, block.end)
        else:
            yield Edit(low + text.count("\f", low, block.start), min(high + 1, len(text)))


def _title(text: str, found: Sequence[Furniture]) -> Furniture | None:
    """The last line at the foot of a page with the title of minutes that have no heading."""
    if not is_headless(text, 0, len(text)):
        return None
    return next((b for b in reversed(found) if FOOT.search(text, b.start, b.end)), None)
