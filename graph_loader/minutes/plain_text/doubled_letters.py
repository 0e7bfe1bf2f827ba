"""Words printed twice for bold come out of a PDF with each letter doubled: `PPrreesseenntt::` is `Present:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layers import Edit

_LINE = re.compile(r"(?m)^[^\n]*(?:([^\W\d_])\1){3}[^\n]*$")
"""A line with three doubled letters in a row; no word is written so."""
_WORD = re.compile(r"\S+")
_PAIRS = re.compile(r"(?:(\S)\1)+")
_END = ".,:;)"
_FEWEST, _DISTINCT = 4, 3
"""Doubled letters of successive words, and different ones among them, from which it is no chance: `www`, `IIII`."""


def doubled_letters(text: str) -> Iterator[Edit]:
    """The second letter of each pair in words of which every letter is doubled."""
    for line in _LINE.finditer(text):
        run: list[tuple[int, int]] = []
        for word in _WORD.finditer(text, line.start(), line.end()):
            pairs = _pairs(word[0])
            if pairs:
                run.append((word.start(), pairs))
            else:
                yield from _once(text, run)
                run = []
        yield from _once(text, run)


def _pairs(word: str) -> int:
    """The length of the pairs that a word is made of, but for a sign at its end; 0 where it is not made of pairs."""
    found = _PAIRS.match(word)
    length = found.end() if found else 0
    return length if not word[length:].strip(_END) and len(word) - length <= 1 else 0


def _once(text: str, run: list[tuple[int, int]]) -> Iterator[Edit]:
    letters = [text[at].casefold() for start, length in run for at in range(start, start + length, 2)]
    letters = [letter for letter in letters if letter.isalpha()]
    if len(letters) >= _FEWEST and len(set(letters)) >= _DISTINCT:
        for start, length in run:
            yield from (Edit(at, at + 1) for at in range(start + 1, start + length, 2))
