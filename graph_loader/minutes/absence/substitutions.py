"""Who stood in for whom: told beside a name in a list, beside an apology, in a table, or in a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ...lexicon.agreement import same_person
from ...lexicon.by_surname import BySurname
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Attendance, Evidence, Substitution
from ..lists.entries import Listed
from ..names.capacities import is_officer_role
from ..names.mentions import Mention
from ..page.heads import PEOPLE_KINDS
from ..page.reading import Reading
from .apologies import is_about_earlier
from .lists import AwayList
from .substitution_sentences import Told, told

_HONOURED = re.compile(r"\S+\s+\S+,\s*(?:MBE|OBE|CBE|JP)")
_AFTER_NAME = re.compile(
    r",?\s*\b(?:of|attended|attending|acted|acting|sat|came|substituting|was|were|who|as|present|in his|in her|in their"
    r"|on his|on her)\b.*$"
)
_SAYS_SUBSTITUTE = re.compile(
    r"\b(?:sub\w*|deput\w*|alternate|stead|place|behalf|absence|replac\w*|represent\w*|standing|for whom)\b",
    re.IGNORECASE,
)


NOTED = "substitution.noted"
"""The rule of those that a note beside a name in a list tells of."""


@dataclass(frozen=True)
class Substitutions:
    """The records, and who of the substitutes came: all but those who were only expected."""

    records: list[Substitution]
    expected: frozenset[str]


@dataclass(frozen=True)
class _Pair:
    substitute: str
    absent: str | None
    start: int
    end: int
    rule: str
    evidence: tuple[Evidence, ...] = ()
    expected: bool = False


def read_substitutions(
    reading: Reading, away: Sequence[AwayList], listed: Sequence[Listed], attendance: Sequence[Attendance]
) -> Substitutions:
    """All substitutions of a meeting, each once.

    `away` are the lists of apologies, `listed` the entries of the other lists, whose notes may tell of one, and
    `attendance` the records of those lists: nobody stands in for somebody who is there.
    """
    pairs = [pair for entry in listed for pair in _noted(reading, entry)]
    pairs += [pair for found in away for pair in _beside(reading, found)]
    people = [Mention(a.listed.start, a.listed.end, "person", a.listed.person) for found in away for a in found.away]
    earlier: dict[tuple[int, int], bool] = {}
    for statement in told(reading, sorted(people, key=lambda p: p.start)):
        place = reading.sentence(statement.start, statement.end)
        if place not in earlier:
            earlier[place] = is_about_earlier(reading.flow[slice(*place)])
        if earlier[place]:
            continue
        if len(statement.substitutes) != len(statement.absent) and _told_already(pairs, statement):
            continue
        pairs += _paired(reading, statement)
    known_away: BySurname[str] = BySurname()
    for p in people:
        known_away.add(p.text, p.text)
    there: BySurname[Attendance] = BySurname()
    for record in attendance:
        if record.status == "present":
            there.add(record.person, record)
    kept = _unique([p for p in pairs if not _is_there(there, p, known_away)])
    return Substitutions(
        [
            Substitution(
                substitute=p.substitute, absent=p.absent, span=reading.span(p.start, p.end, p.rule), evidence=p.evidence
            )
            for p in kept
        ],
        frozenset(p.substitute for p in kept if p.expected),
    )


def _told_already(pairs: Sequence[_Pair], statement: Told) -> bool:
    """Whether everybody in a statement stands in a pair read beside names: `A, replaced by B and C, replaced by D`."""
    names = [name for p in pairs for name in (p.substitute, p.absent) if name]
    return all(any(same_person(n, m.text) for n in names) for m in (*statement.substitutes, *statement.absent))


def _is_there(present: BySurname[Attendance], pair: _Pair, away: BySurname[str]) -> bool:
    """Whether the person said to be replaced is listed as present throughout by the same name, and not as away."""
    absent = pair.absent
    if absent is None or any(same_person(p, absent) for p in away.find(absent)):
        return False
    return any(
        same_person(a.person, absent) and _as_full(a.person, absent) and not (a.arrived or a.left or a.reason)
        for a in present.find(absent)
    )


def _as_full(one: str, other: str) -> bool:
    """Whether two names say equally much: a bare surname may be that of a namesake."""
    return len(one.split()) == len(other.split()) or len(other.split()) > 2


# -- beside a name ---------------------------------------------------------------------------------------------------


def _noted(reading: Reading, listed: Listed) -> Iterator[_Pair]:
    """What a bracket or a tail beside a name says of substitution, in a list of those who were there."""
    notes, place = listed.notes, (listed.start, listed.entry_end)
    beside = reading.flow[listed.end : listed.entry_end]
    if notes.stands_in_for:
        for absent in _names_in(notes.stands_in_for):
            yield _Pair(listed.person, absent, *place, NOTED)
    elif notes.stood_in_by:
        substitute = next(iter(_names_in(notes.stood_in_by)), None)
        if substitute and (notes.substitute_column or _SAYS_SUBSTITUTE.search(beside)):
            yield _Pair(substitute, listed.person, *place, NOTED)
    elif notes.substitute:
        yield _Pair(listed.person, None, *place, "substitution.role")


def _names_in(text: str) -> list[str]:
    """The names in a note, as written: one, or two that are joined by `and`."""
    first = text if _HONOURED.match(text) else text.split(",", maxsplit=1)[0].strip()
    parts = [_AFTER_NAME.sub("", part).strip(" .;)") for part in re.split(r"\s+(?:and|&)\s+", first)]
    return [part for part in parts if part]


def _beside(reading: Reading, found: AwayList) -> Iterator[_Pair]:
    """The substitutes that stand beside the names of a list of apologies."""
    for a in found.away:
        for substitute in a.substitutes[:1]:
            start, end = a.listed.start, max(a.listed.entry_end, a.place[1] if a.place else 0)
            expected = re.search(r"\b(?:would|will|to)\b", reading.flow[a.listed.end : end]) is not None
            yield _Pair(substitute.text, a.listed.person, start, end, "substitution.beside", expected=expected)
    if found.joint and found.away:
        before = [a for a in found.away if a.listed.start < found.joint.start]
        meant = before if len(before) == len(found.joint.people) else found.away  # who is named after it is not meant
        absent = tuple(Mention(a.listed.start, a.listed.end, "person", a.listed.person) for a in meant)
        yield from _paired(
            reading,
            Told(found.joint.people, absent, absent[0].start, found.joint.end, "substitution.respectively"),
        )


# -- sentences -------------------------------------------------------------------------------------------------------


def _paired(reading: Reading, statement: Told) -> Iterator[_Pair]:
    """As many substitutes as absent members, in one order; or one who stood in for several."""
    substitutes, absent = statement.substitutes, statement.absent
    if len(substitutes) > 1 and len(absent) == 1 and statement.one:
        substitutes = substitutes[:1] if substitutes[-1].kind == "weak" else substitutes[-1:]
    if len(substitutes) == 1 and statement.nearest:
        absent = absent[-1:]
    elif len(substitutes) == 1:
        substitutes = substitutes * len(absent)
    if len(substitutes) != len(absent):
        reading.warn(
            "substitutes_uneven",
            f"{len(substitutes)} substitutes for {len(absent)} absent members",
            statement.start,
            statement.end,
            statement.rule,
        )
        return
    for s, a in zip(substitutes, absent, strict=True):
        if same_person(s.text, a.text) and len(s.text.split()) == len(a.text.split()):
            continue
        also = reading.evidence(("subject", (a.start, a.end), "substitution.absent"))
        yield _Pair(
            s.text,
            a.text,
            statement.start,
            statement.end,
            statement.rule,
            also if len(absent) > 1 else (),
            statement.expected,
        )


def _unique(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Each substitution once; one without an absent member only where no other names the substitute."""
    kept: list[_Pair] = []
    places: BySurname[int] = BySurname()
    for pair in sorted(pairs, key=lambda p: (p.absent is None, p.start)):
        again = next((i for i in places.find(pair.substitute) if _again(kept[i], pair)), None)
        if again is None:
            places.add(pair.substitute, len(kept))
            kept.append(pair)
        elif kept[again].expected and not pair.expected:
            kept[again] = replace(kept[again], expected=False)
    return sorted(kept, key=lambda p: p.start)


