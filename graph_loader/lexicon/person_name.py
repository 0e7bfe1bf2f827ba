"""A person's name as written, taken apart: titles, given names, initials, nickname, surname, what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ..folding import fold
from .name_asides import Asides, asides_of
from .name_order import Order, ordered, written_first
from .name_words import (
    Gender,
    Generation,
    TitleWords,
    before_offices,
    gender_of,
    generation,
    is_former,
    is_honour,
    is_initial,
    is_title_anywhere,
    misread_title,
    offices,
    particle,
    surname_classes,
    title_words,
)

_WORD = re.compile(r"[^\W\d_]\.(?=\s?[^\W\d_])|'t\b|a/[lp]\b|[^\W\d_](?:[\w'-])*\.?|\d{2,6}\b")
_COLLECTIVE = re.compile(
    r"^(?:all|both|several|some|other|the)?\s*(?:\w+\s+)?(?:members|councillors|governors|trustees)\b|^all\b|^group\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,2}|[A-Z]{2,4}")


@dataclass(frozen=True)
class PersonName:
    """A name taken apart. The fields up to `mark` are as written, with straight apostrophes and plain hyphens.

    `forenames` are given names and initials in the order of the person, wherever they are written; `family` is the
    surname with its small words, `particle` those at its beginning. `former` is another name that the text says the
    person had or has now; `mark` what tells the person from another of the name: a party, a ward, a number.
    `office` is set where the text names an office and nobody, `Chair`; `collective` where it names several people at
    once; `letters_only` where it is initials. None of these is a person's name.
    """

    text: str
    title: str = ""
    forenames: tuple[str, ...] = ()
    nickname: str | None = None
    family: str = ""
    suffix: str | None = None
    honours: tuple[str, ...] = ()
    former: str | None = None
    mark: str | None = None
    gender: Gender | None = None
    civic: bool = False
    professional: bool = False
    office: str | None = None
    collective: bool = False
    letters_only: bool = False
    generation: Generation | None = None
    plain: str = field(default="", compare=False)

    def __hash__(self) -> int:
        """What a set of names needs, at the cost of two fields: names of one text seldom differ in the others."""
        return hash((self.text, self.family))

    @cached_property
    def surname(self) -> str:
        """The surname folded, without spaces; `Saint` as `St`."""
        words = fold(self.family.replace("/", "")).split()
        return "".join(["st" if w == "saint" and len(words) > 1 else w for w in words])

    @cached_property
    def particle(self) -> str | None:
        """The small words at the beginning of the surname: `de la`, `Ó`."""
        words = self.family.split()
        small: list[str] = []
        while len(words) > 1 and (particle(words[0], after_given=True) or fold(words[0]) == "bean"):
            small.append(words.pop(0))
        return " ".join(small) or None

    @cached_property
    def last_word(self) -> str:
        """The surname without the small words at its beginning: the last word, as written."""
        return self.family.split()[-1].rstrip(".") if self.family else self.plain

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The given names in full, folded."""
        return tuple(fold(w) for w in self.forenames if not is_initial(w) and len(fold(w)) > 1)

    @cached_property
    def initials(self) -> str:
        """The first letters of given names and initials, folded, in order."""
        letters = (fold(w).replace(" ", "") if is_initial(w) else fold(w)[:1] for w in self.forenames)
        return "".join(letters)

    @property
    def first_name(self) -> str | None:
        """The given name as written, where a given name and no initial comes first."""
        first = self.forenames[0] if self.forenames else None
        return None if first is None or is_initial(first) else first.rstrip(".")

    @property
    def initial(self) -> str | None:
        """The first letter of the first given name or initial, as written."""
        return self.forenames[0][0] if self.forenames else None

    @property
    def called(self) -> tuple[str, ...]:
        """The folded given names that the person goes by: the first one, and the nickname."""
        nickname = fold(self.nickname) if self.nickname else ""
        return (*self.given[:1], *((nickname,) if len(nickname) > 1 else ()))

    @property
    def bare(self) -> bool:
        """Whether the name has a surname and nothing that tells its owner from others of that surname."""
        return not self.initials

    @property
    def known_gender(self) -> Gender | None:
        """The gender that the title says, else the given name."""
        return self.gender or (gender_of(self.given[0]) if self.given else None)

    @cached_property
    def folded(self) -> str:
        """The name without titles, folded."""
        return " ".join((*self.given, self.surname)) if self.given else f"{self.initials} {self.surname}".strip()


def office_in(text: str) -> str | None:
    """The office that a reference such as `the outgoing Chairman` names, folded, or none."""
    plain = " ".join(w for w in fold(text).split() if w not in before_offices())
    return plain if plain in offices() else None


