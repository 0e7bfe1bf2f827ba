"""A labeller: a linear-chain conditional random field over rows of features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import pycrfsuite

Row = Sequence[str]
Rows = Sequence[Row]
Lesson = tuple[Rows, Sequence[str]]
"""Rows of features with the label of each: what a labeller is taught."""


@dataclass(frozen=True)
class Labelled:
    """The best labels of a sequence, and how likely each of them is at its place."""

    labels: tuple[str, ...]
    sure: tuple[float, ...]


class Labelling(Protocol):
    """What gives labels to rows of features."""

    @property
    def features(self) -> frozenset[str]:
        """All features that there is a weight for."""

    @property
    def weights(self) -> Mapping[tuple[str, str], float]:
        """What each feature counts for each label."""

    def seen(self, rows: Rows) -> Rows:
        """The features that the weights are for."""

    def label(self, rows: Rows) -> Labelled:
        """Labels a sequence of rows of features."""

    def marginals(self, rows: Rows) -> tuple[Mapping[str, float], ...]:
        """How likely every label is at each place of a sequence."""


@dataclass(frozen=True)
class Labeller:
    """A trained model in a file."""

    path: Path

    @cached_property
    def _tagger(self) -> pycrfsuite.Tagger:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(self.path))
        return tagger

    @cached_property
    def _shown(self) -> list[Rows]:
        """The sequence that the tagger has, if any."""
        return []

    @property
    def features(self) -> frozenset[str]:
        """All features that the model has a weight for."""
        return frozenset(self._tagger.info().attributes)

    @cached_property
    def weights(self) -> Mapping[tuple[str, str], float]:
        """What each feature counts for each label."""
        weights: Mapping[tuple[str, str], float] = self._tagger.info().state_features
        return weights

    def seen(self, rows: Rows) -> Rows:
        """The features that the weights are for: those given."""
        return rows

    def _show(self, rows: Rows) -> None:
        """Gives the tagger a sequence, unless it is the one that it has."""
        if not self._shown or self._shown[0] is not rows:
            self._tagger.set(rows)
            self._shown[:] = [rows]

    def label(self, rows: Rows) -> Labelled:
        """Labels a sequence of rows of features."""
        if not rows:
            return Labelled((), ())
        self._show(rows)
        labels = tuple(self._tagger.tag())
        return Labelled(labels, tuple(self._tagger.marginal(label, i) for i, label in enumerate(labels)))

    def marginals(self, rows: Rows) -> tuple[Mapping[str, float], ...]:
        """How likely every label is at each place of a sequence."""
        if not rows:
            return ()
        self._show(rows)
        names = self._tagger.labels()
        return tuple({name: self._tagger.marginal(name, i) for name in names} for i in range(len(rows)))


def train(
    path: Path,
    sequences: Iterable[Lesson],
    c1: float = 0.1,
    c2: float = 0.05,
    iterations: int = 60,
    least: int = 2,
) -> None:
    """Fits a model to labelled sequences and writes it: the same bytes from the same sequences in the same order.

    `c1` and `c2` weigh the two penalties on large weights; features seen fewer than `least` times are left out.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs", "crf1d")
    trainer.set_params(
        {
            "c1": c1,
            "c2": c2,
            "max_iterations": iterations,
            "feature.minfreq": least,
            "feature.possible_transitions": False,
        }
    )
    for rows, labels in sequences:
        if rows:
            trainer.append(rows, labels)
    trainer.train(str(path))
