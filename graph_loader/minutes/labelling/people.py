"""From the labels of words to people: name, status, role and organisation, and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...parsed_minutes import AttendanceStatus
from ..lists.entries import Listed
from ..text import Line, Offsets
from .labeller import Labelled
from .labels import STATUSES
from .pieces import LabelledPiece, nearest_in_line, pieces_of
from .sequences import Block

_LINES = 3
"""A role stands so many lines below its holder at most."""


@dataclass(frozen=True)
class Person:
    """Somebody in a list: `name` is where the name stands, title included; `sure` how likely name and status are.

    `written` is the name where it is not what stands there: with a title that a plural gives. `listed` is the entry
    that the rules for lists read there, with what is said beside the name.
    """

    name: Offsets
    status: AttendanceStatus
    sure: float
    role: Offsets | None = None
    organisation: Offsets | None = None
    written: str | None = None
    listed: Listed | None = None


def people_of(lines: Sequence[Line], block: Block, labelled: Labelled) -> list[Person]:
    """The people of a block, in the order of the text."""
    pieces = pieces_of(block, labelled)
    found: list[tuple[LabelledPiece, Person]] = []
    for k, piece in enumerate(pieces):
        if piece.kind != "N":
            continue
        start, end = piece.stretch(lines)
        before = pieces[k - 1] if k else piece
        if (before.kind, before.letter, before.line, before.last) == ("T", piece.letter, piece.line, piece.first):
            start = before.stretch(lines)[0]
        found.append((piece, Person((start, end), STATUSES[piece.letter], piece.sure)))
    for piece in pieces:
        owner = _owner(lines, piece, [name for name, _ in found]) if piece.kind in {"R", "G"} else None
        if owner is None:
            continue
        name, person = found[owner]
        place = piece.stretch(lines)
        if piece.kind == "R" and person.role is None:
            found[owner] = name, replace(person, role=place)
        elif piece.kind == "G" and person.organisation is None:
            found[owner] = name, replace(person, organisation=place)
    return [person for _, person in found]


def _owner(lines: Sequence[Line], piece: LabelledPiece, names: Sequence[LabelledPiece]) -> int | None:
    """Whose role this is: of the nearest name in its line; else of the last in the lines above it."""
    own = [(k, n) for k, n in enumerate(names) if n.letter == piece.letter]
    same = nearest_in_line(lines, piece, own)
    if same is not None:
        return same
    before = [k for k, n in own if 0 < piece.line - n.line < _LINES]
    return before[-1] if before else None
