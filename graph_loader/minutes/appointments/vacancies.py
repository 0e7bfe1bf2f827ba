"""Seats that nobody holds, told in a sentence: `one vacancy on the Board`, `the place was vacant`, a name awaited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..dates.number_words import few_pattern
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import phrase_pattern
from .complements import complement
from .placing import Place, Placing, is_place
from .sentences import is_hedged, is_past


@cache
def _number() -> str:
    return rf"(?:{few_pattern()}|a|an|the|another)"


@cache
def _vacancy_pattern() -> re.Pattern[str]:
    return rule(
        rf"\b(?:{_number()} )?(?:further |casual |remaining |current |existing )?vacanc(?:y|ies)"
        r"(?: (?:which |that )?(?:still |now |currently )?(?:exists?|existed|remain(?:s|ed|ing)?|had arisen|has arisen"
        r"|had occurred|is|was|are|were))?(?= (?:on|for|in|of|as) )"
    )


_VACANT = rule(
    r"\b(?:the |a |an |one |its |that |this )?(?:place|seat|position|post|office|role|vice-?chair|chair)"
    r"(?P<of>(?: (?:of|on|for|as) [^.;,\n]{3,70}?)?) (?:(?:was|is|be|remain(?:s|ed)?|had been|has been|left|now|still"
    r"|currently|therefore|being|would|will) ){1,4}(?:vacant|unfilled)\b"
)
_AWAITED = rule(
    r"\bnominations? (?:of|from|by) (?:the )?(?:<B:sender>|(?P<who>[A-Z][\w' -]{3,60}?)) (?:(?:was|were|is|are"
    r"|still) ){1,3}"
    r"(?:awaited|outstanding|to be (?:received|confirmed))"
)
_ADVERTISED = re.compile(
    r"\b(?:the|this|that|a|casual|resulting)\s+vacanc(?:y|ies)\b|\bvacanc(?:y|ies)\b[^.\n]{0,40}\b(?:advertis|fill|notice)"
    r"|\badvertis\w*\b[^.\n]{0,40}\bvacanc",
    re.IGNORECASE,
)
_FILLED = re.compile(
    r"\b(?:filled\s+by\s+the\s+appointment|had\s+been\s+filled|was\s+filled|no\s+(?:further\s+)?vacanc|fill\s+(?:the|a)\s+"
    r"(?:casual\s+)?vacancy\s+on)\b",
    re.IGNORECASE,
)
_FILLING = re.compile(r"\bfill(?:ed|ing|s)?\s+$", re.IGNORECASE)
_FOR_SEAT = rule(r" for (?:an? |the )?(?P<role>[^.;,:\n\ue000-\ue009]{3,40}?)(?= on )")
_OF_VACANCIES = ("vacan", "unfilled")
_OF_NOMINATIONS = ("awaited", "outstanding")
_NEARBY = 600
"""Signs after a resignation in which `the vacancy` is that of the place given up."""


def read_vacancies(reading: Reading, own: str | None, left: Iterable[Placing]) -> Iterator[Placing]:
    """Every seat of which a sentence says that it is vacant; `left` are the places that were given up."""
    yield from _named(reading, own)
    yield from _vacant(reading, own, list(left))
    yield from _awaited(reading)
    yield from _of_the_leaver(reading, list(left))


def _vacancy(
    reading: Reading, start: int, end: int, place: Place | None, role: str, represents: str | None = None
) -> Placing:
    low, high = reading.sentence(start, end)
    return Placing(low, high, "appointment.vacancy", "vacancy", "noted", place=place, role=role, represents=represents)


def _is_job(words: str) -> bool:
    return phrase_pattern("offices", "job").search(words) is not None


def _named(reading: Reading, own: str | None) -> Iterator[Placing]:
    """`There were two vacancies on the Board`, `a vacancy for a Parent Governor`."""
    for m in reading.near(_OF_VACANCIES, _vacancy_pattern()):
        low, high = reading.sentence(m.start(), m.end())
        if (
            is_past(reading, low, m.start())
            or is_hedged(reading, low, m.start())
            or _FILLED.search(reading.flow, low, high)
            or _FILLING.search(reading.flow[max(low, m.start() - 20) : m.start()])
            or _is_job(reading.flow[m.end() : high][:40])
        ):
            continue
        seat = _FOR_SEAT.match(reading.tagged.text, m.end(), high)
        role = reading.words(*seat.span("role")) if seat and is_place(seat["role"]) else None
        said = complement(reading, own, seat.end() if seat and role else m.end(), high)
        if not said.states_place and role is None:
            continue
        for place in said.places or (None,):
            yield _vacancy(reading, m.start(), m.end(), place, role or said.role or "member")


def _vacant(reading: Reading, own: str | None, left: list[Placing]) -> Iterator[Placing]:
    """`the place was vacant`, `the office of Vice-Chairman remained vacant`."""
    for m in reading.near(_OF_VACANCIES, _VACANT):
        words = reading.words(*m.span("of")) if m["of"] else ""
        if _is_job(words) or _is_job(m[0][:30]):
            continue
        low, _high = reading.sentence(m.start(), m.end())
        if is_past(reading, low, m.start()):
            continue
        said = complement(reading, own, m.start("of"), m.end("of")) if m["of"] else None
        if said is not None and not said.states_place:
            continue
        before = [p for p in left if low - _NEARBY < p.start < low + 1]
        if said is None:
            if not before:
                continue
            yield _vacancy(reading, m.start(), m.end(), before[-1].place, before[-1].role or "member")
            continue
        for place in said.places or (None,):
            yield _vacancy(reading, m.start(), m.end(), place, said.role or "member")


def _awaited(reading: Reading) -> Iterator[Placing]:
    """`The nomination of the Schools Network was still awaited`."""
    for m in reading.near(_OF_NOMINATIONS, _AWAITED):
        sender = reading.tagged.one(m, "sender")
        words = sender.text if sender else reading.words(*m.span("who"))
        yield _vacancy(reading, m.start(), m.end(), None, "member", words)


def _of_the_leaver(reading: Reading, left: list[Placing]) -> Iterator[Placing]:
    """`A wished to resign. The vacancy would be advertised`: the vacancy of the place given up."""
    for placing in left:
        item = reading.outline.item_at(placing.start)
        end = min(item.end if item else reading.last, placing.end + _NEARBY)
        m = _ADVERTISED.search(reading.flow, placing.start, end)
        if m and not _FILLED.search(reading.flow, *reading.sentence(m.start(), m.end())):
            yield _vacancy(reading, m.start(), m.end(), placing.place, placing.role or "member")
