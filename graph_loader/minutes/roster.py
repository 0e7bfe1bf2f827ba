"""The people whom a meeting's lists name, so that running text can refer to them by less than they are listed with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from ..folding import fold
from .entries import Listed
from .names import is_honour, particles, title_at
from .tokens import tokens
from .vocabulary import is_no_name


@dataclass(frozen=True)
class Known:
    """A listed person: name as listed, the name without titles and honours, surname, given name or none."""

    listed: str
    plain: str
    surname: str
    given: str | None


def known(person: str) -> Known:
    """A listed name in its parts."""
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
    given = proper[0].rstrip(".") if len(proper) > 1 and words[0].kind == "word" else None
    return Known(person, plain, surname.rstrip("."), given)


def same_surname(one: str, other: str) -> bool:
    """Whether two names as written have one surname, whatever their case, accents and apostrophes."""
    return fold(known(one).surname) == fold(known(other).surname)


_WOMEN = frozenset({"Mrs", "Ms", "Miss", "Dame", "Lady", "Baroness"})
_MEN = frozenset({"Mr", "Sir", "Lord"})


def same_person(one: str, other: str) -> bool:
    """Whether two names as written can be one person's.

    One surname, no given names or initials that begin differently, and not the title of a man and that of a woman.
    """
    a, b = known(one), known(other)
    if fold(a.surname) != fold(b.surname):
        return False
    first, second = _first_letter(a), _first_letter(b)
    if first and second and first != second:
        return False
    titles = [{word.rstrip(".") for word in k.listed.split()} for k in (a, b)]
    return not any(titles[i] & _WOMEN and titles[1 - i] & _MEN for i in (0, 1))


def _first_letter(person: Known) -> str | None:
    """The first letter of the given name, or the first initial; none where only the surname is written."""
    before = person.plain[: person.plain.rfind(person.surname)].strip() if person.surname in person.plain else ""
    return fold(before)[:1] or None


@dataclass
class Roster:
    """Everybody listed so far, by what running text may call them."""

    people: list[Known] = field(default_factory=list)
    initials: dict[str, str] = field(default_factory=dict)

    def add(self, listed: Listed) -> None:
        """Takes a listed person in."""
        self.people.append(known(listed.person))
        if listed.notes.initials:
            self.initials.setdefault(listed.notes.initials, listed.person)

    @cached_property
    def full_names(self) -> frozenset[str]:
        """Names without title of at least a given name and a surname."""
        return frozenset(k.plain for k in self.people if k.given and len(k.plain.split()) >= 2)

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Surnames and given names that are no ordinary word: what a list of untitled people is referred to by."""
        untitled = [k for k in self.people if k.listed.startswith(k.plain)]
        words = Counter(w for k in untitled for w in (k.surname, k.given) if w)
        return frozenset(w for w in words if len(w) > 1 and not is_no_name(w))

    def find(self, text: str) -> list[Known]:
        """The listed people whom a name in running text can mean by its surname."""
        wanted = known(text)
        return [k for k in self.people if k.surname.casefold() == wanted.surname.casefold()]
