"""What can be wrong with an address, a password or a server, each said in words and without the password."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from govgraph.graph_loader.store import StoreError, UnreachableError, connect, open_store
from govgraph.graph_loader.store.connect import check_agent, local_neo4j
from govgraph.graph_loader.store.errors import Address, RefusedQueryError, in_words, without_credentials
from neo4j.exceptions import IncompleteCommit, Neo4jError, ServiceUnavailable

SECRET = "hunter2-hunter2"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "_CONNECT_SECONDS", 1.0)
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)


@contextmanager
def answering(reply: bytes | None) -> Iterator[int]:
    """A server on loopback that gives the same answer to everything, or none, and its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        opened = []

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                opened.append(connection)
                if reply is not None:
                    connection.recv(1024)
                    connection.sendall(reply)
                    connection.close()

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        for connection in opened:
            connection.close()


def failure(uri: str | None) -> str:
    with pytest.raises(StoreError) as failed:
        open_store(uri)
    message = str(failed.value)
    assert SECRET not in message
    return message


@pytest.mark.parametrize(
    "uri", ["http://localhost:7474", "localhost:7687", "localhost", "bolt:localhost", "BOLT+X://localhost", "://x"]
)
def test_another_scheme_is_no_address_of_a_neo4j(uri: str) -> None:
    message = failure(uri)
    assert uri in message
    assert "bolt://localhost:7687" in message


@pytest.mark.parametrize("uri", ["bolt://", "bolt://:7687", "bolt://localhost:abc", "bolt://localhost:99999"])
def test_an_address_without_a_usable_host_or_port(uri: str) -> None:
    assert "host or port" in failure(uri)


