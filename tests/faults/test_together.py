"""Several at once: two loaders on the same documents, questions meanwhile, and a connection that is lost and back."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.refreshing import refresh
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.dump import dump
from govgraph.queries.audit import audit

from .made import clean_dump, empty, ended, loader, made_minutes

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_minutes(tmp_path_factory.mktemp("minutes"), 1, 5)


def listed(store: Store) -> dict[str, int]:
    """How many people each document lists."""
    rows = store.read(
        "MATCH (v:Version)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(f:Attendance) "
        "RETURN v.id AS version, count(DISTINCT f) AS listed"
    )
    return {row["version"]: row["listed"] for row in rows}


def test_two_loaders_and_questions_meanwhile(store: Store, neo4j_dir: Path, minutes: Path) -> None:
    graph = clean_dump(store, minutes)
    whole = listed(store)
    empty(store)
    loaders = [loader(neo4j_dir, minutes) for _ in range(2)]
    asked = 0
    while asked < 2 or any(process.poll() is None for process in loaders):
        refresh(store)
        found = listed(store)
        assert found.items() <= whole.items(), "a document is there wholly or not at all"
        audit(store)
        asked += 1
    assert [ended(process) for process in loaders] == [(0, "loaded\n")] * 2
    refresh(store)
    assert list(dump(store)) == graph


class Cable:
    """Passes connections on to a server, until it is cut."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.ends: list[socket.socket] = []
        self.whole = True
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            try:
                near, _ = self.server.accept()
            except OSError:
                return
            if not self.whole:
                near.close()
                continue
            far = socket.create_connection(("127.0.0.1", self.target))
            self.ends += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self.copy, args=(source, sink), daemon=True).start()

    def copy(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while content := source.recv(65536):
                sink.sendall(content)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self, seconds: float) -> None:
        self.whole = False
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        threading.Timer(seconds, self.mend).start()

    def mend(self) -> None:
        self.whole = True


@pytest.fixture
def cable(neo4j_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cable]:
    local = local_neo4j(neo4j_dir)
    state = local.running()
    assert state
    monkeypatch.setenv("NEO4J_PASSWORD", local.folder.password())
    made = Cable(state.port)
    yield made
    made.server.close()


def test_a_connection_that_is_lost_and_back(
    store: Store, minutes: Path, cable: Cable, caplog: pytest.LogCaptureFixture
) -> None:
    graph = clean_dump(store, minutes)
    empty(store)
    with caplog.at_level(logging.WARNING, "govgraph"), open_store(f"bolt://127.0.0.1:{cable.port}") as far:
        for number, result in enumerate(load([minutes], far)):
            assert not result.error
            if number == 2:
                cable.cut(0.7)
    assert any("lost" in record.message and "trying again" in record.getMessage() for record in caplog.records)
    assert list(dump(store)) == graph
