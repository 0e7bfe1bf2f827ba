"""Which of the people listed a name in running text means: by the mark behind it, where it has one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ...lexicon.agreement import same_person
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Attendance, AttendanceStatus
from ..names.roster import tells

_BRACKET = re.compile(r"\((?P<mark>[^()]+)\)\s*$")


def mark_of(name: str) -> str | None:
    """What stands in a bracket at the end of a name: the party, the ward, the place."""
    found = _BRACKET.search(name)
    return found["mark"] if found else None


def meant(records: Sequence[Attendance], name: str, statuses: Collection[AttendanceStatus]) -> list[int]:
    """The records with one of these statuses that a name can mean, by their place among the records."""
    there = [i for i, r in enumerate(records) if r.status in statuses and same_person(r.person, name)]
    mark = mark_of(name)
    marked = [i for i in there if mark and any(tells(mark, w) for w in (records[i].organisation, records[i].note) if w)]
    return marked or there


def are_several(records: Sequence[Attendance], there: Sequence[int]) -> bool:
    """Whether records are of several people: their names differ, or one list has the name more than once."""
    lists = [records[i].list for i in there]
    return len({parse_name(records[i].person).plain for i in there}) > 1 or len(lists) > len({*lists})
