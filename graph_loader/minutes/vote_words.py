"""The words for the sides of a vote, and what one cast is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..parsed_minutes import VoteCast

SIDES: tuple[VoteCast, ...] = ("for", "against", "abstain")
_MATTER = r"(?:\s+the\s+(?:motion|amendment|proposal|proposition|recommendations?|resolution|addendum|application))?"
_FOR = (
    rf"(?:ayes?|yeas?|yes|in\s+favou?r(?:\s+of)?{_MATTER}|(?:votes?\s+|voting\s+|voted\s+)?for{_MATTER}"
    rf"|(?:votes?|voting|voted)\s+(?:in\s+favou?r{_MATTER}|yes|aye))"
)
_AGAINST = (
    rf"(?:noes|nays?|no|opposed|opposing|contrary|in\s+opposition|(?:votes?\s+|voting\s+|voted\s+)?against{_MATTER}"
    r"|(?:votes?|voting|voted)\s+(?:no|nay|in\s+opposition))"
)
_ABSTAIN = (
    r"(?:(?:voting\s+)?(?:abstain(?:ed|ing|s)?|abstentions?)(?:\s+from\s+voting)?|present(?:,| and)?\s+not\s+voting"
    r"|not\s+voting)"
)
SIDE = rf"(?:(?P<for>{_FOR})|(?P<against>{_AGAINST})|(?P<abstain>{_ABSTAIN}))"
"""A pattern for the name of a side, with a group for each."""
CAST = (
    r"(?:(?P<for>yea|aye|yes|for)|(?P<against>nay|no|against|opposed)|(?P<abstain>abstain(?:ed|s)?|abstention"
    r"|present))"
)
"""A pattern for the word beside one name in a roll call."""


@dataclass(frozen=True)
class Cast:
    """The vote of one person, as a rule found it."""

    person: str
    side: VoteCast
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Stated:
    """How many the minutes say voted on a side, where they give it with the names."""

    side: VoteCast
    number: int
    at: int


def side_of(match: re.Match[str]) -> VoteCast:
    """The side that a match of `SIDE` or `CAST` names."""
    return next(side for side in SIDES if match[side])
