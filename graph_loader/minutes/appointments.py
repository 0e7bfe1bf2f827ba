"""Places on bodies: taken, kept, given up, vacant. Every source is read in turn, and what is said twice is kept once.

One file per source: `appointment_replacements`, `appointment_places`, `appointment_co_options` and
`appointment_leaving` read sentences, `appointment_lists` and `appointment_officers` read lists, `elections` reads
elections to an office.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..folding import fold, fold_body
from ..parsed_minutes import Appointment
from .appointment_co_options import read_candidates, read_co_options, read_signed_acceptances
from .appointment_leaving import read_leaving
from .appointment_lists import read_listed_appointments
from .appointment_officers import read_officers
from .appointment_places import read_chairs, read_places_taken, read_roles, read_unnamed_places
from .appointment_replacements import read_replacements
from .elections import read_elections
from .placing import Placing, record, same_office
from .reading import Reading
from .roster import same_person

_SOURCES = (
    read_replacements,
    read_unnamed_places,
    read_chairs,
    read_co_options,
    read_candidates,
    read_places_taken,
    read_leaving,
    read_roles,
    read_signed_acceptances,
    read_listed_appointments,
    read_officers,
    read_elections,
)
"""In order: what an earlier one states, a later one does not state again."""


def read_appointments(reading: Reading, meeting_body: str | None, others: Iterable[Placing]) -> list[Appointment]:
    """All appointments of a meeting, in order: one record for each person, body and act. `others` come from a grid."""
    found = list(others)
    for source in _SOURCES:
        _merge(found, source(reading), meeting_body)
    records = [record(reading, p, meeting_body) for p in sorted(found, key=lambda p: (p.start, p.end))]
    return [r for r in records if r is not None]


def _merge(found: list[Placing], placings: Iterable[Placing], own: str | None) -> None:
    """Takes placings in, but for those that say again what is there; the meeting's own body goes without saying."""
    for placing in placings:
        is_own = placing.place is not None and fold_body(placing.place.name) == fold_body(own or "")
        new = replace(placing, place=None) if is_own else placing
        if not any(_again(f, new) for f in found):
            found.append(new)


def _again(one: Placing, other: Placing) -> bool:
    """Whether two placings are one act: the same person, and the same office on the same body or one sentence."""
    if one.person is None or other.person is None:
        return (
            one.person is other.person
            and one.start == other.start
            and one.end == other.end
            and one.represents == other.represents
            and one.holder == other.holder
            and one.place == other.place
        )
    overlap = one.start < other.end and other.start < one.end
    leaving = {one.action, other.action} & {"resign", "remove"}
    if leaving and one.action != other.action and not overlap:
        return False
    if not same_person(one.person, other.person):
        return False
    return overlap or (
        _body_key(one) == _body_key(other)
        and (one.role is None or other.role is None or same_office(one.role, other.role))
    )


def _body_key(placing: Placing) -> str:
    return fold(placing.place.name) if placing.place else placing.body or ""
