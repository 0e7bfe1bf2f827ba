"""`parse`, `schema` and `load`: from files to parsed minutes, and on into the store."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from ...actions.decisions_file import DecisionsFile
from ...actions.loading import load_files, loaded_row, told
from ...actions.said import load_summary
from ...graph_loader.documents import DocumentError, read_document
from ...graph_loader.outputs import meeting_file, output_names
from ...graph_loader.parsed_minutes import ParsedMinutes, json_schema, to_dict, to_json
from ...graph_loader.parsing import default_workers, parse_sources
from ...graph_loader.sources import Source, find_sources
from ...graph_loader.store import open_store
from ..asking import FAILED, FormatOption, StoreDirOption, StoreOption, errors_for_people, note, show
from ..decisions.options import DecisionsOption
from ..teaching.why import COLUMNS, why
from ..terminal.progress import counted

Paths = Annotated[list[Path], typer.Argument(help="Files and folders of minutes.", metavar="PATH…")]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, max=64, help="Processes that read; else one for few files, up to 8 for many.", metavar="N"
    ),
]

_LOG = logging.getLogger(__name__)
_WARNING_COLUMNS = ("document", "line", "code", "message", "quote")
_LOAD_COLUMNS = ("document", "state", "meetings", "facts", "warnings", "error")


def parse(
    paths: Paths,
    out: Annotated[
        Path | None, typer.Option(help="Writes DIR/<stem>.json each instead of one JSON array.", metavar="DIR")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="Prints the text as read, in which characters count.")] = False,
    warnings: Annotated[bool, typer.Option("--warnings", help="Lists what could not be read, with its place.")] = False,
    why_line: Annotated[
        int | None, typer.Option("--why", help="Tells why one line is read as it is.", metavar="LINE")
    ] = None,
    workers: WorkersOption = None,
    format_: FormatOption = "table",
) -> None:
    """Reads documents into parsed minutes, without a store."""
    with errors_for_people():
        sources = find_sources(paths)
        if why_line is not None:
            show(why(sources, why_line), COLUMNS, format_)
            return
        names = output_names(sources) if out else {}
        if text:
            failed = _print_texts(sources)
        else:
            found, failed = _parse_all(sources, workers)
            if out:
                for source, meetings in found:
                    _write(out, names[source.key], meetings)
            if warnings:
                show([row for _, meetings in found for row in _warnings(meetings)], _WARNING_COLUMNS, format_)
            elif not out:
                every = [to_dict(minutes) for _, meetings in found for minutes in meetings]
                typer.echo(json.dumps(every, ensure_ascii=False, indent=2))
    if failed:
        raise typer.Exit(FAILED)


def _print_texts(sources: Sequence[Source]) -> bool:
    failed = False
    for source in sources:
        try:
            typer.echo(read_document(source.path, source.path.name).text, nl=False)
        except DocumentError as error:
            typer.echo(f"govgraph: {error}", err=True)
            failed = True
    return failed


def _parse_all(
    sources: Sequence[Source], workers: int | None
) -> tuple[list[tuple[Source, tuple[ParsedMinutes, ...]]], bool]:
    found, failed = [], False
    parsing = parse_sources(sources, workers or default_workers(len(sources)))
    with closing(parsing), counted(parsing, len(sources)) as results:
        for parsed in results:
            if parsed.error:
                typer.echo(f"govgraph: {parsed.error}", err=True)
                failed = True
            else:
                found.append((parsed.source, parsed.meetings))
    return found, failed


def _write(folder: Path, name: Path, meetings: Sequence[ParsedMinutes]) -> None:
    for index, minutes in enumerate(meetings):
        target = folder / meeting_file(name, index)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(to_json(minutes), "utf-8")


def _warnings(meetings: Sequence[ParsedMinutes]) -> list[dict[str, Any]]:
    return [
        {
            "document": m.source.name,
            "line": w.span.line_start,
            "code": w.code,
            "message": w.message,
            "quote": w.span.text,
        }
        for m in meetings
        for w in m.warnings
    ]


def schema() -> None:
    """Prints the JSON Schema of parsed minutes."""
    typer.echo(schema_text(), nl=False)


def schema_text() -> str:
    """The JSON Schema of parsed minutes, as it is printed and kept in docs/."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def load(
    paths: Annotated[
        list[Path], typer.Argument(help="Files and folders of minutes, or parsed-minutes JSON.", metavar="PATH…")
    ],
    council: Annotated[
        str | None, typer.Option(help="The council whose minutes these are, as it calls itself.", metavar="NAME")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Lets a file take the place of another meeting's of the same name.")
    ] = False,
    decisions: DecisionsOption = None,
    reread: Annotated[
        bool, typer.Option("--reread", help="Reads files too that are in the store as they would be read.")
    ] = False,
    workers: WorkersOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Loads minutes into the store; loading again changes nothing."""
    rows: list[dict[str, Any]] = []
    with errors_for_people():
        files = len(find_sources(paths))  # before a store is started
    with errors_for_people(), open_store(store, store_dir) as opened:
        file = DecisionsFile.meant(decisions, store, store_dir)
        loading = load_files(opened, file, paths, council, replace, workers or default_workers(files), reread)
        with closing(loading), counted(loading, files) as results:
            for result in results:
                _LOG.info("%s: %s", result.source.key, result.state or "failed")
                if result.error:
                    typer.echo(f"govgraph: {result.error}", err=True)
                rows.append(loaded_row(result))
        said = told(opened, rows)
    if format_ == "table":
        typer.echo(load_summary(rows))
    else:
        show(rows, _LOAD_COLUMNS, format_)
    for words in said:
        note(words)
    if any(row["error"] for row in rows):
        raise typer.Exit(FAILED)
