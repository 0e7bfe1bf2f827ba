"""`whose`: whose minutes the documents of the store are, how that is known, and how it is stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from ...actions.said import listed
from ...graph_loader.refreshing import refresh
from ...graph_loader.store import open_store
from ...graph_loader.store.belonging import Placed, placed_in, state_council
from ...queries.subjects import UnknownName
from ..asking import WRONG_USAGE, FormatOption, StoreDirOption, StoreOption, errors_for_people, show
from .removing import find_document

_COLUMNS = ("council", "basis", "folder", "documents", "names")


def whose(
    documents: Annotated[
        list[str] | None, typer.Argument(help="Documents, as answers name them.", metavar="DOCUMENT…")
    ] = None,
    folder: Annotated[
        str | None, typer.Option(help="All documents of this folder, as this command lists it.", metavar="FOLDER")
    ] = None,
    council: Annotated[
        str | None, typer.Option(help="States whose minutes they are, without loading them again.", metavar="NAME")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Takes back what was stated so.")] = False,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Lists whose minutes the documents are, and how that is known; states it for documents that are loaded."""
    with errors_for_people(), open_store(store, store_dir) as opened:
        refresh(opened)
        placed = placed_in(opened)
        chosen = {find_document(opened, given) for given in documents or ()}
        if folder is not None:
            chosen |= _of_folder(placed, folder)
        if council or undo:
            if not chosen or (council and undo):
                typer.echo("govgraph: give documents or --folder, and either --council NAME or --undo", err=True)
                raise typer.Exit(WRONG_USAGE)
            state_council(opened, sorted(chosen), council)
            refresh(opened)
            placed = placed_in(opened)
        show(sources_of([p for p in placed if not chosen or p.key in chosen]), _COLUMNS, format_)


def _of_folder(placed: Iterable[Placed], folder: str) -> set[str]:
    found = {p.key for p in placed if p.folder == folder}
    if not found:
        raise UnknownName(folder, get_close_matches(folder, sorted({p.folder for p in placed}), n=5, cutoff=0.4))
    return found


def sources_of(placed: Iterable[Placed]) -> list[dict[str, Any]]:
    """A row for each council or source of each folder, and how it is known."""
    groups: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for p in placed:
        groups[p.folder, p.scope, p.council or "", p.basis or ""].append(p.name)
    return [
        {
            "council": council or None,
            "basis": basis or None,
            "folder": folder,
            "documents": len(names),
            "names": listed(names),
            "scope": scope,
        }
        for (folder, scope, council, basis), names in sorted(groups.items())
    ]
