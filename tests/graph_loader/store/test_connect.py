"""What a store does with queries: reading only reads, writing is whole or not at all, and a plan runs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from govgraph.graph_loader.store import RefusedQueryError, Store, open_store


def count(store: Store) -> int:
    return int(store.read("MATCH (n) RETURN count(n) AS n")[0]["n"])


def test_read_returns_rows_with_parameters(store: Store) -> None:
    assert store.read("UNWIND $values AS v RETURN v, $query AS q", values=[2, 1], query="x") == [
        {"v": 2, "q": "x"},
        {"v": 1, "q": "x"},
    ]


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Person {id: '1'}) RETURN n",
        "MERGE (n:Person {id: '1'})",
        "CREATE INDEX not_made IF NOT EXISTS FOR (n:Person) ON (n.other)",
        "CALL db.createLabel('Other')",
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'another-password'",
    ],
)
def test_the_server_refuses_to_write_in_a_read(store: Store, query: str) -> None:
    with pytest.raises(RefusedQueryError, match="only reading is allowed") as refused:
        store.read(query)
    assert refused.value.code == "Neo.ClientError.Statement.AccessMode"
    with pytest.raises(RefusedQueryError, match="only reading is allowed"):
        store.query(query)
    assert count(store) == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [("file:///etc/hosts", "allow_csv_import_from_file_urls' is false"), ("http://127.0.0.1:9/x", "is blocked")],
)
def test_a_query_reads_no_file_and_asks_no_other_server(store: Store, address: str, said: str) -> None:
    with pytest.raises(RefusedQueryError, match=said):
        store.read("LOAD CSV FROM $address AS line RETURN line", address=address)


def test_a_write_that_fails_leaves_nothing_and_passes_its_own_error_on(store: Store) -> None:
    class OwnError(Exception):
        pass

    def work(tx):  # type: ignore[no-untyped-def]
        tx.run("CREATE (:Person {id: '1'})").consume()
        raise OwnError

    with pytest.raises(OwnError):
        store.write(work)
    assert count(store) == 0
    assert store.write(lambda tx: tx.run("CREATE (:Person {id: '1'}) RETURN 7 AS x").value("x")) == [7]
    assert count(store) == 1


def test_a_query_of_the_users_own_keeps_the_order_of_its_columns(store: Store) -> None:
    answer = store.query("UNWIND [1, 2] AS b RETURN b AS z, $a AS a, b * 2 AS m", {"a": "x"})
    assert answer.keys == ("z", "a", "m")
    assert answer.rows == [{"z": 1, "a": "x", "m": 2}, {"z": 2, "a": "x", "m": 4}]
    assert store.query("MATCH (n:Nothing) RETURN n AS only").keys == ("only",)


def test_a_query_may_write_when_that_is_asked_for(store: Store) -> None:
    store.query("CREATE (:Person {id: $id})", {"id": "1"}, write=True)
    assert count(store) == 1


def test_explain_gives_the_plan_and_runs_nothing(store: Store) -> None:
    assert "AllNodesScan" in store.explain("MATCH (n) RETURN n").operators
    by_key = store.explain("MATCH (p:Person {id: $id}) RETURN p", {"id": "1"}).operators
    assert "AllNodesScan" not in by_key
    assert "NodeUniqueIndexSeek" in by_key
    store.explain("CREATE (:Person {id: '1'})")
    assert count(store) == 0


@pytest.mark.parametrize(
    ("query", "code", "said"),
    [
        ("RETUR 1", "Neo.ClientError.Statement.SyntaxError", "RETUR"),
        ("RETURN $missing", "Neo.ClientError.Statement.ParameterMissing", "missing"),
        ("RETURN 1 / 0", "Neo.ClientError.Statement.ArithmeticError", "zero"),
    ],
)
def test_a_query_that_is_wrong_is_refused_in_the_servers_words(store: Store, query: str, code: str, said: str) -> None:
    with pytest.raises(RefusedQueryError, match=said) as refused:
        store.query(query)
    assert refused.value.code == code


def test_unknown_labels_are_no_news(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    assert store.read("MATCH (n:NobodyEverMadeThis) RETURN n.nothing AS x") == []
    assert capfd.readouterr().err == ""


def test_an_open_store_says_what_it_is(store: Store, neo4j_dir: Path) -> None:
    assert store.is_local
    assert store.uri.startswith("bolt://127.0.0.1:")
    assert store.version == "5.26.12"
    with open_store(None, neo4j_dir) as second:
        assert second.uri == store.uri


def test_each_test_starts_with_an_empty_store_and_its_constraints(store: Store) -> None:
    assert count(store) == 0
    assert {"name": "person_id"} in store.read("SHOW CONSTRAINTS YIELD name RETURN name")
