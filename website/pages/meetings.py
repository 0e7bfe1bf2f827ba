"""A page for each meeting, its record beside the text, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ...queries.tenures import in_words
from ..page import Page
from ..records import Document, Fact, Meeting
from ..text import Line, lines_of
from ..wording import BODY_KINDS
from .context import Context

SECTIONS = (
    ("Present", "Attendance", "present"),
    ("Apologies", "Attendance", "apologies"),
    ("Absent", "Attendance", "absent"),
    ("In attendance", "Attendance", "in_attendance"),
    ("Substitutions", "Substitution", None),
    ("Appointments", "Appointment", None),
    ("Ends of terms of office", "Departure", None),
    ("Declarations of interest", "Declaration", None),
    ("Motions", "Motion", None),
    ("Votes", "Vote", None),
    ("Decisions", "Resolution", None),
    ("Delegations", "Delegation", None),
    ("Said and asked", "Contribution", None),
    ("Earlier minutes", "PreviousMinutes", None),
    ("Corrections of minutes", "Correction", None),
    ("Next meetings", "Announcement", None),
    ("Changes of bodies", "BodyChange", None),
    ("Other names", "OtherName", None),
    ("Not read with certainty", "Warning", None),
)
_MODES = {"virtual": "held remotely", "hybrid": "in the room and remotely", "in_person": ""}
_STATES = {
    "held": "",
    "inquorate": "Too few came for a meeting.",
    "adjourned": "It was adjourned.",
    "cancelled": "It was cancelled.",
    "announced": "Only its agenda is known: nobody is recorded as there.",
}


def pages(context: Context) -> Iterator[Page]:
    """The list of all meetings, then each of which no document is left; others come with their document."""
    meetings = list(context.records.meetings.values())
    yield Page("meetings/index.html", "meetings", lambda: {"title": "Meetings", "years": _years(context, meetings)})
    for meeting in meetings:
        if not context.records.documents_of_meeting.get(meeting.id):
            yield page_of(context, meeting)


def page_of(context: Context, meeting: Meeting) -> Page:
    """The page of a meeting."""
    made, inputs = partial(_content, context, meeting), partial(_inputs, context, meeting)
    return Page(context.shown.addresses[meeting.id], "meeting", made, inputs)


def _inputs(context: Context, meeting: Meeting) -> object:
    """All that the page of a meeting is made from."""
    records, inputs = context.records, context.inputs
    facts = records.facts_of_meeting.get(meeting.id, ())
    documents = records.documents_of_meeting.get(meeting.id, ())
    beside = [f for d in documents[:1] for f, _ in records.facts_of_version.get(d.version, ())]
    before, after = _neighbours(context, meeting)
    body = records.bodies.get(meeting.body or "")
    return (
        meeting,
        [inputs.fact(fact) for fact in (*facts, *beside)],
        [(inputs.text(d), inputs.place(d.version)) for d in documents],
        [(m.date, context.shown.addresses[m.id]) for m in (before, after) if m],
        (before is None, after is None),
        (body, inputs.subject(meeting.body)),
        inputs.rows(context.findings_about(facts)),
        context.blanked,
    )


def _neighbours(context: Context, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """The meetings of the same body before and after one."""
    held = [m for m in context.records.meetings_of_body.get(meeting.body or "", ()) if m.date]
    at = next((i for i, m in enumerate(held) if m.id == meeting.id), None)
    if at is None:
        return None, None
    return held[at - 1] if at else None, held[at + 1] if at + 1 < len(held) else None


def _years(context: Context, meetings: Sequence[Meeting]) -> list[Mapping[str, Any]]:
    ordered = sorted(meetings, key=lambda m: (m.date, m.start, m.id), reverse=True)
    return [
        {
            "year": year or "No day known",
            "meetings": [
                {
                    "link": context.shown.meeting(m),
                    "body": context.shown.body(m.body) if m.body else Markup("no body named"),
                    "state": "" if m.status == "held" else m.status,
                    "kind": m.kind.replace("_", " "),
                }
                for m in of
            ],
        }
        for year, of in groupby(ordered, key=lambda m: m.date[:4])
    ]


def title_of(context: Context, meeting: Meeting) -> str:
    """What a meeting is called: its body and its day."""
    body = context.records.bodies.get(meeting.body or "")
    return ", ".join(
        part for part in (body.name if body else "", in_words(meeting.date) if meeting.date else "") if part
    )


def _content(context: Context, meeting: Meeting) -> Mapping[str, Any]:
    facts = context.records.facts_of_meeting.get(meeting.id, ())
    documents = context.records.documents_of_meeting.get(meeting.id, ())
    body = context.records.bodies.get(meeting.body or "")
    beside = documents[0].version if documents and documents[0].text is not None else None
    before, after = _neighbours(context, meeting)
    return {
        "title": title_of(context, meeting) or "A meeting without body or day",
        "day": in_words(meeting.date) if meeting.date else "",
        "body": context.shown.body(meeting.body) if body else None,
        "kind_words": BODY_KINDS.get(body.kind, "Body") if body else "",
        "terms": _terms(meeting),
        "state": _STATES.get(meeting.status, ""),
        "documents": [
            {"link": context.shown.link(d.id, d.name), "published": context.shown.published(d)} for d in documents
        ],
        "before": context.shown.meeting(before) if before else None,
        "after": context.shown.meeting(after) if after else None,
        "sections": _sections(context, facts, beside),
        "items": [context.listed(f, beside) for f in facts if f.kind == "AgendaItem"],
        "text_of": documents[0].name if documents else "",
        "lines": _lines(context, facts, documents[0]) if documents else [],
        "findings": [context.finding(row) for row in context.findings_about(facts)],
    }


def _terms(meeting: Meeting) -> list[tuple[str, str]]:
    time = " to ".join(t for t in (meeting.start, meeting.end) if t)
    days = ", ".join(map(in_words, meeting.dates)) if len(meeting.dates) > 1 else ""
    terms = (
        ("Days", days),
        ("Time", time),
        ("Place", " ".join(meeting.venue.split())),
        ("Held", _MODES.get(meeting.mode, "")),
        ("Kind", meeting.kind.replace("_", " ")),
    )
    return [(term, text) for term, text in terms if text]


def _sections(context: Context, facts: Sequence[Fact], beside: str | None) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    for title, kind, status in SECTIONS:
        of = [f for f in facts if f.kind == kind and (status is None or f.get("status") == status)]
        if of:
            of.sort(key=lambda f: (f.statement.version if f.statement else "", f.said.get("order") or 0, f.id))
            found.append({"title": title, "entries": [context.listed(f, beside) for f in of]})
    return found


def _lines(context: Context, facts: Sequence[Fact], document: Document) -> list[Line]:
    """The text of the meeting: that of its document, or, of a document of several meetings, its own lines."""
    own = [p.line for f in facts for p in f.places if p.version == document.version]
    meetings = {f.meeting for f, _ in context.records.facts_of_version.get(document.version, ())}
    if len(meetings) < 2:
        return lines_of(document, context.shown)
    ends = [p.line_end for f in facts for p in f.places if p.version == document.version]
    return lines_of(document, context.shown, min(own), max(ends))
