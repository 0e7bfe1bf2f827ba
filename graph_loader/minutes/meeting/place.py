"""Where the meeting was, and whether people came there, joined from elsewhere, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ...lexicon.entries import of_class
from ...lexicon.months import weekdays
from ...parsed_minutes import Mode
from ..dates.written import Found, dates, times
from ..names.tokens import WRAP
from ..page.reading import Reading
from ..page.vocabulary import UPPER, any_of
from .heading import Cell, cells, place_label

Place = tuple[int, int]

_PLACE = rf"(?:the\s+)?(?!\d{{1,2}}(?:[:.]|\s?[ap]\b))(?P<v>[{UPPER}\d][^\n;()|]{{1,140}}?)"
_NO_PLACE = re.compile(
    r"\d{1,2}[.:]?\d{0,2}\s?(?:[ap]\.?m|hours|hrs|noon|$)|\d{4}\b|\d{1,2}(?:st|nd|rd|th)\b|which\b|your\b|its\b|this\b|chair\s*$"
    r"|(?:\w+\s+){0,3}(?:meeting|session|proceedings|attendance|person|public|order|favour|accordance|request)\b",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"minutes|meeting|trust\b|council\b(?!\s+(?:chamber|office|house))|committee\b(?!\s+room)", re.IGNORECASE
)
_CAPITALS = re.compile(rf"(?:[{UPPER}\d][\w'’.]*[ ,]*)+")
_BEFORE_DAY = re.compile(r"[\s,\x1f]*(?:\bon\b[\s\x1f]*)?(?:\b\w{3,10}day\b)?[\s,\x1f]*(?:the\s+)?$", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|session|met|to\s+order)\b", re.IGNORECASE)
_HYBRID = re.compile(r"\bhybrid\b|\bin\s+person\s+(?:and|or|&)\b|\bboth\s+in\s+person\b", re.IGNORECASE)
_IN_PERSON = re.compile(r"\b(?:present|attend\w*)\s+in\s+person\b|\bin\s+person\s*:", re.IGNORECASE)
_ATTENDED = re.compile(
    r"\b(?:(?:was|were)\s+in\s+attendance|attended|joined|participated)\s+(?:virtually|remotely)\b", re.IGNORECASE
)
_THIS_MEETING = re.compile(r"\b(?:this\s+meeting|the\s+meeting\b(?!\s+of))", re.IGNORECASE)
_OTHER_MEETING = re.compile(r"\b(?:next|last|previous|future|will)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,|\b(?:in|at|of|the|and|on|held|via))\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"\s(?:is|are|was|were|will|has|have|may|can|shall|must)\s")
_NEAR_LISTS = 0.15
"""How far into the minutes a sentence may say who joined from elsewhere."""
_FIRST_PART = 0.3
"""How far into the minutes a sentence may say that this meeting was held online."""


@cache
def _places() -> re.Pattern[str]:
    """A word that a place has: `Hall`."""
    return re.compile(rf"\b(?:{any_of(of_class('places', 'places'))})\b", re.IGNORECASE)


@cache
def _alone() -> str:
    """A pattern for `virtually`."""
    return any_of(of_class("places", "online"))


@cache
def _by() -> str:
    """A pattern for `via Zoom`."""
    return rf"(?:via|by|on|using|through)\s+(?:{any_of(of_class('places', 'media'))})"


@cache
def _online() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alone()}|{_by()})\b", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    """What stands in a list beside somebody who took part from elsewhere: `(via Teams)`, `- by telephone`."""
    alone = any_of(of_class("places", "online", "media"))
    return re.compile(
        r"\b(?:attend(?:ed|ing)|in attendance|present|joined|joining|participat\w+|took part),?\s+(?:the\s+meeting\s+)?"
        rf"(?:{_alone()}|{_by()})\b|[(\[–-]\s?(?:(?:via|by|on|joined|attend(?:ed|ing))\s)?(?:{alone})\b",
        re.IGNORECASE,
    )


@cache
def _held_online() -> re.Pattern[str]:
    """A sentence that says how a meeting was held: `This meeting was conducted online`."""
    how = rf"(?:{_alone()}|{_by()})\b"
    return re.compile(
        rf"\bmeeting\b[^.\n]{{0,60}}\b(?:held|conducted|convened|hosted|took\s+place|recorded)\b[^.\n]{{0,40}}?\b{how}"
        rf"|\bmet\s+{how}",
        re.IGNORECASE,
    )


@cache
def _end() -> str:
    """A pattern for what ends the name of a place: a date, a time, `and by Teams`, a full stop."""
    days = "|".join(weekdays())
    return (
        rf"(?=\s*(?:,?\s*\b(?:on\s+(?:the\s+)?(?:\d|{days}|\w+\s+day\s+of)|at\s+(?:about\s+)?\d|from\s+\d|{days})"
        r"|,?\s*\b(?:commenc|beginn|start|with\b|when\b|present\b|under\b|pursuant\b|there\b|chaired\b|attended\b"
        r"|to\s+(?:discuss|consider)\b)"
        rf"|,?\s*\b(?:and\s+(?:also\s+)?)?(?:{_by()}|virtually|remotely|on-?line)\b|,?\s+\d{{1,2}}(?:[.:]\d\d|\s?[ap]\.?m\b)"
        r"|(?<!\bco)(?<!\bst)(?<!\brd)(?<!\bdr)\.(?!\w)|[;(|\n]|\s[-–—]\s|\Z))"
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Where a place stands: after `held`, after any `in`, in the sentence that opens, after a day, on its own line."""
    place = rf"{_PLACE}(?i:{_end()})"
    return {
        "held": re.compile(rf"\b(?i:held)\b[^\n;()|]{{0,90}}?\b(?i:in|at|within)\s+(?:the\s+|THE\s+)?{place}"),
        "plain": re.compile(
            rf"\b(?i:held)\b[^\n;()|]{{0,90}}?\b(?:in|at)\s+(?:the\s+)?(?P<v>[a-z][^\n;()|]{{2,60}}?)(?i:{_end()})"
        ),
        "in": re.compile(rf"\b(?i:in|at|within)\s+(?:the\s+|THE\s+)?{place}"),
        "opening": re.compile(
            rf"\b(?:called|met|convened|held|opened|assembled|gathered)\b[^\n;]{{0,110}}?\b(?:in|at)\s+{place}"
        ),
        "after": re.compile(rf"[\s,.–\-@]*(?i:at\s+|in\s+)?(?:the\s+|THE\s+)?{place}"),
        "line": re.compile(rf"(?i:(?:in|at)\s+)?(?:the\s+|THE\s+)?{place}"),
    }


