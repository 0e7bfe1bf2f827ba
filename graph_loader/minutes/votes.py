"""Votes by named people: roll calls, recorded votes in lists and tables, and votes told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..folding import fold
from ..parsed_minutes import Vote, VoteCast
from .motions import Proposal
from .people import read_people
from .reading import Reading
from .roster import known
from .tagging import Mention, rule

_SIDES: tuple[VoteCast, ...] = ("for", "against", "abstain")
_FOR = (
    r"(?:ayes?|yeas?|yes|for|in favou?r|votes? for|voting for|voting in favou?r|voted for|voted in favou?r"
    r"|for the (?:motion|amendment|proposal)|those (?:voting )?(?:in favou?r|for))"
)
_AGAINST = (
    r"(?:noes|nays?|no|against|opposed|votes? against|voting against|voted against"
    r"|against the (?:motion|amendment|proposal)|voting in opposition|those (?:voting )?against|contrary)"
)
_ABSTAIN = r"(?:abstain(?:ed|ing|s)?|abstentions?|abstaining|not voting|present not voting|voting abstain)"
_LABEL = re.compile(
    rf"(?:(?<=\n)|(?<=^)|(?<=[.;:|)])|(?<=\s\s))[ \t|*]*(?:there voted\s+|votes?\s+|members\s+(?:voting\s+)?"
    rf"|councillors\s+(?:voting\s+)?)?(?:(?P<for>{_FOR})|(?P<against>{_AGAINST})|(?P<abstain>{_ABSTAIN}))"
    rf"\s{{0,3}}(?:\(\s*(?P<n>\d{{1,3}})\s*\))?\s{{0,3}}(?:[:|–]|-(?=\s))-?[ \t]*(?P<list>[^\n]*)",
    re.IGNORECASE,
)
_TOLD = rule(
    r"<PP:who>,? (?:(?:then|all|both|each) )?(?:(?:voted|voting) "
    r"(?:(?P<for>in favou?r|for|\"?yes\"?|\"?aye\"?)|(?P<against>against|\"?no\"?|\"?nay\"?|in opposition))"
    r"|(?P<abstain>abstain(?:ed|ing|s)?(?! from (?:discussion|the discussion)))"
    r"|(?P<dissent>dissent(?:ed|ing)?|opposed|opposing))\b"
)
_WILL_ABSTAIN = re.compile(
    r"\b(?P<they>they|both|all (?:three|four|five))\s+(?:all\s+)?(?:agreed\s+to\s+|would\s+|had\s+)?abstain(?:ed)?\b"
    r"(?:\s+from\s+(?:the\s+)?vot\w+)?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[(\[]?\s*(\d{1,3})\s*[)\]]?\s*\.?\s*$|\|\s*(\d{1,3})\s*\|?\s*$")
_VOTING = re.compile(
    r"\b(?:vot\w+|ayes?|noes|carried|motion|amendment|roll call|division|abstain\w*|lost|against)\b", re.IGNORECASE
)
_NUMBER_ONLY = re.compile(r"\s*(?:\d{1,3}|none|nil|0|unanimous\w*|all(?: members)?)\b", re.IGNORECASE)

_ORIGINAL = re.compile(
    r"\b(?:original|main|substantive)\s+(?:motion|proposition|proposal|recommendation)\b", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"\b(?:substitute|amend(?:ed|ing|ment)|counter)\b", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-Z][a-z]+\s+[a-z])")


@dataclass(frozen=True)
class _Cast:
    person: str
    side: VoteCast
    start: int
    end: int
    rule: str


def read_votes(reading: Reading, proposals: list[Proposal]) -> list[Vote]:
    """All votes by named people, each with the index of the motion that it was cast on."""
    casts = sorted([*_listed(reading), *_told(reading), *_they(reading)], key=lambda c: c.start)
    votes: list[Vote] = []
    seen: set[tuple[int | None, str, str]] = set()
    for cast in casts:
        motion = _motion(reading, proposals, cast)
        key = motion, fold(known(cast.person).plain), cast.side
        if key in seen:
            continue
        seen.add(key)
        votes.append(
            Vote(motion=motion, person=cast.person, vote=cast.side, span=reading.span(cast.start, cast.end, cast.rule))
        )
    return votes


def _motion(reading: Reading, proposals: list[Proposal], cast: _Cast) -> int | None:
    """The motion that a vote was cast on.

    The last before it; the first after an announcement; the original one where the words between say so.
    """
    before = [i for i, p in enumerate(proposals) if p.start <= cast.start]
    if cast.rule == "vote.announced":
        following = [
            i for i, p in enumerate(proposals) if p.start > cast.start and _same_item(reading, p.start, cast.start)
        ]
        return following[0] if following else None
    if not before:
        return None
    last = before[-1]
    if _ORIGINAL.search(reading.flow, proposals[last].end, cast.start):
        originals = [
            i
            for i in before
            if not _SUBSTITUTE.search(reading.flow, *reading.sentence(proposals[i].start, proposals[i].end))
        ]
        return originals[-1] if originals else last
    return last


def _same_item(reading: Reading, one: int, other: int) -> bool:
    return reading.outline.item_at(one) == reading.outline.item_at(other)


def _listed(reading: Reading) -> Iterator[_Cast]:
    flow = reading.flow
    for m in _LABEL.finditer(flow, reading.start, reading.last):
        side = next(s for s in _SIDES if m[s])
        start, end = m.start("list"), m.end("list")
        nearby = _LABEL.search(flow, start, end)
        end = nearby.start() if nearby and nearby.start() > start else end
        if _NUMBER_ONLY.match(flow, start, end) or not flow[start:end].strip():
            continue
        if not _voting_context(reading, m.start()):
            continue
        stop = _NEXT_SENTENCE.search(flow, start, end)
        counted = _COUNT.search(flow[start:end])
        people = read_people(reading.view, flow, start, stop.start() if stop else end).people
        stated = int(next(g for g in counted.groups() if g)) if counted else int(m["n"]) if m["n"] else None
        if people and stated is not None and stated != len(people):
            reading.warn("tally", f"the list has {len(people)} names and says {stated}", m.start(), end, "vote.list")
        for person in people:
            yield _Cast(person.person, side, person.start, person.end, "vote.list")


def _voting_context(reading: Reading, at: int) -> bool:
    """Whether votes are spoken of near an offset: a label such as `For:` alone may head anything."""
    return _VOTING.search(reading.flow[max(reading.start, at - 500) : at + 300]) is not None


def _told(reading: Reading) -> Iterator[_Cast]:
    for m in reading.finditer(_TOLD):
        side: VoteCast = "for" if m["for"] else "abstain" if m["abstain"] else "against"
        for who in reading.tagged.people(m, "who"):
            if who.kind != "office":
                yield _Cast(who.text, side, who.start, m.end(), "vote.sentence")


def _they(reading: Reading) -> Iterator[_Cast]:
    """`They agreed to abstain from voting`: those who declared an interest in the sentences before."""
    for m in _WILL_ABSTAIN.finditer(reading.flow, reading.start, reading.last):
        low, _ = reading.paragraph(m.start())
        low = max(low, m.start() - 400)
        if not re.search(r"\bdeclared\b|\binterest\b", reading.flow[low : m.start()]):
            continue
        people: dict[str, Mention] = {}
        item = reading.outline.item_at(m.start())
        for p in reading.tagged.within(low, m.start(), "person", "weak"):
            if item is None or p.start >= item.begin:
                people.setdefault(fold(p.text), p)
        for p in people.values():
            yield _Cast(p.text, "abstain", m.start(), m.end(), "vote.announced")
