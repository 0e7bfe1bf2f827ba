"""The months by name, in English, Welsh and Irish, and the days of the week."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .entries import entries, of_class, values


@cache
def month_numbers() -> Mapping[str, int]:
    """Each name of a month, in lower case, written out or cut short, with its number from 1."""
    return {name: int(number) for name, number in values("months").items()}


@cache
def month_names() -> tuple[str, ...]:
    """The English names, written out, from January on."""
    return tuple(e.text.capitalize() for e in entries("months") if e.classes == ("english",))


@cache
def any_month() -> str:
    """A pattern for every name of a month, the longest first, in lower case."""
    return "|".join(sorted(month_numbers(), key=lambda name: (-len(name), name)))


@cache
def month_beginnings() -> str:
    """A pattern for the first three letters of the English names, in lower case."""
    return "|".join(name[:3].casefold() for name in month_names())


def weekdays() -> tuple[str, ...]:
    """The days of the week in lower case, from Monday on."""
    return of_class("weekdays", "english")
