"""`parse`, `schema` and `load`: from files to parsed minutes, and on into the store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from ...graph_loader.documents import DocumentError, read_document
from ...graph_loader.outputs import meeting_file, output_names
from ...graph_loader.parsed_minutes import ParsedMinutes, json_schema, to_dict, to_json
from ...graph_loader.parsing import default_workers, parse_sources
from ...graph_loader.pipeline import Loaded
from ...graph_loader.pipeline import load as load_paths
from ...graph_loader.sources import Source, find_sources
from ...graph_loader.store import open_store
from ...graph_loader.store.belonging import placed_in
from ...graph_loader.store.decisions.corrections import keep_corrections
from ..asking import FAILED, FormatOption, StoreDirOption, StoreOption, errors_for_people, number_of, show
from ..decisions.decisions_file import DecisionsFile, DecisionsOption
from ..teaching.why import COLUMNS, why
from .progress import counted
from .whose import MOST_LISTED, said_of

Paths = Annotated[list[Path], typer.Argument(help="Files and folders of minutes.", metavar="PATH…")]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, max=64, help="Processes that read; else one for few files, up to 8 for many.", metavar="N"
    ),
]

_WARNING_COLUMNS = ("document", "line", "code", "message", "quote")
_LOAD_COLUMNS = ("document", "state", "meetings", "facts", "warnings", "error")
_STATES = ("inserted", "updated", "unchanged", "failed")


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
    with errors_for_people(), open_store(store, store_dir) as opened:
        file = DecisionsFile.meant(decisions, store, store_dir)
        judgements = file.standing_for(opened)
        if judgements is not None:
            keep_corrections(opened, file.corrections())
        files = len(find_sources(paths))
        loading = load_paths(
            paths,
            opened,
            council,
            replace_other=replace,
            judgements=judgements,
            workers=workers or default_workers(files),
            reread=reread,
        )
        with closing(loading), counted(loading, files) as results:
            for result in results:
                if result.error:
                    typer.echo(f"govgraph: {result.error}", err=True)
                rows.append(loaded_row(result))
        placed = {p.key: p for p in placed_in(opened, [row["key"] for row in rows if not row["error"]])}
    for row in rows:
        if found := placed.get(row["key"]):
            row |= {"council": found.council, "council_basis": found.basis}
    if format_ == "table":
        typer.echo(load_summary(rows))
    else:
        show(rows, _LOAD_COLUMNS, format_)
    for said in (*said_of(list(placed.values())), anothers(rows), *two_of_an_hour(rows)):
        if said:
            typer.echo(said, err=True)
    if any(row["error"] for row in rows):
        raise typer.Exit(FAILED)


def loaded_row(result: Loaded) -> dict[str, Any]:
    """What became of one file, as a row to print."""
    return {
        "document": result.source.key,
        "key": result.key,
        "state": result.state or "failed",
        "meetings": result.meetings,
        "facts": result.facts,
        "warnings": result.warnings,
        "error": result.error,
        "council": None,
        "council_basis": None,
        "named": result.named,
        "beside": list(result.beside),
    }


def load_summary(rows: Sequence[Mapping[str, Any]]) -> str:
    """The counts of a load in one line."""
    counted = {state: sum(row["state"] == state for row in rows) for state in _STATES}
    states = ", ".join(f"{n} {state}" for state, n in counted.items() if n or state != "failed")
    meetings, facts, warnings = (sum(row[name] for row in rows) for name in ("meetings", "facts", "warnings"))
    return f"{number_of(len(rows), 'document')}: {states}; {meetings} meetings, {facts} facts, {warnings} warnings"


def anothers(rows: Sequence[Mapping[str, Any]]) -> str | None:
    """What to say where every document of a load names another council than the one that it is stated to be of."""
    read = [row for row in rows if not row["error"]]
    if not read or not all(row["named"] for row in read):
        return None
    named = ", ".join(sorted({row["named"] for row in read})[:MOST_LISTED])
    stated = ", ".join(sorted({row["council"] for row in read}))
    return f"every document is stated to be of {stated}, and names {named}: is --council right?"


def two_of_an_hour(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """What to say of documents whose body, day and hour are another's, and that say other things."""
    return [
        f"{row['document']} says other things than {', '.join(row['beside'])} of the same body, day and hour: they are "
        "taken for two meetings; if they are one, take one of them out with govgraph remove"
        for row in rows
        if row["beside"]
    ]
