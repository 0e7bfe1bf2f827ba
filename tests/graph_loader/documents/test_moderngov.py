"""ModernGov: attendance as that system records it, and its pages as a browser saves them."""

from __future__ import annotations

from typing import Any

import pytest
from govgraph.graph_loader.documents import Document, read_bytes
from govgraph.graph_loader.minutes import parse

from .pages import document, roll

STATUSES = {
    "Present": ("present", None),
    "Present, as expected": ("present", None),
    "Present as expected": ("present", None),
    "Present, virtual": ("present", "virtual"),
    "Present virtually": ("present", "virtual"),
    "Present, as substitute": ("present", None),
    "Present, as substitute, virtual": ("present", "virtual"),
    "Present, left early": ("present", None),
    "In attendance": ("in_attendance", None),
    "In attendance, virtual": ("in_attendance", "virtual"),
    "Apologies": ("apologies", None),
    "Apologies sent": ("apologies", None),
    "Absent": ("absent", None),
    "Absent (incl. apologies)": ("absent", None),
    "Did not attend": ("absent", None),
}
NOT_THERE = {
    "Expected": "attendance is not recorded of 1 person who were expected",
    "": "attendance is not recorded of 1 person",
    "Not required": "1 person not required to attend left out",
    "Dialled in": "an attendance that is not known, “Dialled in”, of 1 person: Councillor Ada Reave",
    "Non-member": "an attendance that is not known, “Non-member”",
    "Presented a petition": "an attendance that is not known",
}


def _export(*people: str, items: str = "") -> Document:
    attendees = "".join(f"<attendee>{person}</attendee>" for person in people)
    return read_bytes(
        '<?xml version="1.0"?><getmeeting><meeting><committeetitle>Harbour Committee</committeetitle>'
        "<meetingdate>03/05/2018</meetingdate><meetingtime>10.00 am</meetingtime>"
        f"<attendees>{attendees}</attendees><agendaitems>{items}</agendaitems></meeting></getmeeting>".encode(),
        "meeting.xml",
    )


def _person(name: str, attendance: str, more: str = "") -> str:
    return f"<name>{name}</name><attendance>{attendance}</attendance>{more}"


CHAIR = _person("Councillor Bram Tanzy", "Present", "<roledescription>Chair</roledescription>")


@pytest.mark.parametrize(("written", "wanted"), STATUSES.items(), ids=STATUSES)
def test_a_status_is_what_the_system_means_by_it(written: str, wanted: tuple[str, str | None]) -> None:
    (minutes,) = parse(_export(CHAIR, _person("Councillor Ada Reave", written)))
    found = {a.person: (a.status, a.mode) for a in minutes.attendance}
    assert found == {"Councillor Bram Tanzy": ("present", None), "Councillor Ada Reave": wanted}
    assert minutes.meeting.date == "2018-05-03"


@pytest.mark.parametrize(("written", "note"), NOT_THERE.items(), ids=NOT_THERE)
def test_what_is_no_presence_is_a_note(written: str, note: str) -> None:
    read = _export(CHAIR, _person("Councillor Ada Reave", written))
    assert roll(read) == {"Councillor Bram Tanzy": "present"}
    assert any(note in one for one in read.notes)


@pytest.mark.parametrize(
    "substitute",
    [
        _person("Councillor Ada Reave", "Present, as substitute", "<representing>Councillor Cy Dane</representing>"),
        _person("Councillor Ada Reave", "Present as substitute for Councillor Cy Dane"),
        _person(
            "Councillor Ada Reave",
            "Present",
            "<roledescription>Substitute Member</roledescription><representing>Councillor Cy Dane</representing>",
        ),
    ],
    ids=["the status", "the status with the name", "the role"],
)
def test_a_substitute_stands_for_somebody(substitute: str) -> None:
    (minutes,) = parse(_export(CHAIR, substitute))
    assert [(s.substitute, s.absent) for s in minutes.substitutions] == [("Councillor Ada Reave", "Councillor Cy Dane")]


def test_struck_words_in_the_minutes_of_an_item_are_counted() -> None:
    body = "&lt;p&gt;The lights &lt;s&gt;were not&lt;/s&gt; are mended.&lt;/p&gt;"
    item = f"<agendaitem><agendaitemtitle>Lights</agendaitemtitle><minutesnonemptyhtmlbody>{body}"
    read = _export(CHAIR, items=f"{item}</minutesnonemptyhtmlbody></agendaitem>")
    assert "The lights are mended." in read.text
    assert read.notes == ("1 passage left out (8 characters): struck out",)
    assert [read.text[b.start : b.end] for b in read.blocks][-2:] == ["Lights", "The lights are mended."]


