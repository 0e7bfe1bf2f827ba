"""Text to tokens: words with what they can be in a name, and the signs that separate entries of a list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from ...documents.text.cells import LEADER
from ..page.vocabulary import UPPER, is_post
from .nicknames import nickname_spans

Kind = Literal[
    "word",
    "initials",
    "nickname",
    "lower",
    "number",
    "comma",
    "semicolon",
    "colon",
    "line",
    "column",
    "dash",
    "slash",
    "and",
    "open",
    "close",
    "other",
]

WRAP = "\x1f"
"""Stands in running text where a line was broken inside a paragraph: a blank that is no gap between columns."""

_TOKEN = re.compile(
    rf"(?P<line>\n[ ]*)|(?P<skip>\x1f[ ]+|(?<![\w.])<?@[\w-]{{1,60}}>?(?!\w))"
    rf"|(?P<column>[ \x1f]*\t[ \t\x1f]*|[ ]{{3,}}|{LEADER})"
    rf"|(?P<initials>(?:[{UPPER}]\.[ ]?(?=[{UPPER}]\b\.?))*(?:[{UPPER}]\.|[{UPPER}](?:-[{UPPER}])?\.?(?![\w'])))"
    rf"|(?P<word>[^\W\d_](?:[\w'*]|-(?=[\w\n\x1f ])(?![ ]?-))*(?:\.(?!\.))?)"
    rf"|(?P<number>\d[\w.,:/%]*)"
    rf"|(?P<dash>(?<=[\s)])[-–—]+(?=\s)|[–—]|(?<=\s)-(?=[{UPPER}]))"
    rf"|(?P<open>[(\[{{])|(?P<close>[)\]}}])"
    rf"|(?P<comma>,)|(?P<semicolon>;)|(?P<colon>:-?)|(?P<slash>[/|])|(?P<amp>&)"
    rf"|(?P<other>[^\s])"
)
_KINDS: dict[str | None, Kind] = {kind: kind for kind in get_args(Kind)} | {"amp": "and"}
_ELIDED = re.compile(rf"[dl]['’][{UPPER}]")
"""A name that begins with an article in lower case: `d'Entremont`."""
_AND = frozenset({"and", "plus"})


class Token(NamedTuple):
    """One token: `text` as it stands, `dot` whether a full stop ends it.

    A tuple, as thousands are made of every document.
    """

    kind: Kind
    start: int
    end: int
    text: str

    @property
    def dot(self) -> bool:
        """Whether a full stop stands at its end."""
        return self.text.endswith(".")


@lru_cache(maxsize=2_000)
def tokens(norm: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens between two offsets; single blanks, wrapped lines and handles (`@annroe`) are none."""
    found: list[Token] = []
    nicknames = nickname_spans(norm, start, end)
    low, high = next(nicknames, (end, end))
    for m in _TOKEN.finditer(norm, start, end):
        if m.start() >= high:
            low, high = next(nicknames, (end, end))
        if m.lastgroup == "skip" or low < m.start() < high:
            continue
        if m.start() == low < high:
            found.append(Token("nickname", low, high, norm[low:high]))
            continue
        kind = _KINDS[m.lastgroup]
        text = m[0]
        if kind == "word" and text[0].islower() and not _ELIDED.match(text):
            kind = "and" if text in _AND else "lower"
        if kind == "word" and len(found) > 1 and _is_two_posts(found[-2], found[-1], m.start(), text):
            first = found[-2].start
            del found[-2:]
            text = norm[first : m.end()]
            found.append(Token(kind, first, m.end(), text))
            continue
        found.append(Token(kind, m.start(), m.end(), text))
    return tuple(found)


def _is_two_posts(one: Token, slash: Token, start: int, other: str) -> bool:
    """Whether a slash joins two posts that one person holds: `Clerk/Auditor`."""
    tight = slash.text == "/" and one.end == slash.start and slash.end == start
    return tight and one.kind == "word" and is_post(one.text) and is_post(other)
