"""Parsed minutes: the contract between the parser and everything after it, one object per meeting.

Names of people and bodies are as written in the document, title included; cleaning, spelling and identity are the
resolver's work. Every record carries the `span` that states it. `json_schema()` publishes the contract.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SCHEMA: Literal["parsed-minutes/1"] = "parsed-minutes/1"

BodyKind = Literal[
    "council",
    "committee",
    "sub_committee",
    "working_group",
    "board",
    "panel",
    "external_body",
    "political_group",
    "other",
]
AttendanceStatus = Literal["present", "apologies", "absent", "in_attendance"]
Capacity = Literal["member", "co_opted", "representative", "officer", "guest", "public"]
OrganisationKind = Literal["body", "party", "ward", "employer", "service"]
Mode = Literal["in_person", "virtual", "hybrid"]
MeetingStatus = Literal["held", "cancelled", "inquorate", "adjourned", "announced", "register"]
"""What became of a meeting; `announced` is one that is only called, as by an agenda; `register` is none at all, but
what a register of members says of a body."""
MeetingKind = Literal["special", "annual", "hearing", "work_session"]
"""What a heading calls a meeting that is no ordinary one; an extraordinary or emergency meeting is a special one."""
Action = Literal["appoint", "elect", "co_opt", "nominate", "continue", "replace", "remove", "resign", "vacancy"]
BodyChangeKind = Literal["renamed", "succeeded"]
DepartureCause = Literal["died", "disqualified", "suspended", "lost_seat"]
Outcome = Literal["agreed", "noted", "proposed", "lost", "deferred"]
VoteCast = Literal["for", "against", "abstain"]
Part = Literal["statement", "decision", "heading", "subject", "continuation"]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""ISO 8601, as exact as the document: `2014-06-17`, `2023-12` or `2014`."""


MOST = 10**9
"""The largest number in parsed minutes: no document has as many characters."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(_Record):
    """A place in the read text: lines count from 1, characters from 0, `text` is exactly what stands there."""

    line_start: int = Field(ge=1, le=MOST)
    line_end: int = Field(ge=1, le=MOST)
    char_start: int = Field(ge=0, le=MOST)
    char_end: int = Field(ge=0, le=MOST)
    text: str
    rule: str
    page: int | None = Field(default=None, ge=1, le=MOST)


class Evidence(_Record):
    """Another place that a record rests on, and as what."""

    part: Part
    span: Span


class Stated(_Record):
    """What every record has: the place that states it, and the other places that it rests on."""

    span: Span
    evidence: tuple[Evidence, ...] = ()


class Source(_Record):
    """The document as a file: its name, the hash of its bytes, its type and, if known, where and when published."""

    name: str
    sha256: str
    media_type: str
    uri: str | None = None
    published: PartialDate | None = None


class Meeting(Stated):
    """The meeting itself. `parent_basis` says whether the document states the parent body or it is inferred.

    `kind` is none for an ordinary meeting; two meetings of one body on one day may differ in it alone.
    """

    body: str | None
    body_kind: BodyKind = "other"
    parent: str | None = None
    parent_basis: Literal["stated", "inferred"] | None = None
    date: PartialDate | None
    dates: tuple[PartialDate, ...] = ()
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    mode: Mode | None = None
    status: MeetingStatus = "held"
    kind: MeetingKind | None = None


class Attendance(Stated):
    """One person's listing at the meeting.

    `note` is what stands in a bracket after the name and is no role, time or organisation that is known: `formerly Ann
    Roe`. `initials` are those that a key in the minutes gives the person; `list` counts the lists of the minutes, so
    that two entries of one list can be told from one person in two lists.
    """

    person: str
    status: AttendanceStatus
    role: str | None = None
    capacity: Capacity | None = None
    organisation: str | None = None
    organisation_kind: OrganisationKind | None = None
    mode: Mode | None = None
    arrived: str | None = None
    left: str | None = None
    reason: str | None = None
    note: str | None = None
    initials: str | None = None
    list: int | None = Field(default=None, ge=1, le=MOST)


class Substitution(Stated):
    """One person who stood in for another at this meeting. `absent` is null when nobody is said to be replaced."""

    substitute: str
    absent: str | None


class Appointment(Stated):
    """Somebody takes, keeps, gives up or fails to get a place or an office on a body."""

    person: str | None = None
    holder: str | None = None
    represents: str | None = None
    body: str
    body_kind: BodyKind = "other"
    role: str | None = None
    action: Action
    replaces: str | None = None
    outcome: Outcome
    made_by: str | None = None
    decision: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    term: str | None = None


class Departure(Stated):
    """Somebody can sit no longer, or not for a time, and nobody gave up or took away a place.

    `body` is none where the text names none: what it says holds for every place then. `start` is the day that the text
    states; `end` and `term` are those of a suspension.
    """

    person: str
    cause: DepartureCause
    body: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    term: str | None = None


class Registration(Stated):
    """A register of members says that somebody sits or sat on a body; `source` is what the register is called.

    `start` is the first day and `end` the last. `as_of` is the day of the register, where that is known: an entry
    without an end holds up to it.
    """

    person: str
    body: str
    body_kind: BodyKind = "other"
    role: str | None = None
    represents: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    source: str
    as_of: PartialDate | None = None


class Declaration(Stated):
    """An interest that a person, or a group of people as written, declared."""

    person: str
    kind: str | None = None
    item: str | None = None
    reason: str | None = None
    about: str | None = None
    left_meeting: bool | None = None


class Tally(_Record):
    """The counted votes of a motion."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    for_: int | None = Field(default=None, alias="for", ge=0, le=MOST)
    against: int | None = Field(default=None, ge=0, le=MOST)
    abstain: int | None = Field(default=None, ge=0, le=MOST)


