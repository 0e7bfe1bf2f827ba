"""From the labels of words to those who take or give up places, with office, predecessor and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...features.lexicon import word_classes
from ...text import Line, Offsets, WordPlace
from ..labeller import Labelled
from ..pieces import LabelledPiece, nearest_in_line, pieces_of
from ..sequences import Block
from .labels import BODY, FATES, REPLACED

_NEAR_LINES = 2
_TITLES = 3
"""Titles before a name at most."""


@dataclass(frozen=True)
class Holder:
    """Somebody who takes a place, or a vacancy: `name` is where the name stands, title included."""

    place: WordPlace
    name: Offsets
    fate: str
    sure: float
    role: Offsets | None = None
    replaces: Offsets | None = None


@dataclass(frozen=True)
class LabelledBody:
    """A body that a place is on, at its place in the text."""

    place: WordPlace
    name: Offsets
    sure: float


def holders_of(lines: Sequence[Line], block: Block, labelled: Labelled) -> tuple[list[Holder], list[LabelledBody]]:
    """Who a block says takes or gives up places, and the bodies that it names, in the order of the text."""
    pieces = pieces_of(block, labelled)
    names = [p for p in pieces if p.kind == "N" and p.letter in FATES]
    holders = [
        Holder((p.line, p.first, p.last), _titled(lines, p) if p.letter != "v" else p.stretch(lines), p.letter, p.sure)
        for p in names
    ]
    for piece in pieces:
        is_role = piece.kind == "R"
        if not is_role and piece.letter != REPLACED:
            continue
        at = _owner(lines, piece, names, same_letter=is_role)
        if at is None:
            continue
        if is_role and holders[at].role is None:
            holders[at] = replace(holders[at], role=piece.stretch(lines))
        elif not is_role and holders[at].replaces is None:
            holders[at] = replace(holders[at], replaces=_titled(lines, piece))
    bodies = [
        LabelledBody((p.line, p.first, p.last), p.stretch(lines), p.sure)
        for p in pieces
        if p.letter == BODY and p.kind == "N"
    ]
    return holders, bodies


def _titled(lines: Sequence[Line], piece: LabelledPiece) -> Offsets:
    """From where to where a name stands with the titles before it."""
    words = lines[piece.line].words
    first = piece.first
    while first > 0 and piece.first - first < _TITLES and "titles" in word_classes(words[first - 1].text):
        first -= 1
    return words[first].start, words[piece.last - 1].end


def _owner(
    lines: Sequence[Line], piece: LabelledPiece, names: Sequence[LabelledPiece], same_letter: bool
) -> int | None:
    """Whose office or predecessor this is: of the nearest in its line; else of the nearest in a line beside it."""
    own = [(k, n) for k, n in enumerate(names) if not same_letter or n.letter == piece.letter]
    same = nearest_in_line(lines, piece, own)
    if same is not None:
        return same
    near = [(abs(piece.line - n.line), k) for k, n in own if abs(piece.line - n.line) <= _NEAR_LINES]
    return min(near)[1] if near else None
