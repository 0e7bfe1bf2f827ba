"""The names of bodies in the cells of a heading: what is left when the frame around them is taken off."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ...lexicon.entries import of_class, word_set
from ...lexicon.months import month_beginnings, month_names
from ...parsed_minutes import BodyKind
from ..dates.written import dates, times
from ..names.bodies import body_kind
from ..page.view import trim
from ..page.vocabulary import UPPER, bare
from .heading import Cell
from .heading_words import before_frame, community, frame, nouns, tail

Words = Callable[[int, int], str]

Level = Literal["community", "organisation", "organ"]
"""A community or organisation is what a body belongs to; an organ is a body of one."""

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_SMALL = re.compile(r"(?:of|at|for|from|and|to)\s+(?:(?:the|a|an|our)\s+)?", re.IGNORECASE)
_ASIDE = re.compile(r"\s*['\"][^'\"\n]{1,25}['\"]\s+(?=of\b)", re.IGNORECASE)
_MEETING_OF = re.compile(r"\b(?:meeting|session|minutes)\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:.()]+")
_BRACKET = re.compile(rf"\s?\((?P<in>[{UPPER}][^()\d\n]{{2,40}})\)")
_OF = re.compile(r"\s+(?:of|for|on)\s+(?:the\s+)?", re.IGNORECASE)
_TOPIC = re.compile(
    r"(?:committee|commission|panel|group|forum|advisory council|task force|association|party)$", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"[;:]|(?<!\b[Ss]t)(?<!\bST)(?<!\bMt)(?<!\bMT)(?<!\bFt)(?<!\bFT)(?<!\bNo)(?<!\bNO)\.\s|,\s+[^A-Z&]"
)
"""Signs that no name has inside it: a full stop ends one, but for `St. Osyth`."""
_NAME_SIGN = re.compile(rf"[{UPPER}\d&(]")
_TAIL_SIGN = re.compile(r"\s*(?:[.,;:)\]|*-]|$)")
_STAMPS = frozenset({"draft", "unconfirmed", "unapproved"})
"""What is stamped on minutes and begins no name."""
_TOP_KINDS: frozenset[BodyKind] = frozenset({"council", "external_body"})
_BELONGS = re.compile(
    r"\b(?:an?\s+(?:\w+\s+){0,2}(?:committee|sub-?\s?committee|group|panel|party|board|body|forum)\s+(?:of|to)"
    r"|(?:reporting|accountable|advisory|advising)\s+to|established\s+by|appointed\s+by|committee\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)


@cache
def _number() -> re.Pattern[str]:
    """A date in digits before a name, or a number before one in capitals that is no day before a month."""
    day = r"(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d))[\s:–-]+(?=[A-Z])"
    return re.compile(rf"{day}|(?:[Nn]o\.?\s*)?\d+\s+(?=[{UPPER}]{{3}})(?!(?:{month_beginnings().upper()}))")


@dataclass(frozen=True)
class HeadingBody:
    """A body that a heading names.

    `short` is a name such as `the Council`, `met` says that the heading speaks of its meeting or minutes, `bare` that
    it fills its line alone, `named` that its last word is a body's, `outer` that another body belongs to it.
    """

    name: str
    start: int
    end: int
    level: Level
    short: bool
    met: bool
    bare: bool
    named: bool
    outer: bool
    line: int


def bodies_in(words: Words, text: str, cell: Cell) -> list[HeadingBody]:
    """The bodies that a cell names: the first, and what it belongs to.

    `text` is the running text on one line, and `words` gives what stands between two of its offsets as written.
    """
    begin, framed = _lead(text, cell.start, cell.end)
    found = _named(words, text, cell, begin, framed) or _unnamed(words, text, cell, begin, framed)
    return found + _belongs(words, text, cell, found[0].end if found else cell.start)


def _lead(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the name begins after the frame, and whether there is a frame."""
    at, framed, of = start, False, False
    while True:
        small, framing = _SMALL.match(text, at, end), frame().match(text, at, end)
        if framing and not (small and small.end() > framing.end()):
            framed, of, at = True, False, _skip(text, framing.end(), end)
        elif small and (framed or not of):
            of, at = True, small.end()
        elif found := (_ARTICLE.match(text, at, end) or _number().match(text, at, end) or _ASIDE.match(text, at, end)):
            at = found.end()
        else:
            break
    later = _met_later(text, at, end) if framed else None
    if later:
        return later, True
    first = _WORD.match(text, at, end)
    while (
        first
        and bare(first[0]) in word_set("heading_words", "never_first")
        and (framed or bare(first[0]) in _STAMPS or frame().search(text, first.end(), end))
    ):
        at = _skip(text, first.end(), end)
        first = _WORD.match(text, at, end)
    return at, framed


def _met_later(text: str, begin: int, end: int) -> int | None:
    """Where the name begins after `budget meeting of the`, where the frame first says which meeting it was."""
    for m in _MEETING_OF.finditer(text, begin, _first_tail(text, begin, end, framed=False)):
        if nouns().search(text, m.end(), end) and not nouns().search(text, begin, m.start()):
            return m.end()
    return None


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " ,:.*-–":
        at += 1
    return at


