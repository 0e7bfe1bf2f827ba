"""Appointments to spells: for their stated term, or until something ends them, no further than minutes tell of them.

Nobody is known to hold a place after the last minutes of its body in the store; where the store has none of the body
since the appointment, after the last minutes of the body that made it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..roles import office_of
from .endings import JOINING, LEAVING, MADE, ORDINARY, Ending
from .evidence import Evidence, Placing, Sitting, Spell
from .terms import add_years, earliest, shift_days, term_of

_LISTS_ENOUGH = 3
"""Complete lists without somebody that speak against a place without a stated end."""


@dataclass(frozen=True)
class Ended:
    """The last day of a place, the fact that ended it and how."""

    day: str
    fact: str
    how: str


class Decisions:
    """The decisions that were made, by body, with what ended each place and how long the store tells of it."""

    def __init__(self, evidence: Evidence, ended: Mapping[str, list[Ending]]) -> None:
        self.made = sorted((p for p in evidence.placings if p.outcome in MADE), key=lambda p: p.said)
        self._ended = ended
        self._of_body: dict[str, list[Placing]] = defaultdict(list)
        for placing in self.made:
            self._of_body[placing.body].append(placing)
        self._latest: dict[str, str] = {}
        self._complete: dict[str, list[Sitting]] = defaultdict(list)
        self._annual: dict[str, list[str]] = defaultdict(list)
        for sitting in sorted(evidence.sittings, key=lambda s: (earliest(s.date), s.meeting)):
            self._latest[sitting.body] = earliest(sitting.date)
            if sitting.annual and len(sitting.date) == len("2023-05-23"):
                self._annual[sitting.body].append(sitting.date)
            if sitting.complete:
                self._complete[sitting.body].append(sitting)

    def of_body(self, body: str) -> Sequence[Placing]:
        """The decisions about places on a body, in the order in which they were made."""
        return self._of_body[body]

    def annual_meetings(self, placing: Placing) -> Sequence[str]:
        """The days of the annual meetings of a place's body; where it has none, of the body that made the decision."""
        return self._annual.get(placing.body) or self._annual.get(placing.maker or "") or ()

    def known_to(self, placing: Placing, start: str) -> str:
        """The last day that the store can tell of an open place: that of the last minutes, or its first day."""
        own = self._latest.get(placing.body)
        if own is None or own < earliest(placing.date):
            own = self._latest.get(placing.maker or "")
        return max(start, earliest(placing.date), own or start)

    def unlisted_from(self, placing: Placing, start: str) -> str | None:
        """The day of the first of the body's complete lists that all lack the holder of a place ever since, or none.

        Fewer than three such lists, or lists of less than twelve months, say nothing: people are ill.
        """
        if not placing.person or placing.represents:
            return None
        lists = [s for s in self._complete[placing.body] if earliest(s.date) > start]
        without: list[Sitting] = []
        for sitting in reversed(lists):
            if not sitting.is_without(placing.person):
                break
            without.append(sitting)
        if len(without) < _LISTS_ENOUGH or earliest(without[0].date) < add_years(earliest(without[-1].date), 1):
            return None
        return earliest(without[-1].date)

    def ended(self, placing: Placing, start: str) -> Ended | None:
        """What ended a place first, or none."""
        found = [*self._left(placing, start), *self._taken(placing)]
        return min(found, key=lambda e: (e.day, e.fact)) if found else None

    def _left(self, placing: Placing, start: str) -> Iterator[Ended]:
        first = shift_days(min(start, earliest(placing.date)), -1)
        for ending in self._ended.get(placing.person or "", ()):
            after = ending.said > placing.said and ending.day >= first
            if after and not ending.rests and ending.ends(placing.body, placing.role):
                yield Ended(ending.day, ending.fact, ending.how)

    def _taken(self, placing: Placing) -> Iterator[Ended]:
        for other in self._of_body[placing.body]:
            if other.date > placing.date and _takes_over(placing, other):
                day = shift_days(earliest(other.start or other.date), -1)
                yield Ended(day, other.fact, f"somebody else in the same place from {other.start or other.date}")
                return


def _takes_over(placing: Placing, other: Placing) -> bool:
    """Whether a later decision fills (or empties) the very place: the same seat, or an office of which there is one."""
    if other.action in LEAVING or (other.person and other.person == placing.person):
        return False
    if placing.seat and placing.seat == other.seat and placing.represents:
        return True
    office = office_of(placing.role)
    return office is not None and office == office_of(other.role) and other.action in JOINING


def placed(decisions: Decisions, ended: Mapping[str, list[Ending]]) -> Iterator[Spell]:
    """The spells of everybody who was appointed, without the days on which they were suspended."""
    for placing in decisions.made:
        if placing.action in JOINING and placing.person:
            rests = [e for e in ended.get(placing.person, ()) if e.rests and e.ends(placing.body, placing.role)]
            for spell in _of_placing(placing, decisions):
                yield from _without_rests(spell, rests)


def _of_placing(placing: Placing, decisions: Decisions) -> Iterator[Spell]:
    term = term_of(placing.date, placing.start, placing.end, placing.term, decisions.annual_meetings(placing))
    start = term.start if term else earliest(placing.start or placing.date)
    ended = decisions.ended(placing, start)
    if ended and ended.day < start:
        return
    verb = f"{placing.outcome} on {placing.date}"
    spell = Spell(
        person=placing.person,
        seat=placing.seat,
        body=placing.body,
        role=placing.role or ORDINARY,
        represents=placing.represents,
        start=start,
        end=ended.day if ended else None,
        certainty="appointed",
        on=(),
        why=f"appointed without a stated end ({verb}), {ended.how if ended else 'nothing ended it'}",
        facts=(placing.fact, ended.fact) if ended else (placing.fact,),
        known_to=None if ended else decisions.known_to(placing, start),
        unlisted_from=None if ended else decisions.unlisted_from(placing, start),
    )
    if not term or not term.certain_to:
        yield spell
        return
    own = replace(spell, facts=(placing.fact,), known_to=None, unlisted_from=None)
    if ended and ended.day <= term.certain_to:
        why = f"{term.why} ({verb}); {ended.how}"
        yield replace(own, end=ended.day, certainty="certain", why=why, facts=spell.facts)
        return
    yield replace(own, end=term.certain_to, certainty="certain", why=f"{term.why} ({verb})")
    if not term.latest or term.latest <= term.certain_to:
        return
    start, why = shift_days(term.certain_to, 1), f"{term.why} ({verb}); the text does not say when that term ends"
    if ended and ended.day <= term.latest:
        yield replace(own, start=start, end=ended.day, why=f"{why}; {ended.how}", facts=spell.facts)
    else:
        yield replace(own, start=start, end=term.latest, why=why)


def _without_rests(spell: Spell, rests: Sequence[Ending]) -> Iterator[Spell]:
    """A spell without the days of suspensions, as one or several."""
    rest = next((e for e in rests if e.day >= shift_days(spell.start, -1) and (spell.end or "9999") > e.day), None)
    if rest is None:
        yield spell
        return
    facts = tuple(dict.fromkeys((*spell.facts, rest.fact)))
    if rest.day >= spell.start:
        yield replace(spell, end=rest.day, why=f"{spell.why}; {rest.how}", facts=facts, known_to=None)
    if rest.back is None or (spell.end or "9999") < rest.back:
        return
    again = replace(spell, start=rest.back, why=f"{spell.why}; {rest.how}, and back since", facts=facts)
    if spell.end is None and spell.known_to and spell.known_to < rest.back:
        return  # whether the member came back is not known
    yield from _without_rests(again, [e for e in rests if e.day > rest.day])
