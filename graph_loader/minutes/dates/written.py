"""Dates and times as minutes write them. No date is guessed from a number alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ...lexicon.months import any_month, month_numbers
from .number_words import day_pattern, day_value, year_pattern, year_value

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
    """A date (ISO) or a time (HH:MM) and where it stands; `either` where day and month of a date could be changed."""

    start: int
    end: int
    value: str
    either: bool = False


_YEAR = r"(?:19|20)\d\d(?![\d]|\s?h(?:ou)?rs)|2[0Oo][\dOoIl]{2}(?![\dA-Za-z])"
_YEAR_FIRST = re.compile(r"\d(?<![\w/.-]\d)\d{3}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,2}(?!\d|[/.-]\d)")
_COMPACT = re.compile(
    r"(?<![\w/.-])(?P<y>(?:19|20)\d\d)(?P<gap> ?)(?P<m>0[1-9]|1[0-2])(?P=gap)(?P<d>0[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
)
"""`20240910` and `2024 09 10`, a date only where the words before it say so or nothing else is in the line."""
_OF_MONTH = re.compile(r"[oO][fF]\s+(?P<m>[^\W\d_]{3,9})\b")
_WORD_BEFORE = re.compile(r"(?<!\w)(?P<m>[^\W\d_][\w|]{2,9})(?P<gap>[.,-]{0,2}\s*)(?:the\s+)?\Z")
_SAYS_DATE = re.compile(
    r"(?:\b(?:held|on|of|dated?|meeting|minutes|agenda|[a-z]{3,6}day|mon|tues?|wed|thurs?|fri|sat|sun)[\s,.:–-]{0,4}(?:the\s+)?"
    r"|(?:^|[\n|\t\x1f])[ \x1f]*)$",
    re.IGNORECASE,
)
"""What stands before `10.9.24`, which without it is the number of a paragraph or the version of something."""
_ALONE = re.compile(r"[ ]*(?:[\n|\t\x1f]|\Z)")
_LINE_START = re.compile(r"(?:^|\n)[ \x1f]*$")


@cache
def _in_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before `of May` and after it where a date is written in words."""
    year = r",?\s+(?:in\s+the\s+year\s+(?:of\s+our\s+lord\s+)?|A\.?\s?D\.?,?\s+)?"
    return (
        re.compile(rf"\b(?P<d>{day_pattern()})\s+(?:day\s+)?\Z", re.IGNORECASE),
        re.compile(rf"{year}(?:(?P<y>{_YEAR})|(?P<words>{year_pattern()}))\b", re.IGNORECASE),
    )


@cache
def _day_first() -> re.Pattern[str]:
    """A day in digits and the month after it, in words or digits; a digit begins it, so that it is quickly found."""
    months = any_month()
    era = r"(?:\s{0,3}A\.?\s?D\.?,?|\s+in\s+the\s+year(?:\s+of\s+our\s+lord)?,?)?"
    return re.compile(
        r"(?P<d>\d(?<![^\Wy]\d)(?:\d|[lIO](?![a-z]))?)(?:"
        r"(?P<sep>[/.-]|\s[/.-]\s)(?P<n>\d{1,2})(?P=sep)(?P<yn>(?:19|20)\d\d)(?!\d)"
        r"|(?<!/\d)(?<!/\d\d)/(?P<n2>\d{1,2})/(?P<z2>\d\d)\b(?![/\d])"
        r"|(?<![.-]\d)(?<![.-]\d\d)(?P<sep3>[.-])(?P<n3>\d{1,2})(?P=sep3)(?P<z3>\d\d)(?![\w/-]|\.\d)"
        rf"|(?P<j>[-/.])(?P<md>(?i:{months}))\.?(?P=j)(?P<yd>(?:19|20)\d\d|\d\d)(?!\d)"
        rf"|(?:(?:st|nd|rd|th)\.?\s{{0,3}}|(?P<dot>\.))?(?P<mt>(?i:{months}))(?![^\W\d_])[.,]{{0,2}}{era}\s{{0,6}}(?P<yt>{_YEAR})"
        r"|(?:[^\s\d,.:;/()&-]{1,3}|\s(?:st|nd|rd|th)(?!\w)|\s[^\w\s,.:;/()&+-]{1,3})?(?:\s+day)?,?\s{0,6}(?i:of\s+)?"
        rf"(?:(?P<m>(?i:{months}))(?![^\W\d_])\.?(?:\s{{1,2}}(?=,))?,?(?:{era}\s{{0,6}}(?P<y>{_YEAR})|\s{{1,3}}'(?P<z>\d\d)\b"
        r"|[ ](?P<z4>[0-4]\d)(?=[ \x1f]*(?:[,)\n\x1f]|\Z|at\b))(?!,?\s{1,3}(?:19|20)\d\d\b))?"
        rf"|(?P<slip>[^\W_][\w|]{{2,9}})\.?,?\s{{1,3}}(?P<ys>{_YEAR})))"
    )