def _again(kept: _Pair, pair: _Pair) -> bool:
    if not same_person(kept.substitute, pair.substitute):
        return False
    return pair.absent is None or (kept.absent is not None and same_person(kept.absent, pair.absent))


def substitutes_present(
    reading: Reading, records: list[Attendance], found: Substitutions, labelled: Collection[str] = ()
) -> list[Attendance]:
    """The records with every substitute as present: who stands in for a member is there in the member's place.

    A substitute in no list is there all the same, unless the minutes only say that one was expected, or
    it is one of the `labelled`, folded names of lists that are still to be joined to the records. Whom the list of
    those in attendance itself calls somebody's deputy, or who stands in for an officer, stays there.
    """
    result = list(records)
    later = {s.substitute for s in found.records if parse_name(s.substitute).folded in labelled}
    places: BySurname[int] = BySurname()
    for i, record in enumerate(result):
        places.add(record.person, i)
    for s in found.records:
        if s.absent is None:
            continue
        at = [i for i in places.find(s.substitute) if same_person(result[i].person, s.substitute)]
        there = [i for i in at if result[i].status in {"present", "in_attendance"}]
        for i in there:
            stood_for = [r for r in (result[j] for j in places.find(s.absent)) if same_person(r.person, s.absent)]
            officer = s.span.rule == NOTED or any(is_officer_role(r.role) for r in stood_for)
            beside = officer and _is_listed_beside(reading, result[i])
            deputy = beside and not parse_name(result[i].person).civic
            if result[i].status == "in_attendance" and not deputy:
                result[i] = result[i].model_copy(update={"status": "present", "capacity": "member"})
        if not there and not at and s.substitute not in found.expected | later:
            places.add(s.substitute, len(result))
            result.append(
                Attendance(
                    person=s.substitute,
                    status="present",
                    capacity="member",
                    span=s.span.model_copy(update={"rule": "attendance.substitute"}),
                )
            )
    return result


def _is_listed_beside(reading: Reading, record: Attendance) -> bool:
    """Whether somebody stands in a list of those in attendance beside the members."""
    lists = [s.kind for s in reading.outline.sections if s.kind in PEOPLE_KINDS]
    return record.list is not None and lists[record.list - 1 : record.list] == ["in_attendance"]
