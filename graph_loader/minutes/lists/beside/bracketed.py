"""What a bracket after a name adds to the entry: a role, a body, a time, initials that belong to the name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ....lexicon.offices import CHAIR, office
from ...names.beside import Stretch
from ...names.organisations import is_organisation_name
from ...names.tokens import tokens
from ...page.view import View
from ..entries import Listed, adjacent
from ..pieces import Piece
from .notes import read_bracket


@cache
def _in_chair() -> re.Pattern[str]:
    return re.compile(rf"{office(*CHAIR)}$", re.IGNORECASE)


def with_bracket(view: View, text_of: str, person: Listed, piece: Piece) -> Listed:
    """The entry with what the bracket after it says; `text_of` is the text that the list stands in."""
    end = piece.end + 1
    text = view.words(piece.start, piece.end).strip()
    said = read_bracket(piece.row, text, person.notes, person.person)
    if said.notes.chairs and not person.notes.chairs and said.role == "Chair":
        said = replace(said, role=None)
    if said.role and person.beside and not _in_chair().match(said.role) and _goes_on_beside(text_of, person, piece):
        last = person.beside[-1]
        return replace(person, beside=(*person.beside[:-1], Stretch(last.start, end, last.before)), entry_end=end)
    if said.in_name:
        return replace(person, person=f"{person.person} ({text})", end=end, entry_end=end)
    if said.says_more(person.notes) and person.beside and _goes_on_beside(text_of, person, piece):
        last = person.beside[-1]
        return replace(person, beside=(*person.beside[:-1], Stretch(last.start, end, last.before)), entry_end=end)
    return replace(
        person,
        notes=said.notes,
        role=said.role if said.role and _only_title(person) else person.role or said.role,
        organisation=person.organisation or said.organisation,
        entry_end=end,
    )


def _only_title(person: Listed) -> bool:
    """Whether the role is only the title that the name has, as in `Mayor Tessa Brindley (Chair)`."""
    return person.role is not None and person.person.startswith(f"{person.role} ")


def _goes_on_beside(text: str, person: Listed, piece: Piece) -> bool:
    """Whether a bracket belongs to the post before it: `Principal Planner (Minerals)`."""
    last = person.beside[-1]
    row = tokens(text, last.start, last.end)
    return adjacent(text, person.entry_end, piece.start - 1) and not is_organisation_name(row)
