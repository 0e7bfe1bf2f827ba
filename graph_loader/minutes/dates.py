"""Dates and times as minutes write them. No date is guessed from a number alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from .number_words import day_pattern, day_value, year_pattern, year_value
from .vocabulary import data

_ALIKE = str.maketrans("ſ01|i", "solll")
"""Signs that a scanner takes for each other, in the name of a month."""
_DIGITS = str.maketrans("OolI", "0011")
"""Letters that a scanner reads for digits, in a year or an hour."""
_LEAST_FOR_SLIP = 5
"""Signs of a month's name below which one wrong sign makes another word: `sent` for `sept`."""
_CENTURY = 50
"""A year of two digits from here on lies in the last century."""


@dataclass(frozen=True)
class Found:
    """A date (ISO) or a time (HH:MM) and where it stands."""

    start: int
    end: int
    value: str


@cache
def _months() -> dict[str, int]:
    return dict(data("dates")["months"])


_YEAR = r"(?:19|20)\d\d(?!\s?h(?:ou)?rs)|2[0Oo][\dOoIl]{2}"
_ISO = re.compile(r"\d(?<![\w-]\d)\d{3}-\d\d-\d\d\b")
_OF_MONTH = re.compile(r"[oO][fF]\s+(?P<m>[^\W\d_]{3,9})\b")
_WORD_BEFORE = re.compile(r"(?<!\w)(?P<m>[^\W\d_][\w|]{2,9})\.?\s+(?:the\s+)?\Z")


