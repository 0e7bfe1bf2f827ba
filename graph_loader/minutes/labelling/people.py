"""From the labels of words to people: name, status, role and organisation, and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...parsed_minutes import AttendanceStatus
from ..text import Line, Word
from .labeller import Labelled
from .labels import OUTSIDE, STATUSES
from .sequences import Block

_LINES = 3
"""A role stands so many lines below its holder at most."""

Stretch = tuple[int, int]
"""From where to where in the text."""


@dataclass(frozen=True)
class Person:
    """Somebody in a list: `name` is where the name stands, title included; `sure` how likely name and status are."""

    name: Stretch
    status: AttendanceStatus
    sure: float
    role: Stretch | None = None
    organisation: Stretch | None = None


@dataclass
class _Piece:
    kind: str
    letter: str
    start: int
    end: int
    sure: float
    line: int
    first: int
    at: int


def people_of(lines: Sequence[Line], block: Block, labelled: Labelled) -> list[Person]:
    """The people of a block, in the order of the text."""
    pieces = _pieces(lines, block, labelled)
    found: list[tuple[_Piece, Person]] = []
    for k, piece in enumerate(pieces):
        if piece.kind != "N":
            continue
        before = pieces[k - 1] if k and pieces[k - 1].kind == "T" else None
        titled = before is not None and before.letter == piece.letter and before.at == piece.first - 1
        start = before.start if before and titled else piece.start
        found.append((piece, Person((start, piece.end), STATUSES[piece.letter], piece.sure)))
    for piece in pieces:
        owner = _owner(piece, found) if piece.kind in {"R", "G"} else None
        if owner is None:
            continue
        name, person = found[owner]
        place = piece.start, piece.end
        if piece.kind == "R" and person.role is None:
            found[owner] = name, replace(person, role=place)
        elif piece.kind == "G" and person.organisation is None:
            found[owner] = name, replace(person, organisation=place)
    return [person for _, person in found]


def _owner(piece: _Piece, found: Sequence[tuple[_Piece, Person]]) -> int | None:
    """Whose role this is: of the nearest name in its line; else of the last before it."""
    own = [(k, n) for k, (n, _) in enumerate(found) if n.letter == piece.letter]
    same = [
        (n.first - piece.at if n.start > piece.start else piece.first - n.at, k) for k, n in own if n.line == piece.line
    ]
    if same:
        return min(same)[1]
    before = [k for k, n in own if n.start < piece.start and piece.line - n.line < _LINES]
    return before[-1] if before else None


def _pieces(lines: Sequence[Line], block: Block, labelled: Labelled) -> list[_Piece]:
    """The stretches of words with one label."""
    found: list[_Piece] = []
    for k, place in enumerate(block.places):
        label = labelled.labels[k]
        if place is None or label == OUTSIDE or label.endswith("-S"):
            continue
        word: Word = lines[place[0]].words[place[1]]
        letter, kind = label.split("-")
        sure = labelled.sure[k]
        last = found[-1] if found else None
        goes_on = last is not None and last.at == k - 1 and last.letter == letter and last.line == place[0]
        if kind == "n" and last is not None and last.kind == "N" and goes_on:
            last.end, last.sure, last.at = word.end, min(last.sure, sure), k
        elif kind == "n":
            found.append(_Piece("N", letter, word.start, word.end, sure, place[0], k, k))
        elif kind in "RGT" and last is not None and last.kind == kind and last.at == k - 1 and last.letter == letter:
            last.end, last.sure, last.at = word.end, min(last.sure, sure), k
        else:
            found.append(_Piece(kind, letter, word.start, word.end, sure, place[0], k, k))
    return found
