"""Whether what a labeller takes for a name can be somebody's: a club, a place and a few initials are nobody's."""

from __future__ import annotations

from ....lexicon.name_words import is_initial
from ....lexicon.person_name import parse_name
from ...features.lexicon import has_given_name, known_word
from ...page.reading import Reading


def is_name_like(reading: Reading, start: int, end: int, *, surnames: bool) -> bool:
    """Whether the words between two offsets can name a person.

    One word without title is a surname only where `surnames` says that others of the list are; words in a bracket
    behind a name are a place or a body, unless a title or a given name says otherwise.
    """
    text = reading.words(start, end)
    name = parse_name(text)
    words = name.plain.split()
    if not name.folded or all(known_word(word) for word in words):
        return False
    full = [w for w in words if len(w.strip(".")) > 1 and not is_initial(w) and not _is_letters(w)]
    if not full:
        return False
    if name.title:
        return True
    if len(words) < 2:
        return surnames
    if name.initials and not name.given:
        return True
    return has_given_name(words) or not (_in_bracket(reading, start) or _heads_a_name(reading, end))


def _is_letters(word: str) -> bool:
    """Whether a word is initials with full stops between them: `J.-B.`, `J.P.`."""
    return "." in word.rstrip(".") and all(len(part.strip("-")) < 2 for part in word.split("."))


def _in_bracket(reading: Reading, start: int) -> bool:
    line = reading.flow.rfind("\n", reading.start, start) + 1
    before = reading.flow[max(line, start - 200) : start]
    return before.count("(") > before.count(")")


def _heads_a_name(reading: Reading, end: int) -> bool:
    """Whether a gap or a dash and then another word with a capital follows: `Hill Archers    Ada Quill`."""
    rest = reading.flow[end : end + 12]
    gap = len(rest) - len(rest.lstrip(" \t"))
    return gap > 2 and rest[gap : gap + 1].isupper() and rest[gap : gap + 1].isalpha()
