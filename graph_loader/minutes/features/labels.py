"""The words of labels: what a line says of who was there, and which such words stood above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from ...lexicon.entries import of_class
from ..text import Line, Word

_SPEAKING = ("there", "absence", "apology", "also")
_WHO = ("members", "bodies", "others", "seats", "one")
_KINDS = ("present", "in_attendance", "apologies", "absent", "role", "chair", "clerk", "declarations", "end")
_TELLING = frozenset({*_SPEAKING, "=present", "=in_attendance", "=apologies", "=absent"})
_REACH = 40
"""Lines below a label that still know of it."""
_LABEL_WORDS = 7


@cache
def _forms() -> Mapping[str, str]:
    listed = {kind: of_class("label_words", kind) for kind in (*_WHO, *_SPEAKING)}
    last_parts = {phrase.split("-")[-1]: kind for kind, words in listed.items() for phrase in words}
    return last_parts | {word: kind for kind, words in listed.items() for word in words}


def spoken(words: Sequence[Word]) -> tuple[str, ...]:
    """What the words of a label speak of, each kind once, in the order of the text: `("also", "there", "others")`."""
    found: list[str] = []
    denied = False
    for word in words:
        plain = word.text.casefold().strip(".")
        kind = _forms().get(plain)
        if kind == "there" and denied:
            kind = "absence"
        denied = plain in {"not", "non"}
        if kind and kind not in found:
            found.append(kind)
    return tuple(found)


@cache
def _listed() -> Mapping[str, str]:
    """What the labels of the lexicon head, by their text."""
    return {text: kind for kind in reversed(_KINDS) for text in of_class("labels", kind)}


def label_of(line: Line) -> str:
    """What the label at the beginning of a line says, "" where it has none: up to a colon or gap, or a short line.

    A label of the lexicon has what it heads before what its words speak of: `=apologies+apology`.
    """
    words: list[Word] = []
    for word in line.words:
        if word.kind == "gap" or word.text in {":", "(", "-", "–", "—", "|", ",", "."}:
            if words:
                break
            continue
        words.append(word)
        if len(words) > _LABEL_WORDS:
            return ""
    listed = _listed().get(" ".join(w.text.casefold() for w in words))
    return "+".join([f"={listed}"] * (listed is not None) + list(spoken(words)))


def speaks(label: str) -> bool:
    """Whether a label says who was there or not, and not only who somebody is."""
    return not _TELLING.isdisjoint(label.split("+"))


def labels_above(lines: Sequence[Line]) -> list[tuple[str, str, int]]:
    """For each line the last label over it, the last that speaks of presence, and how many lines lie between."""
    found: list[tuple[str, str, int]] = []
    last, telling, since = "", "", 0
    for line in lines:
        found.append((last, telling, since))
        since += 1
        if label := label_of(line):
            last = label
            if speaks(label):
                telling, since = label, 0
        if since > _REACH:
            last, telling = "", ""
    return found
