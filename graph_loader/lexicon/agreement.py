"""Whether two names can be one person's, by their words alone."""

from __future__ import annotations

from ..folding import fold
from .name_words import short_forms
from .person_name import PersonName, parse_name
from .typos import is_typo

LEAST_FOR_TYPO = 5
"""Letters of a given name in which one typo is believed."""


def given_agree(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: alike, one short for the other, or one typo apart."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and len(shorter) >= 3:
        return True
    if any(one in group and other in group for group in short_forms()):
        return True
    return is_typo(one, other) if one[0] == other[0] and min(len(one), len(other)) >= LEAST_FOR_TYPO else False


def first_names_agree(one: PersonName, other: PersonName) -> bool:
    """Whether two names that have given names can be one person's by these: the first one, or a nickname."""
    return any(given_agree(a, b) for a in one.called for b in other.called)


def names_one(wanted: PersonName, name: PersonName) -> bool:
    """Whether a name that somebody asks for is answered by another: same surname, and nothing asked for is missing."""
    if not wanted.surname or wanted.surname != name.surname:
        return False
    if wanted.given and name.given and not first_names_agree(wanted, name):
        return False
    if wanted.initials and (not name.initials or wanted.initials[0] != name.initials[0]):
        return bool(wanted.given and name.given and first_names_agree(wanted, name))
    return not (wanted.gender and name.gender and wanted.gender != name.gender)


def same_surname(one: str, other: str) -> bool:
    """Whether two names as written have one surname, whatever their case, accents, apostrophes and small words."""
    a, b = parse_name(one), parse_name(other)
    return fold(a.last_word) == fold(b.last_word) or bool(a.surname and a.surname == b.surname)


def surname_keys(name: str) -> frozenset[str]:
    """What a name is found by among many: two names have one of these in common where `same_surname` holds of them."""
    parsed = parse_name(name)
    return frozenset({f"={fold(parsed.last_word)}", *([parsed.surname] if parsed.surname else [])})


def same_person(one: str, other: str) -> bool:
    """Whether two names of one meeting can be one person's: one surname, and no initials or titles that contradict."""
    a, b = parse_name(one), parse_name(other)
    if not same_surname(one, other) or (a.gender and b.gender and a.gender != b.gender):
        return False
    if a.generation and b.generation and a.generation != b.generation:
        return False
    first, second = _first_letters(a), _first_letters(b)
    return not first or not second or bool(first & second)


def _first_letters(name: PersonName) -> set[str]:
    """The letters that a name of somebody may begin with: of the first given name or initial, and of the nickname."""
    return {fold(n)[:1] for n in (name.initial, name.nickname) if n and fold(n)}
