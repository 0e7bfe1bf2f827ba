"""`whose`: whose minutes the documents of the store are, how that is known, and how it is stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from ...actions.decisions_file import DecisionsFile, follow, now, who_decides
from ...actions.errors import UsageError
from ...actions.said import listed
from ...graph_loader.decisions import StatedCouncil, add_decision, add_undo, decision_id
from ...graph_loader.store import Store
from ...graph_loader.store.belonging import Placed, placed_in
from ...queries.subjects import UnknownName
from ..asking import FormatOption, StoreDirOption, StoreOption, show
from ..decisions.options import ByOption, DecisionsOption, deciding
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
    why: Annotated[str, typer.Option("--why", help="Why; kept with it.", metavar="REASON")] = "",
    by: ByOption = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Lists whose minutes the documents are, and how that is known; states it for documents that are loaded.

    What is stated is kept in the file of decisions.
    """
    with deciding(decisions, store, store_dir) as (opened, file):
        placed = placed_in(opened)
        chosen = {find_document(opened, given) for given in documents or ()}
        if folder is not None:
            chosen |= _of_folder(placed, folder)
        if council or undo:
            if not chosen or (council and undo):
                raise UsageError("give documents or --folder, and either --council NAME or --undo")
            _state(opened, file, sorted(chosen), council, who_decides(by), why.strip())
            placed = placed_in(opened)
        show(sources_of([p for p in placed if not chosen or p.key in chosen]), _COLUMNS, format_)


def _state(
    store: Store, file: DecisionsFile, documents: Sequence[str], council: str | None, who: str, why: str
) -> None:
    """States it for these documents in the file, or takes back, without a council, what is stated there of them."""
    file.check_writable(store)
    moment = now()
    if council:
        _add(file, documents, council, who, moment, why)
    else:
        for stated in file.councils():
            left = [key for key in stated.documents if key not in documents]
            if len(left) < len(stated.documents):
                add_undo(file.path, stated.id, who, moment, why)
                if left:
                    _add(file, left, stated.council, stated.who, stated.when, stated.why)
    follow(store, file)


def _add(file: DecisionsFile, documents: Sequence[str], council: str, who: str, when: str, why: str) -> None:
    key = decision_id("whose", *documents, council, who, when, why)
    add_decision(file.path, StatedCouncil(key, tuple(documents), council, who, when, why))


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
