"""In which form the graph of a store is written, so that no govgraph reads or changes one that it does not know."""

from __future__ import annotations

from neo4j import ManagedTransaction

from .connect import Store
from .errors import StoreError
from .write import run

GRAPH_FORM = 1
"""Raised whenever what a load writes means something else than before, so that graphs of both must not be mixed."""

_FORM = "MATCH (l:Lock {id: 'writer'}) RETURN coalesce(l.form, 1) AS form"
"""A store that was written before forms were counted has the first one."""


def lock(tx: ManagedTransaction) -> None:
    """Waits until no other loader writes, and keeps others waiting until this transaction ends.

    Raises `StoreError` where the store is written in another form; nothing is changed then.
    """
    query = "MERGE (l:Lock {id: 'writer'}) ON CREATE SET l.form = $form SET l.taken = datetime() "
    _check(run(tx, query + "RETURN coalesce(l.form, 1) AS form", form=GRAPH_FORM)[0]["form"])


def check_form(store: Store) -> None:
    """Raises `StoreError` where the store is written in another form; an empty one has none."""
    for row in store.read(_FORM):
        _check(row["form"])


def _check(form: int) -> None:
    if form < GRAPH_FORM:
        raise StoreError(
            f"this store was written by an older govgraph, in form {form} of the graph; this one reads and writes form "
            f"{GRAPH_FORM}. Load the documents into a new store (another --store-dir, or another database): decisions "
            "and corrections of humans are in their file and hold there too. The old store is left as it is"
        )
    if form > GRAPH_FORM:
        raise StoreError(
            f"this store was written by a newer govgraph, in form {form} of the graph; this one reads and writes form "
            f"{GRAPH_FORM}. Use the newer govgraph; the store is left as it is"
        )
