"""A list of people cut at its separators, brackets and titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...lexicon.name_words import cut_short, generation
from ..names.name_spans import LONGEST_TITLE, Title, is_suffix, name_from, particles, title_at
from ..names.tokens import WRAP, Token
from ..page.vocabulary import is_field, is_organisation, is_post

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
_AFTER_SUFFIX = frozenset({"comma", "semicolon", "line", "column", "dash", "open", "and", "other", "lower", "colon"})
_ARTICLES = frozenset({"The", "the", "An", "an"})
_LONGEST_OFFICE = 6
_LONGEST_BRACKET = 60
"""Tokens: a bracket that is longer was never closed."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the list between separators, or the inside of a bracket.

    `before` is what separates it from the piece before; `line` and `column` say where it begins; `whole` that it is one
    name with a title or initials behind its surname: `Reave, Cllr A`, `Orr, J`.
    """

    row: tuple[Token, ...]
    before: Before
    bracket: bool = False
    colon_after: bool = False
    line: int = 0
    column: int = 0
    whole: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.row[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.row[-1].end


class _Cutter:
    """One pass over the tokens of a list."""

    def __init__(self, text: str, row: Sequence[Token]):
        self.text = text
        self.row = row
        self.found: list[Piece] = []
        self.current: list[Token] = []
        self.before: Before = "start"
        self.line = self.column = 0
        self.begun = (0, 0)

    def pieces(self) -> list[Piece]:
        row, at = self.row, 0
        while at < len(row):
            token = row[at]
            if at and WRAP in self.text[row[at - 1].end : token.start]:
                self._wrapped(at)
            if token.kind == "open":
                at = self._bracket(at)
            elif separator := _SEPARATORS.get(token.kind):
                if not self._goes_on(at):
                    self._flush(separator)
                if separator == "column" and self.found and self.found[-1].line == self.line:
                    self.column += 1
            elif token.kind == "and" and not _couples(self.current) and not self._joins_offices(at):
                self._flush("and")
            elif token.kind == "other" and token.text in {".", "|"}:
                self._flush("stop")
            elif token.kind not in {"close", "other"}:
                if not self.current:
                    self.begun = self.line, self.column
                self.current.append(token)
                if token.kind == "word" and token.dot and _ends_sentence(self.current):
                    self._flush("stop")
            if token.kind == "line":
                self.line, self.column = self.line + 1, 0
            at += 1
        self._flush("stop")
        return self.found

    def _flush(self, following: Before) -> None:
        if self.current:
            line, column = self.begun
            for piece in _at_titles(tuple(self.current), self.before, following == "colon"):
                self.found.append(replace(piece, line=line, column=column))
            self.current.clear()
            self.before = following
        elif following == "column" and self.before in {"start", "comma", "semicolon"}:
            pass  # the gap between a label and its list, or after another separator
        elif not (self.before in {"comma", "dash"} and following == "line") and self.before != "stop":
            self.before = following

    def _bracket(self, at: int) -> int:
        close = _closing(self.row, at)
        self._flush("close")
        inner = tuple(self.row[at + 1 : close])
        if inner:
            self.found.append(Piece(inner, self.before, bracket=True, line=self.line, column=self.column))
        self.before = "close"
        return close

    def _goes_on(self, at: int) -> bool:
        """Whether a separator stands inside an entry: `A/Head of Finance`, a line end inside a name."""
        if self.row[at].kind == "slash":
            last = self.current[-1] if self.current else None
            touching = at + 1 < len(self.row) and self.row[at + 1].start == self.row[at].end
            return last is not None and last.text in {"A", "T"} and last.end == self.row[at].start and touching
        if self.row[at].kind == "comma":
            return bool(self.current) and self._suffix_follows(at)
        if self.row[at].kind == "column":
            return bool(self.current) and self.current[-1].text.endswith("-")
        return self.row[at].kind == "line" and _dangling(self.current) and not self._after_surname()

    def _parts_post_and_holder(self) -> bool:
        """Whether a line ends between a post and its holder, as the entry before names one: `Clerk A Roe, Sheriff`."""
        last = self.found[-1] if self.found and self.before == "comma" else None
        known = all(is_post(t.text) or is_field(t.text) or is_organisation(t.text) for t in self.current)
        if last is None or last.bracket or not self.current or not known or not is_post(self.current[-1].text):
            return False
        posts = [i for i, token in enumerate(last.row) if is_post(token.text)]
        return bool(posts) and len(last.row) - 1 - posts[-1] > 1

    def _after_surname(self) -> bool:
        """Whether what a line ends with stands behind the surname that begins it: `Brack, Cllr O`."""
        last = self.found[-1] if self.found and self.before == "comma" else None
        return last is not None and len(last.row) == 1 and last.line == self.line and last.before in {"line", "start"}

    def _joins_offices(self, at: int) -> bool:
        """Whether `and` stands between two offices of one holder: `the Clerk and Responsible Financial Officer, A`.

        The first of them begins an entry; a name or anything else before or behind them makes two entries.
        """
        first = [t for t in self.current if t.text not in _ARTICLES]
        second: list[Token] = []
        for token in self.row[at + 1 : at + 1 + _LONGEST_OFFICE]:
            if token.kind not in {"word", "lower"}:
                break
            second.append(token)
        begins = self.before in {"semicolon", "line", "start", "stop"}
        return begins and all(bool(row) and _is_office(row) for row in (first, second))

    def _suffix_follows(self, at: int) -> bool:
        """Whether a comma stands before `Jr.` or `III`, which are of the name before it, and nothing else follows."""
        following = self.row[at + 1 : at + 3]
        if not following or following[0].kind != "word" or generation(following[0].text) is None:
            return False
        alone = len(following) == 1 or following[1].kind in _AFTER_SUFFIX
        return alone and is_suffix(following[0].text)

    def _wrapped(self, at: int) -> None:
        """A line broken inside a paragraph ends an entry in columns, or where a name begins after a post."""
        if _dangling(self.current) or self._parts_post_and_holder():
            return
        if self.column:
            self._flush("line")
            self.line, self.column = self.line + 1, 0
        elif self.current and (self._begins_entry(at) or _begins_office(self.row, at)):
            self._flush("line")

    def _begins_entry(self, at: int) -> bool:
        """Whether a name begins after a post, or with the initials that a key gives it: `Tamsin Yelland (TY)`."""
        if self.current[-1].kind != "word" or not _name_with_note(self.row, at):
            return False
        said = [*self.current, *(t for piece in self.found if piece.line == self.line for t in piece.row)]
        return any(is_post(t.text) for t in said)


def cut(text: str, row: Sequence[Token]) -> list[Piece]:
    """The pieces of a list, in order; `row` are the tokens of a stretch of `text`."""
    return _Cutter(text, row).pieces()


def _is_office(row: Sequence[Token]) -> bool:
    """Whether words are those of one office and of nobody who has it."""
    known = all(is_post(t.text) or is_field(t.text) or t.text in {"of", "to", "the"} for t in row)
    return known and is_post(row[-1].text)


def _couples(current: Sequence[Token]) -> bool:
    """Whether an `&` stands between two titles of one name: `Mr & Mrs M. Stubbs`."""
    title = title_at(current, 0) if current else None
    return title is not None and title.last >= len(current) and not title.each and not title.office


def _dangling(current: Sequence[Token]) -> bool:
    """Whether a line ends inside a name: after a title, an initial, or a small word of a surname."""
    if not current or (len(current) > 1 and current[-2].kind in {"comma", "semicolon"}):
        return False
    if (current[-1].text in particles() and current[-1].kind == "lower") or current[-1].text.endswith("-"):
        return True
    initials = len(current)
    while initials and current[initials - 1].kind == "initials":
        initials -= 1
    for at in range(max(0, initials - LONGEST_TITLE), len(current)):
        title = title_at(current, at)
        if title is None or title.each or title.office or is_post(current[title.last - 1].text):
            continue
        if title.last >= initials:
            return True
    return False


def _begins_office(row: Sequence[Token], at: int) -> bool:
    """Whether a line begins with an office and its article: `The Deputy Lord Mayor (Councillor W Yeadon)`."""
    title = title_at(row, at) if row[at].text == "The" else None
    return title is not None and title.office is not None


def _name_with_note(row: Sequence[Token], at: int) -> bool:
    """Whether an untitled name of several words begins here, with a bracket or a separator after it."""
    end = name_from(row, at, False)
    if end is None or end - at < 2 or any(is_field(t.text) for t in row[at:end]):
        return False
    return end == len(row) or row[end].kind in {"open", "comma", "dash", "column", "line"}


def _closing(row: Sequence[Token], at: int) -> int:
    depth = 0
    for i in range(at, min(len(row), at + _LONGEST_BRACKET)):
        depth += (row[i].kind == "open") - (row[i].kind == "close")
        if depth == 0:
            return i
    return at


def _ends_sentence(current: Sequence[Token]) -> bool:
    plain = current[-1].text.rstrip(".")
    return len(plain) > 2 and plain not in cut_short() and title_at(current, len(current) - 1) is None


def _at_titles(row: tuple[Token, ...], before: Before, colon_after: bool) -> list[Piece]:
    """One piece for each title that comes after a name: `Mr D Collis Ms E Corlett`."""
    found: list[Piece] = []
    first = at = ended = 0
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
        begin = at - 1 if title.office and at > first and is_field(row[at - 1].text) else at
        if named and _post_of_next(row, ended, at):
            begin = ended
        if named and begin > first:
            found.append(Piece(row[first:begin], before if not found else "title"))
            first = begin
        named = True
        at = ended = end
    found.append(Piece(row[first:], before if not found else "title", colon_after=colon_after))
    return found


def _post_of_next(row: Sequence[Token], ended: int, at: int) -> bool:
    """Whether the post between two names is that of the second, from which a smaller gap separates it."""
    if not 0 < ended < at or not any(is_post(t.text) for t in row[ended:at]):
        return False
    if not all(is_post(t.text) or is_field(t.text) or t.kind == "lower" for t in row[ended:at]):
        return False
    return row[ended].start - row[ended - 1].end > row[at].start - row[at - 1].end


def first_title(row: Sequence[Token]) -> Title | None:
    """The first title in a piece that a name follows."""
    for at in range(len(row)):
        title = title_at(row, at)
        if title and name_from(row, title.last, True):
            return title
    return None
