"""How far a command with many files has come: on a terminal only, and on standard error, so that output stays clean."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_Result = TypeVar("_Result")
_FEWEST = 5
"""Files from which progress is shown."""


@contextmanager
def counted(results: Iterable[_Result], total: int) -> Iterator[Iterable[_Result]]:
    """The results, counted as they come where somebody watches."""
    if total < _FEWEST or not sys.stderr.isatty():
        yield results
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress.track(results, total=total, description="documents")
