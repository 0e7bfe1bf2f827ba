"""What all commands share: options, errors in words with the documented exit codes, and how rows come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from ..actions.errors import UnknownId, UsageError
from ..graph_loader.decisions import DecisionError, SidesError
from ..graph_loader.documents import DocumentError
from ..graph_loader.folding import fold_body
from ..graph_loader.lexicon.person_name import parse_name
from ..graph_loader.refreshing import refresh
from ..graph_loader.sources import SourceError
from ..graph_loader.stated import StatedError
from ..graph_loader.store import Store, StoreError, open_store
from ..graph_loader.store.local.progress import quiet
from ..graph_loader.teaching.annotations import TeachingError
from ..queries.catalogue import QueryError
from ..queries.output.render import Format, render
from ..queries.subjects import SeveralMatch, Subject, UnknownName, find_body, find_person
from ..website.writing import SiteError
from .terminal import completing
from .terminal.layout import layout
from .terminal.paging import put

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
BodyOption = Annotated[
    str | None,
    typer.Option("--body", help="Only this body: its name or id.", metavar="BODY", autocompletion=completing.bodies),
]
PersonOption = Annotated[
    str | None,
    typer.Option(
        "--person", help="Only this person: the name or id.", metavar="PERSON", autocompletion=completing.people
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", help="From this day on: 2024-05-31, 31 May 2024, 2024-05 or 2024.", metavar="DATE"),
]
ToOption = Annotated[
    str | None, typer.Option("--to", help="Up to this day: 2024-05-31, 31 May 2024, 2024-05 or 2024.", metavar="DATE")
]
ProfileOption = Annotated[
    str | None, typer.Option("--profile", help="The council's own rules: a .yaml file, or a name.", metavar="FILE")
]
OnOption = Annotated[str | None, typer.Option("--on", help="On this day: 2024-05-31 or 31 May 2024.", metavar="DATE")]

_WHICH = "`govgraph store status` says which store this is and how much is in it"


@contextmanager
def errors_for_people() -> Iterator[None]:
    """Every expected error becomes one message on standard error and its documented exit code."""
    try:
        yield
    except UnknownName as error:
        near = f"; the nearest: {'; '.join(error.nearest)}" if error.nearest else f", nor anything like it: {_WHICH}"
        if error.empty:
            near = ", nor anything else: load minutes first, with `govgraph load FOLDER`"
        raise fail(f"nothing in the store is called “{error.name}”{near}", UNKNOWN_NAME) from error
    except SeveralMatch as error:
        listed = "\n".join(f"  {m.id}  {m.name}{f'  ({m.detail})' if m.detail else ''}" for m in error.matches)
        raise fail(f"“{error.name}” fits several; give one of these ids:\n{listed}", SEVERAL_MATCH) from error
    except UnknownId as error:
        raise fail(str(error), UNKNOWN_NAME) from error
    except (QueryError, SidesError, UsageError) as error:
        raise fail(str(error), WRONG_USAGE) from error
    except BrokenPipeError as error:
        raise typer.Exit from error  # whoever reads the answer has read enough
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


def person_called(store: Store, given: str) -> Subject:
    """The person with this id or name; says whom it took where that is not plain. Raises as `find_person`."""
    found = find_person(store, given)
    one, other = parse_name(given), parse_name(found.name)
    plain = one.surname == other.surname and bool(one.forenames) and one.forenames[:1] == other.forenames[:1]
    return found if plain or given == found.id else _said(given, found)


def body_called(store: Store, given: str) -> Subject:
    """The body with this id or name; says which it took where that is not plain. Raises as `find_body`."""
    found = find_body(store, given)
    return found if given == found.id or fold_body(given) == fold_body(found.name) else _said(given, found)


def _said(given: str, found: Subject) -> Subject:
    note(f"“{given}”: read as {found.name}")
    return found


def note(text: str) -> None:
    """Says something beside the answer, on standard error, unless nobody wants to hear it."""
    if not quiet.get():
        typer.echo(f"govgraph: {text}", err=True)


def show(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], format_: Format) -> None:
    """Prints rows as `rendered` lays them out, and says so where there are none. Raises `UsageError`."""
    put(rendered(rows, columns, format_), layout().pager)
    if not rows and format_ == "table":
        note("nothing is recorded")


def rendered(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], format_: Format) -> str:
    """Rows as text; a table as wide as the terminal, and unfolded where it goes to a file. Raises `UsageError`."""
    if format_ != "json" and any(row.get("corrected") for row in rows):
        columns = [*columns, "corrected"]  # the original stays beside what a reviewer corrected
    asked = layout()
    known = {*columns, *(name for row in rows for name in row)}
    if unknown := [name for name in asked.columns if name not in known]:
        raise UsageError(f"--columns: there is no column “{unknown[0]}”; there are {', '.join(sorted(known))}")
    if asked.columns and format_ == "json":
        rows = [{name: row.get(name) for name in asked.columns} for row in rows]
    return render(rows, asked.chosen(columns), format_, asked.width)
