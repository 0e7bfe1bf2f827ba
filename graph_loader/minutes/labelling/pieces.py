"""From the labels of words to stretches of words with one label: names, titles, roles, bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text import Line, Offsets
from .labeller import Labelled
from .labels import OUTSIDE
from .sequences import Block

_PARTING = frozenset({",", ";"})
"""Signs between the entries of a list."""


@dataclass(frozen=True)
class LabelledPiece:
    """Words of a line with one label: the label's `letter` and `kind`, the line, its first word and the word after the
    last, and how sure the least sure of them is.
    """

    kind: str
    letter: str
    line: int
    first: int
    last: int
    sure: float

    def stretch(self, lines: Sequence[Line]) -> Offsets:
        """From where to where in the text."""
        words = lines[self.line].words
        return words[self.first].start, words[self.last - 1].end


def pieces_of(block: Block, labelled: Labelled) -> list[LabelledPiece]:
    """The pieces of a block, in the order of the text; what separates the entries of a list is none.

    `N` begins a name and `n` goes on with it; a word of any other kind goes on with one of the same kind before it.
    """
    found: list[LabelledPiece] = []
    for k, place in enumerate(block.places):
        label = labelled.labels[k]
        if place is None or label == OUTSIDE or label.endswith("-S"):
            continue
        letter, kind = label.split("-")
        line, word = place
        kind = "N" if kind == "n" else kind
        last = found[-1] if found else None
        goes_on = last is not None and (last.line, last.last, last.letter, last.kind) == (line, word, letter, kind)
        if last is not None and goes_on and not label.endswith("-N"):
            sure = min(last.sure, labelled.sure[k])
            found[-1] = LabelledPiece(kind, letter, line, last.first, word + 1, sure)
        else:
            found.append(LabelledPiece(kind, letter, line, word, word + 1, labelled.sure[k]))
    return found


def nearest_in_line(
    lines: Sequence[Line], piece: LabelledPiece, names: Iterable[tuple[int, LabelledPiece]]
) -> int | None:
    """Which of these numbered names of its line a piece belongs to: the nearest that no comma parts it from, else the
    nearest; the first of two as near.

    In `Ada Quill (AQ) (Chair), Bo Marsh` the chair is not the one after the comma.
    """
    words = lines[piece.line].words
    near: list[tuple[bool, int, int]] = []
    for number, name in names:
        if name.line == piece.line:
            first, last = (piece.last, name.first) if name.first >= piece.last else (name.last, piece.first)
            near.append((any(w.text in _PARTING for w in words[first:last]), last - first, number))
    return min(near)[2] if near else None
