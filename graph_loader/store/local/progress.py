"""What the local Neo4j says while it is fetched and started: lines for people, and how far a download is."""

from __future__ import annotations

import sys
import time
from contextvars import ContextVar
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bar

_SECONDS_BETWEEN_LINES = 10.0

quiet: ContextVar[bool] = ContextVar("quiet", default=False)
"""Whether whoever runs a command wants nothing but its answer and errors."""


class Progress(Protocol):
    """Whoever wants to hear how starting goes."""

    def say(self, text: str) -> None:
        """Hears one line."""

    def count(self, done: int, total: int, megabytes: float) -> None:
        """Hears that `done` of `total` jars, `megabytes` in all, are there."""

    def close(self) -> None:
        """Hears that no count follows, whether the download went well or not."""


class Silent:
    """Hears nothing: for callers who show progress in their own way, or not at all."""

    def say(self, text: str) -> None:
        """Says nothing."""

    def count(self, done: int, total: int, megabytes: float) -> None:
        """Shows nothing."""

    def close(self) -> None:
        """Has nothing to take away."""


class TerminalProgress:
    """Writes to standard error: a bar on a terminal, elsewhere a plain line now and then."""

    def __init__(self, stream: TextIO | None = None):
        self._stream = stream or sys.stderr
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._last_line = time.monotonic()

    def say(self, text: str) -> None:
        """Writes one line."""
        if quiet.get():
            return
        self._stream.write(f"govgraph: {text}\n")
        self._stream.flush()

    def count(self, done: int, total: int, megabytes: float) -> None:
        """Moves the bar, or writes a line where none was written for ten seconds and at the end."""
        if quiet.get():
            return
        if self._stream.isatty():
            self._move(done, total, megabytes)
        elif done == total or time.monotonic() - self._last_line >= _SECONDS_BETWEEN_LINES:
            self._last_line = time.monotonic()
            self.say(f"{done} of {total} jars, {megabytes:.0f} MB")

    def _move(self, done: int, total: int, megabytes: float) -> None:
        if self._bar is None:
            console = Console(file=self._stream)
            columns = (TextColumn("govgraph: {task.description}"), BarColumn(), TextColumn("{task.fields[amount]}"))
            self._bar = Bar(*columns, console=console, transient=True)
            self._task = self._bar.add_task("fetching Neo4j", total=total, amount="")
            self._bar.start()
        if self._task is not None:
            self._bar.update(self._task, completed=done, amount=f"{done} of {total} jars, {megabytes:.0f} MB")

    def close(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