def _named(words: Words, text: str, cell: Cell, begin: int, met: bool) -> list[HeadingBody]:
    """The name that ends in a noun such as `Committee`, with what stands after the noun and still belongs to it."""
    end, first_council = begin, 0
    stop = _first_tail(text, begin, cell.end)
    for noun in nouns().finditer(text, begin, stop):
        if end > begin and "," in text[end : noun.start()] and is_weak(noun[0]):
            break  # `Finance Committee, Burgh Hall`: where it met
        if not _name_like(text[end : noun.start()], met and end == begin):
            break
        if not (met or text[noun.start()].isupper()):
            break
        if end > begin and _OF.match(text, end) and not _takes_of(text, begin, end):
            break
        if noun[0].casefold() == "council" or noun[0].casefold().endswith(" council"):
            first_council = first_council or noun.end()
        end = noun.end()
    if end == begin or dates(text, begin, end, 2000):
        return []
    noun_end = end
    end = _right(text, begin, end, cell.end)
    if not _ends_well(text, end, cell.end):
        return []
    split = _council_and_organ(text, begin, first_council, noun_end)
    places = [(split, end), (begin, first_council)] if split else [(begin, end)]
    if text[end : cell.end].strip() == ":" and not met:
        return []
    met = met or frame().match(text, _skip(text, end, cell.end), cell.end) is not None
    return [body_at(words, text, cell, place, met, True) for place in places]


def _first_tail(text: str, begin: int, end: int, framed: bool = True) -> int:
    """Where the frame after a name begins: `held`, `on Tuesday`, a date, `Meeting`; but not at `Ward 3 Panel`."""
    for word in _WORD.finditer(text, begin, end):
        at = word.start()
        reach = 20 if word[0][0].isdigit() else 40 if bare(word[0]) == "place" else 0
        numbered = nouns().search(text, word.end(), min(end, word.end() + reach)) if reach else None
        if tail().match(text, at, end) and not numbered:
            return at
        if framed and at > begin and frame().match(text, at, end):
            return at
    return end


def _name_like(text: str, met: bool) -> bool:
    """Whether everything in a stretch can be part of a name."""
    words = _WORD.findall(text)
    joining = word_set("bodies", "joining")
    if _NO_NAME.search(text) or any(w.rstrip(".") in word_set("bodies", "not_before") for w in words):
        return False
    if any(w.casefold() == "the" and i and words[i - 1].casefold() not in joining for i, w in enumerate(words)):
        return False
    return all(
        _NAME_SIGN.match(w.lstrip("'\"“‘")) or w.casefold() in joining or (met and i == 0) or w in {"-", "–", "+"}
        for i, w in enumerate(words)
    )


def _right(text: str, begin: int, end: int, limit: int) -> int:
    """Where a name ends whose noun ends at `end`: after a bracket, or after `of Appeals`."""
    of = _OF.match(text, end, limit)
    if (
        of
        and not tail().match(text, end + 1, limit)
        and (of[0].split()[0].casefold() == "of" or _TOPIC.search(text, begin, end))
    ):
        stop = end
        for word in _WORD.finditer(text, of.end(), limit):
            between = text[of.end() : word.start()]
            if (
                re.search(r"[,;:.()]", between)
                or tail().match(text, word.start(), limit)
                or frame().match(text, word.start(), limit)
            ):
                break
            plain = word[0].casefold()
            if plain in {"on", "in", "at", "to", "with"}:
                break
            if plain in word_set("bodies", "joining"):
                continue
            if not word[0][0].isupper():
                break
            stop = word.end()
        belongs = text[of.end() : stop]
        if stop > end and (
            _takes_of(text, begin, end) or (nouns().search(belongs) is None and not community().match(belongs))
        ):
            end = stop
    bracket = _BRACKET.match(text, end, limit)
    if bracket and bare(bracket["in"].split()[0]) not in word_set("heading_words", "no_bracket"):
        short = initials_of(text[begin:end]).endswith(bracket["in"].replace(".", ""))
        if not short and not dates(text, bracket.start(), bracket.end(), 2000):
            end = bracket.end()
    return end


def initials_of(name: str) -> str:
    """The first letters of the words of a name that have capitals."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _takes_of(text: str, begin: int, end: int) -> bool:
    """Whether `of` and what follows belongs to a name: `Governing Body of Ellerby School`, but not to a committee's."""
    return " ".join(text[begin:end].casefold().split()).endswith(tuple(of_class("bodies", "takes_of")))


def _ends_well(text: str, end: int, limit: int) -> bool:
    """Whether nothing but a frame, a sign or a bracket follows a name."""
    rest = text[end:limit].lstrip()
    at = limit - len(rest)
    return (
        not rest
        or _TAIL_SIGN.match(rest) is not None
        or rest[0] in "([@–'’"
        or tail().match(text, at, limit) is not None
        or _then_frame(text, at, limit)
        or bool(times(text, at, limit)[:1])
        or _OF.match(text, at - 1, limit) is not None
        or _BELONGS.match(text, at, limit) is not None
    )


