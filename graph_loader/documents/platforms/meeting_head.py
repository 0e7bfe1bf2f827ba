"""The heading that minutes have, from what a system says apart: the body, the day, the time and the place."""

from __future__ import annotations

import re
from datetime import date

_NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?")
OFF = re.compile(r"cancelled|postponed|abandoned|adjourned|inquorate", re.IGNORECASE)
"""What systems put beside a meeting that was not held as planned."""


def head_sentence(body: str, when: str, time: str = "", place: str = "", what: str = "Minutes") -> str:
    """The sentence that says what met, when and where, as the heading of minutes has it."""
    sentence = (
        f"{what} of the meeting of the {body} held on {when}" if body else f"{what} of the meeting held on {when}"
    )
    return sentence + (f" at {time}" if time else "") + (f" in {place}" if place else "") + "."


def day_first(when: str) -> str:
    """A date of British systems, day before month, so that nobody takes the day for the month; else as written."""
    found = _NUMBERS.fullmatch(when.strip())
    if not found:
        return when
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return when  # an impossible date stays as written; the parser warns of it
