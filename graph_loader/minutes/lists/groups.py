"""What stands over people, or between a title and a name, and names nobody: a party or its group, a seat's number."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon.entries import word_set
from ..names.name_spans import name_from, title_at
from ..names.tokens import Token
from ..page.vocabulary import bare
from .pieces import Before, Piece

_OF_PARTIES = frozenset({"group", "party", "and", "&", "members", "councillors", "cllrs"})
_AT_HEAD: frozenset[Before] = frozenset({"start", "line", "stop", "semicolon"})
_BEHIND: frozenset[Before] = frozenset({"line", "dash", "column", "colon", "title"})


def is_party(row: Sequence[Token]) -> bool:
    """Whether a piece is the name of a political party or its group, and of nobody: `Conservative Group`."""
    words = [bare(t.text) for t in row]
    while len(words) > 1 and words[-1] in _OF_PARTIES:
        words.pop()
    return " ".join(words) in word_set("bodies", "parties")


def heads_others(piece: Piece, following: Piece | None) -> bool:
    """Whether people follow a piece at the head of a line: behind a sign or a gap, on the next line, with a title."""
    if piece.before not in _AT_HEAD or following is None:
        return False
    return following.before in _BEHIND and not following.bracket


def without_seat(row: tuple[Token, ...]) -> tuple[Token, ...]:
    """A piece without the title and the number of a seat before a name: `Councilmember Place 2 Ada Quill`."""
    title = title_at(row, 0) if row else None
    at = title.last if title and title.civic and not title.each else None
    if at is None or at + 2 >= len(row) or row[at + 1].kind != "number":
        return row
    numbered = row[at].text.casefold() in word_set("label_words", "numbered")
    return row[at + 2 :] if numbered and name_from(row, at + 2, False) is not None else row
