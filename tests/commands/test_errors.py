"""Errors are for people: what was wrong, where, what to do; with the documented exit code and no traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.connect import local_neo4j

from .conftest import Govgraph

LIST = (
    "Fenmarsh Parish Council\nMinutes of the meeting held on 3 March 2020\n\n"
    "Present: Cllr A Bold (Chair), Cllr B Cole\n"
)


def test_a_file_that_is_not_there(govgraph: Govgraph, tmp_path: Path) -> None:
    for command in ("parse", "load"):
        ended = govgraph(command, tmp_path / "nothing.txt")
        assert ended.code == 1
        assert "nothing.txt: there is no such file or folder" in ended.err


def test_no_store_is_started_for_a_file_that_is_not_there(govgraph: Govgraph, tmp_path: Path) -> None:
    ended = govgraph("load", tmp_path / "nothing.txt", "--store", "bolt://127.0.0.1:1")
    assert "nothing.txt: there is no such file or folder" in ended.err


def test_an_empty_folder(govgraph: Govgraph, tmp_path: Path) -> None:
    ended = govgraph("parse", tmp_path)
    assert ended.code == 1
    assert "no minutes in this folder" in ended.err


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "this is a picture"),
        ("recipe.txt", b"Apple cake\n\nTake four apples and peel them.\n" * 5, "no minutes"),
        ("broken.json", b'{"schema": "parsed-minutes/1"', "no parsed minutes"),
        ("other.json", b'{"a": 1}', "no parsed minutes"),
    ],
)
def test_a_file_that_is_no_minutes_loads_nothing_and_says_why(
    store: Store, govgraph: Govgraph, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    for command in ("parse", "load"):
        ended = govgraph(command, bad)
        assert ended.code == 1, command
        assert name in ended.err
        assert says in ended.err
    assert store.read("MATCH (n) WHERE NOT n:Lock RETURN count(n) AS n") == [{"n": 0}]


def test_one_bad_file_among_good_ones(store: Store, govgraph: Govgraph, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LIST, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(LIST.replace("3 March", "7 April"), "utf-8")
    ended = govgraph("load", tmp_path)
    assert ended.code == 1
    assert "3 documents: 2 inserted, 0 updated, 0 unchanged, 1 failed; 2 meetings" in ended.out
    assert "b.txt" in ended.err


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("bolt://no-such-host.invalid", "there is no host of this name"),
        ("bolt://127.0.0.1:1", "nothing answers at bolt://127.0.0.1:1"),
        ("http://127.0.0.1:7474", "is not the address of a Neo4j"),
    ],
)
def test_a_wrong_address(govgraph: Govgraph, uri: str, says: str) -> None:
    ended = govgraph("people", "--store", uri)
    assert ended.code == 1
    assert says in ended.err


def test_a_wrong_password(govgraph: Govgraph, neo4j_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = local_neo4j(neo4j_dir).running()
    assert state
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    ended = govgraph("people", "--store", state.uri)
    assert ended.code == 1
    assert "check NEO4J_USERNAME and NEO4J_PASSWORD" in ended.err
    assert "not-the-password" not in ended.err + ended.out


def test_an_unknown_name_offers_the_nearest(ask: Govgraph) -> None:
    ended = ask("who-sat", "Childrens Servces Committee")
    assert ended.code == 3
    assert "nothing in the store is called “Childrens Servces Committee”" in ended.err
    assert "Children's Services Committee" in ended.err
    nobody = ask("trace", "Xyzzy Qwertzuiop")
    assert nobody.code == 3
    assert "nor anything like it: `govgraph store status` says which store this is" in nobody.err
    assert ask("trace", "Nobody Atall").code == 3
    assert ask("substitutions", "--person", "Nobody Atall").code == 3


def test_a_name_that_fits_several_lists_them(ask: Govgraph) -> None:
    ended = ask("trace", "Gissing")
    assert ended.code == 4
    assert "“Gissing” fits several; give one of these ids:" in ended.err
    assert "Frances Gissing" in ended.err
    assert "Peter Gissing" in ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("who-sat", "Children's Services Committee", "--on", "2023-02-30"), "“2023-02-30” is no date"),
        (("who-sat", "Children's Services Committee", "--on", "2023"), "longer than a day"),
        (("who-sat", "Children's Services Committee", "--on", "2023-06-13", "--to", "2024"), "either --on or"),
        (("audit", "no_such_rule"), "there is no audit rule “no_such_rule”"),
        (("query", "no_such_query"), "there is no query module “no_such_query”"),
        (("query", "last_listed"), "needs the parameter “body_id” (string)"),
        (("query", "people", "--param", "x=1"), "has no parameter “x”"),
        (("query", "people", "--param", "x"), "write KEY=VALUE"),
        (("query",), "name a query module or a .cypher file"),
    ],
)
def test_wrong_usage(ask: Govgraph, arguments: tuple[str, ...], says: str) -> None:
    ended = ask(*arguments)
    assert ended.code == 2
    assert says in ended.err


def test_a_query_of_ones_own_may_not_write(ask: Govgraph, tmp_path: Path) -> None:
    own = tmp_path / "own.cypher"
    own.write_text("CREATE (n:Mine) RETURN n", "utf-8")
    ended = ask("query", own)
    assert ended.code == 1
    assert "would change the store" in ended.err
    own.write_text("MATCH (n:Person RETURN n", "utf-8")
    ended = ask("query", own)
    assert ended.code == 1
    assert "Invalid input" in ended.err
    assert ask("query", tmp_path / "none.cypher").code == 1


def test_a_query_of_ones_own_may_return_nodes_relationships_and_paths(ask: Govgraph, tmp_path: Path) -> None:
    file = tmp_path / "own.cypher"
    file.write_text(
        "MATCH p = (s:Meeting)-[r:OF]->(b:Body) RETURN s, r, p, date('2024-02-29') AS d ORDER BY s.id LIMIT 1\n"
    )
    ended = ask("query", file, "--format", "json")
    assert ended.code == 0, ended.err
    (row,) = json.loads(ended.out)
    assert (row["s"]["labels"], row["r"]["type"], row["d"]) == (["Meeting"], "OF", "2024-02-29")
    assert row["p"] == [row["s"], row["r"], row["p"][2]]
    assert list(row["s"]["properties"]) == sorted(row["s"]["properties"])
    assert "Meeting" in ask("query", file).out
