"""Loading with the decisions of reviewers kept, and what became of each file as rows."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from ..graph_loader.parsing import default_workers
from ..graph_loader.pipeline import Loaded, load
from ..graph_loader.store import Store
from ..graph_loader.store.belonging import placed_in
from .decisions_file import DecisionsFile
from .said import anothers, said_of, two_of_an_hour


def load_files(
    store: Store,
    file: DecisionsFile,
    paths: Sequence[Path],
    council: str | None = None,
    replace: bool = False,
    workers: int | None = None,
    reread: bool = False,
) -> Generator[Loaded, None, None]:
    """Loads files and folders, with the decisions of a file; yields what became of each. Else as `pipeline.load`."""
    judgements = file.held_before_loading(store)
    return load(
        paths,
        store,
        council,
        replace_other=replace,
        judgements=judgements,
        workers=workers or default_workers(len(paths)),
        reread=reread,
    )


def loaded_row(result: Loaded) -> dict[str, Any]:
    """What became of one file, as a row to print."""
    return {
        "document": result.source.key,
        "key": result.key,
        "state": result.state or "failed",
        "meetings": result.meetings,
        "facts": result.facts,
        "warnings": result.warnings,
        "error": result.error,
        "council": None,
        "council_basis": None,
        "named": result.named,
        "beside": list(result.beside),
    }


def told(store: Store, rows: Sequence[dict[str, Any]]) -> list[str]:
    """Puts into the rows of a load whose minutes each document is, and gives what is to be said of all."""
    placed = {p.key: p for p in placed_in(store, [row["key"] for row in rows if not row["error"]])}
    for row in rows:
        if found := placed.get(row["key"]):
            row |= {"council": found.council, "council_basis": found.basis}
    said = (*said_of(list(placed.values())), anothers(rows), *two_of_an_hour(rows))
    return [words for words in said if words]
