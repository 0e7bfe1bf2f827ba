"""Who was there as the labellers read it, beside what the rules read: where the rules find nobody, or hardly anybody.

The measures are those of docs/decisions/0013-learned-labellers.md, on bodies held out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..folding import fold
from ..parsed_minutes import Attendance, Capacity
from .bodies import organisation_kind
from .capacities import is_officer_role, role_capacity
from .labelling.models import Models, models
from .labelling.people import Person
from .labelling.reading import labelled_people
from .reading import Reading
from .roster import known

SURE = 0.7
"""A label less likely than this is no fact."""
_DOUBTED = 0.4
"""A label at least this likely, and not sure, is worth a warning."""
_FEW = 3
"""Where the labellers find so many times the present that the rules find, it is the rules that misread the list."""
_LEAST = 2


def with_labelled(reading: Reading, attendance: Sequence[Attendance]) -> list[Attendance]:
    """The records of the rules with those of the labellers.

    Of each status the labellers' people are added where the rules have nobody with it, or where those whom no rule
    names are as many as the rules have. Where the rules have next to nobody present, the labellers also say with which
    status those stand whom both name.
    """
    found = models()
    records = list(attendance)
    if found is None:
        return records
    people = _once(reading, labelled_people(reading, found))
    sure = [p for p in people.items() if p[1].sure >= SURE]
    records = _placed(records, dict(sure), found)
    named = {_key(record.person) for record in records}
    new = [(key, person) for key, person in sure if key not in named]
    counts, fresh = Counter(r.status for r in records), Counter(p.status for _, p in new)
    added = [p for _, p in new if fresh[p.status] >= counts[p.status]]
    for key, person in people.items():
        if _DOUBTED <= person.sure < SURE and key not in named and not counts[person.status]:
            _doubt(reading, person)
    return [*records, *_records(reading, added, found)]


def _key(name: str) -> str:
    return fold(known(name).plain)


def _once(reading: Reading, people: Sequence[Person]) -> dict[str, Person]:
    """Each person once, where the label is likeliest, by the name without titles."""
    found: dict[str, Person] = {}
    for person in people:
        key = _key(reading.words(*person.name))
        if key and (key not in found or found[key].sure < person.sure):
            found[key] = person
    return found


def _placed(records: list[Attendance], sure: dict[str, Person], found: Models) -> list[Attendance]:
    """The rules' records with the labellers' status, where the rules misread the list of the present."""
    present = sum(1 for r in records if r.status == "present")
    labelled = sum(1 for p in sure.values() if p.status == "present")
    if labelled < _LEAST or present * _FEW > labelled:
        return records
    return [_with_status(record, sure.get(_key(record.person)), found) for record in records]


def _with_status(record: Attendance, person: Person | None, found: Models) -> Attendance:
    if person is None or person.status == record.status:
        return record
    span = record.span.model_copy(update={"rule": _rule(found)})
    capacity = _capacity(person, record.role)
    return record.model_copy(update={"status": person.status, "capacity": capacity, "span": span})


def _rule(found: Models) -> str:
    return f"person/{found.version}:name"


def _records(reading: Reading, people: Sequence[Person], found: Models) -> Iterator[Attendance]:
    for person in sorted(people, key=lambda p: p.name):
        role = reading.words(*person.role).strip(" ,;:.-") or None if person.role else None
        organisation = reading.words(*person.organisation).strip(" ,;:.-") or None if person.organisation else None
        places = [place for place in (person.role, person.organisation) if place]
        yield Attendance(
            person=reading.words(*person.name),
            status=person.status,
            role=role,
            capacity=_capacity(person, role),
            organisation=organisation,
            organisation_kind=organisation_kind(organisation) if organisation else None,
            span=reading.span(*person.name, _rule(found)),
            evidence=reading.evidence(*(("statement", place, _rule(found)) for place in places)),
        )


def _capacity(person: Person, role: str | None) -> Capacity | None:
    if person.status == "in_attendance":
        return "officer" if is_officer_role(role) else None
    return role_capacity(role) or "member"


def _doubt(reading: Reading, person: Person) -> None:
    name = reading.words(*person.name)
    status = person.status.replace("_", " ")
    message = f"“{name}” may be listed as {status} ({person.sure:.0%} likely, and {SURE:.0%} is asked for): left out"
    reading.warn("unsure", message, *person.name, "person.name")
