"""Another name of somebody beside the name: `née Bell`, `formerly Cllr Mary Bell`, `now Hart`, `f/k/a Tom Dale`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.entries import of_class
from ..page.vocabulary import any_of
from .name_spans import name_from, title_at
from .organisations import is_known_organisation
from .role_words import is_post_phrase
from .tokens import Token, tokens


@cache
def cue_pattern() -> str:
    """A pattern for the words before another name of a person, in any case."""
    cues = [cue for cue in of_class("name_cues", "other_name", "also_called") if cue not in _TOLD_OTHERWISE]
    return rf"(?:{any_of(cues)})"


_LONGEST = 120
"""Signs of a name with the words before it that say whose other name it is."""
_MOST_TOKENS = 24
"""Tokens of an entry with another name in it."""
_TOLD_OTHERWISE = frozenset({"born", "called", "goes by", "known as"})
"""Words that say other things of a person as often: `born in Ashcombe`, `called the meeting`."""


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/]){cue_pattern()}(?![\w/]),?\s+", re.IGNORECASE)


def other_name_in(text: str) -> str | None:
    """The other name that a phrase beside a name states and nothing else, or none: `formerly Leader` states a post."""
    cue = _cue().match(text) if len(text) <= _LONGEST else None
    name = text[cue.end() :].strip(" \x1f.,;\"'“”‘’") if cue else ""
    row = tokens(name, 0, len(name))
    if not row or row[0].kind not in {"word", "initials"}:
        return None
    title = title_at(row, 0)
    at = title.last if title else 0
    named = at < len(row) and name_from(row, at, True) == len(row)
    post = is_post_phrase(row[at:]) or is_known_organisation(row, name)
    return name if named and not post else None


def follows_cue(text: str, start: int) -> bool:
    """Whether the name at an offset is the other name of somebody: words such as `née` stand before it."""
    before = text[max(0, start - 30) : start]
    return any(m.end() == len(before) for m in _cue().finditer(before))


def other_name_at(row: Sequence[Token], words: str) -> int | None:
    """The token at which another name begins after the name of an entry; `words` is the text that the tokens are of."""
    for i in range(1, len(row) if len(row) <= _MOST_TOKENS else 0):
        near = row[-1].end - row[i].start <= _LONGEST
        if near and row[i].kind == "lower" and other_name_in(words[row[i].start : row[-1].end]) is not None:
            return i
    return None
