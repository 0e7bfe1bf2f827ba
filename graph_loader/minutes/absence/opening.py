"""Where minutes record who came: before the first item, or in an item about attendance."""

from __future__ import annotations

import re

from ..page.reading import Reading

_ABOUT_ATTENDANCE = re.compile(
    r"apolog|absen|attend|present|welcome|roll|substitut|opening|introduc|call to order", re.IGNORECASE
)
_LONGEST_HEAD = 4000
"""Signs before the first item, at most, that still belong to the head of the minutes."""


def is_opening(reading: Reading, at: int) -> bool:
    """Whether an offset stands where minutes record who came."""
    item = reading.outline.item_at(at)
    if item is None:
        return at - reading.start < min(_LONGEST_HEAD, (reading.last - reading.start) // 3)
    return _ABOUT_ATTENDANCE.search(item.title or reading.flow[item.start : item.start + 60]) is not None
