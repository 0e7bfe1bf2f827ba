"""The words by which minutes say that somebody moves, seconds or nominates, as patterns to be read without case."""

from __future__ import annotations

import re
from functools import cache

from .entries import of_class


@cache
def moving_words(*classes: str) -> str:
    """A pattern for the words of some classes of `moving.txt`, the longest first."""
    words = sorted(of_class("moving", *classes), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))