@cache
def _in_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before `of May` and after it where a date is written in words."""
    year = r",?\s+(?:in\s+the\s+year\s+(?:of\s+our\s+lord\s+)?)?"
    return (
        re.compile(rf"\b(?P<d>{day_pattern()})\s+(?:day\s+)?\Z", re.IGNORECASE),
        re.compile(rf"{year}(?:(?P<y>{_YEAR})|(?P<words>{year_pattern()}))\b", re.IGNORECASE),
    )


@cache
def _day_first() -> re.Pattern[str]:
    """A day in digits and the month after it, in words or digits; a digit begins it, so that it is quickly found."""
    months = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        r"(?P<d>\d(?<![^\Wy]\d)(?:\d|[lIO](?![a-z]))?)(?:"
        r"(?P<sep>[/.-])(?P<n>\d{1,2})(?P=sep)(?P<yn>(?:19|20)\d\d)\b"
        r"|(?<!/\d)(?<!/\d\d)/(?P<n2>\d{1,2})/(?P<z2>\d\d)\b(?![/\d])"
        rf"|-(?P<md>(?i:{months}))-(?P<yd>(?:(?:19|20)\d\d|\d\d))\b"
        r"|(?:[^\s\d,.:;/()&-]{1,3}|\s(?:st|nd|rd|th)(?!\w)|\s[^\w\s,.:;/()&+-]{1,3})?(?:\s+day)?,?\s{0,6}(?i:of\s+)?"
        rf"(?:(?P<m>(?i:{months}))\b\.?,?(?:\s{{1,6}}(?P<y>{_YEAR})\b|\s{{1,3}}'(?P<z>\d\d)\b)?"
        rf"|(?P<slip>[^\W_][\w|]{{2,9}})\.?,?\s{{1,3}}(?P<ys>{_YEAR})\b))"
    )


_MONTH_FIRST = re.compile(rf"(?P<d>\d(?<!\w\d)\d?)(?:\s?(?:st|nd|rd|th))?\b(?![/.:]\d)(?:\s?,?\s+(?P<y>{_YEAR})\b)?")
_TIME = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])[ ]?(?:[:.](?P<min>[0-5][\dOo]))?[ ]?"
    r"(?P<half>[ap][ ]?\.?[ ]?m\b\.?|noon|midnight|hours|hrs)"
    r"|\b(?P<h2>[01]?\d|2[0-3])[:](?P<min2>[0-5]\d)\b|\b(?P<noon>12[ ]noon|noon|midday)\b",
    re.IGNORECASE,
)


def month_number(name: str) -> int:
    """The number, from 1, of a month by its name, written out or cut short to three letters or more.

    Raises `KeyError` for what does not begin as a month does.
    """
    number = _month(name)
    return number if number else _months()[name[:3].casefold()]


def _month(name: str) -> int | None:
    """The number of a month by its name, in any case, with at most one sign misread in a longer one."""
    plain = name.casefold().rstrip(".").replace("ſ", "s")
    months = _months()
    if plain in months:
        return months[plain]
    read = _as_read(plain)
    near = {
        number
        for month, number in months.items()
        if read == _as_read(month) or (len(month) >= _LEAST_FOR_SLIP and _one_off(read, _as_read(month)))
    }
    return near.pop() if len(near) == 1 else None


def _as_read(word: str) -> str:
    return word.translate(_ALIKE).replace("rn", "m")


def _one_off(a: str, b: str) -> bool:
    """Whether two words differ in one sign at most."""
    if abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    same = next((i for i, sign in enumerate(short) if sign != long[i]), len(short))
    return short[same:] == long[same + 1 :] or short[same + 1 :] == long[same + 1 :]


def dates(text: str, start: int, end: int, year: int | None = None, month_first: bool = False) -> list[Found]:
    """The days between two offsets; one without a year takes `year`, or is left out.

    `month_first` says how `11/05/2024` is read where both ways are possible.
    """
    found: list[Found] = []
    for begin, stop, parts in sorted(_written(text, start, end, month_first), key=lambda w: (w[0], -w[1])):
        stated, month, day = parts
        if (stated or year) and (not found or begin >= found[-1].end):
            try:
                found.append(Found(begin, stop, date(stated or year or 0, month, day).isoformat()))
            except ValueError:
                continue
    return found


_Written = tuple[int, int, tuple[int | None, int, int]]
"""Where a date stands, and its year, if it states one, month and day."""


def _written(text: str, start: int, end: int, month_first: bool) -> Iterator[_Written]:
    """Everything that is written as a date, in whatever way."""
    for m in _day_first().finditer(text, start, end):
        day, month = _digits(m["d"]), _month(name) if (name := m["m"] or m["slip"] or m["md"]) else None
        if m["n"] or m["n2"]:
            month = int(m["n"] or m["n2"])
            if (m["n2"] or m["sep"] == "/") and (month > 12 or (month_first and day <= 12)):
                day, month = month, day
        if month:
            stated = next((_digits(m[k]) for k in ("y", "ys", "yn", "yd", "z", "z2") if m[k]), None)
            yield m.start(), m.end(), (_with_century(stated), month, day)
    for m in _MONTH_FIRST.finditer(text, start, end):
        before = _WORD_BEFORE.search(text, max(start, m.start() - 20), m.start())
        if before and before["m"].casefold().replace("ſ", "s") in _months():
            stated = _digits(m["y"]) if m["y"] else None
            yield before.start("m"), m.end(), (stated, _months()[before["m"].casefold().replace("ſ", "s")], int(m["d"]))
    for m in _ISO.finditer(text, start, end):
        stated, month, day = (int(part) for part in m[0].split("-"))
        yield m.start(), m.end(), (stated, month, day)
    words_before, year_after = _in_words()
    for m in _OF_MONTH.finditer(text, start, end):
        ordinal = words_before.search(text, max(start, m.start() - 28), m.start())
        month = _month(m["m"]) if ordinal else None
        if ordinal and month:
            named = year_after.match(text, m.end(), end)
            stated = (_digits(named["y"]) if named["y"] else year_value(named["words"])) if named else None
            yield ordinal.start("d"), named.end() if named else m.end(), (stated, month, day_value(ordinal["d"]))


def _digits(number: str) -> int:
    return int(number.translate(_DIGITS))


def _with_century(year: int | None) -> int | None:
    return year if year is None or year > 99 else year + (1900 if year >= _CENTURY else 2000)


def times(text: str, start: int, end: int) -> list[Found]:
    """The times of day between two offsets, on the 24-hour clock; "16:45pm" is 16:45."""
    found = []
    for m in _TIME.finditer(text, start, end):
        if m["noon"]:
            found.append(Found(m.start(), m.end(), "12:00"))
            continue
        hour, minute = int(m["h"] or m["h2"]), _digits(m["min"] or m["min2"] or "0")
        half = (m["half"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif (half.startswith("a") or half == "midnight") and hour == 12:
            hour = 0
        if hour < 24:
            found.append(Found(m.start(), m.end(), f"{hour:02}:{minute:02}"))
    return found
