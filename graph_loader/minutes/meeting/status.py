"""Whether the meeting took place: held, without a quorum, cancelled, adjourned, or only announced by an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...parsed_minutes import Attendance, Meeting, MeetingStatus
from ..dates.written import dates
from ..names.tokens import WRAP
from ..page.reading import Reading

_ABOUT = r"(?:the|this|today's|tonight's|scheduled|our)\s+(?:\w+\s+){0,3}?(?:meeting|session|agm)\b"
_NO_QUORUM = re.compile(
    r"\b(?:(?:not|never)\s+(?:\w+\s+){0,2}quorate|inquorate|un-?quorate|non-quorate|no\s+quorum|not\s+enough\s+(?:members|councillors)"
    r"|(?:lack|want|absence|failure)\s+of\s+(?:a\s+)?quorum|quorum\s+(?:was|is|being|had|has|could|did)\s+not"
    r"|not\s+(?:\w+\s+){0,3}a\s+quorum|without\s+a\s+quorum|(?:failed|unable)\s+to\s+(?:reach|achieve|attain|obtain|form)\s+(?:a\s+)?quorum"
    r"|insufficient\s+(?:number\s+of\s+)?(?:members|councillors|directors|trustees|governors|attendance))\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\b(?:did\s+not\s+(?:\w+\s+)?(?:take\s+place|proceed|go\s+ahead)"
    r"|(?:was|were|is|has\s+been|had\s+been|be|being)\s+(?:\w+\s+)?(?:cancell?ed|abandoned|called\s+off)"
    r"|was\s+not\s+held|could\s+not\s+(?:\w+\s+)?(?:be\s+held|take\s+place|proceed|go\s+ahead)|not\s+to\s+proceed"
    r"|no\s+meeting\s+(?:was\s+held|took\s+place)|unable\s+to\s+(?:proceed|take\s+place))\b",
    re.IGNORECASE,
)
_MEETING = re.compile(_ABOUT, re.IGNORECASE)
_OWN_NOTICE = re.compile(
    r"[\W_]*(?:(?:this|the|council|committee|board|regular|special|ordinary|monthly)\s+){0,3}(?:meeting|session)?[\s:–-]{0,4}"
    r"(?:(?:was|has\s+been|is)\s+)?(?P<what>cancell?ed|abandoned|inquorate|no\s+quorum)\b[^\n]{0,40}$"
    r"|[\W_]*(?:notice\s+of\s+)?(?:cancellation|cancell?ed)\s+(?:of\s+)?(?:\w+\s+){0,3}meeting\b[^\n]{0,60}$"
    r"|[\W_]*(?:notes?|record|minutes)\s+of\s+(?:an?\s+|the\s+)?(?P<notes>inquorate)\b[^\n]{0,80}$",
    re.IGNORECASE,
)
"""A line of the heading that says so."""
_LATER = re.compile(
    rf"{_ABOUT}\s+(?:was|is|be|stood|stands|has\s+been)\s+(?:\w+\s+)?adjourned\b[^.\n]{{0,60}}?\b(?:to|until|till)\s+(?P<when>[^.\n]{{3,60}})"
    rf"|{_ABOUT}\s+(?:\w+\s+){{0,3}}(?:will|to|shall)\s+(?:be\s+)?reconvened?\b(?P<then>[^.\n]{{3,60}})",
    re.IGNORECASE,
)
_TO_A_DAY = re.compile(r"\b(?:later|another|further|future)\s+(?:date|day)|\bdate\s+to\s+be\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:previous|last|next|future|earlier|regular|scheduled\s+meeting\s+of|if|unless|should|would|whenever|must|(?-i:may)|shall|become|became"
    r"|becomes|no\s+longer|ceased|sub-?committee|working\s+group|with\s+the)\b",
    re.IGNORECASE,
)
"""Words of sentences that tell of other meetings, or of what would be."""
_AGENDA = re.compile(
    r"\bagenda\b|\bsummon(?:s|ed)\b|\bnotice\s+(?:is\s+hereby\s+given|of\s+(?:\w+\s+){0,3}meeting)|\b(?:will|to)\s+be\s+held\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:agenda\s+(?:and|&)\s+minutes|meeting\s+minutes|(?:draft|unconfirmed|approved)\s+minutes)\b"
    r"|(?:^|[\n:\"'*#])[ \t\x1f*#]*(?:minutes?|notes)"
    r"(?:\s+of\s+(?!(?:the\s+)?(?:last|previous))(?:the\s+|a\s+)?(?:\w+\s+){0,6}meeting\b|[ \t*]*$)",
    re.IGNORECASE | re.MULTILINE,
)
"""The title of minutes, which a text that has an agenda too may have."""
_MINUTES_FIELD = re.compile(r"(?:^|\n)[ ]*minutes[ ]?:", re.IGNORECASE)
_FRINGE = 3_000
"""Signs at each end of the minutes in which they may say that the meeting did not take place."""
_HEADING = 1_200


@dataclass(frozen=True)
class Status:
    """What became of a meeting, and where the minutes say so."""

    status: MeetingStatus
    start: int
    end: int


_SAID = {
    "inquorate": "the minutes say that the meeting had no quorum",
    "cancelled": "the minutes say that the meeting did not take place",
    "adjourned": "the minutes say that the meeting was adjourned to another day",
    "announced": "this looks like an agenda: nobody is recorded as present and nothing as decided",
}


def with_status(reading: Reading, meeting: Meeting, attendance: Sequence[Attendance], decided: bool) -> Meeting:
    """The meeting with what became of it, the place that says so, and a warning where it was not simply held."""
    found = _status(reading, bool(attendance), decided)
    if found is None:
        return meeting
    reading.warn(found.status, _SAID[found.status], found.start, found.end, "meeting.status")
    evidence = reading.evidence(("statement", (found.start, found.end), "meeting.status"))
    return meeting.model_copy(update={"status": found.status, "evidence": (*meeting.evidence, *evidence)})


def _status(reading: Reading, there: bool, decided: bool) -> Status | None:
    """What became of the meeting, where it was not simply held.

    `there` says whether people are recorded as present or away, `decided` whether anything is recorded as decided: a
    meeting that decided was held, whatever is said of a quorum, and one without either may only be announced.
    """
    if not decided:
        found = next(_notices(reading), None) or _said(reading)
        if found:
            return found
    later = _adjourned(reading)
    if later:
        return later
    return None if there or decided else _announced(reading)


def _notices(reading: Reading) -> Iterator[Status]:
    for paragraph in reading.outline.paragraphs[:12]:
        m = _OWN_NOTICE.match(reading.flow, paragraph.start, paragraph.end)
        if m:
            no_quorum = m["notes"] or (m["what"] or "").casefold() in {"inquorate", "no quorum"}
            yield Status("inquorate" if no_quorum else "cancelled", paragraph.start, paragraph.end)


def _said(reading: Reading) -> Status | None:
    """A sentence near an end of the minutes that says of this meeting that it had no quorum or did not take place."""
    found: Status | None = None
    for low, high in _fringe_sentences(reading):
        sentence = reading.flow[low:high].replace(WRAP, " ")
        if _OTHER.search(sentence) or _of_another_day(reading, low, high):
            continue
        no_quorum = _NO_QUORUM.search(sentence)
        if no_quorum and (_MEETING.search(sentence) or len(sentence) < 90):
            return Status("inquorate", low, high)
        if _NOT_HELD.search(sentence) and _subject(sentence):
            found = found or Status("cancelled", low, high)
    return found


def _subject(sentence: str) -> bool:
    """Whether the meeting is what did not take place, and not something that the meeting heard of."""
    verb, about = _NOT_HELD.search(sentence), _MEETING.search(sentence)
    if verb and verb[0].casefold().startswith("no meeting"):
        return True
    return verb is not None and about is not None and 0 <= verb.start() - about.end() < 80


def _of_another_day(reading: Reading, low: int, high: int) -> bool:
    """Whether the first date of a sentence stands before its verb and is not one of the meeting's own days."""
    days = dates(reading.flow, low, high, reading.year, reading.month_first)
    verb = _NOT_HELD.search(reading.flow, low, high) or _NO_QUORUM.search(reading.flow, low, high)
    return any(verb and d.start < verb.start() and d.value not in reading.own_days for d in days)


