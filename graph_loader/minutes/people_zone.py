"""Where people are listed: which of the labels in a text are heads of lists, and where such a list ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .heads import PEOPLE_KINDS, Head, in_a_vote, stops_people
from .layout import Paragraph
from .names import name_from, title_at
from .tokens import tokens
from .vocabulary import word_set

FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|asked|stated|said|advised|noted|agreed|reported|proposed|confirmed"
    r"|informed|welcomed|thanked)\b"
)
"""Verbs of sentences, which no heading and no list has."""
_ABOUT_PEOPLE = re.compile(
    r"(?:apologies|an apology|also (?:present|in attendance)|in attendance|absent)\b", re.IGNORECASE
)
_LEAD = 3
"""Paragraphs: a label understood by its form may stand so far above the first label that is sure."""

Candidate = tuple[Head, Paragraph]


@dataclass(frozen=True)
class PeopleZone:
    """The paragraphs of one meeting with the labels found in them."""

    flow: str
    paragraphs: Sequence[Paragraph]
    candidates: Sequence[Candidate]
    start: int
    last: int

    def heads(self) -> Iterator[Candidate]:
        """The labels that are heads, in order: sure ones anywhere, others only where people are being listed."""
        end = self._end()
        of: dict[int, list[Candidate]] = {}
        for head, paragraph in self.candidates:
            of.setdefault(paragraph.start, []).append((head, paragraph))
        listing = False
        voting = False
        for i, paragraph in enumerate(self.paragraphs):
            text = self.flow[paragraph.start : paragraph.end]
            found = [] if voting else of.get(paragraph.start, [])
            voting = in_a_vote(text[:60]) and (voting or not found)
            for head, own in found:
                if head.kind == "declarations":
                    yield head, own
                    listing = listing and not paragraph.first.number
                elif self._holds(head, end, listing, i, of):
                    listing = True
                    yield head, own
            begins = any(h.start == paragraph.start for h, _ in found)
            if not begins and self._closes(paragraph, text):
                listing = False

    def _holds(self, head: Head, end: int, listing: bool, at: int, of: dict[int, list[Candidate]]) -> bool:
        if not head.form:
            return not head.generic or head.start < end or listing
        return listing or self._leads(at, end, of)

    def _leads(self, at: int, end: int, of: dict[int, list[Candidate]]) -> bool:
        """Whether a sure head follows soon with nothing but lists before it."""
        for paragraph in self.paragraphs[at + 1 : at + 1 + _LEAD]:
            for head, _ in of.get(paragraph.start, []):
                if head.kind in PEOPLE_KINDS and not head.form and (not head.generic or head.start < end):
                    return True
            if self._closes(paragraph, self.flow[paragraph.start : paragraph.end]):
                return False
        return False

    def _closes(self, paragraph: Paragraph, text: str) -> bool:
        """Whether a paragraph without a head at its beginning shows that no people are listed any more."""
        row = paragraph.first
        numbered = row.number is not None and "." not in row.number.strip(".") and not row.bullet
        return numbered or row.level > 0 or stops_people(text) or (is_prose(text) and _ABOUT_PEOPLE.match(text) is None)

    def _end(self) -> int:
        """Where the lists at the beginning of the minutes end: with the first item that is not about people."""
        people = {p.start for h, p in self.candidates if h.kind in PEOPLE_KINDS and not h.generic}
        for paragraph in self.paragraphs:
            number = paragraph.first.number
            if number and "." not in number.strip(".") and not paragraph.first.bullet and paragraph.start not in people:
                if (
                    people
                    and min(people) > paragraph.start
                    and min(people) - self.start < (self.last - self.start) * 0.3
                ):
                    continue
                return paragraph.first.begin
        return self.start + (self.last - self.start) // 3


def about_people(text: str) -> bool:
    """Whether a paragraph of sentences tells who was there: `Apologies were received from …`."""
    return _ABOUT_PEOPLE.match(text) is not None


def is_entry(text: str) -> bool:
    """Whether a paragraph is the entry of one person and no sentence, whatever stands beside the name."""
    row = tokens(text, 0, min(len(text), 140))
    title = title_at(row, 0) if row else None
    end = name_from(row, title.last, True) if title else None
    if end is None or len(text) > 140:
        return False
    verbs = word_set("lists", "verbs") | word_set("speech", "said")
    return not any(t.kind == "lower" and t.text.rstrip(".") in verbs for t in row[end:])


def is_prose(text: str) -> bool:
    """Whether a paragraph is made of sentences rather than of a list: words in lower case that no list has."""
    plain = re.sub(r"\([^()]{0,120}\)", " ", text)
    words = plain.split()
    lower = [w for w in words if w[:1].islower() and w.strip(".,;:") not in word_set("lists", "not_prose")]
    return (len(lower) >= 3 and len(lower) * 4 > len(words)) or (
        len(words) >= 6 and len(lower) >= 2 and FINITE.search(plain) is not None
    )