PAGE = """<header><a href="/">Home</a></header><ul><li>Committees</li><li>Councillors</li></ul>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">{main}</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt">{title}</h2></div><p>You can view the reports below.</p>
<div class="mgLinks"><ul class="mgActionList"><li><a href="mgMeetingAttendance.aspx?ID=1">Attendance</a></li></ul>
</div><div class="mgContent">{content}</div></div>"""
VENUE = (
    '<p><span class="mgLabel">Venue: </span>The Guildhall. <a href="mgLocationDetails.aspx">View directions</a></p>'
    '<p><span class="mgLabel">Contact: </span>Nora Pell Tel: 01632 960000</p>'
)
ITEMS = """<table class="mgItemTable" summary="Table of agenda items"><caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI1"></a>7.</p></td><td>
<p class="mgAiTitleTxt">Present</p><div class="mgWordPara"><p>To note who is there.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>Councillors Ada Reave (Chair) and Bram Tanzy</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">8.</p></td><td>
<p class="mgAiTitleTxt">Apologies</p><p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>Apologies were received from Councillor Tom Vane.</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">9.</p></td><td>
<p class="mgAiTitleTxt"><a href="documents/s1/Lights.pdf">Lights <span class="mgFileSize">PDF 99 KB</span></a></p>
<div class="mgWordPara"><p>To appoint Councillor Cy Dane to the Lights Board.</p></div>
<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p>RESOLVED that the lights be mended.</p></div>
</td></tr></table>"""


@pytest.mark.parametrize(
    "title",
    [
        '<a href="mgCommitteeDetails.aspx?ID=1">Harbour Committee - Thursday 3 May 2018 10:00 am</a>',
        "Harbour Committee - Thursday, 3rd May, 2018 10.00 am",
        "Harbour Committee - Thursday 3 May 2018 10.00 am, Special meeting",
    ],
)
def test_the_page_of_a_meeting(title: str) -> None:
    read = document(PAGE.format(main="Agenda, decisions and minutes", title=title, content=VENUE + ITEMS))
    (minutes,) = parse(read)
    head = minutes.meeting
    assert (head.body, head.date, head.start, head.venue) == (
        "Harbour Committee",
        "2018-05-03",
        "10:00",
        "The Guildhall",
    )
    assert [(i.number, i.title) for i in minutes.items] == [("7", "Present"), ("8", "Apologies"), ("9", "Lights")]
    assert roll(read) == {
        "Councillor Ada Reave": "present",
        "Councillor Bram Tanzy": "present",
        "Councillor Tom Vane": "apologies",
    }
    assert "RESOLVED" in read.text
    assert "Cy Dane" not in read.text, "an agenda's text is no minutes"
    assert "Committees" not in read.text
    assert any("text of the agenda" in note for note in read.notes)


ATTENDANCE = """<table summary="Table of meeting attendance">
<thead><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr></thead>
<tbody><tr><td><a href="mgUserInfo.aspx?UID=1">Councillor Ada Reave</a></td>
<td>Chair</td><td>Present, as expected</td></tr>
<tr><td>Councillor Bram Tanzy</td><td>Committee Member</td><td>Present, virtual</td></tr>
<tr><td>Councillor Tom Vane</td><td>Committee Member</td><td>Apologies</td></tr>
<tr><td>Councillor Cy Dane</td><td>Committee Member</td><td>Expected</td></tr>
<tr><td>Nora Pell</td><td>Officer</td><td>In attendance</td></tr></tbody></table>"""


@pytest.mark.parametrize(
    "title", ["Harbour Committee - Thursday 3 May 2018 10:00 am", "Thursday, 3 May 2018 10.00 am, Harbour Committee"]
)
def test_the_page_of_the_attendance(title: str) -> None:
    read = document(PAGE.format(main="Meeting attendance", title=title, content=ATTENDANCE))
    (minutes,) = parse(read)
    assert (minutes.meeting.body, minutes.meeting.date) == ("Harbour Committee", "2018-05-03")
    assert {(a.person, a.status, a.mode) for a in minutes.attendance} == {
        ("Councillor Ada Reave", "present", None),
        ("Councillor Bram Tanzy", "present", "virtual"),
        ("Councillor Tom Vane", "apologies", None),
        ("Nora Pell", "in_attendance", None),
    }
    assert read.notes == ("attendance is not recorded of 1 person who were expected",)


SAID = """<div class="mgWordPara"><p>To appoint somebody.</p></div><p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>Apologies were received from Councillor Tom Vane. RESOLVED that
Councillor Ada Reave be appointed to the Lights Board.</p></div>"""
MEETING = "Meeting of Harbour Committee, Thursday, 3rd May, 2018 10.00 am (Item 9.)"
ONE_ITEM: dict[str, tuple[str, str]] = {
    "an item": (
        "Agenda item",
        f'<ul><li><a href="ieListDocuments.aspx?CId=1">{MEETING}</a></li></ul>{SAID}',
    ),
    "an issue": (
        "Issue - meetings",
        f'<h3>Meeting: 03/05/2018 - Harbour Committee (Item 9)</h3><p class="mgAiTitleTxt">9 Lights Board</p>{SAID}',
    ),
    "an issue in paragraphs": (
        "Issue details",
        f"<p>Meeting: 03/05/2018 - Harbour Committee (Item 9)</p>{SAID}",
    ),
}


