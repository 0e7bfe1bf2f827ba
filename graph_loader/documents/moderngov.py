"""Minutes as ModernGov's web service gives them (`GetMeeting`): XML with attendance, items and their minutes in HTML.

The form is that of `mgWebService.asmx/GetMeeting`, by itself or inside a SOAP envelope: a `meeting` with
`committeetitle`, `meetingdate` (dd/mm/yyyy), `meetingtime`, `meetinglocation`; `attendees` of `attendee` with `name`,
`roledescription`, `attendance`, `representing`, as attributes or as elements; `agendaitems` of `agendaitem` with
`agendaitemtitle`, `minutesitemnumber`, `minutesnonemptyhtmlbody` and `decisionnonemptyhtmlbody`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from lxml import etree

from ..lexicon.months import month_names
from .document import DocumentError, ReadText
from .left_out import LeftOut
from .structure import Markdown, squeezed
from .web import HTML_LIMIT, write_html

MEDIA_TYPE = "application/xml"
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCUMENT_TYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)
_UNRECORDED = "Attendance not recorded"
_LISTS = (
    ("Present", re.compile(r"(?:present|attended|in attendance as member)\b", re.IGNORECASE)),
    ("Apologies", re.compile(r"(?:sent\s+)?apolog", re.IGNORECASE)),
    ("Absent", re.compile(r"absent|did not attend|no apolog", re.IGNORECASE)),
    ("In attendance", re.compile(r"in attendance", re.IGNORECASE)),
    (_UNRECORDED, re.compile(r"expected|$", re.IGNORECASE)),
)
_OFFICER = re.compile(
    r"\b(?:officer|advis[eo]r|clerk|director|solicitor|manager|guest|observer|public)\b", re.IGNORECASE
)
_PLAIN_ROLES = frozenset({"", "committee member", "member", "councillor", "substitute member", "full member"})


@dataclass(frozen=True)
class _Attendee:
    name: str
    role: str
    attendance: str
    representing: str


def read_xml(text: str, name: str, notes: tuple[str, ...] = ()) -> ReadText:
    """The text of a meeting that ModernGov exports, as Markdown.

    Raises `DocumentError` for XML that is broken, that declares entities, or that is something else.
    """
    if len(text) > HTML_LIMIT:
        raise DocumentError(f"{name}: XML of more than {HTML_LIMIT // 1_000_000} MB; export one meeting at a time")
    if _DOCUMENT_TYPE.search(text):
        raise DocumentError(f"{name}: the XML declares a document type or entities, which are not read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text, count=1).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"{name}: the XML is broken: {error.msg}; export it anew") from error
    meeting = next((e for e in root.iter() if _tag(e) == "meeting" and _child(e, "agendaitems") is not None), None)
    if meeting is None:
        raise DocumentError(f"{name}: XML of another kind (<{_tag(root)}>); of XML only ModernGov's GetMeeting is read")
    return ReadText(_minutes(meeting, name), MEDIA_TYPE, None, notes)


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


def _minutes(meeting: Any, name: str) -> str:
    out = Markdown()
    body = _value(meeting, "committeetitle", "committeename", "meetingtitle")
    if body:
        out.heading(body, 1)
    out.paragraph(_heading(meeting, body))
    for head, people in _lists(meeting):
        if head == _UNRECORDED:
            # “Expected” says that nobody has filled in who came: nothing that may be read as presence.
            out.paragraph(f"{head}: {len(people)} people expected.")
            continue
        out.heading(head, 2)
        for person in people:
            out.item(_entry(person))
    for item in meeting.iter():
        if _tag(item) == "agendaitem" and _value(item, "isrestricted").lower() != "true":
            _item(item, out, name)
    finished = _value(meeting, "meetingactualfinishtime")
    if finished:
        out.paragraph(f"The meeting ended at {finished}.")
    return out.text()


def _heading(meeting: Any, body: str) -> str:
    """The sentence that says what met, when and where."""
    when = _value(meeting, "meetingdate")
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?", when)
    if found:
        try:
            day = date(int(found[3]), int(found[2]), int(found[1]))
            when = f"{day.day} {month_names()[day.month - 1]} {day.year}"
        except ValueError:
            pass  # an impossible date stays as written; the parser warns of it
    time = _value(meeting, "meetingactualstarttime", "meetingtime")
    place = _value(meeting, "meetinglocation")
    sentence = (
        f"Minutes of the meeting of the {body} held on {when}" if body else f"Minutes of the meeting held on {when}"
    )
    return sentence + (f" at {time}" if time else "") + (f" in {place}" if place else "")


def _lists(meeting: Any) -> Iterator[tuple[str, list[_Attendee]]]:
    """The lists of people, each under its head, in the order in which minutes have them."""
    lists: dict[str, list[_Attendee]] = {head: [] for head, _ in _LISTS}
    for element in meeting.iter():
        if _tag(element) != "attendee":
            continue
        person = _Attendee(
            _value(element, "name", "attendeename", "fullusername", "displayname"),
            _value(element, "roledescription", "role", "position"),
            _value(element, "attendance", "attendancestatus", "status"),
            _value(element, "representing"),
        )
        if person.name:
            lists[_list_of(person)].append(person)
    yield from ((head, people) for head, people in lists.items() if people)


def _list_of(person: _Attendee) -> str:
    head = next((head for head, words in _LISTS if words.match(person.attendance)), "In attendance")
    return "In attendance" if head == "Present" and _OFFICER.search(person.role) else head


def _entry(person: _Attendee) -> str:
    """One person as minutes list them: the name, then in brackets the office or post, and whom they stand for."""
    role = "" if person.role.casefold() in _PLAIN_ROLES else person.role
    beside = ", ".join(part for part in (role, person.representing) if part)
    if "substitut" in person.role.casefold() and person.representing:
        beside = f"substitute for {person.representing}"
    return f"{person.name} ({beside})" if beside else person.name


def _item(item: Any, out: Markdown, name: str) -> None:
    number = _value(item, "minutesitemnumber", "agendaitemnumber").rstrip(".")
    title = _value(item, "agendaitemtitle")
    if title:
        out.heading(f"{number}. {title}" if number else title, 2)
    for body in ("minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody"):
        child = _child(item, body)
        html = "".join(child.itertext()) if child is not None else ""
        if html.strip():
            write_html(html, name, out, LeftOut())
            return
