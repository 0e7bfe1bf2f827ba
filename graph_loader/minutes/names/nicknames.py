"""Nicknames inside names: `Patrick “Pa” Dohenny`, `Margaret (Peg) Loughrey`. What is no nickname ends a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...folding import fold
from ...lexicon.entries import folded_classes, word_set
from ...lexicon.name_words import is_given_name, is_honour
from ..page.vocabulary import UPPER, is_no_name, may_be_surname

_WORD = r"[^\W\d_][\w'.-]{0,19}"
_INSIDE = rf"(?P<inside>{_WORD}(?:[ ]{_WORD}){{0,3}})"
_NAME = re.compile(
    rf"(?<![\w'])(?P<before>[{UPPER}][\w'-]{{1,24}}\.?|[{UPPER}]\.)[ \x1f](?P<nickname>"
    rf"(?P<sign>[(\"“]|(?<!\w)['‘]){_INSIDE}[)\"”'’])(?=[ \x1f]{{1,2}}"
    rf"(?P<after>(?:(?:de|van|von|der|le|la|Ó|Ní|Nic|Mac|O)[ ])?[{UPPER}][\w'-]+)(?:[ \x1f](?P<next>[{UPPER}]))?)"
)
_PAIRS = {"(": ")", '"': '"', "“": "”", "'": "'", "‘": "’"}


def nickname_spans(norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The nicknames between two offsets, with their brackets or quotation marks."""
    for m in _NAME.finditer(norm, start, end):
        if norm[m.end("nickname") - 1] == _PAIRS[m["sign"]] and _is_nickname(m):
            yield m.span("nickname")


def nicknamed(norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names without title that hold a nickname in quotation marks, where the first word is a given name."""
    for m in _NAME.finditer(norm, start, end):
        before = m["before"].rstrip(".")
        if (
            m["sign"] != "("
            and norm[m.end("nickname") - 1] == _PAIRS[m["sign"]]
            and is_given_name(fold(before))
            and _is_nickname(m)
        ):
            yield m.start("before"), m.end("after")


def _is_nickname(m: re.Match[str]) -> bool:
    before, inside, after = m["before"].rstrip("."), m["inside"].rstrip("'"), m["after"].split()[-1]
    titled = m["sign"] != "(" and fold(before) in folded_classes("titles")
    if not (titled or _in_name(before)) or not _in_name(after) or any(_is_aside(w) for w in inside.split()):
        return False
    if m["sign"] == "(" and len(inside.split()) > 2:
        return False
    if m["sign"] != "(" or fold(before).startswith(fold(inside)):
        return True
    if any(is_no_name(w) and not is_given_name(fold(w)) for w in inside.split()):
        return False
    if is_given_name(fold(after)) and m["next"]:
        return False  # "Frank Dunn (Rose) Helen Bay": another person follows
    return is_given_name(fold(before)) or is_given_name(fold(inside)) or fold(inside)[:1] == fold(before)[:1]


def _in_name(word: str) -> bool:
    """Whether a word beside a nickname can be a given name or a surname, and is no title and no ordinary word."""
    plain = fold(word)
    if plain in folded_classes("titles"):
        return False
    return not is_no_name(word) or is_given_name(plain) or may_be_surname(word)


def _is_aside(word: str) -> bool:
    """Whether a word in brackets inside a name is a title, a suffix, a party or letters, and no nickname."""
    plain = fold(word)
    if plain in folded_classes("titles") or plain in folded_classes("suffixes"):
        return True
    letters = word.isupper() and "." not in word and is_honour(word, after_full_name=True)
    return letters or plain in word_set("bodies", "parties")
