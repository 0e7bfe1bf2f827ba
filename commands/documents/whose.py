"""`whose`: whose minutes the documents of the store are, how that is known, and how it is stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from ...graph_loader.refreshing import refresh
from ...graph_loader.store import open_store
from ...graph_loader.store.belonging import Placed, placed_in, state_council
from ...queries.subjects import UnknownName
from ..asking import WRONG_USAGE, FormatOption, StoreDirOption, StoreOption, errors_for_people, number_of, show
from .removing import find_document

_COLUMNS = ("council", "basis", "folder", "documents", "names")
MOST_LISTED = 3
"""Documents that a line names before it says that there are more."""
_HOW = "`--council` or govgraph.toml states it"


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
            "names": _listed(names),
            "scope": scope,
        }
        for (folder, scope, council, basis), names in sorted(groups.items())
    ]


def said_of(placed: Sequence[Placed]) -> list[str]:
    """What a load says of whose its documents are: what was inferred, what is nobody's, and how many sources there are.

    Nothing where every document states its council, and they are no more sources than folders.
    """
    by_scope: dict[str, list[Placed]] = defaultdict(list)
    for p in placed:
        by_scope[p.scope].append(p)
    alone = [p for p in placed if p.scope.startswith("document:")]
    said = [
        _of_source(group)
        for scope, group in sorted(by_scope.items())
        if not scope.startswith("document:") and any(p.basis in {"folder", None} for p in group)
    ]
    if alone:
        said.append(_of_nobody(alone))
    folders = {p.folder for p in placed}
    if len(by_scope) > len(folders):
        said.append(_too_many(by_scope, len(folders)))
    return said


def _of_source(group: Sequence[Placed]) -> str:
    beside = [p for p in group if p.basis == "folder"]
    unknown = [p for p in group if p.basis is None]
    if unknown:
        names = "names" if len(unknown) == 1 else "name"
        return (
            f"{number_of(len(unknown), 'document')} of the folder “{unknown[0].folder}” {names} no council, nor does "
            f"any beside {'it' if len(unknown) == 1 else 'them'}: counted as one source; {_HOW}"
        )
    council = next((p.council for p in group if p.basis == "stated"), group[0].council)
    text, stated = (sum(p.basis == basis for p in group) for basis in ("text", "stated"))
    known = f"{number_of(len(group), 'document')}: {council}, " + (
        "from their headings" if text and not stated else "as stated" if stated else "as those beside them say"
    )
    one = len(beside) == 1
    return (
        f"{known}; {len(beside)} {'names' if one else 'name'} no council and {'lies' if one else 'lie'} beside them: "
        f"counted with it; {_HOW}"
    )


def _of_nobody(alone: Sequence[Placed]) -> str:
    names, it_is = ("names", "it is") if len(alone) == 1 else ("name", "they are")
    return (
        f"{number_of(len(alone), 'document')} {names} no council, in a folder of several or with another's address: "
        f"joined with no other; say whose {it_is} with `govgraph whose --council NAME DOCUMENT…` "
        f"({_listed(p.name for p in alone)})"
    )


def _too_many(by_scope: Mapping[str, Sequence[Placed]], folders: int) -> str:
    known = sorted(by_scope.values(), key=lambda group: (-len(group), group[0].scope))
    names = [f"{group[0].council or group[0].name} ({len(group)})" for group in known]
    listed = "; ".join(names[:MOST_LISTED]) + ("; …" if len(names) > MOST_LISTED else "")
    return (
        f"{len(by_scope)} sources in {number_of(folders, 'folder')}: {listed}; people and bodies "
        "of two are never one: `govgraph whose` lists them, and `--council` there joins what is one council's"
    )


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return ", ".join(every[:MOST_LISTED]) + (", …" if len(every) > MOST_LISTED else "")
