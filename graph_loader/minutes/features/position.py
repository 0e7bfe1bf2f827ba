"""Where in the meeting a line stands."""

from __future__ import annotations

from .steps import step_of

_LINES = (3, 8, 15, 25, 40, 70, 120)


def position(at: int, count: int) -> list[str]:
    """The place of a line: how many stand above it, and in which tenth of the text it is."""
    return [f"line{step_of(at, _LINES)}", f"tenth{min(9, 10 * at // max(1, count))}"]
