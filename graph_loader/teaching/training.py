"""`govgraph train`: models fitted to taught documents, and what that gains and costs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..minutes.labelling.models import Models
from .documents import Taught
from .fit import LabelledLines, fitted
from .measure import KINDS, FactCounts, facts_of, facts_of_records, parts, read_facts
from .package_documents import learned, weighed

_PARTS, _FEW, _MANY = 6, 3, 20
"""Up to six documents are held out one by one, more in six parts, many in three: so it stays below a minute."""


@dataclass
class TrainingResult:
    """What training gains on the taught documents, each read by models that have not seen it, and costs elsewhere."""

    documents: int
    before: FactCounts = field(default_factory=FactCounts)
    after: FactCounts = field(default_factory=FactCounts)
    elsewhere_before: FactCounts = field(default_factory=FactCounts)
    elsewhere_after: FactCounts = field(default_factory=FactCounts)

    @property
    def is_measured(self) -> bool:
        """Whether there is more than one document, so that one can be held out."""
        return self.documents > 1

    @property
    def is_worse(self) -> bool:
        """Whether the taught models read documents that they have not seen worse than the package's own."""
        return self.is_measured and self.after.right < self.before.right

    def rows(self) -> Iterator[dict[str, str | int | float | None]]:
        """A row for each kind of fact that there is."""
        for kind in KINDS:
            counts = [m.counts[kind] for m in (self.before, self.after, self.elsewhere_before, self.elsewhere_after)]
            scores = [None if count.f1 is None else round(count.f1, 3) for count in counts]
            if counts[0].said or scores[0] != scores[1] or scores[2] != scores[3]:
                yield {
                    "kind": kind,
                    "facts": counts[0].said,
                    "before": scores[0],
                    "after": scores[1],
                    "elsewhere_before": scores[2],
                    "elsewhere_after": scores[3],
                }


def train_on(taught: Sequence[Taught], base: Models, folder: Path, say: Callable[[str], None]) -> TrainingResult:
    """Fits models to documents, into a folder, after each of them has been held out in turn."""
    others = learned()
    result = TrainingResult(len(taught))
    if len(taught) > 1:
        with tempfile.TemporaryDirectory() as trial:
            held = parts(len(taught), _PARTS if len(taught) <= _MANY else _FEW)
            for number, part in enumerate(held, start=1):
                say(f"held out {number} of {len(held)}: {', '.join(taught[i].name for i in part)}")
                rest = [t for i, t in enumerate(taught) if i not in part]
                models = fitted(_labelled(rest), others, base, Path(trial))
                for i in part:
                    document, said = taught[i].shown.document, facts_of(taught[i])
                    result.before.add(said, read_facts(document, base))
                    result.after.add(said, read_facts(document, models))
    models = fitted(_labelled(taught), others, base, folder)
    for sample in weighed():
        said = facts_of_records(sample.records["attendance"])
        result.elsewhere_before.add(said, read_facts(sample.document, base))
        result.elsewhere_after.add(said, read_facts(sample.document, models))
    return result


def _labelled(taught: Sequence[Taught]) -> dict[str, LabelledLines]:
    return {t.name: t for t in taught}
