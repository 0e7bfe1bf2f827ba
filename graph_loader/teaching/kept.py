"""Where the models that a council's documents taught are kept: beside its `govgraph.toml`, which has their hash.

    council = "Wexmoorshire County Council"
    taught = "ab12cd34..."

The folder `govgraph.taught` holds the models, and a manifest with the version and the hash of the package's own models
that they were fitted to. They hold for the documents of the folder in which that `govgraph.toml` lies.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

from ..minutes.labelling.labeller import Labeller
from ..minutes.labelling.models import NAMES, Models, hash_of, model_file, models
from ..minutes.labelling.stacked import with_upper
from ..stated import FILE_NAME, StatedError, stating_file

FOLDER = "govgraph.taught"
MANIFEST = "taught.toml"
_SHOWN = 8
_LINE = re.compile(r"(?m)^[ \t]*taught[ \t]*=.*$")


def fitted_hash(folder: Path, base: Models) -> str:
    """The hash of the models in a folder together with those that they were fitted to."""
    rows = [f"{name}\t{hash_of(file.read_bytes())}\n" for name in NAMES if (file := model_file(folder, name)).exists()]
    return hash_of(f"{base.version}\t{base.content}\n{''.join(rows)}".encode())


def version_of(base: Models, content: str) -> str:
    """The version that spans name: `1+taught-ab12cd34`."""
    return f"{base.version}+taught-{content[:_SHOWN]}"


def keep(fitted: Path, folder: Path, base: Models, documents: int) -> str:
    """Keeps fitted models for the documents of a folder, and states them in its `govgraph.toml`; gives their version.

    Raises `StatedError` where that file cannot be used, and `OSError`.
    """
    content = fitted_hash(fitted, base)
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    for name in NAMES:
        file = model_file(target, name)
        if model_file(fitted, name).exists():
            fresh = file.with_name(file.name + ".new")
            fresh.write_bytes(model_file(fitted, name).read_bytes())
            fresh.replace(file)
        else:
            file.unlink(missing_ok=True)
    told = {"base": base.version, "base_models": base.content, "documents": str(documents)}
    lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in told.items())
    note = "# Models that the documents of this folder taught govgraph; `govgraph train` writes them.\n"
    (target / MANIFEST).write_text(note + lines, "utf-8")
    _state(folder / FILE_NAME, content)
    return version_of(base, content)


def _state(path: Path, content: str) -> None:
    line = f'taught = "{content}"'
    text = path.read_text("utf-8") if path.exists() else ""
    if _LINE.search(text):
        text = _LINE.sub(line, text, count=1)
    else:
        text += ("" if not text or text.endswith("\n") else "\n") + line + "\n"
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def labellers_for(file: Path, root: Path, taught: str | None) -> Models | None:
    """The models that read a file: those that its folder states as taught, else those of the package.

    Raises `StatedError` where the models are not there, are others than stated, or were fitted to older ones.
    """
    base = models()
    stating = stating_file(file, root)
    if taught is None or base is None or stating is None:
        return base
    return _taught(stating.parent, taught)


@cache
def _taught(folder: Path, content: str) -> Models:
    base = models()
    assert base is not None  # noqa: S101
    again = f"run `govgraph train {folder}` again, or take the line `taught` out of {folder / FILE_NAME}"
    manifest = folder / FOLDER / MANIFEST
    try:
        told = tomllib.loads(manifest.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StatedError(f"{manifest}: not readable: {error}; {again}") from error
    if told.get("base_models") != base.content:
        raise StatedError(f"{manifest.parent}: taught to models of an older govgraph ({told.get('base')}); {again}")
    if fitted_hash(manifest.parent, base) != content:
        raise StatedError(f"{manifest.parent}: these are not the models that {folder / FILE_NAME} states; {again}")
    found = {name: Labeller(file) for name in NAMES if (file := model_file(manifest.parent, name)).exists()}
    return with_upper(base, found, version_of(base, content))
