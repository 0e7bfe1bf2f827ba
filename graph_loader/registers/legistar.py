"""Legistar's Web API (https://webapi.legistar.com): office records as a register, and events as meetings.

Office records say who holds what on which body from when to when. An event (`/Events/{id}?EventItems=1`) is a meeting;
its items may hold what the API gives apart: roll calls as `EventItemRollCallInfo` (or `RollCalls`), votes as
`EventItemVoteInfo` (or `Votes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..minutes.names.bodies import body_kind
from ..parsed_minutes import (
    Attendance,
    AttendanceStatus,
    Item,
    Meeting,
    MeetingStatus,
    Motion,
    Outcome,
    ParsedMinutes,
    Source,
    Vote,
    VoteCast,
)
from .entry import Entry, Spans, day_of, hour_of, said
from .located import Located, listed, objects

RULE = "legistar.office_record"
_EVENT = "legistar.event"
_STATUS: dict[str, AttendanceStatus] = {
    "present": "present",
    "late": "present",
    "remote": "present",
    "excused": "apologies",
    "absent": "absent",
}
_VOTES: dict[str, VoteCast] = {
    **dict.fromkeys(("yea", "aye", "yes", "in favor", "for", "affirmative"), "for"),
    **dict.fromkeys(("nay", "no", "opposed", "against", "negative"), "against"),
    **dict.fromkeys(("abstain", "abstained", "present"), "abstain"),
}
_OUTCOMES: dict[str, Outcome] = {"pass": "agreed", "fail": "lost"}


def office_records(data: Any) -> list[Located]:
    """The office records in JSON, or none where it has others or none."""
    found = listed(data, "value")
    return found if found and all("OfficeRecordBodyName" in o and "OfficeRecordFullName" in o for o in found) else []


def events(data: Any) -> list[Located]:
    """The events in JSON, or none where it has others or none."""
    found = listed(data, "value")
    return found if found and all("EventBodyName" in o and "EventDate" in o for o in found) else []


def entries(records: Sequence[Located]) -> Iterator[Entry]:
    """Office records as entries of a register."""
    for record in records:
        person, body, role, start, end = said(
            record.get("OfficeRecordFullName"),
            record.get("OfficeRecordBodyName"),
            record.get("OfficeRecordTitle") or record.get("OfficeRecordMemberType"),
            record.get("OfficeRecordStartDate"),
            record.get("OfficeRecordEndDate"),
        )
        yield Entry(record.start, record.end, person or "", body or "", role, start, end)


def meetings(text: str, found: Sequence[Located], source: Source) -> tuple[ParsedMinutes, ...]:
    """Events as meetings with attendance, motions and votes; one without any of these is only announced."""
    spans = Spans(text)
    return tuple(_meeting(event, source, spans) for event in found)


def _meeting(event: Located, source: Source, spans: Spans) -> ParsedMinutes:
    body, day, place, time = said(*(event.get(f"Event{name}") for name in ("BodyName", "Date", "Location", "Time")))
    items = objects(event.get("EventItems"))
    attendance = tuple(_attendance(items, spans))
    motions: list[Motion] = []
    votes: list[Vote] = []
    for item in items:
        _decide(item, motions, votes, spans)
    status: MeetingStatus = "held" if attendance or motions or votes else "announced"
    if "cancel" in str(event.get("EventAgendaStatusName") or "").casefold():
        status = "cancelled"
    return ParsedMinutes(
        source=source,
        meeting=Meeting(
            span=spans.of(event.start, event.end, _EVENT),
            body=body,
            body_kind=body_kind(body) if body else "other",
            date=day_of(day),
            start=hour_of(time),
            venue=place,
            status=status,
        ),
        attendance=attendance,
        motions=tuple(motions),
        votes=tuple(votes),
        items=tuple(_items(items, spans)),
    )


def _attendance(items: Sequence[Located], spans: Spans) -> Iterator[Attendance]:
    """Everybody of the roll calls, as the first of them has each."""
    seen = set()
    for item in items:
        for call in _inside(item, "EventItemRollCallInfo", "RollCalls"):
            (person,) = said(call.get("RollCallPersonName"))
            status = _STATUS.get(str(call.get("RollCallValueName") or "").strip().casefold())
            if person and status and person not in seen:
                seen.add(person)
                span = spans.of(call.start, call.end, "legistar.roll_call")
                yield Attendance(span=span, person=person, status=status, capacity="member", list=1)


def _decide(item: Located, motions: list[Motion], votes: list[Vote], spans: Spans) -> None:
    """Adds what an item says of a motion: who moved and seconded it, what became of it, who voted how."""
    mover, seconder, title, number, passed = said(
        item.get("EventItemMover"),
        item.get("EventItemSeconder"),
        item.get("EventItemTitle"),
        item.get("EventItemAgendaNumber"),
        item.get("EventItemPassedFlagName"),
    )
    cast = [(v, how) for v in _inside(item, "EventItemVoteInfo", "Votes") if (how := _vote(v))]
    if not (mover or passed or cast):
        return
    span = spans.of(item.start, item.end, "legistar.item")
    outcome = _OUTCOMES.get((passed or "").casefold())
    motions.append(Motion(span=span, proposer=mover, seconder=seconder, item=number, outcome=outcome, text=title))
    for vote, how in cast:
        (person,) = said(vote.get("VotePersonName"))
        if person:
            where = spans.of(vote.start, vote.end, "legistar.vote")
            votes.append(Vote(span=where, motion=len(motions) - 1, person=person, vote=how))


def _vote(vote: Located) -> VoteCast | None:
    return _VOTES.get(str(vote.get("VoteValueName") or "").strip().casefold())


def _items(items: Sequence[Located], spans: Spans) -> Iterator[Item]:
    for item in items:
        number, title = said(item.get("EventItemAgendaNumber"), item.get("EventItemTitle"))
        if title:
            yield Item(span=spans.of(item.start, item.end, "legistar.item"), number=number, title=title)


def _inside(item: Located, *names: str) -> list[Located]:
    """The objects of the first of these lists that is there."""
    return next((objects(item[name]) for name in names if isinstance(item.get(name), list)), [])
