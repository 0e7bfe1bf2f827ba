"""What the decisions of humans mean for names: which are together, which are kept apart; the newest decision counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..decisions import Anchor, Judgement


@dataclass(frozen=True)
class Constraints:
    """What the decisions mean for names: groups that are one person, pairs of sides that are not.

    The newest decision counts: an older one that contradicts those after it is `overruled`.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    accepted: tuple[Judgement, ...] = ()
    overruled: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> Constraints:
        """The constraints of decisions, given from the oldest to the newest."""
        groups: list[frozenset[str]] = []
        apart: list[tuple[frozenset[str], frozenset[str]]] = []
        accepted: list[Judgement] = []
        overruled: list[Judgement] = []
        for judgement in reversed([j for j in judgements if j.verdict != "nobody"]):
            one, other = _ids(judgement.one), _ids(judgement.other)
            if judgement.verdict == "same":
                touched = [g for g in groups if g & (one | other)]
                whole = frozenset(one | other).union(*touched)
                if any(whole & a and whole & b for a, b in apart):
                    overruled.append(judgement)
                    continue
                groups = [g for g in groups if g not in touched] + [whole]
            else:
                if one & other or any(g & one and g & other for g in groups):
                    overruled.append(judgement)
                    continue
                apart.append((one, other))
            accepted.append(judgement)
        return cls(tuple(sorted(groups, key=sorted)), tuple(apart), tuple(accepted), tuple(overruled))

    @cached_property
    def _from(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for one, other in self.apart:
            # Whoever is one person with a side is apart from the other side as well.
            sides = self._whole(one), self._whole(other)
            for here, there in (sides, sides[::-1]):
                for mention in here:
                    found[mention] = found.get(mention, frozenset()) | there
        return found

    def _whole(self, side: frozenset[str]) -> frozenset[str]:
        return side.union(*(group for group in self.together if group & side))

    @cached_property
    def _with(self) -> dict[str, frozenset[str]]:
        return {mention: group for group in self.together for mention in group}

    @cached_property
    def _reasons(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for judgement in self.accepted:
            for anchor in (*judgement.one, *judgement.other):
                found[anchor.mention] = (*found.get(anchor.mention, ()), judgement.reason)
        return found

    def kept_from(self, mention: str) -> frozenset[str]:
        """The mentions that a mention must not be one person with."""
        return self._from.get(mention, frozenset())

    def kept_with(self, mention: str) -> frozenset[str]:
        """The mentions that a mention must be one person with, itself among them; none where nobody said so."""
        return self._with.get(mention, frozenset())

    def reasons(self, mention: str) -> tuple[str, ...]:
        """What humans decided about a mention, in words, the newest first."""
        return self._reasons.get(mention, ())


NO_CONSTRAINTS = Constraints()
"""Nobody decided anything."""


def connected(mentions: Iterable[str], judgements: Iterable[Judgement]) -> set[str]:
    """These mentions with all that decisions tie to them, and to those: what one decision says, others carry on."""
    sides = [_ids((*j.one, *j.other)) for j in judgements]
    found = set(mentions)
    while fresh := [side for side in sides if side & found and not side <= found]:
        found = found.union(*fresh)
    return found


def _ids(anchors: Iterable[Anchor]) -> frozenset[str]:
    return frozenset(a.mention for a in anchors)
