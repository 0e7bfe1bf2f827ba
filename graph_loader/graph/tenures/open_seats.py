"""Seats without a name in them: vacant as the minutes say or because the holder left, or held by somebody unnamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .endings import JOINING, LEAVING, ORDINARY, role_key
from .evidence import Placing, Spell
from .placed import Decisions, Ended
from .terms import earliest, shift_days

_FILLING = frozenset({"appoint", "elect", "co_opt", "replace"})


def open_seats(decisions: Decisions) -> Iterator[Spell]:
    """The spells of seats that nobody holds, or somebody who is described and not named."""
    filled = _perhaps_filled(decisions)
    for placing in decisions.made:
        if placing.person or not placing.seat or placing.unresolved:
            continue
        vacant = placing.action == "vacancy"
        if vacant or (placing.holder and placing.action in JOINING):
            yield _open(placing, decisions, vacant, filled.get(placing.fact))
    yield from _left(decisions)


def _perhaps_filled(decisions: Decisions) -> dict[str, Ended]:
    """Vacancies of a place like others, each with the first appointment since that may have filled it.

    Which of several places somebody takes the text need not say: each appointment is counted for one vacancy.
    """
    found: dict[str, Ended] = {}
    waiting: dict[tuple[str, str | None], list[Placing]] = defaultdict(list)
    for p in decisions.made:
        key = p.body, role_key(p.role)
        if p.action == "vacancy" and not p.person and not p.represents:
            waiting[key].append(p)
        elif p.action in _FILLING and p.person and not p.represents and waiting[key] and waiting[key][0].date < p.date:
            day = shift_days(earliest(p.start or p.date), -1)
            how = f"perhaps filled on {p.start or p.date}, when somebody was appointed to such a place"
            found[waiting[key].pop(0).fact] = Ended(day, p.fact, how)
    return found


def _open(placing: Placing, decisions: Decisions, vacant: bool, perhaps: Ended | None) -> Spell:
    start = earliest(placing.start or placing.date)
    ended = decisions.ended(placing, start)
    verb = f"{placing.outcome} on {placing.date}"
    said = f", filled on {shift_days(ended.day, 1)}" if ended and vacant else f", {ended.how}" if ended else ""
    if ended is None and perhaps is not None:
        ended, said = perhaps, f", {perhaps.how}"
    why = f"vacant: no name was given ({verb}){said}"
    if not vacant:
        why = f"the holder is described and not named: {placing.holder} ({verb}){said}"
    return Spell(
        person=None,
        seat=placing.seat,
        body=placing.body,
        role=placing.role or ORDINARY,
        represents=placing.represents,
        start=start,
        end=max(start, ended.day) if ended else None,
        certainty="appointed",
        on=(),
        why=why,
        facts=(placing.fact, ended.fact) if ended else (placing.fact,),
        state="vacant" if vacant else "unnamed",
        holder=placing.holder,
        known_to=None if ended else decisions.known_to(placing, start),
    )


def _left(decisions: Decisions) -> Iterator[Spell]:
    """Named seats whose holder left: vacant, as an inference, until a later decision says something of the seat."""
    replacing = {p.fact for p in decisions.made if p.action not in LEAVING}
    for placing in decisions.made:
        if placing.action not in JOINING or not (placing.person and placing.seat and placing.represents):
            continue
        ended = decisions.ended(placing, earliest(placing.start or placing.date))
        if ended is None or ended.fact in replacing:
            continue
        later = [
            p
            for p in decisions.of_body(placing.body)
            if p.seat == placing.seat and p.date >= ended.day and p.said > placing.said and p.action not in LEAVING
        ]
        if later and later[0].date == ended.day:
            continue  # filled, or declared vacant, at the same meeting
        said = f", nothing said of it before {later[0].date}" if later else ", nobody is recorded in it since"
        yield Spell(
            person=None,
            seat=placing.seat,
            body=placing.body,
            role=placing.role or ORDINARY,
            represents=placing.represents,
            start=ended.day,
            end=shift_days(earliest(later[0].date), -1) if later else None,
            certainty="likely",
            on=(),
            why=f"inferred: the holder {ended.how}{said}",
            facts=tuple(sorted({placing.fact, ended.fact, *(p.fact for p in later[:1])})),
            state="vacant",
            known_to=None if later else decisions.known_to(placing, ended.day),
        )
