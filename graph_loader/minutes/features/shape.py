"""The shape of a word: capitals, small letters, figures, signs, and how long it is."""

from __future__ import annotations

from ..text import Word
from .steps import step_of

_LENGTHS = (1, 2, 4, 7, 12)


def shape(word: Word) -> str:
    """The kind of a word in a few letters: `Xx`, `X.`, `XX`, `xx`, `XxX`, `99`; a sign stands for itself."""
    if word.kind in {"gap", "person"}:
        return word.kind
    if word.kind == "number":
        return "99" if len(word.text) < 3 else "999"
    if word.kind == "sign":
        return word.text if word.text.isascii() else "sign"
    letters = word.text.rstrip(".")
    dot = "." if word.text.endswith(".") else ""
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
