"""What became of a proposal: told by the words that follow it."""

from __future__ import annotations

import re

from ..parsed_minutes import Outcome, Tally

_LOST = re.compile(
    r"\b(?:lost|defeated|failed|fails|not (?:carried|seconded|supported|agreed|approved|adopted)|fell|falls"
    r"|no seconder|lack of a? ?second\w*|died|rejected|negatived|withdrawn|not put)\b|\bwas not seconded\b"
    r"|\bdid not (?:pass|carry|receive a second)",
    re.IGNORECASE,
)
_DEFERRED = re.compile(
    r"\b(?:deferred|adjourned to|defer|postponed|tabled|carried forward|re-?agenda)\b", re.IGNORECASE
)
_MADE = re.compile(
    r"\b(?:resolved|agreed|carried|approved|adopted|accepted|unanimous\w*|passed|ratified|endorsed"
    r"|all (?:were )?in favour|all in agreement|so ordered|elected|appointed|confirmed|in favour|voted in favour"
    r"|motion carries|enacted)\b|\bby \d+ votes? to \d+",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\b(?:noted|received|notes?)\b", re.IGNORECASE)
_VOTED_DOWN = re.compile(r"\b(?:lost|defeated|not carried|fell)\b", re.IGNORECASE)
_STATED: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    ("lost", _LOST),
    ("deferred", _DEFERRED),
    ("agreed", _MADE),
    ("noted", _NOTED),
)
_NUMBER_WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS)} | {"none": 0, "nil": 0}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SIDES = (
    (
        "for_",
        re.compile(
            rf"\b{_COUNT}\s+(?:votes?\s+|members?\s+|councillors?\s+)?(?:were\s+|voted\s+|was\s+)?"
            rf"(?:in\s+favou?r|for|ayes?)\b|\b(?:in favou?r|for|ayes?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "against",
        re.compile(
            rf"\b{_COUNT}\s+(?:votes?\s+|members?\s+|councillors?\s+)?(?:were\s+|voted\s+|was\s+)?"
            rf"(?:against|opposed|noes?|nays?)\b|\b(?:against|noes?|nays?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "abstain",
        re.compile(
            rf"\b{_COUNT}\s+(?:members?\s+|councillors?\s+)?(?:abstain\w*|abstentions?)\b"
            rf"|\babst(?:ain\w*|entions?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
            re.IGNORECASE,
        ),
    ),
)


def outcome_of(text: str) -> Outcome | None:
    """The outcome that the words state, the first that they state; none where they say nothing of it."""
    found = [(m.start(), outcome) for outcome, pattern in _STATED if (m := pattern.search(text))]
    if not found:
        return None
    at, outcome = min(found)
    lost = _LOST.search(text)
    if outcome == "agreed" and lost and at < lost.start() < at + 40:
        return "lost"  # "2 voted in favour and it fell": a word of consent shortly before is part of the loss
    deferred = _DEFERRED.search(text)
    if outcome == "agreed" and deferred and at < deferred.start() < at + 24:
        return "deferred"  # "agreed to defer", "it was agreed that it be deferred"
    return outcome


def voted_down(text: str) -> bool:
    """Whether words after an election or appointment say that it was put and lost."""
    return _VOTED_DOWN.search(text) is not None


def count_of(text: str) -> int:
    """A count in figures or in words, to twenty: `3`, `three`, `nil`. Raises `KeyError` for anything else."""
    return int(text) if text.isdigit() else _NUMBERS[text.casefold()]


def tally_of(text: str) -> Tally:
    """The counted votes that the words state."""
    return Tally(**{side: count_of(m["m"] or m["n"]) for side, pattern in _SIDES if (m := pattern.search(text))})
