"""Lanes of time: bars for spells and marks for meetings, in per cent of the width, so that they fit any screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...queries.catalogue import Row
from ...queries.tenures import in_words
from ...visualise.time_scale import Bar, Scale

_MOST_YEARS = 8
"""Years that are written below each other's lines without touching on a telephone."""
_LEAST = 0.4
"""Per cent: a day is a bar that can be seen."""
_LAST_YEAR = 94
"""Per cent: a year that begins later has no room for its number."""


@dataclass(frozen=True)
class Mark:
    """A day of a lane: its place in per cent, its kind (`came`, `away`, `substitute`) and its words."""

    x: float
    kind: str
    words: str


@dataclass(frozen=True)
class Lane:
    """A line of the picture: whose it is, with its bars and marks."""

    name: Markup
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Picture:
    """All lanes, and the years with their places in per cent."""

    lanes: tuple[Lane, ...]
    years: tuple[tuple[str, float], ...]


def years_of(scale: Scale) -> tuple[tuple[str, float], ...]:
    """Years with the place of their first day; none so far to the right that it would be cut."""
    return tuple((year, x) for year, x in scale.years(_MOST_YEARS) if x <= _LAST_YEAR)


def bars_of(spells: Sequence[Row], scale: Scale, last: str) -> tuple[Bar, ...]:
    """Settled spells as bars, those of one kind that touch or overlap as one, the least certain at the bottom."""
    order = {"likely": 0, "appointed": 1, "certain": 2}
    found: dict[tuple[str, str], list[tuple[str, str, bool]]] = {}
    for spell in sorted(spells, key=lambda s: (s["from"], s["until"] or "9999")):
        until = spell["until"] or last
        of = found.setdefault((spell["certainty"], spell["role"]), [])
        if of and spell["from"] <= of[-1][1]:
            of[-1] = (of[-1][0], max(of[-1][1], until), of[-1][2] or spell["to"] is None)
        else:
            of.append((spell["from"], until, spell["to"] is None))
    bars = []
    for (certainty, role), stretches in sorted(found.items(), key=lambda f: (order.get(f[0][0], 0), f[0][1])):
        for start, end, open_ in stretches:
            x = scale.at(start)
            width = round(max(scale.at(end) - x, _LEAST), 2)
            words = f"{role}, {in_words(start)} to {in_words(end)}: {certainty}"
            bars.append(Bar(min(x, 100 - width), width, certainty, open_, words))
    return tuple(bars)
