"""A document as it was read: text, lines, pages and where they stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from .blocks import Block

LONGEST_MESSAGE = 2_000
"""Characters: what a library or a file says of itself may be as long as the file."""


class DocumentError(Exception):
    """A file that cannot be read, in words for people: its name, what is wrong and what to do. Never very long."""

    def __init__(self, message: str):
        half = LONGEST_MESSAGE // 2
        super().__init__(message if len(message) <= 2 * half else f"{message[:half]} … {message[-half:]}")


@dataclass(frozen=True)
class ReadText:
    """What a reader makes of a file: its text and blocks, its media type, where pages start, what had to be assumed."""

    text: str
    media_type: str
    pages: tuple[int, ...] | None = None
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of the read text without its end: numbered from 1, `start` and `end` count characters from 0."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Document:
    r"""The read text of a file: the byte-order mark removed, line ends untouched, lines split at "\n" only.

    `pages` are the offsets at which pages start, for formats that have pages. `notes` say what reading had to assume
    and what it left out. `blocks` are what the page is made of, in the order of the text.
    """

    name: str
    text: str
    lines: tuple[Line, ...]
    sha256: str
    media_type: str
    uri: str | None = None
    published: str | None = None
    pages: tuple[int, ...] | None = None
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    def line_at(self, offset: int) -> int:
        """The number of the line that the character at `offset` stands in."""
        return max(1, bisect_right(self.lines, offset, key=lambda line: line.start))

    def page_at(self, offset: int) -> int | None:
        """The number of the page that the character at `offset` stands on, where the format has pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, split at line feeds only: a form feed ends no line."""
    lines = []
    start = 0
    for number, part in enumerate(text.split("\n"), 1):
        lines.append(Line(number, start, start + len(part), part))
        start += len(part) + 1
    return tuple(lines)
