"""Telling running text from lists of people."""

from __future__ import annotations

import re
from functools import lru_cache

from ...lexicon.entries import word_set
from ...lexicon.verbs import finite
from .people_zone import is_entry

_SUBSTITUTED = re.compile(
    r"\b(?:who\s+)?(?:was|were|is|being|has\s+been)\s+(?:substituted|represented|replaced|deputi[sz]ed)\s+(?:for\s+)?by\b",
    re.IGNORECASE,
)


def _about_people(text: str) -> bool:
    return (
        re.match(r"(?:apologies|an apology|also (?:present|in attendance)|in attendance|absent)\b", text, re.IGNORECASE)
        is not None
    )


@lru_cache(maxsize=2_000)
def is_sentence(text: str) -> bool:
    """Whether a paragraph is running text that ends a list of people, and tells of none."""
    row = text.count("|") > 1
    return not row and is_prose(text) and not _about_people(text) and not is_entry(text)


def is_prose(text: str) -> bool:
    """Whether a paragraph is made of sentences rather than of a list: words in lower case that no list has."""
    plain = _SUBSTITUTED.sub(" ", re.sub(r"\([^()]{0,120}\)", " ", text))
    words = plain.split()
    lower = [w for w in words if w[:1].islower() and w.strip(".,;:") not in word_set("list_words", "not_prose")]
    return (len(lower) >= 3 and len(lower) * 4 > len(words)) or (
        len(words) >= 6 and len(lower) >= 2 and finite().search(plain) is not None
    )
