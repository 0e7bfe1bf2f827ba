"""Trains the labellers of places and offices, and the choice of the body that each place is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ....lexicon.agreement import same_person
from ....parsed_minutes import Appointment
from ...features.decisions import decision_line_features
from ...features.headings import Above, heads_above
from ...features.lines import line_features
from ...page.layout import Layout
from ...page.reading import Reading
from ...page.view import View
from ...plain_text import plain_text
from ...reading import meetings
from ...text import Line, joined
from ..decisions.choice import choice_labels
from ..decisions.named import NamedLines, with_names
from ..decisions.people import LabelledBody, holders_of
from ..decisions.reading import DecisionText
from ..decisions.sequences import decision_blocks
from ..labeller import Labeller, Rows, train
from ..labels import OUTSIDE, STATUSES
from ..models import model_file
from ..sequences import block_labels
from .corpus import Sample
from .decision_align import AlignedDecisions, align_decisions

FOLDS = 3
"""Parts of the documents: what a labeller is shown of another's work is of one that has not seen the document."""

_C1 = 0.5
"""The penalty on many weights, chosen on bodies held out."""

_OF_ANNOTATED = 3
"""How often a real document counts, beside one written for training: chosen on bodies held out."""
_LEAST = 4
"""How often a feature has to be seen, so that one of a single real document is left out."""

Said = Sequence[Mapping[str, float]]
Lessons = list[tuple[Rows, Sequence[str]]]


@dataclass(frozen=True)
class DecisionSample:
    """A document as the labellers of decisions see it."""

    sample: Sample

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its paragraphs."""
        return joined(self.sample.lines)

    @cached_property
    def above(self) -> list[Above]:
        """What stands over each."""
        return heads_above(self.lines)

    @cached_property
    def features(self) -> list[list[str]]:
        """Their features."""
        return decision_line_features(self.lines, self.above, line_features(self.lines))

    @cached_property
    def read(self) -> list[tuple[Reading, Sequence[Appointment]]]:
        """Its meetings, each with the appointments that the rules read."""
        found = meetings(self.sample.document, lambda: None)
        return [(reading, minutes.appointments) for reading, minutes in found]

    @cached_property
    def named(self) -> NamedLines:
        """Its paragraphs with names as one word."""
        return with_names(self.lines, self.read)

    @property
    def own(self) -> str | None:
        """The body that met."""
        return (self.sample.records.get("meeting") or {}).get("body")

    @cached_property
    def aligned(self) -> AlignedDecisions:
        """Their labels."""
        return align_decisions(self.lines, self.sample.records.get("appointments") or [], self._lists(), self.own)

    def _lists(self) -> list[str]:
        """What each paragraph is as a list of people."""
        labels = dict(zip((line.start for line in self.sample.lines), self.sample.labels, strict=True))
        starts = sorted(labels)
        found: list[str] = []
        for line in self.lines:
            inside = [labels[s] for s in starts if line.start <= s < line.end]
            found.append(next((label for label in inside if label in STATUSES), inside[0] if inside else OUTSIDE))
        return found


def build_decisions(samples: Sequence[Sample], folder: Path) -> None:
    """Trains the three labellers on these documents and writes them; the same bytes from the same documents."""
    shown = [DecisionSample(s) for s in samples if s.decided]
    bodies = sorted({s.sample.body for s in shown})
    folds = [bodies.index(s.sample.body) % FOLDS for s in shown]
    trial = folder / "trial.crfsuite"
    lines: list[tuple[DecisionSample, Lessons]] = [(s, [(s.features, s.aligned.lines)]) for s in shown]
    said: dict[int, Said] = {}
    for fold in range(FOLDS):
        train(trial, _weighed([one for one, f in zip(lines, folds, strict=True) if f != fold]), least=_LEAST)
        labeller = Labeller(trial)
        said.update({i: labeller.marginals(s.features) for i, s in enumerate(shown) if folds[i] == fold})
    train(model_file(folder, "decision_lines"), _weighed(lines), least=_LEAST)
    blocks = [decision_blocks(s.named, s.above, said[i]) for i, s in enumerate(shown)]
    labels = [s.named.labels(s.aligned.words, OUTSIDE) for s in shown]
    sequences: list[tuple[DecisionSample, Lessons]] = [
        (s, [(b.rows, block_labels(b, words)) for b in found])
        for s, words, found in zip(shown, labels, blocks, strict=True)
    ]
    named: dict[int, list[LabelledBody]] = {}
    for fold in range(FOLDS):
        train(
            trial, _weighed([one for one, f in zip(sequences, folds, strict=True) if f != fold]), c1=_C1, least=_LEAST
        )
        labeller = Labeller(trial)
        for i, s in enumerate(shown):
            if folds[i] == fold:
                named[i] = [n for b in blocks[i] for n in holders_of(s.lines, s.named, b, labeller.label(b.rows))[1]]
    train(model_file(folder, "decision"), _weighed(sequences), c1=_C1, least=_LEAST)
    train(
        model_file(folder, "body_of_place"),
        _weighed([(s, _choices(s, named[i])) for i, s in enumerate(shown)]),
        least=_LEAST,
    )
    trial.unlink(missing_ok=True)


def _weighed(lessons: Sequence[tuple[DecisionSample, Lessons]]) -> Lessons:
    """The lessons of all documents, in order; those of a real document so many times."""
    times = [_OF_ANNOTATED if shown.sample.source == "gold" else 1 for shown, _ in lessons]
    return [one for (_, some), n in zip(lessons, times, strict=True) for one in some for _ in range(n)]


def _choices(shown: DecisionSample, named: Sequence[LabelledBody]) -> Lessons:
    """The candidates for each place that a document gives, with which of them is meant."""
    flow = Layout(View(plain_text(shown.sample.document))).flow
    text = DecisionText(shown.lines, tuple(shown.above), (), tuple(named), flow, shown.own, shown.named.people)
    ruled = [(a.person, a.body) for _, records in shown.read for a in records]
    found: Lessons = []
    for placed in shown.aligned.placed:
        person, body = placed.record.get("person"), placed.record["body"]
        at = shown.named.written(shown.named.place(placed.person))
        bodies = [b for p, b in ruled if p and person and same_person(p, person)]
        options = text.candidates(at, body if body in bodies else bodies[0] if bodies else None)
        if options:
            found.append((text.rows(at, placed.record.get("role"), options), choice_labels(options, body)))
    return found