def _fringe_sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    first = min(reading.start + _FRINGE, reading.last)
    yield from reading.sentences(reading.start, first)
    yield from reading.sentences(max(first, reading.last - _FRINGE), reading.last)


def _adjourned(reading: Reading) -> Status | None:
    """Where the minutes say that the meeting is to go on another day: not that it ended, nor when the next one is."""
    low = max(reading.start, reading.last - _FRINGE)
    for m in _LATER.finditer(reading.flow, low, reading.last):
        sentence = reading.sentence_text(m)
        when = (m["when"] or m["then"]).replace(WRAP, " ")
        if not _OTHER.search(sentence) and (_TO_A_DAY.search(when) or dates(when, 0, len(when), 2000)):
            return Status("adjourned", m.start(), m.end())
    return None


def _announced(reading: Reading) -> Status | None:
    """Where the heading calls the text an agenda or a notice, and nothing calls it minutes."""
    heading = reading.flow[reading.start : min(reading.start + _HEADING, reading.last)]
    agenda = _AGENDA.search(heading)
    front = reading.view.document.text[:_HEADING] if reading.start == 0 else ""
    if (
        agenda is None
        or _TITLE.search(front)
        or _TITLE.search(heading)
        or _MINUTES_FIELD.search(reading.flow, reading.start)
    ):
        return None
    return Status("announced", reading.start + agenda.start(), reading.start + agenda.end())
