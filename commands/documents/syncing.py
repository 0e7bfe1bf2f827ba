"""`sync`: keeps the store in step with a folder, once or for as long as it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from ...actions.decisions_file import DecisionsFile
from ...actions.loading import loaded_row
from ...actions.said import number_of
from ...graph_loader.store import Store, open_store
from ...graph_loader.store.connect import local_neo4j, server_uri
from ...graph_loader.syncing import SyncNote, Withdrawn, sync
from ..asking import FAILED, FormatOption, StoreDirOption, StoreOption, errors_for_people, note, show
from ..decisions.options import DecisionsOption

_COLUMNS = ("document", "state", "meetings", "facts", "warnings", "error")
_STATES = {
    "inserted": "new",
    "updated": "changed",
    "unchanged": "unchanged",
    "withdrawn": "withdrawn",
    "failed": "failed",
}
_SERVER_NOTE = "govgraph-sync.json"
"""The note for a server of one's own, in the folder where the command runs."""


def sync_(
    folder: Annotated[Path, typer.Argument(help="The folder of minutes.", metavar="FOLDER")],
    council: Annotated[
        str | None, typer.Option(help="The council whose minutes these are, as it calls itself.", metavar="NAME")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Goes on, and follows every change, until Ctrl-C.")] = False,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Brings the store in step with a folder: loads what is new or changed, withdraws what is gone."""
    with errors_for_people(), open_store(store, store_dir) as opened:
        file = DecisionsFile.meant(decisions, store, store_dir)
        synced = SyncNote(_note_path(store, store_dir))

        def once() -> list[dict[str, Any]]:
            return _rows(opened, folder, synced, council, file)

        failed = _tell(once(), format_)
        if watch:
            from watchfiles import watch as changes_in

            note(f"watching {folder}; Ctrl-C ends it")
            follow(changes_in(folder, raise_interrupt=True), once, lambda rows: _tell(rows, format_))
    if failed:
        raise typer.Exit(FAILED)


def follow(
    changes: Iterable[Any], once: Callable[[], list[dict[str, Any]]], tell: Callable[[list[dict[str, Any]]], bool]
) -> None:
    """Syncs after every change, and tells what it brought; a file that is still being written fails and comes again."""
    for _ in changes:
        rows = once()
        if any(row["state"] != "unchanged" for row in rows):
            tell(rows)


def _rows(store: Store, folder: Path, note: SyncNote, council: str | None, file: DecisionsFile) -> list[dict[str, Any]]:
    found = []
    for result in sync(folder, store, note, council, file.held_before_loading(store)):
        if isinstance(result, Withdrawn):
            empty = dict.fromkeys(("meetings", "facts", "warnings", "error"))
            found.append({"document": result.key, "key": result.key, "state": "withdrawn", **empty})
        else:
            found.append(loaded_row(result))
    return found


def _tell(rows: list[dict[str, Any]], format_: Any) -> bool:
    """Prints what became of each file, in a table what is not unchanged and the counts; whether one failed."""
    for row in rows:
        if row["error"]:
            typer.echo(f"govgraph: {row['error']}", err=True)
    if format_ == "table":
        for row in rows:
            if row["state"] not in {"unchanged", "failed"}:
                typer.echo(f"{_STATES[row['state']]}: {row['document']}")
        counts = Counter(row["state"] for row in rows)
        told = ", ".join(f"{counts[state]} {word}" for state, word in _STATES.items() if counts[state])
        typer.echo(f"{number_of(len(rows), 'document')}: {told}")
    else:
        show(rows, _COLUMNS, format_)
    return any(row["state"] == "failed" for row in rows)


def _note_path(store: str | None, store_dir: Path | None) -> Path:
    """Beside the store, as the file of decisions."""
    if server_uri(store, store_dir):
        return Path(_SERVER_NOTE)
    folder = local_neo4j(store_dir).folder.path
    return folder.with_name(f"{folder.name}.sync.json")
