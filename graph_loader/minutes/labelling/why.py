"""Why the labellers say what they say of a line: each word's label, how sure, and the features that weigh most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..features.lines import line_features
from ..page.reading import Reading
from ..text import Line
from .labeller import Labelling, Row, Rows
from .labels import OUTSIDE, STATUSES
from .models import Models
from .reading import shown_lines
from .sequences import blocks

_MOST = 3
"""Features told for a label, and against it."""
_PARTS = {"N": "name", "n": "name goes on", "T": "title", "R": "role", "G": "organisation", "S": "between entries"}
_LINES = {"head": "heading of a list: ", "table": "table", "prose": "prose", "item": "item"}


@dataclass(frozen=True)
class Reason:
    """A label with its probability, the next likely one, and the features that tell the two apart."""

    what: Literal["line", "word"]
    text: str
    label: str
    sure: float
    instead: str
    instead_sure: float
    for_: tuple[str, ...]
    against: tuple[str, ...]


def reasons(reading: Reading, models: Models, number: int) -> Iterator[Reason]:
    """What the labellers say of a line of the read text, counted from 1: of the line itself, then of each word.

    Nothing where no part of the meeting that they look at stands on it; no words where they take the line for one
    without people.
    """
    lines = shown_lines(reading)
    places = [i for i, line in enumerate(lines) if reading.span(line.start, line.end, "line").line_start == number]
    if not places:
        return
    rows: Rows = line_features(lines)
    said = models.lines.marginals(rows)
    seen = models.lines.seen(rows)
    for i in places:
        yield _reason("line", reading.words(lines[i].start, lines[i].end), seen[i], said[i], models.lines)
    for block in blocks(lines, said):
        here = [k for k, place in enumerate(block.places) if place is not None and place[0] in places]
        if not here:
            continue
        marginals, shown = models.person.marginals(block.rows), models.person.seen(block.rows)
        for k in here:
            yield _reason("word", _word(lines, block.places[k]), shown[k], marginals[k], models.person)


def _word(lines: Sequence[Line], place: tuple[int, int] | None) -> str:
    return lines[place[0]].words[place[1]].text if place else ""


def _reason(
    what: Literal["line", "word"], text: str, row: Row, said: Mapping[str, float], labeller: Labelling
) -> Reason:
    best, *others = sorted(said, key=lambda label: (-said[label], label))
    second = others[0] if others else best
    weights = labeller.weights
    told = {f: weights.get((f, best), 0.0) - weights.get((f, second), 0.0) for f in dict.fromkeys(row)}
    ordered = sorted(told, key=lambda f: (-told[f], f))
    return Reason(
        what,
        text,
        label_words(best),
        said[best],
        label_words(second),
        said[second],
        tuple(f"{f} {told[f]:+.2f}" for f in ordered[:_MOST] if told[f] > 0),
        tuple(f"{f} {told[f]:+.2f}" for f in reversed(ordered[-_MOST:]) if told[f] < 0),
    )


def label_words(label: str) -> str:
    """A label in words: `present name` for `p-N`."""
    if label == OUTSIDE:
        return "nobody"
    first, _, second = label.partition("-")
    if first in STATUSES:
        return f"{STATUSES[first]} {_PARTS.get(second, second)}".strip()
    return f"{_LINES.get(first, first)}{STATUSES.get(second, second)}"
