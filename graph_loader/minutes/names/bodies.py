"""The names of bodies in running text, and what kind of body a name is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import get_args

from ...lexicon.entries import entries, of_class, word_set
from ...lexicon.months import month_names
from ...parsed_minutes import BodyKind, OrganisationKind
from ..page.vocabulary import UPPER, any_of, bare, is_common

KINDS = (
    *("sub_committee", "political_group", "working_group", "committee", "panel", "board", "council", "external_body"),
    *("working_group_plain", "other"),
)
"""The classes of last words of a body's name, in the order in which they are looked for; the first that fits counts."""
_LEFT = 170
"""Signs to the left of the last word of a body's name in which its first word is looked for."""
_WORD = re.compile(r"[\w&][\w'’./&-]*")
_SPLIT = re.compile(r"[.;:!?\n\t(|]|\s[-–—]\s|,(?!\s+[A-Z])|(?<![\x1f ])[ ]{4,}")
_LISTED = re.compile(r"\b(?:and|AND)\b|&")
"""What comes before the last of several words in one name: `Health, Housing and Social Care Committee`."""


@cache
def _beginnings() -> tuple[tuple[str, BodyKind], ...]:
    return tuple((e.text, _kind(e.value)) for e in entries("bodies") if "beginning" in e.classes)


@cache
def _endings() -> tuple[tuple[str, BodyKind], ...]:
    return tuple((end, _kind(kind)) for kind in KINDS for end in of_class("bodies", kind))


def _kind(name: str | None) -> BodyKind:
    kinds: tuple[BodyKind, ...] = get_args(BodyKind)
    return next((kind for kind in kinds if kind == name), "working_group")


@lru_cache(maxsize=20_000)
def body_kind(name: str) -> BodyKind:
    """The kind of body that a name's own words give; `other` where they give none."""
    plain = " ".join(re.sub(r"[^\w&\s-]", "", name.casefold()).split())
    if any(end in plain for end, kind in _endings() if kind == "sub_committee"):
        return "sub_committee"
    for beginning, kind in _beginnings():
        if plain.startswith((beginning, f"the {beginning}")):
            return kind
    for end, kind in _endings():
        if plain == end or plain.endswith(f" {end}"):
            return kind
    return "other"


def organisation_kind(text: str) -> OrganisationKind | None:
    """What the organisation beside a name is, or none where its words do not say."""
    plain = " ".join(text.casefold().split()).strip(" .")
    parties = word_set("bodies", "parties")
    if plain in parties or plain.removesuffix(" group").removesuffix(" party") in parties:
        return "party"
    if plain.endswith((" ward", " division", " electoral division")):
        return "ward"
    last = bare(plain.split()[-1]) if plain else ""
    if last in word_set("bodies", "service_ends"):
        return "service"
    if last in word_set("bodies", "employer_ends"):
        return "employer"
    if body_kind(text) != "other":
        return "body"
    return None


@cache
def _heads() -> re.Pattern[str]:
    heads = list(of_class("bodies", "heads"))
    room = r"(?!\s+(?i:rooms?|chambers?|suite|offices?|building)\b)"
    return re.compile(
        rf"(?<![\w-])(?:{any_of([*heads, *(h.upper() for h in heads)])})(?![\w-]){room}"
        rf"(?=(?P<of>\s+(?i:of|for|on)\s+(?i:the\s+)?[{UPPER}][\w'-]*(?:[\s-]+[{UPPER}][\w'-]*){{0,3}})?)"
    )


_OF = re.compile(r"\s+(?:of|for|on)\s", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-](?:19|20)?\d\d)?")


