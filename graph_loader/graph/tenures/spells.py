"""All tenures of a scope: what lists and decisions say of everybody, and of seats that nobody holds.

`certain`: a meeting of that day lists the person, or an appointment with a stated term or a register of members covers
the day. `appointed`: an appointment without a stated end that nothing ended, up to the last minutes. `likely`, an
inference: see `listed`. Otherwise nothing is claimed; who was on the latest list is said apart (`LastListed`).
"""

from __future__ import annotations

from .endings import endings
from .evidence import Evidence, LastListed, Spell, Tenures
from .listed import listed
from .open_seats import open_seats
from .placed import Decisions, placed
from .registered import register_endings, registered


def tenures(evidence: Evidence) -> Tenures:
    """All tenures, in a fixed order. A listing that a substitution explains must not be among the listings."""
    ended = endings(evidence, register_endings(evidence.registered))
    decisions = Decisions(evidence, ended)
    of_lists = list(listed(evidence, ended))
    spells = [
        *(s for s in of_lists if isinstance(s, Spell)),
        *placed(decisions, ended),
        *open_seats(decisions),
        *registered(evidence),
    ]
    last = [s for s in of_lists if isinstance(s, LastListed)]
    return Tenures(
        tuple(sorted(spells, key=lambda s: (s.body, s.person or "", s.seat or "", s.start, s.role, s.facts))),
        tuple(sorted(last, key=lambda s: (s.body, s.person))),
    )
