"""Two people of one surname that a list gives once: `Stacy and Ben Quill`."""

from __future__ import annotations

from ...folding import fold
from ...lexicon.name_words import is_given_name
from ..names.name_spans import name_from, title_at
from ..page.view import View
from .pieces import Before, Piece

_BEGINS: frozenset[Before] = frozenset({"start", "comma", "semicolon", "line", "stop", "colon", "column", "close"})


def couple_name(view: View, piece: Piece, following: Piece | None) -> str | None:
    """The name of somebody given by a known given name alone, with the surname of the one named after `and`."""
    row = piece.row
    if following is None or following.bracket or following.before != "and" or piece.before not in _BEGINS:
        return None
    alone = len(row) == 1 and row[0].kind == "word" and not row[0].dot and is_given_name(fold(row[0].text))
    if not alone or title_at(following.row, 0) is not None:
        return None
    end = name_from(following.row, 0, False)
    if end is None or end < 2:
        return None
    return f"{row[0].text} {view.words(following.row[1].start, following.row[end - 1].end).rstrip('.,')}"
