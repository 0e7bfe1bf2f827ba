"""Later meetings of the body that the minutes announce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...parsed_minutes import Announcement
from ..dates.written import Found, dates, times
from ..page.reading import Reading

_NEXT = re.compile(
    r"\b(?:(?:date|dates|time)(?:\s+and\s+time)?s?\s+of\s+(?:the\s+)?(?:(?:next|future)\s+meetings?|next(?=\s*:))"
    r"|next\s+(?:\w+\s+){0,4}?meetings?|future\s+meetings?(?:\s+dates?)?|forthcoming\s+meetings?|meeting\s+dates"
    r"|dates?\s+of\s+meetings|next\s+scheduled\s+meeting|(?:council|committee)\s+will\s+(?:next\s+)?meet)\b",
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
    for found in dates(reading.flow, start, end, this.year, reading.month_first):
        stated = _YEAR.search(reading.flow, found.start, found.end)
        day = date.fromisoformat(found.value)
        if not stated and day <= this:
            day = day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day + timedelta(days=366)
        if this < day <= this + timedelta(days=_FARTHEST):
            result.append(Found(found.start, found.end, day.isoformat()))
    return result
