"""Fictional minutes of many forms with what they say, which the models of the package have never learned from.

What a labeller says of documents that it has learned from is surer and righter than what it says of others: a labeller
upon it would learn to believe it. With these documents among what the base has learned, one taught document of a body
brings those present to .65 where it brings them to .97 without: `make train` leaves them out.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import as_file, files

from ..minutes.labelling.training.corpus import Sample, documents

FOLDER = "documents"
LEARNED = 24
"""How many are learned from beside the taught ones; on the others it is measured what teaching costs."""


@cache
def _shuffled() -> tuple[Sample, ...]:
    """All of them, always in the same order, which says nothing of their form."""
    with as_file(files(__package__) / FOLDER) as folder:
        found = [s for s in documents(folder) if _is_whole(s)]
    return tuple(sorted(found, key=lambda s: hashlib.sha256(s.name.encode()).hexdigest()))


def _is_whole(sample: Sample) -> bool:
    """Whether it says of everybody whom it lists who that is."""
    return sample.complete and all(record.get("person") for record in sample.records["attendance"])


def learned() -> tuple[Sample, ...]:
    """Those that fitting learns from beside the taught documents."""
    return _shuffled()[:LEARNED]


def weighed() -> tuple[Sample, ...]:
    """Others, on which it is measured what teaching costs elsewhere."""
    return _shuffled()[LEARNED:]
