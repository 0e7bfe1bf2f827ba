"""A document without the stretches that nobody wrote for reading: endless words, rulings, blanks and repetitions.

Rules look at what stands before and after a place; a stretch of one sign, or of the same words over and over, costs
them the square of its length and holds no fact that its beginning does not hold. It is cut out before any rule looks,
and the offsets of what is read lead back to the text as it was.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..documents import Document
from ..documents.blocks import Block, fitted
from ..documents.document import split_lines

_STRETCH = re.compile(r"(?P<word>[^\s<>|]{400,})|(?P<blank>\s{400,})|(?P<ruling>(?:[^\w\n]|_){300,}|(?:\W|_){600,})")
_KEPT = 60
"""Signs of a stretch that stay: enough for what stands at a line's beginning, and for a ruling to be one."""
_CHUNK = 4096
_DENSE = 12
"""How many times smaller than its text a packed chunk is where the text only repeats itself; prose packs to a third."""
_REPEATED = re.compile(r"(?s)(.{1,64}?)\1{40,}")
_REPEATS_KEPT = 3


@dataclass(frozen=True)
class Cut:
    """A stretch that is left out: from where to where in the text, and what it is, in words for a warning."""

    start: int
    end: int
    what: str


@dataclass(frozen=True)
class Abridged:
    """A document as rules read it, and the way from its offsets back to those of the whole."""

    whole: Document
    cuts: tuple[Cut, ...]

    @cached_property
    def read(self) -> Document:
        """The document without what is cut; the same object where nothing is."""
        if not self.cuts:
            return self.whole
        ends = [0, *(cut.end for cut in self.cuts)]
        starts = [*(cut.start for cut in self.cuts), len(self.whole.text)]
        text = "".join(self.whole.text[a:b] for a, b in zip(ends, starts, strict=True))
        return replace(self.whole, text=text, lines=split_lines(text), blocks=self._blocks())

    def _blocks(self) -> tuple[Block, ...]:
        """The blocks of what is read: those that touch a cut shrunk, those that are cut out left out."""
        starts = [cut.start for cut in self.cuts]
        gone = [0, *self._steps[1]]

        def here(offset: int) -> int:
            before = bisect_right(starts, offset)
            within = before and self.cuts[before - 1].end > offset
            return starts[before - 1] - gone[before - 1] if within else offset - gone[before]

        found = (fitted(block, here) for block in self.whole.blocks)
        return tuple(block for block in found if block.start < block.end)

    @cached_property
    def _steps(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The offsets in the read text at which something was left out, and how much by then in all."""
        at, gone, left = [], [], 0
        for cut in self.cuts:
            at.append(cut.start - left)
            left += cut.end - cut.start
            gone.append(left)
        return tuple(at), tuple(gone)

    def origin(self, offset: int) -> int:
        """Where the sign at an offset of the read text stands in the whole."""
        at, gone = self._steps
        before = bisect_right(at, offset)
        return offset + gone[before - 1] if before else offset


def abridge(document: Document) -> Abridged:
    """A document and the stretches in it that no rule is to look at."""
    cuts = sorted([*_stretches(document.text), *_repetitions(document.text)], key=lambda cut: (cut.start, -cut.end))
    apart: list[Cut] = []
    for cut in cuts:
        if not apart or cut.start >= apart[-1].end:
            apart.append(cut)
    return Abridged(document, tuple(apart))


def _stretches(text: str) -> Iterator[Cut]:
    for m in _STRETCH.finditer(text):
        if m["word"]:
            yield Cut(m.start() + _KEPT, m.end(), f"a word of {len(m[0]):,} characters")
            continue
        # A line break and a page break stay what they are: what follows begins a new paragraph.
        breaks = m[0].count("\n", _KEPT)
        end = m.end() - (len(m[0]) - m[0].rfind("\n") if breaks else 0)
        if end > m.start() + _KEPT:
            yield Cut(m.start() + _KEPT, end, "" if m["blank"] else f"{len(m[0]):,} signs without a word")


def _repetitions(text: str) -> Iterator[Cut]:
    """What the same few words fill, beyond the first times; looked for only where the text packs best."""
    at = 0
    while at < len(text):
        dense = at
        while dense < len(text) and _is_dense(text[dense : dense + _CHUNK]):
            dense += _CHUNK
        if dense > at:
            start, end = max(0, at - _CHUNK), min(len(text), dense + _CHUNK)
            for m in _REPEATED.finditer(text, start, end):
                if not m[1].isspace():
                    kept = m.start() + _REPEATS_KEPT * len(m[1])
                    times = (m.end() - m.start()) // len(m[1])
                    yield Cut(kept, m.end(), f"the same {len(m[1])} characters {times:,} times in a row")
        at = max(dense, at + _CHUNK)


def _is_dense(chunk: str) -> bool:
    raw = chunk.encode("utf-8", "surrogatepass")
    return len(raw) >= _CHUNK // 2 and len(zlib.compress(raw, 1)) * _DENSE < len(raw)
