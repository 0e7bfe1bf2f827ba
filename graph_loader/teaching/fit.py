"""Fitting the models of the package to taught documents: labellers upon theirs, the same bytes from the same documents.

Each learns from the taught documents, from variations of them and from some training documents of the package, so that
it still knows the labels that the taught ones happen not to have. What pays was measured: benchmarks/taught.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from ..minutes.features.lines import line_features
from ..minutes.labelling.labeller import Labeller, Lesson, Rows, train
from ..minutes.labelling.labels import STATUSES
from ..minutes.labelling.models import Models, model_file
from ..minutes.labelling.sequences import block_labels, blocks, with_neighbours
from ..minutes.labelling.stacked import stacked_rows, with_upper
from ..minutes.labelling.training.variations import Variation, vary
from ..minutes.text import Line

REPEATS, MOST_REPEATED = 6, 24
"""How often a taught document counts where it lists people, or where the base thinks so, and how often all together."""
_LINES = 600
"""Short documents count oftener, until they have so many lines together."""
VARIATIONS = 2
ITERATIONS = 40
_AROUND = 8
"""Lines around a list that count so often."""
_DOUBTED = 0.05
"""A line that the base holds to list people with this probability is worth as much, whatever it is."""


class LabelledLines(Protocol):
    """Lines with the labels of their words, and their own."""

    @property
    def lines(self) -> Sequence[Line]:
        """The lines."""

    @property
    def words(self) -> Sequence[Sequence[str]]:
        """The labels of the words of each line."""

    @property
    def labels(self) -> Sequence[str]:
        """The labels of the lines."""


def fitted(taught: Mapping[str, LabelledLines], others: Sequence[LabelledLines], base: Models, folder: Path) -> Models:
    """Models fitted to taught documents, given by name; their files are written into `folder`.

    `others` are training documents of the package. The version of what comes out is that of the base.
    """
    lines = sum(len(document.lines) for document in taught.values())
    repeats = max(1, min(REPEATS, MOST_REPEATED // max(1, len(taught))), min(MOST_REPEATED, _LINES // max(1, lines)))
    shown = [part for name, document in taught.items() for part in _parts(name, document, base, repeats)]
    shown += others
    features = [line_features(part.lines) for part in shown]
    found: dict[str, Labeller] = {}
    for name, sequences in _SEQUENCES.items():
        below = getattr(base, name)
        now = with_upper(base, found, base.version)
        made = [(stacked_rows(below, rows), labels) for rows, labels in sequences(shown, features, now)]
        file = model_file(folder, name)
        train(file, made, iterations=ITERATIONS, least=1)
        found[name] = Labeller(file)
    return with_upper(base, found, base.version)


def _parts(name: str, document: LabelledLines, base: Models, repeats: int) -> list[LabelledLines]:
    """A document whole, the parts of it that matter several times, and variations of it."""
    part = _telling(document, base)
    variations = [vary(document.lines, document.words, document.labels, f"{name}/{n}") for n in range(VARIATIONS)]
    return [document, *([part] * (repeats - 1)), *variations]


def _telling(document: LabelledLines, base: Models) -> Variation:
    """The lines that list people, those that the base takes for such, and what stands around them."""
    said = base.lines.marginals(line_features(document.lines))
    centres = [
        i
        for i, label in enumerate(document.labels)
        if label in STATUSES or sum(said[i].get(letter, 0.0) for letter in STATUSES) >= _DOUBTED
    ]
    near = with_neighbours(centres, _AROUND, len(document.lines))
    return Variation(
        tuple(document.lines[k] for k in near),
        tuple(tuple(document.words[k]) for k in near),
        tuple(document.labels[k] for k in near),
    )


def _of_lines(shown: Sequence[LabelledLines], features: Sequence[Rows], _: Models) -> list[Lesson]:
    return [(rows, part.labels) for part, rows in zip(shown, features, strict=True)]


def _of_words(shown: Sequence[LabelledLines], features: Sequence[Rows], models: Models) -> list[Lesson]:
    return [
        (block.rows, block_labels(block, part.words))
        for part, rows in zip(shown, features, strict=True)
        for block in blocks(part.lines, models.lines.marginals(rows))
    ]


_SEQUENCES: Mapping[str, Callable[[Sequence[LabelledLines], Sequence[Rows], Models], list[Lesson]]] = {
    "lines": _of_lines,
    "person": _of_words,
}
"""What each labeller is shown; one that is not here stays as the package has it."""
