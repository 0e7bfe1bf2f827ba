"""What belongs to the page and stands inside its text: line numbers and watermarks, as the reader found them."""

from __future__ import annotations

from collections.abc import Iterator

from ...documents import Document
from ...documents.blocks import Furniture
from .layers import Edit


def furniture(document: Document) -> Iterator[Edit]:
    """Line numbers and watermarks: blanks where something else stands in their line, else the whole line goes."""
    text = document.text
    for block in document.blocks:
        if not isinstance(block, Furniture) or block.kind not in {"line_number", "watermark"}:
            continue
        low = text.rfind("\n", 0, block.start) + 1
        high = text.find("\n", block.end)
        high = len(text) if high < 0 else high
        if (text[low : block.start] + text[block.end : high]).strip() or "\f" in text[low:high]:
            yield Edit(block.start, block.end, " " * (block.end - block.start))
        else:
            yield Edit(low, min(high + 1, len(text)))
