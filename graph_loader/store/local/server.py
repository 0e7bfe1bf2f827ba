"""The process that is the local Neo4j: `python -m govgraph.graph_loader.store.local.server FOLDER …`.

It outlives the command that started it and does nothing but hold Neo4j. It ends when the stop file names its token,
on SIGTERM or SIGINT, when nobody was connected for the idle time, and when its folder is taken away. `kill -9` loses
nothing that was committed.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import jpype
import psutil
from filelock import FileLock, Timeout

from .folder import NEO4J_VERSION, StoreFolder
from .jars import locked_jars
from .kernel import Kernel, start_java
from .state import IN_USE, ServerState, connections, read_state, write_state

_LOCK_SECONDS = 1.0
_STOP_POLL_SECONDS = 0.25
_LONGEST_IDLE_POLL_SECONDS = 2.0


def main(arguments: Sequence[str]) -> int:
    """Runs the server until it is to end; returns its exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--token", required=True)
    parser.add_argument("--jars", type=Path, required=True)
    parser.add_argument("--memory", required=True)
    parser.add_argument("--idle-minutes", type=float, required=True)
    given = parser.parse_args(arguments)
    folder = StoreFolder(given.folder)
    asked = _asked_to_end()
    # Never released by hand: the system frees it when the process is gone, and not a moment before.
    serving = FileLock(folder.serving_lock)
    try:
        # A command that asks whether the store is held takes the lock for a moment.
        serving.acquire(timeout=_LOCK_SECONDS)
    except Timeout:
        _log("another process holds this store")
        return IN_USE
    port = _port_of_last_time(folder)
    state = ServerState(
        given.token,
        os.getpid(),
        platform.node(),
        "starting",
        port,
        NEO4J_VERSION,
        time.time(),
        given.memory,
        given.idle_minutes,
    )
    write_state(folder, state)
    _log(f"starting Neo4j {NEO4J_VERSION} with {given.memory} of memory")
    start_java(given.memory, [given.jars / jar.file_name for jar in locked_jars()], folder.log.parent)
    try:
        kernel = Kernel(folder, port, _end_at_once)
    except jpype.JException as error:
        _log(str(error.stacktrace()))
        return 1
    state = state.at("ready", kernel.port)
    folder.touch_used()
    write_state(folder, state)
    _log(f"ready at {state.uri}")
    _log(_wait_for_the_end(folder, state, asked))
    with suppress(OSError):
        write_state(folder, state.at("stopping"))
    kernel.shutdown()
    _log("stopped")
    # The port stays noted, so that the next server takes it again if it can.
    folder.stop_file.unlink(missing_ok=True)
    return 0


def _end_at_once(cause: str) -> None:
    """Ends the process without closing the databases, when one of them can go on no longer, as on a full disk.

    All that was committed stands in the log, and half a transaction after it, which is passed over when the log is
    read at the next start. Closing would write the other half behind a gap, and then nothing opens the store again.
    """
    with suppress(OSError):  # the log is on the same disk
        _log(f"a database cannot go on and the server ends at once; the next start recovers it. {cause}")
    os._exit(1)


def _asked_to_end() -> threading.Event:
    asked = threading.Event()

    def handle(*_: object) -> None:
        asked.set()

    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), handle)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    return asked


def _port_of_last_time(folder: StoreFolder) -> int:
    """The port that this store had before, if it is free, so that other tools find it again; else nought."""
    before = read_state(folder)
    if before is None or not before.port:
        return 0
    with socket.socket() as probe:
        try:
            if os.name == "posix":
                # As Java does it: else a port is "taken" for a minute after its last connection.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", before.port))
        except OSError:
            return 0
    return before.port


def _wait_for_the_end(folder: StoreFolder, state: ServerState, asked: threading.Event) -> str:
    """Returns why the server is to end. Where that is idleness, it holds the start lock: no client comes too late."""
    process = psutil.Process()
    idle_seconds = state.idle_minutes * 60
    poll = min(_LONGEST_IDLE_POLL_SECONDS, idle_seconds / 10) or _LONGEST_IDLE_POLL_SECONDS
    next_look = time.monotonic() + poll
    while not asked.wait(_STOP_POLL_SECONDS):
        try:
            if folder.stop_file.exists() and folder.stop_file.read_text("utf-8").strip() == state.token:
                return "asked to stop"
            if time.monotonic() < next_look:
                continue
            next_look = time.monotonic() + poll
            if connections(process, state.port):
                folder.touch_used()
            elif idle_seconds and folder.seconds_unused() > idle_seconds and _nobody_starts(folder, idle_seconds):
                return f"unused for {state.idle_minutes:g} minutes"
        except FileNotFoundError:
            return "its folder is gone"
    return "asked to stop by a signal"


def _nobody_starts(folder: StoreFolder, idle_seconds: float) -> bool:
    """Takes the start lock for good if the store is still unused: a client touches `used` while it holds that lock."""
    lock = FileLock(folder.start_lock)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    if folder.seconds_unused() > idle_seconds:
        _held.append(lock)
        return True
    lock.release()
    return False


_held: list[FileLock] = []
"""Keeps the start lock from being collected, and so freed, before the process ends."""


def _log(text: str) -> None:
    """Writes to the log, which is this process's standard output."""
    sys.stdout.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    # Java's own threads would keep an ordinary exit waiting; the databases are closed by now.
    os._exit(code)
