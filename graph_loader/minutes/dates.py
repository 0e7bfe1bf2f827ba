"""Dates and times as minutes write them. No date is guessed from a number alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER = {form: i for i, name in enumerate(_MONTHS, 1) for form in (name, name[:3])} | {"sept": 9}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})\s?(?:st|nd|rd|th|[^\w\s,.:;/()&+-]{{1,3}})?(?:\s+day)?\s{{0,6}}(?:of\s+)?"
    rf"(?P<m>{_MONTH})\b\.?,?(?:\s{{1,6}}(?P<y>(?:19|20)\d\d)\b)?"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>(?:19|20)\d\d)\b)?"
    rf"|(?P<d3>\d{{1,2}})[/.](?P<m3>\d{{1,2}})[/.](?P<y3>(?:19|20)\d\d)\b"
    rf"|(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])[ ]?(?:[:.](?P<min>[0-5]\d))?[ ]?(?P<half>[ap][ ]?\.?[ ]?m\b\.?|noon|midnight|hours|hrs)"
    r"|\b(?P<h2>[01]?\d|2[0-3])[:](?P<min2>[0-5]\d)\b|\b(?P<noon>12[ ]noon|noon|midday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A date (ISO) or a time (HH:MM) and where it stands."""

    start: int
    end: int
    value: str


def month_number(name: str) -> int:
    """The number, from 1, of a month by its name, written out or cut short to three letters or more.

    Raises `KeyError` for what does not begin as a month does.
    """
    return _NUMBER[name[:3].lower()]


def dates(text: str, start: int, end: int, year: int | None = None) -> list[Found]:
    """The days between two offsets; one without a year takes `year`, or is left out."""
    found = []
    for m in _DATE.finditer(text, start, end):
        day = m["d"] or m["d2"] or m["d3"] or m["d4"]
        name = m["m"] or m["m2"]
        month = _NUMBER[name.lower()] if name else int(m["m3"] or m["m4"])
        stated = m["y"] or m["y2"] or m["y3"] or m["y4"] or (str(year) if year else None)
        if stated is None:
            continue
        try:
            found.append(Found(m.start(), m.end(), date(int(stated), month, int(day)).isoformat()))
        except ValueError:
            continue
    return found


def times(text: str, start: int, end: int) -> list[Found]:
    """The times of day between two offsets, on the 24-hour clock; "16:45pm" is 16:45."""
    found = []
    for m in _TIME.finditer(text, start, end):
        if m["noon"]:
            found.append(Found(m.start(), m.end(), "12:00"))
            continue
        hour, minute = int(m["h"] or m["h2"]), int(m["min"] or m["min2"] or 0)
        half = (m["half"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif (half.startswith("a") or half == "midnight") and hour == 12:
            hour = 0
        if hour < 24:
            found.append(Found(m.start(), m.end(), f"{hour:02}:{minute:02}"))
    return found
