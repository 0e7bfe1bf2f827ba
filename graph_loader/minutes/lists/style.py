"""What a list of people looks like as a whole: decides what a piece without a title means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..names.name_spans import is_honour, name_from, title_at
from ..names.organisations import is_organisation_name
from ..names.role_words import is_post_phrase, post_before_name
from ..names.tokens import Token
from ..page.vocabulary import is_field, is_post
from .pieces import Piece, first_title

_FEWEST = 3
"""Lines at least that show what all lines of a list are like."""


@dataclass(frozen=True)
class ListStyle:
    """What a list looks like: decides what a piece without title means.

    `titled`: people have titles, so that a piece without one is no person. `surnames`: single words are people.
    `names_in_brackets`: posts come first and their holders in brackets. `run_together`: nothing separates the names.
    `beside`: a line is one person's, what follows the name is a post or a body. `beside_columns`: so it is in columns.
    `posts_first`: posts stand before names. `capitals`: names are in capital letters.
    `lines`: every line begins with a person and has no other. `posts_last`: after a comma the post of the person before
    it runs into the next name (`Mr A, Clerk Ms B, Treasurer`). `wards`: names of wards stand side by side above names.
    `offices_first`: the first entry is an office with its holder after it.
    """

    titled: bool
    surnames: bool
    names_in_brackets: bool
    run_together: bool
    beside: bool
    beside_columns: bool
    posts_first: bool
    capitals: bool
    lines: bool
    posts_last: bool
    wards: bool
    offices_first: bool


def style_of(pieces: Sequence[Piece], *, members: bool) -> ListStyle:
    """What the list, which may be one of `members`, looks like as a whole."""
    outside = [p for p in pieces if not p.bracket]
    titles = [t for p in outside if (t := first_title(p.row))]
    plural = any(t.each for t in titles)
    names = [p for p in outside if not first_title(p.row) and _is_full_name(p.row)]
    words = [p for p in outside if not first_title(p.row)]
    single = sum(1 for p in words if _is_single(p.row))
    inside = sum(1 for p in pieces if p.bracket and (t := title_at(p.row, 0)) and name_from(p.row, t.last, True))
    posts = sum(1 for p in outside if any(is_post(t.text) for t in p.row) and not first_title(p.row))
    lines = _a_line_each(outside)
    return ListStyle(
        titled=bool(titles) and not plural and len(titles) > len(names) and not (members and _mixed(outside)),
        surnames=plural or single * 2 > len(outside) or (single > 1 and not names and single * 2 > len(words)),
        names_in_brackets=inside > len(titles)
        and posts * 3 >= inside * 2
        and inside >= len(names) - _held_in_brackets(pieces),
        run_together=sum(1 for p in outside if p.before in {"title", "close"} and first_title(p.row)) >= 2,
        beside=lines and (_posts_after(outside, frozenset({"comma", "dash", "slash"})) or _always_two(outside)),
        beside_columns=_columns_beside(outside),
        posts_first=bool(outside) and post_before_name(outside[0].row) is not None,
        lines=lines,
        posts_last=_posts_last(outside),
        wards=sum(1 for p in outside if p.row[-1].text == "Ward" and is_organisation_name(p.row)) > 1,
        offices_first=_offices_first(pieces),
        capitals=sum(1 for p in names if _shouts(p.row)) * 2 > len(names),
    )


def _held_in_brackets(pieces: Sequence[Piece]) -> int:
    """How many pieces that look like full names are none, as a bracket after them names the holder with a title."""
    return sum(
        1
        for piece, following in pairwise(pieces)
        if following.bracket
        and not piece.bracket
        and title_at(following.row, 0)
        and not first_title(piece.row)
        and _is_full_name(piece.row)
    )


def _posts_last(outside: Sequence[Piece]) -> bool:
    """Whether a list of names with titles begins with a name alone and ends with a post alone, after a comma."""
    if (
        len(outside) < 3
        or first_title(outside[0].row) is None
        or any(t.text for t in outside[0].row if is_post(t.text))
    ):
        return False
    last = outside[-1]
    return last.before == "comma" and first_title(last.row) is None and is_post_phrase(last.row)


def _mixed(outside: Sequence[Piece]) -> bool:
    """Whether people with and without titles stand in one run: fewer than half of the titled are followed by a name
    without one, which would else be what the person before it is.
    """
    outside = [p for p in outside if not all(is_honour(t.text) for t in p.row)]
    pairs = [(a, b) for a, b in pairwise(outside) if first_title(a.row) and b.before in {"comma", "and", "close"}]
    after = sum(1 for _, b in pairs if not first_title(b.row) and _is_full_name(b.row) and not _says(b.row))
    return 0 < after * 2 < len([p for p in outside if first_title(p.row)]) + 1 and not _a_line_each(outside)


def _is_full_name(row: Sequence[Token]) -> bool:
    """Whether a piece begins with a name of at least two words, or of initials and a word."""
    return name_from(row, 0, False) is not None and sum(t.kind in {"word", "initials"} for t in row) > 1


def is_full_name(row: Sequence[Token]) -> bool:
    """Whether a piece is nothing but a name of at least two words without title: `Morag Tainsh`."""
    return len(row) > 1 and name_from(row, 0, False) == len(row) and not _says(row)


def _offices_first(pieces: Sequence[Piece]) -> bool:
    """Whether the first entry of a list is an office with its holder after it: `The Convener (Ann Roe), …`."""
    if len(pieces) < 2 or pieces[0].bracket or not is_post_phrase(pieces[0].row) or first_title(pieces[0].row):
        return False
    holder = pieces[1]
    return (holder.bracket or holder.before == "comma") and bool(first_title(holder.row) or is_full_name(holder.row))


def _shouts(row: Sequence[Token]) -> bool:
    return all(t.text.isupper() for t in row if t.kind == "word")


def _is_single(row: Sequence[Token]) -> bool:
    return len(row) == 1 and row[0].kind == "word" and not is_post(row[0].text)


def _says(row: Sequence[Token]) -> bool:
    """Whether a piece is certainly a post or a body and no person."""
    return not first_title(row) and (is_post_phrase(row) or is_organisation_name(row))


def _a_line_each(outside: Sequence[Piece]) -> bool:
    """Whether there are several lines, nearly all of which begin with a person, and none names two with titles."""
    lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in outside:
        lines[piece.line].append(piece)
    if len(lines) < 2 or any(len([p for p in line if first_title(p.row)]) > 1 for line in lines.values()):
        return False
    named = sum(1 for line in lines.values() if first_title(line[0].row) or _is_full_name(line[0].row))
    return named * 3 >= len(lines) * 2


def _posts_after(outside: Sequence[Piece], separators: frozenset[str]) -> bool:
    """Whether what follows a name in its line is more often than not a post or a body."""
    after = [b for a, b in pairwise(outside) if a.line == b.line and b.before in separators]
    return bool(after) and sum(1 for p in after if _says(p.row)) * 2 >= len(after)


def _always_two(outside: Sequence[Piece]) -> bool:
    """Whether nearly every line is a name, a comma and one thing more, often no name: `Ann Roe, Tapworks`."""
    lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in outside:
        lines[piece.line].append(piece)
    after = [
        line[1]
        for line in lines.values()
        if [p.before for p in line[1:]].count("comma") == 1 and line[1].before == "comma"
    ]
    strange = [p for p in after if not first_title(p.row) and not _is_full_name(p.row)]
    return len(after) >= _FEWEST and len(after) * 4 >= len(lines) * 3 and len(strange) * 3 >= len(after)


def _columns_beside(outside: Sequence[Piece]) -> bool:
    """Whether what stands in the second column is what the people of the first one are, and no people."""
    left = said = titled = second = 0
    named: dict[int, bool] = {}
    for piece in outside:
        if piece.before == "column" and piece.line in named:
            second += 1
            left += named[piece.line]
            titled += first_title(piece.row) is not None
            said += _says(piece.row) or all(is_field(t.text) for t in piece.row)
        named[piece.line] = named.get(piece.line, False) or first_title(piece.row) is not None
    if not second or titled * 2 > second:
        return False
    return left * 3 >= second * 2 or said * 2 >= second
