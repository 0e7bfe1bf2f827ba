"""The one notion of a typo: two words that are one but for a letter, or for letters that scanners take for another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

_SCANNED = (("rn", "m"), ("vv", "w"))
"""Letters that scanners read as one."""


def is_typo(one: str, other: str) -> bool:
    """Whether two words differ by one letter: replaced, added, left out, or two neighbours exchanged.

    Letters that scanners take for one count as one: `Lintern` and `Lintem`.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1 or (
        len(one) != len(other) and _scanned(one) == _scanned(other)
    )


def _scanned(word: str) -> str:
    for letters, read in _SCANNED:
        word = word.replace(letters, read)
    return word


def typos_among(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each of these words those that are a typo of it, in order; the cost is linear in the number of words.

    Two words that are one but for a letter are alike once a letter, or none, is left out of each.
    """
    row = sorted(set(words))
    shortened: dict[str, list[str]] = defaultdict(list)
    for word in row:
        for short in {word, _scanned(word), *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            shortened[short].append(word)
    found: dict[str, set[str]] = defaultdict(set)
    for alike in shortened.values():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                if is_typo(one, other):
                    found[one].add(other)
                    found[other].add(one)
    return {word: tuple(sorted(near)) for word, near in found.items()}
