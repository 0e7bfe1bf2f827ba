"""Labels of lists of which nobody was read: said, so that no list is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...parsed_minutes import Attendance
from ..page.outline import Section
from ..page.reading import Reading

_NOBODY = re.compile(
    r"\b(?:none|nil|nobody|no\s*one|n/?a|no\s+(?:\w+\s+){0,3}(?:apolog\w+|absen\w+|members?|substitut\w+|requests?|regrets)"
    r"|(?:there\s+)?were\s+no(?:ne)?\b|not\s+applicable|all\s+(?:\w+\s+){0,4}(?:present|attended|attending|in\s+attendance)"
    r"|full\s+attendance|as\s+(?:above|listed|recorded|stated|noted|shown|per)|see\s+(?:above|below|attached|list|page))\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"present", "apologies"})
_ELSEWHERE = frozenset({"leave_of_absence", "suspended"})
"""Warnings that say what the people of a list are."""
_NEAR = 400
"""Signs after a label in which its people, or the words that there are none, stand."""


def check_empty_lists(reading: Reading, attendance: Sequence[Attendance]) -> None:
    """Warns of every label for those present, or for apologies, below which nobody is read or said to be nobody."""
    origin = reading.view.plain.origin
    said = [w.span.char_start for w in reading.warnings if w.code in _ELSEWHERE]
    places = sorted([*(a.span.char_start for a in attendance), *said])
    sections = reading.outline.sections
    for i, section in enumerate(sections):
        if section.kind not in _KINDS or section.label[1] <= section.label[0]:
            continue
        following = next((other for other in sections[i + 1 : i + 4] if other.kind != section.kind), None)
        end = _end(reading, section, following)
        low, high = origin(section.label[0]), origin(max(section.label[0], end - 1)) + 1
        if any(low <= place < high for place in places) or _NOBODY.search(reading.flow, section.label[0], end):
            continue
        message = f"nobody is read in the list “{reading.words(*section.label)}”"
        reading.warn("empty_list", message, section.label[0], section.label[1], "attendance.heading")


def _end(reading: Reading, section: Section, following: Section | None) -> int:
    """Where the people of a label end at the latest: with its list, or in the text after a label that stands alone.

    A label above another of its kind (`1. Apologies`, `Apologies were received from …`) has the list of that one.
    """
    end = section.end
    if not reading.flow[section.start : section.end].strip():
        end = min(section.end + _NEAR, reading.last)
    return min(end, following.label[0]) if following and following.label[0] >= section.end else max(end, section.start)
