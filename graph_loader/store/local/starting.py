"""Starting and stopping the local Neo4j: one server a folder, however many commands want it at once."""

from __future__ import annotations

import os
import platform
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from ..errors import StoreError, disk_in_words
from .folder import StoreFolder
from .jars import Fetch, Jar, ensure_jars, locked_jars
from .options import LocalOptions
from .progress import Progress
from .state import IN_USE, SERVER, ServerState, found_state, process_of, read_state, write_state

START_SECONDS = 300.0
"""Usually 5 s; a busy machine or the recovery of a large store takes longer. A server that ended is seen at once."""

STOP_SECONDS = 60.0
OTHERS_SECONDS = 5.0
"""How long a store that somebody unknown holds is waited for."""

_LOCK_SECONDS = 1800.0
_SAY_AFTER_SECONDS = 2.0
_POLL_SECONDS = 0.05
_NOT_FOR_THE_SERVER = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH", "NEO4J_PASSWORD")
"""Variables that would change Java, or that it has no need to know."""

_NO_MEMORY = ("OutOfMemoryError", "maximum heap", "Could not reserve enough space", "insufficient memory")
_NO_ROOM = ("No space left on device", "not enough space on the disk")
_IN_USE = ("FileLockException", "store_lock", "another process holds this store")


@dataclass(frozen=True)
class LocalNeo4j:
    """A local Neo4j: its folder, how it is to run, and where its jars are kept."""

    folder: StoreFolder
    options: LocalOptions
    cache: Path
    jars: tuple[Jar, ...] = field(default_factory=locked_jars, repr=False)

    def running(self) -> ServerState | None:
        """The server that is ready to answer, or none."""
        state = read_state(self.folder)
        return state if state is not None and state.stage == "ready" and process_of(state) else None

    def start(self, progress: Progress) -> ServerState:
        """The server that runs on the folder, started if need be; a download comes first if need be.

        Raises `StoreError` in words for everything that can stand in the way.
        """
        with self.locked(progress):
            return self.start_locked(progress)

    def start_locked(self, progress: Progress) -> ServerState:
        """As `start`, for a caller that holds the lock."""
        running = self._settled(progress)
        if running is not None and self.folder.data_before.exists():
            # A restore was killed while the new data proved itself: nobody may add to data that will be undone.
            self.stop_locked(progress)
            running = None
        if running is None:
            self.folder.prepare()
            running = self.launch(progress)
        self.folder.touch_used()
        return running

    def stop(self, progress: Progress) -> bool:
        """Stops the server, and tells whether one ran. Everything is written before it ends."""
        if not self.folder.is_store():
            return False
        with self.locked(progress):
            return self.stop_locked(progress)

    def stop_locked(self, progress: Progress) -> bool:
        """As `stop`, for a caller that holds the lock."""
        state = self.noted_again() or read_state(self.folder)
        process = process_of(state)
        if state is None or process is None:
            if self._is_held():
                raise StoreError(self._held_by(state))
            return False
        try:
            self.folder.stop_file.write_text(state.token, "utf-8")
        except OSError as error:
            raise disk_in_words(error, self.folder.stop_file) from error
        with _said_if_long(progress, "Stopping Neo4j …"):
            if not _gone(process, STOP_SECONDS + (START_SECONDS if state.stage == "starting" else 0)):
                progress.say(f"Neo4j did not stop when asked; process {process.pid} is ended, which loses nothing")
                process.kill()
                _gone(process, STOP_SECONDS)
        self.folder.stop_file.unlink(missing_ok=True)
        return True

    @contextmanager
    def locked(self, progress: Progress) -> Iterator[None]:
        """Holds the folder's start lock: nobody else starts, stops or replaces the store meanwhile."""
        self.folder.make()
        lock = FileLock(self.folder.start_lock)
        try:
            with _said_if_long(progress, "Waiting for another command that starts or stops the store …"):
                lock.acquire(timeout=_LOCK_SECONDS)
        except Timeout as error:
            raise StoreError(
                f"{self.folder.path}: another command has been starting this store for too long"
            ) from error
        except OSError as error:
            raise disk_in_words(error, self.folder.path) from error
        try:
            yield
        finally:
            lock.release()

    def launch(self, progress: Progress) -> ServerState:
        """Starts a server on a folder that is prepared and that none runs on, and waits until it answers."""
        ensure_jars(self.cache, self.jars, _lazily(_repositories), progress)
        token = secrets.token_hex(12)  # no other form: one that begins with a dash would be an option
        process = self._spawn(token)
        with _said_if_long(progress, "Starting Neo4j …"):
            end = time.monotonic() + START_SECONDS
            while time.monotonic() < end:
                state = read_state(self.folder)
                if state is not None and state.token == token and state.stage == "ready":
                    return state
                code = process.poll()
                if code == IN_USE and (other := self._settled(progress)):
                    # A server whose starter was killed before it held the store has come first.
                    return other
                if code is not None:
                    raise StoreError(self._why_it_ended())
                time.sleep(_POLL_SECONDS)
        process.kill()
        raise StoreError(
            f"Neo4j did not start within {START_SECONDS:.0f} s; its log is {self.folder.log}{self._tail()}"
        )

    def _settled(self, progress: Progress) -> ServerState | None:
        """The server that is ready, or none when nobody holds the folder; waits for one that starts or stops."""
        with _said_if_long(progress, "Waiting for the Neo4j that starts or stops on this store …"):
            first = time.monotonic()
            while True:
                if state := self.running():
                    return state
                if not self._is_held():
                    return None
                if self.noted_again():
                    continue
                state = read_state(self.folder)
                ours = process_of(state) is not None
                if time.monotonic() - first > (START_SECONDS if ours else OTHERS_SECONDS):
                    raise StoreError(self._held_by(state))
                time.sleep(_POLL_SECONDS)

    def noted_again(self) -> ServerState | None:
        """The server that holds the folder, noted anew, where its state file is lost or damaged; else none."""
        if process_of(read_state(self.folder)) or not self.folder.is_store() or not self._is_held():
            return None
        state = found_state(self.folder)
        if state is not None:
            try:
                write_state(self.folder, state)
            except OSError as error:
                raise disk_in_words(error, self.folder.state_file) from error
        return state

    def _is_held(self) -> bool:
        try:
            with FileLock(self.folder.serving_lock).acquire(timeout=0):
                return False
        except Timeout:
            return True
        except OSError as error:
            raise disk_in_words(error, self.folder.path) from error

    def _held_by(self, state: ServerState | None) -> str:
        whom = "another process"
        if state is not None and state.host != platform.node():
            whom = f"a Neo4j on the machine “{state.host}”"
        elif state is not None and process_of(state):
            whom = f"process {state.pid}, which does not answer"
        return (
            f"{self.folder.path}: this store is in use by {whom}; stop it there (“govgraph store stop”), "
            "or give another folder with --store-dir"
        )

    def _spawn(self, token: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", SERVER, str(self.folder.path), "--token", token]
        command += ["--jars", str(self.cache), "--memory", self.options.memory]
        command += ["--idle-minutes", str(self.options.idle_minutes)]
        environment = {n: v for n, v in os.environ.items() if n not in _NOT_FOR_THE_SERVER}
        try:
            if self.folder.log.exists():
                self.folder.log.replace(self.folder.log.with_suffix(".previous.log"))
            with self.folder.log.open("wb") as log:
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    cwd=self.folder.path,
                    env=environment,
                    start_new_session=True,
                    creationflags=getattr(subprocess, "DETACHED_PROCESS", 0),
                )
        except OSError as error:
            raise disk_in_words(error, self.folder.path) from error
        # Whoever starts it may live on for long: once the server has ended, it is not to stay in the process list.
        threading.Thread(target=process.wait, daemon=True).start()
        return process

    def _why_it_ended(self) -> str:
        said = self._log_text()
        if any(sign in said for sign in _NO_MEMORY):
            return (
                f"Neo4j could not start with {self.options.memory} of memory; set GOVGRAPH_STORE_MEMORY to an amount "
                f"that this machine has (at least 512m, usually 1g). Its log is {self.folder.log}{self._tail()}"
            )
        if any(sign in said for sign in _NO_ROOM):
            return f"{self.folder.path}: the disk is full, so Neo4j could not start; make room and try again"
        if any(sign in said for sign in _IN_USE):
            return self._held_by(None)
        return f"Neo4j could not start; its log is {self.folder.log}{self._tail()}"

    def _log_text(self) -> str:
        try:
            return self.folder.log.read_text("utf-8", "replace")
        except OSError:
            return ""

    def _tail(self) -> str:
        lines = [line for line in self._log_text().splitlines() if line.strip() and not line.lstrip().startswith("at ")]
        return "".join(f"\n  {line[:300]}" for line in lines[-5:])


def _repositories() -> Fetch:
    from .download import RepositoryFetch

    return RepositoryFetch()


def _lazily(make: Callable[[], Fetch]) -> Fetch:
    """Makes the fetcher when the first jar is to be fetched; most starts fetch none."""
    made: list[Fetch] = []
    lock = threading.Lock()

    def fetch(jar: Jar, folder: Path) -> Path:
        with lock:
            if not made:
                made.append(make())
        return made[0](jar, folder)

    return fetch


@contextmanager
def _said_if_long(progress: Progress, text: str) -> Iterator[None]:
    timer = threading.Timer(_SAY_AFTER_SECONDS, progress.say, (text,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _gone(process: psutil.Process, seconds: float) -> bool:
    try:
        process.wait(seconds)
    except psutil.TimeoutExpired:
        return False
    except psutil.NoSuchProcess:
        pass
    return True
