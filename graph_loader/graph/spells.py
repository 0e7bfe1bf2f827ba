"""Listings and appointments to spells on bodies, with the certainty that the graph's contract defines.

`certain`: a meeting of that day lists the person, or an appointment with a stated term covers the day. `appointed`: an
appointment without a stated end that nothing ended. `likely`, an inference: listed on both sides of the day, not more
than twelve months apart, and nothing in between against it. Otherwise nothing is claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ..folding import fold
from .roles import office_of
from .sittings import Listing, Placing, Sitting, Spell
from .terms import add_years, earliest, shift_days, term_of

JOINING = frozenset({"appoint", "elect", "co_opt", "nominate", "continue", "replace"})
LEAVING = frozenset({"resign", "remove"})
MADE = frozenset({"agreed", "noted"})
ORDINARY = "member"


def spells(listings: Sequence[Listing], sittings: Sequence[Sitting], placings: Sequence[Placing]) -> list[Spell]:
    """All spells, in a fixed order. A listing that a substitution explains must not be among `listings`."""
    made = sorted((p for p in placings if p.outcome in MADE), key=lambda p: (p.date, p.fact))
    found = [*_listed(listings, sittings, made), *_placed(made), *_open_seats(made), *_left_seats(made)]
    return sorted(found, key=lambda s: (s.body, s.person or "", s.seat or "", s.start, s.role, s.facts))


def _listed(listings: Sequence[Listing], sittings: Sequence[Sitting], made: Sequence[Placing]) -> Iterator[Spell]:
    by_body: dict[str, list[Sitting]] = defaultdict(list)
    for sitting in sittings:
        by_body[sitting.body].append(sitting)
    leaving: dict[tuple[str, str], list[str]] = defaultdict(list)
    for placing in made:
        if placing.action in LEAVING and placing.person:
            leaving[placing.person, placing.body].append(placing.date)
        if placing.replaces:
            leaving[placing.replaces, placing.body].append(placing.date)
    ordered = sorted(listings, key=lambda x: (x.person, x.body, x.date, x.fact))
    for (person, body), group in groupby(ordered, key=lambda x: (x.person, x.body)):
        days = [_day(list(same)) for _, same in groupby(group, key=lambda x: x.date)]
        against = sorted(leaving[person, body])
        yield from _runs(days, by_body[body], person, against)


def _day(listings: list[Listing]) -> tuple[Listing, tuple[str, ...]]:
    """One listing for a day with several: the one that names a role, then the one that is present."""
    best = min(listings, key=lambda x: (x.role is None, x.status != "present", x.fact))
    return best, tuple(sorted(x.fact for x in listings))


def _role(listing: Listing) -> str | None:
    """The role of a listing, or none where its form would not show one: apologies rarely repeat the office."""
    if listing.role:
        return listing.role
    return ORDINARY if listing.status == "present" else None


def _runs(
    days: list[tuple[Listing, tuple[str, ...]]], sittings: list[Sitting], person: str, against: list[str]
) -> Iterator[Spell]:
    runs: list[list[tuple[Listing, tuple[str, ...]]]] = [[days[0]]]
    for before, after in pairwise(days):
        if _holds_between(before[0].date, after[0].date, sittings, person, against):
            runs[-1].append(after)
        else:
            runs.append([after])
    for run in runs:
        yield from _by_role(run)


def _holds_between(start: str, end: str, sittings: list[Sitting], person: str, against: list[str]) -> bool:
    first, last = earliest(start), earliest(end)
    if last > add_years(first, 1) or any(first <= earliest(day) < last for day in against):
        return False
    between = [s for s in sittings if first < earliest(s.date) < last]
    return not any((s.complete and person not in s.listed) or person in s.substitutes for s in between)


def _by_role(run: list[tuple[Listing, tuple[str, ...]]]) -> Iterator[Spell]:
    """Cuts a run where the office changes; between two offices the person is a member and no more is claimed."""
    parts: list[tuple[str, list[tuple[Listing, tuple[str, ...]]]]] = []
    for day in run:
        role = _role(day[0])
        same = parts and (role is None or fold(parts[-1][0]) == fold(role))
        if same:
            parts[-1][1].append(day)
        else:
            parts.append((role or ORDINARY, [day]))
    for index, (role, days) in enumerate(parts):
        first, last = days[0][0], days[-1][0]
        facts = tuple(sorted({f for _, ids in days for f in ids}))
        dates = tuple(day.date for day, _ in days)
        single = len(days) == 1
        yield Spell(
            first.person,
            None,
            first.body,
            role,
            next((d.represents for d, _ in days if d.represents), None),
            earliest(first.date),
            earliest(last.date),
            "certain" if single else "likely",
            tuple(dict.fromkeys(earliest(d) for d in dates)),
            _listed_why(dates, tuple(day.date for day, _ in days if day.inquorate)),
            facts,
        )
        if index + 1 < len(parts):
            following = parts[index + 1][1][0]
            start, end = shift_days(earliest(last.date), 1), shift_days(earliest(following[0].date), -1)
            if start <= end:
                yield Spell(
                    first.person,
                    None,
                    first.body,
                    ORDINARY,
                    None,
                    start,
                    end,
                    "likely",
                    (),
                    f"inferred: listed on {last.date} and on {following[0].date}, nothing in between against it",
                    tuple(sorted({*days[-1][1], *following[1]})),
                )


def _listed_why(dates: tuple[str, ...], inquorate: tuple[str, ...]) -> str:
    if len(dates) == 1:
        return f"listed at the meeting of {dates[0]}" + (", which was inquorate" if inquorate else "")
    return (
        f"listed at {len(dates)} meetings from {dates[0]} to {dates[-1]}; between them inferred: "
        "never more than twelve months apart, nothing against it"
        + (f"; inquorate: {', '.join(inquorate)}" if inquorate else "")
    )


def _placed(made: Sequence[Placing]) -> Iterator[Spell]:
    for placing in made:
        if placing.action not in JOINING or not placing.person:
            continue
        role = placing.role or ORDINARY
        ended = _ended(placing, made)
        term = term_of(placing.date, placing.start, placing.end, placing.term)
        start = term.start if term else earliest(placing.start or placing.date)
        if ended and ended[0] < start:
            continue
        verb = f"{placing.outcome} on {placing.date}"
        facts = (placing.fact, ended[1]) if ended else (placing.fact,)
        spell = Spell(
            person=placing.person,
            seat=placing.seat,
            body=placing.body,
            role=role,
            represents=placing.represents,
            start=start,
            end=ended[0] if ended else None,
            certainty="appointed",
            on=(),
            why=f"appointed without a stated end ({verb})" + (f", {ended[2]}" if ended else ", nothing ended it"),
            facts=facts,
        )
        if not term or not term.certain_to:
            yield spell
            continue
        last = min(term.certain_to, ended[0]) if ended else term.certain_to
        yield replace(spell, end=last, certainty="certain", why=f"{term.why} ({verb})")
        if term.latest and term.latest > term.certain_to and not (ended and ended[0] <= term.certain_to):
            yield replace(
                spell,
                start=shift_days(term.certain_to, 1),
                end=min(term.latest, ended[0]) if ended else term.latest,
                why=f"{term.why} ({verb}); the text does not say when that term ends",
            )


def _ended(placing: Placing, made: Iterable[Placing]) -> tuple[str, str, str] | None:
    """The last day of a place, the fact that ended it and how, or nothing."""
    for other in made:
        if other.body != placing.body or (other.date, other.fact) <= (placing.date, placing.fact):
            continue
        day = shift_days(earliest(other.start or other.date), -1)
        if other.person == placing.person and other.action in LEAVING:
            return earliest(other.date), other.fact, f"ended on {other.date}: {other.action}"
        if placing.person and other.replaces == placing.person:
            return day, other.fact, f"replaced on {other.date}"
        if other.date > placing.date and _takes_over(placing, other):
            return day, other.fact, f"somebody else in the same place from {other.date}"
    return None


def _takes_over(placing: Placing, other: Placing) -> bool:
    """Whether a later decision fills (or empties) the very place: the same seat, or an office of which there is one."""
    if other.action in LEAVING or (other.person and other.person == placing.person):
        return False
    if placing.seat and placing.seat == other.seat and placing.represents:
        return True
    office = office_of(placing.role)
    return office is not None and office == office_of(other.role) and other.action in JOINING


def _open_seats(made: Sequence[Placing]) -> Iterator[Spell]:
    for placing in made:
        if placing.person or not placing.seat or placing.unresolved:
            continue
        vacant = placing.action == "vacancy"
        if not vacant and not (placing.holder and placing.action in JOINING):
            continue
        ended = _ended(placing, made)
        verb = f"{placing.outcome} on {placing.date}"
        filled = f", filled on {ended[0]}" if ended and vacant else f", {ended[2]}" if ended else ""
        why = f"vacant: no name was given ({verb}){filled}"
        if not vacant:
            why = f"the holder is described and not named: {placing.holder} ({verb}){filled}"
        yield Spell(
            None,
            placing.seat,
            placing.body,
            placing.role or ORDINARY,
            placing.represents,
            earliest(placing.start or placing.date),
            ended[0] if ended else None,
            "appointed",
            (),
            why,
            (placing.fact, ended[1]) if ended else (placing.fact,),
            "vacant" if vacant else "unnamed",
            placing.holder,
        )


def _left_seats(made: Sequence[Placing]) -> Iterator[Spell]:
    """Named seats whose holder left: vacant, as an inference, until a later decision says something of the seat."""
    leaving = {p.fact: p for p in made if p.action in LEAVING}
    for placing in made:
        if placing.action not in JOINING or not (placing.person and placing.seat and placing.represents):
            continue
        ended = _ended(placing, made)
        left = leaving.get(ended[1]) if ended else None
        if left is None:
            continue
        later = [p for p in made if p.seat == placing.seat and p.date >= left.date and p.action not in LEAVING]
        if later and later[0].date == left.date:
            continue  # filled, or declared vacant, at the same meeting
        said = f", nothing said of it before {later[0].date}" if later else ", nobody is recorded in it since"
        yield Spell(
            None,
            placing.seat,
            placing.body,
            placing.role or ORDINARY,
            placing.represents,
            earliest(left.date),
            shift_days(earliest(later[0].date), -1) if later else None,
            "likely",
            (),
            f"inferred: the holder left on {left.date} ({left.action}){said}",
            tuple(sorted({placing.fact, left.fact, *(p.fact for p in later[:1])})),
            "vacant",
        )
