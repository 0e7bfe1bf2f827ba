"""Names and seats that a lost layout has run together: `Amara Obuya Keith Lathbury`, `Schools Forum – Greta Hill …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..appointments.lists.seats import vacancy_at
from ..names.name_spans import name_from, title_at
from ..names.tokens import Token, tokens
from ..page.reading import Reading

_STRETCH = re.compile(r"(?:(?!\s[–—-]\s)[^\n])+")
_DASH = re.compile(r"\s[–—-]\s")


@dataclass(frozen=True)
class Seat:
    """A seat and whom it is for: from `start` to `end`, the label's words, the person or none for a vacancy."""

    start: int
    end: int
    label: str
    person: str | None


def is_run_together(reading: Reading, start: int, end: int) -> bool:
    """Whether several seats stand between two offsets with nothing but dashes between seat and holder."""
    text = reading.flow[start:end]
    return len(_DASH.findall(text)) > 1 and ";" not in text


def seats_run_together(reading: Reading, start: int, end: int) -> list[Seat]:
    """`Schools Forum – Nomination to be confirmed Governors Network – Alex Hill …`: seats and their holders.

    None, and a warning, where something after a dash is neither a name nor a vacancy.
    """
    stretches: list[tuple[int, int]] = []
    for m in _STRETCH.finditer(reading.flow[start:end]):
        low, high = reading.view.trim(start + m.start(), start + m.end())
        dash = reading.flow[low : low + 1] in "–—-"
        stretches.append(reading.view.trim(low + dash, high))
    if len(stretches) < 2:
        return []
    found: list[Seat] = []
    label = stretches[0]
    for i, (low, high) in enumerate(stretches[1:], 1):
        cut, person = _holder(reading, low, high, i == len(stretches) - 1)
        if cut is None:
            reading.warn("unparsed_line", "neither a name nor a vacancy after a seat", low, high, "appointment.seats")
            return []
        found.append(Seat(label[0], cut, reading.words(*label), person))
        label = reading.view.trim(cut, high)
    return found


def _holder(reading: Reading, start: int, end: int, last: bool) -> tuple[int | None, str | None]:
    """Where the holder ends that begins a stretch, and the name; none for a vacancy."""
    vacant = vacancy_at(reading, start, end)
    if vacant is not None:
        return vacant, None
    row = tokens(reading.flow, start, end)
    title = title_at(row, 0)
    at = title.last if title else 0
    stop = name_from(row, at, title is not None)
    if stop is None:
        return None, None
    surnames = {k.last_word for k in reading.roster.people}
    if not last:
        words = [i for i in range(at, stop) if row[i].kind == "word"]
        known_end = next((i + 1 for i in words[0 if title else 1 :] if row[i].text in surnames), None)
        stop = known_end or (words[0 if title and len(words) == 1 else min(1, len(words) - 1)] + 1)
    stop_at = row[stop - 1].end
    return stop_at, reading.words(row[0].start, stop_at)


def names_apart(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names between two offsets, one by one: known surnames end them, else two words make one."""
    row = [t for t in tokens(reading.flow, start, end) if t.kind in {"word", "initials"}]
    surnames = {k.last_word for k in reading.roster.people}
    titled = title_at(row, 0) is not None
    if titled or len(row) < 3 or (len(row) == 3 and row[1].text not in surnames):
        yield start, end
        return
    yield from _cut(row, surnames)
    reading.warn(
        "names_run_together", "names run together without a sign between them", start, end, "appointment.names"
    )


def _cut(row: list[Token], surnames: set[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for i, token in enumerate(row):
        if (token.text in surnames and i > first) or (i - first == 1 and not any(t.text in surnames for t in row[i:])):
            yield row[first].start, token.end
            first = i + 1
    if first < len(row):
        yield row[first].start, row[-1].end
