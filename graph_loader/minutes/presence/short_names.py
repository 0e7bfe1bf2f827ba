"""Somebody named by the surname in one list and in full in another place: one record, by the fuller name."""

from __future__ import annotations

from collections.abc import Sequence

from ...folding import fold
from ...lexicon.agreement import same_person
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Attendance
from ..page.reading import Reading


def with_full_names(reading: Reading, records: Sequence[Attendance]) -> list[Attendance]:
    """The records, without those that name by the surname alone somebody whom a record of that status, or a member who
    was there, names in full; who was not present and has no such record has the one fuller name that the text gives.

    A member is named as the list names him; where two lists contradict each other, both records stay.
    """
    kept: list[Attendance] = []
    told: dict[int, str] = {}
    for record in records:
        who = parse_name(record.person)
        if not (who.title and who.surname and who.bare):
            kept.append(record)
            continue
        full = [r for r in records if r is not record and _names(r.person, record.person)]
        same = [
            r for r in full if r.status == record.status or (r.status, record.status) == ("present", "in_attendance")
        ]
        if len(same) == 1 and not any(_is_alike(r, record) for r in records if r is not record):
            if record.role and same[0].role is None:
                told[id(same[0])] = record.role
            continue
        kept.append(record if full or record.status == "present" else _named_in_full(reading, record))
    return [r.model_copy(update={"role": told[id(r)]}) if id(r) in told else r for r in kept]


def _is_alike(one: Attendance, other: Attendance) -> bool:
    return fold(one.person) == fold(other.person)


def _names(full: str, short: str) -> bool:
    """Whether a name with a given name or an initial can be that of somebody named by title and surname."""
    return not parse_name(full).bare and same_person(full, short)


def _named_in_full(reading: Reading, record: Attendance) -> Attendance:
    """The record with the name that the text gives the person elsewhere, where it gives one and no other."""
    names = {
        fold(m.text): m.text
        for m in reading.tagged.mentions
        if m.kind == "person" and _names(m.text, record.person) and parse_name(m.text).given
    }
    if len(names) != 1:
        return record
    return record.model_copy(update={"person": next(iter(names.values()))})
