"""How far a command with many steps has come: on a terminal only, and on standard error, so that output stays clean."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from ...graph_loader.store.local.progress import quiet

if TYPE_CHECKING:
    from rich.progress import Progress

_Result = TypeVar("_Result")
_FEWEST = 5
"""Steps from which progress is shown."""


@contextmanager
def counted(results: Iterable[_Result], total: int, things: str = "documents") -> Iterator[Iterable[_Result]]:
    """The results, counted as they come where somebody watches, with how many a second and the time that is left."""
    if total < _FEWEST or quiet.get() or not sys.stderr.isatty():
        yield results
        return
    with _bar() as progress:
        yield progress.track(results, total=total, description=things)


@contextmanager
def counting(things: str) -> Iterator[Callable[[str, int], None]]:
    """What to call for each step that is done, with its name and how many there are, about; shown as `counted` does."""
    if quiet.get() or not sys.stderr.isatty():
        yield lambda _, __: None
        return
    with _bar() as progress:
        task = progress.add_task(things, total=None)
        yield lambda _, total: progress.update(task, advance=1, total=total)


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Says what is being done, while it takes and where somebody watches."""
    if quiet.get() or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.progress import TimeRemainingColumn as Left
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:.1f}/s" if speed else "–/s")

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), Left(), TextColumn("left")
    return Progress(*columns, console=Console(stderr=True), transient=True)
