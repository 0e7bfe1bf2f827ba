"""When the meeting began and ended: from the heading, else from what the minutes say of opening and closing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ...lexicon.offices import office
from ..dates.clock import PLAIN_TIME, is_plain, start_time
from ..dates.written import Found, times
from ..names.tokens import WRAP
from ..page.reading import Reading

_MEETING = r"\b(?:meeting|session|proceedings|sitting|council|committee|board|commission|panel|group|forum|hearing)\b"
_OPENING = re.compile(
    r"\b(?:[cC]ommenc\w+|[cC]all\s+to\s+[oO]rder|[bB]egan|[bB]egun|[oO]pen(?:ed|ing)?|[sS]tart(?:ed|s|ing)?|[cC]onvened|[mM]et|[tT]o\s+order|COMMENC\w+"
    r"|OPENED|STARTED|BEGAN|TO\s+ORDER)\b[^.\n]{0,60}?(?=\d)"
)
_OPENS = re.compile(rf"{_MEETING}|\b(?:called|declared)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"\b(?:[cC]los(?:ed|ing|es?|ure)|[eE]nd(?:ed|ing|s)?|[cC]onclu(?:ded|des|ding|sion)|[aA]djourn(?:ed|ment|ing|s)?"
    r"|[fF]inish(?:ed|ing)?|[tT]erminated|rose(?=\s+at)|[dD]issolved|CLOS(?:ED|E|ING|URE)|ENDED|CONCLU(?:DED|SION)|ADJOURN(?:ED|MENT)?"
    r"|FINISH(?:ED)?|TERMINATED)\b"
)
_AT_LINE = re.compile(
    r"(?:^|[\n.;:(\[*]|[-–—])[ \x1f]*(?:(?:motion|moved)\s+to\s+|time\s+(?:meeting\s+|of\s+)?|(?:the\s+)?meeting\s+)?$",
    re.IGNORECASE,
)
_THEN = re.compile(r"[^.\n\d]{0,60}(?=\d)")
_TIME_FIRST = re.compile(r"\W*(?:at\s+(?:about\s+|approximately\s+)?)?$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:noted|agreed|heard|reported|asked|resolved|considered|discussed|informed|advised|said|stated|consultation"
    r"|applications?|deadline|nominations?|surgery|office|school|road|work|event)\b",
    re.IGNORECASE,
)
"""Between a subject and its closing: the sentence is of something else that closed."""
_PAUSE = re.compile(
    r"\b(?:reconven\w+|resum\w+|recess\w*|break|lunch|minutes\s+to|for\s+(?:a|ten|five|fifteen|\d+)\b|temporarily|briefly"
    r"|to\s+allow|for\s+public|public\s+(?:session|participation|discussion|comment\w*|forum)|re-?opened)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-3])[.:]?(?P<m>[0-5][\dO])(?![\d/])|(?P<o>\d{1,2})(?=\s*(?:o'?clock|[ap]\.?m|hrs|hours))",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\bat|:|@)\s*$", re.IGNORECASE)
_EVENING = re.compile(r"\s*(?:o'?clock\s*)?(?:in\s+the\s+(?P<part>morning|afternoon|evening))?", re.IGNORECASE)
_RANGE = re.compile(
    r"(?<![\d/.])(?P<a>\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\.?)?|noon)\s*(?:-|–|—|to|until|till|and\s+end(?:ing|ed)\s+at)\s*"
    r"(?P<b>\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\b\.?)?|noon)(?![\d/])",
    re.IGNORECASE,
)
_WITH_HALF = re.compile(r"[ap]\.?\s?m", re.IGNORECASE)
_UNMARKED = re.compile(
    r"(?:\bat|@|\bfrom|\bcommenc\w+|\btime\s*[:|]?|\bbegan|,)\s*(?:about\s+)?(?P<t>\d{1,2}[.:]\d\d|\d{4}(?=\s*h))(?![\d/.])",
    re.IGNORECASE,
)
_ENDS_BEFORE = re.compile(
    r"\b(?:until|till|to|ended|ending|closed|closing|finish\w*|conclud\w+)\s*(?:at\s*)?[:\-–]?\s*$", re.IGNORECASE
)
_OPENING_PART = 0.4
"""How far into the minutes the sentence that opens the meeting may stand."""


@cache
def _closes() -> re.Pattern[str]:
    """What closes: the meeting, or whoever presides closes it."""
    heads = office("chair", "mayor", prefixed=False)
    return re.compile(rf"{_MEETING}|\b(?:business|there\s+being|{heads}\w*)\b", re.IGNORECASE)


def read_times(reading: Reading, top: int, days: Sequence[Found]) -> tuple[Found | None, Found | None]:
    """When the meeting began and when it ended, each as far as the document says."""
    ranges = _ranges(reading, top)
    start = ranges[0][0] if ranges else _heading_start(reading, top, days) or _opened(reading)
    closed = _closed(reading, start)
    start = _settled(reading, start, closed) if start else None
    if len(ranges) > 1 and closed and closed.value < ranges[-1][1].value:
        closed = None  # the pause between two parts of the meeting
    return start, closed or (ranges[-1][1] if ranges else _heading_end(reading, top, days))


def _settled(reading: Reading, start: Found, closed: Found | None) -> Found | None:
    """The start in its half of the day, where the heading does not say which: by when the meeting closed, else by rule.

    One at seven or eight that nothing settles is a warning.
    """
    if (m := PLAIN_TIME.fullmatch(reading.flow, start.start, start.end)) is None:
        return start
    said = closed if closed and not is_plain(reading.flow, closed.start, closed.end) else None
    value = start_time(m["h"], m["m"], said.value if said else None)
    if value is None:
        message = (
            f"whether the meeting began at {m[0]} in the morning or in the evening is not said: no start is recorded"
        )
        reading.warn("undecided_time", message, start.start, start.end, "meeting.time")
        return None
    return replace(start, value=value)


def _ranges(reading: Reading, top: int) -> list[tuple[Found, Found]]:
    """From when to when, as the heading has it; a half of the day that only the later time states is that of both."""
    found = []
    text = _line(reading, top)
    for m in _RANGE.finditer(text, reading.start, top):
        a, b = m["a"].strip(), m["b"].strip()
        if not (re.search(r"[.:]", a + b) or _WITH_HALF.search(b)) or "/" in text[m.start() - 1 : m.start()]:
            continue
        late = _value(b, None)
        half = _WITH_HALF.search(b)
        early = _value(a, half[0] if half and not _WITH_HALF.search(a) else None)
        if early and late and early > late and half:
            early = _value(a, "am")
        if early and late:
            found.append((Found(m.start("a"), m.end("a"), early), Found(m.start("b"), m.end("b"), late)))
    return found


def _value(clock: str, half: str | None) -> str | None:
    text = f"{clock} {half}" if half and clock != "noon" else clock
    stated = times(text, 0, len(text))
    if stated:
        return stated[0].value
    m = re.match(r"(\d{1,2})[.:](\d\d)$", clock)
    return f"{int(m[1]):02}:{m[2]}" if m and int(m[1]) < 24 else None


def _line(reading: Reading, top: int) -> str:
    return reading.flow[:top].replace("\n", WRAP)


def _heading_start(reading: Reading, top: int, days: Sequence[Found]) -> Found | None:
    text = _line(reading, top)
    found = [t for t in times(text, reading.start, top) if not any(d.start <= t.start < d.end for d in days)]
    found = [t for t in found if not _ENDS_BEFORE.search(text, max(0, t.start - 30), t.start)]
    if found:
        return found[0]
    for m in _UNMARKED.finditer(text, reading.start, top):
        value = _value(m["t"], None)
        if value and not any(d.start < m.end("t") and m.start("t") < d.end for d in days):
            return Found(m.start("t"), m.end("t"), value)
    return None


def _heading_end(reading: Reading, top: int, days: Sequence[Found]) -> Found | None:
    """The end that a heading or a form states apart from the beginning: `ended at 9.10 pm`."""
    text = _line(reading, top)
    found = [
        t
        for t in times(text, reading.start, top)
        if _ENDS_BEFORE.search(text, max(0, t.start - 30), t.start)
        and not any(d.start <= t.start < d.end for d in days)
    ]
    return found[-1] if found else None


def _opened(reading: Reading) -> Found | None:
    """The time at which the minutes say that the meeting opened, before much else was done."""
    flow = reading.flow
    limit = reading.start + int((reading.last - reading.start) * _OPENING_PART) + 400
    for m in _OPENING.finditer(flow, reading.start, min(limit, reading.last)):
        low = max(reading.sentence(m.start(), m.end())[0], m.start() - 120)
        before = flow[low : m.start()]
        if _TOLD.search(before) or _TOLD.search(m[0]):
            continue
        if not before.strip(" \x1f*-–—(") or _OPENS.search(before) or _OPENS.search(m[0]):
            clock = _clock(reading, m.end(), None)
            if clock:
                return clock
    return None


def _closed(reading: Reading, start: Found | None) -> Found | None:
    """The last time at which the minutes say that the meeting closed; a pause in it is no end."""
    found = None
    for m in _CLOSING.finditer(reading.flow, reading.start, reading.last):
        found = _closing(reading, m, start) or found
    return found


def _closing(reading: Reading, m: re.Match[str], start: Found | None) -> Found | None:
    """The time that belongs to a word such as `closed`, where the meeting is what closed."""
    flow = reading.flow
    low, high = reading.sentence(m.start(), m.end())
    before = flow[max(low, m.start() - 160) : m.start()]
    subject = _closes().search(before)
    at_line = _AT_LINE.search(flow, max(reading.start, m.start() - 40), m.start())
    if not subject and not at_line and not _closes().search(flow, m.end(), min(high, m.end() + 30)):
        return None
    if _PAUSE.search(flow, m.start(), min(high + 1, m.end() + 90)):
        return None
    told = subject and "there being" not in before.casefold() and _TOLD.search(before, subject.end())
    then = _THEN.match(flow, m.end(), high)
    clock = _clock(reading, then.end(), start) if then and not told else None
    if clock or told:
        return clock
    first = next(iter(times(flow, low, m.start())), None)
    return first if first and _TIME_FIRST.fullmatch(flow[low : first.start]) else None


def _clock(reading: Reading, at: int, start: Found | None) -> Found | None:
    """The time at an offset; one without `a.m.` or `p.m.` that would lie before the start is in the afternoon."""
    flow = reading.flow
    exact = [t for t in times(flow, at, min(len(flow), at + 24)) if t.start <= at + 1]
    m = _CLOCK.match(flow, at)
    if m and m["h"] and flow[m.start() : m.end()].isdigit() and not _AT.search(flow[max(0, at - 12) : at]):
        m = None  # four digits without a sign between them are a time only after "at"
    if exact and (exact[0].end - exact[0].start > 5 or not m):
        return exact[0]
    if not m or not m["h"]:
        return exact[0] if exact else None
    return replace(Found(m.start(), m.end(), ""), value=_evened(flow, m, start))


def _evened(flow: str, m: re.Match[str], start: Found | None) -> str:
    hour, minute = int(m["h"]), int(m["m"].replace("O", "0").replace("o", "0"))
    part = _EVENING.match(flow, m.end())
    evening = part is not None and part["part"] is not None and part["part"].casefold() != "morning"
    late = start is not None and f"{hour:02}:{minute:02}" < start.value and hour + 12 >= int(start.value[:2])
    return f"{hour + 12 if hour < 12 and (evening or late) else hour:02}:{minute:02}"
