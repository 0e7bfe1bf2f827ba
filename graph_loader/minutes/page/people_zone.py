"""Where people are listed: which of the labels in a text are heads of lists, and where such a list ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...lexicon.entries import values, word_set
from ..names.name_spans import name_from, title_at
from ..names.tokens import tokens
from ..votes.words import NO_VOTE
from .heads import PEOPLE_KINDS, Head, begins_vote, in_a_vote, stops_people
from .layout import Paragraph

_LEAD = 3
"""Paragraphs: a label understood by its form may stand so far above the first label that is sure."""
_FAR = 9
"""Paragraphs after a label that speaks of presence in which names are looked for."""
_BELOW = 200
"""Signs below a label in which the first name is looked for."""
_SIGNED = 3
"""Lines of names below a label that stands alone after the meeting: who signed the attendance sheet."""
_WARDS = re.compile(
    r"(?:\d{1,2}\s+)?(?:[A-Z][\w'&.-]*\s){1,5}?Ward(?:\s{2,60}(?:\d{1,2}\s+)?(?:[A-Z][\w'&.-]*\s){1,5}?Ward){1,4}"
)

_AFTER_VOTE = re.compile(rf"{NO_VOTE}\s{{0,3}}(?:[(\[]?\d{{1,3}}[)\]]?)?\s{{0,3}}(?:[:–—|-]|\Z)", re.IGNORECASE)
"""A label below a vote of those who took no part in it."""

_UNFINISHED = re.compile(r"(?:[,;&]|\band)\s*$")
"""How a line ends whose list of names goes on below it."""

Candidate = tuple[Head, Paragraph]


@dataclass(frozen=True)
class PeopleZone:
    """The paragraphs of one meeting with the labels found in them; `is_sentence` tells running text from a list."""

    flow: str
    paragraphs: Sequence[Paragraph]
    candidates: Sequence[Candidate]
    start: int
    last: int
    is_sentence: Callable[[str], bool]
    votes: list[tuple[int, int]] = field(default_factory=list)
    """The paragraphs that tell how people voted, and who took no part in it; known when the heads have been read."""

    def heads(self) -> Iterator[Candidate]:
        """The labels that are heads, in order: sure ones anywhere, others only where people are being listed."""
        end = self._end()
        of: dict[int, list[Candidate]] = {}
        for head, paragraph in self.candidates:
            of.setdefault(paragraph.start, []).append((head, paragraph))
        listing: Head | None = None
        voting, goes_on = False, False
        for i, paragraph in enumerate(self.paragraphs):
            text = self.flow[paragraph.start : paragraph.end]
            found = [] if voting else of.get(paragraph.start, [])
            labelled = in_a_vote(text[:60]) or any(
                begins_vote(self.flow[row.start : row.start + 30]) for row in paragraph.rows[1:]
            )
            begins = labelled and (voting or not found)
            voting = begins or (voting and (goes_on or self._of_vote(paragraph, text)))
            goes_on = voting and _UNFINISHED.search(text) is not None
            if voting:
                self.votes.append((paragraph.start, paragraph.end))
            for head, own in found:
                if head.kind == "declarations":
                    yield head, own
                    listing = None if paragraph.first.number else listing
                elif self._holds(head, end, listing, i, of):
                    listing = head
                    yield head, own
            begins = any(h.start == paragraph.start for h, _ in found)
            if not begins and self._closes(paragraph, text):
                listing = None

    def _of_vote(self, paragraph: Paragraph, text: str) -> bool:
        """Whether a line below a vote says who took no part in it."""
        apart = paragraph.first.number is not None or paragraph.first.is_head
        return not apart and not text.casefold().startswith("apolog") and _AFTER_VOTE.match(text) is not None

    def _holds(self, head: Head, end: int, listing: Head | None, at: int, of: dict[int, list[Candidate]]) -> bool:
        apart = self.paragraphs[at].first.is_head and head.start == self.paragraphs[at].start
        if listing is not None and not apart and self._is_title(head) and self._inside(head, listing):
            return False
        if head.form and at < _LEAD and listing is None and not head.telling and not self._heads_somebody(head):
            return False
        if head.posts:
            return listing is None and self._leads(head, at, end, of)
        if not head.form:
            return not head.generic or head.start < end or listing is not None
        return listing is not None or self._leads(head, at, end, of)

    def _heads_somebody(self, head: Head) -> bool:
        """Whether a name, or a post with its holder in a bracket, follows a label: not `MILL CHARITY TRUSTEES`."""
        below = self.flow[head.content : min(self.last, head.content + _BELOW)].lstrip(" \t\x1f\n:-–*")
        return _begins_with_name(below) or "(" in below[:60]

    def _is_title(self, head: Head) -> bool:
        """Whether a label is a plural title and no more: `Councillors:`."""
        label = " ".join(self.flow[head.start : head.end].casefold().split())
        return label in {plural.casefold() for plural in values("titles", "plural")}

    def _inside(self, head: Head, listing: Head) -> bool:
        """Whether a plural title stands inside the list begun by a head before it: `Apologies: Councillors: A, B`."""
        return listing.kind == "present" or not self.flow[listing.content : head.start].strip()

    def _leads(self, head: Head, at: int, end: int, of: dict[int, list[Candidate]]) -> bool:
        """Whether a sure head follows soon with nothing but lists before it, or a label that speaks of presence heads
        a name on its own line or several below it.
        """
        own = self.flow[head.content : self.paragraphs[at].end]
        if head.telling and head.start < end and _begins_with_name(own.lstrip()):
            return True
        named = 0
        for i, paragraph in enumerate(self.paragraphs[at + 1 : at + 1 + _FAR]):
            text = self.flow[paragraph.start : paragraph.end]
            for other, _ in of.get(paragraph.start, []):
                if (
                    i < _LEAD
                    and other.kind in PEOPLE_KINDS
                    and not other.form
                    and (not other.generic or other.start < end)
                ):
                    return True
            if self._closes(paragraph, text):
                break
            named += _begins_with_name(text)
        late = named >= _SIGNED and not own.strip(" \t\x1f:")
        return head.telling and (late or (named > 1 and head.start < end))

    def _closes(self, paragraph: Paragraph, text: str) -> bool:
        """Whether a paragraph without a head at its beginning shows that no people are listed any more."""
        row = paragraph.first
        numbered = row.number is not None and "." not in row.number.strip(".") and not row.bullet
        numbered = numbered and not is_ward_row(text) and not is_numbered_entry(text)
        return numbered or row.level > 0 or stops_people(text) or self.is_sentence(text)

    def _end(self) -> int:
        """Where the lists at the beginning of the minutes end: with the first item that is not about people."""
        people = {p.start for h, p in self.candidates if h.kind in PEOPLE_KINDS and not h.generic}
        for paragraph in self.paragraphs:
            number = paragraph.first.number
            text = self.flow[paragraph.start : paragraph.end]
            if is_ward_row(text) or is_numbered_entry(text):
                continue
            if number and "." not in number.strip(".") and not paragraph.first.bullet and paragraph.start not in people:
                if (
                    people
                    and min(people) > paragraph.start
                    and min(people) - self.start < (self.last - self.start) * 0.3
                ):
                    continue
                return paragraph.first.begin
        return self.start + (self.last - self.start) // 3


def is_ward_row(text: str) -> bool:
    """Whether a line holds the names of wards side by side, with their numbers: members stand below them."""
    return _WARDS.fullmatch(text.rstrip()) is not None


def _begins_with_name(text: str) -> bool:
    row = tokens(text, 0, min(len(text), 80))
    title = title_at(row, 0) if row else None
    end = name_from(row, title.last if title else 0, title is not None) if row else None
    return end is not None and (title is not None or end > 1)


@lru_cache(maxsize=2_000)
def is_numbered_entry(text: str) -> bool:
    """Whether what stands behind a number is the entry of a person and no item: `1. Ms Ann Roe, Director`."""
    row = tokens(text, 0, min(len(text), 140))
    title = title_at(row, 0) if row else None
    return title is not None and title.office is None and title.each is None and is_entry(text)


def is_entry(text: str) -> bool:
    """Whether a paragraph is the entry of one person and no sentence, whatever stands beside the name."""
    row = tokens(text, 0, min(len(text), 140))
    title = title_at(row, 0) if row else None
    end = name_from(row, title.last, True) if title else None
    if end is None or len(text) > 140:
        return False
    verbs = word_set("list_words", "verbs") | word_set("speech", "said")
    return not any(t.kind == "lower" and t.text.rstrip(".") in verbs for t in row[end:])