_MONTH_FIRST = re.compile(
    r"(?P<d>\d(?<!\d\d)\d?)(?:\s?(?:st|nd|rd|th))?(?!\w)(?![/:]\d|\.\d(?!\d{3}))"
    r"(?:\s?(?:and|&|-|–|,)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?=,?\s|,))?"
    rf"(?:(?:\s{{0,2}}[,.]\s{{0,6}}|\s{{1,6}}|\s?-\s?)(?P<y>{_YEAR}))?"
)
_YEARS = ("y", "ys", "yt", "yn", "yd", "z", "z2", "z3", "z4")
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
    return number if number else month_numbers()[name[:3].casefold()]


def _month(name: str) -> int | None:
    """The number of a month by its name, in any case, with at most one sign misread in a longer one."""
    plain = name.casefold().rstrip(".").replace("ſ", "s")
    months = month_numbers()
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
    for w in sorted(_written(text, start, end, month_first), key=lambda w: (w.start, -w.end)):
        if (w.year or year) and (not found or w.start >= found[-1].end):
            try:
                value = date(w.year or year or 0, w.month, w.day).isoformat()
            except ValueError:
                continue
            found.append(Found(w.start, w.end, value, w.either))
    return found


@dataclass(frozen=True)
class _Written:
    """Where a date stands, and its year, if it states one, month and day."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    either: bool = False


def _written(text: str, start: int, end: int, month_first: bool) -> Iterator[_Written]:
    """Everything that is written as a date, in whatever way."""
    for m in _day_first().finditer(text, start, end):
        if (m["n3"] and not _is_dated(text, m)) or (
            m["dot"] and _LINE_START.search(text[max(0, m.start() - 9) : m.start()])
        ):
            continue
        found = _day_and_month(text, m, end, month_first)
        if found:
            yield found
    for m in _MONTH_FIRST.finditer(text, start, end):
        before = _WORD_BEFORE.search(text, max(start, m.start() - 20), m.start())
        month = month_numbers().get(before["m"].casefold().replace("ſ", "s")) if before else None
        if before and month and (before["gap"] or m["y"]):
            stated = _digits(m["y"]) if m["y"] else None
            split = m["last"] and stated
            yield _Written(before.start("m"), m.end("d") if split else m.end(), stated, month, int(m["d"]))
            if split:
                yield _Written(m.start("last"), m.end(), stated, month, int(m["last"]))
    for m in _YEAR_FIRST.finditer(text, start, end):
        stated, month, day = (int(part) for part in m[0].split(m["sep"]))
        if 1900 <= stated < 2100:
            yield _Written(m.start(), m.end(), stated, month, day)
    for m in _COMPACT.finditer(text, start, end):
        if _is_dated(text, m):
            yield _Written(m.start(), m.end(), int(m["y"]), int(m["m"]), int(m["d"]))
    words_before, _ = _in_words()
    for m in _OF_MONTH.finditer(text, start, end):
        ordinal = words_before.search(text, max(start, m.start() - 28), m.start())
        month = _month(m["m"]) if ordinal else None
        if ordinal and month:
            year, stop = _year_after(text, m.end(), end)
            yield _Written(ordinal.start("d"), stop, year, month, day_value(ordinal["d"]))


def _day_and_month(text: str, m: re.Match[str], end: int, month_first: bool) -> _Written | None:
    """A date that begins with its day, or with its month in digits."""
    day = _digits(m["d"])
    number = m["n"] or m["n2"] or m["n3"]
    stated = _with_century(next((_digits(m[k]) for k in _YEARS if m[k]), None))
    if number:
        month = int(number)
        either = day != month and day <= 12 and month <= 12
        if month > 12 or (month_first and day <= 12):
            day, month = month, day
        return _Written(m.start(), m.end(), stated, month, day, either)
    named = _month(m["m"] or m["mt"] or m["slip"] or m["md"])
    if not named:
        return None
    stop = m.end()
    if stated is None:
        stated, stop = _year_after(text, m.end(), end)
    return _Written(m.start(), stop, stated, named, day)


def _year_after(text: str, at: int, end: int) -> tuple[int | None, int]:
    """The year that follows a day and month, in digits or words, and where it ends."""
    named = _in_words()[1].match(text, at, end)
    if not named:
        return None, at
    return (_digits(named["y"]) if named["y"] else year_value(named["words"])), named.end()


def _is_dated(text: str, m: re.Match[str]) -> bool:
    """Whether what stands before three numbers with full stops, or their line that nothing else fills, makes a date."""
    before = _SAYS_DATE.search(text[max(0, m.start() - 30) : m.start()])
    if before is None:
        return False
    return any(c.isalpha() for c in before[0]) or _ALONE.match(text, m.end()) is not None


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
