"""Nothing is lost: loading twice, in another order, in part or killed half-way leaves the graph of one loading."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader import parsing, reader_hash
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.refreshing import refresh
from govgraph.graph_loader.sources import Source
from govgraph.graph_loader.stated import Stated
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store import dump as store_dump
from govgraph.graph_loader.store.readings import readings_in
from govgraph.graph_loader.store.shortcuts.rebuild import pending
from govgraph.graph_loader.store.write import ensure_schema

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"
FILES = sorted(f for f in EXAMPLES.iterdir() if f.suffix in {".txt", ".md"})
SOME = FILES[1::3]


def dump(store: Store) -> list[str]:
    return sorted(store_dump.dump(store))


def empty(store: Store) -> None:
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    ensure_schema(store)


def load_all(store: Store, paths: Sequence[Path]) -> list[Any]:
    results = list(load(paths, store))
    assert [r.error for r in results if r.error] == []
    return [r.state for r in results]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with some of the examples; no test changes it."""
    made = tmp_path_factory.mktemp("examples") / "minutes"  # the name of a folder tells whose its minutes are
    made.mkdir()
    for file in SOME:
        shutil.copy(file, made)
    return made


@pytest.fixture(scope="module")
def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def whole(neo4j_dir: Path, folder: Path) -> list[str]:
    """The graph of the folder, loaded at once."""
    with open_store(None, neo4j_dir) as store:
        empty(store)
        load_all(store, [folder])
        return dump(store)


def test_loading_twice_changes_nothing_and_says_so(store: Store, folder: Path, whole: list[str]) -> None:
    assert set(load_all(store, [folder])) == {"inserted"}
    assert set(load_all(store, [folder])) == {"unchanged"}
    assert dump(store) == whole


def test_a_file_that_would_be_read_as_before_is_not_read_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for file in FILES[:3]:
        shutil.copy(file, folder)
    before = list(load([folder], store))
    graph = dump(store)
    read: list[str] = []
    parse_bytes = parsing._parse_bytes

    def noted(source: Source, content: bytes, stated: Stated | None) -> Any:
        read.append(source.key)
        return parse_bytes(source, content, stated)

    monkeypatch.setattr(parsing, "_parse_bytes", noted)

    again = list(load([folder], store))
    assert not read
    assert [replace(r, state=None) for r in again] == [replace(r, state=None) for r in before]
    assert dump(store) == graph

    changed = sorted(f for f in folder.iterdir() if f.suffix == ".txt")[0]
    changed.write_text(changed.read_text("utf-8") + "\n\nA line at the end.\n", "utf-8")
    list(load([folder], store))
    assert read == [changed.name]

    read.clear()
    list(load([folder], store, council="Ormley Borough Council"))
    assert len(read) == len(before)  # what is stated changes whose minutes these are

    read.clear()
    list(load([folder], store, council="Ormley Borough Council", reread=True))
    assert len(read) == len(before)


def test_another_reader_reads_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    file = FILES[0]
    load_all(store, [file])
    graph = dump(store)
    monkeypatch.setattr(reader_hash, "reader_hash", lambda: "another")
    read = list(readings_in(store).values())
    assert load_all(store, [file]) == ["unchanged"]  # it reads the same, and that is noted
    assert list(readings_in(store).values()) != read
    assert [line for line in dump(store) if '"read"' not in line] == [line for line in graph if '"read"' not in line]


def test_the_order_of_loading_does_not_matter(store: Store, files: list[Path], whole: list[str]) -> None:
    shuffled = list(files)
    random.Random(3).shuffle(shuffled)
    for file in shuffled:
        load_all(store, [file])
    assert dump(store) == whole


def test_half_and_then_whole(store: Store, folder: Path, files: list[Path], whole: list[str]) -> None:
    load_all(store, files[::2])
    assert dump(store) != whole
    states = load_all(store, [folder])
    assert states.count("unchanged") == len(files[::2])
    assert dump(store) == whole


def test_a_changed_document_replaces_exactly_its_own_facts(store: Store, whole: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for file in SOME:
        shutil.copy(file, folder)
    load_all(store, [folder])
    assert dump(store) == whole
    changed = folder / next(f.name for f in SOME if b"Cllr" in f.read_bytes())
    original = changed.read_bytes()
    changed.write_bytes(original.replace(b"Cllr", b"Councillor").replace(b"Councillors", b"Councillors "))
    assert changed.read_bytes() != original
    states = load_all(store, [folder])
    assert (states.count("updated"), states.count("unchanged")) == (1, len(SOME) - 1)
    versions = store.read(
        "MATCH (d:Document {name: $name})-[h:HAS_VERSION]->(v) RETURN h.current AS current, v.superseded AS superseded",
        name=changed.name,
    )
    assert sorted((v["current"], v["superseded"]) for v in versions) == [(False, True), (True, False)]
    changed.write_bytes(original)
    assert load_all(store, [folder]).count("updated") == 1
    now = [line for line in dump(store) if "Superseded" not in line]
    assert [line for line in whole if line.startswith('["node", ["Fact') and line not in now] == []


def test_what_a_document_touched_is_marked_until_it_is_rebuilt(store: Store, folder: Path, whole: list[str]) -> None:
    loading = load([folder], store)
    for _ in range(4):
        next(loading)
    assert pending(store)
    assert store.read("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 0}]
    refresh(store)
    assert not pending(store)
    assert list(loading)
    assert dump(store) == whole


_LOADER = """
import sys
from pathlib import Path
from govgraph.graph_loader import parsing, reader_hash
from govgraph.graph_loader.parsed_minutes import ParsedMinutes
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import open_store
with open_store(None, Path(sys.argv[1])) as store:
    for result in load([Path(sys.argv[2])], store):
        print(result.source.key, flush=True)
    print("rebuilt", flush=True)
"""


@pytest.mark.parametrize("after", [1, len(SOME), *(pytest.param(n, marks=pytest.mark.long) for n in (2, 3, 4))])
def test_a_loader_that_is_killed_loses_nothing(
    store: Store, neo4j_dir: Path, folder: Path, whole: list[str], after: int
) -> None:
    command = [sys.executable, "-c", _LOADER, str(neo4j_dir), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as loader:
        assert loader.stdout
        for _ in range(after):
            loader.stdout.readline()
        time.sleep(0.02 * after)
        os.kill(loader.pid, signal.SIGKILL)
    load_all(store, [folder])
    assert dump(store) == whole
