"""What a stage takes out of a text or puts for it, and the way from the offsets of the result back to the file's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from ...documents import Document
from ...documents.blocks import Block, fitted
from ...documents.document import split_lines


@dataclass(frozen=True)
class Edit:
    """A stretch and what is read for it; `what` says in words, for a warning, what is not read."""

    start: int
    end: int
    put: str = ""
    what: str = ""


class Layer:
    """The edits of one stage, in order and apart from each other.

    Offsets count characters: `begin`, `finish` lead from the text after the stage to that before it, `at` leads there.
    """

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self.edits = _apart(edits)
        pieces: list[str] = []
        self._starts = [edit.start for edit in self.edits]
        self._placed: list[int] = []
        last = length = 0
        for edit in self.edits:
            pieces += [text[last : edit.start], edit.put]
            length += edit.start - last
            self._placed.append(length)
            length += len(edit.put)
            last = edit.end
        pieces.append(text[last:])
        self.text = "".join(pieces)

    def begin(self, offset: int) -> int:
        """Where what stands at an offset after the stage begins before it."""
        i = bisect_right(self._placed, offset) - 1
        if i < 0:
            return offset
        edit, beyond = self.edits[i], offset - self._placed[i] - len(self.edits[i].put)
        return edit.end + beyond if beyond >= 0 else edit.start

    def finish(self, end: int) -> int:
        """Where what ends at an offset after the stage ends before it."""
        i = bisect_right(self._placed, end - 1) - 1
        if i < 0:
            return end
        edit, beyond = self.edits[i], end - self._placed[i] - len(self.edits[i].put)
        return edit.end + max(beyond, 0)

    def at(self, offset: int) -> int:
        """Where an offset before the stage lies after it."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0:
            return offset
        edit, placed = self.edits[i], self._placed[i]
        return placed if offset < edit.end else placed + len(edit.put) + offset - edit.end


def _apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in order; of two that overlap, the one that begins first."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


@dataclass(frozen=True)
class PlainText:
    """A document and the stages that make its text plain; without any, it is read as it is."""

    whole: Document
    layers: tuple[Layer, ...] = ()

    @property
    def text(self) -> str:
        """The text after the stages so far."""
        return self.layers[-1].text if self.layers else self.whole.text

    def then(self, edits: Iterable[Edit]) -> PlainText:
        """The same text after one more stage; the same object where the stage does nothing."""
        layer = Layer(self.text, edits)
        return PlainText(self.whole, (*self.layers, layer)) if layer.edits else self

    @cached_property
    def read(self) -> Document:
        """The document as rules read it, its pages and blocks in the offsets of its plain text."""
        if not self.layers:
            return self.whole
        return replace(
            self.whole,
            text=self.text,
            lines=split_lines(self.text),
            pages=tuple(map(self.at, self.whole.pages)) if self.whole.pages else self.whole.pages,
            blocks=self._blocks(),
        )

    def _blocks(self) -> tuple[Block, ...]:
        """The blocks in the offsets of the plain text; one of which nothing is left goes."""
        found = (fitted(block, self.at) for block in self.whole.blocks)
        return tuple(block for block in found if block.start < block.end)

    def at(self, offset: int) -> int:
        """Where an offset of the file's text lies in the plain text."""
        for layer in self.layers:
            offset = layer.at(offset)
        return offset

    def origin(self, offset: int) -> int:
        """Where the sign at an offset of the plain text begins in the file's text."""
        for layer in reversed(self.layers):
            offset = layer.begin(offset)
        return offset

    def origin_end(self, end: int) -> int:
        """Where what ends at an offset of the plain text ends in the file's text."""
        for layer in reversed(self.layers):
            end = layer.finish(end)
        return end

    @cached_property
    def left_out(self) -> tuple[Edit, ...]:
        """What is not read and told of, with its offsets in the file's text, in order."""
        found: list[Edit] = []
        for depth, layer in enumerate(self.layers):
            before = PlainText(self.whole, self.layers[:depth])
            found += [
                replace(e, start=before.origin(e.start), end=before.origin_end(e.end)) for e in layer.edits if e.what
            ]
        return tuple(sorted(found, key=lambda e: e.start))
