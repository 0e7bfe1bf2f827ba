"""Documents of one hour that contradict each other, in a real store: any order, in part, changed, removed, killed."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.decisions import FactCorrection
from govgraph.graph_loader.pipeline import load, remove
from govgraph.graph_loader.refreshing import refresh
from govgraph.graph_loader.store import Store, same_hour
from govgraph.graph_loader.store.decisions.corrections import keep_corrections

from .test_pipeline import dump, empty, load_all
from .test_same_hour import MOORINGS, TEXTS


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return sorted(tmp_path.iterdir())


@pytest.mark.parametrize("every", [14, pytest.param(1, marks=pytest.mark.long)])
def test_orders_and_removals_give_the_graph_of_the_documents_that_are_left(
    store: Store, files: list[Path], every: int
) -> None:
    graphs: dict[frozenset[Path], list[str]] = {}
    orders = list(itertools.permutations(files))[3::every]  # all of them without a store: in test_same_hour
    for some in {frozenset(order[:number]) for order in orders for number in range(1, len(files) + 1)}:
        empty(store)
        load_all(store, sorted(some))
        graphs[some] = dump(store)
    for order in orders:
        empty(store)
        load_all(store, order[:2])
        load_all(store, order[2:])
        assert dump(store) == graphs[frozenset(files)], order
        assert set(load_all(store, order[:1])) == {"unchanged"}
        for last in range(len(order) - 1, 0, -1):
            assert remove([order[last].name], store) == []
            assert dump(store) == graphs[frozenset(order[:last])], order[: last + 1]
        assert remove([order[0].name], store) == []
        assert store.read("MATCH (n) WHERE NOT n:Lock RETURN count(n) AS n") == [{"n": 0}]


def test_a_document_that_changes_its_mind_leaves_the_others_as_they_were(store: Store, files: list[Path]) -> None:
    first, second, *_ = files
    load_all(store, [first])
    alone = dump(store)
    second.write_text(TEXTS[first.name].replace("Minutes of", "Draft minutes of"), "utf-8")
    load_all(store, [second])
    assert len(store.read("MATCH (m:Meeting) RETURN m")) == 1
    second.write_text(MOORINGS, "utf-8")  # it was another meeting's: what it said before no longer counts
    load_all(store, [second])
    ways = [dump(store)]
    empty(store)
    second.write_text(TEXTS[first.name].replace("Minutes of", "Draft minutes of"), "utf-8")
    load_all(store, [second])
    second.write_text(MOORINGS, "utf-8")
    load_all(store, [second, first])
    ways.append(dump(store))
    assert ways[0] == ways[1]
    assert len(store.read("MATCH (m:Meeting)-[:OF]->() RETURN m")) == 2
    remove([second.name], store)
    assert dump(store) == alone


def test_a_correction_comes_off_before_meetings_are_told_apart(store: Store, files: list[Path]) -> None:
    load_all(store, files)
    expected = dump(store)
    empty(store)
    load_all(store, files[:1])
    fact = store.read("MATCH (a:Attendance)-[:PERSON]->(:Mention {text: 'Cllr Bram Odum'}) RETURN a.id AS id")[0]["id"]
    fields: dict[str, Any] = {
        "id": "c-1",
        "fact": fact,
        "field": "status",
        "was": "present",
        "value": "absent",
        "who": "A. Clerk",
    }
    rest: dict[str, Any] = {
        "when": "2026-01-01T10:00:00+00:00",
        "why": "a slip",
        "document": "a.txt",
        "line": 7,
        "quote": "Odum",
    }
    keep_corrections(store, [FactCorrection(**fields, **rest)])
    refresh(store)
    assert store.read("MATCH (a:Attendance {status: 'absent'}) RETURN count(a) AS n") == [{"n": 1}]
    load_all(store, files[1:])
    keep_corrections(store, [])
    refresh(store)
    assert dump(store) == expected


def test_one_that_is_killed_while_meetings_are_told_apart_has_changed_nothing(
    store: Store, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_all(store, files[:2])
    before = dump(store)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    for step in ("write_rows", "current_versions"):
        with monkeypatch.context() as patch:
            patch.setattr(same_hour, step, killed)
            with pytest.raises(KeyboardInterrupt):
                list(load(files[2:3], store))
        assert dump(store) == before
    load_all(store, files[2:])
    after = dump(store)
    empty(store)
    load_all(store, files)
    assert dump(store) == after
