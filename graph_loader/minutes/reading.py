"""The way through a document: every meeting in it, read kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..documents import Document, DocumentError
from ..folding import fold, fold_body
from ..lexicon.agreement import same_surname
from ..parsed_minutes import Appointment, Attendance, Body, Item, Meeting, ParsedMinutes, ParseWarning, Source
from .absence.apologies import read_apologies, together
from .absence.substitutions import read_substitutions, substitutes_present
from .appointments.departures import read_departures
from .appointments.labelled.reader import with_labelled as with_labelled_appointments
from .appointments.reader import read_appointments
from .appointments.sentences import Decided
from .appointments.voters import Voters
from .dates.clock import MeetingHours
from .dates.written import dates
from .interests.declarations import read_declarations
from .labelling.models import Models, models
from .lists.beside.affiliations import with_affiliations
from .lists.entries import Entry, Listed
from .meeting.body import NamedBody
from .meeting.calendar import read_announcements
from .meeting.reader import read_meeting
from .meeting.status import with_status
from .meeting.whether_minutes import is_minutes, refusal, warn_no_people
from .motions.delegations import read_delegations
from .motions.earlier_minutes import read_corrections, read_previous
from .motions.reader import motion_records, read_proposals
from .motions.resolutions import read_resolutions
from .names.bodies import body_kind
from .names.body_changes import read_body_changes
from .names.other_names import read_other_names
from .page.heads import stops_people
from .page.layout import Layout
from .page.numbering import check_numbers
from .page.outline import Outline
from .page.reading import Reading
from .page.view import RunningView, View, whole_span
from .plain_text import PlainText, plain_text
from .presence.attendance import attendance_records, read_lists
from .presence.chairing import with_chair
from .presence.empty_lists import check_empty_lists
from .presence.grid import GridRow, grid_placings, read_grid, with_grid
from .presence.labelled.reader import LabelledPeople, read_labelled, with_labelled
from .presence.movements import with_movements
from .presence.role_forms import with_role_forms
from .presence.short_names import with_full_names
from .presence.speakers import read_contributions, unlisted
from .votes.reader import check_tallies, counted, read_votes

_NEW_MEETING = re.compile(
    r"(?:minutes|proceedings)\s+of\s+(?:the|a|an)\b[^.\n]{0,160}\b(?:meeting|agm|council|committee)\b"
    r"|[^.\n]{0,60}\b(?:meeting|session)\s+minutes\b",
    re.IGNORECASE,
)


def parse(document: Document, labellers: Callable[[], Models | None] = models) -> tuple[ParsedMinutes, ...]:
    """All meetings of a document, in order. `labellers` gives the models; where it gives none, rules read alone.

    Raises `DocumentError` where the text is no minutes: no list of people, no date of a meeting, no body that met.
    """
    found = tuple(minutes for _, minutes in meetings(document, labellers))
    if not any(is_minutes(m) for m in found):
        raise DocumentError(refusal(document.name, found[0]))
    return found


def meetings(document: Document, labellers: Callable[[], Models | None]) -> list[tuple[Reading, ParsedMinutes]]:
    """All meetings of a document, in order, each as it was read and with its records, be they minutes or not."""
    found: list[tuple[Reading, ParsedMinutes]] = []
    for reading in readings(document):
        before = _body_of(reading.view.plain, found[-1][1].meeting) if found else None
        found.append((reading, _meeting(reading, before, labellers())))
    return found


def readings(document: Document) -> list[Reading]:
    """Every meeting of a document, in order, on its way to records."""
    plain = plain_text(document)
    layout = Layout(View(plain))
    view = RunningView(plain, layout.flow)
    whole = Outline(layout, 0, len(layout.view.norm))
    found = [Reading(view, layout, start, end) for start, end in _meetings(whole)]
    if len(found) == 1:
        found[0].outline = whole
    return found


def _meetings(whole: Outline) -> list[tuple[int, int]]:
    """Where each meeting of a document begins and ends: a new heading with a date, and a new list of those present."""
    layout = whole.layout
    lists = sorted(s.label[0] for s in whole.sections if s.kind == "present")
    starts = [0]
    for paragraph in layout.paragraphs:
        text = layout.flow[paragraph.start : paragraph.end]
        if (
            paragraph.first.number
            or not _NEW_MEETING.match(text)
            or not dates(layout.flow, paragraph.start, min(paragraph.end, paragraph.start + 300), 2000)
        ):
            continue
        before = any(starts[-1] <= at < paragraph.start for at in lists)
        after = any(paragraph.start < at < paragraph.start + 900 for at in lists)
        if before and after:
            starts.append(paragraph.first.begin)
    return list(zip(starts, [*starts[1:], len(layout.view.norm)], strict=True))


def _body_of(plain: PlainText, meeting: Meeting) -> NamedBody | None:
    """The body of a meeting, where the document names it."""
    if meeting.body is None:
        return None
    start, end = plain.at(meeting.span.char_start), plain.at(meeting.span.char_end)
    return NamedBody(meeting.body, start, end, "meeting.before")


def _left_out(view: View, start: int, end: int) -> list[ParseWarning]:
    """What no rule has looked at, stretch by stretch, in one meeting's part of the text."""
    first, last = view.plain.origin(start), view.plain.origin_end(end)
    return [
        ParseWarning(
            code="not_read",
            message=f"{cut.what}: not read",
            span=whole_span(view.plain.whole, cut.start, cut.end, "document.left_out"),
        )
        for cut in view.plain.left_out
        if first <= cut.start < last or (cut.start < first and start == 0)
    ]


