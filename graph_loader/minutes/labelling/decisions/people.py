"""From the labels of words to those who take or give up places, with office, predecessor and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...features.lexicon import word_classes
from ...text import Line, Offsets, WordPlace
from ..labeller import Labelled, Labelling
from ..pieces import LabelledPiece, nearest_in_line, pieces_of
from ..sequences import Block
from .labels import BODY, FATES, REPLACED
from .named import NamedLines

_NEAR_LINES = 2
_TITLES = 3
"""Titles before a name at most."""


LEAST = 0.2
"""A name that takes or gives up a place is one from this probability on, whatever label is the likeliest."""


def decision_labels(labeller: Labelling, named: NamedLines, block: Block) -> Labelled:
    """The labels of a block; a name has that of the likeliest fate where some fate is likely enough.

    For a name `sure` is how likely its fate is: the weights see few names beside many words that say nothing.
    """
    best = labeller.label(block.rows)
    labels, sure = list(best.labels), list(best.sure)
    for k, said in enumerate(labeller.marginals(block.rows)):
        place = block.places[k]
        if place is None or named.lines[place[0]].words[place[1]].kind != "person":
            continue
        likely = {letter: said.get(f"{letter}-N", 0.0) for letter in FATES}
        letter = max(FATES, key=lambda one: likely[one])
        if sum(likely.values()) >= LEAST and labels[k][0] not in {REPLACED, BODY}:
            labels[k], sure[k] = f"{letter}-N", likely[letter]
    return Labelled(tuple(labels), tuple(sure))


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


def holders_of(
    lines: Sequence[Line], named: NamedLines, block: Block, labelled: Labelled
) -> tuple[list[Holder], list[LabelledBody]]:
    """Who a block says takes or gives up places, and the bodies that it names, in the order of the text.

    `lines` are the paragraphs as written, `named` the same with names as one word, of which the block is.
    """
    pieces = []
    for piece in pieces_of(block, labelled):
        line, first, last = named.written((piece.line, piece.first, piece.last))
        pieces.append(replace(piece, line=line, first=first, last=last))
    names = [p for p in pieces if p.kind == "N" and p.letter in FATES]
    holders = [
        Holder(
            (p.line, p.first, p.last),
            _titled(lines, named, p) if p.letter != "v" else p.stretch(lines),
            p.letter,
            p.sure,
        )
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
            holders[at] = replace(holders[at], replaces=_titled(lines, named, piece))
    bodies = [
        LabelledBody((p.line, p.first, p.last), p.stretch(lines), p.sure)
        for p in pieces
        if p.letter == BODY and p.kind == "N"
    ]
    return holders, bodies


def _titled(lines: Sequence[Line], named: NamedLines, piece: LabelledPiece) -> Offsets:
    """From where to where a name stands with the titles before it; a name that is one word has its own."""
    if (piece.line, piece.first, piece.last) in named.people[piece.line]:
        return piece.stretch(lines)
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
