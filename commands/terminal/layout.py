"""The options that every command has: `--quiet` and `--verbose`, and for rows `--columns`, `--wide`, `--no-pager`."""

from __future__ import annotations

import logging
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

from ...graph_loader.store.local.progress import quiet as quietly
from ...queries.output.render import UNLIMITED

_Options = dict[str, tuple[Any, Any]]
_OF_ROWS: _Options = {
    "columns": (
        Annotated[
            str | None,
            typer.Option("--columns", help="Only these columns, in this order.", metavar="NAME,NAME…"),
        ],
        None,
    ),
    "wide": (Annotated[bool, typer.Option("--wide", help="A row a line, however wide the terminal is.")], False),
    "no_pager": (
        Annotated[bool, typer.Option("--no-pager", help="Prints long output at once, without PAGER or less.")],
        False,
    ),
}
OF_EVERY: _Options = {
    "quiet": (
        Annotated[bool, typer.Option("--quiet", help="Says nothing but the answer and errors: no notes, no progress.")],
        False,
    ),
    "verbose": (
        Annotated[bool, typer.Option("--verbose", help="Says what is asked of which store, and how long it takes.")],
        False,
    ),
}
"""What every command takes; docs/commands.md says it once."""


@dataclass(frozen=True)
class Layout:
    """What the user asked for: columns by name, none for those of the command; lines as long as rows are; a pager."""

    columns: tuple[str, ...] = ()
    wide: bool = False
    pager: bool = True

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
    """The command with the options of every command, and those of rows where it prints rows; once is enough."""
    given = signature(command)
    if "quiet" in given.parameters:
        return command
    format_ = given.parameters.get("format_")
    options = OF_EVERY if format_ is None or format_.default != "table" else _OF_ROWS | OF_EVERY

    @wraps(command)
    def with_layout(*args: Any, **more: Any) -> None:
        asked = {name: more.pop(name, default) for name, (_, default) in options.items()}
        names = tuple(name.strip() for name in (asked.get("columns") or "").split(",") if name.strip())
        wanted = Layout(names, asked.get("wide", False), not asked.get("no_pager", False))
        with _used(wanted, asked["quiet"], asked["verbose"]):
            command(*args, **more)

    hints = get_type_hints(command, include_extras=True)
    own = [parameter.replace(annotation=hints[name]) for name, parameter in given.parameters.items()]
    added = [Parameter(name, Parameter.KEYWORD_ONLY, default=d, annotation=a) for name, (a, d) in options.items()]
    with_layout.__signature__ = given.replace(parameters=[*own, *added])  # type: ignore[attr-defined]
    with_layout.__annotations__ = hints | {name: annotation for name, (annotation, _) in options.items()}
    del with_layout.__wrapped__
    return with_layout


@contextmanager
def _used(asked: Layout, quiet: bool, verbose: bool) -> Iterator[None]:
    before, before_quiet = _now.set(asked), quietly.set(quiet)
    log, heard = logging.getLogger("govgraph"), logging.StreamHandler()
    heard.setFormatter(logging.Formatter("govgraph: %(message)s"))
    if verbose:
        log.addHandler(heard)
        log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(heard)
        log.setLevel(logging.NOTSET)
        quietly.reset(before_quiet)
        _now.reset(before)
