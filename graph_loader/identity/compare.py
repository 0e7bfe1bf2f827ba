"""Evidence that two names, or two people, are one: for it with a weight, or a veto that no weight outbalances."""

from __future__ import annotations

from dataclasses import dataclass

from .person_name import PersonName, given_agree, short_forms, slip

LEAST_FOR_SLIP = 5
"""Letters of a surname in which one slip is believed at all: `Hall` and `Hill` are two names."""


@dataclass(frozen=True)
class Evidence:
    """One reason for (a weight above zero) or against (below), in words; a veto has no weight and decides alone."""

    reason: str
    weight: float
    veto: bool = False


def names_agree(one: PersonName, other: PersonName) -> bool:
    """Whether two names can be one person's: surname alike but for a slip that the rest confirms, nothing excluded."""
    if one.surname != other.surname and not surname_slip(one, other):
        return False
    return not name_vetoes(one, other)


def surname_slip(one: PersonName, other: PersonName) -> bool:
    """Whether surnames differ by one letter while given names or initials agree fully."""
    if min(len(one.surname), len(other.surname)) < LEAST_FOR_SLIP or not slip(one.surname, other.surname):
        return False
    return bool(one.given and other.given and one.given[0] == other.given[0])


def name_vetoes(one: PersonName, other: PersonName) -> list[Evidence]:
    """What in two names excludes that they are one person's."""
    found = []
    genders = one.known_gender, other.known_gender
    if all(genders) and genders[0] != genders[1]:
        what = "titles exclude each other" if one.gender and other.gender else "title and given name exclude each other"
        found.append(Evidence(f"{what}: “{one.text}” and “{other.text}”", 0, True))
    if one.given and other.given:
        if not given_agree(one.given[0], other.given[0]):
            found.append(Evidence(f"given names differ: {one.given[0].title()} and {other.given[0].title()}", 0, True))
    elif one.initials and other.initials and not _initials_agree(one, other):
        found.append(Evidence(f"initials differ: “{one.text}” and “{other.text}”", 0, True))
    both = one.initials[:2], other.initials[:2]
    if not found and len(both[0]) == len(both[1]) == 2 and both[0][0] == both[1][0] and both[0][1] != both[1][1]:
        found.append(Evidence(f"second initials differ: “{one.text}” and “{other.text}”", 0, True))
    return found


def _initials_agree(one: PersonName, other: PersonName) -> bool:
    if one.initials[0] == other.initials[0]:
        return True
    given, letters = (one.given, other.initials) if one.given else (other.given, one.initials)
    return bool(given) and any(name.startswith(letters[0]) for name in _signed_forms(given[0]))


def _signed_forms(given: str) -> tuple[str, ...]:
    """The names by whose initial somebody may sign too: William Hayes as B. Hayes, Bill Hayes as W. Hayes.

    The full form has all short ones, and a short one only the full one: Jack is John, and not Sean.
    """
    groups = [group for group in short_forms() if given in group]
    return tuple(name for group in groups for name in (group if group[0] == given else group[:1]))


def name_evidence(one: PersonName, other: PersonName) -> list[Evidence]:
    """What in two names speaks for one person."""
    found = []
    if one.surname == other.surname:
        found.append(Evidence(f"same surname, {one.surname.title()}", 2.0))
    else:
        found.append(Evidence(f"surnames differ by one letter: {one.surname.title()} and {other.surname.title()}", 0.5))
    if one.given and other.given:
        if one.given[0] == other.given[0]:
            found.append(Evidence(f"same given name, {one.given[0].title()}", 4.0))
        elif slip(one.given[0], other.given[0]):
            found.append(
                Evidence(f"given names differ by one letter: {one.given[0].title()} and {other.given[0].title()}", 2.0)
            )
        else:
            found.append(
                Evidence(f"{one.given[0].title()} and {other.given[0].title()} are forms of one given name", 2.5)
            )
    elif one.initials and other.initials:
        if one.given or other.given:
            full = one if one.given else other
            found.append(
                Evidence(
                    f"the initial {(other if one.given else one).initials[0].upper()} fits {full.given[0].title()}", 2.0
                )
            )
        else:
            found.append(
                Evidence(
                    f"same initial, {one.initials[0].upper()}",
                    2.0 if len(one.initials) == 1 or len(other.initials) == 1 else 3.0,
                )
            )
    if one.gender and one.gender == other.gender:
        found.append(Evidence("titles agree", 0.5))
    if one.civic and other.civic:
        found.append(Evidence("both have a councillor's title", 1.0))
    return found
