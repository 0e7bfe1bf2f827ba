"""Votes by named people: roll calls, recorded votes in lists and tables, and votes told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..folding import fold
from ..parsed_minutes import Motion, Outcome, Tally, Vote, VoteCast
from .motions import Proposal
from .reading import Reading
from .roster import known
from .tagging import Mention, rule
from .vote_lists import listed_votes
from .vote_rows import roll_calls, table_votes, vote_tables
from .vote_words import SIDES, Cast, Stated

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
_ORIGINAL = re.compile(
    r"\b(?:original|main|substantive)\s+(?:motion|proposition|proposal|recommendation)\b", re.IGNORECASE
)
_DECIDED = re.compile(r"\b(?:carried|lost|passed|failed|defeated|motion|amendment)\b", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\b(?:substitute|amend(?:ed|ing|ment)|counter)\b", re.IGNORECASE)
_STATED = re.compile(r"(?:\s+(?:the|this)\s+\w+)?\s*[(\[](?P<n>\d{1,3})[)\]]", re.IGNORECASE)
_FAR = 700
"""Signs between two lists of one side that are of two votes."""


@dataclass(frozen=True)
class Ballots:
    """The votes by name, and the numbers that the minutes give for the sides of a motion beside the names."""

    votes: tuple[Vote, ...]
    stated: dict[int, dict[VoteCast, int]]


def read_votes(reading: Reading, proposals: list[Proposal]) -> Ballots:
    """All votes by named people, each with the index of the motion that it was cast on."""
    found = vote_tables(reading)
    in_lists = [*listed_votes(reading, found), *roll_calls(reading), *table_votes(reading, found)]
    lists = [*in_lists, *_told(reading), *_they(reading)]
    casts = sorted((c for c in lists if isinstance(c, Cast)), key=lambda c: c.start)
    votes: list[Vote] = []
    seen: dict[tuple[int | None, str, bool | None, str], Cast] = {}
    for cast in casts:
        motion = _motion(reading, proposals, cast.start, cast.rule)
        name = known(cast.person)
        key = motion, fold(name.plain), name.man, cast.side
        before = seen.get(key)
        seen[key] = cast
        if before and (cast.start < before.end or cast.rule not in _BY_LIST or _one_ballot(reading, before, cast)):
            continue
        votes.append(
            Vote(motion=motion, person=cast.person, vote=cast.side, span=reading.span(cast.start, cast.end, cast.rule))
        )
    stated: dict[int, dict[VoteCast, int]] = {}
    for count in sorted((c for c in lists if isinstance(c, Stated)), key=lambda c: c.at):
        on = _motion(reading, proposals, count.at, "vote.list")
        if on is not None:
            stated.setdefault(on, {}).setdefault(count.side, count.number)
    return Ballots(tuple(votes), stated)


_BY_LIST = frozenset({"vote.list", "vote.roll_call", "vote.table"})


def _one_ballot(reading: Reading, one: Cast, other: Cast) -> bool:
    """Whether two lists stand so near that they tell of one vote twice: nothing was carried or lost between them."""
    between = reading.flow[one.end : other.start]
    return len(between) < _FAR and _DECIDED.search(between) is None


def counted(motions: list[Motion], ballots: Ballots) -> list[Motion]:
    """The motions with the numbers beside the lists of names, and with the outcome that votes alone tell."""
    return [_counted(motion, i, ballots) for i, motion in enumerate(motions)]


def _counted(motion: Motion, index: int, ballots: Ballots) -> Motion:
    stated = ballots.stated.get(index, {})
    values = {side: getattr(motion.tally, "for_" if side == "for" else side) for side in SIDES}
    values = {side: stated.get(side) if value is None else value for side, value in values.items()}
    outcome = motion.outcome
    if outcome is None:
        named = {side: sum(v.motion == index and v.vote == side for v in ballots.votes) for side in SIDES}
        outcome = _told_by(values["for"], values["against"]) or _told_by(named["for"], named["against"])
    tally = Tally(for_=values["for"], against=values["against"], abstain=values["abstain"])
    return motion.model_copy(update={"tally": tally, "outcome": outcome})


def _told_by(in_favour: int | None, against: int | None) -> Outcome | None:
    """What a count says by itself; nothing where it is even, for a casting vote decides then."""
    if in_favour is None or in_favour == (against or 0):
        return None
    return "agreed" if in_favour > (against or 0) else "lost"


def _motion(reading: Reading, proposals: list[Proposal], at: int, name: str) -> int | None:
    """The motion that a vote at a place was cast on, by the rule that found the vote.

    The last before it; the first after an announcement; the original one where the words between say so.
    """
    before = [i for i, p in enumerate(proposals) if p.start <= at]
    if name == "vote.announced":
        following = [i for i, p in enumerate(proposals) if p.start > at and _same_item(reading, p.start, at)]
        return following[0] if following else None
    if not before:
        return None
    last = before[-1]
    if _ORIGINAL.search(reading.flow, proposals[last].end, at):
        originals = [
            i
            for i in before
            if not _SUBSTITUTE.search(reading.flow, *reading.sentence(proposals[i].start, proposals[i].end))
        ]
        return originals[-1] if originals else last
    return last


def _same_item(reading: Reading, one: int, other: int) -> bool:
    return reading.outline.item_at(one) == reading.outline.item_at(other)


def _told(reading: Reading) -> Iterator[Cast | Stated]:
    for m in reading.finditer(_TOLD):
        side: VoteCast = "for" if m["for"] else "abstain" if m["abstain"] else "against"
        if number := _STATED.match(reading.flow, m.end()):
            yield Stated(side, int(number["n"]), m.start())
        for who in reading.tagged.people(m, "who"):
            if who.kind != "office":
                yield Cast(who.text, side, who.start, m.end(), "vote.sentence")


def _they(reading: Reading) -> Iterator[Cast]:
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
            yield Cast(p.text, "abstain", m.start(), m.end(), "vote.announced")
