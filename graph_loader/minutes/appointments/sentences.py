"""What the words around a verb of appointing say: whether anything is decided, by whom, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...lexicon.entries import word_set
from ...parsed_minutes import Outcome
from ..motions.outcomes import outcome_of, voted_down
from ..page.reading import Reading
from ..page.vocabulary import any_of

_PROPOSING = re.compile(r"\b(?:propos|mov(?:ed|es|ing)\b|nominat|recommend|suggest)", re.IGNORECASE)
_DECIDING = re.compile(r"\b(?:resolved|agreed|decided|noted|voted|carried|approved|confirmed)\b", re.IGNORECASE)
_PLACE_VERBS = re.compile(
    r"\b(?:re-?)?(?:appointed|elected|nominated|co-?opted|confirmed|received|selected|accepted the|agreed to"
    r"|approved as"
    r"|notes? of)\b",
    re.IGNORECASE,
)
"""Verbs of the appointment itself, which say nothing of its outcome."""
_ABOUT_PLACES = re.compile(
    r"appoint|represent|membership|outside bod|external bod|committee|working (?:group|part)|steering group|nomination"
    r"|co-?opt|elect|resign|vacanc|new member|office[- ]bearer|officers|change",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"represent|outside|joint bod|delegate|nominations? to|(?<!internal and )external", re.IGNORECASE)
_REPORT = re.compile(r"\breports? (?:from|of|by)\b|\breport(?:s|ing)? back\b|\bfeedback\b|\bupdates?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Decided:
    """The motions of the meeting, from where to where each goes, and what became of it."""

    motions: tuple[tuple[int, int, int, Outcome | None, bool], ...]

    def on(self, low: int, high: int) -> Outcome | None:
        """What became of the motion that a sentence states or belongs to; none where there is no motion."""
        found: Outcome | None = None
        for start, end, limit, outcome, seconded in self.motions:
            if low <= start < high or start <= low < min(limit, end + 400):
                found = outcome if outcome and outcome != "noted" else "agreed" if seconded else "proposed"
        return found


@cache
def _words(kind: str) -> re.Pattern[str]:
    flags = 0 if kind == "hedges" else re.IGNORECASE  # "may" is a hedge, and May is a month
    return re.compile(rf"(?<![\w-])(?:{any_of(word_set('appointments', kind))})", flags)


def is_hedged(reading: Reading, low: int, start: int) -> bool:
    """Whether a sentence, in its words before an offset, decides nothing: interest, a wish, a rule, a condition."""
    clause = _clause(reading, low, start)
    return _words("hedges").search(clause) is not None or _words("requests").search(clause) is not None


def is_past(reading: Reading, low: int, start: int) -> bool:
    """Whether a sentence, in its words before an offset, tells of former times, or praises or thanks somebody."""
    return _words("past").search(_clause(reading, low, start)) is not None


def is_news(reading: Reading, low: int, start: int) -> bool:
    """Whether a meeting hears in a sentence of what happened elsewhere, or the item is about places on bodies."""
    if _words("reported").search(reading.flow, low, start):
        return True
    return in_item_about_places(reading, start)


def _clause(reading: Reading, low: int, start: int) -> str:
    """The words of a sentence before an offset, from the last semicolon on."""
    return reading.flow[max(low, start - 140, reading.flow.rfind(";", low, start) + 1) : start]


def in_item_about_places(reading: Reading, at: int) -> bool:
    """Whether an offset stands in an item about appointments, representatives or membership."""
    item = reading.outline.item_at(at)
    return item is not None and _ABOUT_PLACES.search(item.title) is not None and not _REPORT.search(item.title)


def is_outside(reading: Reading, at: int) -> bool:
    """Whether an offset stands in an item about representatives on other bodies."""
    item = reading.outline.item_at(at)
    return item is not None and _OUTSIDE.search(item.title) is not None


def outcome_in(
    reading: Reading, low: int, high: int, decided: Decided, fact: bool = False
) -> tuple[Outcome, tuple[int, int] | None]:
    """The outcome of what a sentence says, in the document's own words, and the words before a list that give it.

    Of the sentence itself, of the motion that it states, of the words before a list, of what follows it. What is
    told as a `fact` (`A was elected`) has not the outcome of a motion.
    """
    sentence = reading.flow[low:high]
    lead = lead_in(reading, low)
    proposing = _PROPOSING.search(sentence)
    moved = None if fact else decided.on(low, high)
    if moved in {"lost", "deferred"} or (moved and proposing):
        return moved, lead
    after = _after(reading, high)
    if proposing and (voted_down(after[:200]) or outcome_of(after[:60]) == "lost"):
        return "lost", lead
    own = outcome_of(_PLACE_VERBS.sub(" ", sentence))
    if fact and own in {"lost", "deferred", None}:
        own = "agreed"
    if own and (own in {"agreed", "noted"} or not _DECIDING.search(sentence)):
        return own, lead
    if moved:
        return moved, lead
    if lead:
        return outcome_of(reading.flow[slice(*lead)]) or "agreed", lead
    if proposing:
        return outcome_of(after) or "proposed", None
    return "agreed", None


def _after(reading: Reading, high: int) -> str:
    """The two sentences after an offset, inside its item."""
    item = reading.outline.item_at(high - 1)
    end = min(item.end if item and item.end > high else reading.last, high + 400)
    at = high
    for _ in range(2):
        while at < end and reading.flow[at].isspace():
            at += 1
        if at >= end:
            break
        _, at = reading.sentence(at, at + 1)
    return reading.flow[high : min(at, end)]


def lead_in(reading: Reading, at: int) -> tuple[int, int] | None:
    """The paragraph that a point of a list belongs to: `The following changes … were noted:`."""
    outline = reading.outline
    index = outline.paragraph_after(at + 1) - 1
    if index < 0 or at >= outline.paragraphs[index].end:
        return None
    own = outline.paragraphs[index]
    if not (own.first.bullet or own.first.letter) or (own.first.number is not None):
        return None
    for before in reversed(outline.paragraphs[max(0, index - 25) : index]):
        if (
            before.first.number
            or before.first.is_head
            or reading.flow[before.start : before.end]
            .rstrip(" -–—")
            .endswith((":", ":-", "that", "resolved", "RESOLVED"))
        ):
            return before.start, before.end
    return None
