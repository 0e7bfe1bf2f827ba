"""Who was there, and as what: the lists of people at the head of the minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from ...folding import fold
from ...lexicon.agreement import same_person
from ...lexicon.entries import folded, values, word_set
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Attendance, AttendanceStatus, Capacity, OrganisationKind
from ..lists.beside.legends import legend_of, marked, marks_present, without_legend, without_legend_lines
from ..lists.beside.notes import NO_NOTES, VIRTUAL
from ..lists.columns import spread
from ..lists.entries import Entry, Listed
from ..lists.people import read_people
from ..names.bodies import organisation_kind
from ..names.capacities import heading_capacity, is_no_member, is_officer_role, role_capacity
from ..names.name_spans import title_at
from ..names.organisations import is_acronym
from ..names.role_words import singular_role
from ..names.tokens import tokens
from ..page.head_forms import is_counted_out
from ..page.outline import Section
from ..page.reading import Reading
from ..page.vocabulary import is_field
from .suspensions import warn_suspended
from .tables import read_tables
from .told import stated_present

_CO_OPTED_HEADING = re.compile(r"co-?opt|advis|lay|independent|added|associate|ex officio", re.IGNORECASE)
_SENT = re.compile(r"representatives?\s+(?:of|from|for)\s+(?:the\s+)?(?P<whom>.+)$", re.IGNORECASE)
_OBSERVERS = re.compile(r"observers?$", re.IGNORECASE)
_IN_ATTENDANCE = re.compile(r"(?:those |persons )?(?:in attendance|attending)\W*", re.IGNORECASE)
_FEWEST_MEMBERS = 3
_UNFINISHED = re.compile(r"(?:[,;&:-]|\band)\s*\Z", re.IGNORECASE)
_CLERK = re.compile(r"\bclerk\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\s*(?:none|nil|n/?a|no one|nobody|there were none|no apologies|no absences)\b[^\n]{0,30}(?:\n|\Z)", re.IGNORECASE
)


def read_lists(reading: Reading) -> list[Entry]:
    """All entries of the lists of present, in attendance, absent and in the chair, and of tables, in order.

    Those whom a list calls suspended or disqualified are none: each is a warning.
    """
    found = read_tables(reading)
    reading.tables = found.places
    entries = list(found.entries)
    for section in reading.sections:
        if section.kind in {"apologies", "declarations"} or _NOBODY.match(reading.flow, section.start, section.end):
            continue
        for start, end in reading.outside_tables(section.start, section.end):
            for low, high in without_legend_lines(reading, section, start, end):
                entries += _listed(reading, section, low, high)
    if not any(e.status == "present" and e.section.kind not in {"chair", "in_attendance"} for e in entries):
        stated = list(stated_present(reading))
        entries = entries + stated if stated else _members_in_attendance(reading, entries)
    for entry in entries:
        reading.roster.add(entry.listed)
    entries = [e for e in entries if parse_name(e.listed.person).surname]
    suspended = [e for e in entries if e.section.kind == "suspended" or e.listed.notes.suspended]
    for entry in suspended:
        warn_suspended(reading, entry.listed.person, entry.listed.start, entry.listed.entry_end)
    return sorted((e for e in entries if e not in suspended), key=lambda entry: entry.listed.start)


def _members_in_attendance(reading: Reading, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those under `In attendance` as present where no list names those present, and most of the first
    such list hold no post: the body puts its members there.
    """
    plain = [e for e in entries if _IN_ATTENDANCE.fullmatch(reading.words(*e.section.label))]
    first = [e for e in plain if e.section.label == plain[0].section.label and e.status == "in_attendance"]
    members = [e for e in first if not is_officer_role(e.listed.role) and not is_no_member(e.listed.role)]
    if len(members) < _FEWEST_MEMBERS or len(members) * 2 <= len(first):
        return list(entries)
    return [
        replace(e, section=replace(e.section, kind="present"), status="present") if e in first else e for e in entries
    ]


def _listed(reading: Reading, section: Section, start: int, end: int) -> Iterator[Entry]:
    """The entries of a section, or of a part of it."""
    heading = reading.words(*section.label)
    members = section.kind in {"present", "absent"}
    counted = is_counted_out(reading.flow, section.label[1], section.end)
    found = read_people(
        reading.view,
        reading.flow,
        start,
        end,
        members=members,
        each=_title(heading, apart=section.start > section.label[1] or reading.flow.startswith("\n", section.label[1])),
        surnames=counted,
    )
    status = _status(section)
    people = spread(reading, found.people, found.loose)
    holders = _end_of_holders(reading, section, heading, people)
    for listed in people:
        if listed.start >= holders:
            below = replace(section, kind="in_attendance" if section.kind == "clerk" else "present")
            below = replace(below, kind="present") if _after_chair(reading, section) else below
            yield Entry(listed, below, listed.notes.status or _status(below))
            continue
        yield Entry(_with_heading(listed, section, heading), section, listed.notes.status or status)
        if listed.inferred:
            message = f"{listed.inferred}: read as “{listed.person}”"
            reading.warn("names_run_together", message, listed.start, listed.end, "attendance.list")
    for first, last in found.unread:
        reading.warn("unparsed_line", f"no rule reads this in the list “{heading}”", first, last, "attendance.list")


