"""`make train`: builds the models of the package, the same bytes each time from the same data.

    python -m govgraph.graph_loader.minutes.labelling.training.build [SHARED [ANNOTATED]]

SHARED is the folder of annotated minutes, by default `../shared` beside the checkout; ANNOTATED, by default
`../annotated`, has further ones, also kept out of the project. What is missing there is skipped and said; the documents
written for training (`documents/`) are always used. Of the small cases of the tests, as of the project's examples, only
which body met is learned: each says one odd thing, without the rest of a document around it, and labellers of people
that learn from them read a little less elsewhere.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from ...features.lines import line_features
from ..labeller import Labeller, Lesson, train
from ..models import NAMES, hash_of, model_file
from ..sequences import block_labels, blocks
from .bodies import C1, C2, ITERATIONS, body_lessons
from .build_decisions import build_decisions
from .corpus import Sample, annotated, cases, documents, examples, gold
from .variations import Variation, vary

VERSION = "1"
VARIATIONS = 1
"""Of each annotated document."""
FOLDS = 3
"""Parts of the documents: the labels of lines that the labeller of people learns with are those of a model that has
not seen the document."""
ROOT = Path(__file__).parents[4]

Labelled = Sample | Variation


def build(samples: Sequence[Sample], folder: Path) -> dict[str, str]:
    """Trains all labellers on these documents and their variations; writes them with their manifest.

    Gives the hash of each.
    """
    used = [s for s in samples if s.complete]
    shown = [(s.body, part) for s in used for part in _parts(s)]
    folds = {body: i % FOLDS for i, body in enumerate(sorted({body for body, _ in shown}))}
    features = [line_features(part.lines) for _, part in shown]
    said: dict[int, Sequence[Mapping[str, float]]] = {}
    trial = folder / "trial.crfsuite"
    for fold in range(FOLDS):
        train(trial, [(f, p.labels) for f, (b, p) in zip(features, shown, strict=True) if folds[b] != fold])
        labeller = Labeller(trial)
        for i, (body, _) in enumerate(shown):
            if folds[body] == fold:
                said[i] = labeller.marginals(features[i])
    trial.unlink(missing_ok=True)
    train(model_file(folder, "lines"), [(f, p.labels) for f, (_, p) in zip(features, shown, strict=True)])
    train(model_file(folder, "person"), _people(shown, said))
    train(model_file(folder, "body"), body_lessons(samples), c1=C1, c2=C2, iterations=ITERATIONS)
    build_decisions(samples, folder)
    hashes = {name: hash_of(model_file(folder, name).read_bytes()) for name in NAMES}
    manifest = {
        "version": VERSION,
        "models": hashes,
        "data": data_hash(samples),
        "documents": len(samples),
        "trained_with": f"python-crfsuite {version('python-crfsuite')}",
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    return hashes


def data_hash(samples: Sequence[Sample]) -> str:
    """The hash of what models learn from: each document's name, text and records."""
    told = ([s.name, s.document.text, s.records] for s in samples)
    return hash_of("".join(json.dumps(one, sort_keys=True, default=str) + "\n" for one in told).encode())


def _people(shown: Sequence[tuple[str, Labelled]], said: dict[int, Sequence[Mapping[str, float]]]) -> Iterator[Lesson]:
    for i, (_, part) in enumerate(shown):
        for block in blocks(part.lines, said[i]):
            yield block.rows, block_labels(block, part.words)


def _parts(sample: Sample) -> list[Labelled]:
    count = VARIATIONS if sample.source == "gold" else 0
    return [sample, *(vary(sample.lines, sample.words, sample.labels, f"{sample.name}/{n}") for n in range(count))]


def samples(shared: Path, further: Path, say: Callable[[str], None]) -> list[Sample]:
    """All documents that there are to learn from, in a fixed order; `further` are annotated as those of `shared`."""
    found: list[Sample] = []
    for what, folder, read in (
        ("annotated documents", shared / "gold", gold),
        ("further annotated documents", further, annotated),
        ("documents written for training", Path(__file__).parent / "documents", documents),
        ("the project's examples", ROOT / "examples", examples),
        ("cases of the tests", ROOT / "tests" / "graph_loader" / "minutes" / "forms", cases),
    ):
        if not folder.is_dir():
            say(f"{what}: there is no {folder.name} at hand; left out")
            continue
        read_here = list(read(folder))
        say(f"{what}: {len(read_here)}")
        found += read_here
    return found


def main(arguments: Sequence[str]) -> int:
    """Builds the models into the package."""
    shared = Path(arguments[0]) if arguments else ROOT.parent / "shared"
    folder = Path(__file__).parents[1] / "models"
    if not (shared / "gold").is_dir():
        print("the annotated minutes are not at hand: the models of the package stay as they are")  # noqa: T201
        return 0
    further = Path(arguments[1]) if len(arguments) > 1 else ROOT.parent / "annotated"
    found = samples(shared, further, print)
    hashes = build(found, folder)
    for name in NAMES:
        print(f"{name}: {model_file(folder, name).stat().st_size / 1e6:.2f} MB, {hashes[name][:12]}")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
