"""What the labeller of people is shown: the lines that may hold a list of people, in blocks, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..features.labels import labels_above
from ..features.words import word_features
from ..text import Line
from .labeller import Row
from .labels import OUTSIDE, STATUSES

LEAST = 0.005
"""A line below this probability of holding people is not looked at, unless it stands beside one above it."""
_BESIDE = 2


@dataclass(frozen=True)
class Block:
    """Lines that follow one another: the place of each of their words, `None` for a line's end, and its features."""

    places: tuple[tuple[int, int] | None, ...]
    rows: tuple[Row, ...]


def people_lines(said: Sequence[Mapping[str, float]]) -> list[int]:
    """The lines that may hold people, and those beside them, in order; `said` is what the labeller of lines says."""
    likely = [i for i, labels in enumerate(said) if sum(labels.get(letter, 0.0) for letter in STATUSES) >= LEAST]
    return with_neighbours(likely, _BESIDE, len(said))


def with_neighbours(lines: Iterable[int], beside: int, count: int) -> list[int]:
    """These lines of so many, and those so many lines beside them, in order."""
    near = {k for i in lines for k in range(i - beside, i + beside + 1)}
    return sorted(k for k in near if 0 <= k < count)


def blocks(lines: Sequence[Line], said: Sequence[Mapping[str, float]]) -> list[Block]:
    """The blocks of lines that may hold people."""
    above = labels_above(lines)
    return in_blocks(lines, people_lines(said), lambda at: word_features(lines, at, above[at], said[at]))


def in_blocks(lines: Sequence[Line], shown: Sequence[int], rows_of: Callable[[int], Sequence[Row]]) -> list[Block]:
    """The lines of these numbers, in order, those that follow one another as one block.

    `rows_of` gives the features of each word of a line.
    """
    found: list[Block] = []
    places: list[tuple[int, int] | None] = []
    rows: list[Row] = []
    before: int | None = None
    for at in shown:
        if before is not None and at != before + 1:
            found.append(Block(tuple(places), tuple(rows)))
            places, rows = [], []
        for i, row in enumerate(rows_of(at)):
            places.append((at, i))
            rows.append(row)
        if at + 1 < len(lines):
            places.append(None)
            rows.append(["end", f"end:{lines[at + 1].above}", f"end:wrapped{lines[at + 1].wrapped}"])
        before = at
    if rows:
        found.append(Block(tuple(places), tuple(rows)))
    return found


def block_labels(block: Block, words: Sequence[Sequence[str]]) -> list[str]:
    """The labels of a block from those of the words; a line's end belongs to a list that goes on after it."""
    found: list[str] = []
    for k, place in enumerate(block.places):
        if place is not None:
            found.append(words[place[0]][place[1]])
            continue
        following = block.places[k + 1] if k + 1 < len(block.places) else None
        after = words[following[0]][following[1]] if following else OUTSIDE
        last = found[-1] if found else OUTSIDE
        found.append(f"{last[0]}-S" if last != OUTSIDE and after[0] == last[0] else OUTSIDE)
    return found