def _meeting(reading: Reading, before: NamedBody | None, labellers: Models | None) -> ParsedMinutes:
    meeting = read_meeting(reading, labellers, before)
    entries = read_lists(reading)
    grid = read_grid(reading, meeting.date)
    _enroll(reading, grid)
    labelled = read_labelled(reading, labellers)
    attendance = attendance_records(reading, entries)
    attendance = with_grid(reading, attendance, grid)
    apologies = read_apologies(reading, attendance)
    listed = _listed(entries, labelled)
    substitutions = read_substitutions(reading, apologies.lists, listed, attendance)
    attendance = with_affiliations(reading, together(reading, attendance, apologies))
    attendance = substitutes_present(reading, attendance, substitutions, labelled.sure)
    attendance = with_chair(reading, attendance)
    attendance += unlisted(reading, attendance)
    other_names = read_other_names(reading)
    attendance = with_labelled(reading, attendance, labelled, other_names, substitutions.records)
    attendance = substitutes_present(reading, attendance, substitutions)
    attendance = with_full_names(reading, attendance)
    attendance = with_role_forms(attendance)
    attendance = with_movements(reading, attendance, MeetingHours(meeting.start, meeting.end))
    proposals = read_proposals(reading)
    motions = motion_records(reading, proposals)
    decided = Decided(
        tuple(
            (p.start, p.end, p.limit, m.outcome, m.seconder is not None)
            for p, m in zip(proposals, motions, strict=True)
        )
    )
    ballots = read_votes(reading, proposals)
    voters = Voters(reading, ballots.votes)
    appointments = _with_terms(read_appointments(reading, meeting.body, decided, grid_placings(grid), voters), grid)
    departures = read_departures(reading)
    appointments = with_labelled_appointments(reading, appointments, meeting.body, labellers, voters)
    attendance = _lists_counted([_co_opted(a, appointments) for a in attendance])
    announcements = read_announcements(reading, meeting.date)
    motions = counted(motions, ballots)
    check_tallies(reading, motions, ballots)
    resolutions = tuple(read_resolutions(reading))
    dealt = bool(resolutions or appointments or any(m.outcome == "agreed" for m in motions))
    meeting = with_status(reading, meeting, attendance, dealt)
    if not attendance:
        warn_no_people(reading, meeting)
    check_empty_lists(reading, attendance)
    check_numbers(reading)
    reading.warnings += _left_out(reading.view, reading.start, reading.end)
    for note in reading.view.document.notes:
        reading.warn("note", note, reading.start, min(reading.end, reading.start + 1), "document.note")
    return ParsedMinutes(
        source=Source(
            name=reading.view.document.name,
            sha256=reading.view.document.sha256,
            media_type=reading.view.document.media_type,
            uri=reading.view.document.uri,
            published=reading.view.document.published,
        ),
        meeting=meeting,
        attendance=tuple(attendance),
        substitutions=tuple(substitutions.records),
        appointments=tuple(appointments),
        departures=tuple(departures),
        declarations=tuple(read_declarations(reading)),
        motions=tuple(motions),
        votes=ballots.votes,
        delegations=tuple(read_delegations(reading)),
        resolutions=resolutions,
        contributions=tuple(read_contributions(reading)),
        items=tuple(_items(reading)),
        bodies=tuple(_bodies(reading, meeting.body, attendance)),
        body_changes=tuple(read_body_changes(reading)),
        next_meetings=tuple(a.date for a in announcements),
        announcements=tuple(announcements),
        previous_minutes=tuple(read_previous(reading, meeting.date)),
        corrections=tuple(read_corrections(reading, meeting.date)),
        other_names=tuple(other_names),
        warnings=tuple(_in_order(reading.warnings)),
    )


