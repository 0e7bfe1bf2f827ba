"""Rows to paragraphs and running text: which rows only carry on the sentence before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from ...lexicon.name_words import sure_titles
from ..names.tokens import WRAP
from .heads import ITEM_CODE, begins_label, members_from
from .rows import Row, rows
from .view import View

_STOPS = (".", "?", "!", ":", '."', '?"', ".'", ".)", ":-", '".', ";-")
_INLINE_BULLET = re.compile(r"(?<=\S)[ \t]+[•●▪‣◦\uf0b7](?=[ \t])")
_LABEL = re.compile(
    r"[A-Z][A-Za-z' /,()&-]{2,70}(?: \(?\d{1,3}\)?)?:(?!\d)|[A-Z][A-Z' /&-]{3,60}(?:[:.]|$)"
    r"|[A-Z][A-Za-z' -]{2,40} \([^()\n]{0,90}\):"
)


@cache
def _cut_short() -> re.Pattern[str]:
    """How a line ends that goes on: after a comma, a small word, a title; `A` in capitals is an initial."""
    return re.compile(
        r"(?:,|;|\b(?:and|or|of|the|to|(?-i:a)|an|in|on|by|for|from|with|that|as|at|which|was|were|be|&"
        rf"|(?:{sure_titles()})\.?)|[(–/])$",
        re.IGNORECASE,
    )


_GAP = re.compile(r"\S[ ]{4,}(?=\S)")
"""A gap between two columns."""
_SUBSTITUTE = re.compile(
    r"\([^()]{0,60}\b(?:substitut|sub\b|deputi[sz]|attended|attending|in (?:his|her|their) (?:place|stead))",
    re.IGNORECASE,
)
"""What a bracket at the beginning of a row says of the name at the end of the row before."""
_LONG = 100
"""Signs of a line that is full whatever the width: in some documents a whole paragraph is one line."""
_NARROW = 75
"""Signs of the lines that people type, at least, unless they are set in columns."""
_MANY = 25
_SHORT = 45
"""Signs of a line below which a comma or semicolon at its end separates lines of a list."""


@dataclass(frozen=True)
class Paragraph:
    """Rows that make one text, with the marks of the first."""

    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The first row."""
        return self.rows[0]

    @property
    def start(self) -> int:
        """Where the content of the first row begins."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """Where the content of the last row ends."""
        return self.rows[-1].end


def _same_columns(one: str, other: str) -> bool:
    """Whether two rows are set in columns that begin at one place."""
    a, b = _GAP.search(one), _GAP.search(other)
    return a is not None and b is not None and abs(a.end() - b.end()) <= 1


@dataclass(frozen=True)
class Layout:
    """A document in rows and paragraphs."""

    view: View

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, page furniture left out."""
        return rows(self.view)

    @cached_property
    def width(self) -> int:
        """The length of a full line: what nine tenths of the longer rows keep within."""
        lengths = sorted(min(r.end - r.begin, 200) for r in self.rows if r.end - r.begin > 30)
        return lengths[int(len(lengths) * 0.9)] if lengths else 80

    @cached_property
    def full_width(self) -> int:
        """The width at which a line may be full: where few lines are long and none goes on, the widest is not full."""
        long = [(a, b) for a, b in pairwise(self.rows) if a.end - a.begin > 30]
        goes_on = any(self.view.norm[b.start].islower() for _, b in long)
        return self.width if goes_on or len(long) >= _MANY else max(self.width, _NARROW)

    @cached_property
    def double_spaced(self) -> bool:
        """Whether an empty line stands after nearly every line, so that it ends no paragraph."""
        long = [r for r in self.rows[1:] if r.end - r.begin > 30]
        spaced = sum(1 for r in long if r.gap >= 1)
        ended = sum(1 for r in long if self.view.norm[r.end - 1] in ".:;?!")
        return len(long) >= 8 and spaced > 0.85 * len(long) and ended < 0.6 * len(long) and self.width < 160

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Rows joined where one only carries on the sentence before, also over an empty line at a page's end."""
        groups: list[list[Row]] = []
        for row in self.rows:
            if groups and self._carries_on(groups[-1][-1], row):
                groups[-1].append(row)
            else:
                groups.append([row])
        return tuple(Paragraph(tuple(group)) for group in groups)

    def _carries_on(self, before: Row, row: Row) -> bool:
        norm = self.view.norm
        if row.number or row.letter or row.bullet or (row.is_head != before.is_head):
            return False
        if ITEM_CODE.match(norm, row.start, row.end):
            return False
        tail = norm[before.start : before.end]
        length = before.end - before.begin
        full = length >= 0.7 * min(self.full_width, _LONG)
        gap = row.gap - (1 if self.double_spaced and row.gap else 0)
        if row.is_head:
            return full and gap == 0 and not tail.endswith(_STOPS) and row.level == before.level
        content = norm[row.start : row.end]
        if "\t" in content.strip() or "\t" in tail.strip() or "|" in content[:1]:
            return False
        if _same_columns(norm[before.begin : before.end], norm[row.begin : row.end]):
            return False
        if content.isupper() != tail.isupper() and (gap >= 1 or (tail.isupper() and not full)):
            return False
        if gap == 0 and 0 <= tail.rfind("(") > tail.rfind(")") and len(tail) - tail.rfind("(") < _LONG:
            return True
        ended = tail.endswith(_STOPS)
        if gap == 0 and not ended and _SUBSTITUTE.match(content):
            return True
        if content[0].islower() or content[0] in ")&":
            return not ended or (gap == 0 and not tail.endswith(":"))
        if (_LABEL.match(content) or begins_label(norm, row.start, row.end)) and not _cut_short().search(tail):
            return False
        if tail[tail.rfind(" ") + 1].isupper() and members_from(norm, row.start, row.end):
            return False
        if _cut_short().search(tail):
            if length < _SHORT and tail.endswith("Councillor"):
                return False  # a title: "Co-option of Councillor"
            return gap <= 1 and (length > _SHORT or tail[-1] not in ",;")
        if not full or tail.endswith(":"):
            return False
        return gap == 0 or (not ended and row.page != before.page)

    @cached_property
    def flow(self) -> str:
        """The text as it runs: as long as the read text, one paragraph a line, everything else blank.

        A line broken inside a paragraph leaves a sign that counts as a blank and tells it from a gap between columns.
        """
        norm = self.view.norm
        signs = [" "] * len(norm)
        for paragraph in self.paragraphs:
            previous_end: int | None = None
            for row in paragraph.rows:
                if previous_end is not None:
                    signs[previous_end] = WRAP
                signs[row.start : row.end] = norm[row.start : row.end]
                previous_end = row.end
            if previous_end is not None and previous_end < len(signs):
                signs[previous_end] = "\n"
        return _INLINE_BULLET.sub(lambda m: "\n" + " " * (len(m[0]) - 1), "".join(signs))
