"""Leave of absence that a body grants for weeks or for other days: no apology for the meeting that grants it."""

from __future__ import annotations

import re

from ..page.reading import Reading

_GRANTED = re.compile(
    r"\b(?:grant\w*|approv\w+|allow\w*|given|gave|request\w*|sought|seek\w*|appl(?:y|ied)|extend\w*)\b", re.IGNORECASE
)
_LEAVE = re.compile(r"\bleave\s+of\s+absence\b", re.IGNORECASE)
_TERM = re.compile(
    r"\b(?:until|till|up\s+to|from\s+(?:\w+day,?\s+)?(?:the\s+)?\d+|between\s+(?:the\s+)?\d+"
    r"|for\s+(?:(?:a|the|up\s+to|period|further|maximum|total|of)\s+){0,5}(?:\w+\s+)?(?:days|weeks?|months?|year|meetings)"
    r"|for\s+the\s+(?:[a-z]+\s+){0,3}meetings?\s+(?:of|on|to\s+be|in)\s+(?!th)[A-Z\d]|commencing|with\s+effect)\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:this\s+(?:\w+\s+)?meeting|today|tonight|this\s+(?:evening|morning|afternoon)|apolog\w*|(?:was|were|is)\s+absent"
    r"|not\s+present|absent\s+(?:from|on\s+leave))\b",
    re.IGNORECASE,
)


def is_longer_leave(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence grants leave for a time of its own, and says of nobody that they are away now.

    Whoever it names is a warning, with the place: the contract has no record for such leave.
    """
    text = reading.flow[start:end]
    if not (_LEAVE.search(text) and _GRANTED.search(text) and _TERM.search(text)) or _THIS.search(text):
        return False
    for person in reading.tagged.within(start, end, "person", "weak"):
        message = (
            f"{person.text} has leave of absence for a time of its own: no apology for this meeting is recorded of it"
        )
        reading.warn("leave_of_absence", message, start, end, "leave_of_absence")
    return True
