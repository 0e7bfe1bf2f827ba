"""What became of a proposal: told by the words that follow it."""

from __future__ import annotations

import re

from ...parsed_minutes import Outcome

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
    r"\b(?:resolved|agreed|carried|approved|adopted|accepted|unanimous\w*|passed|ratified"
    r"|endorsed|all ayes|m/s/c|all in agreement|so ordered|elected|appointed|confirmed"
    r"|in favour(?!\s*(?:[(\[]\d+[)\]])?\s*:)"
    r"|motion carries|enacted)\b|\bby \d+ votes? to \d+",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\b(?:noted|received|notes?)\b", re.IGNORECASE)
WISHED = re.compile(
    r"\b(?:be|being|to)\s+(?:\w+ly\s+)?(?:re-?)?(?:appointed|elected|confirmed|approved|adopted|accepted|received|noted"
    r"|endorsed|ratified|rejected|withdrawn|agreed)\b"
    r"|\b(?:council|committee|board|cabinet|panel)\s+(?:notes?|receives?|adopts?|approves?|endorses?)\b|\bto\s+(?:note|receive)\b"
    r"|\bbe\s+it\s+(?:\w+\s+){0,2}resolved\b",
    re.IGNORECASE,
)
"""What a motion asks for, which is not yet what became of it."""
_VOTED_DOWN = re.compile(r"\b(?:lost|defeated|not carried|fell)\b", re.IGNORECASE)
_STATED: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    ("lost", _LOST),
    ("deferred", _DEFERRED),
    ("agreed", _MADE),
    ("noted", _NOTED),
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