def _end_of_holders(reading: Reading, section: Section, heading: str, people: Sequence[Listed]) -> int:
    """Where those end who hold the office that heads a section: with its line, where one person has it there.

    `Secretary: A` above lines of other names is no heading of theirs; `Observers: A` and `Mayor:` above names are.
    """
    if section.kind not in {"chair", "clerk", "role"} or singular_role(heading) != heading:
        return section.end
    line = reading.flow.find("\n", section.start, section.end)
    inline = [one for one in people if section.start <= one.start < line]
    return line if len(inline) == 1 and not _UNFINISHED.search(reading.flow[section.start : line]) else section.end


def _after_chair(reading: Reading, section: Section) -> bool:
    """Whether a section goes on with the officers of the body, whom its chair heads."""
    sections = reading.outline.sections
    at = sections.index(section)
    return at > 0 and sections[at - 1].kind == "chair" and section.label[0] - sections[at - 1].end < 3


def _title(heading: str, *, apart: bool) -> str | None:
    """The title that a heading, `apart` with a sign or a line end after it, gives to every name: `Councillors`."""
    table = values("titles", "plural")
    label = heading.casefold().strip(" :.")
    each = next((one for plural, one in table.items() if plural.casefold() == label), None)
    is_label = apart and fold(label) in folded("titles", "label")
    return each if each in word_set("titles", "civic") and not is_label else None


def _status(section: Section) -> AttendanceStatus:
    if section.kind == "absent":
        return "absent"
    return "in_attendance" if section.kind in {"in_attendance", "clerk"} else "present"


def _with_heading(listed: Listed, section: Section, heading: str) -> Listed:
    if section.kind == "chair" and (listed.role is None or (listed.role == "Chair" and listed.notes.chairs)):
        office = re.sub(
            r"^(?:present\s+)?in the chair$|^presiding.*$|^chaired by$|^meeting chair$",
            "Chair",
            heading,
            flags=re.IGNORECASE,
        ).strip()
        return replace(listed, role=office)
    if section.kind == "clerk" and listed.role is None:
        return replace(listed, role="Clerk" if re.search(r"clerk", heading, re.IGNORECASE) else heading)
    if section.kind == "role" and (sent := _SENT.match(heading)):
        role = listed.role or "Representative"
        return replace(listed, role=role, organisation=listed.organisation or sent["whom"].strip(" :"))
    if listed.role is None and (section.kind == "role" or _OBSERVERS.match(heading)):
        return replace(listed, role=singular_role(heading))
    post = listed.organisation
    said = post is not None and (is_acronym(post) or all(is_field(word) for word in post.split()))
    if said and listed.role is None and heading_capacity(heading) == "officer":
        return replace(listed, role=post, organisation=None)
    return listed


def attendance_records(reading: Reading, entries: Sequence[Entry]) -> list[Attendance]:
    """The records of these entries; one record for somebody whom two lists of one status name.

    Two entries of one list are two people, whatever their words.
    """
    records: list[Attendance] = []
    at: dict[tuple[str, str], int] = {}
    listed: dict[int, tuple[int, int]] = {}
    beside = _beside_members(reading, entries)
    legends: dict[tuple[int, int], Mapping[str, str]] = {}
    for entry in entries:
        place = entry.section.label
        if place not in legends:
            legends[place] = legend_of(reading, entry.section)
        record = _record(reading, entry, legends[place])
        if entry.listed.start in beside and record.status == "present":
            record = record.model_copy(update={"status": "in_attendance", "capacity": beside[entry.listed.start]})
        key = fold(record.person), record.status
        if came := _came_or_went(record, records):
            records[came[0]] = came[1]
            continue
        if key not in at or listed[at[key]] == entry.section.label:
            at[key] = len(records)
            listed[len(records)] = entry.section.label
            records.append(record)
            continue
        before = records[at[key]]
        if before.role is None or (record.role and entry.section.kind == "chair"):
            place = entry.listed.start, entry.listed.entry_end
            also = reading.evidence(("statement", place, "attendance.list"))
            records[at[key]] = before.model_copy(
                update={"role": record.role or before.role, "evidence": (*before.evidence, *also)}
            )
    return records


def _came_or_went(record: Attendance, records: Sequence[Attendance]) -> tuple[int, Attendance] | None:
    """A member listed before of whom a line below the lists says when he came or went: `Cllr A left`."""
    who = parse_name(record.person)
    if record.status not in {"present", "in_attendance"} or not (record.arrived or record.left or record.reason):
        return None
    fits = (i for i, r in enumerate(records) if r.status == "present" and same_person(r.person, record.person))
    there = list(islice(fits, 2))
    if len(there) != 1 or records[there[0]].arrived or records[there[0]].left:
        return None
    listed = parse_name(records[there[0]].person)
    fuller = not (who.first_name or who.initial) and bool(listed.first_name or listed.initial)
    if not fuller and not (record.status == "present" and fold(listed.plain) == fold(who.plain) and _told(record)):
        return None
    times = {"arrived": record.arrived, "left": record.left}
    return there[0], records[there[0]].model_copy(update={k: v for k, v in times.items() if v})


