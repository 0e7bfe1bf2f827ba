"""Evidence that two names, or two people, are one: for it with a weight, or a veto that no weight outbalances."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ..lexicon.agreement import first_names_agree, given_agree
from ..lexicon.name_words import short_forms, translations
from ..lexicon.person_name import PersonName
from ..lexicon.typos import is_typo

WEIGHTS: Mapping[str, float] = tomllib.loads((files(__package__) / "weights.toml").read_text("utf-8"))
"""The weight of each kind of evidence; `enough` is the least sum that joins two people."""
LEAST_FOR_SLIP = 5
"""Letters of a surname in which one slip is believed at all: `Hall` and `Hill` are two names."""


@dataclass(frozen=True)
class Evidence:
    """One reason for (a weight above zero) or against (below), in words; a veto has no weight and decides alone.

    `kind` is its name in the table of weights.
    """

    reason: str
    weight: float
    veto: bool = False
    kind: str = ""


def weighed(kind: str, reason: str) -> Evidence:
    """Evidence of a kind with what it weighs."""
    return Evidence(reason, WEIGHTS[kind], kind=kind)


def names_agree(one: PersonName, other: PersonName) -> bool:
    """Whether two names can be one person's: surname alike but for a slip that the rest confirms, nothing excluded."""
    if one.surname != other.surname and not surname_slip(one, other):
        return False
    return not name_vetoes(one, other)


def surname_slip(one: PersonName, other: PersonName) -> bool:
    """Whether surnames differ by one letter while given names or initials agree fully."""
    if min(len(one.surname), len(other.surname)) < LEAST_FOR_SLIP or not is_typo(one.surname, other.surname):
        return False
    return bool(one.given and other.given and one.given[0] == other.given[0])


@lru_cache(maxsize=200_000)
def name_vetoes(one: PersonName, other: PersonName) -> tuple[Evidence, ...]:
    """What in two names excludes that they are one person's."""
    found = []
    genders = one.known_gender, other.known_gender
    if all(genders) and genders[0] != genders[1]:
        what = "titles exclude each other" if one.gender and other.gender else "title and given name exclude each other"
        found.append(Evidence(f"{what}: “{one.text}” and “{other.text}”", 0, True))
    if one.generation and other.generation and one.generation != other.generation:
        found.append(Evidence(f"one is the elder, one the younger: “{one.text}” and “{other.text}”", 0, True))
    if one.given and other.given:
        if not first_names_agree(one, other):
            found.append(Evidence(f"given names differ: {one.given[0].title()} and {other.given[0].title()}", 0, True))
    elif one.initials and other.initials and not _initials_agree(one, other):
        found.append(Evidence(f"initials differ: “{one.text}” and “{other.text}”", 0, True))
    both = one.initials[:2], other.initials[:2]
    if not found and len(both[0]) == len(both[1]) == 2 and both[0][0] == both[1][0] and both[0][1] != both[1][1]:
        found.append(Evidence(f"second initials differ: “{one.text}” and “{other.text}”", 0, True))
    return tuple(found)


def _initials_agree(one: PersonName, other: PersonName) -> bool:
    if one.initials[0] == other.initials[0]:
        return True
    given, letters = (one.given, other.initials) if one.given else (other.given, one.initials)
    return bool(given) and any(name.startswith(letters[0]) for name in _signed_forms(given[0]))


def _signed_forms(given: str) -> tuple[str, ...]:
    """The names by whose initial somebody may sign too: William Hayes as B. Hayes, Bill Hayes as W. Hayes.

    The full form has all short ones, and a short one only the full one: Jack is John, and not Sean. A form of another
    language is no short one.
    """
    if given in translations():
        return ()
    groups = [tuple(n for n in group if n not in translations()) for group in short_forms() if given in group]
    return tuple(name for group in groups for name in (group if group[0] == given else group[:1]))


@lru_cache(maxsize=200_000)
def name_evidence(one: PersonName, other: PersonName) -> tuple[Evidence, ...]:
    """What in two names speaks for one person, and what against it."""
    found = [_of_surnames(one.surname, other.surname)]
    if one.given and other.given:
        found.append(_of_given(one, other))
    elif one.initials and other.initials:
        found.append(_of_initials(one, other))
    if one.gender and one.gender == other.gender:
        found.append(weighed("titles_agree", "titles agree"))
    if one.civic and other.civic:
        found.append(weighed("councillors_title", "both have a councillor's title"))
    return tuple(found)


def _of_surnames(one: str, other: str) -> Evidence:
    if one == other:
        return weighed("same_surname", f"same surname, {one.title()}")
    if is_typo(one, other):
        return weighed("surname_slip", f"surnames differ by one letter: {one.title()} and {other.title()}")
    return weighed("surnames_differ", f"surnames differ: {one.title()} and {other.title()}")


def _of_given(one: PersonName, other: PersonName) -> Evidence:
    pairs = [(a, b) for a in one.called for b in other.called]
    alike = next((a for a, b in pairs if a == b), None)
    if alike is not None:
        return weighed("same_given_name", f"same given name, {alike.title()}")
    a, b = next(((a, b) for a, b in pairs if given_agree(a, b)), pairs[0])
    names = f"{a.title()} and {b.title()}"
    if not given_agree(a, b):
        return weighed("given_names_differ", f"given names differ: {names}")
    if is_typo(a, b):
        return weighed("given_name_slip", f"given names differ by one letter: {names}")
    return weighed("given_name_form", f"{names} are forms of one given name")


def _of_initials(one: PersonName, other: PersonName) -> Evidence:
    if not _initials_agree(one, other):
        return weighed("initials_differ", f"initials differ: {one.initials.upper()} and {other.initials.upper()}")
    if one.given or other.given:
        full, short = (one, other) if one.given else (other, one)
        return weighed("initial_fits", f"the initial {short.initials[0].upper()} fits {full.given[0].title()}")
    single = len(one.initials) == 1 or len(other.initials) == 1
    return weighed("same_initial" if single else "same_initials", f"same initial, {one.initials[0].upper()}")
