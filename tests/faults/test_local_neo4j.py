"""The local Neo4j when things go wrong: two starts at once, kills, stale notes, other holders, no memory, idleness."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from govgraph.graph_loader.store import Store, StoreError, UnreachableError, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.local import server as serving
from govgraph.graph_loader.store.local import starting
from govgraph.graph_loader.store.local.progress import Progress, Silent
from govgraph.graph_loader.store.local.starting import LocalNeo4j
from govgraph.graph_loader.store.local.state import ServerState, process_of, read_state, write_state

pytestmark = pytest.mark.neo4j


class Heard(Silent):
    """Notes what a person would have read."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, text: str) -> None:
        self.lines.append(text)


@pytest.fixture
def own(spare_dir: Path) -> LocalNeo4j:
    """The local Neo4j that tests kill and rob."""
    return local_neo4j(spare_dir)


@pytest.fixture
def another(tmp_path: Path) -> Iterator[LocalNeo4j]:
    """A store of one test."""
    local = local_neo4j(tmp_path / "store")
    yield local
    local.stop(Silent())


def process(local: LocalNeo4j) -> psutil.Process:
    found = process_of(read_state(local.folder))
    assert found
    return found


def until(true: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.read("MATCH (p:Person) RETURN p.name AS name ORDER BY name")]


START = "import sys; from govgraph.commands.store.store import app; app(['start', '--store-dir', sys.argv[1]])"
OPEN_AND_DIE = """
import os, sys
from pathlib import Path
from govgraph.graph_loader.store import open_store
open_store(None, Path(sys.argv[1]))
os._exit(0)
"""


