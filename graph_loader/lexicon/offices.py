"""Patterns for the offices of a body, made from the words of the lexicon: `chairman`, `vice-chair`, `lord mayor`."""

from __future__ import annotations

import re
from functools import cache

from .entries import of_class, values

CHAIR = ("chair",)
"""What the words for whoever is in the chair mean, wherever they are from: `convener`, `cathaoirleach`."""
HEADS = ("chair", "mayor", "leader")
OFFICERS = (*HEADS, "secretary", "treasurer")


@cache
def office_words(*meanings: str) -> tuple[str, ...]:
    """The words of one word for an office that means one of these, without `vice` and the like; in lower case."""
    found = (word for word, office in values("offices", "sole").items() if office in meanings)
    return tuple(word for word in found if " " not in word)


@cache
def office(*meanings: str, also: tuple[str, ...] = (), prefixed: bool = True) -> str:
    """A pattern, to be read without case, for an office that means one of these, or is one of `also`.

    `prefixed` says that words such as `vice` may stand before it.
    """
    words = sorted({*office_words(*meanings), *also}, key=lambda word: (-len(word), word))
    alone = "|".join(re.escape(word) for word in words)
    return rf"(?:{_prefix()})?(?:{alone})" if prefixed else rf"(?:{alone})"


@cache
def _prefix() -> str:
    words = sorted(of_class("office_prefixes", "deputy", "shared", "kind"), key=lambda word: (-len(word), word))
    return rf"(?:(?:{'|'.join(map(re.escape, words))})\.?[-\s]{{0,3}}){{1,3}}"


@cache
def presiding_words() -> frozenset[str]:
    """The words for whoever presides, in lower case: the chair of a body, a mayor, a provost, those acting for one."""
    words = values("offices", "sole")
    chairs = {word for word, meant in words.items() if meant == "chair"}
    mayors = {word for word, meant in words.items() if meant == "mayor"}
    return frozenset({*chairs, *mayors, *(f"acting {word}" for word in chairs)})
