"""A choice among candidates with learned weights: which of two fits better, and whether the best fits at all.

One labeller learns both. A pair of candidates is one row, with the features that only the first has as `+feature` and
those that only the second has as `-feature`; a candidate by itself is one with `=feature`. The label says whether the
first is right. As every pair is taught both ways round, the weights order all candidates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .labeller import Labelling, Lesson, Row, Rows

RIGHT, WRONG = "right", "wrong"


@dataclass(frozen=True)
class Ranked:
    """How a candidate compares: `share` of all that is likely among the candidates (they sum to 1), and `fits`, how
    likely it is by itself.
    """

    share: float
    fits: float


def rank(labeller: Labelling, rows: Rows) -> list[Ranked]:
    """How each candidate compares with the others, from their features."""
    if not rows:
        return []
    best = 0
    for i in range(1, len(rows)):
        if _chance(labeller, pair(rows[i], rows[best])) > 0.5:
            best = i
    odds = [1.0 if i == best else _odds(_chance(labeller, pair(row, rows[best]))) for i, row in enumerate(rows)]
    return [Ranked(o / sum(odds), _chance(labeller, alone(r))) for o, r in zip(odds, rows, strict=True)]


def lessons(rows: Rows, right: Sequence[bool]) -> Iterator[Lesson]:
    """What the labeller is taught from the candidates of a document: every right one against every wrong one, and
    each by itself.
    """
    for row, good in zip(rows, right, strict=True):
        yield [alone(row)], [RIGHT if good else WRONG]
    for one in (row for row, good in zip(rows, right, strict=True) if good):
        for other in (row for row, good in zip(rows, right, strict=True) if not good):
            yield [pair(one, other)], [RIGHT]
            yield [pair(other, one)], [WRONG]


def pair(one: Row, other: Row) -> list[str]:
    """The row for whether one candidate is better than another."""
    first, second = set(one), set(other)
    return [*(f"+{f}" for f in sorted(first - second)), *(f"-{f}" for f in sorted(second - first))]


def alone(row: Row) -> list[str]:
    """The row for whether a candidate is right."""
    return [f"={f}" for f in row]


def _chance(labeller: Labelling, row: Row) -> float:
    return labeller.marginals([row])[0].get(RIGHT, 0.0)


def _odds(chance: float) -> float:
    return chance / max(1e-9, 1 - chance)
