"""A heading that calls the body that met by no name: `a meeting of the above Council`."""

from __future__ import annotations

import re

from ..page.reading import Reading

ABOVE_COUNCIL = "meeting.above_council"
"""The rule of the place that says so: whoever knows whose minutes these are knows which body met."""

_POINTING = (
    r"(?:above(?:[ \x1f-]+(?:named|mentioned))?|said|aforesaid|aforementioned|abovenamed)[ \x1f]+"
    r"(?:(?:parish|town|community|city|county|district|borough|village)[ \x1f]+)?council"
)
_POINTED_TO = re.compile(rf"\b{_POINTING}$", re.IGNORECASE)
_BEFORE = 40
_ENDS = re.compile(
    r"(?:(?:above|said|aforesaid|aforementioned|abovenamed)\b.*|[\w-]*[ \x1f]*council)$", re.IGNORECASE | re.DOTALL
)
_ABOVE = re.compile(
    rf"\b{_POINTING}\b"
    r"|\bmeeting[ \x1f]+of[ \x1f]+(?:the[ \x1f]+)?(?:full[ \x1f]+)?council\b(?![ \x1f]+(?:of|for)\b)",
    re.IGNORECASE,
)


def unnamed_council(reading: Reading, top: int) -> tuple[int, int] | None:
    """Where the heading, which ends at `top`, says that the council met, without its name."""
    found = _ABOVE.search(reading.flow, reading.start, top)
    return found.span() if found else None


def is_pointed_to(text: str, start: int, end: int) -> bool:
    """Whether what a heading gives for a name, with the words before it, only points to one: `above-named Council`."""
    return _POINTED_TO.search(text[max(0, start - _BEFORE) : end]) is not None


def pointing_words(text: str) -> str:
    """The words by which a heading points to the council, of what `unnamed_council` found: `above-named Council`."""
    found = _ENDS.search(" ".join(text.split()))
    return found[0].strip() if found else text
