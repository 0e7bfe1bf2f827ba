"""Members whom a list calls suspended or disqualified: neither there nor away.

So that nothing is lost in silence, each is a warning with its place. What sentences say: `appointments/departures`.
"""

from __future__ import annotations

from ..page.reading import Reading

SUSPENDED = "attendance.suspended"
"""The rule of those whom a list calls suspended or disqualified."""


def warn_suspended(reading: Reading, person: str, start: int, end: int) -> None:
    """Warns of somebody whom a list calls suspended or disqualified: neither there nor away."""
    message = f"{person} is listed as suspended or disqualified: recorded neither as present nor as away"
    reading.warn("suspended", message, start, max(start + 1, end), SUSPENDED)
