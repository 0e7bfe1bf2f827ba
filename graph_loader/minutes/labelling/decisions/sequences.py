"""What the labeller of decisions is shown: the lines that may tell of places and offices, in blocks, word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...features.decisions import decision_word_features
from ...features.headings import Above
from ..labels import OUTSIDE
from ..sequences import Block, in_blocks, with_neighbours
from .named import NamedLines

LEAST = 0.02
"""A line below this probability of telling of a place is not looked at, unless it stands beside one above it."""
_BESIDE = 1


def decision_lines(said: Sequence[Mapping[str, float]]) -> list[int]:
    """The lines that may tell of places, and those beside them, in order; `said` is what the labeller of lines says."""
    likely = [i for i, labels in enumerate(said) if 1.0 - labels.get(OUTSIDE, 0.0) >= LEAST]
    return with_neighbours(likely, _BESIDE, len(said))


def decision_blocks(named: NamedLines, above: Sequence[Above], said: Sequence[Mapping[str, float]]) -> list[Block]:
    """The blocks of lines that may tell of places."""
    lines = named.lines
    return in_blocks(
        lines, decision_lines(said), lambda at: decision_word_features(lines, at, above[at], said[at], named.hints)
    )
