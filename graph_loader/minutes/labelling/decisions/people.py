"""From the labels of words to those who take or give up places, with office, predecessor and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...features.lexicon import word_classes
from ...text import Line
from ..labeller import Labelled
from ..labels import OUTSIDE
from ..sequences import Block
from .labels import BODY, FATES, REPLACED

Stretch = tuple[int, int]
Place = tuple[int, int, int]
"""A line, its first word and the word after the last."""
_NEAR_LINES = 2


@dataclass(frozen=True)
class Holder:
    """Somebody who takes a place, or a vacancy: `name` is where the name stands, title included."""

    place: Place
    name: Stretch
    fate: str
    sure: float
    role: Stretch | None = None
    replaces: Stretch | None = None


@dataclass(frozen=True)
class LabelledBody:
    """A body that a place is on, at its place in the text."""

    place: Place
    name: Stretch
    sure: float


@dataclass
class _Piece:
    kind: str
    letter: str
    line: int
    first: int
    last: int
    sure: float


def holders_of(lines: Sequence[Line], block: Block, labelled: Labelled) -> tuple[list[Holder], list[LabelledBody]]:
    """Who a block says takes or gives up places, and the bodies that it names, in the order of the text."""
    pieces = _pieces(block, labelled)
    holders = [
        Holder((p.line, p.first, p.last), _stretch(lines, p, titled=p.letter != "v"), p.letter, p.sure)
        for p in pieces
        if p.kind == "N" and p.letter in FATES
    ]
    for piece in pieces:
        is_role = piece.kind == "R"
        if not is_role and piece.letter != REPLACED:
            continue
        at = _owner(piece, holders, same_letter=is_role)
        if at is None:
            continue
        if is_role and holders[at].role is None:
            holders[at] = replace(holders[at], role=_stretch(lines, piece))
        elif not is_role and holders[at].replaces is None:
            holders[at] = replace(holders[at], replaces=_stretch(lines, piece, titled=True))
    bodies = [
        LabelledBody((p.line, p.first, p.last), _stretch(lines, p), p.sure)
        for p in pieces
        if p.letter == BODY and p.kind == "N"
    ]
    return holders, bodies


def _stretch(lines: Sequence[Line], piece: _Piece, titled: bool = False) -> Stretch:
    words = lines[piece.line].words
    first = piece.first
    while titled and first > 0 and piece.first - first < 3 and "titles" in word_classes(words[first - 1].text):
        first -= 1
    return words[first].start, words[piece.last - 1].end


def _owner(piece: _Piece, holders: Sequence[Holder], same_letter: bool) -> int | None:
    """Whose office or predecessor this is: of the nearest in its line; else of the last before it."""
    own = [(k, h) for k, h in enumerate(holders) if not same_letter or h.fate == piece.letter]
    same = [
        (h.place[1] - piece.last if h.place[1] >= piece.last else piece.first - h.place[2], k)
        for k, h in own
        if h.place[0] == piece.line
    ]
    if same:
        return min(same)[1]
    near = [(abs(piece.line - h.place[0]), k) for k, h in own if abs(piece.line - h.place[0]) <= _NEAR_LINES]
    return min(near)[1] if near else None


def _pieces(block: Block, labelled: Labelled) -> list[_Piece]:
    """The stretches of words with one label."""
    found: list[_Piece] = []
    for k, place in enumerate(block.places):
        label = labelled.labels[k]
        if place is None or label == OUTSIDE or label.endswith("-S"):
            continue
        letter, kind = label.split("-")
        last = found[-1] if found else None
        goes_on = last is not None and last.line == place[0] and last.last == place[1] and last.letter == letter
        if last is not None and goes_on and ((kind == "n" and last.kind == "N") or (kind == "R" and last.kind == "R")):
            last.last, last.sure = place[1] + 1, min(last.sure, labelled.sure[k])
        else:
            found.append(
                _Piece("N" if kind == "n" else kind, letter, place[0], place[1], place[1] + 1, labelled.sure[k])
            )
    return found
