"""The canonical dump: every node and relationship once, the same whatever was loaded first; nothing of the moment."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store, StoreError
from govgraph.graph_loader.store import dump as dumping
from govgraph.graph_loader.store.dump import dump

from ...faults.made import made_minutes
from ..test_pipeline import empty


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return sorted(made_minutes(tmp_path_factory.mktemp("minutes"), 1, 2).rglob("*.json"))


def loaded(store: Store, files: list[Path], year: int) -> list[str]:
    empty(store)
    assert not [r.error for r in load(files, store, now=lambda: datetime(year, 1, 1, tzinfo=UTC)) if r.error]
    return list(dump(store))


def test_it_holds_every_node_and_relationship_once_whatever_the_page(
    store: Store, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = loaded(store, files, 2024)
    assert len(set(lines)) == len(lines)
    (size,) = store.read("RETURN COUNT { (n) WHERE NOT n:Lock } AS nodes, COUNT { ()-->() } AS edges")
    kinds = [json.loads(line)[0] for line in lines]
    assert (kinds.count("node"), kinds.count("edge")) == (size["nodes"], size["edges"])
    assert kinds == sorted(kinds, reverse=True)  # an importer needs the nodes first
    monkeypatch.setattr(dumping, "PAGE", 7)
    assert list(dump(store)) == lines


def test_it_is_the_same_for_the_same_graph_and_tells_another_apart(store: Store, files: list[Path]) -> None:
    lines = loaded(store, files, 2024)
    assert loaded(store, files[::-1], 2025) == lines
    for change in (
        "MATCH (p:Person) WITH p LIMIT 1 SET p.name = p.name + ' '",
        "MATCH (:Person)-[r:SAT_ON]->() WITH r LIMIT 1 SET r.role = 'changed'",
        "MATCH (:Person)-[r:ATTENDED]->() WITH r LIMIT 1 DELETE r",
        "CREATE (:SomebodysOwn {note: 1})",
    ):
        before = list(dump(store))
        store.query(change, write=True)
        assert list(dump(store)) != before


def test_a_store_that_is_written_meanwhile_is_said(store: Store, files: list[Path]) -> None:
    loaded(store, files[:1], 2024)
    lines = dump(store)
    next(lines)
    loaded(store, files[1:2], 2024)
    with pytest.raises(StoreError, match="was written while it was read"):
        list(lines)
