"""Attendance as ModernGov records it, as the lists of people that minutes have.

The statuses are those that the system explains on its statistics of attendance: Expected; Present (as expected,
virtual, as substitute); In attendance (virtual); Apologies; Absent (incl. apologies); Not required.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..structure import Written

_VIRTUAL = r"(?:virtual(?:ly)?|remote(?:ly)?|online|by video ?conference|via (?:teams|zoom))"
_MORE = r"(?:\s*[-–,;:(]\s*(?P<more>.+?)\s*\)?)?"
_PRESENT = re.compile(
    r"(?:present|attended)(?:,? (?:as expected|in person))?"
    r"(?P<substitute>,? as (?:a )?substitute(?: for (?P<absent>[^,(]+))?)?"
    rf"(?P<virtual>,? \(?{_VIRTUAL}\)?)?{_MORE}",
    re.IGNORECASE,
)
_AS_MEMBER = re.compile(r"in attendance as (?:a )?member", re.IGNORECASE)
_IN_ATTENDANCE = re.compile(rf"in attendance(?P<virtual>,? \(?{_VIRTUAL}\)?)?{_MORE}", re.IGNORECASE)
_APOLOGIES = re.compile(
    r"excused(?: absence)?|(?:sent |gave |with |absent,? with )?apolog(?:y|ies)"
    rf"(?: (?:for absence|sent|received|given|accepted))?{_MORE}",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"(?:absent|did not attend|not present)(?:,? (?:without|no) apolog(?:y|ies)| \(incl\.? apologies\))?"
    rf"{_MORE}|no apolog(?:y|ies)(?: (?:sent|received|given))?",
    re.IGNORECASE,
)
_NOT_REQUIRED = re.compile(r"(?:attendance )?not (?:required|expected|invited)", re.IGNORECASE)
_EXPECTED = re.compile(r"(?:expected|invited|no information|not recorded|-)?", re.IGNORECASE)
_OFFICER = re.compile(
    r"\b(?:officer|advis[eo]r|clerk|director|solicitor|manager|guest|observer|public)\b", re.IGNORECASE
)
_PLAIN_ROLES = frozenset({"", "committee member", "member", "councillor", "substitute member", "full member"})
_HEADS = ("Present", "Apologies", "Absent", "In attendance")


@dataclass(frozen=True)
class Attendee:
    """A person as an attendance list has them: name, role, attendance and whom or what they represent, as written."""

    name: str
    role: str
    attendance: str
    representing: str = ""


def attendance_lists(people: Iterable[Attendee]) -> tuple[tuple[Written, ...], tuple[str, ...]]:
    """Lists of people under the heads that minutes have, and notes on those who are in none of them.

    Who was expected or not required is no presence, and neither is a status that is not known.
    """
    lists: dict[str, list[str]] = {head: [] for head in _HEADS}
    expected = not_required = 0
    unknown: dict[str, list[str]] = {}
    for person in people:
        status = " ".join(person.attendance.split())
        if _EXPECTED.fullmatch(status):
            expected += 1
        elif _NOT_REQUIRED.fullmatch(status):
            not_required += 1
        elif (listed := _listed(person, status)) is not None:
            lists[listed[0]].append(listed[1])
        else:
            unknown.setdefault(status, []).append(person.name)
    written = [
        Written("heading" if i == 0 else "item", text, 2 if i == 0 else 0)
        for head, entries in lists.items()
        if entries
        for i, text in enumerate((head, *entries))
    ]
    notes = [f"attendance is not recorded of {_people(expected)} who were expected"] if expected else []
    notes += [f"{_people(not_required)} not required to attend left out"] if not_required else []
    notes += [
        f"an attendance that is not known, “{status}”, of {_people(len(names))}: {', '.join(names)}"
        for status, names in unknown.items()
    ]
    return tuple(written), tuple(notes)


def _people(number: int) -> str:
    return f"{number} {'person' if number == 1 else 'people'}"


def _listed(person: Attendee, status: str) -> tuple[str, str] | None:
    """The head of the list that a person belongs to, and the entry there; none where the status is not known."""
    if found := _PRESENT.fullmatch(status):
        head = "In attendance" if _OFFICER.search(person.role) else "Present"
        return head, _entry(
            person, found["absent"] or "", bool(found["substitute"]), bool(found["virtual"]), found["more"]
        )
    if _AS_MEMBER.fullmatch(status):
        return "Present", _entry(person)
    if found := _IN_ATTENDANCE.fullmatch(status):
        return "In attendance", _entry(person, virtual=bool(found["virtual"]), more=found["more"])
    if found := _APOLOGIES.fullmatch(status):
        return "Apologies", _entry(person, more=found["more"])
    if found := _ABSENT.fullmatch(status):
        return "Absent", _entry(person, more=found["more"])
    return None


def _entry(
    person: Attendee, absent: str = "", substitute: bool = False, virtual: bool = False, more: str | None = None
) -> str:
    """A person as minutes list them: the name, then in brackets the office or post, and whom they stand for."""
    substitute = substitute or "substitut" in person.role.casefold()
    absent = absent or (person.representing if substitute else "")
    role = (
        ""
        if person.role.casefold() in _PLAIN_ROLES or (substitute and "substitut" in person.role.casefold())
        else person.role
    )
    if absent:
        beside = f"substitute for {absent}"
    else:
        beside = ", ".join(part for part in (role, person.representing, "substitute" if substitute else "") if part)
    entry = f"{person.name} ({beside})" if beside else person.name
    return entry + (", attended virtually" if virtual else "") + (f" ({more})" if more else "")
