"""The training documents of the package: fictional minutes of many forms with what they say."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import as_file, files

from ..minutes.labelling.training.corpus import Sample, cases

_PACKAGE = "govgraph.graph_loader.minutes.labelling.training"
_FOLDER = "documents"
LEARNED, WEIGHED = 40, 40
"""How many are learned from beside the taught ones, and on how many others the cost is measured."""


@cache
def _shuffled() -> tuple[Sample, ...]:
    """All of them, always in the same order, which says nothing of their form."""
    with as_file(files(_PACKAGE) / _FOLDER) as folder:
        found = [s for s in cases(folder) if _is_whole(s)] if folder.is_dir() else []
    return tuple(sorted(found, key=lambda s: hashlib.sha256(s.name.encode()).hexdigest()))


def _is_whole(sample: Sample) -> bool:
    """Whether it says of everybody whom it lists who that is."""
    return all(record.get("person") for record in sample.records["attendance"])


def learned() -> tuple[Sample, ...]:
    """Those that fitting learns from beside the taught documents."""
    return _shuffled()[:LEARNED]


def weighed() -> tuple[Sample, ...]:
    """Others, on which it is measured what teaching costs elsewhere."""
    return _shuffled()[LEARNED : LEARNED + WEIGHED]
