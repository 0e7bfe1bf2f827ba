"""The minutes of earlier meetings, as this one approved or corrected them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...parsed_minutes import Correction, Outcome, PreviousMinutes
from ..dates.written import Found, dates
from ..page.outline import Item
from ..page.reading import Reading
from .outcomes import outcome_of

_MINUTES = re.compile(r"\bminutes?\b(?!\s+(?:secretary|taker|clerk|book|silence))", re.IGNORECASE)
_DEALT = re.compile(
    r"\b(?:agreed|approved|confirmed|adopted|accepted|signed|taken as read|received|noted(?! that)|correct record"
    r"|accurate record|true record|ratified|passed|carried|deferred|m/s/c"
    r"|seconded|authoris\w+\b[^.\n]{0,40}\bto sign)\b",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"\W*(?:(?:to\s+)?(?:approv\w+|confirm\w*|adopt\w*|sign\w*|agree\w*|receiv\w+|consider\w*|acceptance|reading)\b[^.\n]{0,40})?"
    r"(?:the\s+|draft\s+|previous\s+)*minutes?\b(?!\s+(?:of|from)\s+(?:which|what))"
    r"|[^\n]{0,200}\b(?:moved|proposed|motion|m/?s/?c|submitted|circulated|presented|considered|tabled|read)\b",
    re.IGNORECASE,
)
"""A sentence that puts minutes before the meeting; what became of them may stand in the next."""
_ARISING = re.compile(
    r"\W*(?:matters?\s+arising|arising\s+(?:from|out)|further\s+to|with\s+reference|see\b)", re.IGNORECASE
)
_WISHED = re.compile(
    r"\b(?:be|to)\s+(?:approved?|adopted?|confirmed|signed|accepted|received?|noted?|agreed?)\b|\bnoted that\b",
    re.IGNORECASE,
)
_FAR = 400
"""Signs after the sentence about the minutes in which they are approved."""
_HELD = re.compile(r"\b(?:meetings?|minutes?|held|of|on|dated|from)\b[^.\n]{0,120}$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CHANGE = (
    r"(?:corrections?|amendments?|inclusion|addition|alterations?|changes?|removal|deletion|insertion|substitution)"
)
_CORRECTION = re.compile(
    rf"\b(?:subject\s+to|with)\s+(?:the\s+following\s+|a\s+|an\s+|one\s+|two\s+|the\s+|minor\s+|some\s+)*{_CHANGE}"
    r"\b[^.\n]*(?:\.[^.\n]*)?"
    r"|\bsubject\s+to\s+the\s+following\b[^.\n]*(?:\n\s*(?!\d)[^\n]{1,200})?"
    r"|\b(?:minutes?\s+[^.\n]{0,80}?\b)?(?:be|were|was|to\s+be)\s+(?:amended|corrected|altered)\b[^.\n]*"
    r"|\b(?:amend(?:ment)?|correction)\s+to\s+(?:item|minute|the\s+minutes)\b[^.\n]*"
    r"|\b(?:had|was|were|has|have)\s+(?:been\s+)?omitted\s+from\s+the\s+minutes?[^.\n]*"
    r"|\bminutes?\b[^.\n]{0,120}\bshould\s+(?:be\s+shown|read|have\s+(?:read|been|shown|said|stated)|state|say|show)\b[^.\n]*",
    re.IGNORECASE,
)
_ONLY_SAID = re.compile(
    r"(?:the\s+)?(?:minutes?\s+)?(?:be|were|was|to be|would be)\s+\w+(?:\s+accordingly)?", re.IGNORECASE
)


def read_previous(reading: Reading, meeting_date: str | None) -> list[PreviousMinutes]:
    """The minutes of earlier meetings, as this meeting dealt with them; agreed counts before noted."""
    found: dict[str, PreviousMinutes] = {}
    for paragraph in reading.outline.paragraphs:
        if paragraph.start >= reading.last:
            break
        for low, high in reading.sentences(paragraph.start, paragraph.end):
            for day, record in _dealt_with(reading, low, high, meeting_date):
                if day not in found or (found[day].outcome == "noted" and record.outcome != "noted"):
                    found[day] = record
    return [found[k] for k in sorted(found)]


def _dealt_with(
    reading: Reading, low: int, high: int, meeting_date: str | None
) -> Iterator[tuple[str, PreviousMinutes]]:
    """The minutes that a sentence deals with, each with its date; the item's title may give the date."""
    text = reading.flow[low:high]
    item = reading.outline.item_at(low)
    titled = item is not None and _MINUTES.search(item.title) is not None and item.start <= low
    if not (titled or _MINUTES.search(text)) or _ARISING.match(text):
        return
    dealt = _DEALT.search(text) is not None
    later = None if dealt and outcome_of(_WISHED.sub(" ", text)) else _after(reading, high, item)
    if not dealt and not (later and _MINUTES.search(text) and _PUT.match(text)):
        return
    days = _earlier(reading, low, high, meeting_date)
    if not days and titled and item:
        days = _earlier(reading, *item.span, meeting_date)
    for day in days:
        if titled or _HELD.search(reading.flow[max(low - 60, 0) : day.start]):
            elsewhere = not low <= day.start < high
            place = day.start, day.end
            yield (
                day.value,
                PreviousMinutes(
                    date=day.value,
                    outcome=outcome_of(_WISHED.sub(" ", text)) or later or outcome_of(text) or "agreed",
                    span=reading.span(low, high, "previous_minutes"),
                    evidence=reading.evidence(("heading", place, "previous_minutes.title")) if elsewhere else (),
                ),
            )


