"""A time of the clock without `am` or `pm`: which half of the day it is in, where the meeting's own times tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLAIN_TIME = re.compile(r"(?<![\d.:/£$])(?P<h>\d{1,2})[.:](?P<m>[0-5]\d)(?!\d|[.:]\d|[:/%])")
"""An hour and its minutes and nothing more; a full stop may end the sentence after it."""
_EARLY = 30
"""Minutes before its start at which somebody can have come to a meeting."""
_LONGEST = 10 * 60
"""Minutes that a meeting lasts at most."""
_NIGHT = 6
"""The hour before which no meeting is in session in the morning: `left at 3.10` is in the afternoon."""
_NOON = 12 * 60
_EITHER = frozenset({7, 8})
"""Hours at which meetings begin in the morning and in the evening."""


@dataclass(frozen=True)
class MeetingHours:
    """From when to when the meeting sat, as `HH:MM`, each as far as it is known."""

    start: str | None = None
    end: str | None = None


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether what stands between two offsets is an hour and its minutes, and says no half of the day."""
    return PLAIN_TIME.fullmatch(text, start, end) is not None


def clock_time(hour: str, minute: str, sitting: MeetingHours) -> str | None:
    """The time as `HH:MM`, or none where it may be in either half of the day or in none of both.

    Hours written with two digits and a nought, and those after noon, are those of the clock of 24 hours.
    """
    stated = int(hour) * 60 + int(minute)
    if int(hour) > 23:
        return None
    if int(hour) > 12 or int(hour) == 0:
        return _written(stated)
    ways = [stated % _NOON, stated % _NOON + _NOON]
    if sitting.start or sitting.end:
        ways = [way for way in ways if _fits(way, sitting)]
        return _written(ways[0]) if len(ways) == 1 or (ways and sitting.start) else None
    if hour.startswith("0"):
        return _written(ways[0])
    return _written(ways[1]) if int(hour) == 12 or int(hour) < _NIGHT else None


def start_time(hour: str, minute: str, end: str | None) -> str | None:
    """The time at which a meeting began, where its heading says no half of the day; `end` is when it ended, if known.

    Meetings begin at 9, 10 and 11 in the morning and from 12 to 6 in the afternoon; at 7 and 8 either way.
    """
    settled = clock_time(hour, minute, MeetingHours(end=end)) if end else None
    if settled or int(hour) > 12 or hour.startswith("0"):
        return settled or clock_time(hour, minute, MeetingHours())
    return None if int(hour) in _EITHER else _written(int(hour) * 60 + int(minute) + (_NOON if int(hour) < 7 else 0))


def _fits(way: int, sitting: MeetingHours) -> bool:
    """Whether the meeting was in session at a minute of the day."""
    start, end = _minutes(sitting.start), _minutes(sitting.end)
    if start is not None and not start - _EARLY <= way <= start + _LONGEST:
        return False
    if end is None or (start is not None and end < start):
        return True
    return (start is not None or end - _LONGEST <= way) and way <= end + _EARLY


def _minutes(clock: str | None) -> int | None:
    found = re.fullmatch(r"(\d{1,2}):(\d\d)", clock or "")
    return int(found[1]) * 60 + int(found[2]) if found else None


def _written(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
