"""Other meetings that the minutes speak of: those announced, those whose minutes were approved or corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..parsed_minutes import Announcement, Correction, PreviousMinutes
from .dates import Found, dates, times
from .outcomes import outcome_of
from .reading import Reading

_NEXT = re.compile(
    r"\b(?:(?:date|dates|time)(?:\s+and\s+time)?s?\s+of\s+(?:the\s+)?(?:next|future)\s+meetings?"
    r"|next\s+(?:\w+\s+){0,4}?meetings?|future\s+meetings?(?:\s+dates?)?|forthcoming\s+meetings?|meeting\s+dates"
    r"|dates?\s+of\s+meetings|next\s+scheduled\s+meeting|(?:council|committee)\s+will\s+(?:next\s+)?meet)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_DEALT = re.compile(
    r"\b(?:agreed|approved|confirmed|adopted|accepted|signed|taken as read|received|noted|correct record"
    r"|accurate record|true record|ratified|passed|deferred)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:meetings?|minutes|held|of|on|dated|from)\b[^.\n]{0,120}$", re.IGNORECASE)
_CORRECTION = re.compile(
    r"(?P<t>\b(?:subject\s+to|with)\s+(?:the\s+following\s+|a\s+|an\s+|one\s+|the\s+|minor\s+|some\s+)*"
    r"(?:corrections?|amendments?|inclusion|addition|alteration|changes?)\b[^.\n]*(?:\.[^.\n]*)?"
    r"|\b(?:minutes?\s+[^.\n]{0,80}?\b)?(?:be|were|was|to\s+be)\s+(?:amended|corrected|altered)\b[^.\n]*"
    r"|\b(?:amend(?:ment)?|correction)\s+to\s+(?:item|minute|the\s+minutes)\b[^.\n]*"
    r"|\bhad\s+been\s+omitted\s+from\s+the\s+minutes[^.\n]*)",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\s*(?:,|at|in)?\s*(?:\d[\d.:apm ]*)?(?:in|at)\s+(?:the\s+)?(?P<v>[A-Z][\w'’ ]{3,60}?)(?=[.,;\n]|$)"
)
_PURPOSE = re.compile(r"\s*\n?\s*(?P<p>(?:to consider|to discuss|re:?|regarding)\s[^\n]{3,120})", re.IGNORECASE)
_LEFT_TO_NEXT = re.compile(
    r"\bat the next meeting\b|\buntil the next meeting\b"
    r"|\bnext meeting of the (?!council|committee|parish|municipal)",
    re.IGNORECASE,
)
"""Business put off to the next meeting, which announces none."""
_ANNOUNCES = re.compile(r"\bheld on\b|:\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FARTHEST = 400
"""Days to an announced meeting, at most: what lies further off is a misread year."""


def read_announcements(reading: Reading, meeting_date: str | None) -> list[Announcement]:
    """The later meetings of the body that these minutes announce."""
    if not meeting_date or len(meeting_date) < 10:
        return []
    found: dict[str, Announcement] = {}
    for start, end in _announced(reading):
        for day in _days(reading, start, end, meeting_date):
            clock = times(reading.flow, day.end, min(end, day.end + 40))
            venue = _VENUE.match(reading.flow, clock[0].end if clock else day.end, end)
            purpose = _PURPOSE.match(reading.flow, day.end, end)
            last = max(day.end, clock[0].end if clock else 0, *(m.end() for m in (venue, purpose) if m))
            low, _ = reading.sentence(day.start, day.end)
            found.setdefault(
                day.value,
                Announcement(
                    date=day.value,
                    start=clock[0].value if clock else None,
                    venue=venue["v"] if venue else None,
                    purpose=" ".join(purpose["p"].split()) if purpose else None,
                    span=reading.span(low if day.start - low < 200 else day.start, last, "announcement"),
                ),
            )
    return [found[k] for k in sorted(found)]


def _announced(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stretches that announce meetings: the item about them, and sentences that say `next meeting`."""
    for item in reading.outline.items:
        if _NEXT.search(item.title):
            yield item.span[0], item.end
    for m in _NEXT.finditer(reading.flow, reading.start, reading.last):
        low, high = reading.sentence(m.start(), m.end())
        sentence = reading.flow[low:high]
        if _LEFT_TO_NEXT.search(sentence) and not _ANNOUNCES.search(sentence):
            continue
        end = reading.flow.find("\n", m.end())
        yield m.start(), min(high if high > m.end() + 8 else end, reading.last) if end > 0 else high
        if sentence.rstrip().endswith((":", ":-")):
            yield high, min(reading.last, high + 600)