def _then_frame(text: str, at: int, limit: int) -> bool:
    """Whether a frame follows, at once or after a word that says which meeting it was: `Budget Workshop`."""
    words = list(_WORD.finditer(text, at, min(limit, at + 60)))[:3]
    return any(frame().match(text, word.start(), limit) for word in words)


def _council_and_organ(text: str, begin: int, council: int, end: int) -> int | None:
    """Where the organ begins in `Saltby Town Council Planning Committee`, or none where the text names one body."""
    if not council or council == end or " ".join(text[begin:council].casefold().split()) in _short():
        return None
    rest = text[council:end].lstrip()
    before = text[begin:council].split()
    typed = len(before) > 2 and before[-2].casefold() in word_set("communities", "before_of")
    if (
        not typed
        or not rest[:1].isupper()
        or rest.split()[0].casefold() in {"tax", "and", "of", "for", "house", "housing"}
    ):
        return None
    return end - len(rest)


def _unnamed(words: Words, text: str, cell: Cell, begin: int, framed: bool) -> list[HeadingBody]:
    """A community (`CITY OF LARKIN FALLS`), or a name without a body's noun where the heading says that it met."""
    stop = _first_tail(text, begin, cell.end)
    comma = text.find(",", begin, stop)
    end = _without_signs(text, begin, comma if comma >= 0 else stop)
    name = text[begin:end]
    if len(name) < 3 or not _name_like(name, False) or not _can_be_name(name):
        return []
    follows = frame().match(text, stop, cell.end) is not None
    if community().match(name):
        return [body_at(words, text, cell, (begin, end), framed or follows, True)]
    if (framed or follows) and not dates(name, 0, len(name), 2000) and not frame().fullmatch(name):
        return [body_at(words, text, cell, (begin, end), True, False)]
    return []


def whole_name(words: Words, text: str, cell: Cell) -> HeadingBody | None:
    """All that stands between the frames of a cell, whatever its words, where it may be a name."""
    begin, framed = _lead(text, cell.start, cell.end)
    stop = _first_tail(text, begin, cell.end)
    end = _without_signs(text, begin, stop)
    name = text[begin:end]
    if not _can_be_name(name) or dates(name, 0, len(name), 2000) or frame().match(name):
        return None
    follows = frame().match(text, stop, cell.end) is not None
    named = any(noun.end() == end for noun in nouns().finditer(text, begin, end))
    return body_at(words, text, cell, (begin, end), framed or follows, named)


def _without_signs(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1] in " ,:;.*-–(":
        end -= 1
    return end


def _can_be_name(name: str) -> bool:
    """Whether a stretch is short enough, begins with a capital and holds more than small words."""
    joining = word_set("bodies", "joining")
    return name[:1].isupper() and len(name) <= 80 and any(w.casefold() not in joining for w in _WORD.findall(name))


def _belongs(words: Words, text: str, cell: Cell, at: int) -> list[HeadingBody]:
    """What the heading says that the body belongs to: `a sub-committee of the Highways Committee`."""
    m = _BELONGS.search(text, at, cell.end)
    of = _OF.match(text, at, cell.end)
    start = m.end() if m else of.end() if of else None
    if start is None:
        return []
    inner = Cell(start, cell.end, False, cell.line)
    found = _named(words, text, inner, start, False) or _unnamed(words, text, inner, start, False)
    return [replace(body, outer=True) for body in found[:1]]


@cache
def _short() -> frozenset[str]:
    plain = {*of_class("heading_words", "short"), *of_class("bodies", "generic")}
    return frozenset({*plain, *(f"full {p}" for p in plain)})


def body_at(words: Words, text: str, cell: Cell, place: tuple[int, int], met: bool, named: bool) -> HeadingBody:
    """The body whose name stands at `place` in a cell."""
    start, end = trim(text, *place)
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    first = _WORD.match(text, start, end)
    rest = " ".join(text[first.end() : end].casefold().split()) if first else ""
    if first and rest in _short() and _says_when(first[0], rest):
        start = _skip(text, first.end(), end)
    name = words(start, end)
    around = text[cell.start : start] + text[end : cell.end]
    alone = not re.sub(r"(?i)^the\s+", "", around).strip(" .,:*-–")
    return HeadingBody(
        name=name,
        start=start,
        end=end,
        level=_level(name),
        short=" ".join(name.casefold().split()) in _short(),
        met=met,
        bare=cell.whole and alone,
        named=named,
        outer=False,
        line=cell.line,
    )


def _says_when(word: str, rest: str) -> bool:
    """Whether a word before a short name says which meeting it was: `last Council`, `November Parish Council`."""
    plain = bare(word)
    return plain in word_set("heading_words", "never_first") or (
        plain.capitalize() in month_names() or (" " in rest and plain in before_frame())
    )


def _level(name: str) -> Level:
    kind = body_kind(name)
    if kind in _TOP_KINDS:
        return "organisation"
    if kind == "other" and community().match(name):
        return "community"
    return "organ"


def is_weak(name: str) -> bool:
    """Whether the last word of a name is, more often, that of a place or a service."""
    return bare(name.rsplit(maxsplit=1)[-1]) in word_set("heading_words", "weak")
