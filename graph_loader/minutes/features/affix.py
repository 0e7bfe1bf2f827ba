"""The first and last letters of a word: at most three, so that no name can be read off a model."""

from __future__ import annotations

from ..text import Word

LONGEST = 3


def affixes(word: Word) -> list[str]:
    """The last two and three letters of a word of more than four, in lower case, and its first two."""
    letters = word.text.rstrip(".").casefold()
    if word.kind != "word" or len(letters) < 5:
        return []
    return [f"-{letters[-2:]}", f"-{letters[-LONGEST:]}", f"{letters[:2]}-"]
