"""What is read of bodies that nothing was learned from: `python -m govgraph.benchmarks.held_out`, or `make held-out`.

The annotated documents are parted by body into five folds, always the same. For each fold the models are built from the
others, and its documents are read by the rules alone and by the rules with these models. Prints precision and recall
with 95 % intervals (Wilson's) and F1 per kind of fact, by the reference's own scorer, beside the bar and the last
committed table, `benchmarks/held_out.json`; `--update` writes that anew.

Building the models of the folds takes a quarter of an hour. `--models DIR` keeps them, and takes those that it finds
there; `--bodies SHARE` trains on a share of the other bodies, for the learning curve; `--details` lists what is missed
and what is read too much, document by document.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from govgraph.graph_loader.documents import DocumentError
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.labelling.models import Models, models_in
from govgraph.graph_loader.minutes.labelling.training.build import build, samples
from govgraph.graph_loader.minutes.labelling.training.corpus import Sample
from govgraph.graph_loader.parsed_minutes import to_dict
from govgraph.graph_loader.teaching.measure import Count

from .scoring import FactsOf, compared, f1, facts_of, reaches, shares

FOLDS = 5
TABLE = Path(__file__).parent / "held_out.json"
BARS = {
    "meeting body": 0.93,
    "meeting date": 0.98,
    "present": 0.93,
    "apologies": 0.93,
    "absent": 0.80,
    "in attendance": 0.90,
    "role held": 0.88,
    "substitution": 0.90,
    "appointment": 0.80,
    "declaration": 0.90,
    "motion": 0.92,
    "named vote": 0.93,
}
"""The least F1 for each kind of fact."""


def number(body: str, of: int) -> int:
    """A number below `of` that a body always has."""
    return int(hashlib.sha256(body.encode()).hexdigest(), 16) % of


def read(found: list[Sample], labellers: Callable[[Sample], Models | None]) -> tuple[dict[str, Any], float]:
    """What is read of each document, by its name, and the seconds that it took."""
    records: dict[str, Any] = {}
    started = time.perf_counter()
    for sample in found:
        try:
            records[sample.name] = to_dict(parse(sample.document, partial(labellers, sample))[0])
        except DocumentError:
            records[sample.name] = {}
    return records, time.perf_counter() - started


def count(found: list[Sample], records: Mapping[str, Any], facts: FactsOf, details: bool = False) -> dict[str, Count]:
    """How many records of each kind were found, found without being there, and missed."""
    totals: dict[str, Count] = {}
    for sample in found:
        for kind, both in compared(sample.records, records[sample.name], facts).items():
            totals[kind] = totals.get(kind, Count()) + both.count
            if details:
                for what, some in (("missed", both.missed), ("too much", both.extra)):
                    for item in sorted(some.elements(), key=str):
                        print(f"{sample.name}: {what}: {kind}: {item}")
    return totals


def main() -> int:
    """Runs the folds and prints the table; 2 where the annotated minutes are not at hand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--annotated", type=Path, default=Path(__file__).parents[2] / "annotated")
    parser.add_argument("--models", type=Path)
    parser.add_argument("--bodies", type=float, default=1.0)
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--update", action="store_true")
    told = parser.parse_args()
    if not (told.shared / "gold" / "forms").is_dir():
        print(
            "the annotated minutes are not at hand: give the folder that has gold/ with --shared DIR", file=sys.stderr
        )
        return 2
    facts = facts_of(told.shared)
    everything = samples(told.shared, told.annotated, print)
    names = {p.stem for p in (told.shared / "gold" / "forms").glob("*.json")}
    documents = [s for s in everything if s.source == "gold" and s.name in names]
    with tempfile.TemporaryDirectory() as work:
        kept = told.models or Path(work)
        held = [frozenset(s.body for s in documents if number(s.body, FOLDS) == fold) for fold in range(FOLDS)]
        folds = [fold_models(everything, kept / str(i), bodies, told.bodies) for i, bodies in enumerate(held)]
        rules, alone = read(documents, lambda _: None)
        both, together = read(documents, lambda s: folds[number(s.body, FOLDS)])
    columns = {"rules": count(documents, rules, facts), "both": count(documents, both, facts, told.details)}
    table = {name: {k: [c.found, c.extra, c.missed] for k, c in rows.items()} for name, rows in columns.items()}
    print_table(columns, json.loads(TABLE.read_text("utf-8")) if TABLE.exists() else {})
    print(f"seconds a document: {alone / len(documents):.3f} and {together / len(documents):.3f}")
    if told.update:
        TABLE.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    return 0


def fold_models(everything: list[Sample], folder: Path, held: frozenset[str], share: float) -> Models | None:
    """The models that have seen no document of the bodies held out; built where the folder has none."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "manifest.json").exists():
        others = [s for s in everything if s.source != "gold" or s.body not in held]
        build([s for s in others if s.source != "gold" or number(s.body + "x", 100) < 100 * share], folder)
    return models_in(folder)


def print_table(columns: Mapping[str, Mapping[str, Count]], before: Mapping[str, Any]) -> None:
    """Prints each kind of fact: the rules' F1, then all measures of rules and models together."""
    print(f"{'fact':14} {'rules':>6}  {'precision':>21} {'recall':>21} {'F1':>6} {'bar':>5} {'last':>6}")
    for kind, one in columns["both"].items():
        last = f1(Count(*before["both"][kind])) if kind in before.get("both", {}) else float("nan")
        bar = BARS[kind]
        mark = "" if reaches(one, bar) else "  below"
        print(f"{kind:14} {f1(columns['rules'][kind]):6.3f}  {shares(one)} {f1(one):6.3f} {bar:5.2f} {last:6.3f}{mark}")


if __name__ == "__main__":
    sys.exit(main())
