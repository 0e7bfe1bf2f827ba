"""The meeting itself: which body met, when and where, from the heading and from what is said of opening and closing."""

from __future__ import annotations

from ...parsed_minutes import Meeting
from ..labelling.models import Models
from ..names.bodies import body_kind
from ..page.reading import Reading
from .body import RULE, MeetingBody, NamedBody, read_body
from .council import ABOVE_COUNCIL, unnamed_council
from .day import read_days
from .day_of_name import day_of_name
from .heading import heading_end
from .kind import read_kind
from .place import read_mode, read_place
from .times import read_times


def read_meeting(reading: Reading, models: Models | None, before: NamedBody | None = None) -> Meeting:
    """The meeting's own record; what the heading does not say stays none, and a missing body or date is a warning.

    `before` is the body of the meeting before it in the same document: a closed session is one of the same body.
    """
    top = heading_end(reading)
    named = read_body(reading, top, models)
    if named.body is None and before is not None:
        named = MeetingBody(before)
    body, parent = named.body, named.parent
    days = read_days(reading, top)
    reading.own_days = frozenset(d.value for d in days)
    reading.year = int(days[0].value[:4]) if days else reading.year_guess()
    start, end = read_times(reading, top, days)
    venue = read_place(reading, top, days, (body.start, body.end) if body else None)
    if body is None and not named.doubted:
        reading.warn("no_body", "the heading names no body that met", *_first_line(reading), RULE)
    if not days and not any(w.span.rule == "meeting.date" for w in reading.warnings):
        reading.warn("no_date", "the heading has no date of the meeting", *_first_line(reading), "meeting.date")
    if not days:
        _offer_day_of_name(reading)
    mode = read_mode(reading, top, venue)
    above = unnamed_council(reading, top) if body is None else None
    kind = read_kind(reading, top, (body.start, body.end) if body else None)
    place = (body.start, body.end) if body else _first_line(reading)
    values = sorted({d.value for d in days})
    return Meeting(
        body=body.name if body else None,
        body_kind=body_kind(body.name) if body else "other",
        parent=parent.name if parent else None,
        parent_basis=named.basis,
        date=days[0].value if days else None,
        dates=tuple(values) if len(values) > 1 else (),
        start=start.value if start else None,
        end=end.value if end else None,
        venue=reading.words(*venue) if venue else None,
        mode=mode,
        kind=kind[0] if kind else None,
        span=reading.span(*place, body.rule if body else "meeting.heading"),
        evidence=reading.evidence(
            *((("heading", (d.start, d.end), "meeting.date")) for d in days[:1]),
            *((("statement", (t.start, t.end), "meeting.time")) for t in (start, end) if t),
            *((("statement", venue, "meeting.venue"),) if venue else ()),
            *((("statement", (parent.start, parent.end), "meeting.parent"),) if parent else ()),
            *((("heading", kind[1], "meeting.kind"),) if kind else ()),
            *((("heading", above, ABOVE_COUNCIL),) if above else ()),
        ),
    )


def _offer_day_of_name(reading: Reading) -> None:
    """Says in the warning that the date is missing which day the file's name has: a candidate, and never the date."""
    day = day_of_name(reading.view.document.name)
    for i, w in enumerate(reading.warnings):
        if day and w.code == "no_date":
            message = f"{w.message}; the name of the file has {day}, which is not taken for the date"
            reading.warnings[i] = w.model_copy(update={"message": message})


def _first_line(reading: Reading) -> tuple[int, int]:
    paragraphs = reading.outline.paragraphs
    return (paragraphs[0].start, paragraphs[0].end) if paragraphs else (reading.start, reading.start + 1)
