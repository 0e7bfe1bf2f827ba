"""The labels of lines and of words, and what they stand for: the guidelines for annotators say when to give which."""

from __future__ import annotations

from ...parsed_minutes import AttendanceStatus

STATUSES: dict[str, AttendanceStatus] = {"p": "present", "a": "apologies", "x": "absent", "i": "in_attendance"}
"""The letter of each status in a label."""
OUTSIDE = "O"
"""A word or line that belongs to no list of people, and none that tells of a place."""


def status_letter(status: str) -> str:
    """The letter that a label has for a status."""
    return next(letter for letter, name in STATUSES.items() if name == status)
