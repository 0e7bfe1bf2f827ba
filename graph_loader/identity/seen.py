"""What each meeting says by itself of who is who: its people, the names it leaves open, comings and goings, equations.

Everything across meetings is decided from this and from nothing else, so that a meeting is read once and kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from ..folding import fold, fold_body
from ..lexicon.entries import entries
from .context import NameInContext
from .judgements import NO_CONSTRAINTS, Constraints
from .outcome import Bodies
from .profile import Open, Profile
from .profiles import profiles_of
from .stated_names import Equation, equations_in
from .successions import Change, changes_in


@dataclass
class Seen:
    """What one meeting, or several, say of people."""

    profiles: list[Profile] = field(default_factory=list)
    left: list[Open] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    equations: list[Equation] = field(default_factory=list)

    @classmethod
    def of(cls, parts: Iterable[Seen]) -> Seen:
        """What several meetings say together."""
        whole = cls()
        for part in parts:
            whole.profiles += part.profiles
            whole.left += part.left
            whole.changes += part.changes
            whole.equations += part.equations
        return whole


def own_words(council: str) -> str:
    """What the name of a council has besides words for councils and meetings: `fenmarsh` of an annual meeting's too."""
    return " ".join(word for word in fold_body(council).split() if word not in _words_for_councils())


@cache
def _words_for_councils() -> frozenset[str]:
    found = {word for e in entries("bodies") if {"council", "generic"} & {*e.classes} for word in fold(e.text).split()}
    found |= {word for e in entries("meeting_kinds") for word in fold(e.text).split()}
    return frozenset(found | {"of", "and", "the", "for"})


def seen_at(
    names: Iterable[NameInContext], bodies: Bodies, constraints: Constraints = NO_CONSTRAINTS
) -> dict[str, Seen]:
    """What each meeting says, by its id; `names` are all names of these, `bodies` what those of bodies mean."""
    body_of = {mention: decision.entity for mention, decision in bodies.refers_to.items()}
    councils = {key: own_words(body.name) for key, body in bodies.entities.items() if body.kind == "council"}
    by_meeting: dict[str, list[NameInContext]] = defaultdict(list)
    for name in names:
        if name.of == "person":
            target = body_of.get(name.target_body or "")
            met = body_of.get(name.meeting_body or "") or bodies.of_meetings.get(name.meeting)
            by_meeting[name.meeting].append(replace(name, target_body=target, meeting_body=met))
    found = {}
    for meeting in sorted(by_meeting):
        here = by_meeting[meeting]
        profiles, left = profiles_of(here, constraints, councils)
        found[meeting] = Seen(profiles, left, changes_in(here), equations_in(here))
    return found