@lru_cache(maxsize=100_000)
def parse_name(text: str, order: Order | None = None) -> PersonName:
    """A name as written in its parts. It never fails: what has no surname is an office, a collective or letters."""
    if office := office_in(text):
        return PersonName(text, office=office, plain=text)
    if _COLLECTIVE.match(text.strip()):
        return PersonName(text, collective=True, plain=text)
    asides = asides_of(text)
    words = _words(asides.core)
    titles, rest = _titles_before(words, asides.titled)
    rest, mark = _without_number(rest, asides.mark)
    rest, letters = _without_honours(rest, titles)
    written = rest
    rest, suffix = _without_suffix(rest, asides.suffix, titles)
    if not rest:
        return PersonName(text, title=titles.text, office=fold(text) or None, plain=text)
    plain = text.strip()
    if len(rest) == 1 and not asides.forenames and _LETTERS.fullmatch(plain):
        return PersonName(text, family=plain, letters_only=True, plain=plain)
    if asides.forenames:
        forenames, family = asides.forenames, tuple(rest)
    elif asides.initials and len(rest) == 1:
        forenames, family = asides.initials, tuple(rest)
        asides = asides.without_initials()
    else:
        found = ordered(rest, order)
        forenames, family = found.forenames, found.surname
        if asides.initials:
            mark = mark or " ".join(asides.initials)
    return PersonName(
        text,
        titles.text,
        forenames,
        asides.nickname,
        " ".join(family),
        suffix,
        (*letters, *asides.honours),
        asides.former,
        mark,
        titles.gender,
        titles.civic,
        titles.professional,
        generation=generation(suffix) if suffix else None,
        plain=_as_written(asides, written),
    )


def parse_names(texts: Iterable[str]) -> list[PersonName]:
    """The names of one list. Where the known given names stand last, and never first, so do those of the others."""
    row = list(texts)
    shown = [written_first(_titles_before(_words(asides_of(t).core), "")[1]) for t in row]
    first = shown.count("surname_first") > 1 and "given_first" not in shown
    return [parse_name(t, "surname_first" if first else None) for t in row]


@dataclass(frozen=True)
class _Titles:
    text: str = ""
    gender: Gender | None = None
    civic: bool = False
    professional: bool = False


def _words(core: str) -> list[str]:
    """The words of a name, after a possessive that is no part of it: `Irish Water's Duane O'Brien`."""
    words = _WORD.findall(core)
    owner = next((i for i, w in enumerate(words) if w.endswith("'s") and len(words) - i > 2), None)
    words = words if owner is None else words[owner + 1 :]
    return words[1:] if len(words) > 2 and fold(words[0]) == "the" else words


def _titles_before(words: Sequence[str], aside: str) -> tuple[_Titles, list[str]]:
    """The titles of a name, and its other words. `aside` is a title behind the name: `Bell J (Mrs)`."""
    former = len(words) > 1 and is_former(words[0])
    row = list(words[1:] if former else words)
    said: list[str] = []
    gender: Gender | None = None
    civic = professional = False
    rest: list[str] = []
    at = 0
    while at < len(row):
        found = title_words(row, at) if not rest or is_title_anywhere(row[at]) else None
        if found is None and not rest and at == 0 and len(row) > 1:
            found = misread_title(row[at])
        if found is None or (not rest and at > 0 and _is_surname(row, at, found)):
            rest.append(row[at])
            at += 1
            continue
        said += row[at : at + found.length]
        gender, civic = found.gender or gender, civic or (found.civic and not former)
        professional = professional or found.professional
        at += found.length
    behind, at = aside.split(), 0
    while at < len(behind) and (found := title_words(behind, at)):
        gender, civic, professional = gender or found.gender, civic or found.civic, professional or found.professional
        at += found.length
    if at:
        said.append(aside)
    return _Titles(" ".join(said), gender, civic, professional), rest


def _is_surname(row: Sequence[str], at: int, found: TitleWords) -> bool:
    """Whether the last word after a title is a surname though it is a title or an office as well: `Mrs Bishop`."""
    return at == len(row) - 1 and found.length == 1 and "word" in surname_classes(fold(row[at]))


def _without_number(rest: list[str], mark: str | None) -> tuple[list[str], str | None]:
    """The words without a constable's number: `PC 4471 Dodds`."""
    numbers = [w for w in rest if w.isdigit()]
    return [w for w in rest if not w.isdigit()], mark or (numbers[0] if numbers else None)


def _without_honours(rest: list[str], titles: _Titles) -> tuple[list[str], tuple[str, ...]]:
    found: list[str] = []
    while len(rest) > 1:
        full = [w for w in rest[:-1] if not is_initial(w)]
        complete = bool(full) and (len(rest) > 2 or bool(titles.text))
        if not full or not is_honour(rest[-1], after_full_name=complete):
            break
        found.insert(0, rest.pop())
    return rest, tuple(found)


def _without_suffix(rest: list[str], aside: str | None, titles: _Titles) -> tuple[list[str], str | None]:
    """Takes `Junior` or `Snr` off the end of a name; alone after a title it is a surname, as in `Mrs Senior`."""
    if len(rest) < 2 or generation(rest[-1]) is None or rest[-1].islower():
        return rest, aside
    whole_word = fold(rest[-1]) in {"junior", "senior", "mor", "og"}
    if whole_word and len(rest) == 2 and (is_initial(rest[0]) or not titles.text):
        return rest, aside
    return rest[:-1], rest[-1].rstrip(".")


def _as_written(asides: Asides, rest: list[str]) -> str:
    """The name from its first to its last word, without titles and honours, as it stands in the text."""
    core = asides.shown
    if asides.forenames:
        return " ".join((*asides.forenames, *rest))
    row = list(_WORD.finditer(core))
    last = next((m for m in reversed(row) if m[0] == rest[-1]), None)
    first = last if len(rest) == 1 else next((m for m in row if m[0] == rest[0]), None)
    if first is None or last is None or first.start() > last.start():
        return " ".join(rest)
    return core[first.start() : last.end()]