def _listed(entries: Sequence[Entry], labelled: LabelledPeople) -> list[Listed]:
    """The entries of the lists of a meeting: those of the rules, and of the labellers' lists where no rule has them."""
    ours = [entry.listed for entry in entries]
    return ours + [one for one in labelled.listed if not any(o.start < one.end and one.start < o.end for o in ours)]


def _in_order(warnings: Sequence[ParseWarning]) -> list[ParseWarning]:
    """The warnings by their place, each once."""
    unique = {(w.span.char_start, w.span.char_end, w.code, w.message): w for w in warnings}
    return [unique[key] for key in sorted(unique)]


def _enroll(reading: Reading, grid: Sequence[GridRow]) -> None:
    for row in grid:
        if row.name:
            reading.roster.enroll(row.name.title() if row.name.isupper() else row.name)


def _with_terms(appointments: list[Appointment], grid: Sequence[GridRow]) -> list[Appointment]:
    """The end of a term that the grid gives to somebody whom this meeting appoints."""
    terms = {fold(row.name): row.term_end for row in grid if row.name and row.term_end}
    return [
        a.model_copy(update={"end": terms[fold(a.person)]})
        if a.person
        and a.end is None
        and a.action in {"appoint", "co_opt", "elect"}
        and fold(a.person) in terms
        and "governor" in (a.role or "").casefold()
        and "lead" not in (a.role or "").casefold()
        else a
        for a in appointments
    ]


def _lists_counted(attendance: Sequence[Attendance]) -> list[Attendance]:
    """The records with their lists counted from 1 in the order of the text, lists that hold nobody left out."""
    numbers = sorted({a.list for a in attendance if a.list})
    return [a.model_copy(update={"list": numbers.index(a.list) + 1}) if a.list else a for a in attendance]


def _co_opted(record: Attendance, appointments: Sequence[Appointment]) -> Attendance:
    """A representative whom the meeting itself co-opts is a co-opted member."""
    if record.capacity != "representative":
        return record
    if any(
        a.action == "co_opt" and a.outcome == "agreed" and a.person and same_surname(a.person, record.person)
        for a in appointments
    ):
        return record.model_copy(update={"capacity": "co_opted"})
    return record


def _items(reading: Reading) -> Iterator[Item]:
    """The items of the agenda: those with a number, or, where none has one, the headings."""
    items = reading.outline.items
    numbered = sum(1 for i in items if i.number) > 2
    for item in items:
        heading = item.span[0] > reading.start + 40 and not stops_people(item.title) and "RESOLVED" not in item.title
        if item.title and (item.number or (not numbered and heading)):
            yield Item(number=item.number, title=item.title, span=reading.span(item.begin, item.span[1], "item"))


def _bodies(reading: Reading, own: str | None, attendance: Sequence[Attendance]) -> Iterator[Body]:
    """Every body that the minutes name, once, where it is first named."""
    seen = {fold_body(own or "")}
    for record in attendance:
        name = record.organisation
        if name and record.organisation_kind == "body" and fold_body(name) not in seen:
            seen.add(fold_body(name))
            yield Body(name=name, kind=body_kind(name), span=record.span.model_copy(update={"rule": "body"}))
    for mention in reading.tagged.mentions:
        if mention.kind != "body" or mention.start >= reading.last or fold_body(mention.text) in seen:
            continue
        seen.add(fold_body(mention.text))
        yield Body(
            name=mention.text, kind=body_kind(mention.text), span=reading.span(mention.start, mention.end, "body")
        )
