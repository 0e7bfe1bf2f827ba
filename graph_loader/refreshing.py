"""Before any answer: what loaded documents touched is followed up, wherever a load was cut short."""

from __future__ import annotations

from .store import Store
from .store.form import check_form
from .store.shortcuts.rebuild import pending, rebuild
from .store.versions import unsettled


def refresh(store: Store) -> list[str]:
    """Decides whose the documents of touched folders are and rebuilds every scope that this or a document touched.

    Gives the scopes back. Called before any question is answered.
    Raises `StoreError` where the store is written in another form than this govgraph's.
    """
    check_form(store)
    folders = unsettled(store)
    if folders:
        from .store.belonging import settle_folder
    for folder in folders:
        settle_folder(store, folder)
    touched = pending(store)
    if touched:  # else an answer need not wait for the code that tells who is who
        from .following import what_follows
    for scope in touched:
        rebuild(store, scope, what_follows)
    return touched
