"""Before any answer: what loaded documents touched is followed up, wherever a load was cut short."""

from __future__ import annotations

from .store import Store
from .store.rebuild import pending, rebuild


def refresh(store: Store) -> list[str]:
    """Rebuilds every scope that a document touched; gives the scopes back. Called before any question is answered."""
    touched = pending(store)
    if touched:  # else an answer need not wait for the code that tells who is who
        from .following import what_follows
    for scope in touched:
        rebuild(store, scope, what_follows)
    return touched