def _days(reading: Reading, start: int, end: int, meeting_date: str) -> list[Found]:
    this = date.fromisoformat(meeting_date)
    result = []
    for found in dates(reading.flow, start, end, this.year):
        stated = _YEAR.search(reading.flow, found.start, found.end)
        day = date.fromisoformat(found.value)
        if not stated and day <= this:
            day = day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day + timedelta(days=366)
        if this < day <= this + timedelta(days=_FARTHEST):
            result.append(Found(found.start, found.end, day.isoformat()))
    return result


def read_previous(reading: Reading, meeting_date: str | None) -> list[PreviousMinutes]:
    """The minutes of earlier meetings, as this meeting dealt with them."""
    found: dict[str, PreviousMinutes] = {}
    for paragraph in reading.outline.paragraphs:
        if paragraph.start >= reading.last:
            break
        for low, high in reading.sentences(paragraph.start, paragraph.end):
            for day, record in _dealt_with(reading, low, high, meeting_date):
                found.setdefault(day, record)
    return [found[k] for k in sorted(found)]


def _dealt_with(
    reading: Reading, low: int, high: int, meeting_date: str | None
) -> Iterator[tuple[str, PreviousMinutes]]:
    """The minutes that a sentence deals with, each with its date; the item's title may give the date."""
    text = reading.flow[low:high]
    item = reading.outline.item_at(low)
    titled = item is not None and _MINUTES.search(item.title) is not None and item.start <= low
    if not _DEALT.search(text) or not (titled or _MINUTES.search(text)):
        return
    days = _earlier(reading, low, high, meeting_date)
    if not days and titled and item:
        days = _earlier(reading, *item.span, meeting_date)
    for day in days:
        if titled or _HELD.search(reading.flow[max(low - 60, 0) : day.start]):
            elsewhere = not low <= day.start < high
            place = day.start, day.end
            yield (
                day.value,
                PreviousMinutes(
                    date=day.value,
                    outcome=outcome_of(text) or "agreed",
                    span=reading.span(low, high, "previous_minutes"),
                    evidence=reading.evidence(("heading", place, "previous_minutes.title")) if elsewhere else (),
                ),
            )


def _earlier(reading: Reading, start: int, end: int, meeting_date: str | None) -> list[Found]:
    year = int(meeting_date[:4]) if meeting_date else None
    result = []
    for found in dates(reading.flow, start, end, year):
        value = found.value
        if meeting_date and value >= meeting_date and not _YEAR.search(reading.flow, found.start, found.end):
            value = f"{int(value[:4]) - 1}{value[4:]}"
        if not meeting_date or value < meeting_date:
            result.append(Found(found.start, found.end, value))
    return result


def read_corrections(reading: Reading, meeting_date: str | None) -> list[Correction]:
    """Corrections that this meeting made to the minutes of another: facts about that other meeting, kept apart."""
    found = []
    for m in _CORRECTION.finditer(reading.flow, reading.start, reading.last):
        low, high = reading.sentence(m.start(), m.end())
        item = reading.outline.item_at(m.start())
        about = _MINUTES.search(reading.flow[low:high]) or (item and _MINUTES.search(item.title))
        if not about:
            continue
        days = _earlier(reading, low, high, meeting_date) or (
            _earlier(reading, *item.span, meeting_date) if item else []
        )
        found.append(
            Correction(
                meeting_date=days[0].value if days else None,
                text=reading.words(*reading.trim(m.start(), m.end())),
                span=reading.span(low, high, "correction"),
            )
        )
    return found
