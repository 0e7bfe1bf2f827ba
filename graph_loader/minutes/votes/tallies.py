"""How many voted on each side, where the minutes count them: `4 for, 2 against`, `CARRIED 5/0`, `by 3 votes to 1`."""

from __future__ import annotations

import re
from functools import cache

from ...parsed_minutes import Tally
from ..dates.number_words import counts


@cache
def _words() -> str:
    return "|".join(counts())


@cache
def _n() -> str:
    return rf"(?P<n>\d{{1,3}}|{_words()})"


_NO_LABEL = r"(?!\s*[-:–(]\s*\d)"
"""Not before a number of its own: in `For - 5 Against - 2` the 5 belongs to what stands before it."""
_LABELS = (
    "aye",
    "ayes",
    "yeas",
    "yes",
    "for",
    "favour",
    "favor",
    "no",
    "noes",
    "nays",
    "against",
    "abstain",
    "abstained",
)
_OWN = "".join(f"(?<!{label}{sign})" for label in _LABELS for sign in (": ", " - ", " – ", ":"))
"""Not after the label of a side: in `Ayes: 4 Nays: Roe` the 4 belongs to what stands before it."""


@cache
def _sides() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        (
            "for_",
            re.compile(
                rf"{_OWN}\b{_n()}[^\S\n]+(?:votes?\s+|members?\s+|councillors?\s+)?(?:were\s+|voted\s+|was\s+)?"
                rf"(?:in\s+favou?r|for|ayes?)\b{_NO_LABEL}|\b(?:in favou?r|for|ayes?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
                re.IGNORECASE,
            ),
        ),
        (
            "against",
            re.compile(
                rf"{_OWN}\b{_n()}[^\S\n]+(?:votes?\s+|members?\s+|councillors?\s+)?(?:were\s+|voted\s+|was\s+)?"
                rf"(?:against|opposed|noes?|nays?)\b{_NO_LABEL}|\b(?:against|noes?|nays?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
                re.IGNORECASE,
            ),
        ),
        (
            "abstain",
            re.compile(
                rf"{_OWN}\b{_n()}[^\S\n]+(?:members?\s+|councillors?\s+)?(?:abstain\w*|abstentions?)\b{_NO_LABEL}"
                rf"|\babst(?:ain\w*|entions?)\s*[-:–(]\s*(?P<m>\d{{1,3}})\b",
                re.IGNORECASE,
            ),
        ),
    )


_NOT_MORE = r"(?![-–/\d]|\s*(?:[ap]\.?m\b|%|weeks?|months?|years?|days?|hours?|miles?|minutes|metres|houses))"
_SCORE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|roll call|carried|carries|passed|passes|approved|adopted|agreed|lost"
    r"|failed|fails|defeated|motion|unanimous(?:ly)?)\b\W{0,4}(?:(?:a\s+)?vote\s+(?:of|was)\s+|by\s+(?:a\s+vote\s+of\s+)?|of\s+|was\s+)?[(\[]?"
    rf"(?P<for>\d{{1,2}})\s?[-–/]\s?(?P<against>\d{{1,2}})(?:\s?[-–]\s?(?P<abstain>\d{{1,2}}))?{_NOT_MORE}",
    re.IGNORECASE,
)
_SCORE_ALONE = re.compile(
    rf"[.;:]\s+(?P<for>\d{{1,2}})[-–](?P<against>\d{{1,2}})(?:[-–](?P<abstain>\d{{1,2}}))?{_NOT_MORE}\s*(?:\.|\n|$)"
)


@cache
def _by_votes() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:by|of|carried|lost|defeated|voted|vote:?)\s+(?P<for>\d{{1,3}}|{_words()})\s+(?:votes?\s+)?to\s+"
        rf"(?P<against>\d{{1,3}}|{_words()})\b(?:\s+(?:votes?\s*)?(?:,\s*)?(?:with|and)\s+(?P<abstain>\d{{1,3}}|{_words()})"
        rf"\s+abst\w+)?{_NOT_MORE}",
        re.IGNORECASE,
    )


_IN_ORDER = re.compile(
    r"\b(?:for|in favou?r|ayes?|yeas?|yes)\W{0,4}(?P<for>\d{1,3})\W{1,5}(?:and\s+)?(?:votes?\s+)?"
    r"(?:against|noes?|nays?|opposed)\W{0,4}(?P<against>\d{1,3})"
    r"(?:\W{1,5}(?:and\s+)?(?:abst\w+)\W{0,4}(?P<abstain>\d{1,3}))?\b",
    re.IGNORECASE,
)
_DOWN = re.compile(r"\b(?:lost|failed|fails|defeated|negatived)\b", re.IGNORECASE)


def count_of(text: str) -> int:
    """A count in figures or in words, to twenty: `3`, `three`, `nil`. Raises `KeyError` for anything else."""
    return int(text) if text.isdigit() else counts()[text.casefold()]


def tally_of(text: str) -> Tally:
    """The counted votes that the words state: each side where it is named, or both as a score, the ayes first.

    `lost by 5 votes to 3` gives the larger number first whatever the side.
    """
    named = {side: count_of(m["m"] or m["n"]) for side, pattern in _sides() if (m := pattern.search(text))}
    scored = min(
        (m for pattern in (_SCORE, _SCORE_ALONE, _by_votes(), _IN_ORDER) if (m := pattern.search(text))),
        key=lambda m: m.start(),
        default=None,
    )
    if scored is None or {"for_", "against"} <= set(named):
        return Tally(**named)
    ayes, noes = count_of(scored["for"]), count_of(scored["against"])
    if scored.re is _by_votes() and ayes > noes and _DOWN.search(text[: scored.end()]):
        ayes, noes = noes, ayes
    abstained = count_of(scored["abstain"]) if scored["abstain"] else named.get("abstain")
    return Tally(for_=ayes, against=noes, abstain=abstained)
