"""What ModernGov's web service (`mgWebService.asmx`) says apart from minutes: its calendar and its councillors, as XML.

`GetMeetings` has a `committee` with its `committeetitle` and its `committeemeetings`: each `meeting` with `meetingdate`
(dd/mm/yyyy), `meetingtime`, `meetinglocation` and `meetingstatus`; it is called, and not held by that.
`GetCouncillorsByWard` has each `ward` with its `councillor`s: `fullusername` and `termsofoffice` with `startdate` and
`enddate` (`unspecified` where open); each is a member of the council itself. Texts are escaped twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from ..documents.platforms.meeting_head import OFF, day_first
from ..minutes.names.bodies import body_kind
from ..parsed_minutes import Meeting, ParsedMinutes, Source
from .entry import Entry, Spans, day_of, hour_of

RULE = "moderngov.councillor"
_CALENDAR = re.compile(r"<getmeetings\b", re.IGNORECASE)
_COUNCILLORS = re.compile(r"<councillorsbyward\b", re.IGNORECASE)
_MEETING = re.compile(
    r"<committeetitle>(?P<body>[^<]*)</committeetitle>|<meeting>(?P<meeting>.*?)</meeting>", re.I | re.S
)
_COUNCILLOR = re.compile(r"<councillor>(?P<said>.*?)</councillor>", re.I | re.S)
_TERM = re.compile(r"<termofoffice>(?P<said>.*?)</termofoffice>", re.I | re.S)
_FIELD = re.compile(r"<(?P<name>\w+)>(?P<text>[^<]*)</(?P=name)>")
_THE_COUNCIL = "the Council"
"""The body of councillors, which the service does not name: the council that is stated for the file."""


def is_calendar(text: str) -> bool:
    """Whether XML is an answer of `GetMeetings`."""
    return bool(_CALENDAR.search(text[:2000]))


def is_councillors(text: str) -> bool:
    """Whether XML is an answer of `GetCouncillorsByWard`."""
    return bool(_COUNCILLORS.search(text[:2000]))


def meetings(text: str, source: Source) -> Iterator[ParsedMinutes]:
    """The meetings of a calendar: announced, or cancelled where the service says so."""
    spans, body = Spans(text), None
    for found in _MEETING.finditer(text):
        if found["body"] is not None:
            body = _plain(found["body"])
            continue
        said = _fields(found["meeting"])
        name = said.get("committeetitle") or body
        yield ParsedMinutes(
            source=source,
            meeting=Meeting(
                span=spans.of(found.start(), found.end(), "moderngov.meeting"),
                body=name,
                body_kind=body_kind(name) if name else "other",
                date=day_of(day_first(said.get("meetingdate", ""))),
                start=hour_of(said.get("meetingtime")),
                venue=said.get("meetinglocation"),
                status="cancelled" if OFF.fullmatch(said.get("meetingstatus", "")) else "announced",
            ),
        )


def councillors(text: str) -> Iterator[Entry]:
    """Each councillor's terms of office as entries of a register; one without terms is one entry without days."""
    for found in _COUNCILLOR.finditer(text):
        said = _fields(_TERM.sub("", found["said"]))
        terms = [_fields(term["said"]) for term in _TERM.finditer(found["said"])] or [{}]
        for term in terms:
            yield Entry(
                found.start(),
                found.end(),
                said.get("fullusername", ""),
                _THE_COUNCIL,
                "Councillor",
                day_first(term.get("startdate", "")) or None,
                day_of(day_first(term.get("enddate", ""))),
                kind="council",
            )


def _fields(xml: str) -> dict[str, str]:
    """The elements that hold text alone, each by its name."""
    return {m["name"].lower(): text for m in _FIELD.finditer(xml) if (text := _plain(m["text"]))}


def _plain(text: str) -> str:
    return " ".join(unescape(unescape(text)).split())