def read_place(reading: Reading, top: int, days: Sequence[Found], body: Place | None) -> Place | None:
    """Where the meeting was held: from a field, after `held in`, after the day, or from a line of its own."""
    heading = cells(reading, reading.start, top)
    text = _running(reading, top)
    found = _field(reading, heading)
    for candidates in (
        found,
        _held(reading, text, top),
        _after(reading, text, top),
        _lines(reading, heading, body),
        _opened(reading, top),
    ):
        for start, end in candidates:
            place = _trimmed(reading, text, start, end)
            if place and not any(d.start < place[1] and place[0] < d.end for d in days):
                return place
    return None


def _running(reading: Reading, top: int) -> str:
    """The text with its lines run together, but for the ends of paragraphs and the beginnings of sentences."""
    signs = list(reading.flow[: reading.last])
    rows = [r for p in reading.outline.paragraphs if p.start < top for r in p.rows]
    for before, row in pairwise(rows):
        line = reading.flow[row.start : row.end]
        goes_on = _GOES_ON.search(reading.flow, max(0, before.end - 12), before.end) is not None
        parted = row.gap >= 1 or (line[:1].isupper() and _SENTENCE.search(line) is not None)
        for at in range(before.end, min(row.start, len(signs))):
            if signs[at] in f"\n{WRAP}":
                signs[at] = "\n" if parted and not goes_on else WRAP
    return "".join(signs[:top]) + "".join(signs[top:]).replace("\n", WRAP)


def _field(reading: Reading, heading: Sequence[Cell]) -> Iterator[Place]:
    for i, cell in enumerate(heading):
        if place_label().match(reading.flow[cell.start : cell.end].strip()):
            line = [c for c in heading[i + 1 : i + 4] if c.line == cell.line] or heading[i + 1 : i + 2]
            if line:
                yield line[0].start, line[0].end


