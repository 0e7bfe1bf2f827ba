"""The heading of a meeting: where it ends, and the cells of its lines, each of which may name a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...lexicon.entries import of_class
from ...lexicon.offices import HEADS, office
from ..dates.written import dates
from ..names.tokens import WRAP
from ..page.heads import stops_people
from ..page.layout import Layout, Paragraph
from ..page.outline import Item
from ..page.reading import Reading
from ..page.rows import Row
from ..page.vocabulary import any_of
from ..plain_text.furniture import FOOT, is_headless
from .heading_words import frame, nouns

_PARAGRAPHS = 25
"""Paragraphs of a heading, at most."""
_LEAST = 60
"""Signs from the beginning before which no item and no stop ends a heading."""
_LATER = 0.4
"""How far into the minutes a heading is looked for that stands below the lists of people."""
_UNFINISHED = re.compile(r"(?:[,&/–-]|\b(?:of|the|and|at|in|on|for|to|a|an|held|by|from|with))$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[a-z]|(?:OF|HELD|ON|IN|AT(?!\s+A\b)|AND|FOR|COMMENCING|FROM)\b|[&)]|(?:\S+\s+){0,4}(?:HELD|held)\b"
)
_OF = re.compile(r"\b(?:meeting|minutes|proceedings)\s+of\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:minutes?|notes?|proceedings)$", re.IGNORECASE)
_NO_STOP = re.compile(r"(?:minutes?|notes?|proceedings|actions?|items?)$", re.IGNORECASE)
"""What ends a list of people and no heading: its title, or the head of a column beside it."""
_SPEAKS = re.compile(r"\b(?:present|attend|apolog|absen|excus|regret|members?|councill?ors?|directors?)", re.IGNORECASE)
_NEXT_LINE = re.compile(r"\s*(?P<line>[^\n]{1,120})")
_CELL = re.compile(
    rf"[ {WRAP}]*\t[ \t{WRAP}]*|[ ]{{3,}}|[ {WRAP}]+(?:[-–—|/:]|:?-)[ {WRAP}]+|[ ]?\|[ ]?|[–—]|:[ {WRAP}]*-?[ {WRAP}]+"
    r"|\s(?=(?:(?i:draft|unconfirmed|approved|confirmed|unapproved|final|signed)\s+){0,2}"
    r"(?:minutes?|notes|proceedings|record|MINUTES?|NOTES|PROCEEDINGS|RECORD|Minutes?|Notes|Proceedings|Record)"
    r"\s+(?:of|OF|from|FROM)\b)"
)
_FRAMED = re.compile(r"\b(?:meeting|minutes|session)\b", re.IGNORECASE)
_TABLE = re.compile(
    r"\|?\s*(?:first\s+)?(?:names?|members?|councill?ors?|governors?|trustees?|directors?|surname)\s*[|\t]",
    re.IGNORECASE,
)
_LONGEST_TITLE = 160
"""Signs of a line at the foot of a page."""
_CLOCK = re.compile(r"\d[.:]\d\d")
_LEADS = re.compile(
    r"(?:(?:draft|unconfirmed|approved|confirmed)\s+)?(?:minutes?|notes|proceedings|record)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Cell:
    """A stretch of a heading between separators. `whole` says whether it fills its line; `line` counts the lines."""

    start: int
    end: int
    whole: bool
    line: int


@cache
def _no_list() -> re.Pattern[str]:
    """Labels that head no list of people that ends the heading."""
    heads = office(*HEADS, prefixed=False)
    return re.compile(rf"(?:minutes|secretary|clerk|chair\w*|{heads}|attendance details)$", re.IGNORECASE)


def heading_end(reading: Reading) -> int:
    """Where the heading ends: before the first list of people or the first item, or after so many paragraphs."""
    outline = reading.outline
    paragraphs = outline.paragraphs[:_PARAGRAPHS]
    if not paragraphs:
        return reading.start
    first = paragraphs[0].first.begin + _LEAST
    stops = [paragraphs[-1].end]
    for section in outline.sections:
        label = reading.flow[slice(*section.label)]
        no_list = (_no_list().match(label) and _no_name(reading, section.start)) or _dated(
            reading, label, section.start
        )
        if section.kind != "declarations" and not no_list:
            stops.append(section.label[0])
            break
    stops += [i.begin for i in outline.items if i.number and i.begin > first and not _of_heading(reading, i)][:1]
    stops += [
        p.start
        for p in paragraphs[1:]
        if p.start > first and stops_people(text := reading.flow[p.start : p.end]) and not _NO_STOP.match(text)
    ][:1]
    stops += [p.first.begin for p in paragraphs if _TABLE.match(reading.flow, p.first.begin, p.end)][:1]
    return max(min(stops), paragraphs[0].start)


def _of_heading(reading: Reading, item: Item) -> bool:
    """Whether a numbered line is one of the heading: it gives the date of the meeting or its minutes, or is a date."""
    title = item.title
    found = dates(title, 0, len(title)) if item.span[0] < reading.start + 600 else []
    return bool(found) and (_FRAMED.search(title) is not None or found[0].end - found[0].start == len(title.strip()))


def _dated(reading: Reading, label: str, start: int) -> bool:
    """Whether a label that says nothing of being there stands above the date, as a line of the heading does."""
    if _SPEAKS.search(label):
        return False
    rest = _NEXT_LINE.match(reading.flow, start)
    return rest is not None and bool(dates(reading.flow, rest.start("line"), rest.end("line")))


def _no_name(reading: Reading, start: int) -> bool:
    """Whether a date, a time, a meeting or nothing follows a label such as `Minutes`, so that it heads no list."""
    line = reading.flow.find("\n", start)
    line = line if line >= 0 else len(reading.flow)
    rest = reading.flow[start:line]
    return (
        not rest.strip(" .:-–")
        or frame().search(rest) is not None
        or nouns().search(rest) is not None
        or bool(dates(reading.flow, start, line, 2000))
        or _CLOCK.search(rest) is not None
    )


def cells(reading: Reading, start: int, end: int) -> list[Cell]:
    """The cells of the lines between two offsets, in order; a line that only carries on another belongs to it."""
    found = []
    for line, (first, high) in enumerate(_phrases(reading.layout, start, end)):
        low = _after_quotes(reading.flow, first, high)
        cuts = [low]
        for m in _CELL.finditer(reading.flow, low, high):
            if m.start() > low and (m[0].strip(f" {WRAP}") or not _markup(reading, m.start(), m.end())):
                cuts += [m.start(), m.end()]
        cuts.append(high)
        pieces = [reading.trim(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        pieces = [(a, b) for a, b in pieces if b > a]
        found += [Cell(a, b, len(pieces) == 1, line) for a, b in pieces]
    return found


def _after_quotes(text: str, low: int, high: int) -> int:
    """Where a line begins after the signs with which mail and minutes in plain text quote."""
    while low < high and text[low] in "|> ":
        low += 1
    return low


@cache
def place_label() -> re.Pattern[str]:
    """A field that says where the meeting was."""
    return re.compile(rf"(?:{any_of(of_class('labels', 'of_place'))})\s{{0,3}}[:;]?$", re.IGNORECASE)


def without_places(reading: Reading, heading: Sequence[Cell]) -> Iterator[Cell]:
    """The cells of a heading but for those that stand in a field for the place."""
    line = -1
    for cell in heading:
        if place_label().match(reading.flow[cell.start : cell.end].strip()):
            line = cell.line
        elif cell.line != line:
            yield cell


def later_cells(reading: Reading, start: int) -> list[Cell]:
    """The cells of headings, and of lines that begin with `Minutes`, further down: some lists stand above them."""
    end = start + int((reading.last - start) * _LATER)
    return [
        cell
        for p in reading.outline.paragraphs
        if start <= p.start < end
        and _LEADS.match(reading.flow, p.start)
        and (p.first.is_head or _short_line(reading, p))
        for cell in cells(reading, p.start, p.end)
    ]


def foot_title(reading: Reading) -> tuple[int, int] | None:
    """The line at the foot of a page that says whose minutes these are and when, where they begin in the middle.

    Pages of longer minutes are published by themselves: no heading stands above them.
    """
    for paragraph in reversed(reading.outline.paragraphs):
        for low, high in reading.lines(reading.flow, paragraph.start):
            if low >= paragraph.end:
                break
            title = FOOT.search(reading.flow, low, min(high, low + _LONGEST_TITLE))
            if title and dates(reading.flow, low, title.start("page")):
                headless = is_headless(reading.flow, reading.start, low)
                return reading.trim(low, title.start("page")) if headless else None
    return None


def _short_line(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether a line is short and dated, as the title of minutes is."""
    return paragraph.end - paragraph.start < 160 and bool(dates(reading.flow, paragraph.start, paragraph.end, 2000))


