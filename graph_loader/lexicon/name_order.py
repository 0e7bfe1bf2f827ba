"""Which words of a name, without titles and honours, are the surname, whatever the order they are written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..folding import fold
from .entries import folded
from .name_words import (
    begins_wife_of,
    folds_to_particle,
    is_capitals,
    is_east_asian_given,
    is_given_name,
    is_initial,
    joins_surnames,
    particle,
    sounds_like_a_word,
    stands_before_given_name,
    surname_classes,
)

Order = Literal["given_first", "surname_first"]


@dataclass(frozen=True)
class Ordered:
    """The words of a name: what stands for given names, in order, and what is the surname."""

    forenames: tuple[str, ...]
    surname: tuple[str, ...]


def ordered(words: Sequence[str], order: Order | None = None) -> Ordered:
    """The words of a name put in order. `order` is what the other names of a list say of it."""
    row = tuple(words)
    trailing: list[str] = []
    while len(row) > 1 and is_initial(row[-1]) and not _surname_in_capitals(row):
        trailing.insert(0, row[-1])  # "Sheahan (J)", "Smith J"
        row = row[:-1]
    for rule in (_by_capitals, _east_asian):
        if found := rule(row):
            return Ordered((*_with_small_words(found.forenames), *trailing), found.surname)
    if order == "surname_first" and len(row) > 1 and not is_initial(row[0]):
        end = _end_of_first(row)
        return Ordered((*_with_small_words(row[end:]), *trailing), row[:end])
    at = _surname_from(row)
    return Ordered((*trailing, *_with_small_words(row[:at])), row[at:])


def _with_small_words(forenames: tuple[str, ...]) -> tuple[str, ...]:
    """Given names, with those of several words as one: `del Carmen`, `Te Aroha`."""
    found: list[str] = []
    small: list[str] = []
    for word in forenames:
        small.append(word)
        if not ((word.islower() and particle(word, after_given=False)) or (fold(word) == "te" and len(small) == 1)):
            found.append(" ".join(small))
            small = []
    return (*found, *small)


def written_first(words: Sequence[str]) -> Order | None:
    """In which order one name alone shows that it is written, by the words known as given names."""
    if len(words) < 2 or any(is_initial(w) for w in words):
        return None
    first, last = is_given_name(fold(words[0])), is_given_name(fold(words[-1]))
    if first == last:
        return None
    return "given_first" if first else "surname_first"


def _by_capitals(words: tuple[str, ...]) -> Ordered | None:
    """`DE LACEY Yvonne`, `Yvonne de LACEY`: the words in capitals are the surname, where others are not in capitals."""
    capitals = [is_capitals(w) and (not is_initial(w) or _is_word(words, i)) for i, w in enumerate(words)]
    if not any(capitals) or all(c or is_initial(w) for c, w in zip(capitals, words, strict=True)):
        return None  # nothing but capitals shows no order
    first, last = capitals.index(True), len(capitals) - 1 - capitals[::-1].index(True)
    inside = all(capitals[i] or particle(words[i], after_given=True) for i in range(first, last + 1))
    begin = first
    while begin > 0 and particle(words[begin - 1], after_given=False):
        begin -= 1
    if not inside or any(capitals[i] for i in range(begin)):
        return None
    if begin == 0 and last + 1 < len(words):
        if last == 0 and len(words[0]) < 4 and not _short_surname(words):
            return None
        return Ordered(words[last + 1 :], words[: last + 1])
    if last == len(words) - 1 and begin > 0:
        if begin == last and len(words[last]) < 4 and not is_given_name(fold(words[0])):
            return None
        return Ordered(words[:begin], words[begin:])
    return None


def _is_word(words: tuple[str, ...], at: int) -> bool:
    """Whether two or three capitals are a surname or its particle, and not initials: `FOX`, `DE LACEY`."""
    goes_on = at + 1 < len(words) and is_capitals(words[at + 1])
    return sounds_like_a_word(words[at]) or (goes_on and particle(words[at], after_given=True))


def _short_surname(words: tuple[str, ...]) -> bool:
    """Whether two or three capitals before a name are its surname, `FOX Jim`, and not initials, `PK Rafferan`."""
    known = "chinese" in surname_classes(fold(words[0])) or is_given_name(fold(words[1]))
    return known and not (surname_classes(fold(words[-1])) and len(words) == 2)


def _surname_in_capitals(words: tuple[str, ...]) -> bool:
    """Whether capitals at the end are a short surname after a given name: `Simon FOX`, `Wei NG`."""
    last = words[-1]
    return (
        len(last) > 1
        and last.isalpha()
        and is_given_name(fold(words[0]))
        and not any(is_capitals(w) for w in words[:-1])
        and sounds_like_a_word(last)
    )


def _east_asian(words: tuple[str, ...]) -> Ordered | None:
    """`Tan Siew Ling`, `Peter Tan Siew Ling`: the surname stands before a Chinese given name."""
    for at in (0, 1):
        rest = words[at + 1 :]
        if not rest or not stands_before_given_name(words[at]) or (at and not is_given_name(fold(words[0]))):
            continue
        if at and is_east_asian_given(words[0]):
            continue
        given = [is_east_asian_given(w) for w in rest]
        if not all(given) or (len(rest) == 1 and "-" not in rest[0] and at == 0 and len(fold(rest[0]).split()) < 2):
            continue
        if stands_before_given_name(rest[-1]) and not (len(rest) > 1 and is_east_asian_given(rest[-1])):
            continue
        return Ordered((*words[:at], *rest), (words[at],))
    return None


def _end_of_first(words: tuple[str, ...]) -> int:
    """How many words the surname at the beginning of a name has, with its particles."""
    at = 0
    while at < len(words) - 2 and (particle(words[at], after_given=True) or folds_to_particle(words[at])):
        at += 1
    return at + 1


def _surname_from(words: tuple[str, ...]) -> int:
    """Which word begins the surname of a name in the usual order."""
    if len(words) < 2:
        return 0
    leading = next((i for i, w in enumerate(words) if not is_initial(w)), len(words) - 1)
    if 0 < leading < len(words) - 1 and not is_given_name(fold(words[leading])):
        return leading  # "B. Collins Cassidy": after initials every full word belongs to the surname
    if _whole(words):
        return 0
    at = next((i for i in range(1, len(words)) if _begins_surname(words, i)), len(words) - 1)
    if joins_surnames(words[at]) and at > 1:
        return at - 1
    both = at == len(words) - 1 and at > 1 and all("spanish" in surname_classes(fold(w)) for w in words[-2:])
    return at - 1 if both else at


def _whole(words: tuple[str, ...]) -> bool:
    """Whether the name is a surname alone: `Ní Bhríde`, `De Lacey`, `van der Berg`, `St John Bell`."""
    first = words[0]
    if fold(first) == "st" or (particle(first, after_given=False, first=True) and first != "O"):
        return True
    if first == "O" or begins_wife_of(words, 0):
        return len(words) == 2
    if len(words) == 2:
        lower = not first[0].isupper() and not is_given_name(fold(first))
        return lower or folds_to_particle(first)
    return len(words) == 3 and folds_to_particle(first) and folds_to_particle(words[1])


def _begins_surname(words: tuple[str, ...], at: int) -> bool:
    if at == len(words) - 1:
        return False
    if begins_wife_of(words, at):
        return True
    if joins_surnames(words[at]):
        return at > 1
    if not particle(words[at], after_given=True):
        return False
    name = next((w for w in words[at + 1 :] if not particle(w, after_given=True)), "")
    marian = words[at].islower() and fold(name) in folded("given_names", "marian")
    te_aroha = fold(words[0]) == "te" and at == 1
    return not (marian and name != words[-1]) and not te_aroha