def _held(reading: Reading, text: str, top: int) -> Iterator[Place]:
    """A place after `held in`, which ends where the paragraph ends in which it begins."""
    for name in ("held", "plain", "in"):
        for m in _patterns()[name].finditer(text, reading.start, top):
            if name != "plain" or _places().search(m["v"]):
                start, end = m.span("v")
                last = reading.paragraph(m.start())[1]
                yield start, min(end, last) if start < last else end


def _after(reading: Reading, text: str, top: int) -> Iterator[Place]:
    """What stands after a date or time of a line: `Tuesday 17 June 2014 2:00pm Moot Hall, Norwich`."""
    marks = [*dates(text, reading.start, top, 2000), *times(text, reading.start, top)]
    for at in sorted({m.end for m in marks}):
        high = min(reading.paragraph(min(at, reading.last - 1))[1], top)
        rest = _patterns()["after"].match(text, at, high)
        if rest and (_places().search(rest["v"]) or (rest.end("v") >= high - 1 and _CAPITALS.fullmatch(rest["v"]))):
            yield rest.span("v")


def _lines(reading: Reading, heading: Sequence[Cell], body: Place | None) -> Iterator[Place]:
    """A line of the heading that is a place: `Old Customs House, Eastmarsh`."""
    for cell in heading:
        m = _patterns()["line"].match(reading.flow, cell.start, cell.end)
        below = body is not None and cell.start >= body[1]
        if m and below and _places().search(m["v"]) and not _OF_BODY.search(m["v"]):
            yield m.span("v")


def _opened(reading: Reading, top: int) -> Iterator[Place]:
    """The place in the sentence that opens the meeting: `called the meeting to order in the Council Chamber`."""
    for paragraph in [p for p in reading.outline.paragraphs if p.end > top][:6]:
        for m in _patterns()["opening"].finditer(reading.flow, paragraph.start, paragraph.end):
            if _places().search(m["v"]) and _MEETING.search(m[0]):
                yield m.span("v")


def _trimmed(reading: Reading, text: str, start: int, end: int) -> Place | None:
    """The place without what is none, or none where nothing is left."""
    day = next(iter(dates(text, start, end, 2000)), None)
    if day:
        end = start + len(_BEFORE_DAY.sub("", text[start : day.start]))
    start, end = reading.view.trim(start, end)
    while end > start and text[end - 1] in f" ,:{WRAP}-–":
        end -= 1
    if text.startswith(("the ", "THE "), start):
        start += 4
    words = reading.words(start, end)
    if (
        len(words) < 4
        or _NO_PLACE.match(words)
        or _online().match(words)
        or (dates(text, start, end) or times(text, start, start + 8))
    ):
        return None
    return start, end


@cache
def _bracketed() -> re.Pattern[str]:
    """How the meeting was held, in a bracket of the heading: `(Teams)`."""
    return re.compile(rf"\((?:via\s+|by\s+|on\s+)?(?:{any_of(of_class('places', 'media'))})\)", re.IGNORECASE)


def read_mode(reading: Reading, top: int, place: Place | None) -> Mode | None:
    """How the meeting was held, as the heading, the lists of people or a sentence says; a place alone means there."""
    heading = reading.flow[reading.start : top]
    lists = " ".join(_lists(reading))
    online = _online().search(heading) is not None or _bracketed().search(heading) is not None or _said_online(reading)
    there = place is not None or _IN_PERSON.search(heading + lists) is not None
    early = reading.start + int((reading.last - reading.start) * _NEAR_LISTS)
    joined = _joined().search(lists) is not None or _ATTENDED.search(reading.flow, reading.start, early) is not None
    if _HYBRID.search(heading) or (there and (online or joined)):
        return "hybrid"
    if online:
        return "virtual"
    return "in_person" if there else None


def _lists(reading: Reading) -> Iterator[str]:
    kinds = {"present", "in_attendance", "apologies", "role", "chair"}
    for section in reading.outline.sections:
        if section.kind in kinds:
            yield reading.flow[section.label[0] : section.end]


def _said_online(reading: Reading) -> bool:
    """Whether a sentence near the beginning says that this meeting was held online."""
    limit = reading.start + int((reading.last - reading.start) * _FIRST_PART)
    for m in _held_online().finditer(reading.flow, reading.start, limit):
        sentence = reading.sentence_text(m)
        if _THIS_MEETING.search(sentence) and not _OTHER_MEETING.search(sentence):
            return True
    return False
