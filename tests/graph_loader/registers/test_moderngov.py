"""ModernGov's calendar and its councillors, as the web service gives them."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import DocumentError
from govgraph.graph_loader.parsed_minutes import ParsedMinutes
from govgraph.graph_loader.registers import read_register

CALENDAR = """<?xml version="1.0" encoding="utf-8"?>
<getmeetings>
  <committee>
    <committeeid>7</committeeid><committeetitle>Parks &amp;amp; Gardens Committee</committeetitle>
    <committeemeetings>
      <meeting><meetingid>1</meetingid><meetingdate>13/06/2023</meetingdate><meetingtime>7.00 pm</meetingtime>
        <meetingstatus>Confirmed</meetingstatus><meetinglocation>Village Hall</meetinglocation></meeting>
      <meeting><meetingid>2</meetingid><meetingdate>04/07/2023</meetingdate><meetingtime>soon</meetingtime>
        <meetingstatus>Cancelled</meetingstatus></meeting>
    </committeemeetings>
  </committee>
</getmeetings>
"""
COUNCILLORS = """<councillorsbyward><wards><ward><wardtitle>Abbey</wardtitle><councillors>
<councillor><councillorid>3</councillorid><fullusername>Councillor Ada Marrow</fullusername>
<politicalpartytitle>Independent</politicalpartytitle><termsofoffice>
<termofoffice><startdate>06/05/2019</startdate><enddate>07/05/2023</enddate></termofoffice>
<termofoffice><startdate>08/05/2023</startdate><enddate>unspecified</enddate></termofoffice></termsofoffice></councillor>
<councillor><councillorid>4</councillorid><fullusername>Councillor Bilal O&amp;#39;Thorne</fullusername></councillor>
</councillors></ward></wards></councillorsbyward>
"""


def read(text: str) -> tuple[ParsedMinutes, ...]:
    found = read_register(text.encode(), "service.xml")
    assert found is not None
    for page in found.pages:
        for one in (page.meeting, *page.registrations):
            assert text[one.span.char_start : one.span.char_end] == one.span.text
    return found.pages


def test_a_calendar_calls_meetings_and_holds_none() -> None:
    first, second = (page.meeting for page in read(CALENDAR))
    assert (first.body, first.body_kind, first.date, first.start) == (
        "Parks & Gardens Committee",
        "committee",
        "2023-06-13",
        "19:00",
    )
    assert (first.venue, first.status) == ("Village Hall", "announced")
    assert (second.date, second.start, second.status) == ("2023-07-04", None, "cancelled")


def test_councillors_are_members_of_the_council_for_their_terms() -> None:
    (page,) = read(COUNCILLORS)
    assert (page.meeting.body, page.meeting.body_kind, page.meeting.status) == ("the Council", "council", "register")
    assert [(r.person, r.role, r.start, r.end) for r in page.registrations] == [
        ("Councillor Ada Marrow", "Councillor", "2019-05-06", "2023-05-07"),
        ("Councillor Ada Marrow", "Councillor", "2023-05-08", None),
        ("Councillor Bilal O'Thorne", "Councillor", None, None),
    ]
    assert [w.code for w in page.warnings] == ["register_without_start"]


@pytest.mark.parametrize(
    "text", [CALENDAR.replace("</getmeetings>", ""), f"<!DOCTYPE x [<!ENTITY a 'b'>]>{COUNCILLORS}"]
)
def test_xml_that_is_broken_or_declares_entities_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match=r"service\.xml: the XML"):
        read_register(text.encode(), "service.xml")


@pytest.mark.parametrize(
    ("name", "xml"), [("meeting", CALENDAR), ("councillor", COUNCILLORS)], ids=["calendar", "councillors"]
)
def test_what_has_no_end_is_none_however_often_it_stands(name: str, xml: str) -> None:
    hostile = f"{xml}<!-- {f'<{name}>' * 100_000} -->\n"
    assert [(page.meeting.body, page.meeting.date, len(page.registrations)) for page in read(hostile)] == [
        (page.meeting.body, page.meeting.date, len(page.registrations)) for page in read(xml)
    ]
