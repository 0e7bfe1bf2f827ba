"""Who was there as the labellers read it, beside what the rules read: where the rules find nobody, or hardly anybody.

The measures are those of docs/decisions/0013-learned-labellers.md, on bodies held out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ....lexicon.agreement import same_person
from ....lexicon.entries import word_set
from ....lexicon.name_words import is_initial
from ....lexicon.person_name import parse_name
from ....parsed_minutes import Attendance, AttendanceStatus, Capacity, OtherName, Substitution
from ...labelling.models import Models
from ...labelling.people import Person
from ...labelling.reading import labelled_people
from ...lists.entries import Listed
from ...names.bodies import organisation_kind
from ...names.capacities import is_officer_role, role_capacity
from ...names.stated_beside import follows_cue, other_name_in
from ...page.reading import Reading
from ...page.vocabulary import bare
from ..suspensions import SUSPENDED
from ..tables import UNDECIDED
from .lists import read_by_rules
from .name_like import is_name_like

SURE = 0.7
"""A label less likely than this is no fact."""
CERTAIN = 0.9
"""A label at least this likely is a fact also where the rules have read the list and missed one."""
_NEXT = 150
"""Signs from a list to a name that stands next to it."""
_DOUBTED = 0.4
"""A label at least this likely, and not sure, is worth a warning."""
_FEW = 3
"""Where the labellers find so many times the present that the rules find, it is the rules that misread the list."""
_LEAST = 2
_MOST_OF_LIST = 3
"""So many of one list, and more than two in three of those named, have one status: then all of it have."""
_SURNAMES = 3
"""So many names of one word show a list of surnames."""
_MORE: Mapping[AttendanceStatus, int] = {"apologies": 2}
"""How many times those whom the rules have with a status the labellers must add, where it is not once."""


_RULE = "person/"
_THERE: frozenset[AttendanceStatus] = frozenset({"present", "in_attendance"})


@dataclass(frozen=True)
class LabelledPeople:
    """Whom the labellers find, once each, by the name without titles; `rule` is what spans name."""

    people: Mapping[str, Person]
    rule: str

    @cached_property
    def sure(self) -> dict[str, Person]:
        """Those that are sure enough to be facts."""
        return {key: person for key, person in self.people.items() if person.sure >= SURE}

    @property
    def listed(self) -> list[Listed]:
        """Of those who were there, the entries that the rules for lists read at their places."""
        return [p.listed for p in self.sure.values() if p.listed is not None and p.status in _THERE]


_GAP = 60
"""Characters between a name and what stands in the column behind it."""
NOBODY = LabelledPeople({}, "")


def is_labelled(record: Attendance) -> bool:
    """Whether a record is the labellers' and no rule's."""
    return record.span.rule.startswith(_RULE)


def read_labelled(reading: Reading, labellers: Models | None) -> LabelledPeople:
    """Everybody whom the labellers find in a meeting's lists.

    Where they are more than the rules have listed, running text can refer to them from here on.
    """
    if labellers is None:
        return NOBODY
    people = read_by_rules(reading, labelled_people(reading, labellers), SURE)
    found = LabelledPeople(_once(reading, people), f"{_RULE}{labellers.version}:name")
    listed = _Named(one.text for one in reading.roster.people)
    names = [_name(reading, person) for person in found.sure.values()]
    new = [name for name in names if name not in listed]
    if len(new) >= len(reading.roster.people):
        for name in new:
            reading.roster.enroll(name)
    return found


def with_labelled(
    reading: Reading,
    attendance: Sequence[Attendance],
    labelled: LabelledPeople,
    other_names: Sequence[OtherName] = (),
    substitutions: Sequence[Substitution] = (),
) -> list[Attendance]:
    """The records of the rules with those of the labellers.

    Of each status the labellers' people are added where the rules have nobody with it, where those whom no rule names
    are as many as the rules have, or, among those that the rules have listed, where the label is all but certain. Where
    the rules have next to nobody present, the labellers also say with which status those stand whom both name. Whom a
    table names without a mark that says who was there stays undecided, and who is suspended is neither there nor away;
    a vote tells who took part in it; whom somebody stood in for there was not there. Another name, by `other_names`, of
    somebody whom the records name is nobody else.
    """
    records = _placed(reading, attendance, labelled)
    named = _Named(record.person for record in records)
    pairs = [(o.person, o.other) for o in other_names] + [(o.other, o.person) for o in other_names]
    renamed = _Named(other for one, other in pairs if one in named)
    undecided = [reading.place(w.span) for w in reading.warnings if w.span.rule in {UNDECIDED, SUSPENDED}]
    new = [
        person
        for person in labelled.sure.values()
        if (name := _name(reading, person)) not in named
        and name not in renamed
        and not any(a <= person.name[0] < b for a, b in (*undecided, *reading.outline.votes))
        and not any(_is_part(reading, record, name, person) for record in records)
        and _whole(reading, person) not in named
        and not any(_is_beside_name(reading, record, name, person) for record in records)
        and not any(_was_stood_in_for(reading, s, name, person) for s in substitutions)
        and not follows_cue(reading.flow, person.name[0])
        and other_name_in(name) is None
    ]
    counts, fresh = Counter(r.status for r in records), Counter(p.status for p in new)
    missed = {s for s in fresh if fresh[s] >= counts[s] * _MORE.get(s, 1)}
    added = [p for p in new if p.status in missed or (p.sure >= CERTAIN and _is_beside(reading, p, records))]
    for person in labelled.people.values():
        doubted = _DOUBTED <= person.sure < SURE and not counts[person.status]
        if doubted and _name(reading, person) not in named:
            _doubt(reading, person)
    return [*records, *_records(reading, added, labelled.rule)]


def _is_beside(reading: Reading, person: Person, records: Sequence[Attendance]) -> bool:
    """Whether a name stands among those whom the rules have read in lists, or next to them."""
    places = [reading.place(r.span) for r in records if r.list is not None]
    return any(start - _NEXT <= person.name[0] <= end + _NEXT for start, end in places)


def _was_stood_in_for(reading: Reading, record: Substitution, name: str, person: Person) -> bool:
    """Whether a name is that of the absent member in a substitution at its place: `Roe` of `Cllr Lee for Cllr Roe`."""
    start, end = reading.place(record.span)
    there = person.status in {"present", "in_attendance"} and start <= person.name[0] < end
    return there and record.absent is not None and same_person(record.absent, name)


def _is_part(reading: Reading, record: Attendance, name: str, person: Person) -> bool:
    """Whether a name is a piece of one that a rule has read at its place: `Berg Pieter` of `Van der Berg Pieter`."""
    start, end = reading.place(record.span)
    return start <= person.name[0] < end and set(name.split()) <= set(record.person.split())


class _Named:
    """The people whom records name: a name is in it that one of them may have as well."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_surname: dict[str, list[str]] = {}
        for name in names:
            self._by_surname.setdefault(parse_name(name).surname, []).append(name)

    def __contains__(self, name: str) -> bool:
        one = parse_name(name)
        others = self._by_surname.get(one.surname, [])
        firsts = [(parse_name(other).first_name, other) for other in others]
        return any(
            same_person(name, other) and not (one.first_name and first and first != one.first_name)
            for first, other in firsts
        )


