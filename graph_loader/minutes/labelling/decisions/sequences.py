"""What the labeller of decisions is shown: the lines that may tell of places and offices, in blocks, word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...features.decisions import decision_word_features
from ...features.headings import Above
from ...text import Line
from ..sequences import Block
from .labels import OUTSIDE

LEAST = 0.02
"""A line below this probability of telling of a place is not looked at, unless it stands beside one above it."""
_BESIDE = 1


def decision_lines(said: Sequence[Mapping[str, float]]) -> list[int]:
    """The lines that may tell of places, and those beside them, in order; `said` is what the labeller of lines says."""
    likely = [i for i, labels in enumerate(said) if 1.0 - labels.get(OUTSIDE, 0.0) >= LEAST]
    near = {k for i in likely for k in range(i - _BESIDE, i + _BESIDE + 1)}
    return sorted(k for k in near if 0 <= k < len(said))


def decision_blocks(lines: Sequence[Line], above: Sequence[Above], said: Sequence[Mapping[str, float]]) -> list[Block]:
    """The blocks of lines that may tell of places."""
    found: list[Block] = []
    places: list[tuple[int, int] | None] = []
    rows: list[Sequence[str]] = []
    before: int | None = None
    for at in decision_lines(said):
        if before is not None and at != before + 1:
            found.append(Block(tuple(places), tuple(rows)))
            places, rows = [], []
        for i, row in enumerate(decision_word_features(lines, at, above[at], said[at])):
            places.append((at, i))
            rows.append(row)
        if at + 1 < len(lines):
            places.append(None)
            rows.append(["end", f"end:{lines[at + 1].above}", f"end:wrapped{lines[at + 1].wrapped}"])
        before = at
    if rows:
        found.append(Block(tuple(places), tuple(rows)))
    return found
