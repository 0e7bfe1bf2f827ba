"""Where a person's name begins and ends in running text: titles, initials, given names, surname, honours.

The words come from the lexicon; here is the grammar. A name is read word by word from a title or from a capital letter,
so that the cost grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...lexicon.entries import entries, of_class, word_set
from ...lexicon.name_words import cut_short
from ...lexicon.name_words import is_honour as is_letters
from ..page.vocabulary import any_of, bare, is_field, is_no_name, is_organisation, is_post, may_be_surname
from .tokens import Token

ARTICLES = frozenset({"The", "the", "An"})
"""What may stand before an office that is used as a title: `The Mayor`, `An Cathaoirleach`."""

_MOST_WORDS = 6
_SHORTEST = 3
"""Signs of a title that is always cut short, with its full stop: `Mr.`, `Cr.`."""


@dataclass(frozen=True)
class Title:
    """Titles before a name, as tokens `first` to `last` (not included).

    `each` is what every name of the list has, where the title is a plural, with the full stop of the plural; `office`
    is an office among them. `own` is the token after the plural: what follows up to `last` is one person's title.
    """

    first: int
    last: int
    each: str | None
    civic: bool
    office: str | None
    own: int


def _forms(phrases: Iterable[str]) -> list[str]:
    return [form for phrase in phrases for form in (phrase, phrase.upper())]


@cache
def _single_words() -> frozenset[str]:
    """The first words of titles: what is worth looking up."""
    return frozenset(phrase.split()[0] for phrase in _phrases()) | {"The", "An"}


@cache
def _phrases() -> dict[str, tuple[str, str | None]]:
    found: dict[str, tuple[str, str | None]] = {}
    for group in ("personal", "civic", "office", "plural"):
        for title in entries("titles"):
            if group in title.classes and ("plural" in title.classes) == (group == "plural"):
                found |= dict.fromkeys(_forms([title.text]), (group, title.value))
    return found


@cache
def title_pattern() -> re.Pattern[str]:
    """Finds where a title may begin in running text."""
    return re.compile(rf"(?<![\w'-])(?:{any_of(_forms_without_articles())})(?![\w'-])\.?")


def _forms_without_articles() -> list[str]:
    return [phrase for phrase in _phrases() if not phrase.startswith("An ")]


@cache
def honours() -> frozenset[str]:
    """Letters after a name, in lower case and without full stops."""
    return frozenset(h.casefold() for h in of_class("honours", "letters"))


def particles() -> frozenset[str]:
    """Small words inside a surname."""
    return word_set("particles", "text")


def is_honour(text: str) -> bool:
    """Whether a piece of text is letters after a name: `OBE`, `T.D.`, `GBS MBE JP`."""
    plain = re.sub(r"[.\s]", "", text).casefold()
    words = text.split()
    several = len(words) > 1 and all(is_letters(word, after_full_name=True) for word in text.split())
    return bool(plain) and text[:1].isupper() and (plain in honours() or several)


_COLLAR_NUMBER = re.compile(r"[A-Z]{1,2}\d{1,5}[A-Z]{0,2}|\d{1,5}[A-Z]{0,2}")
"""The number of a police officer, which stands between rank and name: `PC 4471 Roe`."""
_MOST_TITLE_WORDS = 16
"""More words of titles in a row than anybody has: `The Right Worshipful the Lord Mayor Councillor Professor Dame`."""
LONGEST_TITLE = _MOST_TITLE_WORDS + 4
"""Tokens that titles take at most, with an article before them, a colon, a number and the words of the last one."""


def title_at(row: Sequence[Token], at: int) -> Title | None:
    """The titles that begin at a token: `Councillor Mrs`, `The Lord Mayor Councillor`."""
    if not _may_begin(row, at):
        return None
    first = at
    if row[at].text in ARTICLES:
        at += 1
    begin = at
    each: str | None = None
    civic = False
    office: str | None = None
    own = at
    end = min(len(row), begin + _MOST_TITLE_WORDS)
    while at < end and (row[at].text.rstrip(".:") in _single_words() or (at > begin and row[at].text == "the")):
        article = at > begin and row[at].text == "the"
        found = _longest(row, at + article)
        if found is None or (article and found[1] != "personal"):
            break
        at += article
        length, group, plural = found
        if group == "plural" and plural:
            each = plural + "." if row[at + length - 1].dot else plural
            civic = civic or plural not in word_set("titles", "personal")
        elif group == "office":
            office = " ".join(t.text.rstrip(".") for t in row[at : at + length])
        civic = civic or group == "civic"
        at += length
        if at < len(row) and row[at].kind == "colon" and each:
            at += 1
        own = at if group == "plural" else own
    numbered = is_numbered(row, at - 1) or (at == begin and is_numbered(row, at) and at + 1 < len(row))
    if numbered and (rank := max(at, begin + 1)) < len(row) and _COLLAR_NUMBER.fullmatch(row[rank].text):
        at = rank + 1
    return Title(first, at, each, civic, office, own) if at > begin else None


def _may_begin(row: Sequence[Token], at: int) -> bool:
    """Whether a token is an article, the first word of a title, or stands before the number of an officer."""
    return at < len(row) and (
        row[at].text.rstrip(".:") in _single_words()
        or row[at].text in ARTICLES
        or (at + 1 < len(row) and _COLLAR_NUMBER.fullmatch(row[at + 1].text) is not None)
    )


def is_numbered(row: Sequence[Token], at: int) -> bool:
    """Whether a token is a rank with which the number of the officer may stand."""
    return 0 <= at < len(row) and row[at].text.rstrip(".") in word_set("titles", "numbered")


def _longest(row: Sequence[Token], at: int) -> tuple[int, str, str | None] | None:
    for length in (3, 2, 1):
        if at + length > len(row) or any(t.kind not in {"word", "lower"} for t in row[at : at + length]):
            continue
        last = row[at + length - 1]
        if last.dot and len(last.text) > _SHORTEST and last.text[:-1] not in cut_short():
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
    sentences end a name or forbid it. A word of those lists that is a surname as well belongs to a name only until
    it has a surname: `Gail Reeve` is a name, in `L Dunt Parish Clerk` the name is `L Dunt`.
    Letters after a name are not part of it here, `Jr.` and the like are.
    """
    last: int | None = None
    first = at
    count = 0
    words = 0
    while at < len(row) and count < _MOST_WORDS:
        token = row[at]
        if token.kind == "initials":
            if not _goes_on(row, at + 1):
                return at + 1 if titled and words == count and _trail(row, first, at) else last
        elif token.text in particles():
            following = row[at + 1] if at + 1 < len(row) else None
            if following is None or (following.kind not in {"word", "initials"} and following.text not in particles()):
                break
            at += 1
            continue
        elif token.kind == "nickname" and (at > first or titled):
            at += 1
            continue
        elif token.kind != "word":
            break
        elif words and is_suffix(token.text):
            return at + 1
        elif last is not None and _begins_another(row, at, words):
            break
        elif _short_capitals(token.text) and _goes_on(row, at + 1) and last is None:
            pass  # initials without full stops: PK Rafferan
        elif _fits(row, at, titled, words, count - words):
            last = at + 1
            words += 1
            if token.text.endswith("'s") and len(token.text) > 3:
                break
            if token.dot and not _abbreviated(token.text):
                break
        else:
            break
        at += 1
        count += 1
    return last


