"""The day of the meeting: from the heading, a form, the title of a page or the sentence that opens the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ...lexicon.months import month_numbers, weekdays
from ..dates.order import by_weekday
from ..dates.written import Found, dates, month_number
from ..names.tokens import WRAP
from ..page.front_matter import fields
from ..page.reading import Reading
from ..page.view import trim
from .heading import foot_title
from .other_days import is_other_day, own_days

_OF_MEETING = re.compile(r"\b(?:minutes|meeting|held|session|notes)\b", re.IGNORECASE)
_OF_PREVIOUS = re.compile(r"\bminutes\b[^.\n]{0,120}$", re.IGNORECASE)
_DEALT = re.compile(
    r"\b(?:agreed|approved|confirmed|adopted|accepted|signed|proposed|seconded|received|correct)\b", re.IGNORECASE
)
_DEALT_AFTER = re.compile(
    rf"[^.;\n]{{0,80}}\b(?:were|was|be|been)\s+(?!not\b)[^.;\n]{{0,60}}?{_DEALT.pattern}", re.IGNORECASE
)
_TITLE = re.compile(r"(?:(?:draft|unconfirmed|approved)\s+)?(?:minutes?|notes)\b[^\n]{0,120}$", re.IGNORECASE)
_OPENING = re.compile(
    r"\bmeeting\W{0,4}$|\b(?:held|met|convened|assembled|gathered|called|opened|commenced|meeting\s+(?:on|of)|day)\b[^.\n]{0,60}$"
    r"|\btook\s+place\b[^.\n]{0,90}$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\bdate(?:\s+(?:of\s+(?:the\s+)?meeting|and\s+time|held))?\s{0,3}(?:[:;|]\s*-?|$)[\s|\x1f]{0,20}$", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<m>[A-Z][a-z]{2,8})?\s*,?\s*(?:and|&|-|–|to)\s*(?:\w+day,?\s*)?(?:the\s+)?$"
)
_WEEKDAY_BEFORE = re.compile(r"(?P<w>[a-z]{3,9}day)\b[\s,]{0,4}(?:the\s+)?$", re.IGNORECASE)
_MONTH_YEAR = re.compile(r"\b(?P<m>[A-Z][A-Za-z]{2,8})\.?,?\s+(?P<y>(?:19|20)\d\d)\b")
_WEEKDAY_AFTER = re.compile(r"[\s,(]{0,4}(?P<w>[A-Za-z]{3,9}day)\b")
_NUMBERS = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]")
_YEAR_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RUNNING = re.compile(r"\bminutes\b(?!\s+(?:of|from|for)\b)", re.IGNORECASE)
_TITLE_LINE = 120
"""Signs of a line that a running head is."""
_FAR = 1500
"""Signs below the heading in which the sentence that opens the meeting may give the day."""


def read_days(reading: Reading, top: int) -> list[Found]:
    """The days of the meeting, the first of them first; none where the document gives none, or none for certain."""
    text = reading.flow.replace("\n", WRAP)
    if foot := foot_title(reading):
        return own_days(reading.flow, foot[0], dates(reading.flow, *foot, month_first=reading.month_first))[:1]
    heading = [
        day
        for day in dates(text, reading.start, top, month_first=reading.month_first)
        if not _of_minutes_dealt_with(reading, day)
    ]
    fields = [d for d in heading if _FIELD.search(text, max(reading.start, d.start - 40), d.start)]
    own = own_days(reading.flow, reading.start, heading)
    found = fields[:1] or own[:1] or _titled(reading) or _opening(reading, top)
    if not found and heading:
        words = reading.words(heading[0].start, heading[0].end)
        message = f"the only date of the heading, {words}, is not the day on which the meeting was held"
        reading.warn("no_date", message, heading[0].start, heading[0].end, "meeting.date")
        return []
    if found and found[0].either and reading.date_order is None:
        decided = _decided(text, found[0])
        if decided is None:
            _warn_either(reading, found[0])
            return []
        found = [decided]
    if found:
        _check_weekday(reading, text, found[0])
    found = found or _without_year(reading, text, top) or _month(reading, text, top)
    return _with_days_before(text, found[0]) if found else []


def _decided(text: str, day: Found) -> Found | None:
    """A date whose day and month could be changed, as the day of the week beside it decides."""
    numbers = _NUMBERS.match(text, day.start)
    weekday = _WEEKDAY_BEFORE.search(text[max(0, day.start - 20) : day.start]) or _WEEKDAY_AFTER.match(text, day.end)
    if not numbers or not weekday:
        return None
    first, second, year = int(numbers[1]), int(numbers[2]), int(day.value[:4])
    order = by_weekday(weekday["w"], first, second, year)
    if order is None:
        return None
    month, of_month = (second, first) if order == "day" else (first, second)
    return Found(day.start, day.end, date(year, month, of_month).isoformat())


def _warn_either(reading: Reading, day: Found) -> None:
    other = f"{day.value[:4]}-{day.value[8:]}-{day.value[5:7]}"
    message = (
        f"{reading.words(day.start, day.end)} may be {day.value} or {other}: nothing in the document says whether it "
        "writes the day or the month first"
    )
    reading.warn("date_order", message, day.start, day.end, "meeting.date")


def _check_weekday(reading: Reading, text: str, day: Found) -> None:
    """Warns where the day of the week that stands before a date is not that of the date."""
    before = _WEEKDAY_BEFORE.search(text[max(0, day.start - 20) : day.start])
    days = weekdays()
    name = before["w"].casefold() if before else ""
    if name not in days or len(day.value) < 10:
        return
    actual = date.fromisoformat(day.value).weekday()
    if actual != days.index(name):
        message = f"the heading says {name.capitalize()}, and {day.value} was a {days[actual].capitalize()}"
        reading.warn("weekday", message, day.start, day.end, "meeting.date")


def _titled(reading: Reading) -> list[Found]:
    """The day that the title of a page gives for the meeting, or is; a bare `date:` there is of the page."""
    text = reading.view.document.text
    for start, end in fields(text, "title") if reading.start == 0 else ():
        found = dates(text, start, end)[:1]
        if found and (_OF_MEETING.search(text, start, end) or (found[0].start, found[0].end) == trim(text, start, end)):
            return found
    return []


def _opening(reading: Reading, top: int) -> list[Found]:
    """The day in the first sentences, where they tell of this meeting and not of the minutes of another."""
    flow = reading.flow
    for day in dates(flow, top, min(reading.last, top + _FAR), month_first=reading.month_first):
        low, high = reading.sentence(day.start, day.end)
        before = flow[low : day.start]
        item = reading.outline.item_at(day.start)
        title = _TITLE.match(flow, low, high) and not _DEALT.search(flow, low, high) and not (item and item.number)
        of_previous = _OF_PREVIOUS.search(before) or (item is not None and _OF_PREVIOUS.search(item.title))
        if title:
            return [day]
        field = _FIELD.search(flow[max(reading.start, day.start - 60) : day.start].replace("\n", " "))
        opening = _OPENING.search(before) or flow.startswith((" Regular", ", Regular"), day.end)
        if not of_previous and not is_other_day(before) and (field or opening):
            return [day]
    return []


def _of_minutes_dealt_with(reading: Reading, day: Found) -> bool:
    """Whether a sentence above the lists deals with earlier minutes by this date: `Minutes of 4 April were agreed`."""
    low, high = reading.sentence(day.start, day.end)
    said = _DEALT_AFTER.match(reading.flow, day.end, high)
    return said is not None and _OF_PREVIOUS.search(reading.flow[low : day.start]) is not None


def _with_days_before(text: str, day: Found) -> list[Found]:
    """The day with those that stand before it without month or year: `17 and 18 June 2014`."""
    before = _SEVERAL.search(text[max(0, day.start - 40) : day.start].replace(WRAP, " "))
    if not before or len(day.value) < 10:
        return [day]
    last = date.fromisoformat(day.value)
    try:
        month = month_number(before["m"]) if before["m"] else last.month
        first = last.replace(month=month, day=int(before["d"]))
    except (KeyError, ValueError):
        return [day]
    if not 0 < (last - first).days < 15:
        return [day]
    start = day.start - (len(before[0]) - before.start("d") + before.start())
    return [Found(start, day.end, first.isoformat()), day]


def _without_year(reading: Reading, text: str, top: int) -> list[Found]:
    """A day of the heading without a year, with the year that fits its weekday and the other dates of the document."""
    named = [day for day in dates(text, reading.start, top, 2000) if not _of_minutes_dealt_with(reading, day)]
    bare = own_days(reading.flow, reading.start, named)[:1]
    if not bare:
        return []
    known = dates(reading.flow, reading.start, reading.end)
    page = reading.view.document.text
    issued = [d for place in fields(page, "date") for d in dates(page, *place)] if reading.start == 0 else []
    years = _years(bare[0], text, known, issued)
    if not _WEEKDAY_BEFORE.search(text[max(0, bare[0].start - 20) : bare[0].start]):
        _offer_year(reading, bare[0], years)
        return []
    if not years:
        return []
    reading.warn(
        "year_inferred",
        f"the heading gives no year; {years[0]} fits the weekday and the other dates",
        bare[0].start,
        bare[0].end,
        "meeting.date",
    )
    return [replace(bare[0], value=f"{years[0]}{bare[0].value[4:]}")]


def _offer_year(reading: Reading, day: Found, years: Sequence[int]) -> None:
    """Warns of a day without a year, and says what the name of the file and the other dates would have it be."""
    named = _YEAR_IN_NAME.search(reading.view.document.name)
    offers = [f"the file's name has {named[0]}"] if named else []
    offers += [f"the other dates make {years[0]} likely"] if years else []
    message = "the heading gives no year" + (f": {', '.join(offers)}" if offers else "")
    reading.warn("no_date", message, day.start, day.end, "meeting.date")


def _years(day: Found, text: str, known: Sequence[Found], issued: Sequence[Found]) -> list[int]:
    """The years that a day without one may lie in, the likeliest first: that of its weekday, if it states that."""
    stated = {int(d.value[:4]) for d in (*known, *issued)}
    years = sorted({y + step for y in stated for step in (-1, 0, 1)})
    if issued:
        years = [y for y in reversed(years) if f"{y}{day.value[4:]}" <= issued[0].value]
    elif known:
        years.sort(key=lambda y: f"{y}{day.value[4:]}" < known[0].value)
    weekday = _WEEKDAY_BEFORE.search(text[max(0, day.start - 20) : day.start])
    name = weekday["w"].casefold() if weekday else ""
    days = weekdays()
    return [y for y in years if name not in days or _weekday(y, day.value) == days.index(name)]


def _weekday(year: int, value: str) -> int | None:
    try:
        return date.fromisoformat(f"{year}{value[4:]}").weekday()
    except ValueError:
        return None


def _month(reading: Reading, text: str, top: int) -> list[Found]:
    """The month, where the heading gives no day: `Minutes of the December 2009 meeting`."""
    for m in _MONTH_YEAR.finditer(text, reading.start, top):
        if m["m"].casefold() in month_numbers():
            month = Found(m.start(), m.end(), f"{m['y']}-{month_number(m['m']):02}")
            if not _of_minutes_dealt_with(reading, month):
                return _in_running_head(reading, month) or [month]
    return []


def _in_running_head(reading: Reading, month: Found) -> list[Found]:
    """The one day of a month that lines of the minutes give with their title: `19 August 2015 - Council - Minutes`."""
    found: dict[str, Found] = {}
    for p in reading.outline.paragraphs:
        text = reading.flow[p.start : p.end]
        if len(text) > _TITLE_LINE or not _RUNNING.search(text) or _DEALT.search(text):
            continue
        for day in dates(reading.flow, p.start, p.end):
            if len(day.value) == len("2015-08-19") and day.value.startswith(month.value) and not day.either:
                found.setdefault(day.value, day)
    return list(found.values()) if len(found) == 1 else []