class Motion(Stated):
    """A proposal with a stated proposer."""

    proposer: str | None
    seconder: str | None = None
    item: str | None = None
    outcome: Outcome | None = None
    text: str | None = None
    tally: Tally = Tally()


class Vote(Stated):
    """A vote by a named person. `motion` is the index into `motions`, null where the motion has no record."""

    motion: int | None
    person: str
    vote: VoteCast


class Delegation(Stated):
    """Who may do what, after consulting whom."""

    function: str
    delegate: str
    consult_any: tuple[str, ...] = ()
    consult_also: tuple[str, ...] = ()
    condition: str | None = None


class Resolution(Stated):
    """What the meeting resolved, agreed or noted."""

    item: str | None = None
    text: str
    outcome: Outcome


class Contribution(Stated):
    """A named person, or an office, who asked, moved, reported or left in the discussion."""

    person: str
    item: str | None = None
    kind: str


class OtherName(Stated):
    """A statement that a person has, or had, another name: both as written, in the order of the sentence."""

    person: str
    other: str


class Item(Stated):
    """An item of the agenda."""

    number: str | None
    title: str


class Body(Stated):
    """A body that the document names, by its full name as written where it is first named."""

    name: str
    kind: BodyKind
    parent: str | None = None


class BodyChange(Stated):
    """A statement that a body has another name now, or that another body took its place: both as written."""

    earlier: str
    later: str
    kind: BodyChangeKind


class Announcement(Stated):
    """An announced later meeting of the body: the evidence behind one of the dates in `next_meetings`."""

    date: PartialDate
    start: str | None = None
    venue: str | None = None
    purpose: str | None = None


class PreviousMinutes(Stated):
    """The minutes of an earlier meeting, as this meeting dealt with them."""

    date: PartialDate
    outcome: Outcome


class Correction(Stated):
    """A correction that this meeting made to the minutes of another."""

    meeting_date: PartialDate | None
    text: str


class ParseWarning(_Record):
    """Something that could not be read or that contradicts itself, with its place."""

    code: str
    message: str
    span: Span


class ParsedMinutes(_Record):
    """Everything that one document says about one meeting."""

    schema_: Literal["parsed-minutes/1"] = Field(default=SCHEMA, alias="schema")
    source: Source
    meeting: Meeting
    attendance: tuple[Attendance, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    departures: tuple[Departure, ...] = ()
    registrations: tuple[Registration, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    motions: tuple[Motion, ...] = ()
    votes: tuple[Vote, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    items: tuple[Item, ...] = ()
    bodies: tuple[Body, ...] = ()
    body_changes: tuple[BodyChange, ...] = ()
    next_meetings: tuple[PartialDate, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    previous_minutes: tuple[PreviousMinutes, ...] = ()
    corrections: tuple[Correction, ...] = ()
    other_names: tuple[OtherName, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


_LEFT_OUT = frozenset({"evidence", "registrations"})
"""What most records, and most documents, have none of."""


def to_json(minutes: ParsedMinutes) -> str:
    """One meeting as JSON text: fields in the order of the contract, UTF-8 characters as they are, two spaces."""
    return json.dumps(to_dict(minutes), ensure_ascii=False, indent=2) + "\n"


def to_dict(minutes: ParsedMinutes) -> dict[str, Any]:
    """One meeting as plain data, in the names of the contract. `_LEFT_OUT` and `page` are left out where empty."""
    data: dict[str, Any] = _without_empty(minutes.model_dump(mode="json", by_alias=True))
    return data


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            k: _without_empty(v)
            for k, v in value.items()
            if not (k in _LEFT_OUT and not v) and not (k == "page" and v is None)
        }
    if isinstance(value, list):
        return [_without_empty(v) for v in value]
    return value


def json_schema() -> dict[str, Any]:
    """The contract as JSON Schema (draft 2020-12)."""
    schema = ParsedMinutes.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
