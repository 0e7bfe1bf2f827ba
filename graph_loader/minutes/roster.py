"""The people whom a meeting's lists name, so that running text can refer to them by less than they are listed with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ..folding import fold
from .entries import Listed
from .names import is_honour, particles, title_at
from .tokens import tokens
from .vocabulary import is_no_name, word_set

_SURNAME_PREFIXES = frozenset({"o", "ni", "nic", "ui"})
"""Folded first words of Irish surnames: `Cllr. Ó Dálaigh` is a surname alone."""
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


@dataclass(frozen=True)
class Known:
    """A listed person: name as listed, the name without titles and honours, surname, given name or none.

    `initial` is the first letter of the given name or of the initials; `man` what a title says, none where none says.
    """

    listed: str
    plain: str
    surname: str
    given: str | None
    initial: str | None = None
    man: bool | None = None


@lru_cache(maxsize=50_000)
def known(person: str) -> Known:
    """A listed name in its parts, with straight apostrophes, as rules see the text."""
    listed, person = person, person.translate(_APOSTROPHES)
    row = tokens(person, 0, len(person))
    title = title_at(row, 0)
    at = title.last if title else 0
    words = [t for t in row[at:] if t.kind in {"word", "initials"} or t.text in particles()]
    end = len(person)
    while len(words) > 1 and words[-1].text.isupper() and is_honour(words[-1].text) and not person.isupper():
        words.pop()
        end = words[-1].end
    plain = person[row[at].start : end].split(",", maxsplit=1)[0].strip() if at < len(row) else person
    plain = re.sub(r"\s*\([A-Z]\)$", "", plain)
    proper = [t.text for t in words if t.kind == "word" and not (t.text.isupper() and len(t.text) < 3)]
    surname = proper[-1] if proper else plain
    prefixed = len(words) > 1 and fold(words[0].text) in _SURNAME_PREFIXES and not words[0].text.endswith(".")
    given = proper[0].rstrip(".") if len(proper) > 1 and words[0].kind == "word" and not prefixed else None
    first = words[0].text if words and words[0].kind == "initials" and words[0].text != "Ó" else given
    said = {t.text.rstrip(".") for t in row[:at]}
    man = True if said & word_set("titles", "men") else False if said & word_set("titles", "women") else None
    return Known(listed, plain, surname.rstrip("."), given, first[0] if first else None, man)


def same_surname(one: str, other: str) -> bool:
    """Whether two names as written have one surname, whatever their case, accents and apostrophes."""
    return fold(known(one).surname) == fold(known(other).surname)


def same_person(one: str, other: str) -> bool:
    """Whether two names as written can be one person's: one surname, and no initials or titles that contradict."""
    a, b = known(one), known(other)
    if fold(a.surname) != fold(b.surname) or (a.man is not None and b.man is not None and a.man != b.man):
        return False
    return not a.initial or not b.initial or a.initial == b.initial


@dataclass
class Roster:
    """Everybody listed so far, by what running text may call them."""

    people: list[Known] = field(default_factory=list)
    initials: dict[str, str] = field(default_factory=dict)
    by_surname: dict[str, list[Known]] = field(default_factory=dict)

    def enroll(self, person: str) -> None:
        """Takes a name in as listed."""
        one = known(person)
        self.people.append(one)
        self.by_surname.setdefault(one.surname.casefold(), []).append(one)

    def add(self, listed: Listed) -> None:
        """Takes a listed person in."""
        self.enroll(listed.person)
        if listed.notes.initials:
            self.initials.setdefault(listed.notes.initials, listed.person)

    @cached_property
    def full_names(self) -> frozenset[str]:
        """Names without title of at least a given name and a surname."""
        return frozenset(k.plain for k in self.people if k.given and len(k.plain.split()) >= 2)

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Surnames and given names that are no ordinary word: what a list of untitled people is referred to by."""
        untitled = [k for k in self.people if k.listed.translate(_APOSTROPHES).startswith(k.plain)]
        words = Counter(w for k in untitled for w in (k.surname, k.given) if w)
        return frozenset(w for w in words if len(w) > 1 and not is_no_name(w))

    @cached_property
    def by_initials(self) -> dict[str, Known]:
        """The listed people whom the first letters of their names tell from all others: `DL` for `Dev Lall`."""
        letters: dict[str, dict[str, Known]] = {}
        for k in self.people:
            words = re.findall(r"[^\W\d_][\w'’]*", k.plain)
            if len(words) > 1:
                letters.setdefault("".join(w[0] for w in words).upper(), {})[fold(k.plain)] = k
        return {key: next(iter(found.values())) for key, found in letters.items() if len(found) == 1}

    def find(self, text: str) -> list[Known]:
        """The listed people whom a name in running text can mean by its surname."""
        return self.by_surname.get(known(text).surname.casefold(), [])
