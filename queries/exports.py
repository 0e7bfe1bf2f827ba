"""What other programs take: everything that documents say and what follows from it; one typed function a module."""

from __future__ import annotations

from collections.abc import Sequence

from ..graph_loader.store import Store
from .catalogue import Row, run

Scopes = Sequence[str] | None
"""Sources by their scopes, or none for all."""


def documents(store: Store, scopes: Scopes = None) -> list[Row]:
    """The documents in their current versions."""
    return run(store, "export_documents", scopes=scopes)


def people(store: Store, scopes: Scopes = None, public: bool = False) -> list[Row]:
    """Everybody with the names as written; `left_out` marks members of the public unless asked for."""
    return run(store, "export_people", scopes=scopes, public=public)


def bodies(store: Store, scopes: Scopes = None) -> list[Row]:
    """All bodies, what they are part of and what took their place."""
    return run(store, "export_bodies", scopes=scopes)


def meetings(store: Store, scopes: Scopes = None) -> list[Row]:
    """Meetings, those that were only called as well."""
    return run(store, "export_meetings", scopes=scopes)


def facts(store: Store, scopes: Scopes = None) -> list[Row]:
    """All facts with the names in them and all passages that say them."""
    return run(store, "export_facts", scopes=scopes)