def _after(reading: Reading, at: int, item: Item | None) -> Outcome | None:
    """What the words soon after, in the same item, say became of minutes put before the meeting."""
    end = min(item.end if item and item.end > at else reading.last, at + _FAR, reading.last)
    told = reading.flow[at:end]
    other = re.search(r"\n\s*(?:matters?\s+arising|apologies|next meeting|adjourn)", told, re.IGNORECASE)
    told = told[: other.start()] if other else told
    return outcome_of(told) if _DEALT.search(told) else None


def _earlier(reading: Reading, start: int, end: int, meeting_date: str | None) -> list[Found]:
    """The dates between two offsets that lie before the meeting; one without a year is of the year before at most."""
    year = int(meeting_date[:4]) if meeting_date else None
    result = []
    for found in dates(reading.flow, start, end, year, reading.month_first):
        value = found.value
        if meeting_date and value >= meeting_date and not _YEAR.search(reading.flow, found.start, found.end):
            value = f"{int(value[:4]) - 1}{value[4:]}"
        if not meeting_date or value < meeting_date:
            result.append(Found(found.start, found.end, value))
    return result


def read_corrections(reading: Reading, meeting_date: str | None) -> list[Correction]:
    """Corrections that this meeting made to the minutes of another: facts about that other meeting, kept apart."""
    found: list[Correction] = []
    for m in _CORRECTION.finditer(reading.flow, reading.start, reading.last):
        low, high = reading.sentence(m.start(), m.end())
        item = reading.outline.item_at(m.start())
        if not (_MINUTES.search(reading.flow[low:high]) or (item and _MINUTES.search(item.title))):
            continue
        if found and _ONLY_SAID.fullmatch(" ".join(m[0].split())) and low - reading.place(found[-1].span)[1] < 60:
            continue  # "The minutes were amended", after what was wrong in them
        found.append(
            Correction(
                meeting_date=_corrected(reading, low, high, item, meeting_date),
                text=reading.words(*reading.trim(m.start(), m.end())),
                span=reading.span(low, max(high, m.end()), "correction"),
            )
        )
    return found


def _corrected(reading: Reading, low: int, high: int, item: Item | None, meeting_date: str | None) -> str | None:
    """The date of the minutes that are corrected: in the sentence, in the title of the item, or shortly before."""
    begin = max(item.begin if item else reading.start, low - _FAR, reading.start)
    for start, end in ((low, high), item.span if item else (low, low), (begin, low)):
        if days := _earlier(reading, start, end, meeting_date):
            return days[-1 if (start, end) == (begin, low) else 0].value
    return None
