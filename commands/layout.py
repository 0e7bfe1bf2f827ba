"""`--columns` and `--wide`: how a command that prints rows lays them out, the same for every command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, signature
from shutil import get_terminal_size
from typing import Annotated, Any, get_type_hints

import typer

from ..queries.render import UNLIMITED

_OPTIONS = {
    "columns": (
        Annotated[
            str | None,
            typer.Option("--columns", help="Only these columns, in this order.", metavar="NAME,NAME…"),
        ],
        None,
    ),
    "wide": (Annotated[bool, typer.Option("--wide", help="A row a line, however wide the terminal is.")], False),
}


@dataclass(frozen=True)
class Layout:
    """What the user asked for: columns by name, none for those of the command; lines as long as rows are."""

    columns: tuple[str, ...] = ()
    wide: bool = False

    def chosen(self, columns: Sequence[str]) -> Sequence[str]:
        """The columns to print, of those that a command has."""
        return self.columns or columns

    @property
    def width(self) -> int:
        """Characters of a line: those of the terminal, or of `COLUMNS`; without limit into a file or a pipe."""
        asked = sys.stdout.isatty() or "COLUMNS" in os.environ
        return get_terminal_size().columns if asked and not self.wide else UNLIMITED


_now: ContextVar[Layout] = ContextVar("layout")


def layout() -> Layout:
    """The layout that the running command was given."""
    return _now.get(Layout())


def laid_out(command: Callable[..., None]) -> Callable[..., None]:
    """The command with `--columns` and `--wide`, where it prints rows and has them not yet; else the command itself."""
    given = signature(command)
    format_ = given.parameters.get("format_")
    if format_ is None or format_.default != "table" or "columns" in given.parameters:
        return command

    @wraps(command)
    def with_layout(*args: Any, columns: str | None = None, wide: bool = False, **more: Any) -> None:
        names = tuple(name.strip() for name in (columns or "").split(",") if name.strip())
        with _used(Layout(names, wide)):
            command(*args, **more)

    hints = get_type_hints(command, include_extras=True)
    own = [parameter.replace(annotation=hints[name]) for name, parameter in given.parameters.items()]
    added = [Parameter(name, Parameter.KEYWORD_ONLY, default=d, annotation=a) for name, (a, d) in _OPTIONS.items()]
    with_layout.__signature__ = given.replace(parameters=[*own, *added])  # type: ignore[attr-defined]
    with_layout.__annotations__ = hints | {name: annotation for name, (annotation, _) in _OPTIONS.items()}
    del with_layout.__wrapped__
    return with_layout


@contextmanager
def _used(asked: Layout) -> Iterator[None]:
    before = _now.set(asked)
    try:
        yield
    finally:
        _now.reset(before)
