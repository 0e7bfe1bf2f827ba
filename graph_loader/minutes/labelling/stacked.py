"""A labeller upon another: it sees, besides the features, how likely the one below holds each label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .labeller import Labelled, Labeller, Labelling, Rows
from .models import Models

_LEAST = 0.12
"""A label less likely than this is no feature."""
_STEPS = 4
"""How finely probabilities are told apart."""


@dataclass(frozen=True)
class Stacked:
    """`upper` has learned where `base`, the labeller of the package, is right and where not."""

    base: Labelling
    upper: Labeller

    @property
    def features(self) -> frozenset[str]:
        """All features that the upper one has a weight for."""
        return self.upper.features

    @property
    def weights(self) -> Mapping[tuple[str, str], float]:
        """What each feature counts for each label to the upper one."""
        return self.upper.weights

    def seen(self, rows: Rows) -> Rows:
        """The features that the weights are for: those given, and what the base says."""
        return stacked_rows(self.base, rows)

    def label(self, rows: Rows) -> Labelled:
        """Labels a sequence of rows of features."""
        return self.upper.label(stacked_rows(self.base, rows))

    def marginals(self, rows: Rows) -> tuple[Mapping[str, float], ...]:
        """How likely every label is at each place of a sequence."""
        return self.upper.marginals(stacked_rows(self.base, rows))


def stacked_rows(base: Labelling, rows: Rows) -> list[list[str]]:
    """Rows of features with what the base says of each, and which label it thinks best beside it."""
    said = base.marginals(rows)
    best = [max(sorted(labels), key=lambda label: labels[label]) for labels in said]
    found: list[list[str]] = []
    for i, row in enumerate(rows):
        likely = [f"base:{label}:{round(p * _STEPS)}" for label, p in sorted(said[i].items()) if p > _LEAST]
        beside = [f"{step}:base={best[i + step]}" for step in (-1, 1) if 0 <= i + step < len(rows)]
        found.append([*row, *likely, f"base={best[i]}", *beside])
    return found


def with_upper(base: Models, upper: Mapping[str, Labeller], version: str) -> Models:
    """Models whose labellers of these names are learned upon those of the base; the others stay."""
    stacked: dict[str, Any] = {name: Stacked(getattr(base, name), labeller) for name, labeller in upper.items()}
    return replace(base, version=version, **stacked)
