"""Which other words a word is used like, so that what is learned of `nominated` helps with a word never seen.

The clusters are learned from texts of the language at large, for ordinary words alone: no name is in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).parent / "word_clusters.txt"


@cache
def _clusters() -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    rows = [row for row in _TABLE.read_text("utf-8").splitlines() if not row.startswith("#")]
    for number, row in enumerate(rows):
        wide, _, words = row.partition(": ")
        found.update(dict.fromkeys(words.split(), (f"k:{number}", f"K:{wide}")))
    return found


@lru_cache(maxsize=50_000)
def clusters(text: str) -> tuple[str, ...]:
    """The cluster of a word and the wider one that it is in, as features; none for a word that has none."""
    return _clusters().get(text.casefold().strip(".").replace("’", "'").removesuffix("'s"), ())
