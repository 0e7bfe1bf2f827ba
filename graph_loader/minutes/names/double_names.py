"""Dashes without blanks that are hyphens: those inside a name, and not those between a name and an office."""

from __future__ import annotations

import re
from functools import cache

from ...lexicon.entries import of_class, word_set
from ...lexicon.months import month_numbers, weekdays
from ...lexicon.name_words import cut_short
from ..page.vocabulary import bare, is_no_name, is_post, may_be_surname

_ALWAYS = str.maketrans(dict.fromkeys("\u2010\u2011\u2043", "-"))
"""Signs that are hyphens whatever stands beside them."""
_DASH = re.compile(r"(?<=[^\W\d_])[\u2012\u2013\u2212](?=[^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w']*$")
_WORD_AFTER = re.compile(r"[^\W\d_][\w']*")
_LONGEST = 30
_PREFIXES = frozenset({"vice", "co", "ex", "non", "sub", "mid", "pre", "re"})


def hyphened(text: str) -> str:
    """The text, at equal length, with a hyphen for every sign that stands for one."""
    text = text.translate(_ALWAYS)
    return _DASH.sub(lambda m: "-" if _joins(text, m.start()) else m[0], text)


def _joins(text: str, at: int) -> bool:
    before = _WORD_BEFORE.search(text[max(0, at - _LONGEST) : at])
    after = _WORD_AFTER.match(text, at + 1, at + 1 + _LONGEST)
    if before is None or after is None:
        return False
    return bare(before[0]) in _PREFIXES or not (_parts(before[0]) or _parts(after[0]))


def _parts(word: str) -> bool:
    """Whether a word with a capital beside a dash is an office, a title, a party, a day: nothing of a double name."""
    plain = bare(word)
    if plain in word_set("bodies", "parties") or plain in month_numbers() or plain in weekdays():
        return True
    return plain in _titles() or is_post(word) or (word[0].isupper() and is_no_name(word) and not may_be_surname(word))


@cache
def _titles() -> frozenset[str]:
    written = {*of_class("titles", "personal", "civic", "plural", "office"), *cut_short()}
    return frozenset(bare(title) for title in written)
