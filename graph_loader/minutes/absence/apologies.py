"""Apologies and absences, in lists and in sentences; who stood in for the absent goes on to `substitutions`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...folding import fold
from ...lexicon.agreement import same_person
from ...lexicon.months import month_names
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Attendance, Capacity
from ..lists.people import read_people
from ..names.bodies import organisation_kind
from ..names.capacities import is_no_member, is_officer_role, role_capacity
from ..page.outline import Section
from ..page.reading import Reading
from ..page.vocabulary import is_field, is_post
from .leave import is_longer_leave
from .lists import Away, AwayList, read_bare, read_sentence
from .opening import is_opening
from .tables import AwayRow, away_rows

_EARLIER = re.compile(
    r"\b(?:minutes? of|previous (?:meeting|minutes)|last meeting|minutes .{0,40}(?:amended|corrected)|inclusion of"
    r"|subject to|(?:had been|were|was) omitted)\b",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"\b(?:apolog(?:y|ies)|regrets|excused|absent|absence|unable\s+to|not\s+present|not\s+attend|could\s+not)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\W*(?:(?:there )?(?:were|was) )?(?:no|none|nil|n/a|not applicable)\b", re.IGNORECASE)
_LATENESS = re.compile(r"\b(?:lateness|late)\b", re.IGNORECASE)
_LONGEST_LINE = 100
"""Signs of a line that names one person."""
_THESE = re.compile(
    r"\W*(?:(?:this|these|they|it|those|one|some)\s+(?:(?:was|were|had\s+been|have\s+been|has\s+been|are|is)\s+)?)?"
    r"(?:duly\s+|also\s+)?(?:received|submitted|sent|tendered|given|noted|accepted|recorded|made|offered|conveyed)"
    r"(?:\s+and\s+\w+ed)?\s+(?:from|for|by|on\s+behalf\s+of)\s*:?\s+",
    re.IGNORECASE,
)
"""A sentence under the heading that calls them by no name: `These were received from A and B.`"""
_OTHER_TIER = re.compile(r"(?:county|district|borough|city)\s+(?:cllr|councillor)", re.IGNORECASE)


@cache
def _another_meeting() -> re.Pattern[str]:
    months = "|".join(month_names())
    return re.compile(
        rf"\b(?:next|forthcoming|following|future|upcoming|{months})\s(?:[a-z]+\s){{0,2}}meetings?\b"
        r"|\bmeeting (?:in|on) (?!th)[A-Z\d]|\bnext (?:month|week)",
        re.IGNORECASE,
    )


@dataclass(frozen=True)
class Apologies:
    """The records that apologies and absences give, and the lists that they were read from."""

    attendance: list[Attendance]
    lists: list[AwayList]


def is_about_earlier(sentence: str) -> bool:
    """Whether a sentence speaks of an earlier meeting or of its minutes."""
    return _EARLIER.search(sentence) is not None


def read_apologies(reading: Reading, present: Sequence[Attendance] = ()) -> Apologies:
    """All apologies and absences of a meeting, those of the sections first; once for each person and status.

    `present` are the records of the lists: what a later sentence says of somebody in them is about an item, about
    another meeting, or already told.
    """
    records: dict[tuple[str, str], Attendance] = {}
    lists: list[AwayList] = []
    covered: set[int] = set()
    for section in reading.sections:
        if section.kind != "apologies" or _LATENESS.search(reading.words(*section.label)):
            continue
        for found in _of_section(reading, section, covered):
            kept = [named for away in found.away if (named := _in_full(reading, present, records, away)) is not None]
            lists.append(replace(found, away=tuple(kept)))
            for away in kept:
                _take(records, _record(reading, away, section, found.rule))
    for found, span in _spoken(reading, covered):
        kept = []
        for away in [named for said in found.away if (named := _in_full(reading, present, records, said)) is not None]:
            name = away.listed.person
            if any(same_person(r.person, name) for r in records.values()):
                continue
            there = found.rule != "apologies.sentence" and not is_opening(reading, span[0])
            if there and _is_there(reading, present, away):
                continue
            kept.append(away)
            record = _record(reading, away, None, found.rule)
            _take(records, record.model_copy(update={"span": reading.span(*span, found.rule)}))
        lists.append(AwayList(tuple(kept), found.rule, found.joint))
    return Apologies(list(records.values()), lists)


def _in_full(
    reading: Reading, present: Sequence[Attendance], records: Mapping[tuple[str, str], Attendance], away: Away
) -> Away | None:
    """Somebody who is away, for initials by the name that they stand for; none where a record has that person."""
    letters = away.listed.person
    if not _LETTERS.fullmatch(letters):
        return away
    told = (*present, *records.values())
    if any(r.initials == letters for r in told):
        return None
    named = reading.roster.by_initials.get(letters)
    name = reading.roster.initials.get(letters) or (named.plain if named else None)
    if name is None:
        return away
    return (
        None
        if any(same_person(r.person, name) for r in told)
        else replace(away, listed=replace(away.listed, person=name))
    )


_LETTERS = re.compile(r"[A-Z]{2,4}")


def _is_there(reading: Reading, present: Sequence[Attendance], away: Away) -> bool:
    """Whether a list has somebody as there, other than by the very words that say the contrary."""
    return any(
        r.status in {"present", "in_attendance"}
        and same_person(r.person, away.listed.person)
        and reading.place(r.span)[0] != away.listed.start
        for r in present
    )


def _take(records: dict[tuple[str, str], Attendance], record: Attendance) -> None:
    name = parse_name(record.person)
    key = fold(name.plain), record.status
    before = records.setdefault(key, record)
    if {parse_name(before.person).gender, name.gender} == {"m", "f"}:
        records.setdefault((f"{key[0]} {name.gender}", record.status), record)  # `Mr and Mrs D. Orme`
        return
    others = (before.organisation, before.note), (record.organisation, record.note)
    if before is not record and before.list == record.list is not None and all(map(any, others)) and len({*others}) > 1:
        records.setdefault((f"{key[0]} {fold(str(others[1]))}", record.status), record)


# -- lists -----------------------------------------------------------------------------------------------------------


def _of_section(reading: Reading, section: Section, covered: set[int]) -> Iterator[AwayList]:
    """The people of an apologies section: its sentences, and the lines of a list without a verb."""
    section = _with_prose(reading, section)
    table = [row for row in away_rows(reading, section.start, section.end) if row.people]
    if table:
        yield _of_table(table)
        return
    listing, begun = False, None
    for i, (start, end) in enumerate(reading.sentences(section.start, section.end)):
        covered.add(reading.sentence(start, start + 1)[0])
        text = reading.flow[start:end]
        elsewhere = is_about_earlier(text) or is_longer_leave(reading, start, end)
        found = [] if elsewhere else read_sentence(reading, start, end, opening=True)
        if not found and (these := _THESE.match(reading.flow, start, end)):
            found = list(_bare(reading, (these.end(), end)))
        yield from found
        named = i == 0 or _begins_with_name(reading, start) or (listing and _is_line(reading, start, end))
        if found or not (named or begun) or _NONE.match(text) or elsewhere:
            yield from _bare(reading, begun)
            listing, begun = False, None
            continue
        begun = (begun or (start, end))[0], end
        if not _goes_on(text):
            bare = list(_bare(reading, begun))
            yield from bare
            listing, begun = bool(bare), None
    yield from _bare(reading, begun)


def _bare(reading: Reading, place: tuple[int, int] | None) -> Iterator[AwayList]:
    found = read_bare(reading, *place) if place else None
    if found and found.away:
        yield found


def _goes_on(text: str) -> bool:
    """Whether a line of a list needs the next one: after a comma, `and`, or a title for several people."""
    return re.search(r"(?:[,:;&]|\band|\b(?:C(?:oun)?c?i?llors|Cllrs|Members|Messrs)\.?:?)\s*$", text) is not None


def _with_prose(reading: Reading, section: Section) -> Section:
    """The section; where a head stands alone above a paragraph of sentences, with that paragraph."""
    flow = reading.flow
    if flow[section.start : section.end].strip():
        return section
    at = section.end
    while at < reading.last and flow[at].isspace():
        at += 1
    end = reading.paragraph(at)[1]
    if any(section.end <= s.label[0] < end for s in reading.outline.sections):
        return section
    if any(section.end <= i.begin < end for i in reading.outline.items):
        return section
    return replace(section, end=end)


def _begins_with_name(reading: Reading, start: int) -> bool:
    return (
        re.match(
            r"[^\w\ue000-\ue009]*(?:and |from |also from )?(?:the )?[\ue000\ue002\ue004]",
            reading.tagged.text[start : start + 60],
        )
        is not None
    )


def _is_line(reading: Reading, start: int, end: int) -> bool:
    """Whether a line of a list is a name, or a post with its holder, although nothing but its form says so."""
    if end - start > _LONGEST_LINE:
        return False
    found = read_people(reading.view, reading.flow, start, end).people
    first = reading.flow[start:end].split()[0]
    return bool(found) and (found[0].start - start < 3 or is_post(first) or is_field(first))


def _of_table(table: Sequence[AwayRow]) -> AwayList:
    away = []
    for row in table:
        for listed in row.people:
            reason, substitutes = row.text("reason"), row.mentions("substitute")
            away += [Away(listed, "apologies", reason=reason, substitutes=substitutes, place=row.place)]
    return AwayList(tuple(away), "apologies.table")


def _record(reading: Reading, away: Away, section: Section | None, name: str) -> Attendance:
    listed = away.listed
    organisation, reason = listed.organisation, away.reason or listed.notes.reason
    if organisation and organisation[:1].islower():
        organisation, reason = None, reason or organisation
    role = away.role or listed.role
    return Attendance(
        person=listed.person,
        status=away.status,
        role=role,
        capacity=_capacity(away, role, organisation),
        organisation=organisation,
        organisation_kind=organisation_kind(organisation) if organisation else None,
        reason=reason,
        note=listed.notes.note,
        initials=listed.notes.initials,
        list=reading.outline.list_number(section) if section else None,
        span=reading.span(listed.start, max(listed.end, listed.entry_end, away.place[1] if away.place else 0), name),
        evidence=reading.evidence(("heading", section.label, "apologies.heading")) if section else (),
    )


def _capacity(away: Away, role: str | None, organisation: str | None) -> Capacity | None:
    """An apology alone does not say as what somebody was expected; a substitute, a role or a sender does."""
    if away.substitutes or away.status == "absent":
        return "member"
    if given := role_capacity(role):
        return given
    if is_officer_role(role) or is_no_member(role):
        return "officer"
    if organisation and organisation_kind(organisation) not in {"ward", "party"}:
        return "guest"
    if _OTHER_TIER.match(away.listed.person):
        return "guest"
    return "member" if role else None


# -- sentences -------------------------------------------------------------------------------------------------------


def _spoken(reading: Reading, covered: set[int]) -> Iterator[tuple[AwayList, tuple[int, int]]]:
    """Apologies and absences in sentences outside the sections for them, with the place of the sentence."""
    for m in _TRIGGER.finditer(reading.flow, reading.start, reading.last):
        start, end = reading.sentence(m.start(), m.end())
        if start in covered:
            continue
        covered.add(start)
        text = reading.flow[start:end]
        if is_about_earlier(text) or is_longer_leave(reading, start, end) or _another_meeting().search(text):
            continue
        for found in read_sentence(reading, start, end, opening=is_opening(reading, start)):
            yield found, (start, end)


def together(reading: Reading, lists: list[Attendance], apologies: Apologies) -> list[Attendance]:
    """The records of the lists with those of the apologies.

    An entry that a sentence about apologies begins with is none of the list before it; and who sent apologies is not
    absent without them.
    """
    said = {a.listed.start for found in apologies.lists for a in found.away}
    away = [a.person for a in apologies.attendance if a.status == "apologies"]
    kept = [
        a
        for a in lists
        if reading.place(a.span)[0] not in said
        and not (a.status == "absent" and any(same_person(a.person, p) for p in away))
    ]
    seen = {(fold(a.person), a.status) for a in kept}
    return [*kept, *(a for a in apologies.attendance if (fold(a.person), a.status) not in seen)]
