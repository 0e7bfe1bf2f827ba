"""Numbers in steps, so that a few features stand for all."""

from __future__ import annotations

from collections.abc import Sequence


def step_of(number: int, steps: Sequence[int]) -> int:
    """How many of these steps a number is above."""
    return sum(number > step for step in steps)
