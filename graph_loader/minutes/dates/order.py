"""Whether a document writes the day or the month first in `11/05/2024`: told by its other dates and words, or not."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from typing import Literal

from ...lexicon.entries import of_class
from ...lexicon.months import any_month, weekdays
from ..page.vocabulary import any_of

Order = Literal["day", "month"]

_NUMERIC = re.compile(
    r"(?:(?P<w>[A-Za-z]{3,9}day|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?,?[ \x1f]{1,3}(?:the[ ])?)?"
    r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)?\d\d)(?![\w/-]|\.\d)"
)


_BRITISH_PAGE = re.compile(r"(?:^|\n)[ ]*Meeting: \d\d/\d\d/\d{4} - \S")
"""The line with which ModernGov, a system of British councils, heads what a meeting did with an issue."""


@cache
def _written() -> re.Pattern[str]:
    months = any_month()
    return re.compile(
        rf"(?P<month>\b(?:{months})\.?\s\d{{1,2}},?\s?(?:19|20)\d\d\b)"
        rf"|(?P<day>\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{months})\b)",
        re.IGNORECASE,
    )


@cache
def _words(order: Order) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(of_class('date_order', order))})\b", re.IGNORECASE)


def date_order(text: str) -> Order | None:
    """What comes first in the dates of a text, or none where nothing in it says so, or where it contradicts itself.

    Numbers above twelve and days of the week say it best, then dates with the month in words, then words that only one
    side of the Atlantic uses.
    """
    numbers = Counter(order for m in _NUMERIC.finditer(text) if (order := _of_number(m)))
    if numbers:
        return None if len(numbers) > 1 else next(iter(numbers))
    if _BRITISH_PAGE.search(text):
        return "day"
    written = Counter(m.lastgroup for m in _written().finditer(text))
    if written["day"] != written["month"] and min(written["day"], written["month"]) * 3 <= max(written.values()):
        return "day" if written["day"] > written["month"] else "month"
    said: list[Order] = [order for order in ("day", "month") if _words(order).search(text)]
    return said[0] if len(said) == 1 else None


def by_weekday(name: str, first: int, second: int, year: int) -> Order | None:
    """The order in which two numbers of a date fall on a day of the week, where only one order does."""
    days = [day[:3] for day in weekdays()]
    if name[:3].casefold() not in days:
        return None
    wanted = days.index(name[:3].casefold())
    fits: list[Order] = []
    if _weekday(year, second, first) == wanted:
        fits.append("day")
    if _weekday(year, first, second) == wanted:
        fits.append("month")
    return fits[0] if len(fits) == 1 else None


def _of_number(m: re.Match[str]) -> Order | None:
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    if a > 31 or b > 31 or (a > 12 and b > 12) or not a or not b:
        return None
    if a > 12 or b > 12:
        return "day" if a > 12 else "month"
    return by_weekday(m["w"], a, b, year + 2000 if year < 100 else year) if m["w"] and a != b else None


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