@pytest.mark.parametrize("password", [SECRET, f"a@{SECRET}@b", f"a/{SECRET}/b"])
def test_a_password_in_the_address_is_refused_and_not_repeated(password: str) -> None:
    assert "set NEO4J_USERNAME and NEO4J_PASSWORD" in failure(f"bolt://neo4j:{password}@localhost:7687")
    assert "localhost" in failure(f"http://neo4j:{password}@localhost")
    assert without_credentials(f"https://a:{password}@host:1/path") == "https://host:1/path"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_host_that_does_not_exist(scheme: str) -> None:
    assert "no host of this name" in failure(f"{scheme}://no-such-host.invalid:7687")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_nothing_listens(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    message = failure(f"{scheme}://127.0.0.1:{port}")
    assert f"nothing answers at {scheme}://127.0.0.1:{port}" in message


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize("reply", [b"rubbish, and no Bolt", b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_what_answers_is_no_neo4j(scheme: str, reply: bytes) -> None:
    with answering(reply) as port:
        message = failure(f"{scheme}://127.0.0.1:{port}")
    assert "not a Neo4j" in message
    assert str(port) in message


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc"])
def test_what_takes_connections_and_says_nothing(scheme: str) -> None:
    started = time.monotonic()
    with answering(None) as port:
        message = failure(f"{scheme}://127.0.0.1:{port}")
    assert f"{port}: something takes connections there and says nothing; check that this is the Bolt port" in message
    assert time.monotonic() - started < 5


@pytest.fixture
def server(neo4j_dir: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The local Neo4j, met as if it were a server of the user's own."""
    local = local_neo4j(neo4j_dir)
    monkeypatch.setenv("NEO4J_PASSWORD", local.folder.password())
    state = local.running()
    assert state
    return state.uri


def test_a_server_of_ones_own(server: str, monkeypatch: pytest.MonkeyPatch, neo4j_dir: Path) -> None:
    with open_store(server) as store:
        assert not store.is_local
        assert store.read("RETURN 1 AS one") == [{"one": 1}]
    monkeypatch.setenv("NEO4J_URI", server.replace("bolt", "neo4j"))
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    with open_store() as store:
        assert store.uri.startswith("neo4j://")
        assert store.read("RETURN 1 AS one") == [{"one": 1}]
    with open_store(None, neo4j_dir) as store:  # a folder that is named counts before the environment
        assert store.is_local
    monkeypatch.setenv("NEO4J_URI", "bolt://no-such-host.invalid")
    with open_store(server) as store:
        assert store.uri == server


def test_a_wrong_password(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    monkeypatch.setenv("NEO4J_USERNAME", "ann")
    message = failure(server)
    assert "refused the user “ann”" in message
    assert "NEO4J_USERNAME" in message


def test_a_missing_password(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "")
    assert "asks for a password; set NEO4J_PASSWORD" in failure(server)


def test_a_database_that_is_not_there(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "minutes-of-old")
    assert "no database “minutes-of-old”" in failure(server)


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s"])
def test_a_server_without_encryption(server: str, scheme: str) -> None:
    assert "no encrypted connection" in failure(server.replace("bolt", scheme))


def test_a_connection_that_is_lost(server: str) -> None:
    with open_store(server) as store:
        store._driver.close()
        with pytest.raises(StoreError):
            store.read("RETURN 1")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.12", "Neo4j/5.27-aura", "Neo4j/2025.01.0"])
def test_servers_that_will_do(agent: str) -> None:
    check_agent(agent, Address("bolt://host:7687"))


@pytest.mark.parametrize(
    ("agent", "said"),
    [("Neo4j/4.4.38", "version 4.4.38"), ("Neo4j/v5.2.0 compatible", "not a Neo4j"), ("Other/1.0", "not a Neo4j")],
)
def test_servers_that_will_not_do(agent: str, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        check_agent(agent, Address("bolt://host:7687"))


OWN = Address("bolt://host:7687", "ann", "minutes")
LOCAL = Address("bolt://127.0.0.1:1", "neo4j", "neo4j", Path("/data/store/logs/server.log"))


def refusal(code: str, address: Address, message: str = "words") -> StoreError:
    return in_words(Neo4jError._hydrate_neo4j(code=code, message=message), address, connecting=False)


@pytest.mark.parametrize(
    ("code", "address", "said"),
    [
        ("Neo.ClientError.Cluster.NotALeader", OWN, "only reads"),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", OWN, "neo4j://"),
        ("Neo.ClientError.Security.Forbidden", OWN, "does not allow this to the user “ann”"),
        ("Neo.ClientError.Security.CredentialsExpired", OWN, "changed before anything else"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", OWN, "too many wrong passwords"),
        ("Neo.ClientError.Security.Unauthorized", LOCAL, "/data/store/password"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", LOCAL, "GOVGRAPH_STORE_MEMORY"),
        ("Neo.TransientError.General.OutOfMemoryError", OWN, "give the server more memory"),
        ("Neo.TransientError.Database.DatabaseUnavailable", LOCAL, "/data/store/logs/debug.log"),
        ("Neo.DatabaseError.General.UnknownError", OWN, "words (Neo.DatabaseError.General.UnknownError)"),
    ],
)
def test_what_a_server_refuses(code: str, address: Address, said: str) -> None:
    error = refusal(code, address)
    assert said in str(error)
    assert address.uri in str(error)
    assert not isinstance(error, RefusedQueryError)


def test_a_connection_lost_in_the_middle_says_what_to_do() -> None:
    for address, said in ((OWN, "Check that the server still runs"), (LOCAL, "the next command starts it again")):
        error = in_words(ServiceUnavailable("defunct connection"), address, connecting=False)
        assert isinstance(error, UnreachableError)
        assert said in str(error)
    unknown = in_words(IncompleteCommit("gone"), OWN, connecting=False)
    assert "whether that was kept is unknown" in str(unknown)


def test_a_constraint_keeps_its_code() -> None:
    error = refusal("Neo.ClientError.Schema.ConstraintValidationFailed", OWN, "already exists")
    assert isinstance(error, RefusedQueryError)
    assert error.code.endswith("ConstraintValidationFailed")
