"""The words for the sides of a vote, and what one cast is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ...parsed_minutes import VoteCast

Matter = Literal["motion", "amendment"]
"""What a vote is said to be for or against, where two proposals are before the meeting."""

SIDES: tuple[VoteCast, ...] = ("for", "against", "abstain")
_MATTER = (
    r"(?:\s+the\s+(?:motion|amendment|proposal|proposition|recommendations?|resolution|addendum|application)"
    r"(?:\s+by\s+(?-i:[A-Z])[^\n,;:(–—-]{2,40}(?=\s*[(–—-]))?)?"
)
"""What a vote is for or against, with whose it is: `for the amendment by Councillor Roe (5)`."""
_FOR = (
    rf"(?:ayes?|yeas?|yes|tá|ar\s+son|(?:in\s+the\s+)?affirmative(?:ly)?|[oi]\s+blaid|in\s+favou?r(?:\s+of)?{_MATTER}"
    rf"|(?:votes?\s+|voting\s+|voted\s+)?for{_MATTER}"
    rf"|(?:votes?|voting|voted)\s+(?:in\s+favou?r{_MATTER}|yes|aye))"
)
_AGAINST = (
    r"(?:noes|nayes|nays?|no|níl|(?:in\s+the\s+)?negative|i(?:n|na)\s+aghaidh|i\s+gcoinne|yn\s+erbyn|opposed|opposing|contrary|in\s+opposition"
    rf"|(?:votes?\s+|voting\s+|voted\s+)?against{_MATTER}"
    r"|(?:votes?|voting|voted)\s+(?:no|nay|in\s+opposition))"
)
_ABSTAIN = (
    r"(?:declined\s+to\s+vote"
    r"|(?:voting\s+)?(?:abstain(?:ed|ing|s)?|abstentions?)(?:\s+from\s+voting)?|present(?:,| and)?\s+not\s+voting"
    r"|gan\s+vótáil|ag\s+staonadh|staon(?:adh)?|ymatal)"
)
_COUNT = re.compile(r"\d{1,3}")
_NAMED_MATTER = re.compile(r"\bthe\s+(motion|amendment)\b", re.IGNORECASE)
_NAMED_MOVER = re.compile(
    r"\bthe\s+(?:motion|amendment)\s+by\s+([A-Z][^\n,;:(–—-]{2,40}?)\s*(?:[(–—-]|\Z)", re.IGNORECASE
)
NO_VOTE = (
    r"(?:absent(?:ees?)?|absences?|excused|recus(?:ed|als?)|vacan(?:t|cy|cies)(?:\s+seats?)?|away"
    r"|(?:not|no\s+longer)\s+(?:present|in\s+attendance)|(?:did\s+|do\s+)?not\s+vot(?:e|ed|ing)|non-?\s?voting|no\s+vote"
    r"|out\s+of\s+(?:the\s+)?room|disqualified|ineligible|not\s+eligible|conflicts?(?:\s+of\s+interest)?"
    r"|(?:on\s+)?leave(?:\s+of\s+absence)?|left(?:\s+(?:the\s+)?(?:meeting|room|chamber))?|late|apolog(?:y|ies)"
    r"|(?:declared\s+)?(?:an\s+)?interest|withdrew|withdrawn|as\s+l[áa]thair|absennol|not\s+recorded|unaccounted)"
)
"""A pattern for what is said of those who cast no vote: after such a label nobody is on a side."""
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
    matter: Matter | None = None
    candidate: str | None = None
    """For whom it was cast, where several stood."""
    mover: str | None = None
    """Whose motion or amendment it was for or against, where the words say so."""
    ballot: int = 0
    """Which of the votes of one table it is of, where a table tells of several."""


@dataclass(frozen=True)
class Stated:
    """How many the minutes say voted on a side, where they give it with the names."""

    side: VoteCast
    number: int
    at: int
    matter: Matter | None = None
    candidate: str | None = None
    mover: str | None = None


def mover_of(words: str) -> str | None:
    """Whose motion or amendment the words of a side name: `for the amendment by Councillor Roe`."""
    found = _NAMED_MOVER.search(words)
    return " ".join(found[1].split()) if found else None


def matter_of(words: str) -> Matter | None:
    """Whether the words of a side name the amendment or the motion: `for the amendment`."""
    found = _NAMED_MATTER.search(words)
    return None if found is None else "amendment" if found[1].casefold() == "amendment" else "motion"


def side_of(match: re.Match[str]) -> VoteCast:
    """The side that a match of `SIDE` or `CAST` names."""
    return next(side for side in SIDES if match[side])


@cache
def _side_heading() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:votes?\s+|voted\s+)?{SIDE}\W*(?:\(?\d{{1,3}}\)?)?\W*", re.IGNORECASE)


@dataclass(frozen=True)
class SideColumn:
    """A side that a heading names, what it is for, and how many voted so, where the heading says it."""

    side: VoteCast
    matter: Matter | None = None
    stated: int | None = field(default=None, compare=False)


def side_column(text: str) -> SideColumn | None:
    """What a heading says that names a side, with the number of votes or without: `Against (3)`."""
    found = _side_heading().fullmatch(text.strip())
    return SideColumn(side_of(found), matter_of(text), count_in(text)) if found else None


def count_in(text: str) -> int | None:
    """The first number in a heading."""
    found = _COUNT.search(text)
    return int(found[0]) if found else None


def miscounted(columns: Iterable[SideColumn | None], casts: Sequence[Cast]) -> str | None:
    """What is wrong where a heading counts the names otherwise than its column does: they are set askew."""
    for column in columns:
        if column is not None and column.stated is not None:
            named = sum(1 for cast in casts if (cast.side, cast.matter) == (column.side, column.matter))
            if named != column.stated:
                return f"the column has {named} names and says {column.stated}"
    return None
