"""Whether a phrase beside a name is an organisation, and where organisations that run together are cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...folding import fold
from ...lexicon.entries import word_set
from ...lexicon.name_words import is_given_name
from ..page.vocabulary import bare, is_common, is_organisation, is_post, may_be_surname
from .bodies import organisation_kind
from .tokens import Token

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?$|[A-Z]{1,3}&[A-Z]{1,3}$")
_OF = frozenset({"of", "for"})
_MOST_WORDS = 7
_SMALL = frozenset({"of", "the", "and", "&", "for", "in", "on", "upon", "le", "de", "la", "y", "and/or", "-", "/"})
"""What is not capitalised inside the name of a place or a body."""
_APART = re.compile(r"[;:?!\"“”]")


def ends_organisation(word: str) -> bool:
    """Whether the names of organisations end in a word: `Council`, `Branch`."""
    plain = bare(word)
    return plain in word_set("bodies", "organisation_ends") or (
        is_organisation(word) and not may_be_surname(word) and not is_post(word) and plain != "friends"
    )


def is_acronym(text: str) -> bool:
    """Whether a text is an organisation or a post in capital letters: `NMCC`, `N.H.S.`."""
    return _ACRONYM.match(text) is not None


def is_organisation_name(row: Sequence[Token]) -> bool:
    """Whether a piece of a list is the name of an organisation: by its last word, or by one before `of`."""
    words = [t for t in row if t.kind in {"word", "lower", "initials", "and"}]
    if not words or not words[0].text[:1].isupper():
        return False
    if len(words) > 1 and ends_organisation(words[-1].text):
        return not _names_somebody(words)
    return any(
        following.text in _OF and (ends_organisation(word.text) or bare(word.text) == "friends")
        for word, following in pairwise(words)
    )


def _names_somebody(words: Sequence[Token]) -> bool:
    """Whether words that may name an organisation name somebody: `Karl B. Ward`, `Joan Ward`."""
    first, *between, last = words
    if not may_be_surname(last.text) or not all(t.kind == "initials" for t in between):
        return False
    return bool(between) or first.kind == "initials" or is_given_name(fold(first.text))


def is_known_organisation(row: Sequence[Token], text: str) -> bool:
    """Whether words beside a name are known for a body, a party, a ward, an employer, or letters for one."""
    plain = bare(text)
    if plain in word_set("list_words", "short_notes"):
        return False
    return (
        is_organisation_name(row) or is_acronym(text) or organisation_kind(text) is not None or is_organisation(plain)
    )


def may_be_affiliation(text: str) -> bool:
    """Whether words beside a name have the form of a place, a party, a body: capital letters and no figures."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or any(sign.isdigit() for sign in text) or _APART.search(text):
        return False
    named = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper() and word not in _SMALL]
    return words[0][0].isupper() and not small and any(not is_common(word) for word in named)


def cut_organisations(row: Sequence[Token]) -> list[tuple[int, int]]:
    """Organisations that run together in one line, as token ranges; none where words are left over.

    Each ends with a word that ends such names, `of` and what follows it included, unless another one follows at once.
    """
    found: list[tuple[int, int]] = []
    first = at = 0
    while at < len(row):
        at += 1
        if not ends_organisation(row[at - 1].text) and not (
            bare(row[at - 1].text) == "friends" and at < len(row) and row[at].text in _OF
        ):
            continue
        if at < len(row) and row[at].text in _OF:
            at = _after_place(row, at + 1)
        elif at < len(row) and (ends_organisation(row[at].text) or row[at].kind in {"lower", "and"}):
            continue
        found.append((first, at))
        first = at
    return found if first == len(row) else []


def _after_place(row: Sequence[Token], at: int) -> int:
    """The token after the place, or the body, that an organisation is of: up to the beginning of the next one."""
    while at < len(row) and row[at].kind == "lower":
        at += 1
    start = at
    while at < len(row) and (row[at].kind == "word" or row[at].text in _OF):
        if at > start + 1 and ends_organisation(row[at].text) and not ends_organisation(row[at - 1].text):
            return at + 1 if at + 1 == len(row) else at
        at += 1
    return at
