"""A meeting's text on its way to records: what all readers share, and the only makers of spans and evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from ...documents.blocks import Table
from ...lexicon.name_words import cut_short
from ...parsed_minutes import Evidence, ParseWarning, Part, Span
from ..dates.order import Order, date_order
from ..dates.written import dates
from ..names.roster import Roster
from ..names.tagging import Tagged, tag
from .layout import Layout
from .outline import Outline, Section
from .view import View, trim


@cache
def _sentence_end() -> re.Pattern[str]:
    """Where a sentence ends: not after an initial, a title cut short or another abbreviation."""
    shortened = [*sorted(cut_short()), "e.g", "i.e"]
    return re.compile(
        r"[.?!](?=['\")\]]?(?:\s|\Z))(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\([Ss]ub\.)(?<!\(subs\.)"
        + "".join(rf"(?<!\b{re.escape(word)}\.)" for word in shortened)
    )


EvidencePlace = tuple[Part, tuple[int, int], str]
"""Another place that a record rests on: as what, from where to where, and the rule that found it."""


@dataclass
class Reading:
    """One meeting in a document: its text between `start` and `end`, in every form that a reader needs."""

    view: View
    layout: Layout
    start: int
    end: int
    roster: Roster = field(default_factory=Roster)
    warnings: list[ParseWarning] = field(default_factory=list)
    year: int | None = None
    own_days: frozenset[str] = frozenset()
    """The days on which the meeting was held, as ISO dates."""
    tables: tuple[tuple[int, int], ...] = ()
    """Where tables of people stand, which no rule for running text reads."""

    @cached_property
    def outline(self) -> Outline:
        """Items and sections."""
        return Outline(self.layout, self.start, self.end)

    @cached_property
    def page_tables(self) -> tuple[Table, ...]:
        """The tables of this meeting's pages, in order."""
        blocks = self.view.document.blocks
        return tuple(b for b in blocks if isinstance(b, Table) and self.start <= b.start < self.last)

    @property
    def flow(self) -> str:
        """The running text of the whole document."""
        return self.layout.flow

    @cached_property
    def last(self) -> int:
        """Where the minutes end and appendices begin."""
        return self.outline.last

    @cached_property
    def tagged(self) -> Tagged:
        """The masked text; asked for only after the lists of people have been read."""
        return tag(self.view, self.flow, self.start, self.last, self.roster, self.year)

    def span(self, start: int, end: int, rule: str) -> Span:
        """The place between two offsets."""
        return self.view.span(start, end, rule)

    def place(self, span: Span) -> tuple[int, int]:
        """Where a record's span stands in the text that rules read: spans count in the text of the file."""
        return self.view.plain.at(span.char_start), self.view.plain.at(span.char_end)

    def lines(self, text: str, start: int | None = None) -> Iterator[tuple[int, int]]:
        """From where to where each line goes, from an offset to the end of the minutes.

        `text` is `view.norm` for lines as written, `flow` for paragraphs.
        """
        at = self.start if start is None else start
        while at < self.last:
            end = text.find("\n", at, self.last)
            end = self.last if end < 0 else end
            yield at, end
            at = end + 1

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch of running text without blanks at its ends."""
        return trim(self.flow, start, end)

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The paragraph that holds an offset."""
        return self.trim(*self._around(offset, offset))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence, inside its paragraph, that holds the text between two offsets."""
        low, high = self._around(start, end)
        # An end directly before the text looked at counts whatever follows it: `2.The Clerk`.
        last = _sentence_end().search(self.flow, max(low, start - 2), start)
        before = bisect_right(self._sentence_ends, start) - 1
        begin = max(low, last.end() if last else low, self._sentence_ends[before] if before >= 0 else low)
        stop = _sentence_end().search(self.flow, max(begin, end - 1), high)
        return self.trim(begin, stop.start() + 1 if stop else high)

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        """Where the sentences of this meeting end, in order."""
        return tuple(m.end() for m in _sentence_end().finditer(self.flow, self.start, self.end))

    def sentence_text(self, match: re.Match[str]) -> str:
        """The sentence that holds a rule's match, as it runs."""
        return self.flow[slice(*self.sentence(match.start(), match.end()))]

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences between two offsets, in order, cut to what lies between them."""
        at = start
        while at < end:
            low, high = self.sentence(at, at + 1)
            low, high = max(low, at), min(max(high, at + 1), end)
            if self.flow[low:high].strip():
                yield low, high
            at = high + 1
            while at < end and self.flow[at].isspace():
                at += 1

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """The paragraph, with the blanks at its ends, that holds the text between two offsets."""
        low = max(self.flow.rfind("\n", self.start, start) + 1, self.start)
        high = self.flow.find("\n", end)
        return low, self.last if high < 0 else min(high, self.last)

    @property
    def sections(self) -> list[Section]:
        """The sections of the outline, without those whose head is a heading inside a table of people."""
        return [s for s in self.outline.sections if not any(a <= s.label[0] < b for a, b in self.tables)]

    def outside_tables(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What lies between two offsets and in no table of people."""
        for first, last in sorted(self.tables):
            if first < end and last > start:
                if start < first:
                    yield start, first
                start = max(start, last)
        if start < end:
            yield start, end

    def evidence(self, *places: EvidencePlace) -> tuple[Evidence, ...]:
        """The other places that a record rests on."""
        return tuple(Evidence(part=part, span=self.span(start, end, rule)) for part, (start, end), rule in places)

    def warn(self, code: str, message: str, start: int, end: int, rule: str) -> None:
        """Notes what could not be read or contradicts itself, with its place."""
        if end > start:
            self.warnings.append(ParseWarning(code=code, message=message, span=self.span(start, end, rule)))

    def say(self, code: str, message: str, span: Span) -> None:
        """Notes such a thing at the place of a record."""
        self.warnings.append(ParseWarning(code=code, message=message, span=span))

    def finditer(self, rule: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches of a rule in the masked text of this meeting."""
        return rule.finditer(self.tagged.text, self.start, self.last)

    def near(self, stems: tuple[str, ...], rule: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches of a rule in the paragraphs that hold one of these beginnings of words, in lower case.

        For rules that begin with common words: where the stems are rare, next to nothing is looked at.
        """
        for low, high in self._with_stems(stems):
            yield from rule.finditer(self.tagged.text, low, high)

    def _with_stems(self, stems: tuple[str, ...]) -> list[tuple[int, int]]:
        """The paragraphs that hold one of these stems, in order."""
        text = self.tagged.lower
        found: dict[int, int] = {}
        for stem in stems:
            at = text.find(stem, self.start, self.last)
            while at >= 0:
                low, high = self._around(at, at)
                found[low] = high
                at = text.find(stem, high, self.last)
        return sorted(found.items())

    def words(self, start: int, end: int) -> str:
        """The words between two offsets, as written."""
        return self.view.words(start, end)

    @cached_property
    def date_order(self) -> Order | None:
        """What comes first in a date such as `11/05/2024`, where the document tells."""
        return date_order(self.flow[self.start : self.end])

    @property
    def month_first(self) -> bool:
        """Whether the document writes dates as in America, so that `11/05/2024` is in November."""
        return self.date_order == "month"

    def year_guess(self) -> int | None:
        """The year that a date without one takes: that of the first full date."""
        found = dates(self.flow, self.start, self.end)
        return int(found[0].value[:4]) if found else None
