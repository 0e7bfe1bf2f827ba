"""kill -9 of the loader and of Neo4j at any moment: loading again gives the graph of one clean load."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.dump import dump
from govgraph.graph_loader.store.local.progress import Silent
from govgraph.graph_loader.store.local.state import process_of, read_state

from .made import clean_dump, empty, ended, load_all, loader, made_minutes

pytestmark = [pytest.mark.neo4j, pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")]

SEED = 14


@pytest.fixture(scope="module")
def own_dir(store_environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store for this module alone, whose server is killed."""
    folder = tmp_path_factory.mktemp("kills") / "store"
    yield folder
    local_neo4j(folder).stop(Silent())


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_minutes(tmp_path_factory.mktemp("minutes"))


@pytest.fixture(scope="module")
def clean(own_dir: Path, minutes: Path) -> tuple[list[str], float]:
    """The graph of one clean load, and how long a loader takes for it, in seconds."""
    with open_store(None, own_dir) as store:
        clean_dump(store, minutes)  # warms the server up
        empty(store)
        process, started = loader(own_dir, minutes), time.monotonic()
        assert ended(process)[0] == 0
        return list(dump(store)), time.monotonic() - started


def moments(seconds: float, count: int) -> list[float]:
    """Random moments, one in each of as many equal parts of the time that a load takes."""
    chance = random.Random(SEED)
    return [seconds * (part + chance.random()) / count for part in range(count)]


def kill_loaders(store: Store, own_dir: Path, minutes: Path, clean: tuple[list[str], float], count: int) -> None:
    graph, seconds = clean
    for moment in moments(seconds, count):
        empty(store)
        process = loader(own_dir, minutes)
        time.sleep(moment)
        process.kill()
        process.communicate()
        load_all(store, minutes)
        assert list(dump(store)) == graph, f"killed after {moment:.2f} s of {seconds:.2f}"


def kill_servers(own_dir: Path, minutes: Path, clean: tuple[list[str], float], count: int) -> None:
    graph, seconds = clean
    for moment in moments(seconds, count):
        with open_store(None, own_dir) as store:
            empty(store)
        process = loader(own_dir, minutes)
        time.sleep(moment)
        server = process_of(read_state(local_neo4j(own_dir).folder))
        assert server
        server.kill()
        code, said = ended(process)
        assert (code, "loaded" in said) == (0, True) or "the next command starts it again" in said
        with open_store(None, own_dir) as store:
            load_all(store, minutes)
            assert list(dump(store)) == graph, f"killed after {moment:.2f} s of {seconds:.2f}"


def test_a_loader_that_is_killed(own_dir: Path, minutes: Path, clean: tuple[list[str], float]) -> None:
    with open_store(None, own_dir) as store:
        kill_loaders(store, own_dir, minutes, clean, 3)


def test_a_neo4j_that_is_killed(own_dir: Path, minutes: Path, clean: tuple[list[str], float]) -> None:
    kill_servers(own_dir, minutes, clean, 2)


@pytest.mark.long
def test_a_loader_that_is_killed_at_a_hundred_moments(
    own_dir: Path, minutes: Path, clean: tuple[list[str], float]
) -> None:
    with open_store(None, own_dir) as store:
        kill_loaders(store, own_dir, minutes, clean, 100)


@pytest.mark.long
def test_a_neo4j_that_is_killed_at_thirty_moments(own_dir: Path, minutes: Path, clean: tuple[list[str], float]) -> None:
    kill_servers(own_dir, minutes, clean, 30)
