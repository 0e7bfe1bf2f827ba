"""Places on bodies: taken, kept, given up, vacant. Every source is read in turn, and what is said twice is kept once.

Elections with their candidates come first, because what became of a nomination is told elsewhere than in its own words;
then lists and tables, sentences, and places given up or vacant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ...folding import fold, fold_body
from ...lexicon.agreement import same_person, surname_keys
from ...parsed_minutes import Appointment
from ..page.reading import Reading
from .clauses import read_clauses
from .co_options import read_candidates
from .elections.reader import read_elections
from .groups import read_groups
from .leaving import read_leaving
from .lists.reader import read_listed_appointments
from .offices import read_offices
from .places import read_chairs, read_unnamed_places
from .placing import Placing, record, same_office
from .points import read_points
from .replacements import read_replacements
from .sentences import Decided
from .service import read_service
from .vacancies import read_vacancies
from .voters import Voters


def read_appointments(
    reading: Reading, own: str | None, decided: Decided, others: Iterable[Placing], voters: Voters
) -> list[Appointment]:
    """All appointments of a meeting, in order: one record for each person, body and act.

    `own` is the body that meets, `decided` what became of its motions, `others` the places that a grid tells of,
    `voters` who votes where.
    """
    found = _Found(own)
    for placing in others:
        found.add(placing)
    left = list(read_leaving(reading, own, decided))
    for source in (
        read_replacements(reading, own, decided),
        read_elections(reading),
        read_candidates(reading),
        (p for p in read_listed_appointments(reading, own) if not (p.person and voters.named(p.person, p.start))),
        read_groups(reading, own, decided),
        read_unnamed_places(reading, own, decided),
        read_chairs(reading, own, decided),
        read_clauses(reading, own, decided),
        read_offices(reading, own, decided),
        read_points(reading, own, decided),
        read_service(reading, own, decided),
        left,
        read_vacancies(reading, own, left),
    ):
        found.merge(source)
    records = [record(reading, p, own) for p in sorted(found.placings, key=lambda p: (p.start, p.end))]
    return [r for r in records if r is not None]


class _Found:
    """The placings so far; one that says again what another has said is looked for among those of its surname."""

    def __init__(self, own: str | None) -> None:
        self.placings: list[Placing] = []
        self._own = fold_body(own or "")
        self._by_key: dict[str, list[int]] = defaultdict(list)

    def merge(self, placings: Iterable[Placing]) -> None:
        """Takes placings in, but for those that say again what is there; the own body goes without saying."""
        for placing in placings:
            is_own = placing.place is not None and fold_body(placing.place.name) == self._own
            new = replace(placing, place=None) if is_own else placing
            near = sorted({i for key in _keys(new) for i in self._by_key[key]})
            again = next((i for i in near if _again(self.placings[i], new)), None)
            if again is None:
                self.add(new)
            else:
                self._put(again, _both(self.placings[again], new))

    def add(self, placing: Placing) -> None:
        """One more placing, whatever is there."""
        self.placings.append(placing)
        self._put(len(self.placings) - 1, placing)

    def _put(self, at: int, placing: Placing) -> None:
        self.placings[at] = placing
        for key in _keys(placing):
            if at not in self._by_key[key][-1:]:
                self._by_key[key].append(at)


def _keys(placing: Placing) -> Iterable[str]:
    """What a placing is found by: the surname, or for a seat of nobody the body."""
    return (f"|{_body_key(placing)}",) if placing.person is None else surname_keys(placing.person)


def _both(one: Placing, other: Placing) -> Placing:
    """One act told twice: what was only proposed is decided by the other telling, and each adds what it alone says."""
    kept = one
    if one.outcome == "proposed" and other.outcome != "proposed":
        kept = replace(one, outcome=other.outcome)
    fuller = other.person and kept.person and len(other.person.split()) > len(kept.person.split())
    return replace(
        kept,
        person=other.person if fuller else kept.person,
        role=kept.role or other.role,
        replaces=kept.replaces or other.replaces,
        represents=kept.represents or other.represents,
        made_by=kept.made_by or other.made_by,
        term=kept.term or (other.term if not kept.until else None),
        until=kept.until or other.until,
        since=kept.since or other.since,
    )


def _again(one: Placing, other: Placing) -> bool:
    """Whether two placings are one act: the same person, and the same office on the same body or one sentence."""
    if one.person is None or other.person is None:
        return (
            one.person is other.person
            and one.action == other.action
            and one.represents == other.represents
            and one.holder == other.holder
            and _body_key(one) == _body_key(other)
            and (one.start < other.end and other.start < one.end)
        )
    leaving = {one.action, other.action} & {"resign", "remove"}
    if leaving and one.action != other.action:
        return False
    if not same_person(one.person, other.person):
        return False
    overlap = one.start < other.end and other.start < one.end
    if overlap and _plain(one) != _plain(other) and one.place is None and other.place is None:
        return same_office(one.role, other.role)
    return (_body_key(one) == _body_key(other) and _one_office(one, other)) or (
        overlap and (one.place is None or other.place is None) and _one_office(one, other)
    )


def _plain(placing: Placing) -> bool:
    return placing.role is None or placing.role.casefold() in {"member", "representative", "councillor"}


def _one_office(one: Placing, other: Placing) -> bool:
    return (
        one.role is None or other.role is None or same_office(one.role, other.role) or (_plain(one) and _plain(other))
    )


def _body_key(placing: Placing) -> str:
    return fold(placing.place.name) if placing.place else placing.body or ""
