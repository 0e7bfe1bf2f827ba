"""What the project's lists know of a word: title, post, given name, organisation; and the words of those lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from ...lexicon.entries import entries, of_class

_FILES = ("titles", "honours", "given_names", "surnames", "words", "months", "particles", "suffixes")
_WORDS = ("words", "titles", "list_words", "offices", "verbs", "role_plurals")
_LISTS = {
    "labels": "present role in_attendance apologies absent chair clerk declarations end stops"
    " of_body of_parent of_place",
    "label_words": "phrases there absence apology also members bodies others seats one sitting filling opening",
    "heading_words": "frames before_frame never_first tails nouns not_after weak short no_bracket",
    "communities": "before_of ends begins",
    "places": "places media online",
    "reasons": "away",
    "speech": "said there wrote also_of_firms elsewhere other_clause",
    "weekdays": "english",
}
"""Further files, and the classes of their entries that count."""


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in _FILES:
        for entry in entries(name):
            parts = entry.text.casefold().split()
            for part in parts:
                classes = entry.classes if name in {"titles", "words"} else ()
                known = found.setdefault(part.strip("."), set())
                known.add(name)
                known.update(f"{name}.{c}" for c in classes if c not in {"male", "female"})
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def _label_words() -> frozenset[str]:
    """The words that lists of the project hold and that are no personal name."""
    known = {w for name, kinds in _LISTS.items() for e in of_class(name, *kinds.split()) for w in e.casefold().split()}
    known |= {w for name in _WORDS for e in entries(name) for w in e.text.casefold().split()}
    names = {e.text.casefold() for name in ("given_names", "surnames") for e in entries(name)}
    return frozenset(w.strip(".,:()") for w in known) - names


@lru_cache(maxsize=50_000)
def word_classes(text: str) -> frozenset[str]:
    """The classes of a word in the lexicon; empty for a word that stands in no list."""
    plain = text.casefold().strip(".").removesuffix("'s")
    return _classes().get(plain, frozenset())


@lru_cache(maxsize=50_000)
def known_word(text: str) -> str | None:
    """The word in lower case where it is one of the project's label words, and no personal name."""
    plain = text.casefold().strip(".").replace("’", "'").removesuffix("'s")
    return plain if plain in _label_words() else None


def has_given_name(words: Sequence[str]) -> bool:
    """Whether one of the words of a name before the last is a given name of the lexicon."""
    return any("given_names" in word_classes(word.strip(".,")) for word in words[:-1])
