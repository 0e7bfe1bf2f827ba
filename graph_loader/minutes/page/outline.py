"""The outline of a meeting's text: its items with their numbers, and the sections that list people."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from ...lexicon.name_words import no_short_word, sure_titles
from ...lexicon.verbs import finite
from ..lists.pieces import first_title
from ..names.name_spans import name_from
from ..names.role_words import is_post_phrase
from ..names.tokens import tokens
from .head_forms import SectionKind, is_counted_out
from .heads import ITEM_CODE, PEOPLE_KINDS, Head, head_at, inline_heads, stops_people
from .layout import Layout, Paragraph
from .people_zone import PeopleZone, is_numbered_entry, is_ward_row
from .prose import is_sentence
from .vocabulary import UPPER

_INLINE_NUMBER = re.compile(rf"(?:(?<=[.?!)\s])|(?<=\w\s))(?P<n>\.?\d{{1,4}}/\d{{2,4}})\s+(?=[{UPPER}])")
_TITLE_COLON = re.compile(r"(?P<title>[^:.\n]{2,110}?)\s{0,2}:-?(?=\s|$)")
_ITEM_LINE = re.compile(r"\(?(?:agenda\s+)?(?:item|minute)\s+(?P<n>\d{1,3}[a-z]?)\)?\.?$", re.IGNORECASE)
_END = re.compile(
    r"(?:if you need this (?:document|report)|(?:the\s+)?append(?:ix|ices)\b|annex\s+[A-Z\d]\b)", re.IGNORECASE
)
_CLOSED = re.compile(
    r"\bmeeting\s+(?:\w+\s+){0,3}(?:closed|ended|concluded|finished|terminated)\b"
    r"|\b(?:concluded|closed)\s+the\s+meeting\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:none|nil|no\b|noted|approved|agreed|attached|deferred|as\b|n/?a\b|£|€)", re.IGNORECASE)
_HIGHEST_STEP = 15
_LONGEST_TITLE = 200
"""Signs of the title after the code of an item."""


@cache
def _unfinished() -> re.Pattern[str]:
    """How a paragraph ends that breaks off inside a list of people: after a comma, a title, an initial."""
    return re.compile(rf"(?:[,;&]|\b(?:and|{sure_titles()}|[{UPPER}]\.?))\s*$")


@cache
def _list_stop() -> re.Pattern[str]:
    """The full stop that ends a list of people."""
    return re.compile(rf"\.(?=\s+[{UPPER}])(?<![{UPPER}]\.)(?<!\b[{UPPER}][a-z]\.){no_short_word()}")


@dataclass(frozen=True)
class Section:
    """A stretch of text under one head. `label` is the head's place, `start` to `end` what it heads."""

    kind: SectionKind
    label: tuple[int, int]
    start: int
    end: int
    sentence: bool = False


@dataclass(frozen=True)
class Item:
    """An item of the agenda as the minutes head it; `span` is the place of its title."""

    number: str | None
    title: str
    span: tuple[int, int]
    begin: int
    start: int
    end: int


