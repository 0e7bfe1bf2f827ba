"""Meetings in Popolo JSON: events with those who attended, motions, and vote events with counts and named votes.

A motion or a vote event belongs to the event that its `event_id` names, else to that of its organization on its day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from ..minutes.names.bodies import body_kind
from ..parsed_minutes import (
    MOST,
    Attendance,
    BodyKind,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Motion,
    Outcome,
    ParsedMinutes,
    ParseWarning,
    Source,
    Tally,
    Vote,
    VoteCast,
)
from .entry import Spans, day_of, said
from .located import Located, objects
from .popolo import Records, by_id, meant

_LISTS = ("events", "motions", "vote_events")
_OPTIONS: Mapping[str, VoteCast] = {
    **dict.fromkeys(("yes", "for", "aye"), "for"),
    **dict.fromkeys(("no", "against", "nay"), "against"),
    "abstain": "abstain",
}
_RESULTS: Mapping[str, Outcome] = {"pass": "agreed", "fail": "lost"}
_STATUSES, _KINDS, _OUTCOMES, _BODIES = (
    frozenset(get_args(kind)) for kind in (MeetingStatus, MeetingKind, Outcome, BodyKind)
)


@dataclass
class _Event:
    """What belongs to one meeting: its event, where there is one, and the motions and vote events with it."""

    record: Located
    body: Mapping[str, Any]
    day: str | None
    motions: list[Located] = field(default_factory=list)
    votes: list[Located] = field(default_factory=list)


def has_events(data: Any) -> bool:
    """Whether a JSON object has lists of Popolo's events, motions or vote events, and is no parsed minutes."""
    return isinstance(data, Located) and "meeting" not in data and any(objects(data.get(name)) for name in _LISTS)


def meetings(text: str, data: Located, source: Source) -> tuple[ParsedMinutes, ...]:
    """The meetings, in the order in which the file first names them."""
    spans, people = Spans(text), {**by_id(data.get("persons")), **by_id(data.get("people"))}
    organizations = by_id(data.get("organizations"))
    return tuple(_minutes(event, people, organizations, source, spans) for event in _events(data, organizations))


def _events(data: Located, organizations: Records) -> list[_Event]:
    found: list[_Event] = []
    of_id: dict[str, _Event] = {}
    of_day: dict[tuple[Any, str | None], _Event] = {}

    def event_of(record: Located) -> _Event:
        body = meant(record, "organization", organizations)
        return _Event(record, body, day_of(next(iter(said(record.get("start_date") or record.get("date"))))))

    def belonging(record: Located) -> _Event:
        if named := of_id.get(_id(record, "event_id")):
            return named
        event = event_of(record)
        same = of_day.setdefault((event.body.get("name"), event.day), event)
        if same is event:
            found.append(event)
        return same

    for record in objects(data.get("events")):
        event = event_of(record)
        found.append(event)
        if key := _id(event.record):
            of_id.setdefault(key, event)
        of_day.setdefault((event.body.get("name"), event.day), event)
    of_motion: dict[str, _Event] = {}
    for motion in objects(data.get("motions")):
        event = belonging(motion)
        event.motions.append(motion)
        if key := _id(motion):
            of_motion[key] = event
    for vote in objects(data.get("vote_events")):
        (of_motion.get(_id(vote, "motion_id")) or belonging(vote)).votes.append(vote)
    return found


def _id(record: Mapping[str, Any], name: str = "id") -> str:
    """An id in a record; nothing where it has none, or what is no text and no number."""
    given = record.get(name)
    return str(given) if isinstance(given, str | int) else ""


def _minutes(event: _Event, people: Records, organizations: Records, source: Source, spans: Spans) -> ParsedMinutes:
    record = event.record
    body, start, end, venue, status, kind, last = said(
        event.body.get("name"),
        *(record.get(name) for name in ("start_time", "end_time", "location", "status", "classification", "end_date")),
    )
    warnings: list[ParseWarning] = []
    numbers = {key: number for number, motion in enumerate(event.motions) if (key := _id(motion))}
    counted = {key: vote for vote in event.votes if (key := _id(vote, "motion_id"))}
    votes = tuple(v for one in event.votes for v in _votes(one, numbers, people, spans, warnings))
    attendance = tuple(_attended(record, people, spans))
    held = attendance or event.motions or votes
    day = day_of(last)
    of_body = event.body.get("classification")
    (parent,) = said(meant(event.body, "parent", organizations).get("name"))
    return ParsedMinutes(
        source=source,
        meeting=Meeting(
            span=spans.of(record.start, record.end, "popolo.event"),
            body=body,
            body_kind=of_body if of_body in _BODIES else body_kind(body) if body else "other",
            parent=parent,
            parent_basis="stated" if parent else None,
            date=event.day,
            dates=(event.day, day) if event.day and day and day > event.day else (),
            start=start,
            end=end,
            venue=venue,
            status=status if status in _STATUSES - {"register"} else "held" if held else "announced",
            kind=kind if kind in _KINDS else None,
        ),
        attendance=attendance,
        motions=tuple(_motion(m, counted.get(_id(m), {}), people, spans) for m in event.motions),
        votes=votes,
        warnings=tuple(warnings),
    )


def _attended(record: Located, people: Records, spans: Spans) -> Iterator[Attendance]:
    """Everybody among the attendees, each once; that they are members is said by memberships alone."""
    seen = set()
    for attendee in objects(record.get("attendees")):
        (person,) = said(people.get(str(attendee.get("id")), attendee).get("name"))
        if person and person not in seen:
            seen.add(person)
            span = spans.of(attendee.start, attendee.end, "popolo.attendee")
            yield Attendance(span=span, person=person, status="in_attendance", list=1)


def _motion(motion: Located, vote: Mapping[str, Any], people: Records, spans: Spans) -> Motion:
    result, item, words = said(motion.get("result") or vote.get("result"), motion.get("identifier"), motion.get("text"))
    creator, seconder = said(
        meant(motion, "creator", people).get("name"), meant(motion, "seconder", people).get("name")
    )
    counts = {
        _OPTIONS.get(str(count.get("option")).casefold()): count.get("value") for count in objects(vote.get("counts"))
    }
    outcome = _RESULTS.get(result or "") or next((known for known in _OUTCOMES if known == result), None)
    return Motion(
        span=spans.of(motion.start, motion.end, "popolo.motion"),
        proposer=creator,
        seconder=seconder,
        item=item,
        outcome=outcome,
        text=words,
        tally=Tally.model_validate({side: _number(counts.get(side)) for side in ("for", "against", "abstain")}),
    )


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST else None


def _votes(
    event: Located, numbers: Mapping[str, int], people: Records, spans: Spans, warnings: list[ParseWarning]
) -> Iterator[Vote]:
    for vote in objects(event.get("votes")):
        span = spans.of(vote.start, vote.end, "popolo.vote")
        person, option = said(vote.get("voter_name") or meant(vote, "voter", people).get("name"), vote.get("option"))
        cast = _OPTIONS.get((option or "").casefold())
        if person and cast:
            yield Vote(span=span, motion=numbers.get(_id(event, "motion_id")), person=person, vote=cast)
        else:
            message = f"a vote “{option}” is neither for, against nor abstain" if person else "a vote of nobody"
            warnings.append(ParseWarning(code="register_entry", message=f"{message}: left out", span=span))
