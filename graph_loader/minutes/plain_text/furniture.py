"""What belongs to the page and stands inside its text, as the reader found it: no rule reads it."""

from __future__ import annotations

from collections.abc import Iterator

from ...documents import Document
from ...documents.blocks import Furniture
from .layers import Edit


def furniture(document: Document) -> Iterator[Edit]:
    """Blanks where something else stands in the line of furniture; else the line goes, with no gap in its place.

    Page breaks stay, and a numbered line without text is an empty one.
    """
    text = document.text
    for block in document.blocks:
        if not isinstance(block, Furniture):
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
