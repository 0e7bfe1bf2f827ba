"""Running text as words and signs, each with its place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

WordKind = Literal["word", "number", "gap", "sign", "person"]
"""`person` is a whole name, where names are one word."""
Offsets = tuple[int, int]
"""From where to where in the text."""
WordPlace = tuple[int, int, int]
"""A line by its number, its first word that counts and the word after the last."""

_WORD = re.compile(
    r"(?P<gap>[ \x1f]*\t[ \t\x1f]*|[ ]{3,}|(?:[.…_·]\s?){4,})"
    r"|(?P<word>[^\W\d_]+(?:['’\-][^\W\d_]+)*(?:\.(?=[^\W\d_]\.)|\.(?!\.))?)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<sign>[^\s])"
)


class Word(NamedTuple):
    """One word, number, sign, gap between columns or name; `text` is what stands between `start` and `end`.

    A tuple, as thousands are made of every document.
    """

    text: str
    start: int
    end: int
    kind: WordKind


def words_between(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a text between two offsets, in order; single blanks are none.

    A full stop belongs to the word before it where that is a single letter or short, as in `Cllr.` and `J.`; at the end
    of a longer word it is a sign of its own.
    """
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        kind: WordKind = match.lastgroup  # type: ignore[assignment]
        piece = match[0]
        if kind == "word" and piece.endswith(".") and len(piece) > 5:
            found.append(Word(piece[:-1], match.start(), match.end() - 1, "word"))
            found.append(Word(".", match.end() - 1, match.end(), "sign"))
        else:
            found.append(Word(piece, match.start(), match.end(), kind))
    return tuple(found)


def overlap(one: WordPlace, other: WordPlace) -> bool:
    """Whether two places share a word."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
