"""The records of parsed minutes with ids that stay, and the names that each record holds.

A record's id depends on what it says and on the meeting that it says it of, not on the file: two documents of one
meeting that say the same give one fact with two pieces of evidence, and a file that is moved keeps its facts.
A name in a record (a *mention*) is identified by its record and its slot.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .folding import fold, fold_body
from .minutes.names.bodies import body_kind
from .parsed_minutes import ParsedMinutes, Span, Stated

Kind = Literal[
    "MeetingRecord",
    "Attendance",
    "Substitution",
    "Appointment",
    "Departure",
    "Registration",
    "Declaration",
    "Motion",
    "Vote",
    "Delegation",
    "Resolution",
    "Contribution",
    "AgendaItem",
    "Naming",
    "BodyChange",
    "Announcement",
    "PreviousMinutes",
    "Correction",
    "OtherName",
    "Warning",
]
"""The label of a fact in the graph. `Naming` is a body that the document names with its kind."""

Of = Literal["person", "body"]

_LISTS: tuple[tuple[str, Kind], ...] = (
    ("attendance", "Attendance"),
    ("substitutions", "Substitution"),
    ("appointments", "Appointment"),
    ("departures", "Departure"),
    ("registrations", "Registration"),
    ("declarations", "Declaration"),
    ("motions", "Motion"),
    ("votes", "Vote"),
    ("delegations", "Delegation"),
    ("resolutions", "Resolution"),
    ("contributions", "Contribution"),
    ("items", "AgendaItem"),
    ("bodies", "Naming"),
    ("body_changes", "BodyChange"),
    ("announcements", "Announcement"),
    ("previous_minutes", "PreviousMinutes"),
    ("corrections", "Correction"),
    ("other_names", "OtherName"),
    ("warnings", "Warning"),
)

SLOTS: dict[Kind, tuple[tuple[str, Of], ...]] = {
    "MeetingRecord": (("body", "body"), ("parent", "body")),
    "Attendance": (("person", "person"), ("organisation", "body")),
    "Substitution": (("substitute", "person"), ("absent", "person")),
    "Appointment": (
        ("person", "person"),
        ("holder", "person"),
        ("replaces", "person"),
        ("body", "body"),
        ("made_by", "body"),
        ("represents", "body"),
    ),
    "Departure": (("person", "person"), ("body", "body")),
    "Registration": (("person", "person"), ("body", "body"), ("represents", "body")),
    "Declaration": (("person", "person"), ("about", "body")),
    "Motion": (("proposer", "person"), ("seconder", "person")),
    "Vote": (("person", "person"),),
    "Contribution": (("person", "person"),),
    "OtherName": (("person", "person"), ("other", "person")),
    "Naming": (("name", "body"), ("parent", "body")),
    "BodyChange": (("earlier", "body"), ("later", "body")),
}
"""Which fields of a record hold names as written, and whether of a person or of a body."""


@dataclass(frozen=True)
class Mention:
    """A name as written, in one slot of one record."""

    id: str
    slot: str
    of: Of
    text: str


@dataclass(frozen=True)
class Record:
    """One record of a meeting. `data` are its fields without span and evidence; `places` its (part, span) pairs."""

    id: str
    kind: Kind
    data: dict[str, Any]
    places: tuple[tuple[str, Span], ...]
    mentions: tuple[Mention, ...]


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that identify these parts in this order.

    Raises `ValueError` where a part is empty or blank: what is not known tells nothing from anything else, and an id
    made from it would make one of many. Whoever lacks a part leaves it out or says what stands in its place.
    """
    if not parts or not all(part.strip() for part in parts):
        raise ValueError(f"no identifier can be made from an empty part: {parts!r}")
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def meeting_id(minutes: ParsedMinutes, own: str) -> str:
    """The id of a meeting: its council, or its document's folder, as `own`, body, day, start and kind.

    Two meetings of one body on one day are told apart by the hour, or by what their headings call them.
    A meeting whose body or day its document does not state is no other document's: its document and the place in it
    stand for what is missing.
    """
    hour = _hour(minutes)
    if not hour:
        return "m-" + digest(own, "document", minutes.source.sha256, str(minutes.meeting.span.char_start))
    return "m-" + digest(own, *hour)


def hour_of(minutes: ParsedMinutes) -> str | None:
    """Body, day, start and kind, the same whosever council it is; none where body or day is unknown."""
    hour = _hour(minutes)
    return "h-" + digest(*hour) if hour else None


def _hour(minutes: ParsedMinutes) -> tuple[str, ...]:
    meeting = minutes.meeting
    body, start = fold_body(meeting.body or ""), fold(meeting.start or "")
    if not body or not meeting.date or len(meeting.date) < len("2024-05-31"):
        return ()
    hour = ("start", start) if start else ()
    kind = ("kind", meeting.kind) if meeting.kind else ()
    return ("body", body, "day", meeting.date, *hour, *kind)


def mention_id(record: str, slot: str) -> str:
    """The id of the name in a slot of a record."""
    return "n-" + digest(record, slot)


def records(minutes: ParsedMinutes, own: str) -> tuple[Record, ...]:
    """All records of one meeting, in the order of the contract.

    `own` is the council that the document states, or its folder: meetings of two of them have different ids.
    """
    meeting = meeting_id(minutes, own)
    seen: Counter[str] = Counter()
    result: list[Record] = []
    motion_ids: list[str] = []
    for kind, item in _items(minutes):
        data = item.model_dump(mode="json", by_alias=True, exclude={"span", "evidence"})
        if kind == "Vote":
            data["motion"] = motion_ids[data["motion"]] if data["motion"] is not None else None
        content = json.dumps(data, ensure_ascii=False, sort_keys=True)
        seen[kind + content] += 1
        record_id = "f-" + digest(meeting, kind, content, str(seen[kind + content]))
        if kind == "Motion":
            motion_ids.append(record_id)
        mentions = tuple(_mentions(record_id, kind, data))
        result.append(Record(record_id, kind, data, tuple(_places(item)), mentions))
    return tuple(result)


def _items(minutes: ParsedMinutes) -> Iterator[tuple[Kind, Any]]:
    yield "MeetingRecord", minutes.meeting
    for field, kind in _LISTS:
        for item in getattr(minutes, field):
            yield kind, item


def _places(item: Any) -> Iterator[tuple[str, Span]]:
    yield "statement", item.span
    if isinstance(item, Stated):
        for evidence in item.evidence:
            yield evidence.part, evidence.span


def _mentions(record_id: str, kind: Kind, data: dict[str, Any]) -> Iterator[Mention]:
    for slot, of in SLOTS.get(kind, ()):
        text = data.get(slot)
        if not text:
            continue
        if kind == "Attendance" and slot == "organisation" and data.get("organisation_kind") != "body":
            continue  # a ward, party, employer or service is no body (parsed-minutes contract)
        if slot == "represents" and body_kind(text) == "other":
            continue  # a seat may stand for a field, such as primary education, which is no body
        yield Mention(mention_id(record_id, slot), slot, of, text)
