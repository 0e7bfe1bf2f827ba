"""Lanes of time: bars for spells and marks for meetings, in per cent of the width, so that they fit any screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ...graph_loader.graph.tenures.terms import earliest
from ...queries.catalogue import Row
from ...queries.tenures import in_words

_MOST_YEARS = 8
"""Years that are written below each other's lines without touching on a telephone."""
_LEAST = 0.4
"""Per cent: a day is a bar that can be seen."""


@dataclass(frozen=True)
class Bar:
    """A spell: from where to where in per cent, how certain, whether nothing ended it, and its words."""

    x: float
    width: float
    certainty: str
    open: bool
    words: str


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


@dataclass(frozen=True)
class Scale:
    """The days that a picture shows, from the first of a year to the last known."""

    first: int
    last: int

    @classmethod
    def of(cls, days: Iterable[str]) -> Scale | None:
        """The scale of some days; it ends with them, and begins with a year."""
        known = sorted(d for d in map(_ordinal, days) if d)
        if not known:
            return None
        first = date(date.fromordinal(known[0]).year, 1, 1).toordinal()
        return cls(first, max(known[-1], first + 180))

    def at(self, day: str) -> float:
        """The place of a day in per cent."""
        place = ((_ordinal(day) or self.first) - self.first) / (self.last - self.first) * 100
        return round(min(max(place, 0.0), 100.0), 2)

    def years(self) -> tuple[tuple[str, float], ...]:
        """Years with the place of their first day; not all of them where there are many."""
        first, last = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        step = (last - first) // _MOST_YEARS + 1
        found = [(str(year), self.at(f"{year}-01-01")) for year in range(first, last + 1, step)]
        return tuple((year, x) for year, x in found if x <= 94)


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(earliest(day)[:10]).toordinal()
    except ValueError:
        return None


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
