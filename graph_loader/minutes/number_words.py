"""Numbers in words: how many, and in dates: `the twenty-first day of May, two thousand and three`."""

from __future__ import annotations

import re
from functools import cache

from .vocabulary import data


@cache
def _values() -> dict[str, int]:
    """The value of every word that a day or a year is written with."""
    words = data("dates")
    counted = {w: i for kind in ("units", "ordinals") for i, w in enumerate(words[kind], start=1)}
    return counted | dict(words["tens"]) | {"thirtieth": 30}


@cache
def counts() -> dict[str, int]:
    """Words for how many, up to twenty: `no`, `three`, `twenty`."""
    return (
        {"no": 0} | {w: i for i, w in enumerate(data("dates")["units"], start=1)} | {"twenty": 20, "none": 0, "nil": 0}
    )


@cache
def count_pattern(least: int, most: int) -> str:
    """A pattern for the words of these numbers: `one|two|three`; of two that begin alike the longer one counts."""
    words = [word for word, number in counts().items() if number and least <= number <= most]
    return "|".join(sorted(words, key=lambda word: (-len(word), counts()[word])))


@cache
def day_pattern() -> str:
    """A pattern for a day of the month in words."""
    words = data("dates")["ordinals"]
    return rf"(?:(?:twenty|thirty)[\s-](?:{'|'.join(words[:9])})|{'|'.join(words)}|thirtieth)"


@cache
def year_pattern() -> str:
    """A pattern for a year of the last or this century in words."""
    units, tens = data("dates")["units"], data("dates")["tens"]
    below = rf"(?:(?:{'|'.join(tens)})(?:[\s-](?:{'|'.join(units[:9])}))?|{'|'.join(reversed(units))})"
    hundreds = r"nineteen(?:\s+hundred)?(?:\s+and)?"
    return rf"(?:two\s+thousand(?:(?:\s+and)?\s+{below})?|(?:twenty|{hundreds})[\s-]{below})"


def day_value(text: str) -> int:
    """The number of a day by a text that `day_pattern` matches."""
    return sum(_values()[w] for w in re.split(r"[\s-]+", text.casefold()))


def year_value(text: str) -> int:
    """The year by a text that `year_pattern` matches."""
    words = [w for w in re.split(r"[\s-]+", text.casefold()) if w not in {"and", "hundred", "thousand"}]
    return (1900 if words[0] == "nineteen" else 2000) + sum(_values()[w] for w in words[1:])
