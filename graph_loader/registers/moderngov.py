"""What ModernGov's web service (`mgWebService.asmx`) says apart from minutes: its calendar and its councillors, as XML.

`GetMeetings` has a `committee` with its `committeetitle` and its `committeemeetings`: each `meeting` with `meetingdate`
(dd/mm/yyyy), `meetingtime`, `meetinglocation` and `meetingstatus`; it is called, and not held by that.
`GetCouncillorsByWard` has each `ward` with its `councillor`s: `fullusername` and `termsofoffice` with `startdate` and
`enddate` (`unspecified` where open); each is a member of the council itself. Texts are escaped twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from ..documents.platforms.meeting_head import OFF, day_first
from ..minutes.names.bodies import body_kind
from ..parsed_minutes import Meeting, ParsedMinutes, Source
from .entry import Entry, Spans, day_of, hour_of

RULE = "moderngov.councillor"
_CALENDAR = re.compile(r"<getmeetings\b", re.IGNORECASE)
_COUNCILLORS = re.compile(r"<councillorsbyward\b", re.IGNORECASE)
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
    for element in _elements(text, "committeetitle", "meeting"):
        if element.name == "committeetitle":
            body = _plain(element.inside)
            continue
        said = _fields(element.inside)
        name = said.get("committeetitle") or body
        yield ParsedMinutes(
            source=source,
            meeting=Meeting(
                span=spans.of(element.start, element.end, "moderngov.meeting"),
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
    for element in _elements(text, "councillor"):
        said = _fields(element.inside)
        terms = [_fields(term.inside) for term in _elements(element.inside, "termofoffice")] or [{}]
        for term in terms:
            yield Entry(
                element.start,
                element.end,
                said.get("fullusername", ""),
                _THE_COUNCIL,
                "Councillor",
                day_first(term.get("startdate", "")) or None,
                day_of(day_first(term.get("enddate", ""))),
                kind="council",
            )


@dataclass(frozen=True)
class _Element:
    """An element: its name, where it starts and ends, and what is inside."""

    name: str
    start: int
    end: int
    inside: str


def _elements(xml: str, *names: str) -> Iterator[_Element]:
    """The elements of these names in order, none inside another; what has no end is none. The text is passed once."""
    ends = {name: re.compile(f"</{name}>", re.IGNORECASE) for name in names}
    last = 0
    for tag in re.finditer(f"<({'|'.join(names)})>", xml, re.IGNORECASE):
        name = tag[1].lower()
        if tag.start() < last or name not in ends:
            continue
        end = ends[name].search(xml, tag.end())
        if end is None:
            del ends[name]
            continue
        last = end.end()
        yield _Element(name, tag.start(), last, xml[tag.end() : end.start()])


def _fields(xml: str) -> dict[str, str]:
    """The elements that hold text alone, each by its name."""
    return {m["name"].lower(): text for m in _FIELD.finditer(xml) if (text := _plain(m["text"]))}


def _plain(text: str) -> str:
    return " ".join(unescape(unescape(text)).split())
