"""Lists of meetings to spells: certain on the days of the meetings, inferred between two of them, apart where unknown.

Between two lists membership is `likely` where they are not more than twelve months apart and nothing speaks against it;
over more than that only where the store has every meeting between them: each approves the minutes of the one before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import Literal

from ...folding import fold
from .endings import MADE, ORDINARY, Ending, role_key
from .evidence import Evidence, LastListed, Listing, Sitting, Spell
from .terms import add_years, earliest, shift_days

LONGEST = 4
"""Years: no council sits longer without an election, wherever its term is not known."""

_Day = tuple[Listing, tuple[str, ...]]
"""What counts of somebody's listings of one day, and the facts of all of them."""


@dataclass(frozen=True)
class _Meetings:
    """The meetings of a body in the order of their days, and the days on which members of it were elected."""

    sittings: Sequence[Sitting]
    elections: Sequence[str]

    @cached_property
    def _days(self) -> list[str]:
        return [earliest(s.date) for s in self.sittings]

    @cached_property
    def _approves(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for s in self.sittings:
            found[earliest(s.date)] |= s.approves
        return found

    def between(self, first: str, last: str) -> Sequence[Sitting]:
        """Those after one day and before another."""
        return self.sittings[bisect_right(self._days, first) : bisect_left(self._days, last)]

    def all_known(self, first: str, last: str) -> bool:
        """Whether no meeting lay between two others but those whose complete lists are in the store."""
        between = self.between(first, last)
        days = list(dict.fromkeys((first, *(earliest(s.date) for s in between), last)))
        chained = all(before in self._approves[after] for before, after in pairwise(days))
        return chained and all(s.complete for s in between)


def listed(evidence: Evidence, ended: dict[str, list[Ending]]) -> Iterator[Spell | LastListed]:
    """What the lists of meetings say of everybody, in the order of people and bodies."""
    meetings = _meetings(evidence)
    ordered = sorted(evidence.listings, key=lambda x: (x.person, x.body, x.date, x.fact))
    latest = {body: _latest_list(m) for body, m in meetings.items()}
    for (person, body), group in groupby(ordered, key=lambda x: (x.person, x.body)):
        days = [_day(list(same)) for _, same in groupby(group, key=lambda x: x.date)]
        of_body = meetings.get(body, _Meetings((), ()))
        against = [e for e in ended.get(person, ()) if e.ends_membership(body)]
        runs = list(_runs(days, of_body, person, against))
        yield from (spell for run in runs for spell in run)
        if days[-1][0].date == latest.get(body):
            yield from _last_listed(days, runs[-1], against)


def _meetings(evidence: Evidence) -> dict[str, _Meetings]:
    by_body: dict[str, list[Sitting]] = defaultdict(list)
    for sitting in sorted(evidence.sittings, key=lambda s: (earliest(s.date), s.meeting)):
        by_body[sitting.body].append(sitting)
    elections: dict[str, set[str]] = defaultdict(set)
    for p in evidence.placings:
        if p.action == "elect" and p.outcome in MADE and p.person and role_key(p.role) is None:
            elections[p.body].add(earliest(p.start or p.date))
    listed_on = {(x.person, x.body) for x in evidence.listings}
    for gone in evidence.departed:
        if gone.cause == "lost_seat":
            for body in by_body:
                if (gone.person, body) in listed_on:
                    elections[body].add(earliest(gone.start or gone.date))
    return {body: _Meetings(those, sorted(elections[body])) for body, those in by_body.items()}


def _latest_list(meetings: _Meetings) -> str | None:
    return max((s.date for s in meetings.sittings if s.listed), default=None)


def _day(listings: list[Listing]) -> _Day:
    """One listing for a day with several: the one that names a role, then the one that is present."""
    best = min(listings, key=lambda x: (x.role is None, x.status != "present", x.fact))
    return best, tuple(sorted(x.fact for x in listings))


def _role(listing: Listing) -> str | None:
    """The role of a listing, or none where its form would not show one: apologies rarely repeat the office."""
    if listing.role:
        return listing.role
    return ORDINARY if listing.status == "present" else None


def _runs(days: list[_Day], meetings: _Meetings, person: str, against: list[Ending]) -> Iterator[list[Spell]]:
    """The spells of each run of days between which nothing speaks against membership."""
    run = [days[0]]
    for before, after in pairwise(days):
        holds = _holds_between(before[0].date, after[0].date, meetings, person, against)
        if holds == "near":
            run.append(after)
            continue
        yield [*_by_role(run), *_until_left(run, after[0].date, meetings, person, against)]
        if holds == "far":
            yield [_far(before, after)]
        run = [after]
    yield [*_by_role(run), *_until_left(run, None, meetings, person, against)]


def _holds_between(
    start: str, end: str, meetings: _Meetings, person: str, against: list[Ending]
) -> Literal["near", "far"] | None:
    first, last = earliest(start), earliest(end)
    if any(first <= e.day < last for e in against):
        return None
    if any(s.is_without(person) or person in s.substitutes for s in meetings.between(first, last)):
        return None
    if last <= add_years(first, 1):
        return "near"
    elected = any(first < day <= last for day in meetings.elections)
    known = last <= add_years(first, LONGEST) and not elected and meetings.all_known(first, last)
    return "far" if known else None


def _far(before: _Day, after: _Day) -> Spell:
    one, other = before[0], after[0]
    return Spell(
        person=one.person,
        seat=None,
        body=one.body,
        role=ORDINARY,
        represents=None,
        start=shift_days(earliest(one.date), 1),
        end=shift_days(earliest(other.date), -1),
        certainty="likely",
        on=(),
        why=f"inferred: listed on {one.date} and on {other.date}, more than twelve months apart; the minutes of all "
        "meetings between are in the store, each approving those of the one before, nothing in them against it, and no "
        "election between is known",
        facts=tuple(sorted({*before[1], *after[1]})),
        far=True,
    )


def _until_left(
    run: list[_Day], following: str | None, meetings: _Meetings, person: str, against: list[Ending]
) -> Iterator[Spell]:
    """From the last list to the day that the text states as the last: whoever left then was a member until then."""
    last = run[-1][0]
    first, limit = earliest(last.date), earliest(following) if following else "9999"
    ended = next((e for e in against if first <= e.day), None)
    if ended is None or not ended.stated or not first < ended.day < limit or ended.day > add_years(first, 1):
        return
    between = meetings.between(first, ended.day)
    if any(s.is_without(person) or person in s.substitutes for s in between):
        return
    yield Spell(
        person=last.person,
        seat=None,
        body=last.body,
        role=next((r for day, _ in reversed(run) if (r := _role(day))), ORDINARY),
        represents=last.represents,
        start=shift_days(first, 1),
        end=ended.day,
        certainty="likely",
        on=(),
        why=f"inferred: listed on {last.date}, {ended.how}, nothing in between against it",
        facts=tuple(sorted({*run[-1][1], ended.fact})),
    )


def _by_role(run: list[_Day]) -> Iterator[Spell]:
    """Cuts a run where the office changes; between two offices the person is a member and no more is claimed."""
    parts: list[tuple[str, list[_Day]]] = []
    for day in run:
        role = _role(day[0])
        same = parts and (role is None or fold(parts[-1][0]) == fold(role))
        if same:
            parts[-1][1].append(day)
        else:
            parts.append((role or ORDINARY, [day]))
    for index, (role, days) in enumerate(parts):
        yield _of_part(role, days)
        if index + 1 < len(parts):
            yield from _between_offices(days[-1], parts[index + 1][1][0])


def _of_part(role: str, days: list[_Day]) -> Spell:
    first, last = days[0][0], days[-1][0]
    dates = tuple(day.date for day, _ in days)
    return Spell(
        person=first.person,
        seat=None,
        body=first.body,
        role=role,
        represents=next((d.represents for d, _ in days if d.represents), None),
        start=earliest(first.date),
        end=earliest(last.date),
        certainty="certain" if len(days) == 1 else "likely",
        on=tuple(dict.fromkeys(earliest(d) for d in dates)),
        why=_why(dates, tuple(day.date for day, _ in days if day.inquorate)),
        facts=tuple(sorted({f for _, ids in days for f in ids})),
    )


def _between_offices(before: _Day, after: _Day) -> Iterator[Spell]:
    one, other = before[0], after[0]
    start, end = shift_days(earliest(one.date), 1), shift_days(earliest(other.date), -1)
    if start <= end:
        yield Spell(
            person=one.person,
            seat=None,
            body=one.body,
            role=ORDINARY,
            represents=None,
            start=start,
            end=end,
            certainty="likely",
            on=(),
            why=f"inferred: listed on {one.date} and on {other.date}, nothing in between against it",
            facts=tuple(sorted({*before[1], *after[1]})),
        )


def _why(dates: tuple[str, ...], inquorate: tuple[str, ...]) -> str:
    if len(dates) == 1:
        return f"listed at the meeting of {dates[0]}" + (", which was inquorate" if inquorate else "")
    return (
        f"listed at {len(dates)} meetings from {dates[0]} to {dates[-1]}; between them inferred: "
        "never more than twelve months apart, nothing against it"
        + (f"; inquorate: {', '.join(inquorate)}" if inquorate else "")
    )


def _last_listed(days: list[_Day], run: list[Spell], against: list[Ending]) -> Iterator[LastListed]:
    """After the latest list, for twelve months or until something speaks against it."""
    last = days[-1][0]
    listed_on = earliest(last.date)
    end = add_years(listed_on, 1)
    for ending in against:
        if ending.day >= listed_on or ending.said[0] > last.date:
            end = min(end, ending.day)
            break
    of_list = next(s for s in reversed(run) if s.on and s.on[-1] == listed_on)
    start = shift_days(listed_on, 1)
    if start <= end:
        yield LastListed(
            person=last.person,
            body=last.body,
            role=of_list.role,
            represents=of_list.represents,
            listed_on=last.date,
            start=start,
            end=end,
            why=f"last listed on {last.date}, nothing later in the store",
            facts=days[-1][1],
        )
