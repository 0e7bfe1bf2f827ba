"""Made-up minutes to load while something goes wrong, and a loader in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from govgraph.benchmarks.generate import generate
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.dump import dump

_LOADER = """
import sys
from pathlib import Path
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import StoreError, open_store
from govgraph.graph_loader import parsing, parsed_minutes, following, refreshing
with open_store(None, Path(sys.argv[1])) as store:
    print("begun", flush=True)
    try:
        for result in load([Path(path) for path in sys.argv[2:]], store):
            if result.error:
                print("failed", result.error, flush=True)
    except StoreError as error:
        print("ended", error, flush=True)
        sys.exit(1)
    print("loaded", flush=True)
"""


def made_minutes(folder: Path, councils: int = 2, meetings: int = 8) -> Path:
    """Parsed minutes of made-up councils, which load without being read first."""
    generate(folder, councils, meetings, texts=False)
    return folder / "parsed"


def loader(store_dir: Path, *paths: Path) -> subprocess.Popen[str]:
    """A loader that has begun: it has its imports and its connection, and writes from now on."""
    command = [sys.executable, "-c", _LOADER, str(store_dir), *map(str, paths)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    return process


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit code and the rest of what it said."""
    said = process.communicate(timeout=300)[0]
    return process.returncode, said


def clean_dump(store: Store, minutes: Path) -> list[str]:
    """The graph of one load into an empty store that nothing disturbs."""
    empty(store)
    load_all(store, minutes)
    return list(dump(store))


def load_all(store: Store, minutes: Path) -> None:
    """Loads; nothing may fail."""
    assert not [r.error for r in load([minutes], store) if r.error]


def empty(store: Store) -> None:
    """Takes everything out."""
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
