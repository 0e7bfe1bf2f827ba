"""What ends a place or makes it rest: resigned, removed, replaced, died, disqualified, voted out, suspended.

A day that the text states is the last day; otherwise that of the meeting that tells of it, or, of a death, the day
before. Who leaves the council leaves every place that a member of it holds; who leaves an office stays a member.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...folding import fold
from ..roles import office_of
from .evidence import Departed, Evidence, Placing
from .terms import earliest, last_day_of, latest, shift_days

JOINING = frozenset({"appoint", "elect", "co_opt", "nominate", "continue", "replace"})
LEAVING = frozenset({"resign", "remove"})
MADE = frozenset({"agreed", "noted"})
ORDINARY = "member"

_MEMBERS = frozenset({"member", "councillor", "trustee", "governor", "director", "commissioner", "supervisor"})
"""The last word of a role that is membership itself; who gives up another role may stay a member."""
_CAUSES = {
    "died": "died",
    "disqualified": "disqualified",
    "lost_seat": "lost the seat",
    "suspended": "suspended",
    "resign": "resigned",
    "remove": "removed",
}


@dataclass(frozen=True)
class Ending:
    """A place ends with `day`, its last; `back` is the first day on which a suspended member sits again.

    `body` is none where every place ends, `role` where the whole membership of the body does. `stated` says that the
    text gives the day; `said` is where it says so.
    """

    person: str
    day: str
    said: tuple[str, int, str]
    how: str
    body: str | None = None
    role: str | None = None
    back: str | None = None
    stated: bool = False
    rests: bool = False

    @property
    def fact(self) -> str:
        """The fact that says so."""
        return self.said[2]

    def ends(self, body: str, role: str | None = None) -> bool:
        """Whether it ends a place on a body: the membership, or with `role` the place that is held as such."""
        return self.body in {None, body} and self.role in {None, role_key(role)}

    def ends_membership(self, body: str) -> bool:
        """Whether it ends the membership of a body, and not an office alone."""
        return self.body in {None, body} and self.role is None


def role_key(role: str | None) -> str | None:
    """What tells one place from another on a body: the office or the role; none for membership itself."""
    if office := office_of(role):
        return office
    words = fold(role or "").split()
    return None if not words or words[-1] in _MEMBERS else " ".join(words)


def endings(evidence: Evidence, others: Iterable[Ending] = ()) -> dict[str, list[Ending]]:
    """What ends places, by person, by their last days; `others` are those that are no acts of a meeting."""
    found: dict[str, list[Ending]] = defaultdict(list)
    made = [p for p in evidence.placings if p.outcome in MADE]
    for ending in (*_left(made, evidence.councils), *_replaced(made), *map(_departed, evidence.departed), *others):
        found[ending.person].append(ending)
    return {person: sorted(those, key=lambda e: (e.day, e.said)) for person, those in found.items()}


def _left(made: Iterable[Placing], councils: frozenset[str]) -> Iterator[Ending]:
    for p in made:
        if p.action in LEAVING and p.person:
            stated = p.end or p.start
            day, key = latest(stated) if stated else earliest(p.date), role_key(p.role)
            body = None if p.body in councils and key is None else p.body
            yield Ending(p.person, day, p.said, _words(p.action, day, p.date, stated), body, key, stated=bool(stated))


def _replaced(made: Iterable[Placing]) -> Iterator[Ending]:
    for p in made:
        if p.replaces and p.action not in LEAVING and p.replaces != p.person:
            day = shift_days(earliest(p.start or p.date), -1)
            key = office_of(p.role)
            yield Ending(p.replaces, day, p.said, f"replaced on {p.start or p.date}", p.body, key)


def _departed(gone: Departed) -> Ending:
    said = gone.date, gone.order, gone.fact
    if gone.cause == "suspended":
        start = earliest(gone.start or gone.date)
        end = latest(gone.end) if gone.end else last_day_of(start, gone.term)
        back = shift_days(end, 1) if end else None
        how = f"suspended from {gone.start or gone.date}" + (f" for {gone.term}" if gone.term else "")
        return Ending(gone.person, shift_days(start, -1), said, how, gone.body, back=back, rests=True)
    stated = gone.start
    day = latest(stated) if stated else shift_days(earliest(gone.date), -1 if gone.cause == "died" else 0)
    how = _words(gone.cause, day, gone.date, stated)
    return Ending(gone.person, day, said, how, gone.body, stated=bool(stated))


def _words(cause: str, day: str, told: str, stated: str | None) -> str:
    if not stated:
        return f"{_CAUSES[cause]}, as the minutes of {told} say"
    return f"{_CAUSES[cause]} on {stated}" + ("" if day == told else f", as the minutes of {told} say")