def _name(reading: Reading, person: Person) -> str:
    return person.written or reading.words(*person.name)


def _is_beside_name(reading: Reading, record: Attendance, name: str, person: Person) -> bool:
    """Whether words without title and initials stand in a column behind a listed name: they are its ward or place."""
    parsed = parse_name(name)
    end = reading.place(record.span)[0] + len(record.person)
    initials = any(is_initial(word) for word in name.split())
    if record.list is None or parsed.title or initials or not end <= person.name[0] < end + _GAP:
        return False
    between = reading.flow[end : person.name[0]]
    return not between.strip() and ("\t" in between or len(between) > 2) and "\n" not in between


def _whole(reading: Reading, person: Person) -> str:
    """The name that the rules find at this place where it goes on after that of the labellers, as over a line's end."""
    start, end = person.name
    return next(
        (m.text for m in reading.tagged.mentions if m.kind == "person" and m.start <= start and end < m.end),
        _name(reading, person),
    )


def _key(name: str) -> str:
    return parse_name(name).folded


def _once(reading: Reading, people: Sequence[Person]) -> dict[str, Person]:
    """Each person once, where the label is likeliest, by the name without titles."""
    alone = Counter(p.status for p in people if p.sure >= SURE and len(_name(reading, p).split()) == 1)
    found: dict[str, Person] = {}
    for person in people:
        if not is_name_like(reading, *person.name, surnames=alone[person.status] >= _SURNAMES):
            continue
        key = _key(_name(reading, person))
        if key not in found or found[key].sure < person.sure:
            found[key] = person
    return found