@pytest.mark.parametrize(("main", "content"), ONE_ITEM.values(), ids=ONE_ITEM)
def test_the_page_of_one_item(main: str, content: str) -> None:
    read = document(PAGE.format(main=main, title="Lights Board", content=content))
    (minutes,) = parse(read)
    assert (minutes.meeting.body, minutes.meeting.date) == ("Harbour Committee", "2018-05-03")
    assert [(i.number, i.title) for i in minutes.items] == [("9", "Lights Board")]
    assert [(a.person, a.body) for a in minutes.appointments] == [("Councillor Ada Reave", "Lights Board")]
    assert roll(read) == {"Councillor Tom Vane": "apologies"}


def test_texts_that_a_page_cuts_short_are_a_note() -> None:
    more = '<a href="mgAi.aspx?ID=1">... view the full minutes text for item 9.</a>'
    title = "Harbour Committee - Thursday 3 May 2018"
    read = document(
        PAGE.format(main="Agenda and minutes", title=title, content=ITEMS.replace("mended.", f"mended {more}"))
    )
    assert "view the full" not in read.text
    assert any("cut short" in note for note in read.notes)


def test_a_meeting_that_was_cancelled_is_said_to_be_so() -> None:
    title = "Harbour Committee - Thursday 3 May 2018 10:00 am, CANCELLED"
    read = document(PAGE.format(main="Meeting", title=title, content=VENUE))
    assert "held on Thursday 3 May 2018 at 10:00 am in The Guildhall.\n\nThe meeting was cancelled." in read.text


CMIS = """<form id="Form"><h2>Meeting Details</h2><div><span>Meeting Summary</span></div>
<div><span>Harbour Committee</span></div><div><span>29 Aug 2023 - 14:00 to 14:10</span></div>
<ul><li><a href="#">Documents</a></li><li><a href="#">Attendance</a></li></ul>
<fieldset><legend>Attended - Committee Members</legend><div class="RadGrid"><table><tr><th>Name</th></tr>
<tr><td>Councillor Ada Reave</td></tr><tr><td>Councillor Bram Tanzy</td></tr></table></div></fieldset>
<fieldset><legend>Attended - Other Members</legend><table><tr><th>Name</th></tr>
<tr><td>No records to display.</td></tr></table></fieldset>
<fieldset><legend>Apologies</legend><table><tr><th>Name</th><th>Reason for Sending Apology</th></tr>
<tr><td>Councillor Tom Vane</td><td>Council business</td></tr></table></fieldset>
<fieldset><legend>Absent</legend><table><tr><th>Name</th><th>Reason for Absence</th></tr>
<tr><td>Councillor Cy Dane</td><td></td></tr></table></fieldset></form>"""
LEGISTAR = """<form><table id="ctl00_ContentPlaceHolder1_tblMeeting"><tr>
<td><span id="ctl00_ContentPlaceHolder1_lblNameX">Meeting Name:</span></td>
<td><a id="ctl00_ContentPlaceHolder1_hypName" href="DepartmentDetail.aspx?ID=1">Harbour Commission</a></td></tr>
<tr><td><span id="ctl00_ContentPlaceHolder1_lblDateX">Meeting date/time:</span></td>
<td><span id="ctl00_ContentPlaceHolder1_lblDate">3/5/2024</span>
<span id="ctl00_ContentPlaceHolder1_lblTime">6:00 PM</span></td></tr>
<tr><td><span id="ctl00_ContentPlaceHolder1_lblLocationX">Meeting location:</span></td>
<td><span id="ctl00_ContentPlaceHolder1_lblLocation">City Hall</span></td></tr></table>
<div id="ctl00_ContentPlaceHolder1_gridRollCall"><table id="ctl00_ContentPlaceHolder1_gridRollCall_ctl00">
<thead><tr><th>Person Name</th><th>Attendance</th></tr></thead>
<tbody><tr><td><a href="PersonDetail.aspx?ID=1">Ada Reave</a></td><td>Present</td></tr>
<tr><td>Bram Tanzy</td><td>Excused</td></tr><tr><td>Tom Vane</td><td>Absent</td></tr></tbody></table></div></form>"""


@pytest.mark.parametrize(
    ("page", "head", "wanted"),
    [
        (
            CMIS,
            ("Harbour Committee", "2023-08-29", "14:00"),
            {
                "Councillor Ada Reave": "present",
                "Councillor Bram Tanzy": "present",
                "Councillor Tom Vane": "apologies",
                "Councillor Cy Dane": "absent",
            },
        ),
        (
            LEGISTAR,
            ("Harbour Commission", "2024-03-05", "18:00"),
            {"Ada Reave": "present", "Bram Tanzy": "apologies", "Tom Vane": "absent"},
        ),
    ],
    ids=["CMIS", "Legistar"],
)
def test_pages_of_other_systems(page: str, head: tuple[Any, ...], wanted: dict[str, str]) -> None:
    read = document(page)
    (minutes,) = parse(read)
    assert (minutes.meeting.body, minutes.meeting.date, minutes.meeting.start) == head
    assert roll(read) == wanted
