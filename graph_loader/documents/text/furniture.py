"""All that belongs to the pages of a text and not to the minutes, and the blocks of a text without it."""

from __future__ import annotations

from collections.abc import Iterable

from ..blocks import Block, Furniture
from ..document import ReadText, split_lines
from .line_numbers import line_numbers
from .page_furniture import page_furniture
from .text_blocks import with_text_tables

_LINES_AS_WRITTEN = {"text/plain", "text/markdown"}
"""Media types whose read text is the file itself; the others have no line numbers left when they are read."""


def blocks_with_furniture(read: ReadText) -> tuple[Block, ...]:
    """The blocks of a text that was read, in order; furniture may stand inside a paragraph or a table."""
    found = line_numbers(read.text) if read.media_type in _LINES_AS_WRITTEN else ()
    text = blanked(read.text, found)
    lines = page_furniture(split_lines(text))
    blocks = with_text_tables(blanked(text, lines), read.blocks)
    return tuple(sorted([*blocks, *found, *lines], key=lambda block: (block.start, block.end)))


def blanked(text: str, furniture: Iterable[Furniture]) -> str:
    """A text, equally long, with blanks where furniture stands."""
    pieces: list[str] = []
    at = 0
    for block in furniture:
        pieces += [text[at : block.start], " " * (block.end - block.start)]
        at = block.end
    return "".join([*pieces, text[at:]])
