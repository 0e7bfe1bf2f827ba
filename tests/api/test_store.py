"""The interface for Python: the same answers as the command, names instead of ids, networks, frames and maps."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import govgraph
import pytest
from govgraph.cli import app
from govgraph.graph_loader.store import Store as Connection
from govgraph.queries.catalogue import QueryError
from govgraph.queries.subjects import UnknownName
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
GROUP, COMMITTEE, MARSH = "Small Schools Working Group", "Children's Services Committee", "Jemima Marsh"


@pytest.fixture(scope="module")
def store(examples_dir: Path) -> Iterator[govgraph.Store]:
    with govgraph.Store(store_dir=examples_dir) as opened:
        yield opened


QUESTIONS: dict[str, tuple[Callable[[Any], Any], tuple[str, ...]]] = {
    "who-sat on a day": (lambda s: s.who_sat(GROUP, on=date(2024, 7, 15)), ("who-sat", GROUP, "--on", "2024-07-15")),
    "who-sat": (lambda s: s.who_sat(COMMITTEE), ("who-sat", COMMITTEE)),
    "who-sat in a time": (
        lambda s: s.who_sat(COMMITTEE, from_="2022", to="2023-06"),
        ("who-sat", COMMITTEE, "--from", "2022", "--to", "2023-06"),
    ),
    "who-sat known by": (
        lambda s: s.who_sat(GROUP, on="2024-07-15", known_by="2024-06"),
        ("who-sat", GROUP, "--on", "2024-07-15", "--known-by", "2024-06"),
    ),
    "trace": (lambda s: s.trace(MARSH), ("trace", MARSH)),
    "substitutions": (lambda s: s.substitutions(body=COMMITTEE), ("substitutions", "--body", COMMITTEE)),
    "appointments": (
        lambda s: s.appointments(person=MARSH, from_="2023"),
        ("appointments", "--person", MARSH, "--from", "2023"),
    ),
    "attendance": (lambda s: s.attendance(person=MARSH), ("attendance", "--person", MARSH)),
    "attendance summary": (
        lambda s: s.attendance(body=COMMITTEE, summary=True),
        ("attendance", "--body", COMMITTEE, "--summary"),
    ),
    "declarations": (lambda s: s.declarations(), ("declarations",)),
    "votes": (lambda s: s.votes(to="2024-01"), ("votes", "--to", "2024-01")),
    "delegations": (lambda s: s.delegations(), ("delegations",)),
    "people": (lambda s: s.people(mentions=True), ("people", "--mentions")),
    "bodies": (lambda s: s.bodies(), ("bodies",)),
    "coverage": (lambda s: s.coverage(GROUP), ("coverage", GROUP)),
    "changes": (lambda s: s.changes("2022-06", "2024-10"), ("changes", "--from", "2022-06", "--to", "2024-10")),
    "path": (lambda s: s.path(MARSH, GROUP), ("path", MARSH, GROUP)),
    "central": (lambda s: s.central(of="bodies", limit=5), ("central", "--of", "bodies", "--limit", "5")),
    "audit": (lambda s: s.audit("vacancy", "quorum"), ("audit", "vacancy", "quorum")),
    "query": (lambda s: s.query("counts"), ("query", "counts")),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_is_that_of_the_command(name: str, store: govgraph.Store, examples_dir: Path) -> None:
    ask, command = QUESTIONS[name]
    ended = CliRunner().invoke(app, [*command, "--format", "json", "--store-dir", str(examples_dir)])
    assert ended.exit_code == 0, ended.stderr
    rows = ask(store)
    assert rows
    assert json.loads(json.dumps(rows, default=str)) == json.loads(ended.stdout)


def test_notes_say_what_is_not_known(store: govgraph.Store) -> None:
    assert any("no meeting of this body between" in note for note in store.who_sat(GROUP, on="2024-07-15").notes)


def test_a_name_that_is_none_is_said_with_the_nearest(store: govgraph.Store) -> None:
    with pytest.raises(UnknownName) as error:
        store.who_sat("Small Schools Working Grup")
    assert GROUP in error.value.nearest
    assert store.find(MARSH).name == store.find_person("Cllr Jemima Marsh").name


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda s: s.who_sat(GROUP, on="soon"), "“soon” is no date"),
        (lambda s: s.who_sat(GROUP, on="2024-07", known_by="2024"), "longer than a day"),
        (lambda s: s.who_sat(GROUP, on="2024-07-15", to="2025"), "give either"),
        (lambda s: s.changes("2024", "2022"), "2024 is after 2022"),
        (lambda s: s.votes(from_="05/06/2024"), "may be two days"),
    ],
)
def test_what_cannot_be_asked_is_said(ask: Callable[[Any], Any], said: str, store: govgraph.Store) -> None:
    with pytest.raises(QueryError, match=said):
        ask(store)


def test_a_network_is_that_of_the_export(store: govgraph.Store, tmp_path: Path) -> None:
    import networkx as nx

    graph = store.networkx(body=GROUP)
    store.export("graphml", tmp_path / "group.graphml", body=GROUP)
    read = nx.read_graphml(tmp_path / "group.graphml", force_multigraph=True)
    assert {n: read.nodes[n] for n in read} == {n: graph.nodes[n] for n in graph}
    assert set(read.edges) == set(graph.edges)


def test_rows_show_themselves_and_become_frames(store: govgraph.Store) -> None:
    rows = store.who_sat(GROUP, on="2024-07-15")
    shown = rows._repr_html_()
    assert shown.startswith("<table>")
    assert "Fennimore" in shown
    assert "person_id" not in shown
    assert govgraph.Rows([{"a": "<b>"}])._repr_html_().count("&lt;b&gt;") == 1
    for library, make in (("pandas", rows.to_pandas), ("polars", rows.to_polars)):
        try:
            __import__(library)
        except ImportError:
            with pytest.raises(ImportError):
                make()
        else:
            assert list(make().columns) == list(rows.columns)


def test_a_map_shows_itself(store: govgraph.Store) -> None:
    assert store.map(body=GROUP, on="2024-07-15")._repr_html_().startswith("<iframe")


def test_parse_needs_no_store() -> None:
    minutes = govgraph.parse(ROOT / "examples" / "minutes" / "2024-05-21-county-council.txt")
    assert [m.meeting.date for m in minutes] == ["2024-05-21"]


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    code = "import sys, govgraph; print([m for m in sys.modules if m.startswith('govgraph.')])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
    assert {"Store", "parse", "Rows"} <= set(dir(govgraph))
    with pytest.raises(AttributeError):
        _ = govgraph.nothing


def test_the_notebook_runs(examples: Connection, examples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE_DIR", str(examples_dir))
    before = examples.read("MATCH (n) RETURN count(n) AS n")
    notebook = json.loads((ROOT / "examples" / "govgraph.ipynb").read_text("utf-8"))
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    assert {result.state for result in names["loaded"]} == {"unchanged"}
    assert names["sitting"]
    assert examples.read("MATCH (n) RETURN count(n) AS n") == before
