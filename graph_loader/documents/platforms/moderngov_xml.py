"""Minutes as ModernGov's web service gives them (`GetMeeting`): XML with attendance, items and their minutes in HTML.

The form is that of `mgWebService.asmx/GetMeeting`, by itself or inside a SOAP envelope: a `meeting` with
`committeetitle`, `meetingdate` (dd/mm/yyyy), `meetingtime`, `meetinglocation`; `attendees` of `attendee` with `name`,
`roledescription`, `attendance`, `representing`, as attributes or as elements; `agendaitems` of `agendaitem` with
`agendaitemtitle`, `minutesitemnumber`, `minutesnonemptyhtmlbody` and `decisionnonemptyhtmlbody`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree

from ..document import DocumentError, ReadText
from ..left_out import LeftOut
from ..structure import Markdown, squeezed
from ..web import HTML_LIMIT, write_html
from .attendance_lists import Attendee, attendance_lists
from .meeting_head import OFF, day_first, head_sentence

MEDIA_TYPE = "application/xml"
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCUMENT_TYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)


def read_xml(text: str, name: str, notes: tuple[str, ...] = ()) -> ReadText:
    """The text of a meeting that ModernGov exports, as Markdown.

    Raises `DocumentError` for XML that is broken, that declares entities, or that is something else.
    """
    root = root_of(text, name)
    meeting = next((e for e in root.iter() if _tag(e) == "meeting" and _child(e, "agendaitems") is not None), None)
    if meeting is None:
        raise DocumentError(
            f"{name}: XML of another kind (<{_tag(root)}>); of XML ModernGov's GetMeeting, GetMeetings "
            "and GetCouncillorsByWard are read"
        )
    out, left = Markdown(), LeftOut()
    more = _minutes(meeting, name, out, left)
    return ReadText(out.text(), MEDIA_TYPE, None, (*notes, *left.notes(), *more), tuple(out.blocks))


def root_of(text: str, name: str) -> Any:
    """The root of XML from a service. Raises `DocumentError` for what is broken, too large, or declares entities."""
    if len(text) > HTML_LIMIT:
        raise DocumentError(f"{name}: XML of more than {HTML_LIMIT // 1_000_000} MB; export one meeting at a time")
    if _DOCUMENT_TYPE.search(text):
        raise DocumentError(f"{name}: the XML declares a document type or entities, which are not read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(_DECLARATION.sub("", text, count=1).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"{name}: the XML is broken: {error.msg}; export it anew") from error


def _tag(element: Any) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if _tag(child) == name), None)


def _value(element: Any, *names: str) -> str:
    """The first of these that an element has, as a child or as an attribute, in one line."""
    attributes = {str(k).lower(): str(v) for k, v in element.attrib.items()}
    for name in names:
        child = _child(element, name)
        text = "".join(child.itertext()) if child is not None else attributes.get(name, "")
        if text.strip():
            return squeezed(unescape(text))
    return ""


def _minutes(meeting: Any, name: str, out: Markdown, left: LeftOut) -> tuple[str, ...]:
    """Writes a meeting as minutes; notes on what could not be read."""
    body = _value(meeting, "committeetitle", "committeename", "meetingtitle")
    out.heading(body, 1)
    out.paragraph(
        head_sentence(
            body,
            day_first(_value(meeting, "meetingdate")),
            _value(meeting, "meetingactualstarttime", "meetingtime"),
            _value(meeting, "meetinglocation"),
        )
    )
    if off := OFF.fullmatch(_value(meeting, "meetingstatus")):
        out.paragraph(f"The meeting was {off[0].lower()}.")
    lists, notes = attendance_lists(_attendees(meeting))
    for one in lists:
        out.write(one)
    for item in meeting.iter():
        if _tag(item) == "agendaitem" and _value(item, "isrestricted").lower() != "true":
            notes += _item(item, out, left, name)
    finished = _value(meeting, "meetingactualfinishtime")
    if finished:
        out.paragraph(f"The meeting ended at {finished}.")
    return notes


def _attendees(meeting: Any) -> Iterator[Attendee]:
    for element in meeting.iter():
        if _tag(element) != "attendee":
            continue
        name = _value(element, "name", "attendeename", "fullusername", "displayname")
        if name:
            yield Attendee(
                name,
                _value(element, "roledescription", "role", "position"),
                _value(element, "attendance", "attendancestatus", "status"),
                _value(element, "representing"),
            )


def _item(item: Any, out: Markdown, left: LeftOut, name: str) -> tuple[str, ...]:
    number = _value(item, "minutesitemnumber", "agendaitemnumber").rstrip(".")
    title = _value(item, "agendaitemtitle")
    if title:
        out.heading(f"{number}. {title}" if number else title, 2)
    for body in ("minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody"):
        child = _child(item, body)
        html = "".join(child.itertext()) if child is not None else ""
        if html.strip():
            return write_html(html, name, out, left)
    return ()
