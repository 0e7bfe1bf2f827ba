"""The models of the package: read once, checked against their manifest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from .labeller import Labeller, Labelling

NAMES = ("lines", "person", "body", "decision_lines", "decision", "body_of_place")
FOLDER = "models"


@dataclass(frozen=True)
class Models:
    """The labellers, with the version that spans name: of lines that list people and of the words in them; of which
    body met; of lines that tell of places and offices and of the words in those; and of which body a place is on.
    """

    lines: Labelling
    person: Labelling
    body: Labelling
    decision_lines: Labelling
    decision: Labelling
    body_of_place: Labelling
    version: str
    content: str = ""
    """The hash of the models' files."""


def model_file(folder: Path, name: str) -> Path:
    """Where a model lies in a folder."""
    return folder / f"{name}.crfsuite"


@cache
def models() -> Models | None:
    """The models of the package; nothing where it holds none."""
    with as_file(files(__package__) / FOLDER) as folder:
        return models_in(folder)


def models_in(folder: Path) -> Models | None:
    """The models of a folder; nothing where it has no manifest. Raises where a model is not that of the manifest."""
    manifest = folder / "manifest.json"
    if not manifest.exists():
        return None
    told = json.loads(manifest.read_text("utf-8"))
    for name in NAMES:
        if hash_of(model_file(folder, name).read_bytes()) != told["models"][name]:
            raise RuntimeError(f"{name}: the model is not the one of {manifest.name}; run `make train`")
    content = hash_of("".join(f"{name}\t{told['models'][name]}\n" for name in NAMES).encode())
    labellers = {name: Labeller(model_file(folder, name)) for name in NAMES}
    return Models(**labellers, version=told["version"], content=content)


def hash_of(content: bytes) -> str:
    """The hash that the manifest has for a file."""
    return hashlib.sha256(content).hexdigest()
