"""Which server runs on a store's folder, as the server itself wrote it, and whether that is still true.

A state may be left over from a server that was killed, and its process number may belong to another program by now.
So every start gets a random token, which stands in the state and in the server's command line: only a living process
with that token is the server. (Times of creation, the usual check, move with the clock of the machine.)
"""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Literal

import psutil

from .folder import NEO4J_VERSION, StoreFolder, write_whole

IN_USE = 4
"""A server's exit code where another process holds the store."""

SERVER = "govgraph.graph_loader.store.local.server"
"""The module that a server's process runs."""

Stage = Literal["starting", "ready", "stopping"]


@dataclass(frozen=True)
class ServerState:
    """A server: its process and machine, how far it is, and how it was set."""

    token: str
    pid: int
    host: str
    stage: Stage
    port: int
    version: str
    started: float
    """Seconds since 1970."""
    memory: str
    idle_minutes: float
    """Nought where it never stops by itself."""

    @property
    def uri(self) -> str:
        """Where it answers."""
        return f"bolt://127.0.0.1:{self.port}"

    def at(self, stage: Stage, port: int = 0) -> ServerState:
        """The same server at another stage."""
        return replace(self, stage=stage, port=port or self.port)


def read_state(folder: StoreFolder) -> ServerState | None:
    """The state as written, or none where there is none that can be read."""
    try:
        return ServerState(**json.loads(folder.state_file.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_state(folder: StoreFolder, state: ServerState) -> None:
    """Writes the state, whole or not at all. Raises `OSError`."""
    write_whole(folder.state_file, json.dumps(asdict(state)))


def process_of(state: ServerState | None) -> psutil.Process | None:
    """The living process that is this server, or none."""
    if state is None or state.host != platform.node():
        return None
    try:
        process = psutil.Process(state.pid)
        if process.status() != psutil.STATUS_ZOMBIE and state.token in process.cmdline():
            return process
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        pass
    return None


def found_state(folder: StoreFolder) -> ServerState | None:
    """What a server of this folder would have written, where its state file is lost: from its command and its port.

    None where no such server of this user lives, or it does not listen yet.
    """
    for process in psutil.process_iter():
        try:
            given = process.cmdline()
            if SERVER not in given or str(folder.path) not in given or "--token" not in given:
                continue
            port = next(c.laddr.port for c in process.net_connections("tcp") if c.status == psutil.CONN_LISTEN)
            started = process.create_time()
        except (psutil.Error, StopIteration, OSError):
            continue
        option = dict(pairwise(given))
        token, memory, idle = option["--token"], option.get("--memory", ""), float(option.get("--idle-minutes", 0))
        return ServerState(token, process.pid, platform.node(), "ready", port, NEO4J_VERSION, started, memory, idle)
    return None


def connections(process: psutil.Process, port: int) -> int:
    """How many connections to the server are open."""
    try:
        found = process.net_connections("tcp")
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
    return sum(c.status == psutil.CONN_ESTABLISHED and bool(c.laddr) and c.laddr.port == port for c in found)
