"""What the words around a word show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from ..text import Word
from .shape import shape


def around(
    own: Sequence[tuple[str, ...]], words: Sequence[Word], at: int, window: Sequence[int], most: Callable[[int], int]
) -> list[str]:
    """What the words around one show: their first features, `most` of them by the distance, and pairs of shapes.

    `own` are the features of each word of the line, `window` the distances that are looked at.
    """
    found: list[str] = []
    for step in window:
        if 0 <= at + step < len(own):
            found += _beside(step, own[at + step], most(abs(step)))
        else:
            found.append(f"{step}:edge")
    if at + 1 < len(own):
        found.append(f"pair:{shape(words[at])}|{shape(words[at + 1])}")
    if at:
        found.append(f"pair-:{shape(words[at - 1])}|{shape(words[at])}")
    return found


@lru_cache(maxsize=50_000)
def _beside(step: int, features: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(f"{step}:{f}" for f in features[:most])
