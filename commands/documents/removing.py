"""`remove`: takes documents out of the store."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from ...actions.said import number_of
from ...graph_loader.pipeline import remove as remove_documents
from ...graph_loader.store import Store, open_store
from ...graph_loader.store.versions import documents_in
from ...queries.subjects import SeveralMatch, Subject, UnknownName
from ..asking import StoreDirOption, StoreOption, errors_for_people


def remove(
    documents: Annotated[
        list[str], typer.Argument(help="Documents, as answers name them, or by their keys.", metavar="DOCUMENT…")
    ],
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Takes documents out of the store: the graph is then as if they had never been loaded."""
    with errors_for_people(), open_store(store, store_dir) as opened:
        keys = list(dict.fromkeys(find_document(opened, given) for given in documents))
        remove_documents(keys, opened)
        typer.echo(f"{number_of(len(keys), 'document')} removed")


def find_document(store: Store, given: str) -> str:
    """The key of the document with this key or name. Raises `UnknownName` or `SeveralMatch`."""
    known = documents_in(store)
    if given in known:
        return given
    named = [key for key, name in known.items() if name == given]
    if len(named) == 1:
        return named[0]
    if named:
        raise SeveralMatch(given, [Subject(key, known[key]) for key in named])
    raise UnknownName(given, get_close_matches(given, list(known), n=5, cutoff=0.6))
