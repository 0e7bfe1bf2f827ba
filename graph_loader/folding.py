"""One way to compare names regardless of case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^\w\s]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "&": " and "})


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces: `O’Brien & Sons` becomes `obrien and sons`."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_APOSTROPHES)
    return " ".join(_NOT_WORD.sub(" ", plain.replace("'", "")).split())


def fold_body(name: str) -> str:
    """A body's name for comparison: folded, without a leading article."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    return " ".join(words)
