"""Members whose place rests for a time: suspended from the council or a body. The contract has no record for it.

So that nothing is lost in silence, each is a warning with its place, its person and its term.
"""

from __future__ import annotations

import re

from ..appointments.placing import term_in
from ..names.tagging import rule
from ..page.reading import Reading

_SUSPENDED = rule(
    r"<PP:who>(?:['’]s?)?,? (?:(?:council )?membership (?:of the (?:council|committee|board) )?)?"
    r"(?:(?:was|were|is|are|be|been|being|has|have|had|hereby|partially|therefore|formally|to|should|shall) ){1,6}"
    r"(?:suspended\b|disqualified (?=from (?:office|membership|being|holding|sitting|acting)"
    r"|from the (?:council|board|office)|as an? ))(?P<from> (?:from|as|for|until|with)\b)?"
)
_SUSPENSION = rule(r"\b(?:suspension of|suspend(?:ed|ing)?) <PP:whom>(?P<from>[^.;\n]{0,30}\b(?:from|as|for)\b)?")
_SPELL = re.compile(
    r"\bfor\s+(?:(?:a|the)\s+(?:(?:maximum|total)\s+)?(?:period|term)\s+of\s+(?:up\s+to\s+)?)?"
    r"(?P<term>(?:an?|\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,6})?)\s+(?:calendar\s+)?(?:days?|weeks?|months?|years?|meetings?))\b",
    re.IGNORECASE,
)
_STEMS = ("suspend", "suspension", "disqualified")
_MEETING = re.compile(r"\bsuspend\w*\s+(?:the\s+)?(?:meeting|standing|sitting|debate|rule|order)", re.IGNORECASE)


SUSPENDED = "attendance.suspended"
"""The rule of those whom a list calls suspended or disqualified."""


def warn_suspended(reading: Reading, person: str, start: int, end: int) -> None:
    """Warns of somebody whom a list calls suspended or disqualified: neither there nor away."""
    message = f"{person} is listed as suspended or disqualified: recorded neither as present nor as away"
    reading.warn("suspended", message, start, max(start + 1, end), SUSPENDED)


def check_suspensions(reading: Reading) -> None:
    """Warns of everybody whom the minutes say to be suspended."""
    for pattern, group in ((_SUSPENDED, "who"), (_SUSPENSION, "whom")):
        for m in reading.near(_STEMS, pattern):
            low, high = reading.sentence(m.start(), m.end())
            if _MEETING.search(reading.flow, m.start(), high):
                continue
            start = m.end() - len(m["from"] or "")
            term, until = term_in(reading, start, high)
            spell = _SPELL.search(reading.flow, start, high)
            term = term or (reading.words(*spell.span("term")) if spell else None)
            said = f" for {term}" if term else f" until {until}" if until else ""
            for person in reading.tagged.people(m, group):
                what = "disqualified" if "disqualified" in reading.flow[m.start() : m.end()] else "suspended"
                message = f"{person.text} is {what}{said}: no appointment or removal is recorded of it"
                reading.warn("suspended", message, low, high, "suspension")
