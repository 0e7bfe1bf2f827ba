"""Whether a text is the record of a meeting, and what to say where it is none or where nobody is read in it."""

from __future__ import annotations

from ...parsed_minutes import Meeting, ParsedMinutes
from ..page.heads import PEOPLE_KINDS
from ..page.reading import Reading
from ..presence.labelled.reader import is_labelled
from .body import RULE as BODY_RULE

_FEW = 2
"""People without a body or a date that make no list of those at a meeting."""


def is_minutes(minutes: ParsedMinutes) -> bool:
    """Whether there is a body that met and a day, or one of them with people, or a list of people alone.

    With people, a body that is named as doubtful is enough.
    """
    meeting = minutes.meeting
    if minutes.attendance:
        listed = sum(1 for a in minutes.attendance if not is_labelled(a))
        doubted = any(w.code == "unsure" and w.span.rule == BODY_RULE for w in minutes.warnings)
        return meeting.date is not None or meeting.body is not None or doubted or listed > _FEW
    return meeting.body is not None and meeting.date is not None


def refusal(name: str, minutes: ParsedMinutes) -> str:
    """Why a text is refused as no minutes: what was looked for, found and not found."""
    meeting = minutes.meeting
    found = [("a body that met", meeting.body), ("the date of the meeting", meeting.date)]
    lacking = [what for what, value in found if value is None]
    here = [f"{what} ({value})" for what, value in found if value is not None]
    people = len(minutes.attendance)
    here += [f"{people} {'person' if people == 1 else 'people'}"] if people else []
    lacking += [] if people else ["a list of people present"]
    return f"{name}: no minutes: not found: {', '.join(lacking)}" + (f"; found: {', '.join(here)}" if here else "")


def warn_no_people(reading: Reading, meeting: Meeting) -> None:
    """Warns where nobody is read as present, sending apologies or absent, and says where people were looked for."""
    if meeting.status in {"announced", "cancelled"}:
        return
    line = reading.view.plain.whole.line_at
    origin = reading.view.plain.origin
    labels = [s for s in reading.outline.sections if s.kind in PEOPLE_KINDS]
    if labels:
        places = ", ".join(f"“{reading.words(*s.label)}” in line {line(origin(s.label[0]))}" for s in labels[:5])
        start, end = labels[0].label[0], max(labels[0].end, labels[0].label[1])
        message = f"nobody is read: people were looked for under {places}"
    else:
        paragraphs = reading.outline.paragraphs[:25]
        start, end = (paragraphs[0].start, paragraphs[-1].end) if paragraphs else (reading.start, reading.last)
        first, last = line(origin(start)), line(origin(max(start, end - 1)))
        message = f"nobody is read: no label such as “Present” was found, and no names in lines {first} to {last}"
    reading.warn("no_people", message, start, end, "attendance")