def _trail(row: Sequence[Token], first: int, at: int) -> bool:
    """Whether initials stand after a surname: `Councillor Harker J.R.`; `A` and `I` before a word begin a sentence.

    A surname is one word, with small words before it, or stands before a comma that was left out with the list's.
    """
    surname = row[first:at]
    small = all(t.text.casefold() in particles() for t in surname[:-1])
    if not surname or not (small or surname[1].start - surname[0].end > 1):
        return False
    following = row[at + 1] if at + 1 < len(row) else None
    opens = following is not None and following.kind in {"lower", "word", "number"} and row[at].text in {"A", "I"}
    return not opens and not row[at - 1].dot and not is_honour(row[at].text.replace(".", "").replace(" ", ""))


def is_suffix(text: str) -> bool:
    """Whether a word is part of the name before it: `Jr.`, `III`."""
    return text.rstrip(".") in word_set("suffixes", "text") or text in {"Sr.", "Sr"}


def _begins_another(row: Sequence[Token], at: int, words: int) -> bool:
    """Whether a title begins here that is no surname: `Ms E Corlett Mr D Crawford`, `R M St John Cllr`."""
    if row[at].text.rstrip(".:") not in _single_words():
        return False
    title = title_at(row, at)
    if title is None or (words == 1 and may_be_surname(row[at].text)):
        return False
    only_title = row[at].text.rstrip(".") in _never_names()
    return only_title or (title.last < len(row) and row[title.last].kind in {"word", "initials"})


@cache
def _never_names() -> frozenset[str]:
    """Titles that are nobody's surname."""
    civic = [t.text for t in entries("titles") if "civic" in t.classes and "plural" not in t.classes]
    short = {word for phrase in civic for word in phrase.split() if word.startswith(("C", "Ald"))}
    return frozenset(_forms([*of_class("titles", "plural", "no_surname"), *short]))


def _goes_on(row: Sequence[Token], at: int) -> bool:
    if at >= len(row):
        return False
    token = row[at]
    return (
        token.kind in {"initials", "nickname"}
        or token.text in particles()
        or (token.kind == "word" and bare(token.text) not in word_set("list_words", "never_first"))
    )


def _short_capitals(text: str) -> bool:
    return len(text.rstrip(".")) in {2, 3} and text.isupper() and not is_honour(text)


def _abbreviated(text: str) -> bool:
    """A given name cut short, as in `Geo. Hart`: the full stop ends no sentence."""
    return len(text) <= 4 and text.rstrip(".") in word_set("abbreviations", "given_name")


def _fits(row: Sequence[Token], at: int, titled: bool, words: int, initials: int) -> bool:
    """Whether a word may go on a name that has so many words and initials already."""
    word = row[at].text
    plain = bare(word)
    if len(plain) < 2 or "*" in word:
        return False
    if not is_no_name(word):
        return not (words and is_honour(word))
    if words:
        complete = (
            words > 1 or (initials and row[at - 1].kind != "initials") or (titled and _no_name_follows(row, at + 1))
        )
        return may_be_surname(word) and not complete  # `Karl B.` goes on, `L Dunt` is complete
    known = is_post(word) or is_field(word) or is_organisation(word)
    if not titled:
        following = row[at + 1] if at + 1 < len(row) else None
        named = following is not None and following.kind == "word" and following.text[0].isupper()
        return plain in word_set("given_names", "word") and named and not _no_name_follows(row, at + 1)
    return plain not in word_set("list_words", "never_first") and (
        (may_be_surname(word) and not (known and _no_name_follows(row, at + 1))) or not known
    )


def _no_name_follows(row: Sequence[Token], at: int) -> bool:
    """Whether the next word is one of posts and bodies: after `Mrs Dunt` in `Mrs Dunt Parish Clerk`."""
    return at < len(row) and row[at].kind == "word" and is_no_name(row[at].text)


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
