"""What the labeller of which body met is taught: the right candidates of a document against the wrong ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....folding import fold_body
from ...meeting.candidate_features import body_features
from ...meeting.candidates import candidates
from ...meeting.heading import heading_end
from ...names.tokens import WRAP
from ..labeller import Lesson
from ..ranking import lessons
from .corpus import Sample

C1, C2 = 0.1, 0.3
"""The penalties on large weights: on bodies held out, from half to ten times as much makes no difference."""
ITERATIONS = 100


def body_lessons(samples: Sequence[Sample]) -> Iterator[Lesson]:
    """The lessons of all documents that say which body met, in order."""
    for sample in samples:
        if sample.met is None:
            continue
        reading = sample.reading
        top = heading_end(reading)
        text = reading.flow.replace(WRAP, " ").replace("\n", " ")
        found = candidates(reading, top, text)
        right = [fold_body(c.body.name) == fold_body(sample.met) for c in found]
        yield from lessons(body_features(reading, top, text, found), right)
