"""What the labellers add on bodies held out: `python -m govgraph.benchmarks.labeller`.

The annotated documents are parted by body into five folds, always the same. For each fold the models are built from the
others, and its documents are read by the rules alone and by the rules with these models. Prints precision, recall and
F1 per kind of fact beside each other, by the reference's own scorer. `--models` keeps the models of the folds, and
takes those that it finds there; `--bodies SHARE` trains on a share of the other bodies, for the learning curve.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import runpy
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from govgraph.graph_loader.documents import DocumentError
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.labelling.models import Models, models_in
from govgraph.graph_loader.minutes.labelling.training.build import build, samples
from govgraph.graph_loader.minutes.labelling.training.corpus import Sample
from govgraph.graph_loader.parsed_minutes import to_dict

FOLDS = 5


def number(body: str, of: int) -> int:
    """A number below `of` that a body always has."""
    return int(hashlib.sha256(body.encode()).hexdigest(), 16) % of


def read(found: list[Sample], labellers: Callable[[Sample], Models | None], folder: Path) -> float:
    """Writes what is read of each document into a folder; gives the seconds that it took."""
    folder.mkdir(exist_ok=True, parents=True)
    started = time.perf_counter()
    for sample in found:
        try:
            records = to_dict(parse(sample.document, partial(labellers, sample))[0])
        except DocumentError:
            continue
        (folder / f"{sample.name}.json").write_text(json.dumps(records), "utf-8")
    return time.perf_counter() - started


def main() -> int:
    """Runs the folds and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--models", type=Path)
    parser.add_argument("--bodies", type=float, default=1.0)
    told = parser.parse_args()
    if not (told.shared / "gold" / "forms").is_dir():
        print("the annotated minutes are not at hand")
        return 2
    score = runpy.run_path(str(told.shared / "gold" / "score.py"))["score"]
    with tempfile.TemporaryDirectory() as work:
        kept = told.models or Path(work) / "models"
        everything: list[Sample] = []
        by_fold: dict[int, Models | None] = {}
        for fold in range(FOLDS):
            folder = kept / str(fold)
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "manifest.json").exists():
                everything = everything or samples(told.shared, print)
                others = [s for s in everything if number(s.body, FOLDS) != fold]
                build(
                    [s for s in others if s.source != "gold" or number(s.body + "x", 100) < 100 * told.bodies], folder
                )
            by_fold[fold] = models_in(folder)
        forms = told.shared / "gold" / "forms"
        names = {p.stem for p in forms.glob("*.json")}
        documents = [s for s in (everything or samples(told.shared, print)) if s.source == "gold" and s.name in names]
        alone = read(documents, lambda _: None, Path(work) / "rules")
        both = read(documents, lambda s: by_fold[number(s.body, FOLDS)], Path(work) / "both")
        rules, union = (score(forms, Path(work) / name) for name in ("rules", "both"))
    print(f"{'fact':15} {'rules':>20} {'with the labellers':>26}")
    for kind, row in rules.items():
        shown = ("  ".join(f"{r[k]:.3f}" for k in ("precision", "recall", "f1")) for r in (row, union[kind]))
        print(f"{kind:15} {'   '.join(f'{s:>22}' for s in shown)}")
    print(f"seconds a document: {alone / len(documents):.3f} and {both / len(documents):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
