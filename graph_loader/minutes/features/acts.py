"""What a word tells of places and offices, by its beginning: given, given up, vacant, put to the vote."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from ...lexicon.entries import entries, word_set

_LONGEST = 12


@cache
def _beginnings() -> Mapping[str, str]:
    return {entry.text: entry.classes[0] for entry in entries("acts")}


@lru_cache(maxsize=50_000)
def act_of(text: str) -> str | None:
    """The class of a word in the list of acts, by the longest beginning that is there; none where it has none."""
    plain = text.casefold()
    found = _beginnings()
    return next((found[plain[:n]] for n in range(min(len(plain), _LONGEST), 2, -1) if plain[:n] in found), None)


def function_word(text: str) -> str | None:
    """A small word of grammar in lower case; none for any other word."""
    plain = text.casefold()
    return plain if plain in word_set("function_words", "small") else None
