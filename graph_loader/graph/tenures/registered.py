"""What registers of members say, as spells and as endings: they settle what minutes leave open.

An entry gives its first day, and its last where it has one; without one it is known up to the day of the register, else
up to the last minutes of its body. An entry without a first day is no spell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .endings import ORDINARY, Ending, role_key
from .evidence import Evidence, Registered, Spell
from .terms import earliest, latest


def registered(evidence: Evidence) -> Iterator[Spell]:
    """The spells of all entries, certain by their register."""
    met: dict[str, str] = {}
    for sitting in evidence.sittings:
        met[sitting.body] = max(met.get(sitting.body, ""), earliest(sitting.date))
    for entry in evidence.registered:
        if entry.start is None:
            continue
        start = earliest(entry.start)
        end = latest(entry.end) if entry.end else None
        known = latest(entry.as_of) if entry.as_of else met.get(entry.body, "")
        yield Spell(
            person=entry.person,
            seat=None,
            body=entry.body,
            role=entry.role or ORDINARY,
            represents=entry.represents,
            start=start,
            end=end,
            certainty="certain",
            on=(),
            why=f"certain by the register of {entry.register}: {_days(entry)}",
            facts=(entry.fact,),
            known_to=None if end else max(start, known),
            register=entry.register,
        )


def _days(entry: Registered) -> str:
    return f"from {entry.start} to {entry.end}" if entry.end else f"from {entry.start}, without an end"


def register_endings(entries: Sequence[Registered]) -> Iterator[Ending]:
    """What the last days of entries end: places that minutes give without an end."""
    for entry in entries:
        if entry.end:
            day = latest(entry.end)
            how = f"until {entry.end}, by the register of {entry.register}"
            said = day, entry.order, entry.fact
            yield Ending(entry.person, day, said, how, entry.body, role_key(entry.role), stated=True)
