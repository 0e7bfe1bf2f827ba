"""Which words beside names are affiliations: told by the other entries of the lists, not by the words alone.

`Ann Roe (Oakham)` may be a ward, a firm, a former name. Where the other people of the lists have such words too, it is
what they come from; where nobody has, it stays a note and is said to be unread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ....folding import fold
from ....parsed_minutes import Attendance
from ...names.bodies import organisation_kind
from ...names.organisations import may_be_affiliation
from ...names.stated_beside import other_name_in
from ...page.reading import Reading

_FEWEST = 2
"""Entries with such words, at least, that make a column of them."""
_SHARE = 3
"""At least one entry in so many has them."""


def with_affiliations(reading: Reading, records: Sequence[Attendance]) -> list[Attendance]:
    """The records with the notes that are affiliations as organisations; any other note is said to be unread."""
    lists: dict[int | None, list[Attendance]] = defaultdict(list)
    for record in records:
        lists[record.list].append(record)
    column = any(_is_column(one) for number, one in lists.items() if number is not None)
    apart = {id(r) for one in lists.values() for r in _told_apart(one)}
    return [_settled(reading, record, column=column or id(record) in apart) for record in records]


def _told_apart(records: Sequence[Attendance]) -> Iterator[Attendance]:
    """Those of one list who have the same words for a name and differ by what stands beside it."""
    same: dict[str, list[Attendance]] = defaultdict(list)
    for record in records:
        same[fold(record.person)].append(record)
    for people in same.values():
        if len({r.organisation or r.note for r in people} - {None}) > 1:
            yield from people


def _is_column(records: Sequence[Attendance]) -> bool:
    """Whether the people of one list have affiliations beside them: enough of them, and most notes have the form."""
    notes = [r.note for r in records if r.note]
    fit = sum(1 for note in notes if may_be_affiliation(note))
    known = sum(1 for r in records if r.organisation)
    return fit + known >= _FEWEST and (fit + known) * _SHARE >= len(records) and fit * 2 > len(notes)


def _settled(reading: Reading, record: Attendance, *, column: bool) -> Attendance:
    if record.note is None or other_name_in(record.note):
        return record
    if column and record.organisation is None and may_be_affiliation(record.note):
        kind = organisation_kind(record.note)
        return record.model_copy(update={"organisation": record.note, "organisation_kind": kind, "note": None})
    reading.say("unread_note", f"no rule reads “{record.note}” beside “{record.person}”: kept as a note", record.span)
    return record
