"""What teaching gains on bodies that nothing was learned from: `python -m govgraph.benchmarks.taught`.

Every annotated body with several documents is read by models that have not seen it: those of its fold, as
`benchmarks.held_out --models DIR` keeps them, taught with none, one, two and four other documents of the body. `--more
DIR` adds records in the reference's form, for documents that lie under SHARED/minutes. Prints F1 per kind of fact, body
by body, and of those together that have enough documents for all the rows above each other.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from govgraph.graph_loader.documents import DocumentError, read_document
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.labelling.models import Models, models_in
from govgraph.graph_loader.minutes.labelling.training.corpus import Sample, gold
from govgraph.graph_loader.parsed_minutes import to_dict
from govgraph.graph_loader.teaching.fit import fitted
from govgraph.graph_loader.teaching.measure import Count
from govgraph.graph_loader.teaching.package_documents import learned

from .held_out import FOLDS, number
from .scoring import FactsOf, compared, facts_of

COUNTS = (0, 1, 2, 4)
KINDS = ("present", "apologies", "absent", "in attendance", "role held")
_LONG = 24

Counts = dict[str, Count]


def _several(shared: Path, more: Path | None) -> dict[str, list[Sample]]:
    """The documents of each body of which there are at least two."""
    found: dict[str, list[Sample]] = defaultdict(list)
    for sample in gold(shared / "gold"):
        found[sample.body].append(sample)
    for record in sorted(more.glob("*.json")) if more else ():
        if any(sample.name == record.stem for samples in found.values() for sample in samples):
            continue
        body = next((b for b in found if record.stem.startswith(b)), record.stem.split("_")[0])
        text = next((shared / "minutes").glob(f"*/{record.stem}.*"))
        records = json.loads(record.read_text("utf-8"))
        found[body].append(Sample(record.stem, body, "gold", read_document(text), records))
    return {body: samples for body, samples in sorted(found.items()) if len(samples) > 1}


def _read(sample: Sample, models: Models | None) -> Mapping[str, Any]:
    try:
        return to_dict(parse(sample.document, lambda: models)[0])
    except DocumentError:
        return {}


def _counted(sample: Sample, read: Mapping[str, Any], facts: FactsOf, counts: Counts) -> None:
    """Adds what was found, read though it is none, and missed.

    Where the reference leaves out who attended, roles of people of whom it states none count neither way.
    """
    done = compared(sample.records, read, facts)
    for kind in KINDS:
        if kind not in done:
            continue
        both = done[kind]
        if kind == "role held" and "in attendance" not in done:
            people = {fact[0] for fact in (*both.found, *both.missed)}
            both = replace(both, extra=Counter({k: n for k, n in both.extra.items() if k[0] in people}))
        counts[kind] = counts.get(kind, Count()) + both.count


def _taught(samples: Sequence[Sample], base: Models, count: int) -> Iterator[tuple[Sample, Models]]:
    """Each document with models that `count` others of its body taught."""
    for i, sample in enumerate(samples):
        others = [samples[(i + step) % len(samples)] for step in range(1, count + 1)]
        with tempfile.TemporaryDirectory() as work:
            yield sample, fitted({s.name: s for s in others}, learned(), base, Path(work)) if others else base


def _shown(count: Count) -> str:
    return "  –  " if count.f1 is None else f"{count.f1:.3f}"


def main() -> int:
    """Teaches and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--models", type=Path, required=True, help="the folds' models")
    parser.add_argument("--more", type=Path, help="further records of documents under SHARED/minutes")
    told = parser.parse_args()
    if not (told.shared / "gold" / "forms").is_dir():
        print("the annotated minutes are not at hand")
        return 2
    facts = facts_of(told.shared)
    tables: dict[int, dict[str, Counts]] = {count: {} for count in COUNTS}
    for body, samples in _several(told.shared, told.more).items():
        base = models_in(told.models / str(number(body, FOLDS)))
        if base is None:
            print(f"{told.models}: no models of a fold; make them with benchmarks.held_out --models")
            return 2
        for count in COUNTS:
            if len(samples) > count:
                for sample, models in _taught(samples, base, count):
                    _counted(sample, _read(sample, models), facts, tables[count].setdefault(body, {}))
    print(f"{'body':{_LONG}} {'documents taught':16} " + " ".join(f"{kind:>13}" for kind in KINDS))
    for body in tables[0]:
        for count in COUNTS:
            if body in tables[count]:
                row = " ".join(f"{_shown(tables[count][body].get(kind, Count())):>13}" for kind in KINDS)
                print(f"{body[:_LONG]:{_LONG}} {count:16} {row}")
    for least in (2, 3, 5):
        bodies = [b for b in tables[0] if b in tables[max(c for c in COUNTS if c < least)]]
        for count in (c for c in COUNTS if c < least):
            rows = {kind: [tables[count][b].get(kind, Count()) for b in bodies] for kind in KINDS}
            row = " ".join(f"{_shown(sum(rows[kind], Count())):>13}" for kind in KINDS)
            print(f"{f'{len(bodies)} with at least {least}':{_LONG}} {count:16} {row}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
