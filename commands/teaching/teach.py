"""`teach` and `train`: what people say of their own minutes, and models that are fitted to it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer

from ...actions.decisions_file import who_decides
from ...actions.errors import UsageError
from ...graph_loader.documents import read_document
from ...graph_loader.minutes.labelling.models import models
from ...graph_loader.stated import FILE_NAME, stating_file
from ...graph_loader.teaching.annotations import STATUS_NAMES, TeachingError, annotate, annotation_file, save
from ...graph_loader.teaching.documents import ShownDocument, marks_from_records, taught_documents
from ...graph_loader.teaching.kept import keep
from ...graph_loader.teaching.training import train_on
from ..asking import FormatOption, errors_for_people, fail, show
from ..decisions.options import ByOption
from ..serving import OpenOption, listen

_COLUMNS = ("kind", "facts", "before", "after", "elsewhere_before", "elsewhere_after")


def teach(
    document: Annotated[Path | None, typer.Argument(help="The document of minutes.", metavar="DOCUMENT")] = None,
    records: Annotated[
        Path | None,
        typer.Option("--from", help="Corrected parsed minutes, as `parse` prints them.", metavar="RECORDS.json"),
    ] = None,
    by: ByOption = None,
    open_: OpenOption = True,
) -> None:
    """Says what a document lists, so that `train` can learn it: on a page, or from corrected records.

    The page is served on this machine alone until Ctrl-C. DOCUMENT.teaching is written beside the document.
    """
    with errors_for_people():
        if records is None and document is None:
            raise UsageError(
                "say which document, as in `govgraph teach minutes.pdf`, or with --from which corrected records"
            )
        who = who_decides(by)
        if records is None and document is not None:
            _teach_on_page(document, who, open_)
            return
        assert records is not None  # noqa: S101
        for path, attendance in _by_document(records, document).items():
            _teach_from(path, attendance, who)


def _teach_on_page(document: Path, who: str, open_: bool) -> None:
    from ...serve.application import application
    from ...serve.server import Server
    from ...serve.teaching import Teaching

    if not document.is_file():
        raise TeachingError(f"{document}: no such file; give a document, or a folder to `govgraph serve`")
    teaching = Teaching(document, who)
    teaching.opened(document.name)  # what is wrong with it is said here
    listen(Server(lambda keys, port: application(keys, port, teaching)), f"desk/teach/{quote(document.name)}/", open_)
    typer.echo("`govgraph train` learns from what was saved", err=True)


def _by_document(file: Path, document: Path | None) -> dict[Path, list[Mapping[str, Any]]]:
    """The attendance that a file of parsed minutes states, for each document that it names or the one given."""
    try:
        told = json.loads(file.read_text("utf-8"))
        meetings = told if isinstance(told, list) else [told]
        found: dict[Path, list[Mapping[str, Any]]] = {}
        for meeting in meetings:
            path = document or file.parent / str(meeting["source"]["name"])
            for record in meeting["attendance"]:
                if not isinstance(record["person"], str) or record["status"] not in STATUS_NAMES:
                    raise TypeError(f"{record['person']}: {record['status']}")
            found.setdefault(path, []).extend(meeting["attendance"])
    except (ValueError, KeyError, TypeError) as error:
        raise TeachingError(f"{file}: no parsed minutes as `govgraph parse` prints them ({error!r})") from error
    return found


def _teach_from(path: Path, attendance: Sequence[Mapping[str, Any]], who: str) -> None:
    shown = ShownDocument(read_document(path, path.name))
    marks, missed = marks_from_records(shown, attendance)
    if not marks:
        raise TeachingError(f"{path}: nobody of the records is found in its text; names must be as they are written")
    target = annotation_file(path)
    today = datetime.now(UTC).date().isoformat()
    text = shown.document.text
    save(annotate(path.name, text, marks, who, today), text, target)
    names = sum(mark.part == "name" for mark in marks)
    left = f"; {missed} not found in the text as written" if missed else ""
    typer.echo(f"{target}: {names} people{left}")


def train(
    folder: Annotated[Path, typer.Argument(help="The folder of one council's minutes.", metavar="FOLDER")] = Path(),
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Keeps the models even where they read the documents worse.")
    ] = False,
    format_: FormatOption = "table",
) -> None:
    """Fits the labellers to the taught documents of a folder; its documents are read with them from then on."""
    with errors_for_people():
        base = models()
        if not folder.is_dir():
            raise UsageError(f"{folder}: there is no such folder; give the one that holds the minutes")
        if base is None:
            raise TeachingError("this govgraph has no models that could be taught; install it anew")
        above = stating_file(folder.resolve() / FILE_NAME, Path(folder.resolve().anchor))
        if above is not None and above.parent != folder.resolve():
            raise UsageError(f"{folder} belongs to the council of {above}: train {above.parent}")
        taught = taught_documents(folder)
        if not taught:
            raise TeachingError(f"{folder}: no document here is taught; begin with `govgraph teach DOCUMENT`")
        with tempfile.TemporaryDirectory() as work:
            result = train_on(taught, base, Path(work), lambda line: typer.echo(line, err=True))
            show(list(result.rows()), _COLUMNS, format_)
            if result.is_worse and not anyway:
                raise fail(
                    "documents held out are read worse with what the others teach: nothing is kept; "
                    "teach one more, or give --anyway"
                )
            version = keep(Path(work), folder, base, len(taught))
    if not result.is_measured:
        typer.echo("one document: what it gains is measured once there are two", err=True)
    typer.echo(f"kept: the documents of {folder.resolve().name or folder} are read with {version}", err=True)