def test_two_starts_at_once_share_one_server(own: LocalNeo4j) -> None:
    own.stop(Silent())
    command = [sys.executable, "-c", START, str(own.folder.path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [starter.communicate(timeout=120)[0] for starter in both]
    assert [starter.returncode for starter in both] == [0, 0]
    assert said[0] == said[1]
    assert own.running()
    servers = [p for p in psutil.process_iter(["cmdline"]) if str(own.folder.path) in (p.info["cmdline"] or [])]
    assert [server.pid for server in servers] == [process(own).pid]


def test_the_server_listens_on_loopback_only_and_outlives_its_starter(own: LocalNeo4j) -> None:
    own.start(Silent())
    server = process(own)
    state = read_state(own.folder)
    assert state
    assert process_of(replace(state, host="the-same-number-on-another-machine")) is None
    listening = [c.laddr for c in server.net_connections() if c.status == psutil.CONN_LISTEN]
    assert [address.ip.removeprefix("::ffff:") for address in listening] == ["127.0.0.1"]
    assert server.net_connections("udp") == []
    if os.name == "posix":
        assert os.getsid(server.pid) == server.pid
        assert server.terminal() is None


def test_no_secret_is_on_the_command_line_or_in_the_environment(
    own: LocalNeo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.start(Silent())
    password = own.folder.password()
    assert password not in " ".join(process(own).cmdline())
    assert password not in own.folder.state_file.read_text("utf-8")
    assert password not in own.folder.log.read_text("utf-8")
    monkeypatch.setenv("NEO4J_PASSWORD", "neo4j")
    with pytest.raises(StoreError, match="refused the user"):
        open_store(own.running().uri)  # type: ignore[union-attr]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_kill_9_in_the_middle_of_a_write_loses_nothing_that_was_committed(own: LocalNeo4j) -> None:
    with open_store(None, own.folder.path) as store:
        port = own.running().port  # type: ignore[union-attr]
        store.query("MATCH (n) DETACH DELETE n", write=True)
        store.query("CREATE (:Person {name: 'committed'})", write=True)

        def work(tx) -> None:  # type: ignore[no-untyped-def]
            tx.run("CREATE (:Person {name: 'uncommitted'})").consume()
            process(own).kill()
            until(lambda: process_of(read_state(own.folder)) is None, 10)
            tx.run("CREATE (:Person {name: 'too late'})").consume()

        starting_again = time.monotonic()
        with pytest.raises(UnreachableError, match=r"was lost.*the next command starts it again"):
            store.write(lambda tx: work(tx) if own.running() else tx.run("RETURN 1").consume())
        assert time.monotonic() - starting_again < 30
    assert own.running() is None
    with open_store(None, own.folder.path) as store:
        assert names(store) == ["committed"]
        assert own.running().port == port  # type: ignore[union-attr]


def test_the_password_that_neo4j_no_longer_knows(own: LocalNeo4j) -> None:
    with open_store(None, own.folder.path):
        right = own.folder.password_file.read_text("utf-8")
    own.folder.password_file.write_text("not-the-password\n", "utf-8")
    try:
        with pytest.raises(StoreError, match=r"changed inside Neo4j.*delete the file") as failed:
            open_store(None, own.folder.path)
        assert "not-the-password" not in str(failed.value)
    finally:
        own.folder.password_file.write_text(right, "utf-8")


def test_stop_is_clean_and_a_lost_password_or_a_taken_port_keeps_the_data(own: LocalNeo4j) -> None:
    with open_store(None, own.folder.path) as store:
        store.query("MATCH (n) DETACH DELETE n", write=True)
        store.query("CREATE (:Person {name: 'Ann Lee'})", write=True)
        server, port = process(own), own.running().port  # type: ignore[union-attr]
        assert own.stop(Silent()) is True
        assert not server.is_running()
        assert "stopped" in own.folder.log.read_text("utf-8")
    assert own.stop(Silent()) is False
    own.folder.password_file.unlink()
    with socket.create_server(("127.0.0.1", port)), open_store(None, own.folder.path) as store:
        assert names(store) == ["Ann Lee"]
        assert own.running().port != port  # type: ignore[union-attr]


@pytest.mark.skipif(os.name != "posix", reason="SIGTERM is POSIX")
def test_sigterm_is_a_clean_stop(own: LocalNeo4j) -> None:
    own.start(Silent())
    server = process(own)
    server.send_signal(signal.SIGTERM)
    assert until(lambda: process_of(read_state(own.folder)) is None, 30)
    assert own.folder.log.read_text("utf-8").rstrip().endswith("stopped")


def test_a_stale_note_is_not_believed(own: LocalNeo4j, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process number belongs to another program now, and something else answers on the port."""
    own.stop(Silent())
    state = read_state(own.folder)
    assert state
    started: list[int] = []

    def launch(self: LocalNeo4j, progress: Progress) -> ServerState:
        started.append(1)
        return state

    monkeypatch.setattr(LocalNeo4j, "launch", launch)
    with socket.create_server(("127.0.0.1", 0)) as other:
        for stale in (
            replace(state, stage="ready", pid=os.getpid(), port=other.getsockname()[1]),
            replace(state, stage="starting", pid=os.getpid()),
            replace(state, stage="ready", pid=2**22 + 1),
            replace(state, stage="ready", host="another-machine"),
        ):
            write_state(own.folder, stale)
            assert own.running() is None
            own.start(Silent())
        own.folder.state_file.write_text("{half", "utf-8")
        own.start(Silent())
    assert len(started) == 5


def test_a_lost_state_file_is_written_again_and_stop_stops_what_runs(own: LocalNeo4j) -> None:
    before = own.start(Silent())
    server = process(own)
    for loss in (own.folder.state_file.unlink, lambda: own.folder.state_file.write_text("{half", "utf-8")):
        loss()
        again = own.start(Silent())
        assert (again.pid, again.port, again.token) == (before.pid, before.port, before.token)
        loss()
        assert own.noted_again() == read_state(own.folder)
    own.folder.state_file.unlink()
    assert own.stop(Silent()) is True
    assert not server.is_running()
    assert own.noted_again() is None


HOLD = """
import sys, time
from filelock import FileLock
lock = FileLock(sys.argv[1])
lock.acquire()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(another: LocalNeo4j) -> Iterator[Callable[[Path], None]]:
    held: list[subprocess.Popen[str]] = []

    def hold(lock: Path) -> None:
        another.folder.make()
        command = [sys.executable, "-c", HOLD, str(lock)]
        held.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        assert held[-1].stdout
        assert held[-1].stdout.readline() == "held\n"

    yield hold
    for process_ in held:
        process_.kill()
        process_.wait()
        process_.stdout.close()  # type: ignore[union-attr]


def test_a_store_that_another_process_holds(
    another: LocalNeo4j, holder: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "OTHERS_SECONDS", 0.3)
    another.folder.make()
    another.folder.prepare()
    holder(another.folder.serving_lock)
    with pytest.raises(StoreError, match="in use by another process; stop it there"):
        open_store(None, another.folder.path)
    elsewhere = ServerState("token", 1, "clerks-laptop", "ready", 1, "5.26.12", 0, "1g", 15)
    write_state(another.folder, elsewhere)
    with pytest.raises(StoreError, match="in use by a Neo4j on the machine “clerks-laptop”"):
        open_store(None, another.folder.path)


def test_another_command_that_starts_is_waited_for_and_said(
    another: LocalNeo4j, holder: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "_LOCK_SECONDS", 0.6)
    monkeypatch.setattr(starting, "_SAY_AFTER_SECONDS", 0.1)
    holder(another.folder.start_lock)
    heard = Heard()
    with pytest.raises(StoreError, match="another command has been starting this store for too long"):
        another.start(heard)
    assert heard.lines == ["Waiting for another command that starts or stops the store …"]


def test_more_memory_than_there_is(another: LocalNeo4j, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE_MEMORY", "900000g")
    with pytest.raises(StoreError, match="could not start with 900000g of memory; set GOVGRAPH_STORE_MEMORY") as failed:
        open_store(None, another.folder.path)
    assert str(another.folder.log) in str(failed.value)
    assert another.running() is None


def test_a_java_that_does_not_start_shows_the_end_of_its_log(
    another: LocalNeo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "SERVER", "govgraph.no_such_module")
    with pytest.raises(StoreError, match=r"(?s)could not start; its log is .*no_such_module"):
        open_store(None, another.folder.path)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("java.io.IOException: No space left on device", "the disk is full"),
        ("org.neo4j.io.locker.FileLockException: Lock file has been locked", "in use by another process"),
        ("Terminating due to java.lang.OutOfMemoryError: Java heap space", "GOVGRAPH_STORE_MEMORY"),
    ],
)
def test_why_a_start_failed(another: LocalNeo4j, said: str, expected: str) -> None:
    another.folder.make()
    another.folder.prepare()
    another.folder.log.write_text(said, "utf-8")
    assert expected in another._why_it_ended()


def test_why_a_server_ends(another: LocalNeo4j, monkeypatch: pytest.MonkeyPatch) -> None:
    """Idleness counts from the last that was connected; a folder that is gone ends it at once."""
    monkeypatch.setattr(serving, "_STOP_POLL_SECONDS", 0.01)
    another.folder.make()
    another.folder.touch_used()
    state = ServerState("token", os.getpid(), "here", "ready", 1, "5.26.12", 0, "1g", 0.002)
    looks: list[float] = []

    def connected(*_: object) -> int:
        looks.append(another.folder.seconds_unused())
        return len(looks) < 20

    monkeypatch.setattr(serving, "connections", connected)
    assert serving._wait_for_the_end(another.folder, state, threading.Event()) == "unused for 0.002 minutes"
    assert len(looks) > 20, "it stayed while somebody was connected, and for the idle time afterwards"
    serving._held.pop().release()
    shutil.rmtree(another.folder.path)
    assert serving._wait_for_the_end(another.folder, state, threading.Event()) == "its folder is gone"


@pytest.mark.long
def test_it_stays_while_somebody_is_connected_and_stops_when_idle(
    another: LocalNeo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE_IDLE", "0.03")
    heard = Heard()
    with open_store(None, another.folder.path, heard):
        assert until(lambda: another.running() is None, 4) is False, "it stopped under an open connection"
    assert "Starting Neo4j …" in heard.lines
    assert until(lambda: process_of(read_state(another.folder)) is None, 15)
    assert "unused for 0.03 minutes" in another.folder.log.read_text("utf-8")


@pytest.mark.long
def test_it_ends_when_its_folder_is_taken_away(another: LocalNeo4j) -> None:
    subprocess.run([sys.executable, "-c", OPEN_AND_DIE, str(another.folder.path)], check=True)
    server = process(another)
    shutil.rmtree(another.folder.path, ignore_errors=True)
    assert until(lambda: not server.is_running() or server.status() == psutil.STATUS_ZOMBIE, 30)
