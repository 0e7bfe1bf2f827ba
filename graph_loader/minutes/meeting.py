"""The meeting itself: which body met, when and where, from the heading and from what is said of opening and closing."""

from __future__ import annotations

import re

from ..parsed_minutes import Meeting, Mode
from .bodies import body_kind
from .dates import Found, dates, times
from .heading import heading_end
from .meeting_body import read_body
from .reading import Reading
from .tokens import WRAP

_OPENED = re.compile(
    r"\b(?:commenc\w+|began|opened|started|start|called\s+.{0,80}?to\s+order|convened)\b.{0,40}?\b(?:at|time)?\s*:?\s*"
    r"(?=\d)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:meeting|council|committee|business|there being)\b[^.\n]{0,90}?\b"
    r"(?:clos\w+|end\w*|conclud\w+|adjourned|finished|terminated|rose)\b[^.\n]{0,30}?(?=\d)"
    r"|(?:^|\n|[.;]\s*)(?:meeting\s+)?(?:closed|ended|finish(?:ed)?|close)\b(?:\s+(?:at|of meeting))?\s*:?\s*(?=\d)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-3])[.:]?(?P<m>[0-5]\d)(?![\d/])|(?P<o>\d{1,2})(?=\s*(?:o'?clock|[ap]\.?m))", re.IGNORECASE
)
_PLACE = (
    r"(?P<v>(?!the\b)(?:[A-ZÀ-Þ\d])(?:[^\n.;()]|(?<=\bco)\.|(?<=\bst)\.|(?<=\brd)\.)*?)"
    r"(?=\s*(?:,?\s*\bon\b|,?\s*\bat\s+\d|,?\s*\bfrom\s+\d|,?\s*\bcommenc|\s+\d{1,2}[.:]\d|\bpresent\b"
    r"|,?\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?<!\bco)(?<!\bst)\.|[;(\n]|\Z))"
)
_VENUES = (
    re.compile(rf"\bheld\s+(?:in|at)\s+(?:the\s+)?{_PLACE}", re.IGNORECASE),
    re.compile(rf"\bvenue\s*:\s*(?:the\s+)?{_PLACE}", re.IGNORECASE),
    re.compile(rf"\b(?:in|at)\s+(?:the\s+)?{_PLACE}", re.IGNORECASE),
)
_NO_VENUE = re.compile(
    r"\d{1,2}[.: ]?\d{0,2}\s?[ap]|(?:\w+\s+){0,3}(?:meeting|proceedings|attendance)\b|virtual|the\b|which\b|your\b",
    re.IGNORECASE,
)
_VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|remote(?:ly)?|via\s+(?:zoom|(?:ms\s+|microsoft\s+)?teams|video)|by\s+(?:zoom|video)|zoom"
    r"|on-?line|video\s?conferenc\w+|teams\s+meeting)\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid\b|\bin\s+person\s+and\b|\band\s+(?:also\s+)?(?:via|by|on)\s+(?:zoom|teams)"
    r"|\b(?:attended|in attendance|present|joined|participat\w+)\s+(?:virtually|remotely|on-?line|via)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\bat|:)\s*$", re.IGNORECASE)
_FRONT_TITLE = re.compile(r"^title:\s*\"?(?P<t>[^\"\n]+)", re.MULTILINE)


def read_meeting(reading: Reading) -> Meeting:
    """The meeting's own record; what the heading does not say stays none, and a missing body or date is a warning."""
    top = heading_end(reading)
    header = reading.flow[reading.start : top].replace("\n", WRAP)
    text = " " * reading.start + header
    named = read_body(reading, top)
    body, parent = named.body, named.parent
    days = _days(reading, text, top)
    reading.year = int(days[0].value[:4]) if days else reading.year_guess()
    start = _start(reading, text, top, days[0] if days else None)
    end = _end(reading, start)
    venue = _venue(reading, text, top)
    if body is None:
        reading.warn("no_body", "the heading names no body that met", *_first_line(reading), "meeting.body")
    if not days:
        reading.warn("no_date", "the heading has no date of the meeting", *_first_line(reading), "meeting.date")
    mode = _mode(reading, text, top, venue is not None)
    place = (body.start, body.end) if body else _first_line(reading)
    values = sorted({d.value for d in days})
    return Meeting(
        body=body.name if body else None,
        body_kind=body_kind(body.name) if body else "other",
        parent=parent.name if parent else None,
        parent_basis=named.basis,
        date=days[0].value if days else None,
        dates=tuple(values) if len(values) > 1 else (),
        start=start.value if start else None,
        end=end.value if end else None,
        venue=reading.words(*venue) if venue else None,
        mode=mode,
        span=reading.span(*place, body.rule if body else "meeting.heading"),
        evidence=reading.evidence(
            *((("heading", (d.start, d.end), "meeting.date")) for d in days[:1]),
            *((("statement", (t.start, t.end), "meeting.time")) for t in (start, end) if t),
            *((("statement", venue, "meeting.venue"),) if venue else ()),
            *((("statement", (parent.start, parent.end), "meeting.parent"),) if parent else ()),
        ),
    )


