"""Terms of office as days: what a start, an end or a term as written says for certain, and what it leaves open.

A date that is not exact keeps its precision: `2023-12` as an end means the end of December.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_YEAR_PAIR = re.compile(r"\b((?:19|20)\d{2})\s*[-/–—]\s*((?:19|20)?\d{2})\b")
_YEARS = re.compile(r"\b(one|two|three|four|five|six|\d{1,2})[ -]years?\b", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})[ -](?:calendar )?"
    r"(day|week|month|year)s?\b",
    re.IGNORECASE,
)
_COUNCIL_YEAR = re.compile(
    r"\b(?:ensuing|coming|forthcoming|following|current|remainder of the)\s+(?:\w+\s+)?year\b", re.I
)
_TO_COME = re.compile(r"\b(?:ensuing|coming|forthcoming|following)\b", re.IGNORECASE)
_NEXT_ANNUAL = re.compile(
    r"\b(?:next|following)\s+(?:annual\s+(?:\w+\s+)?(?:meeting|council)|agm)\b|\buntil\s+the\s+(?:annual\s+|agm\b)",
    re.I,
)
_ONE_MEETING = re.compile(r"\b(?:this|the)\s+meeting\b", re.IGNORECASE)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}

_FIRST_MONTH_OF_NO_YEAR = 4
"""A council's year may run to the end of March (financial), to May (municipal) or to August (school)."""
_LAST_MONTH_OF_ANY_YEAR = 8
_LATE = 62
"""Days by which an annual meeting may come after a year is over; half a year lies before it, or it was another's."""
_HALF_A_YEAR = 183


@dataclass(frozen=True)
class Term:
    """How long somebody holds a place. The days after `certain_to` up to `latest` are not decided by the text."""

    start: str
    certain_to: str | None
    latest: str | None
    why: str


def earliest(value: str) -> str:
    """The first day that a partial date can mean: `2023-12` gives `2023-12-01`."""
    return value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value


def latest(value: str) -> str:
    """The last day that a partial date can mean: `2023-12` gives `2023-12-31`."""
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return f"{value}-{calendar.monthrange(year, month)[1]:02d}"
    return value


def shift_days(day: str, days: int) -> str:
    """An ISO day, so many days later (or, negative, earlier)."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def add_years(day: str, years: int) -> str:
    """The same day so many years later; 29 February becomes 28 February."""
    then = date.fromisoformat(day)
    try:
        return then.replace(year=then.year + years).isoformat()
    except ValueError:
        return then.replace(year=then.year + years, day=28).isoformat()


def add_months(day: str, months: int) -> str:
    """The same day so many months later, or the last day of that month where it has no such day."""
    then = date.fromisoformat(day)
    year, month = divmod(then.year * 12 + then.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return then.replace(year=year, month=month + 1, day=min(then.day, last)).isoformat()


def last_day_of(start: str, length: str | None) -> str | None:
    """The last day of a length of time as written that begins on an ISO day: `two months`; none where it is none."""
    m = _LENGTH.search(length or "")
    if not m:
        return None
    count = _NUMBERS.get(m[1].lower()) or int(m[1])
    unit = m[2].lower()
    if unit in {"day", "week"}:
        return shift_days(start, count * (7 if unit == "week" else 1) - 1)
    return shift_days(add_months(start, count * (12 if unit == "year" else 1)), -1)


def term_of(
    decided: str, start: str | None, end: str | None, term: str | None, annual: Sequence[str] = ()
) -> Term | None:
    """The term that a decision of the day `decided` states, or nothing where it states no end.

    `start` and `end` are ISO dates as exact as the document, `term` is the term as written. `annual` are the days of
    the annual meetings that are known, in order: a council's year, and what lasts until the next of them, ends there.
    """
    first = max(earliest(start), earliest(decided)) if start and len(start) < 10 else start or earliest(decided)
    if end:
        return Term(first, latest(end), latest(end), f"appointed until {end}")
    if not term:
        return None
    if pair := _YEAR_PAIR.search(term):
        last_year = int(pair[1][:2] + pair[2]) if len(pair[2]) == 2 else int(pair[2])
        certain = f"{last_year}-{_FIRST_MONTH_OF_NO_YEAR - 1:02d}-31"
        certain = max(first, certain)
        last = f"{last_year}-{_LAST_MONTH_OF_ANY_YEAR:02d}-31"
        return Term(first, certain, max(last, first), f"appointed for {term}")
    if _NEXT_ANNUAL.search(term) or _COUNCIL_YEAR.search(term):
        if met := _next_annual(first, term, annual):
            last = max(first, shift_days(met, -1))
            how = term if _NEXT_ANNUAL.search(term) else f"for {term}"
            return Term(first, last, last, f"appointed {how}, up to the annual meeting of {met}")
        if _NEXT_ANNUAL.search(term):
            return Term(first, None, None, f"appointed {term}")
    if _ONE_MEETING.search(term):
        return Term(first, first, first, "for this meeting only")
    if _COUNCIL_YEAR.search(term):
        year_on = add_years(first, 1)
        return Term(first, shift_days(year_on, -31), shift_days(year_on, 31), f"appointed for {term}")
    if years := _YEARS.search(term):
        count = _NUMBERS.get(years[1].lower()) or int(years[1])
        last = shift_days(add_years(first, count), -1)
        return Term(first, last, last, f"appointed for {term}")
    return None


def _next_annual(first: str, term: str, annual: Sequence[str]) -> str | None:
    """The day of the annual meeting that ends a term that begins on `first`; that of a year to come is not at once."""
    least = shift_days(first, _HALF_A_YEAR if _TO_COME.search(term) and not _NEXT_ANNUAL.search(term) else 1)
    most = shift_days(add_years(first, 1), _LATE)
    return next((day for day in annual if least <= day <= most), None)
