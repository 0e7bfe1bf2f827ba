"""A person's name as written, taken apart: titles, initials, given names, surname."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from ..folding import fold

Gender = Literal["f", "m"]

_WORD = re.compile(r"[A-Z]\.(?=\s?[A-Z])|[^\W\d_](?:[\w'’‟-])*\.?|\([A-Z][A-Za-z.]*\)")
_COLLECTIVE = re.compile(
    r"^(?:all|both|several|some|other|the)?\s*(?:\w+\s+)?(?:members|councillors|governors|trustees)\b|^all\b|^group\b",
    re.IGNORECASE,
)
_SCANNED_L = re.compile(r"(?<=[a-z])[!|1](?![^\W_])|(?<=[a-z])[!|1](?=[a-z])")
"""An `l` that a scanner read as another upright stroke: `Michae!`."""
_DASHES = str.maketrans("‐‑–—", "----")

LEAST_FOR_TITLE = 6
"""Letters of a word in which a misread title is believed."""


@dataclass(frozen=True)
class PersonName:
    """A name taken apart. `given` are folded given names; `initials` the first letters of given names, in order.

    `surname` is folded, without spaces; `office` is set where the text names an office and nobody, `Chair`;
    `collective` where it names several people at once. Neither is a person's name.
    """

    text: str
    surname: str
    given: tuple[str, ...] = ()
    initials: str = ""
    gender: Gender | None = None
    civic: bool = False
    professional: bool = False
    office: str | None = None
    collective: bool = False
    letters_only: bool = False

    @property
    def bare(self) -> bool:
        """Whether the name has a surname and nothing that tells its owner from others of that surname."""
        return not self.initials

    @property
    def known_gender(self) -> Gender | None:
        """The gender that the title says, else the given name."""
        return self.gender or (_gender_of(self.given[0]) if self.given else None)

    @property
    def plain(self) -> str:
        """The name without titles, folded."""
        return " ".join((*self.given, self.surname)) if self.given else f"{self.initials} {self.surname}".strip()


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((files(__package__) / "data" / "names.yaml").read_text("utf-8"))
    return found


@cache
def _given_names() -> dict[str, Gender]:
    """Given names that only women or only men have."""
    text = (files(__package__) / "data" / "given_names.yaml").read_text("utf-8")
    found: dict[str, list[str]] = yaml.safe_load(text)
    genders: dict[str, Gender] = dict.fromkeys(found["female"], "f")
    return genders | dict.fromkeys(found["male"], "m")


def _gender_of(given: str) -> Gender | None:
    return _given_names().get(given)


def is_given_name(word: str) -> bool:
    """Whether a folded word is known as a given name, in full or short."""
    return word in _given_names() or any(word in group for group in short_forms())


@cache
def _titles() -> dict[str, str]:
    return {fold(word): group for group, words in _data()["titles"].items() for word in words}


def _misread_title(word: str) -> str | None:
    """The group of a title that a word is but for one slip, as in `Coucnillor`; short words are believed."""
    folded = fold(word)
    if len(folded) < LEAST_FOR_TITLE:
        return None
    return next((g for t, g in _titles().items() if slip(t, folded) or (t.startswith(folded) and len(t) >= 10)), None)


@cache
def _offices() -> frozenset[str]:
    return frozenset(fold(o) for o in _data()["offices"])


def office_in(text: str) -> str | None:
    """The office that a reference such as `the outgoing Chairman` names, folded, or none."""
    words = [w for w in fold(text).split() if w not in _data()["before_offices"]]
    plain = " ".join(words)
    return plain if plain in _offices() else None


@cache
def parse_name(text: str) -> PersonName:
    """A name as written in its parts. It never fails: what has no surname is an office, a collective or letters."""
    office = office_in(text)
    if office:
        return PersonName(text, "", office=office)
    if _COLLECTIVE.match(text.strip()):
        return PersonName(text, "", collective=True)
    read = _SCANNED_L.sub("l", text.split(",", maxsplit=1)[0]).translate(_DASHES)
    words = _without_owner([w.strip("()") for w in _WORD.findall(read)])
    gender: Gender | None = None
    civic = professional = False
    rest: list[str] = []
    for i, word in enumerate(words):
        pair = fold(" ".join(words[i : i + 2]))
        group = _titles().get(fold(word)) if not rest or fold(word) in {"mrs", "mr", "ms", "miss", "dr"} else None
        if not rest and group is None:
            group = _titles().get(pair) or ("office" if {fold(word), pair} & _offices() else None)
        if not rest and group is None and i == 0 and len(words) > 1:
            group = _misread_title(word)
        if group is None and not rest and i > 0 and _titles().get(fold(" ".join(words[i - 1 : i + 1]))):
            continue
        if group is None:
            rest.append(word)
            continue
        civic = civic or group == "civic"
        professional = professional or group == "professional"
        gender = "f" if group == "female" else "m" if group == "male" else gender
    while len(rest) > 1 and fold(rest[-1]).replace(" ", "") in _data()["honours"]:
        rest.pop()
    if not rest:
        return PersonName(text, "", office=fold(text) or None)
    plain = text.strip()
    if len(rest) == 1 and re.fullmatch(r"[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,2}|[A-Z]{2,4}", plain):
        return PersonName(text, fold(plain), letters_only=True)
    trailing: list[str] = []
    while len(rest) > 1 and _is_initial(rest[-1]):
        trailing.insert(0, rest.pop())  # "Sheahan (J)", "Smith J"
    surname_from = _surname_from(rest)
    given = [w for w in rest[:surname_from] if not _is_initial(w)]
    ahead = [*trailing, *rest[:surname_from]]
    initials = "".join(_letters(w) for w in ahead)
    surname = "".join(fold(w).replace(" ", "") for w in rest[surname_from:])
    folded = tuple(fold(g) for g in given if len(fold(g)) > 1)
    return PersonName(text, surname, folded, initials, gender, civic, professional)


def _without_owner(words: list[str]) -> list[str]:
    """The words after a possessive that is no part of the name: `Irish Water's Duane O'Brien`."""
    owner = next((i for i, w in enumerate(words) if w.endswith(("'s", "’s")) and len(words) - i > 2), None)
    return words if owner is None else words[owner + 1 :]


def _is_initial(word: str) -> bool:
    return re.fullmatch(r"(?:[A-Z]\.?){1,3}|[A-Z]-[A-Z]\.?", word) is not None


def _letters(word: str) -> str:
    return fold(word).replace(" ", "") if _is_initial(word) else fold(word)[:1]


def _surname_from(words: list[str]) -> int:
    """Which word begins the surname: the last one, or the first of the small words before it."""
    leading = next((i for i, w in enumerate(words) if not _is_initial(w)), 0)
    if 0 < leading < len(words) - 1:
        return leading  # "B. Collins Cassidy": after initials every full word belongs to the surname
    at = len(words) - 1
    while at > 0 and (words[at - 1] in _data()["particles"] or fold(words[at - 1]) in _data()["folded_particles"]):
        at -= 1
    if at == 0 and len(words) == 2 and not words[0][0].isupper():
        return 0
    if at == 0 and len(words) > 1 and fold(words[0]) in {"st"}:
        return 0
    return at


def short_forms() -> tuple[tuple[str, ...], ...]:
    """Groups of given names that one person may go by."""
    return tuple(tuple(group) for group in _data()["short_forms"])


def given_agree(one: str, other: str) -> bool:
    """Whether two given names can be one person's: alike, one short for the other, or one slip of a letter apart."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and len(shorter) >= 3:
        return True
    if any(one in group and other in group for group in short_forms()):
        return True
    return slip(one, other) if one[0] == other[0] and min(len(one), len(other)) >= 5 else False


def slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter: replaced, added, left out, or two neighbours exchanged."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        exchanged = (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and one[differing[0]] == other[differing[1]]
            and one[differing[1]] == other[differing[0]]
        )
        return len(differing) == 1 or exchanged
    shorter, longer = sorted((one, other), key=len)
    i = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[i:] == longer[i + 1 :]


def names_one(wanted: PersonName, name: PersonName) -> bool:
    """Whether a name that somebody asks for is answered by another: same surname, and nothing asked for is missing."""
    if not wanted.surname or wanted.surname != name.surname:
        return False
    if wanted.given and name.given and not given_agree(wanted.given[0], name.given[0]):
        return False
    if wanted.initials and (not name.initials or wanted.initials[0] != name.initials[0]):
        return bool(wanted.given and name.given and given_agree(wanted.given[0], name.given[0]))
    return not (wanted.gender and name.gender and wanted.gender != name.gender)
