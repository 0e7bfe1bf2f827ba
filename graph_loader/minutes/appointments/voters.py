"""Where people are named as voting: whoever is named there takes no place by it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from ...lexicon.agreement import same_person, surname_keys
from ...parsed_minutes import Vote
from ..page.reading import Reading


class Voters:
    """The votes by name of a meeting, to be found by who votes and where the vote is told."""

    def __init__(self, reading: Reading, votes: Iterable[Vote]) -> None:
        by_key: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        for vote in votes:
            place = reading.place(vote.span)
            for key in surname_keys(vote.person):
                by_key[key].add((*place, vote.person))
        self._by_key = {key: sorted(told) for key, told in by_key.items()}

    def named(self, person: str, at: int) -> bool:
        """Whether the name at an offset is that of somebody whose vote is told there."""
        for key in surname_keys(person):
            told = self._by_key.get(key, [])
            last = bisect_right(told, at, key=lambda vote: vote[0]) - 1
            if last >= 0 and at < told[last][1] and same_person(told[last][2], person):
                return True
        return False
