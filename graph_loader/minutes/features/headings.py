"""The heading over a line: the words of the last line above it that is set as one, and of the tables' first rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..text import Line, Word
from .acts import act_of
from .lexicon import known_word

_WORDS = 12
_REACH = 30
_SPOKEN = 6


@dataclass(frozen=True)
class Above:
    """What stands over a line: `heading` is the index of the last heading, `lead` that of the last line that ends with
    a colon or tells of an act, `column` that of the first row of the table that the line is in.
    """

    heading: int | None
    lead: int | None
    column: int | None


def is_heading(line: Line) -> bool:
    """Whether a line is set as a heading: short, not carried on, not ended by a full stop; numbered, or apart from what
    stands above it and not mostly in small words.
    """
    words = line.words
    if line.wrapped or len(words) > _WORDS or words[0].text == "|" or words[-1].text in {".", ",", ";", "and"}:
        return False
    plain = [w.text for w in words if w.kind == "word"]
    if not plain or not plain[0][0].isupper():
        return False
    if any(c.isdigit() for c in line.mark):
        return True
    capitals = sum(1 for w in plain if w[0].isupper())
    return capitals * 2 >= len(plain) and (bool(line.mark) or line.above > 0 or words[-1].text == ":")


def heads_above(lines: Sequence[Line]) -> list[Above]:
    """For each line what stands over it."""
    found: list[Above] = []
    heading: int | None = None
    lead: int | None = None
    column: int | None = None
    for i, line in enumerate(lines):
        in_table = line.words[0].text == "|"
        if not in_table:
            column = None
        elif column is None:
            column = i
        near = [at if at is not None and i - at <= _REACH else None for at in (heading, lead)]
        found.append(Above(near[0], near[1], column if column != i else None))
        if is_heading(line):
            heading = i
        if not in_table and (line.words[-1].text in {":", ":-"} or acts(line.words)):
            lead = i
    return found


def acts(words: Sequence[Word]) -> list[str]:
    """The acts that words tell of, each once, in the order of the text."""
    return list(dict.fromkeys(a for w in words if w.kind == "word" and (a := act_of(w.text))))


def spoken_words(line: Line) -> list[str]:
    """The first words of a line that the project's lists know, and its acts."""
    known = [k for w in line.words[:_WORDS] if (k := known_word(w.text))]
    return [*known[:_SPOKEN], *(f"={a}" for a in acts(line.words))]
