"""Legistar's Web API: office records as a register, events as meetings, each record at its place in the file."""

from __future__ import annotations

import json

from govgraph.graph_loader.parsed_minutes import ParsedMinutes, Stated
from govgraph.graph_loader.registers import read_register


def read(text: str, name: str) -> tuple[ParsedMinutes, ...]:
    found = read_register(text.encode(), name)
    assert found is not None
    assert found.text == text
    return found.pages


OFFICES = [
    {"OfficeRecordId": 1, "OfficeRecordFullName": "Ada Marrow", "OfficeRecordBodyName": "Parks Commission",
     "OfficeRecordTitle": "Chair", "OfficeRecordMemberType": "Member", "OfficeRecordStartDate": "2023-01-09T00:00:00",
     "OfficeRecordEndDate": "2025-01-06T00:00:00"},
    {"OfficeRecordId": 2, "OfficeRecordFullName": "Bilal Thorne", "OfficeRecordBodyName": "Parks Commission",
     "OfficeRecordTitle": None, "OfficeRecordMemberType": "Alternate", "OfficeRecordStartDate": "2024-01-08T00:00:00",
     "OfficeRecordEndDate": None},
]  # fmt: skip
EVENT = {
    "EventId": 7, "EventBodyName": "Parks Commission", "EventDate": "2024-03-05T00:00:00", "EventTime": "6:30 PM",
    "EventLocation": "Town Hall {old wing}", "EventAgendaStatusName": "Final",
    "EventItems": [
        {"EventItemTitle": "Roll call", "EventItemAgendaNumber": "1.", "RollCalls": [
            {"RollCallPersonName": "Ada Marrow", "RollCallValueName": "Present"},
            {"RollCallPersonName": "Bilal Thorne", "RollCallValueName": "Excused"},
            {"RollCallPersonName": "Nobody", "RollCallValueName": "Unknown"}]},
        {"EventItemTitle": "Mow the green", "EventItemAgendaNumber": "2.", "EventItemMover": "Ada Marrow",
         "EventItemSeconder": "Cy Lane", "EventItemPassedFlagName": "Pass", "EventItemVoteInfo": [
            {"VotePersonName": "Ada Marrow", "VoteValueName": "Aye"},
            {"VotePersonName": "Cy Lane", "VoteValueName": "Nay"},
            {"VotePersonName": "Bilal Thorne", "VoteValueName": "Absent"}]},
        {"EventItemTitle": "Adjourn", "EventItemAgendaNumber": None},
    ],
}  # fmt: skip


def test_office_records_of_legistar_are_a_register() -> None:
    text = json.dumps(OFFICES, indent=1)
    (page,) = read(text, "office_records.json")
    assert [(r.person, r.role, r.start, r.end) for r in page.registrations] == [
        ("Ada Marrow", "Chair", "2023-01-09", "2025-01-06"),
        ("Bilal Thorne", "Alternate", "2024-01-08", None),
    ]
    assert [json.loads(r.span.text)["OfficeRecordId"] for r in page.registrations] == [1, 2]


def test_an_event_of_legistar_is_a_meeting() -> None:
    text = json.dumps([EVENT, {**EVENT, "EventItems": [], "EventDate": "2024-04-02T00:00:00"}], indent=1)
    first, second = read(text, "events.json")
    met = first.meeting
    assert (met.body, met.date, met.start, met.venue, met.status) == (
        "Parks Commission", "2024-03-05", "18:30", "Town Hall {old wing}", "held"
    )  # fmt: skip
    assert (second.meeting.date, second.meeting.status) == ("2024-04-02", "announced")
    assert [(a.person, a.status) for a in first.attendance] == [
        ("Ada Marrow", "present"),
        ("Bilal Thorne", "apologies"),
    ]
    assert [(m.proposer, m.seconder, m.outcome, m.text) for m in first.motions] == [
        ("Ada Marrow", "Cy Lane", "agreed", "Mow the green")
    ]
    assert [(v.motion, v.person, v.vote) for v in first.votes] == [(0, "Ada Marrow", "for"), (0, "Cy Lane", "against")]
    assert [i.title for i in first.items] == ["Roll call", "Mow the green", "Adjourn"]
    listed: list[Stated] = [met, *first.attendance, *first.motions, *first.votes, *first.items]
    for span in (record.span for record in listed):
        assert text[span.char_start : span.char_end] == span.text
        json.loads(span.text)


def test_what_legistar_says_otherwise() -> None:
    calls = [{"RollCallPersonName": "Ada Marrow", "RollCallValueName": v} for v in ("Absent", "Present")]
    votes = [{"VotePersonName": "Ada Marrow", "VoteValueName": "No"}]
    items = [
        {"EventItemTitle": "Roll call", "RollCalls": calls},
        {"EventItemTitle": "Paint the fence", "EventItemMover": "Cy Lane", "EventItemPassedFlagName": "Fail"},
        {"EventItemTitle": "Fell the oak", "Votes": votes},
    ]
    told = {**EVENT, "EventTime": "12:15 AM", "EventItems": items, "EventAgendaStatusName": "Cancelled"}
    (page, late) = read(json.dumps([told, {**EVENT, "EventTime": "25:10"}]), "events.json")
    assert (page.meeting.start, page.meeting.status, late.meeting.start) == ("00:15", "cancelled", None)
    assert [(a.person, a.status) for a in page.attendance] == [("Ada Marrow", "absent")]
    assert [(m.text, m.outcome) for m in page.motions] == [("Paint the fence", "lost"), ("Fell the oak", None)]
    assert [(v.motion, v.vote) for v in page.votes] == [(1, "against")]


def test_values_of_another_kind_than_the_api_gives_say_nothing() -> None:
    (page,) = read(json.dumps({"EventBodyName": "Parks Commission", "EventDate": 5, "EventItems": 7}), "events.json")
    assert (page.meeting.date, page.meeting.status) == (None, "announced")
