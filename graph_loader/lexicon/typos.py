"""The one notion of a typo: two words that are one but for a letter."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def is_typo(one: str, other: str) -> bool:
    """Whether two words differ by one letter: replaced, added, left out, or two neighbours exchanged."""
    return one != other and abs(len(one) - len(other)) < 2 and OSA.distance(one, other, score_cutoff=1) == 1
