"""A labeller: a linear-chain conditional random field over rows of features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pycrfsuite

Row = Sequence[str]
Rows = Sequence[Row]


@dataclass(frozen=True)
class Labelled:
    """What a labeller says of each place: the best labels, and how likely every label is there."""

    labels: tuple[str, ...]
    marginals: tuple[Mapping[str, float], ...]


@dataclass(frozen=True)
class Labeller:
    """A trained model in a file."""

    path: Path

    @cached_property
    def _tagger(self) -> pycrfsuite.Tagger:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(self.path))
        return tagger

    def label(self, rows: Rows) -> Labelled:
        """Labels a sequence; rows of features in, a label and its probabilities for each out."""
        if not rows:
            return Labelled((), ())
        self._tagger.set(rows)
        names = self._tagger.labels()
        best = tuple(self._tagger.tag())
        marginals = tuple({n: self._tagger.marginal(n, i) for n in names} for i in range(len(rows)))
        return Labelled(best, marginals)


def train(
    path: Path,
    sequences: Sequence[tuple[Rows, Sequence[str]]],
    c1: float = 0.05,
    c2: float = 0.01,
    iterations: int = 80,
    least: int = 2,
) -> None:
    """Fits a model to labelled sequences and writes it: the same bytes from the same sequences in the same order.

    `c1` and `c2` weigh the two penalties on large weights; features seen fewer than `least` times are left out.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs", "crf1d")
    trainer.set_params(
        {"c1": c1, "c2": c2, "max_iterations": iterations, "feature.minfreq": least, "feature.possible_transitions": False}
    )
    for rows, labels in sequences:
        if rows:
            trainer.append(rows, labels)
    trainer.train(str(path))
