"""What a person's name looks like: titles, initials, given names, surname, honours.

The words come from `data/`; here is the grammar. A name is read word by word from a title or from a capital letter, so
that the cost grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .tokens import Token
from .vocabulary import any_of, bare, data, is_field, is_no_name, is_organisation, is_post, may_be_surname, word_set

ARTICLES = frozenset({"The", "the", "An"})
"""What may stand before an office that is used as a title: `The Mayor`, `An Cathaoirleach`."""

_MOST_WORDS = 6
_SHORTEST = 3
"""Signs of a title that is always cut short, with its full stop: `Mr.`, `Cr.`."""


@dataclass(frozen=True)
class Title:
    """Titles before a name, as tokens `first` to `last` (not included).

    `each` is what every name of the list has, where the title is a plural; `office` is an office among them.
    """

    first: int
    last: int
    each: str | None
    civic: bool
    office: str | None


def _forms(phrases: list[str]) -> list[str]:
    return [form for phrase in phrases for form in (phrase, phrase.upper())]


@cache
def _single_words() -> frozenset[str]:
    """The first words of titles: what is worth looking up."""
    table = data("titles")
    phrases = [*table["plural"], *table["civic"], *table["personal"], *table["offices"]]
    return frozenset(form.split()[0] for form in _forms(phrases)) | {"The", "An"}


@cache
def _phrases() -> dict[str, tuple[str, str | None]]:
    table = data("titles")
    found: dict[str, tuple[str, str | None]] = {}
    for group in ("personal", "civic", "offices"):
        found |= dict.fromkeys(_forms(table[group]), (group, None))
    return found | {form: ("plural", each) for phrase, each in table["plural"].items() for form in _forms([phrase])}


@cache
def title_pattern() -> re.Pattern[str]:
    """Finds where a title may begin in running text."""
    return re.compile(rf"(?<![\w'-])(?:{any_of(_forms_without_articles())})(?![\w'-])\.?")


def _forms_without_articles() -> list[str]:
    return [phrase for phrase in _phrases() if not phrase.startswith("An ")]


@cache
def honours() -> frozenset[str]:
    """Letters after a name, in lower case and without full stops."""
    return frozenset(str(h).casefold() for h in data("titles")["honours"])


def particles() -> frozenset[str]:
    """Small words inside a surname."""
    return word_set("titles", "particles")


def is_honour(text: str) -> bool:
    """Whether a piece of text is letters after a name: `OBE`, `T.D.`."""
    plain = re.sub(r"[.\s]", "", text).casefold()
    return bool(plain) and text[:1].isupper() and plain in honours()


def title_at(row: Sequence[Token], at: int) -> Title | None:
    """The titles that begin at a token: `Councillor Mrs`, `The Lord Mayor Councillor`."""
    first = at
    if at < len(row) and row[at].text in ARTICLES:
        at += 1
    begin = at
    each: str | None = None
    civic = False
    office: str | None = None
    while at < len(row) and row[at].text.rstrip(".:") in _single_words():
        found = _longest(row, at)
        if found is None:
            break
        length, group, plural = found
        if group == "plural":
            each, civic = plural, civic or plural not in word_set("titles", "personal")
        elif group == "offices":
            office = " ".join(t.text.rstrip(".") for t in row[at : at + length])
        civic = civic or group == "civic"
        at += length
        if at < len(row) and row[at].kind == "colon" and each:
            at += 1
    return Title(first, at, each, civic, office) if at > begin else None


def _longest(row: Sequence[Token], at: int) -> tuple[int, str, str | None] | None:
    for length in (3, 2, 1):
        if at + length > len(row) or any(t.kind not in {"word", "lower"} for t in row[at : at + length]):
            continue
        last = row[at + length - 1]
        if last.dot and len(last.text) > _SHORTEST and last.text[:-1] not in word_set("titles", "cut_short"):
            continue  # "a Co-opted Governor. Clerk to notify": the full stop ends a sentence
        phrase = " ".join(t.text.rstrip(".") for t in row[at : at + length])
        if found := _phrases().get(phrase):
            return length, *found
    return None


def after_office(row: Sequence[Token], title: Title) -> int:
    """The token after the office among titles: in `The Lord Mayor Councillor B T Wexcombe` that of `Councillor`."""
    at = title.first + (row[title.first].text in ARTICLES)
    words = (title.office or "").split()
    if [t.text.rstrip(".") for t in row[at : at + len(words)]] == words:
        return at + len(words)
    return title.last


def person_token(row: Sequence[Token], title: Title) -> int:
    """The token that the name as written begins with: after an article and after an office before another title."""
    first = title.first + (row[title.first].text in ARTICLES)
    after = after_office(row, title) if title.office else first
    return after if after < title.last else first


def name_from(row: Sequence[Token], at: int, titled: bool) -> int | None:
    """The token after the name that begins at a token, or none where no name begins there.

    After a title almost any word with a capital letter may be a surname; without one the words of posts, bodies and
    sentences end a name or forbid it. Letters after a name are not part of it here.
    """
    last: int | None = None
    count = 0
    while at < len(row) and count < _MOST_WORDS:
        token = row[at]
        if token.kind == "initials":
            if not _goes_on(row, at + 1):
                break
        elif token.text in particles():
            if not (at + 1 < len(row) and row[at + 1].kind in {"word", "initials"}):
                break
            at += 1
            continue
        elif token.kind != "word" or (
            last is not None and not (count == 1 and may_be_surname(token.text)) and _begins_another(row, at)
        ):
            break
        elif _short_capitals(token.text) and _goes_on(row, at + 1) and last is None:
            pass  # initials without full stops: PK Rafferan
        elif _fits(token.text, titled, last is not None):
            last = at + 1
            if token.text.endswith("'s") and len(token.text) > 3:
                break
            if token.dot and not _abbreviated(token.text):
                break
        else:
            break
        at += 1
        count += 1
    return last


def _begins_another(row: Sequence[Token], at: int) -> bool:
    """Whether a title with a name of its own begins here: `Ms E Corlett Mr D Crawford`."""
    if row[at].text.rstrip(".:") not in _single_words():
        return False
    title = title_at(row, at)
    return title is not None and title.last < len(row) and row[title.last].kind in {"word", "initials"}


def _goes_on(row: Sequence[Token], at: int) -> bool:
    if at >= len(row):
        return False
    token = row[at]
    return (
        token.kind == "initials"
        or token.text in particles()
        or (token.kind == "word" and bare(token.text) not in word_set("lists", "never_first"))
    )


def _short_capitals(text: str) -> bool:
    return len(text.rstrip(".")) in {2, 3} and text.isupper() and not is_honour(text)


def _abbreviated(text: str) -> bool:
    """A given name cut short, as in `Geo. Hart`: the full stop ends no sentence."""
    return len(text) <= 4 and text.rstrip(".") in word_set("titles", "short_given_names")


def _fits(word: str, titled: bool, later: bool) -> bool:
    """Whether a word with a capital letter may be the first, or a later, word of a name."""
    plain = bare(word)
    if len(plain) < 2 or "*" in word:
        return False
    if not is_no_name(word):
        return not (later and is_honour(word))
    if later:
        return may_be_surname(word)
    return (
        titled
        and plain not in word_set("lists", "never_first")
        and (may_be_surname(word) or not (is_post(word) or is_field(word) or is_organisation(word)))
    )


def people_titled(row: Sequence[Token]) -> Iterator[tuple[Title, int, int]]:
    """Every title in running text with the name after it: the title, the name's first token and the one after it."""
    at = 0
    while at < len(row):
        if row[at].text.rstrip(".:") not in _single_words():
            at += 1
            continue
        title = title_at(row, at)
        end = name_from(row, title.last, True) if title else None
        if title is None or end is None:
            at += 1
            continue
        yield title, title.last, end
        at = end
