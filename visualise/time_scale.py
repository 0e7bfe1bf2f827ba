"""Days as places along a line of time, for every timeline that is drawn without a script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..graph_loader.graph.tenures.terms import earliest

_LEAST_DAYS = 180


@dataclass(frozen=True)
class Bar:
    """A spell on a lane: from where to where, how certain, whether nothing ended it, and its words."""

    x: float
    width: float
    certainty: str
    open: bool
    words: str


@dataclass(frozen=True)
class Scale:
    """The days from `first` to `last`, as ordinals, along a line from `start` to `end` in a picture's own units."""

    first: int
    last: int
    start: float = 0
    end: float = 100

    def at(self, day: str) -> float:
        """The place of a day, ISO and as exact as known; a day outside of the scale is at its nearer end."""
        place = self.start + ((ordinal(day) or self.first) - self.first) / (self.last - self.first) * (
            self.end - self.start
        )
        return round(min(max(place, self.start), self.end), 2)

    def years(self, most: int) -> tuple[tuple[str, float], ...]:
        """Years with the place of their first day: every second, third and so on where there are more than `most`."""
        first, last = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        step = (last - first) // most + 1
        return tuple((str(year), self.at(f"{year}-01-01")) for year in range(first, last + 1, step))


def scale_of(days: Iterable[str], start: float = 0, end: float = 100) -> Scale | None:
    """The scale of some days: it begins with a year, and ends with the last of them; none where no day is known."""
    known = [n for n in map(ordinal, days) if n]
    if not known:
        return None
    first = date(date.fromordinal(min(known)).year, 1, 1).toordinal()
    return Scale(first, max(*known, first + _LEAST_DAYS), start, end)


def ordinal(day: str) -> int | None:
    """The number of the first day that is meant, none for what is no day."""
    try:
        return date.fromisoformat(earliest(day)[:10]).toordinal()
    except ValueError:
        return None
