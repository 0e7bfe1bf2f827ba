"""Parsed minutes to the source and fact layers: what one document says, with the names as written.

Nothing is decided here: a fact points at mentions, and identity decides later whom they mean. Every row depends only on
the document and on its scope, so that the order of loading cannot matter.
"""

from __future__ import annotations

from typing import Any

from ..parsed_minutes import ParsedMinutes, Span
from ..records import Kind, Mention, Record, digest, hour_of, meeting_id, records
from .nodes import NODES
from .rows import Rows

_COMMON = {"id", "own", "hour", "scope", "date", "order", "corrected", "wrong", "original", "plain_id"}
FIELDS: dict[str, tuple[str, ...]] = {
    n.label: tuple(p for p in n.properties if p not in _COMMON) for n in NODES if "Fact" in n.also
}
"""The fields of each kind of fact that its document gives."""
_RENAMED: dict[tuple[str, str], str] = {
    ("MeetingRecord", "body_name"): "body",
    ("Announcement", "announced"): "date",
    ("PreviousMinutes", "approved"): "date",
    ("Correction", "corrects"): "meeting_date",
}
_PERSON_EDGES: dict[tuple[Kind, str], str] = {
    ("Substitution", "substitute"): "SUBSTITUTE",
    ("Substitution", "absent"): "ABSENT",
    ("Appointment", "holder"): "HOLDER",
    ("Appointment", "replaces"): "REPLACES",
    ("Motion", "proposer"): "PROPOSED_BY",
    ("OtherName", "other"): "OTHER_NAME",
    ("Motion", "seconder"): "SECONDED_BY",
}


def fact_rows(meetings: tuple[ParsedMinutes, ...], own: str) -> Rows:
    """The passages, facts, mentions and meetings of one version of a document; `own` is what their ids are made with.

    It is their scope too, until it is decided to which source the document belongs.
    """
    rows = Rows()
    for minutes in meetings:
        _meeting_rows(rows, minutes, own)
    return rows


def _meeting_rows(rows: Rows, minutes: ParsedMinutes, own: str) -> None:
    meeting = meeting_id(minutes, own)
    rows.node(
        "Meeting",
        meeting,
        {
            "id": meeting,
            "own": own,
            "hour": hour_of(minutes),
            "scope": own,
            "date": minutes.meeting.date,
            "start": minutes.meeting.start,
            "status": minutes.meeting.status,
            "kind": minutes.meeting.kind,
        },
    )
    found = records(minutes, own)
    decisions: dict[str, list[str]] = {}
    for record in found:
        if record.kind == "Resolution" and record.data["item"]:
            decisions.setdefault(record.data["item"], []).append(record.id)
    for record in found:
        _fact(rows, record, minutes, own, meeting)
        if record.kind == "Appointment" and record.data["decision"]:
            for resolution in decisions.get(record.data["decision"], ()):
                rows.edge(("Appointment", "DECIDED_BY", "Resolution"), record.id, resolution)
        if record.kind == "Vote" and record.data["motion"]:
            rows.edge(("Vote", "ON", "Motion"), record.id, record.data["motion"])


def _fact(rows: Rows, record: Record, minutes: ParsedMinutes, scope: str, meeting: str) -> None:
    rows.node(
        record.kind,
        record.id,
        {
            "id": record.id,
            "scope": scope,
            "date": minutes.meeting.date,
            "order": record.places[0][1].char_start,
            "own": scope if record.kind == "MeetingRecord" else None,
            "hour": hour_of(minutes) if record.kind == "MeetingRecord" else None,
            **properties(record),
        },
    )
    if record.kind == "Appointment":
        rows.edge(("Appointment", "MADE_AT", "Meeting"), record.id, meeting)
    else:
        rows.edge(("Fact", "AT", "Meeting"), record.id, meeting)
    version = minutes.source.sha256
    for part, span in record.places:
        passage = _passage(rows, span, version)
        rows.edge(("Fact", "EVIDENCED_BY", "Passage"), record.id, passage, {"part": part, "rule": span.rule})
    for mention in record.mentions:
        _mention(rows, record, mention, scope, version)


def properties(record: Record) -> dict[str, Any]:
    """The fields of a record under the names of the graph; a tally becomes three numbers."""
    data = dict(record.data)
    data.update({f"tally_{side}": n for side, n in (data.get("tally") or {}).items()})
    return {name: data.get(_RENAMED.get((record.kind, name), name)) for name in FIELDS[record.kind]}


def _passage(rows: Rows, span: Span, version: str) -> str:
    key = "s-" + digest(version, str(span.char_start), str(span.char_end))
    place = span.model_dump(exclude={"rule"})
    rows.node("Passage", key, {"id": key, **place})
    rows.edge(("Passage", "IN", "Version"), key, version)
    return key


def _mention(rows: Rows, record: Record, mention: Mention, scope: str, version: str) -> None:
    rows.node(
        "Mention",
        mention.id,
        {"id": mention.id, "scope": scope, "text": mention.text, "of": mention.of, "slot": mention.slot},
    )
    if mention.of == "person":
        edge = _PERSON_EDGES.get((record.kind, mention.slot), "PERSON")
        rows.edge((record.kind, edge, "Mention"), record.id, mention.id)
    else:
        rows.edge(("Fact", "NAMES", "Mention"), record.id, mention.id, {"slot": mention.slot})
    spans = [span for _, span in record.places]
    stated = next((s for s in spans if mention.text in " ".join(s.text.split())), spans[0])
    rows.edge(("Mention", "FOUND_IN", "Passage"), mention.id, _passage(rows, stated, version))
