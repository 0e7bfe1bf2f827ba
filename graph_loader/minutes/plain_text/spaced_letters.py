"""Letter-spaced words, `P R E S E N T :`, read as words: known by their form and never by what they say.

Single letters with the same blank between them, and wider gaps between words, at the beginning of a line or after a
gap. Initials before a surname, lettered columns, the first letters of the months and the marks of a table of presence
are of much the same form and stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .layers import Edit

_BLANK = "[ \u00a0\u2000-\u200a\u202f]"
_HINT = re.compile(rf"(?<![^\s*_#|(])[^\W\d_](?:{_BLANK}{{1,3}}[^\W_]){{2}}(?!\w)")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
_MARKS = "*_#()"
_END = re.compile(r"[:.,;)*_]+$")
_JOINTS = frozenset("-'’/&")
_FEW = 3
_SURE = 5
"""Letters from which a row of them is no row of initials."""
_WIDEST = 3
"""Blanks between the letters of one word, at most."""
_VOWELS = frozenset("aeiouyw")
_ENTRIES = frozenset("paxynsflve")
"""Letters that tables of presence and of votes are filled with."""
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "jfmamjjasond" * 2, "mtwtfss" * 2)
"""Letters in a row that head columns: the alphabet, the months, the days of the week."""


@dataclass(frozen=True)
class _Sign:
    """A letter, digit or joint that stands alone between blanks, marks around it left out."""

    start: int
    end: int
    text: str
    last: bool


_Word = list[_Sign]


def spaced_words(text: str) -> Iterator[Edit]:
    """The blanks inside letter-spaced words, which nobody reads, and one blank for the gap between two of them."""
    if not _HINT.search(text):
        return
    for line in _LINE.finditer(text):
        if _HINT.search(line[0]):
            for row, follows in _rows(text, line.start(), line.end()):
                yield from _joined(text, row, follows)


def _rows(text: str, start: int, end: int) -> Iterator[tuple[_Word, str]]:
    """The rows of signs that stand alone, each with the word that follows it at once."""
    row: _Word = []
    begins = True
    for m in _WORD.finditer(text, start, end):
        sign = _sign(m)
        if sign and (row or _may_begin(text, m.start(), start, begins)):
            row.append(sign)
            if sign.last:
                yield row, ""
                row = []
        else:
            if row:
                yield row, m[0] if m.start() - row[-1].end == 1 else ""
            row = []
        begins = begins and not any(c.isalpha() for c in m[0])
    if row:
        yield row, ""


def _sign(m: re.Match[str]) -> _Sign | None:
    closing = _END.search(m[0]) if len(m[0]) > 1 else None
    core = m[0][: closing.start()] if closing else m[0]
    inner = core.lstrip(_MARKS)
    if len(inner) != 1 or not (inner.isalnum() or inner in _JOINTS):
        return None
    start = m.start() + len(core) - 1
    return _Sign(start, start + 1, inner, closing is not None)


def _may_begin(text: str, at: int, start: int, begins: bool) -> bool:
    """Whether nothing but marks and numbers stands before a place in its line, or a gap."""
    before = text[start:at].rstrip()
    return (
        begins
        or at - start < 2
        or text[at] in "(["
        or before.endswith(("(", "[", ":"))
        or text[at - 1] in "\t|"
        or text[at - 2 : at].isspace()
    )


def _joined(text: str, row: Sequence[_Sign], follows: str) -> Iterator[Edit]:
    signs = list(row)
    while signs and not signs[0].text.isalpha():
        signs.pop(0)
    while signs and signs[-1].text in _JOINTS:
        signs.pop()
    words = _words(signs)
    while words and follows and len(words[-1]) < _FEW:
        follows = "" if words[-1][0].start - (words[-2][-1].end if len(words) > 1 else 0) > 1 else follows
        words.pop()
    if not any(_is_word(word, follows if word is words[-1] else "", len(words) > 1) for word in words):
        return
    for i, word in enumerate(words):
        if i and text[words[i - 1][-1].end : word[0].start].isspace():
            yield Edit(words[i - 1][-1].end, word[0].start, " ")
        for one, other in pairwise(word):
            if "&" not in (one.text, other.text) and text[one.end : other.start].isspace():
                yield Edit(one.end, other.start)


def _words(signs: Sequence[_Sign]) -> list[_Word]:
    """Signs to words: the narrowest gap stands between letters, and what is wider between words."""
    gaps = [other.start - one.end for one, other in pairwise(signs)]
    if not gaps or min(gaps) > _WIDEST:
        return []
    words: list[_Word] = [[signs[0]]]
    for gap, sign in zip(gaps, signs[1:], strict=True):
        if gap > min(gaps):
            words.append([sign])
        else:
            words[-1].append(sign)
    return words


def _is_word(signs: Sequence[_Sign], follows: str, among_others: bool) -> bool:
    """Whether the letters of a row make a word and are no initials, heads of columns or entries of a table."""
    letters = [s.text.casefold() for s in signs if s.text.isalpha()]
    word = "".join(letters)
    apart = {unicodedata.normalize("NFD", c)[0] for c in word}
    if len(letters) < _FEW or len(apart) < _FEW or not apart & _VOWELS:
        return False
    if apart <= _ENTRIES or any(word in row for row in _ROWS):
        return False
    if len(letters) < _SURE and follows[:1].isupper() and not follows.isupper():
        return False
    return len(letters) > _FEW or among_others or not follows
