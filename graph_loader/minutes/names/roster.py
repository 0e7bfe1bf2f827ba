"""The people whom a meeting's lists name, so that running text can refer to them by less than they are listed with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from ...folding import fold
from ...lexicon.person_name import PersonName, parse_name
from ..lists.entries import Listed
from ..page.vocabulary import is_no_name


def _other_forms(name: PersonName) -> tuple[str, ...]:
    """What else running text may call somebody by given name and surname."""
    if not name.nickname and " ".join((*name.forenames, name.family)) == name.plain:
        return ()
    firsts = (" ".join(name.forenames), *((name.nickname,) if name.nickname and len(name.nickname) > 1 else ()))
    return tuple(f"{first} {name.family}" for first in firsts)


def tells(words: str, teller: str) -> bool:
    """Whether words in a bracket are those that a list tells somebody apart by: `Abbey` for `Abbey Ward`."""
    said, listed = (" ".join(w for w in fold(text).split() if w not in _KINDS) for text in (words, teller))
    return said == listed != ""


_KINDS = frozenset({"ward", "division", "electoral", "party", "group", "the"})


@dataclass
class Roster:
    """Everybody listed so far, by what running text may call them."""

    people: list[PersonName] = field(default_factory=list)
    initials: dict[str, str] = field(default_factory=dict)
    by_surname: dict[str, list[PersonName]] = field(default_factory=dict)
    offices: list[tuple[str, str]] = field(default_factory=list)
    """The roles in the lists, each with who has it."""
    tellers: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    """By surname: each listed name of it with what stands in the bracket after it, folded."""

    def enroll(self, person: str) -> None:
        """Takes a name in as listed."""
        one = parse_name(person)
        self.people.append(one)
        self.by_surname.setdefault(one.last_word.casefold(), []).append(one)

    def add(self, listed: Listed) -> None:
        """Takes a listed person in."""
        self.enroll(listed.person)
        one = self.people[-1]
        if listed.role:
            self.offices.append((listed.role, listed.person))
        for said in {listed.organisation, listed.notes.note}:
            self.tellers.setdefault(one.last_word.casefold(), set()).add((fold(one.plain), fold(said or "")))
        if listed.notes.initials:
            self.initials.setdefault(listed.notes.initials, listed.person)

    @cached_property
    def full_names(self) -> frozenset[str]:
        """Names without title of at least a given name and a surname, with and without a nickname, in either order."""
        full = [k for k in self.people if k.first_name and len(k.plain.split()) >= 2]
        return frozenset(form for k in full for form in (k.plain, *_other_forms(k)))

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Surnames and given names that are no ordinary word: what people listed without a title, or with a title and
        no given name, are referred to by.
        """
        named = (k for k in self.people if not k.title or not k.first_name)
        words = Counter(w for k in named for w in (k.last_word, k.first_name) if w)
        return frozenset(w for w in words if len(w) > 1 and not is_no_name(w))

    @cached_property
    def by_initials(self) -> dict[str, PersonName]:
        """The listed people whom the first letters of their names tell from all others: `DL` for `Dev Lall`."""
        letters: dict[str, dict[str, PersonName]] = {}
        for k in self.people:
            words = re.findall(r"[^\W\d_][\w'’]*", k.plain)
            if len(words) > 1:
                letters.setdefault("".join(w[0] for w in words).upper(), {})[fold(k.plain)] = k
        return {key: next(iter(found.values())) for key, found in letters.items() if len(found) == 1}

    def told_apart(self, person: str, words: str) -> bool:
        """Whether words in a bracket after a name tell which of several listed people of that surname is meant."""
        listed = self.tellers.get(parse_name(person).last_word.casefold(), set())
        return len({pair for pair in listed if pair[1]}) > 1 and any(tells(words, teller) for _, teller in listed)

    def with_teller(self, listed: Listed) -> str:
        """A listed name with the bracket that tells it from another of that surname: `Mr P Roe (Ind)`."""
        said = listed.organisation or listed.notes.note
        return f"{listed.person} ({said})" if said and self.told_apart(listed.person, said) else listed.person

    def find(self, text: str) -> list[PersonName]:
        """The listed people whom a name in running text can mean: by the initials that a list gives, else by its
        surname, with or without its hyphen.
        """
        name = parse_name(self.initials.get(text, text))
        found = self.by_surname.get(name.last_word.casefold(), [])
        both = "-".join(name.plain.split()[-2:]).casefold()  # "Strake Ellis" for "Strake-Ellis"
        return found or self.by_surname.get(both, [])
