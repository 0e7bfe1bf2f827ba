"""Numbers in steps, so that a few features stand for all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def step_of(number: int, steps: Sequence[int]) -> int:
    """How many of these steps, in order, a number is above."""
    return bisect_left(steps, number)
