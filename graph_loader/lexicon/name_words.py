"""What the words of a name can be: titles, honours, suffixes, particles, given names, surnames, initials."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..folding import fold
from .entries import entries, folded, folded_classes, of_class, word_set
from .typos import is_typo

Gender = Literal["f", "m"]
Generation = Literal["junior", "senior", "second", "third", "fourth"]

LEAST_FOR_TITLE = 6
"""Letters of a word in which a misread title is believed."""
_MOST_WORDS = 4
"""Words of the longest title."""
_ANYWHERE = frozenset({"mr", "mrs", "ms", "miss", "dr"})
"""Titles that are nobody's name and are read wherever they stand: `Bell Mrs Jane`."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,3}|[^\W\d_]-[^\W\d_]\.?")
_PREFIX = re.compile(r"^(?:Mc|Mac|Fitz|[OD]'|d'|de|De|van|von)(?=[^\W\d_]{2})")
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True)
class TitleWords:
    """What titles say: the gender, whether of a member of a council, whether of a profession; and how many words."""

    length: int
    gender: Gender | None
    civic: bool
    professional: bool
    office: bool


@cache
def _titles() -> Mapping[str, frozenset[str]]:
    written = {title: classes for title, classes in folded_classes("titles").items() if classes != {"numbered"}}
    return dict.fromkeys(offices(), frozenset({"office"})) | written


@cache
def offices() -> frozenset[str]:
    """Offices that stand for a person without a name, folded."""
    return folded("offices", "reference")


def title_words(words: Sequence[str], at: int) -> TitleWords | None:
    """The longest title that stands at a word of a name."""
    for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        classes = _titles().get(fold(" ".join(words[at : at + length])))
        if classes is not None:
            return _title(length, classes)
    return None


def _title(length: int, classes: frozenset[str]) -> TitleWords:
    gender: Gender | None = "f" if "female" in classes else "m" if "male" in classes else None
    office = "office" in classes
    return TitleWords(length, gender, bool(classes & {"civic", "member"}), "professional" in classes, office)


def misread_title(word: str) -> TitleWords | None:
    """The title that a word is but for one typo, as in `Coucnillor`, or the beginning of a long one."""
    plain = fold(word)
    if len(plain) < LEAST_FOR_TITLE or is_given_name(plain):
        return None
    for title, classes in _titles().items():
        if is_typo(title, plain) or (title.startswith(plain) and len(title) >= 10):
            return _title(1, classes)
    return None


def is_title_anywhere(word: str) -> bool:
    """Whether a word is a title wherever it stands in a name."""
    return fold(word) in _ANYWHERE


def is_honour(word: str, *, after_full_name: bool) -> bool:
    """Whether a word at the end of a name is letters after it; `weak` ones only after given name and surname."""
    classes = folded_classes("honours").get(fold(word.replace(".", "")))
    if classes is None or not word[:1].isupper():
        return False
    written = word.replace(".", "")
    if not any(c.isupper() for c in written[1:]) and fold(written) not in _SPELLED:
        return False
    return after_full_name or not classes & {"weak", "surname"}


_SPELLED = frozenset({"esq", "esquire", "hons"})


@cache
def _generations() -> Mapping[str, Generation]:
    found: dict[str, Generation] = {}
    kinds: tuple[Generation, ...] = ("junior", "senior", "second", "third", "fourth")
    for entry in entries("suffixes"):
        found |= {fold(entry.text): kind for kind in kinds if kind in entry.classes}
    return found


def generation(word: str) -> Generation | None:
    """Which of two people of one name a word after it means: `Junior`, `Snr`, `III`."""
    return _generations().get(fold(word))


def is_given_name(word: str) -> bool:
    """Whether a folded word is known as a given name, in full or short."""
    return word in folded_classes("given_names") or word in _short_words()


@cache
def _short_words() -> frozenset[str]:
    return frozenset(name for group in short_forms() for name in group)


def gender_of(given: str) -> Gender | None:
    """The gender of a folded given name that only women or only men have."""
    classes = folded_classes("given_names").get(given, frozenset())
    return "f" if "female" in classes else "m" if "male" in classes else None


@cache
def short_forms() -> tuple[tuple[str, ...], ...]:
    """Groups of folded given names that one person may go by; the first is the full form."""
    return tuple((fold(e.text), *(fold(c) for c in e.classes)) for e in entries("short_forms"))


@cache
def translations() -> frozenset[str]:
    """Given names that are forms of another language's, and no short forms."""
    return folded("given_names", "translation")


