"""What stands between a word and the names beside it, and the acts around it in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import Word
from .acts import act_of, function_word
from .lexicon import known_word
from .shape import shape

SENTENCE_ENDS = frozenset({".", ";", "?", "!"})
_FAR = 12
"""Words to a name from which on nothing is told of them."""


def between_names(words: Sequence[Word]) -> list[list[str]]:
    """For each word what stands between it and the name before it, and the name after it."""
    back = _gap(words, "pg")
    forth = _gap(words[::-1], "ng")[::-1]
    return [a + b for a, b in zip(back, forth, strict=True)]


def _gap(words: Sequence[Word], name: str) -> list[list[str]]:
    found: list[list[str]] = []
    since: list[str] | None = None
    for word in words:
        if since is None:
            found.append([f"{name}:none"])
        elif len(since) > _FAR:
            found.append([f"{name}:far"])
        else:
            found.append([f"{name}:{min(len(since), 5)}", *(f"{name}:{k}" for k in dict.fromkeys(since))])
        if word.kind == "person":
            since = []
        elif since is not None:
            since.append(function_word(word.text) or act_of(word.text) or known_word(word.text) or shape(word))
    return found


def acts_around(words: Sequence[Word]) -> list[list[str]]:
    """For each word all acts before it and after it in its sentence."""
    before = _passed(words, "sb")
    after = _passed(words[::-1], "sa")[::-1]
    return [a + b for a, b in zip(before, after, strict=True)]


def _passed(words: Sequence[Word], name: str) -> list[list[str]]:
    """For each word the acts passed in its sentence on the way to it."""
    found: list[list[str]] = []
    passed: dict[str, None] = {}
    for word in words:
        found.append([f"{name}:{act}" for act in passed])
        if word.text in SENTENCE_ENDS:
            passed = {}
        elif word.kind == "word" and (act := act_of(word.text)):
            passed[act] = None
    return found