def _told(record: Attendance) -> bool:
    """Whether the place of a record tells of coming or going in words, as a sentence does: `Cllr A left at 8.10 pm`."""
    return (
        re.match(r"\s+(?:has\s+|had\s+)?(?:left|arrived|joined|departed)\b", record.span.text[len(record.person) :])
        is not None
    )


def _beside_members(reading: Reading, entries: Sequence[Entry]) -> dict[int, Capacity]:
    """Where those stand who are no members in a list of people with a title of councillors, and as what they came.

    They have no such title and hold a post, or come from elsewhere and stand after the clerk.
    """
    found: dict[int, Capacity] = {}
    for label in {entry.section.label for entry in entries if entry.section.kind == "present"}:
        listed = [entry.listed for entry in entries if entry.section.label == label]
        civic = [one for one in listed if _is_civic(one)]
        if len(civic) > 1 and len(civic) * 2 > len(listed):
            others = [one for one in listed if not _is_civic(one) and role_capacity(one.role) is None]
            found |= dict.fromkeys((one.start for one in others if is_officer_role(one.role)), "officer")
            clerk = _CLERK.search(reading.flow, label[1], listed[-1].start)
            after = [one for one in others if clerk and one.start > clerk.start() and one.organisation]
            found |= dict.fromkeys((one.start for one in after if one.role is None), "guest")
    return found


def _is_civic(listed: Listed) -> bool:
    row = tokens(listed.person, 0, len(listed.person))
    title = title_at(row, 0) if row else None
    return title is not None and (title.civic or title.office is not None)


def _record(reading: Reading, entry: Entry, legend: Mapping[str, str]) -> Attendance:
    listed, section = entry.listed, entry.section
    heading = reading.words(*section.label)
    role, status = listed.role, entry.status
    if status == "present" and section.kind != "chair" and (is_no_member(role) or listed.public):
        status = "in_attendance"
    if section.kind == "chair" and (is_officer_role(role) or is_no_member(role)):
        status, role = "in_attendance", "Chair"
    notes = listed.notes
    label = without_legend(reading, section) if legend else heading
    signs = marked(reading, legend, listed.start, listed.end, section.end) if legend else NO_NOTES
    status = signs.status or status
    if status == "present" and signs.status is None and notes.status is None and marks_present(legend):
        status = "absent"
    mode = notes.mode or signs.mode or ("virtual" if VIRTUAL.search(label) else None)
    listed = replace(listed, organisation=None) if listed.organisation in legend else listed
    kind = _organisation_kind(listed)
    headed = section.label[1] > section.label[0]
    person, start = listed.person, listed.start
    if status == "in_attendance" and listed.title in word_set("titles", "board"):
        # `Director Jo Ash` among the staff has a post; among the members it is the title of one.
        person, role = person.removeprefix(listed.title or "").strip(), role or listed.title
        start = reading.flow.index(person.split()[0], start)
    return Attendance(
        person=person,
        status=status,
        role=role,
        capacity=_capacity(status, entry, role, heading),
        organisation=listed.organisation,
        organisation_kind=kind,
        mode=mode,
        arrived=notes.arrived or signs.arrived,
        left=notes.left or signs.left,
        reason=notes.reason or notes.said or signs.reason or signs.said,
        note=notes.note,
        initials=notes.initials,
        list=reading.outline.list_number(section),
        span=reading.span(start, max(listed.end, listed.entry_end), "attendance.list"),
        evidence=reading.evidence(("heading", section.label, "attendance.heading")) if headed else (),
    )


def _organisation_kind(listed: Listed) -> OrganisationKind | None:
    if listed.organisation is None:
        return None
    return listed.organisation_kind or organisation_kind(listed.organisation)


def _capacity(status: AttendanceStatus, entry: Entry, role: str | None, heading: str) -> Capacity | None:
    listed, section = entry.listed, entry.section
    if listed.public:
        return "public"
    if status == "in_attendance":
        return _capacity_beside(listed, section, role, heading)
    if section.kind == "role":
        if _CO_OPTED_HEADING.search(heading):
            return "co_opted"
        return heading_capacity(heading) or "member"
    return role_capacity(role) or "member"


def _capacity_beside(listed: Listed, section: Section, role: str | None, heading: str) -> Capacity | None:
    """The capacity of somebody who was in attendance beside the members."""
    if section.kind in {"present", "chair", "clerk"} or is_officer_role(role):
        return "officer"
    given = heading_capacity(heading)
    kind = _organisation_kind(listed)
    if given == "officer":
        return "guest" if kind in {"body", "employer"} else "officer"
    if given in {"guest", "public"}:
        return given
    if listed.organisation:
        return "officer" if kind == "service" else "guest"
    return None