def body_mentions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names of bodies stand between two offsets, longest forms, in order and without overlap."""
    done = start
    for m in _heads().finditer(text, start, end):
        stop = m.end()
        of = _OF.match(text, m.end(), m.end("of")) if m["of"] else None
        takes_of = of is not None and " ".join(m[0].casefold().split()).startswith(
            tuple(of_class("bodies", "takes_of"))
        )
        if of:
            stop = _right(text, of.end(), m.end("of")) if takes_of else of.start()
            takes_of = stop > of.end()
            stop = stop if takes_of else of.start()
        begin = _begin(text, max(done, start), m.start())
        if begin is None and not takes_of:
            continue
        first = begin if begin is not None else m.start()
        if not takes_of and _only_says_which(text[first : m.start()]):
            continue
        if " ".join(text[first:stop].casefold().split()) in word_set("bodies", "generic"):
            continue
        if first >= done:
            yield first, stop
            done = stop


def _only_says_which(before: str) -> bool:
    """Whether what stands before the last word of a name only says which meeting: `Regular Board Meeting`."""
    words = [bare(word) for word in before.split()]
    return bool(words) and all(word in word_set("heading_words", "never_first") for word in words)


def _right(text: str, start: int, end: int) -> int:
    """Where the place ends after `Municipal District of`: before words that no place has."""
    stop = start
    for m in _WORD.finditer(text, start, end):
        plain = bare(m[0])
        if plain in word_set("bodies", "no_place") or (is_common(m[0]) and plain not in word_set("bodies", "compass")):
            break
        stop = m.end()
    return stop


def _begin(text: str, lowest: int, head: int) -> int | None:
    """Where the name begins whose last word stands at `head`, or none where nothing belongs to it."""
    low = max(lowest, head - _LEFT)
    window = text[low:head]
    cut = max((m.end() for m in _SPLIT.finditer(window)), default=0)
    comma = window.rfind(",", cut)
    if comma >= 0 and not _LISTED.search(window, comma):
        cut = comma + 1  # what stands before is somebody's post, or another body
    words = list(_WORD.finditer(window, cut))
    not_a_name = word_set("bodies", "not_a_name")
    begin: int | None = None
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0]
        plain = bare(word)
        if (
            word.isupper()
            and plain in word_set("bodies", "joining")
            and begin is not None
            and i
            and words[i - 1][0].isupper()
        ):
            continue  # in a line of capitals
        if word[0].isupper() or word[0].isdigit():
            if _begins_nothing(word) or (plain in not_a_name and not _inside(words, i)) or _acts_on(words, i):
                break
            begin = low + words[i].start()
        elif (
            plain in word_set("bodies", "joining")
            and begin is not None
            and i > 0
            and words[i - 1][0][0].isupper()
            and bare(words[i - 1][0]) not in not_a_name
        ):
            continue
        else:
            break
    return begin


def _acts_on(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word says what is done with the body whose name follows a small word: `Approval of the Quay Trust`.

    Titles of items are written with capital letters throughout: `Dissolving the Quay Trust`, `Grant to the Quay Trust`.
    """
    following = [bare(m[0]) for m in words[at + 1 : at + 3]]
    plain = bare(words[at][0])
    if following[:1] == ["the"]:
        return plain.endswith("ing")
    return following == ["to", "the"] or (following[:1] in (["of"], ["to"]) and plain in word_set("bodies", "acted_on"))


def _inside(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word that begins no name stands inside one: `Fellshire and Marlshire Joint Committee`."""
    if at == 0 or bare(words[at][0]) not in word_set("bodies", "inside_a_name"):
        return False
    before = words[at - 1][0]
    return before[0].isupper() and bare(before) not in word_set("bodies", "not_a_name") and not _begins_nothing(before)


def _begins_nothing(word: str) -> bool:
    """Whether a word with a capital letter is no first word of a body's name: a person's title, a month, a year."""
    return (
        word.rstrip(".") in word_set("bodies", "not_before") | word_set("titles", "no_surname")
        or (word.capitalize() in month_names() and word.casefold() != "may")
        or word.casefold() in word_set("bodies", "seasons")
        or _YEAR.fullmatch(word) is not None
    )
