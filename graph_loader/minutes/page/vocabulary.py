"""Questions about words and phrases, answered by the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from ...lexicon.entries import classes_of, of_class, values, word_set

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
"""Capital letters, for use inside a character class."""


@cache
def phrase_pattern(name: str, kind: str) -> re.Pattern[str]:
    """A pattern for any of the phrases of one class of a file of the lexicon: whole words, in either case."""
    return _whole_words(of_class(name, kind))


def _whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first, with any blanks between their words."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s{1,40}".join(re.escape(word) for word in phrase.split()) for phrase in longest_first)


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """A word for look-up: lower case, without the punctuation around it and without a possessive ending."""
    plain = word.strip(".,:;()[]'\"*-–").casefold()
    return plain.removesuffix("'s")


def is_post(word: str) -> bool:
    """Whether a word is a noun for somebody who holds a post: `Manager`, `S.E.O.`, `Clerk-Treasurer`, `Clerk/RFO`."""
    plain = bare(word)
    if any(sign in plain and all(_is(part, "post") for part in plain.split(sign)) for sign in "-/"):
        return True
    return _is(plain, "post") or ("." in plain and _is(plain.replace(".", ""), "post"))


def _is(plain: str, kind: str) -> bool:
    return kind in classes_of("words").get(plain, ())


def is_field(word: str) -> bool:
    """Whether a word stands beside a post and says which: `Democratic`."""
    return _is(bare(word), "field")


def is_organisation(word: str) -> bool:
    """Whether a word belongs to the names of organisations and places."""
    return _is(bare(word), "organisation")


def is_common(word: str) -> bool:
    """Whether a word stands with a capital letter without being part of a name."""
    return _is(bare(word), "common")


def is_no_name(word: str) -> bool:
    """Whether a word is on any list of words that are no personal names."""
    return bare(word) in classes_of("words")


def is_given_name(word: str) -> bool:
    """Whether a word of the lists above is a given name as well, and no month."""
    return bare(word) in word_set("given_names", "word") and bare(word) not in values("months")


def may_be_surname(word: str) -> bool:
    """Whether a word of the lists above is a surname as well."""
    return bare(word) in word_set("surnames", "word")
