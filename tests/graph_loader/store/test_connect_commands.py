"""`govgraph store`: what its commands print, refuse and return."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from govgraph.commands.store.cypher_shell import in_cypher, split_statements
from govgraph.commands.store.lock_jars import listed
from govgraph.commands.store.store import app
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.connect import local_neo4j
from typer.testing import CliRunner


def run(*arguments: str, given: str = "") -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_status_of_a_store_that_runs(store: Store, neo4j_dir: Path) -> None:
    store.query(
        "CREATE (:Document {key: 'a'}), (:Person {id: '1'}), (:Person {id: '2'}), (:Body {id: '3'})", write=True
    )
    store.query("CREATE (:Fact:Attendance {id: '4'})", write=True)
    code, out, err = run("status", "--format", "json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert found["running"] is True
    assert found["uri"] == store.uri
    assert found["folder"] == str(neo4j_dir)
    assert found["version"] == "5.26.12"
    assert {name: found[name] for name in ("documents", "facts", "people", "bodies")} == {
        "documents": 1,
        "facts": 1,
        "people": 2,
        "bodies": 1,
    }
    assert found["bytes"] > 500_000
    assert 0 < found["stops_in_seconds"] <= 900
    code, out, _ = run("status", "--store-dir", str(neo4j_dir))
    assert "running               yes" in out.splitlines()


def test_status_of_a_store_that_does_not_run(tmp_path: Path) -> None:
    code, out, err = run("status", "--store-dir", str(tmp_path / "none"), "-f", "json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert (found["running"], found["exists"], found["bytes"]) == (False, False, 0)
    assert not (tmp_path / "none").exists()
    assert run("stop", "--store-dir", str(tmp_path / "none")) == (0, "Neo4j did not run\n", "")


def test_status_of_a_server_of_ones_own(neo4j_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = local_neo4j(neo4j_dir)
    state = local.running()
    assert state
    monkeypatch.setenv("NEO4J_PASSWORD", local.folder.password())
    code, out, _ = run("status", "--store", state.uri, "-f", "json")
    assert code == 0
    assert json.loads(out)["uri"] == state.uri
    assert "folder" not in json.loads(out)
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-password")
    code, out, err = run("status", "--store", state.uri)
    assert (code, out) == (1, "")
    assert err.startswith("govgraph: Neo4j at bolt://127.0.0.1:")


@pytest.mark.parametrize("command", [["start"], ["stop"], ["backup", "x.tar.gz"], ["restore", "x.tar.gz"]])
def test_what_is_for_the_local_neo4j_only(command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command, "--store", "bolt://localhost:7687")
    assert (code, out) == (2, "")
    assert "for the local Neo4j, and --store names a server of your own" in err
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:7687")
    if command != ["stop"]:
        assert "NEO4J_URI names a server of your own" in run(*command)[2]
    assert list(tmp_path.iterdir()) == []


def test_errors_end_with_1_and_wrong_usage_with_2(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    code, out, err = run("start", "--store-dir", str(tmp_path / "file"))
    assert (code, out) == (1, "")
    assert err.startswith(f"govgraph: {tmp_path / 'file'}: there is a file where a folder would be; give another")
    assert err.count("\n") == 1
    assert run("backup", str(tmp_path / "b.tar.gz"), "--store-dir", str(tmp_path / "none"))[0] == 1
    assert run("status", "--format", "xml")[0] == 2
    assert run("backup")[0] == 2
    assert run("shell", "--store", "http://localhost")[0] == 1


def test_the_shell_reads_statements_and_prints_rows(store: Store) -> None:
    store.query("CREATE (:Person {id: '1', name: 'Ann \"A\" Lee'})", write=True)
    code, out, err = run("shell", given='MATCH (p:Person) // ; no end\nRETURN p, "a;b" AS x;\nRETURN 2 AS two')
    assert (code, err) == (0, "")
    assert '(:Person {id: "1", name: "Ann \\"A\\" Lee"})' in out
    assert "a;b" in out
    assert "two" in out
    assert out.count("1 row") == 2


def test_the_shell_only_reads_unless_asked(store: Store) -> None:
    code, out, err = run("shell", given="CREATE (:Person {id: '1'});RETURN 1;")
    assert (code, out) == (1, "")
    assert "only reading is allowed here; give --write to allow it" in err
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    assert run("shell", "--write", given="CREATE (:Person {id: '1'});")[0] == 0
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 1}]


def test_the_shell_shows_the_password_only_when_asked(store: Store, neo4j_dir: Path) -> None:
    password = local_neo4j(neo4j_dir).folder.password()
    assert password not in "".join(map(str, run("shell", given="RETURN 1;")))
    shown = run("shell", "--show-password", given="")[2]
    assert password in shown
    assert store.uri in shown


@pytest.mark.skipif(os.name != "posix", reason="a terminal of its own needs POSIX")
def test_the_shell_on_a_terminal(store: Store, neo4j_dir: Path) -> None:
    import pty

    master, slave = pty.openpty()
    command = "import sys; from govgraph.commands.store.store import app; app(['shell', '--store-dir', sys.argv[1]])"
    shell = subprocess.Popen(
        [sys.executable, "-c", command, str(neo4j_dir)], stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    )
    os.close(slave)
    seen = b""

    def expect(text: bytes) -> None:
        nonlocal seen
        end = time.monotonic() + 20
        while text not in seen:
            assert select.select([master], [], [], max(0, end - time.monotonic()))[0], seen
            seen += os.read(master, 4096)
        seen = seen.partition(text)[2]

    expect(f"password in {neo4j_dir / 'password'}".encode())
    expect(b"Read-only.")
    expect(b"cypher> ")
    os.write(master, b"RETURN 40 + 2\n")
    expect(b"   ...> ")
    os.write(master, b"AS answer;\n")
    expect("│ 42     │".encode())
    expect(b"cypher> ")
    os.write(master, b"RETUR 1;\n")
    expect(b"govgraph: Invalid input")
    expect(b"cypher> ")
    os.write(master, b":exit\n")
    assert shell.wait(20) == 0
    os.close(master)


@pytest.mark.parametrize(
    ("text", "done", "left"),
    [
        ("RETURN 1; RETURN 2;", ["RETURN 1", "RETURN 2"], ""),
        ("RETURN ';' AS a, \";\" AS b, `;`;x", ["RETURN ';' AS a, \";\" AS b, `;`"], "x"),
        ("RETURN 'it\\'s;' ;", ["RETURN 'it\\'s;'"], ""),
        ("RETURN 1 // a; b\n + 1;", ["RETURN 1 // a; b\n + 1"], ""),
        ("RETURN /* ; \n ; */ 1; ", ["RETURN /* ; \n ; */ 1"], " "),
        ("RETURN 6 / 2;", ["RETURN 6 / 2"], ""),
        ("RETURN 'open ; text", [], "RETURN 'open ; text"),
        ("RETURN 1; /* open ; ", ["RETURN 1"], " /* open ; "),
        (";;", [], ""),
    ],
)
def test_where_statements_end(text: str, done: list[str], left: str) -> None:
    assert split_statements(text) == (done, left)


def test_values_as_cypher_writes_them(store: Store) -> None:
    row = store.query(
        "CREATE p=(a:A:B {x: [1, 2]})<-[r:KNOWS {since: date('2024-05-31')}]-(c) "
        "RETURN p, a, r, c, {k: null, l: 1.5} AS m, datetime('2024-05-31T10:00:00Z') AS t, 'it' AS s",
        write=True,
    ).rows[0]
    assert {key: in_cypher(value) for key, value in row.items()} == {
        "p": "(:A:B {x: [1, 2]})<-[:KNOWS {since: 2024-05-31}]-()",
        "a": "(:A:B {x: [1, 2]})",
        "r": "[:KNOWS {since: 2024-05-31}]",
        "c": "()",
        "m": "{k: null, l: 1.5}",
        "t": "2024-05-31T10:00:00.000000000+00:00",
        "s": "it",
    }
    assert in_cypher("\x1b[31mred\nline") == "\\x1b[31mred\nline"
    assert in_cypher([True, "a\\b"]) == '[true, "a\\\\b"]'


def test_mavens_list_becomes_jars() -> None:
    text = (
        "The following files have been resolved:\n"
        "   org.neo4j:neo4j:jar:5.26.12:compile\x1b[36m -- module neo4j\x1b[0m\n"
        "   io.netty:netty-transport-native-kqueue:jar:osx-x86_64:4.1.124.Final:runtime\n"
        "   org.example:only-for-tests:jar:1.0:test\n"
    )
    assert [str(jar) for jar in listed(text)] == [
        "org.neo4j:neo4j:5.26.12",
        "io.netty:netty-transport-native-kqueue:4.1.124.Final:osx-x86_64",
    ]