@dataclass(frozen=True)
class Outline:
    """The outline of the text between two offsets, which is one meeting."""

    layout: Layout
    start: int
    end: int

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of this meeting."""
        return tuple(p for p in self.layout.paragraphs if self.start <= p.start < self.end)

    def paragraphs_between(self, start: int, end: int) -> tuple[Paragraph, ...]:
        """The paragraphs that begin between two offsets."""
        return self.paragraphs[self.paragraph_after(start) : self.paragraph_after(end)]

    def paragraph_after(self, offset: int) -> int:
        """The index of the first paragraph that does not begin before an offset."""
        return bisect_left(self.paragraphs, offset, key=lambda p: p.start)

    @cached_property
    def last(self) -> int:
        """Where the minutes end: before appendices and notices; the end of the text where there are none."""
        closed = False
        for paragraph in self.paragraphs:
            text = self.layout.flow[paragraph.start : paragraph.end]
            marked = text[:2] == "If" or len(text) < 60 or paragraph.first.is_head
            late = paragraph.start > self.start + (self.end - self.start) * 0.3
            if _END.match(text) and (closed or (marked and late)):
                return paragraph.first.begin
            closed = closed or _CLOSED.search(text) is not None
        return self.end

    @cached_property
    def _candidates(self) -> tuple[tuple[Head, Paragraph], ...]:
        flow = self.layout.flow
        found: list[tuple[Head, Paragraph]] = []
        for paragraph in self.paragraphs:
            if paragraph.start >= self.last:
                break
            row = paragraph.first
            head = head_at(
                flow, paragraph.start, paragraph.end, row.number is not None, row.is_head or row.number is not None
            )
            if head:
                found.append((head, paragraph))
            if paragraph.end - paragraph.start > 25:
                inside = [*inline_heads(flow, paragraph.start, paragraph.end)]
                for number in _INLINE_NUMBER.finditer(flow, paragraph.start, paragraph.end):
                    numbered = head_at(flow, number.end(), paragraph.end, True, True)
                    inside += [numbered] if numbered else []
                free = [h for h in inside if head is None or h.start >= head.content]
                found += [(h, paragraph) for h in sorted(free, key=lambda h: h.start)]
        return tuple(found)

    @property
    def heads(self) -> tuple[tuple[Head, Paragraph], ...]:
        """The heads of sections, in order, with the paragraph that each stands in."""
        return self._zone[0]

    @property
    def votes(self) -> tuple[tuple[int, int], ...]:
        """The paragraphs that tell how people voted, and who took no part in a vote."""
        return self._zone[1]

    @cached_property
    def _zone(self) -> tuple[tuple[tuple[Head, Paragraph], ...], tuple[tuple[int, int], ...]]:
        zone = PeopleZone(self.layout.flow, self.paragraphs, self._candidates, self.start, self.last, is_sentence)
        heads = tuple(zone.heads())
        return heads, tuple(zone.votes)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of the agenda, in order."""
        found: list[Item] = []
        last_number: str | None = None
        for i, paragraph in enumerate(self.paragraphs):
            if paragraph.start >= self.last:
                break
            for item in self._items_of(paragraph, self.paragraphs[i + 1] if i + 1 < len(self.paragraphs) else None):
                if item.number is not None and not ITEM_CODE.match(f"{item.number} A"):
                    if not _follows(last_number, item.number):
                        continue
                    last_number = item.number
                found.append(item)
        ends = [*(item.begin for item in found[1:]), self.last][: len(found)]
        return tuple(replace(item, end=end) for item, end in zip(found, ends, strict=True))

    def _items_of(self, paragraph: Paragraph, following: Paragraph | None) -> list[Item]:
        flow, row = self.layout.flow, paragraph.first
        items: list[Item] = []
        first_row = flow[row.start : row.end].strip()
        number = row.number if row.number and _is_item_number(row.number) and not row.bullet else None
        if number is not None and (is_ward_row(first_row) or is_numbered_entry(first_row)):
            return []
        if number is None and following is not None:
            numbered = _ITEM_LINE.match(flow[following.start : following.end].strip())
            if numbered and len(first_row) < 120:
                end = paragraph.end
                return [
                    Item(
                        numbered["n"],
                        self.layout.view.words(row.start, end),
                        (row.start, end),
                        row.begin,
                        following.end,
                        0,
                    )
                ]
        code = ITEM_CODE.match(first_row) if row.number is None and not row.bullet else None
        if code is not None and len(first_row) < _LONGEST_TITLE and not finite().search(first_row):
            title = self.layout.view.words(row.start + code.end(), row.end)
            return [Item(code["code"], title, (row.start + code.end(), row.end), row.begin, row.end, 0)]
        if number is not None or row.is_head or _capital_line(first_row):
            title_end = self._title_end(paragraph, number is not None)
            if title_end is not None and (number is not None or not self._is_people_head(paragraph)):
                title = self.layout.view.words(row.start, title_end).strip(" .:-–")
                if title and any(c.isalpha() for c in title):
                    items.append(Item(number, title, (row.start, title_end), row.begin, title_end, 0))
            elif number is not None:
                items.append(Item(number, "", (row.begin, row.start), row.begin, row.start, 0))
        if paragraph.end - paragraph.start > 60:
            for m in _INLINE_NUMBER.finditer(flow, paragraph.start, paragraph.end):
                stop = self._inline_title_end(m.end(), paragraph.end)
                items.append(
                    Item(
                        m["n"].lstrip("."),
                        self.layout.view.words(m.end(), stop),
                        (m.end(), stop),
                        m.start("n"),
                        stop,
                        0,
                    )
                )
        return items

    def _is_people_head(self, paragraph: Paragraph) -> bool:
        return any(h.start == paragraph.start and h.kind in PEOPLE_KINDS for h, _ in self.heads)

    def _title_end(self, paragraph: Paragraph, numbered: bool) -> int | None:
        """Where the title ends that a paragraph begins with, or none where it begins with a sentence."""
        flow, row = self.layout.flow, paragraph.first
        head = next((h for h, p in self.heads if p is paragraph and h.start == paragraph.start), None)
        if head and not head.sentence:
            return head.end
        text = flow[paragraph.start : paragraph.end]
        colon = _TITLE_COLON.match(text)
        if colon and numbered and not head and self._title_goes_on(text, colon.end()):
            return paragraph.end
        if colon and not finite().search(colon["title"]):
            return paragraph.start + colon.end("title")
        if row.is_head:
            return paragraph.end
        if len(text) <= 130 and not finite().search(text):
            return paragraph.end
        if not numbered:
            return None
        dash = re.match(r"[^.\n]{3,80}?(?=\s[-–—]\s|\.\s)", text)
        if (
            dash
            and not finite().search(dash[0])
            and sum(w[:1].isupper() for w in dash[0].split()) * 2 > len(dash[0].split())
        ):
            return paragraph.start + dash.end()
        return None

    def _title_goes_on(self, text: str, colon: int) -> bool:
        """Whether a colon stands inside a title: what follows has no end of a sentence, no verb and no person."""
        rest = text[colon:].strip()
        if not rest or len(text) > 130 or rest.endswith(".") or finite().search(rest) or _NOTHING.match(rest):
            return False
        return first_title(tokens(rest, 0, len(rest))) is None

    def _inline_title_end(self, start: int, end: int) -> int:
        """Where a title inside a flattened line ends: before the words that begin a sentence, or soon."""
        flow = self.layout.flow
        stop = min(end, start + 90)
        verb = finite().search(flow, start, stop)
        return verb.start() if verb else stop

    @cached_property
    def _numbers(self) -> tuple[tuple[int, str], ...]:
        """Where the numbers of paragraphs and items begin to count, in order."""
        items = {item.span[0]: item.number for item in self.items if item.number}
        paragraphs = [(p.start, n) for p in self.paragraphs if (n := p.first.number) and not _is_item_number(n)]
        return tuple(sorted([*paragraphs, *items.items()]))

    def number_at(self, offset: int) -> str | None:
        """The number of the paragraph, else of the item, that an offset stands in."""
        at = bisect_right(self._numbers, (offset, "\uffff")) - 1
        return self._numbers[at][1] if at >= 0 else None

    def item_at(self, offset: int) -> Item | None:
        """The item that an offset stands in."""
        at = bisect_right(self.items, offset, key=lambda item: item.span[0]) - 1
        return self.items[at] if at >= 0 else None

    def begins_item(self, start: int, end: int) -> bool:
        """Whether an item of the agenda begins between two offsets."""
        at = bisect_left(self.items, start, key=lambda item: item.begin)
        return at < len(self.items) and self.items[at].begin < end

    def heading_at(self, offset: int) -> Item | None:
        """The last heading without a number before an offset: `CORRESPONDENCE` above numbered points."""
        at = bisect_right(self._headings, offset, key=lambda item: item.begin) - 1
        return self._headings[at] if at >= 0 else None

    @cached_property
    def _headings(self) -> tuple[Item, ...]:
        return tuple(i for i in self.items if i.number is None)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that list people or declarations, in order."""
        marks = sorted(
            {p.first.begin if h.start == p.start else h.start for h, p in self.heads}
            | {i.begin for i in self.items}
            | {self.last}
        )
        found = []
        for head, paragraph in self.heads:
            after = marks[bisect_right(marks, head.start)] if head.start < marks[-1] else self.last
            end = min(after, self._people_end(head, paragraph, after)) if head.kind in PEOPLE_KINDS else after
            found.append(
                Section(
                    head.kind,
                    (head.start, head.end),
                    head.content,
                    max(end, head.content),
                    head.sentence,
                )
            )
        return tuple(found)

    def list_number(self, section: Section) -> int:
        """Which list of people a section is, counted from 1; a table without a head counts with the list before it."""
        lists = [s.label for s in self.sections if s.kind in PEOPLE_KINDS]
        return lists.index(section.label) + 1 if section.label in lists else max(1, bisect_right(lists, section.label))

    def _people_end(self, head: Head, paragraph: Paragraph, after: int) -> int:
        """Where the list under a head ends: before the first paragraph of prose, a stop, a signature."""
        flow = self.layout.flow
        inline = paragraph.end - head.content > 12
        broken = _unfinished().search(flow, head.content, paragraph.end) is not None
        first = self.paragraph_after(head.start + 1)
        for i, other in enumerate(self.paragraphs[first:], first):
            if other is paragraph:
                continue
            if other.start >= after:
                break
            text = flow[other.start : other.end]
            if broken and self._looks_like_people(other):
                stop = _list_stop().search(flow, other.start, other.end)
                if stop:
                    return min(stop.end(), after)
                broken = _unfinished().search(text) is not None
                continue
            broken = False
            begun = flow[head.content : other.start].strip(" \t\n\x1f:|")
            if stops_people(text) and begun and not self._is_post_among_posts(i):
                return other.first.begin
            if is_sentence(text):
                return self._prose_from(other)
            if inline and other.first.gap and not self._looks_like_people(other):
                return other.first.begin
            if other.first.gap and is_counted_out(flow, head.end, paragraph.end):
                return other.first.begin
        return after

    def _prose_from(self, paragraph: Paragraph) -> int:
        """Where the prose of a paragraph begins: after a list that ends with a full stop, where the lines stand apart
        so far that nothing else divides the two.
        """
        flow = self.layout.flow
        for before, row in pairwise(paragraph.rows):
            text = flow[paragraph.start : before.end].rstrip()
            if not _ENDED.search(text) or is_sentence(text):
                continue
            if first_title(tokens(flow, paragraph.start, before.end)) is not None:
                return row.begin
        return paragraph.first.begin

    def _is_post_among_posts(self, at: int) -> bool:
        """Whether a line such as `Chair` is a post among others, in a column below the names, and no signature."""
        following = self.paragraphs[at + 1 : at + 2]
        if not following or following[0].start >= self.last or following[0].first.number:
            return False
        row = tokens(self.layout.flow, following[0].start, following[0].end)
        return bool(row) and len(row) < 12 and is_post_phrase(row) and first_title(row) is None

    def _looks_like_people(self, paragraph: Paragraph) -> bool:
        row = tokens(self.layout.flow, paragraph.start, min(paragraph.end, paragraph.start + 200))
        return first_title(row) is not None or name_from(row, 0, False) is not None


_ENDED = re.compile(r"[^\W\d_]{3}\)?\.$")
"""The end of a list or a sentence, and not that of an initial or a title."""


def _capital_line(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 4 and len(text) < 110 and all(c.isupper() for c in letters)


def _is_item_number(number: str) -> bool:
    return "." not in number.strip(".")


def _follows(before: str | None, number: str) -> bool:
    """Whether an item's number can come after the one before it."""
    if before is None:
        return True
    old, new = _value(before), _value(number)
    return old is None or new is None or 0 <= new - old <= _HIGHEST_STEP or ("/" in number) != ("/" in before)


def _value(number: str) -> int | None:
    found = re.search(r"\d+", number)
    return int(found[0]) if found else None
