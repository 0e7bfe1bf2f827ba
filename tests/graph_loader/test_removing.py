"""Removing a document gives the graph without it: also where two say the same, and where it was changed before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from govgraph.cli import app
from govgraph.commands.documents.removing import find_document
from govgraph.graph_loader.pipeline import remove
from govgraph.graph_loader.store import Store
from typer.testing import CliRunner

from .test_pipeline import FILES, dump, load_all

MINUTES = (
    "Fenmarsh Parish Council\n\nMinutes of the meeting held on {day}\n\nPresent: Cllr Ruth Hall (Chair), {present}\n\n"
    "Apologies: Cllr D Eames\n"
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str, str], Path]:
    def written(name: str, day: str, present: str) -> Path:
        (tmp_path / name).write_text(MINUTES.format(day=day, present=present), "utf-8")
        return tmp_path / name

    return written


@pytest.mark.long
def test_removing_some_of_the_examples_gives_the_graph_without_them(store: Store) -> None:
    gone = FILES[2::4]
    load_all(store, [f for f in FILES if f not in gone])
    without = dump(store)
    load_all(store, gone)
    assert dump(store) != without
    assert remove([find_document(store, f.name) for f in gone], store) == []
    assert dump(store) == without


def test_what_another_document_says_too_stays(store: Store, write: Callable[[str, str, str], Path]) -> None:
    draft, approved = "Cllr B Cole", "Cllr B Cole, Cllr Hugh Marrow"
    load_all(store, [write("approved.txt", "3 March 2020", approved)])
    without = dump(store)
    load_all(store, [write("draft.txt", "3 March 2020", draft)])
    assert dump(store) != without
    assert remove(["draft.txt"], store) == []
    assert dump(store) == without
    # Two documents of the same bytes: each by itself keeps what they say.
    load_all(store, [write("again.txt", "3 March 2020", approved)])
    assert remove(["approved.txt"], store) == []
    renamed = [re.sub('"digest": "[0-9a-f]+"', "", line.replace("again.txt", "approved.txt")) for line in dump(store)]
    assert renamed == [re.sub('"digest": "[0-9a-f]+"', "", line) for line in without]


def test_a_document_that_was_changed_goes_with_all_its_versions(
    store: Store, write: Callable[[str, str, str], Path]
) -> None:
    load_all(store, [write("other.txt", "7 April 2020", "Cllr Barbara Cole")])
    without = dump(store)
    load_all(store, [write("changed.txt", "3 March 2020", "Cllr B Cole")])
    load_all(store, [write("changed.txt", "3 March 2020", "Cllr Benjamin Cole")])
    assert remove(["changed.txt"], store) == []
    assert dump(store) == without
    assert remove(["other.txt"], store) == []
    assert store.read("MATCH (n) WHERE NOT n:Lock RETURN count(n) AS n") == [{"n": 0}]


def test_the_command_takes_names_and_says_what_it_does_not_know(
    store: Store, neo4j_dir: Path, write: Callable[[str, str, str], Path]
) -> None:
    load_all(store, [write("march.txt", "3 March 2020", "Cllr B Cole")])
    unknown = CliRunner().invoke(app, ["remove", "marsh.txt", "--store-dir", str(neo4j_dir)])
    assert (unknown.exit_code, "march.txt" in unknown.stderr) == (3, True)
    done = CliRunner().invoke(app, ["remove", "march.txt", "--store-dir", str(neo4j_dir)])
    assert (done.exit_code, done.stdout) == (0, "1 document removed\n")
    assert store.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 0}]
