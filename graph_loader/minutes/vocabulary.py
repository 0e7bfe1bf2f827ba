"""The words that people edit, read once from the files in `data/`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
"""Capital letters, for use inside a character class."""


@cache
def data(name: str) -> Any:
    """A YAML file of `data/`, by its name without ending."""
    return yaml.safe_load((files(__package__) / "data" / f"{name}.yaml").read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """A word list of `data/`: one a line, `#` begins a comment."""
    text = (files(__package__) / "data" / f"{name}.txt").read_text("utf-8")
    return frozenset(line.strip().casefold() for line in text.splitlines() if line.strip() and line[0] != "#")


@cache
def word_set(name: str, kind: str) -> frozenset[str]:
    """The words of one kind in a YAML file of `data/`, as they stand there."""
    return frozenset(data(name)[kind])


@cache
def phrase_pattern(name: str, kind: str) -> re.Pattern[str]:
    """A pattern for any of the phrases of one kind in a YAML file of `data/`: whole words, in either case."""
    longest_first = sorted(data(name)[kind], key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first, with any blanks between their words."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s{1,40}".join(re.escape(word) for word in phrase.split()) for phrase in longest_first)


def bare(word: str) -> str:
    """A word for look-up: lower case, without the punctuation around it and without a possessive ending."""
    plain = word.strip(".,:;()[]'\"*-–").casefold()
    return plain.removesuffix("'s")


def is_post(word: str) -> bool:
    """Whether a word is a noun for somebody who holds a post: `Manager`, `S.E.O.`."""
    plain = bare(word)
    return plain in words("posts") or ("." in plain and plain.replace(".", "") in words("posts"))


def is_field(word: str) -> bool:
    """Whether a word stands beside a post and says which: `Democratic`."""
    return bare(word) in words("fields")


def is_organisation(word: str) -> bool:
    """Whether a word belongs to the names of organisations and places."""
    return bare(word) in words("organisations")


def is_common(word: str) -> bool:
    """Whether a word stands with a capital letter without being part of a name."""
    return bare(word) in words("common_words")


def is_no_name(word: str) -> bool:
    """Whether a word is on any list of words that are no personal names."""
    plain = bare(word)
    return any(plain in words(name) for name in ("posts", "fields", "organisations", "common_words"))


def is_given_name(word: str) -> bool:
    """Whether a word of the lists above is a given name as well, and no month."""
    return bare(word) in word_set("titles", "given_names") and bare(word) not in data("dates")["months"]


def may_be_surname(word: str) -> bool:
    """Whether a word of the lists above is a surname as well."""
    return bare(word) in words("surnames")
