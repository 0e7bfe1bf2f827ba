"""`store check` finds what is not as the facts say, and mends it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from govgraph.cli import app
from govgraph.graph_loader.following import what_follows
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.dump import dump
from govgraph.graph_loader.store.shortcuts.check import check_shortcuts
from typer.testing import CliRunner

from ...faults.made import clean_dump, made_minutes

DAMAGE = {
    "a shortcut is gone": ("MATCH ()-[r:SAT_ON]->() WITH r ORDER BY r.id LIMIT 1 DELETE r", ("SAT_ON", 1, 0, 0)),
    "a shortcut says something else": (
        "MATCH ()-[r:ATTENDED]->() WITH r ORDER BY r.id LIMIT 2 SET r.status = 'absent'",
        ("ATTENDED", 0, 0, 2),
    ),
    "a shortcut that nothing says": (
        "MATCH (b:Body)--(p:Person) WITH p, b LIMIT 1 CREATE (p)-[:SAT_ON {scope: p.scope, id: 'x'}]->(b)",
        ("SAT_ON", 0, 1, 0),
    ),
    "a shortcut that stands there twice": (
        "MATCH (a)-[r:REFERS_TO]->(b:Person) WITH a, r, b LIMIT 1 CREATE (a)-[s:REFERS_TO]->(b) SET s = properties(r)",
        ("REFERS_TO", 0, 0, 1),
    ),
    "a person is called something else": (
        "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 SET p.name = 'Somebody Else'",
        ("Person", 0, 0, 1),
    ),
}


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_minutes(tmp_path_factory.mktemp("minutes"), 1, 3)


def test_every_damage_is_found_and_mended(store: Store, minutes: Path, neo4j_dir: Path) -> None:
    graph = clean_dump(store, minutes)
    assert check_shortcuts(store, what_follows, mend=False) == []
    for query, expected in DAMAGE.values():
        store.query(query, write=True)
        damaged = list(dump(store))
        assert damaged != graph
        found = check_shortcuts(store, what_follows, mend=False)
        assert [dataclasses.astuple(d)[1:] for d in found] == [expected]
        assert list(dump(store)) == damaged, "nothing is changed without --mend"
        assert check_shortcuts(store, what_follows, mend=True) == found
        assert list(dump(store)) == graph
    store.query(DAMAGE["a shortcut is gone"][0], write=True)
    run = CliRunner().invoke
    arguments = ["store", "check", "--store-dir", str(neo4j_dir)]
    told = run(app, arguments)
    assert (told.exit_code, "SAT_ON: 1 missing, 0 too many, 0 changed\ngive --mend" in told.stdout) == (1, True)
    assert (run(app, [*arguments, "--mend"]).exit_code, run(app, arguments).exit_code) == (0, 0)
    assert list(dump(store)) == graph
