"""What all commands share: options, errors in words with the documented exit codes, and how rows come out."""

from __future__ import annotations

import calendar
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, Any

import typer

from ..graph_loader.decisions import DecisionError, SidesError
from ..graph_loader.documents import DocumentError
from ..graph_loader.refreshing import refresh
from ..graph_loader.sources import SourceError
from ..graph_loader.stated import StatedError
from ..graph_loader.store import Store, StoreError, open_store
from ..graph_loader.teaching.annotations import TeachingError
from ..queries.catalogue import QueryError
from ..queries.render import Format, render
from ..queries.subjects import SeveralMatch, UnknownName
from ..website.writing import SiteError

FAILED, WRONG_USAGE, UNKNOWN_NAME, SEVERAL_MATCH, FOUND = 1, 2, 3, 4, 5
STOPPED = 130
"""Exit codes, as docs/commands.md has them; 0 is done."""

EVIDENCE = ("document", "line", "quote")

FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How rows are printed.", metavar="table|json|csv|md")
]
StoreOption = Annotated[
    str | None, typer.Option("--store", help="A Neo4j by URI; else NEO4J_URI; else the local Neo4j.", metavar="URI")
]
StoreDirOption = Annotated[
    Path | None,
    typer.Option("--store-dir", help="Where the local Neo4j keeps its data; else GOVGRAPH_STORE_DIR.", metavar="DIR"),
]
BodyOption = Annotated[str | None, typer.Option("--body", help="Only this body: its name or id.", metavar="BODY")]
PersonOption = Annotated[
    str | None, typer.Option("--person", help="Only this person: the name or id.", metavar="PERSON")
]
FromOption = Annotated[
    str | None, typer.Option("--from", help="From this day on: 2024-05-31, 2024-05 or 2024.", metavar="DATE")
]
ToOption = Annotated[
    str | None, typer.Option("--to", help="Up to this day: 2024-05-31, 2024-05 or 2024.", metavar="DATE")
]
ProfileOption = Annotated[
    str | None, typer.Option("--profile", help="The council's own rules: a .yaml file, or a name.", metavar="FILE")
]
OnOption = Annotated[str | None, typer.Option("--on", help="On this day: 2024-05-31.", metavar="DATE")]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
UNLIMITED = 100_000
"""Columns of a table that goes to a file or a pipe, where nothing is to be folded."""
_WHICH = "`govgraph store status` says which store this is and how much is in it"


class UsageError(Exception):
    """A command that was given what it cannot use; the message says what to give instead."""


@contextmanager
def errors_for_people() -> Iterator[None]:
    """Every expected error becomes one message on standard error and its documented exit code."""
    try:
        yield
    except UnknownName as error:
        near = f"; the nearest: {'; '.join(error.nearest)}" if error.nearest else f", nor anything like it: {_WHICH}"
        raise fail(f"nothing in the store is called “{error.name}”{near}", UNKNOWN_NAME) from error
    except SeveralMatch as error:
        listed = "\n".join(f"  {m.id}  {m.name}{f'  ({m.detail})' if m.detail else ''}" for m in error.matches)
        raise fail(f"“{error.name}” fits several; give one of these ids:\n{listed}", SEVERAL_MATCH) from error
    except (QueryError, SidesError, UsageError) as error:
        raise fail(str(error), WRONG_USAGE) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise fail(f"{place}{error.strerror or error}") from error
    except KeyboardInterrupt as error:
        raise fail("stopped; what was done stays, and the same command goes on from there", STOPPED) from error
    except (DecisionError, DocumentError, SourceError, SiteError, StatedError, StoreError, TeachingError) as error:
        raise fail(str(error)) from error


def fail(message: str, code: int = FAILED) -> typer.Exit:
    """Says on standard error what was wrong, and gives the exit to raise."""
    typer.echo(f"govgraph: {message}", err=True)
    return typer.Exit(code)


@contextmanager
def answering(uri: str | None, store_dir: Path | None) -> Iterator[Store]:
    """A store in which everything that was loaded has been followed up."""
    with errors_for_people(), open_store(uri, store_dir) as store:
        refresh(store)
        yield store


def show(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], format_: Format) -> None:
    """Prints rows; a table as wide as the terminal, and unfolded where it goes to a file."""
    if format_ != "json" and any(row.get("corrected") for row in rows):
        columns = [*columns, "corrected"]  # the original stays beside what a human corrected
    width = get_terminal_size().columns if sys.stdout.isatty() else UNLIMITED
    typer.echo(render(rows, columns, format_, width), nl=False)
    if not rows and format_ == "table":
        typer.echo("govgraph: nothing is recorded", err=True)


def number_of(count: int, thing: str) -> str:
    """How many there are, in words: `1 document`, `3 documents`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def exact_day(given: str) -> str:
    """A day as ISO. Raises `UsageError`."""
    first, last = first_day(given), last_day(given)
    if first != last:
        raise UsageError(f"“{given}” is longer than a day; write a day as in 2024-05-31")
    return given


def first_day(given: str) -> str:
    """The first day that a date of a day, a month or a year covers. Raises `UsageError`."""
    year, month, day = _parts(given)
    return date(year, month or 1, day or 1).isoformat()


def last_day(given: str) -> str:
    """The last day that a date of a day, a month or a year covers. Raises `UsageError`."""
    year, month, day = _parts(given)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def _parts(given: str) -> tuple[int, int | None, int | None]:
    found = _DATE.fullmatch(given.strip())
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            date(year or 0, month or 1, day or 1)
        except ValueError:
            found = None
    if not found:
        raise UsageError(f"“{given}” is no date; write it as in 2024-05-31")
    return year or 0, month, day
