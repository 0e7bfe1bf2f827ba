"""What became of a proposal: told by the words that follow it."""

from __future__ import annotations

import re

from ..parsed_minutes import Outcome, Tally

_LOST = re.compile(
    r"\b(?:lost|defeated|failed|fails|not (?:carried|seconded|supported|agreed|approved|adopted)|fell|falls|no seconder|lack of a? ?second\w*|died|rejected|negatived|withdrawn|not put)\b|\bwas not seconded\b|\bdid not (?:pass|carry|receive a second)",
    re.IGNORECASE,
)
_DEFERRED = re.compile(
    r"\b(?:deferred|adjourned to|defer|postponed|tabled|carried forward|re-?agenda)\b", re.IGNORECASE
)
_MADE = re.compile(
    r"\b(?:resolved|agreed|carried|approved|adopted|accepted|unanimous\w*|passed|ratified|endorsed|all (?:were )?in favour|all in agreement|so ordered|elected|appointed|confirmed|in favour|voted in favour|motion carries|enacted)\b|\bby \d+ votes? to \d+",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\b(?:noted|received|notes?)\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\b(?:recommend(?:ed|s)?|to be considered|propose[ds]?)\b", re.IGNORECASE)

_NUMBERS = {
    w: i
    for i, w in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"none": 0, "nil": 0, "0": 0}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SIDES = (
    (
        "for_",
        re.compile(
            rf"\b{_COUNT}\s+(?:votes?\s+|members?\s+|councillors?\s+)?(?:were\s+|voted\s+|was\s+)?(?:in\s+favou?r|for|ayes?)\b|\b(?:in favou?r|for|ayes?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "against",
        re.compile(
            rf"\b{_COUNT}\s+(?:votes?\s+|members?\s+|councillors?\s+)?(?:were\s+|voted\s+|was\s+)?(?:against|opposed|noes?|nays?)\b|\b(?:against|noes?|nays?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "abstain",
        re.compile(
            rf"\b{_COUNT}\s+(?:members?\s+|councillors?\s+)?(?:abstain\w*|abstentions?)\b|\babst(?:ain\w*|entions?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
            re.IGNORECASE,
        ),
    ),
)


def outcome_of(text: str) -> Outcome | None:
    """The outcome that the words state, the first that they state; none where they say nothing of it."""
    found = [
        (m.start(), name)
        for name, pattern in (("lost", _LOST), ("deferred", _DEFERRED), ("agreed", _MADE), ("noted", _NOTED))
        if (m := pattern.search(text))
    ]
    if not found:
        return None
    first = min(found)
    if (
        first[1] == "agreed"
        and (lost := _LOST.search(text))
        and lost.start() - first[0] < 40
        and lost.start() > first[0]
    ):
        return "lost"
    return first[1]  # type: ignore[return-value]


def tally_of(text: str) -> Tally:
    """The counted votes that the words state."""
    found: dict[str, int | None] = {}
    for side, pattern in _SIDES:
        m = pattern.search(text)
        if m:
            value = m["m"] or m["n"]
            found[side] = _NUMBERS.get(value.casefold()) if not value.isdigit() else int(value)
    return Tally(**found)
