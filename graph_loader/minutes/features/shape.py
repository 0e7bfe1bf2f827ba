"""The shape of a word: capitals, small letters, figures, signs, and how long it is."""

from __future__ import annotations

from functools import lru_cache

from ..text import Word, WordKind
from .steps import step_of

_LENGTHS = (1, 2, 4, 7, 12)


def shape(word: Word) -> str:
    """The kind of a word in a few letters: `Xx`, `X.`, `XX`, `xx`, `XxX`, `99`; a sign stands for itself."""
    return _shape(word.text, word.kind)


@lru_cache(maxsize=50_000)
def _shape(text: str, kind: WordKind) -> str:
    if kind in {"gap", "person"}:
        return kind
    if kind == "number":
        return "99" if len(text) < 3 else "999"
    if kind == "sign":
        return text if text.isascii() else "sign"
    letters = text.rstrip(".")
    dot = "." if text.endswith(".") else ""
    if len(letters) == 1:
        return ("X" if letters.isupper() else "x") + dot
    if letters.isupper():
        return ("XX" if len(letters) < 4 else "XXX") + dot
    if letters.islower():
        return "xx" + dot
    return ("Xx" if letters[0].isupper() and letters[1:].islower() else "XxX" if letters[0].isupper() else "xX") + dot


def length(word: Word) -> str:
    """How long a word is, in five steps."""
    return f"len{step_of(len(word.text), _LENGTHS)}"
