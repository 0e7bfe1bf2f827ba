"""A list of people cut at its separators, brackets and titles; and what the list looks like as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .names import Title, name_from, title_at
from .tokens import Token
from .vocabulary import is_field, is_post

Before = Literal[
    "start", "comma", "semicolon", "colon", "line", "column", "dash", "slash", "and", "close", "stop", "title"
]

_SEPARATORS: dict[str, Before] = {
    "comma": "comma",
    "semicolon": "semicolon",
    "line": "line",
    "column": "column",
    "dash": "dash",
    "slash": "slash",
    "colon": "colon",
}
_LONGEST_BRACKET = 60
"""Tokens: a bracket that is longer was never closed."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the list between separators, or the inside of a bracket; `before` is what separates it."""

    row: tuple[Token, ...]
    before: Before
    bracket: bool = False
    colon_after: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.row[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.row[-1].end


@dataclass(frozen=True)
class ListStyle:
    """What a list looks like: decides what a piece without title means.

    `titled`: people have titles, so that a piece without one is no person. `surnames`: single words are people.
    `names_in_brackets`: posts come first and their holders in brackets. `run_together`: nothing separates the names.
    """

    titled: bool
    surnames: bool
    names_in_brackets: bool
    run_together: bool


def cut(row: Sequence[Token]) -> list[Piece]:
    """The pieces of a list, in order."""
    found: list[Piece] = []
    current: list[Token] = []
    before: Before = "start"
    at = 0

    def flush(following: Before) -> None:
        nonlocal before
        if current:
            found.extend(_at_titles(tuple(current), before, following == "colon"))
            current.clear()
            before = following
        elif not (before == "comma" and following == "line") and before != "stop":
            before = following

    while at < len(row):
        token = row[at]
        if token.kind == "open":
            close = _closing(row, at)
            flush("close")
            inner = tuple(row[at + 1 : close])
            if inner:
                found.append(Piece(inner, before, bracket=True))
            before = "close"
            at = close
        elif separator := _SEPARATORS.get(token.kind):
            flush(separator)
        elif token.kind == "and" and not _couples(current):
            flush("and")
        elif token.kind == "other" and token.text in {".", "|"}:
            flush("stop")
        elif token.kind not in {"close", "other"}:
            current.append(token)
            if token.kind == "word" and token.dot and _ends_sentence(current):
                flush("stop")
        at += 1
    flush("stop")
    return found


def _couples(current: Sequence[Token]) -> bool:
    """Whether an `&` stands between two titles of one name: `Mr & Mrs M. Stubbs`."""
    title = title_at(current, 0) if current else None
    return title is not None and title.last >= len(current) and not title.each and not title.office


def _closing(row: Sequence[Token], at: int) -> int:
    depth = 0
    for i in range(at, min(len(row), at + _LONGEST_BRACKET)):
        depth += (row[i].kind == "open") - (row[i].kind == "close")
        if depth == 0:
            return i
    return at


def _ends_sentence(current: Sequence[Token]) -> bool:
    return len(current[-1].text.rstrip(".")) > 3 and title_at(current, len(current) - 1) is None


def _at_titles(row: tuple[Token, ...], before: Before, colon_after: bool) -> list[Piece]:
    """One piece for each title that comes after a name: `Mr D Collis Ms E Corlett`."""
    found: list[Piece] = []
    first, at = 0, 0
    named = False
    while at < len(row):
        title = title_at(row, at)
        if title is None:
            named = named or (row[at].kind == "word" and not is_post(row[at].text) and not is_field(row[at].text))
            at += 1
            continue
        end = name_from(row, title.last, True)
        if end is None:
            at = title.last
            continue
        if named and at > first:
            found.append(Piece(row[first:at], before if not found else "title"))
            first = at
        named = True
        at = end
    found.append(Piece(row[first:], before if not found else "title", colon_after=colon_after))
    return found


def style_of(pieces: Sequence[Piece]) -> ListStyle:
    """What the list looks like as a whole."""
    outside = [p for p in pieces if not p.bracket]
    titles = [t for p in outside if (t := first_title(p.row))]
    plural = any(t.each for t in titles)
    names = [
        p
        for p in outside
        if not first_title(p.row) and name_from(p.row, 0, False) and sum(t.kind == "word" for t in p.row) > 1
    ]
    single = sum(1 for p in outside if len(p.row) == 1 and p.row[0].kind == "word" and not is_post(p.row[0].text))
    inside = sum(1 for p in pieces if p.bracket and (t := title_at(p.row, 0)) and name_from(p.row, t.last, True))
    posts = sum(1 for p in outside if any(is_post(t.text) for t in p.row) and not first_title(p.row))
    return ListStyle(
        titled=bool(titles) and not plural and len(titles) > len(names),
        surnames=plural or single * 2 > len(outside),
        names_in_brackets=inside > len(titles) and posts >= inside,
        run_together=sum(1 for p in outside if p.before in {"title", "close"} and first_title(p.row)) >= 2,
    )


def first_title(row: Sequence[Token]) -> Title | None:
    """The first title in a piece that a name follows."""
    for at in range(len(row)):
        title = title_at(row, at)
        if title and name_from(row, title.last, True):
            return title
    return None