def _markup(reading: Reading, start: int, end: int) -> bool:
    """Whether blanks stand where markup was taken out."""
    return not reading.view.document.text[start:end].isspace()


def _phrases(layout: Layout, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines between two offsets, a name or sentence that is broken over several of them put together."""
    first: Row | None = None
    last: Row | None = None
    for row in layout.rows:
        if row.end <= start or row.start >= end:
            continue
        if first is not None and last is not None:
            if _joined(layout, first, last, row):
                last = row
                continue
            yield max(first.start, start), min(last.end, end)
        first = last = row
    if first is not None and last is not None:
        yield max(first.start, start), min(last.end, end)


def _in_capitals(text: str) -> bool:
    """Whether a line is set in capitals, but for a sign that a scanner read wrongly."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > 0.8 * len(letters)


def _joined(layout: Layout, first: Row, last: Row, row: Row) -> bool:
    """Whether a line of the heading carries on the one before."""
    text = layout.flow[row.start : row.end].strip()
    before = layout.flow[last.start : last.end].strip()
    if row.gap > 2 or row.level != last.level or _LEADS.match(text) or "\t" in text:
        return False
    if not any(sign.isalpha() for sign in before):
        return False
    if _UNFINISHED.search(before) and not _TITLE.match(before):
        return True
    if _GOES_ON.match(text):
        return True
    if _in_capitals(text) != _in_capitals(before):
        return False
    phrase = layout.flow[first.start : last.end]
    unnamed = _OF.search(phrase) is not None and nouns().search(phrase) is None
    return unnamed or "\n" not in layout.flow[last.end : row.start]
