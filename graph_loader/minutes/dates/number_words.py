"""Numbers in words: how many, and in dates: `the twenty-first day of May, two thousand and three`."""

from __future__ import annotations

import re
from functools import cache

from ...lexicon.entries import of_class, values

_MOST_COUNTED = 20


@cache
def _values() -> dict[str, int]:
    """The value of every word that a day or a year is written with."""
    return {word: int(number) for word, number in values("numbers").items()}


@cache
def counts() -> dict[str, int]:
    """Words for how many, up to twenty: `no`, `three`, `twenty`."""
    counted = {word: _values()[word] for word in of_class("numbers", "none", "units", "tens")}
    return {word: number for word, number in counted.items() if number <= _MOST_COUNTED}


@cache
def count_pattern(least: int, most: int) -> str:
    """A pattern for the words of these numbers: `one|two|three`; of two that begin alike the longer one counts."""
    words = [word for word, number in counts().items() if number and least <= number <= most]
    return "|".join(sorted(words, key=lambda word: (-len(word), counts()[word])))


@cache
def few_pattern() -> str:
    """A pattern for how many places, seats or years: `12`, `six`."""
    return rf"(?:\d{{1,2}}|{count_pattern(1, 6)})"


@cache
def day_pattern() -> str:
    """A pattern for a day of the month in words."""
    words = of_class("numbers", "ordinals")
    return rf"(?:(?:twenty|thirty)[\s-](?:{'|'.join(words[:9])})|{'|'.join(words)})"


@cache
def year_pattern() -> str:
    """A pattern for a year of the last or this century in words."""
    units, tens = of_class("numbers", "units"), of_class("numbers", "tens")
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
