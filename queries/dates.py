"""Days, months and years as people write them: 2024-05-31, 31 May 2024, 31/05/2024, May 2024, 2024."""

from __future__ import annotations

import calendar
import re
from datetime import date

from ..graph_loader.lexicon.months import month_numbers
from .catalogue import QueryError

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SLASHED = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")
_DAY = r"\d{1,2})(?:st|nd|rd|th)?\s+)?"
_NAMED = re.compile(rf"(?:(?P<day>{_DAY}(?P<month>[^\W\d]+\.?)\s+(?:(?P<after>{_DAY}(?P<year>\d{{4}})")
_MONTHS = 12


def exact_day(given: str) -> str:
    """A day as ISO. Raises `QueryError`."""
    first, last = first_day(given), last_day(given)
    if first != last:
        raise QueryError(f"“{given}” is longer than a day; write a day as in 2024-05-31")
    return first


def first_day(given: str) -> str:
    """The first day that a date of a day, a month or a year covers. Raises `QueryError`."""
    year, month, day = _parts(given)
    return date(year, month or 1, day or 1).isoformat()


def last_day(given: str) -> str:
    """The last day that a date of a day, a month or a year covers. Raises `QueryError`."""
    year, month, day = _parts(given)
    month = month or _MONTHS
    return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def days(from_: str | None, to: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a time, each none where it is not given. Raises `QueryError`."""
    return first_day(from_) if from_ else None, last_day(to) if to else None


def _parts(given: str) -> tuple[int, int | None, int | None]:
    """Year, month and day as people write them: 2024-05-31, 31 May 2024, 31/05/2024; month and year, or a year."""
    text = given.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) if part else None for part in found.groups())
    elif found := _SLASHED.fullmatch(text):
        day, month, year = (int(part) if part else None for part in found.groups())
        if day and day <= _MONTHS and month and month <= _MONTHS and day != month:
            raise QueryError(
                f"“{given}” may be two days; write {year}-{month:02}-{day:02} or {year}-{day:02}-{month:02}"
            )
        if month and month > _MONTHS:
            day, month = month, day
    elif found := _NAMED.fullmatch(text.replace(",", " ")):
        day, year = int(found["day"] or found["after"] or 0) or None, int(found["year"])
        month = month_numbers().get(found["month"].casefold().rstrip("."))
        year = year if month else None
    else:
        year = month = day = None
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise QueryError(f"“{given}” is no date; write it as in 2024-05-31 or 31 May 2024") from error
    return year or 0, month, day