def is_initial(word: str) -> bool:
    """Whether a word is one to three initials: `J`, `J.P.`, `PK`, `A-M`."""
    return word.isupper() and _INITIAL.fullmatch(word) is not None


def is_capitals(word: str) -> bool:
    """Whether a word is written in capitals: `DUNN`, `McDUNN`, `O'DUNN`."""
    bare = _PREFIX.sub("", word)
    return len(bare.strip(".")) > 1 and bare.isupper() and "." not in bare[:-1]


def sounds_like_a_word(word: str) -> bool:
    """Whether two or three letters can be a surname, and not only initials: `FOX`, `RAY`, `NG`."""
    plain = fold(word)
    if surname_classes(plain):
        return True
    vowels = [c in _VOWELS for c in plain]
    return len(plain) == 3 and vowels in ([False, True, False], [True, False, False], [False, True, True])


def surname_classes(word: str) -> frozenset[str]:
    """What is known of a folded word as a surname."""
    return folded_classes("surnames").get(word, frozenset())


def stands_before_given_name(word: str) -> bool:
    """Whether a surname stands before the given name in its own language: `Tan`, `Nguyen`."""
    return bool(surname_classes(fold(word)) & {"chinese", "korean", "vietnamese"})


def is_east_asian_given(word: str) -> bool:
    """Whether a word is part of a Chinese given name: `Siew`, `Wai-ming`."""
    parts = fold(word).split()
    return bool(parts) and all("east_asian" in folded_classes("given_names").get(p, frozenset()) for p in parts)


def particle(word: str, *, after_given: bool, first: bool = False) -> bool:
    """Whether a word begins a surname of several words: `de`, `Ní`, after a given name `De` and `Van` as well."""
    plain = fold(word)
    if word in word_set("particles", "text", "name") and not (first and word in word_set("particles", "joining")):
        return not word.endswith(".") or plain == "st"
    if plain in folded("particles", "anywhere") and not word.endswith("."):
        return True
    return after_given and plain in folded("particles", "inside")


def folds_to_particle(word: str) -> bool:
    """Whether a word is a particle but for its capitals, and no given name: `De` of `Cllr De Lacey`."""
    plain = fold(word)
    return plain in folded("particles", "inside") and not is_given_name(plain)


def joins_surnames(word: str) -> bool:
    """Whether a small word joins two surnames: `Ortega y Gasset`."""
    return word in word_set("particles", "joining")


def begins_wife_of(words: Sequence[str], at: int) -> bool:
    """Whether `Bean Uí` stands at a word: the surname of a married woman."""
    return (
        fold(words[at]) in folded("particles", "wife") and at + 1 < len(words) and fold(words[at + 1]) in {"ui", "mhic"}
    )


def is_no_name(word: str) -> bool:
    """Whether a word is a post, an organisation or a common word."""
    return fold(word) in folded_classes("words")


@cache
def other_name_cues() -> Mapping[str, str]:
    """Words before another name of the person, longest first, folded: to `other_name` or `also_called`."""
    found = {fold(e.text): e.classes[0] for e in entries("name_cues") if e.classes[0] in {"other_name", "also_called"}}
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def before_offices() -> frozenset[str]:
    """Words before an office that stands for a person."""
    return word_set("name_cues", "before_office")


def is_former(word: str) -> bool:
    """Whether a word before a title says that it is held no longer."""
    return fold(word) in word_set("name_cues", "former_title")


@cache
def cut_short() -> frozenset[str]:
    """Titles and other words cut short: their full stop ends no sentence."""
    return word_set("titles", "cut_short") | word_set("abbreviations", "cut_short")


@cache
def sure_titles(kind: str | None = None) -> str:
    """A pattern for the titles, of one class or of any, that are nobody's surname: `Councillors|Councillor|…`."""
    sure = (e.text for e in entries("titles") if "no_surname" in e.classes and (kind is None or kind in e.classes))
    return "|".join(sorted(sure, key=lambda title: (-len(title), title)))


@cache
def no_short_word(sign: str = "") -> str:
    """A pattern for a place that no word cut short and its full stop stand before, with `sign` between: `Mrs. |`."""
    return "".join(rf"(?<!\b{re.escape(word)}\.{sign})" for word in sorted(cut_short()))


def titles(*classes: str) -> tuple[str, ...]:
    """The titles of any of some classes, as they are written."""
    return of_class("titles", *classes)
