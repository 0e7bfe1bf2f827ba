"""kill -9 of the loader and of Neo4j at any moment: loading again gives the graph of one clean load."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from govgraph.graph_loader.store import open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.dump import dump
from govgraph.graph_loader.store.local.state import process_of, read_state

from .made import clean_dump, empty, ended, load_all, loader, made_minutes

pytestmark = [pytest.mark.neo4j, pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")]

SEED = 14


class Load(NamedTuple):
    """Minutes, the graph of one clean load of them, and how long a loader takes for it, in seconds."""

    minutes: Path
    graph: list[str]
    seconds: float


def clean_load(spare_dir: Path, minutes: Path) -> Load:
    with open_store(None, spare_dir) as store:
        clean_dump(store, minutes)  # warms the server up
        empty(store)
        process, started = loader(spare_dir, minutes), time.monotonic()
        assert ended(process)[0] == 0
        return Load(minutes, list(dump(store)), time.monotonic() - started)


@pytest.fixture(scope="module")
def short(spare_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Load:
    return clean_load(spare_dir, made_minutes(tmp_path_factory.mktemp("minutes"), 1, 4))


@pytest.fixture(scope="module")
def whole(spare_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Load:
    return clean_load(spare_dir, made_minutes(tmp_path_factory.mktemp("minutes")))


def moments(seconds: float, count: int) -> list[float]:
    """Random moments, one in each of as many equal parts of the time that a load takes."""
    chance = random.Random(SEED)
    return [seconds * (part + chance.random()) / count for part in range(count)]


def kill_loaders(spare_dir: Path, load: Load, count: int) -> None:
    with open_store(None, spare_dir) as store:
        for moment in moments(load.seconds, count):
            empty(store)
            process = loader(spare_dir, load.minutes)
            time.sleep(moment)
            process.kill()
            process.communicate()
            load_all(store, load.minutes)
            assert list(dump(store)) == load.graph, f"killed after {moment:.2f} s of {load.seconds:.2f}"


def kill_servers(spare_dir: Path, load: Load, count: int) -> None:
    for moment in moments(load.seconds, count):
        with open_store(None, spare_dir) as store:
            empty(store)
        process = loader(spare_dir, load.minutes)
        time.sleep(moment)
        server = process_of(read_state(local_neo4j(spare_dir).folder))
        assert server
        server.kill()
        code, said = ended(process)
        assert (code, "loaded" in said) == (0, True) or "the next command starts it again" in said
        with open_store(None, spare_dir) as store:
            load_all(store, load.minutes)
            assert list(dump(store)) == load.graph, f"killed after {moment:.2f} s of {load.seconds:.2f}"


def test_a_loader_that_is_killed(spare_dir: Path, short: Load) -> None:
    kill_loaders(spare_dir, short, 2)


def test_a_neo4j_that_is_killed(spare_dir: Path, short: Load) -> None:
    kill_servers(spare_dir, short, 1)


@pytest.mark.long
def test_a_loader_that_is_killed_at_a_hundred_moments(spare_dir: Path, whole: Load) -> None:
    kill_loaders(spare_dir, whole, 100)


@pytest.mark.long
def test_a_neo4j_that_is_killed_at_thirty_moments(spare_dir: Path, whole: Load) -> None:
    kill_servers(spare_dir, whole, 30)