def _first_line(reading: Reading) -> tuple[int, int]:
    paragraphs = reading.outline.paragraphs
    return (paragraphs[0].start, paragraphs[0].end) if paragraphs else (reading.start, reading.start + 1)


# -- date and time ---------------------------------------------------------------------------------------------------


def _days(reading: Reading, text: str, top: int) -> list[Found]:
    """The days in the heading; of several only those of one sitting that lasted over them (`17 and 18 June`)."""
    found = dates(text, reading.start, top)
    if not found:
        later = dates(reading.flow, reading.start, min(reading.last, top + 1500))
        held = [
            d
            for d in later
            if re.search(
                r"\bheld\s+on\b|\bdate\b|\bmeeting\b", reading.flow[max(0, d.start - 60) : d.start], re.IGNORECASE
            )
        ]
        found = held[:1] or _titled_day(reading) or _without_year(reading, text, top)
    return found[:1]


def _titled_day(reading: Reading) -> list[Found]:
    """The day that the title in a page's front matter gives for the meeting; a bare `date:` there is of the page."""
    document = reading.view.document.text
    title = _FRONT_TITLE.search(document[:2000]) if reading.start == 0 and document.startswith("---") else None
    return dates(document, title.start("t"), title.end("t")) if title and "held" in title["t"] else []


def _without_year(reading: Reading, text: str, top: int) -> list[Found]:
    year = reading.year_guess()
    return dates(text, reading.start, top, year)[:1] if year else []


def _start(reading: Reading, text: str, top: int, day: Found | None) -> Found | None:
    found = [t for t in times(text, reading.start, top) if day is None or not (day.start <= t.start < day.end)]
    if found:
        return found[0]
    opened = _OPENED.search(reading.flow, reading.start, reading.last)
    return _clock(reading, opened.end(), None) if opened else None


def _end(reading: Reading, start: Found | None) -> Found | None:
    found = None
    for m in _CLOSED.finditer(reading.flow, reading.start, reading.last):
        clock = _clock(reading, m.end(), start)
        found = clock or found
    return found


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
    hour, minute = int(m["h"]), int(m["m"])
    if start and hour < 12 and f"{hour:02}:{minute:02}" < start.value and hour + 12 >= int(start.value[:2]):
        hour += 12
    return Found(m.start(), m.end(), f"{hour:02}:{minute:02}")


# -- place -----------------------------------------------------------------------------------------------------------


def _venue(reading: Reading, text: str, top: int) -> tuple[int, int] | None:
    for pattern in _VENUES:
        for m in pattern.finditer(text, reading.start, top):
            start, end = reading.view.trim(m.start("v"), m.end("v"))
            while end > start and text[end - 1] in " ,\x1f":
                end -= 1
            words = reading.words(start, end)
            if (
                len(words) > 3
                and not dates(text, start, end)
                and not _NO_VENUE.match(words)
                and not _VIRTUAL.search(words)
            ):
                return start, end
    clock = times(text, reading.start, top)
    if clock:
        _, high = reading.paragraph(clock[-1].start)
        start, end = reading.view.trim(clock[-1].end, min(high, top))
        rest = reading.words(start, end).strip(" ,.")
        if re.match(r"[A-Z][\w']+(?:[ ,]+[A-Z][\w']*)+$", rest):
            return start, end
    return None


def _mode(reading: Reading, text: str, top: int, venue: bool) -> Mode | None:
    header = text[reading.start : top]
    people = [s for s in reading.outline.sections if s.kind in {"present", "in_attendance", "apologies", "role"}]
    lists = " ".join(reading.flow[s.label[0] : s.end] for s in people)
    if _HYBRID.search(header) or (_HYBRID.search(lists) and venue) or (venue and _VIRTUAL.search(lists)):
        return "hybrid"
    if _VIRTUAL.search(header):
        return "hybrid" if venue and re.search(r"\bin person\b", header, re.IGNORECASE) else "virtual"
    return "in_person" if venue else None
