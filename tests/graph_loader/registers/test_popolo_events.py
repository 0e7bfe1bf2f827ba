"""Events, motions and vote events of Popolo JSON as meetings, each record at its place in the file."""

from __future__ import annotations

import json
from typing import Any

from govgraph.graph_loader.parsed_minutes import ParsedMinutes
from govgraph.graph_loader.registers import read_register

PEOPLE = [{"id": "p1", "name": "Cllr Ada Marrow"}, {"id": "p2", "name": "Mr Bilal Thorne"}]
BODIES = [{"id": "o1", "name": "Parks Committee", "classification": "committee", "parent": {"name": "Oakham Vale"}}]


def read(**lists: Any) -> tuple[ParsedMinutes, ...]:
    text = json.dumps({"persons": PEOPLE, "organizations": BODIES, **lists}, indent=1)
    found = read_register(text.encode(), "vale.json")
    assert found is not None
    for page in found.pages:
        for one in (page.meeting, *page.attendance, *page.motions, *page.votes):
            assert text[one.span.char_start : one.span.char_end] == one.span.text
            assert json.loads(one.span.text)
    return found.pages


def test_an_event_is_a_meeting_with_those_who_attended() -> None:
    event = {"id": "e1", "organization_id": "o1", "start_date": "2023-06-13T18:30:00", "end_date": "2023-06-14"}
    (page,) = read(events=[event | {"attendees": [{"id": "p1"}, {"name": "Ms Nia Quill"}, {"id": "p1"}, {"id": "?"}]}])
    meeting = page.meeting
    assert (meeting.body, meeting.body_kind, meeting.parent) == ("Parks Committee", "committee", "Oakham Vale")
    assert (meeting.date, meeting.dates, meeting.status) == ("2023-06-13", ("2023-06-13", "2023-06-14"), "held")
    assert [(a.person, a.status) for a in page.attendance] == [
        ("Cllr Ada Marrow", "in_attendance"),
        ("Ms Nia Quill", "in_attendance"),
    ]


def test_an_event_that_says_nothing_else_is_announced_and_no_register() -> None:
    pages = read(
        events=[{"organization_id": "o1", "start_date": "2024-01-09", "status": s} for s in (None, "register")]
    )
    assert [p.meeting.status for p in pages] == ["announced", "announced"]


def test_motions_and_votes_find_their_meeting_by_id_or_by_body_and_day() -> None:
    pages = read(
        events=[{"id": "e1", "organization_id": "o1", "start_date": "2023-06-13"}],
        motions=[
            {"id": "m1", "organization_id": "o1", "date": "2023-06-13", "creator_id": "p1", "text": "to paint"},
            {"id": "m2", "organization_id": "o1", "date": "2023-09-12", "text": "to sell", "result": "deferred"},
        ],
        vote_events=[
            {
                "motion_id": "m1",
                "result": "fail",
                "counts": [{"option": "yes", "value": 1}, {"option": "no", "value": "many"}],
                "votes": [
                    {"voter": {"name": "Cllr Ada Marrow"}, "option": "yes"},
                    {"voter_id": "p2", "option": "paired"},
                ],
            }
        ],
    )
    assert [(p.meeting.date, [m.text for m in p.motions]) for p in pages] == [
        ("2023-06-13", ["to paint"]),
        ("2023-09-12", ["to sell"]),
    ]
    first, second = pages
    assert (first.motions[0].outcome, first.motions[0].tally.for_, first.motions[0].tally.against) == ("lost", 1, None)
    assert [(v.person, v.vote, v.motion) for v in first.votes] == [("Cllr Ada Marrow", "for", 0)]
    assert [w.message for w in first.warnings] == ["a vote “paired” is neither for, against nor abstain: left out"]
    assert second.motions[0].outcome == "deferred"


def test_records_without_ids_belong_to_their_body_and_day_alone() -> None:
    events = [{"organization_id": "o1", "start_date": "2023-06-13"}]
    roads = {"organization": {"name": "Roads Board"}, "date": "2023-06-20"}
    found = read(events=events, motions=[roads | {"text": "that a kerb be laid"}], vote_events=[roads | {"votes": []}])
    assert [(page.meeting.body, len(page.motions)) for page in found] == [("Parks Committee", 0), ("Roads Board", 1)]


def test_ids_that_are_no_text_point_at_nothing() -> None:
    votes = [{"motion_id": [2], "votes": [{"voter_id": [3], "option": ["yes"]}]}]
    motions = [{"id": {}, "event_id": [1]}]
    event, other = read(events=[{"id": [1], "organization_id": "o1"}], motions=motions, vote_events=votes)
    assert (event.meeting.body, len(event.motions), len(event.votes)) == ("Parks Committee", 0, 0)
    assert (other.meeting.body, len(other.motions), len(other.votes)) == (None, 1, 0)
