"""What the store as a whole holds: one typed function a module of `explore/` that is not a map's."""

from __future__ import annotations

from ..graph_loader.store import Store
from .catalogue import Row, run


def counts(store: Store) -> Row:
    """How many documents, meetings, facts, people, bodies, open names and warnings there are."""
    return run(store, "counts")[0]
