"""A line as a pattern of names, signs and words, and what the label at its beginning says."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon.entries import word_set
from ..text import Line, Word
from .acts import act_of
from .lexicon import known_word

_SIGNS = frozenset(":|-–(,;.")
_LONGEST = 6
"""Signs of a pattern at most, and words of a label that are told."""
_LABEL = 9
"""Words of a label at most."""
_KINDS = ("sub_committee", "working_group", "committee", "panel", "board", "council", "external_body")


def pattern(line: Line) -> str:
    """A line as a pattern of names, signs and words: `w:P,P` for `Finance Committee: Ada Quill, Bo Marsh`."""
    found: list[str] = []
    for word in line.words:
        if word.kind == "person":
            sign = "P"
        elif word.kind == "gap":
            sign = "_"
        elif word.kind == "sign":
            sign = word.text if word.text in _SIGNS else ""
        else:
            sign = "+" if word.text in {"and", "&"} else "w"
        if sign and not (found and found[-1] == sign == "w"):
            found.append(sign)
        if len(found) == _LONGEST:
            break
    return "".join(found)


def pattern_features(lines: Sequence[Line], at: int) -> list[str]:
    """What the lines around show: their patterns, and what the label before a colon or in a first cell says."""
    found = [f"pat:{pattern(lines[at])}"]
    for step in (-1, 1):
        if 0 <= at + step < len(lines):
            found.append(f"pat{step}:{pattern(lines[at + step])}")
            found.append(f"pat{step}:same:{pattern(lines[at + step])[:4] == pattern(lines[at])[:4]}")
    label: list[Word] = []
    for word in lines[at].words[1 if lines[at].words[0].text == "|" else 0 :]:
        if word.kind in {"gap", "person"} or word.text in {":", "|", "-", "–", "—", "("}:
            break
        label.append(word)
    if 0 < len(label) <= _LABEL and len(label) < len(lines[at].words):
        said = [k for w in label if (k := known_word(w.text) or act_of(w.text))]
        found += [f"label:{k}" for k in said[:_LONGEST]]
        last = label[-1].text.casefold()
        found.append(f"label:body:{last in word_set('bodies', *_KINDS)}")
    people = sum(1 for w in lines[at].words if w.kind == "person")
    found.append(f"people{min(people, 4)}")
    return found