def _placed(reading: Reading, records: Sequence[Attendance], labelled: LabelledPeople) -> list[Attendance]:
    """The rules' records with the labellers' word between present and in attendance.

    Of all, where the rules misread the list of the present, list by list where the labellers agree on one, and without
    those whose label calls them others (`Also present`); of a list of the present in which the labellers find nobody
    present and somebody in attendance; and of those who hold a post that makes them no members.
    """
    said = [_said_of(reading, record, labelled) for record in records]
    present = sum(1 for r in records if r.status == "present")
    found = sum(1 for p in labelled.sure.values() if p.status == "present")
    if found >= _LEAST and present * _FEW <= found:
        shared = _shared(records, said)
        return [
            record
            if _headed(record, "also") and not _of_members(record)
            else _with_status(record, shared.get(record.list) or (person.status if person else None), labelled.rule)
            for record, person in zip(records, said, strict=True)
        ]
    statuses: dict[int | None, set[str]] = {}
    for record, person in zip(records, said, strict=True):
        if record.status == "present" and person is not None and not _of_members(record):
            statuses.setdefault(record.list, set()).add(person.status)
    beside = {number for number, told in statuses.items() if number is not None and told == {"in_attendance"}}
    members = any(r.status == "present" and r.list not in beside for r in records)
    return [
        _beside(record, labelled.rule)
        if record.status == "present"
        and record.capacity not in {"co_opted", "representative"}
        and ((members and record.list in beside) or _is_post(record, person))
        else record
        for record, person in zip(records, said, strict=True)
    ]


def _of_members(record: Attendance) -> bool:
    """Whether the label of somebody's list says that it is one of members, or of people with seats."""
    return _headed(record, "members", "seats")


def _headed(record: Attendance, *classes: str) -> bool:
    """Whether the label of somebody's list has a word of these classes: `Other Attendees`."""
    heads = [e.span.text for e in record.evidence if e.part == "heading"]
    return any(bare(word) in word_set("label_words", *classes) for head in heads for word in head.split())


def _said_of(reading: Reading, record: Attendance, labelled: LabelledPeople) -> Person | None:
    """What the labellers are sure of about somebody whom a rule has read: by the name, else by its place."""
    if (person := labelled.sure.get(_key(record.person))) is not None:
        return person
    start = reading.place(record.span)[0]
    end = start + len(record.person)
    return next((p for p in labelled.sure.values() if start < p.name[1] and p.name[0] < end), None)


def _is_post(record: Attendance, person: Person | None) -> bool:
    return person is not None and person.status == "in_attendance" and is_officer_role(record.role)


def _beside(record: Attendance, rule: str) -> Attendance:
    """A record of somebody in attendance beside the members."""
    capacity: Capacity | None = "officer" if is_officer_role(record.role) else None
    span = record.span.model_copy(update={"rule": rule})
    return record.model_copy(update={"status": "in_attendance", "capacity": capacity, "span": span})


def _shared(records: Sequence[Attendance], said: Sequence[Person | None]) -> dict[int | None, AttendanceStatus]:
    """What the labellers say of a list of which they name at least so many: with which status nearly all stand."""
    told: dict[int, Counter[AttendanceStatus]] = {}
    for record, person in zip(records, said, strict=True):
        if record.list is not None and person is not None and {person.status, record.status} <= _THERE:
            told.setdefault(record.list, Counter())[person.status] += 1
    found: dict[int | None, AttendanceStatus] = {}
    for number, statuses in told.items():
        status, most = statuses.most_common(1)[0]
        if most >= _MOST_OF_LIST and most * 3 > statuses.total() * 2:
            found[number] = status
    return found


def _with_status(record: Attendance, status: AttendanceStatus | None, rule: str) -> Attendance:
    if status is None or status == record.status or not {status, record.status} <= _THERE:
        return record
    span = record.span.model_copy(update={"rule": rule})
    capacity = _capacity(status, record.role)
    return record.model_copy(update={"status": status, "capacity": capacity, "span": span})


def _records(reading: Reading, people: Sequence[Person], rule: str) -> Iterator[Attendance]:
    for person in sorted(people, key=lambda p: p.name):
        role = reading.words(*person.role).strip(" ,;:.-") or None if person.role else None
        organisation = reading.words(*person.organisation).strip(" ,;:.-") or None if person.organisation else None
        places = [place for place in (person.role, person.organisation) if place]
        yield Attendance(
            person=_name(reading, person),
            status=person.status,
            role=role,
            capacity=_capacity(person.status, role),
            organisation=organisation,
            organisation_kind=organisation_kind(organisation) if organisation else None,
            span=reading.span(*person.name, rule),
            evidence=reading.evidence(*(("statement", place, rule) for place in places)),
        )


def _capacity(status: AttendanceStatus, role: str | None) -> Capacity | None:
    if status == "in_attendance":
        return "officer" if is_officer_role(role) else None
    return role_capacity(role) or "member"


def _doubt(reading: Reading, person: Person) -> None:
    name = reading.words(*person.name)
    status = person.status.replace("_", " ")
    message = f"“{name}” may be listed as {status} ({person.sure:.0%} likely, and {SURE:.0%} is asked for): left out"
    reading.warn("unsure", message, *person.name, "person.name")
