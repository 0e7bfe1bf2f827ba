"""Everything of a kind in one answer, for a site of all pages: one typed function a module of `site/`."""

from __future__ import annotations

from ..graph_loader.store import Store
from .catalogue import Row, run


def documents(store: Store) -> list[Row]:
    """Every document with its current version and the text as it was read, none where the store does not hold it."""
    return run(store, "site_documents")


def facts(store: Store) -> list[Row]:
    """Every fact with what it says, its names and its passages in current versions; none that is said to be wrong."""
    return run(store, "site_facts")


def meetings(store: Store) -> list[Row]:
    """Every meeting with its body."""
    return run(store, "site_meetings")


def people(store: Store) -> list[Row]:
    """Everybody, with the names as written."""
    return run(store, "site_people")


def bodies(store: Store) -> list[Row]:
    """All bodies, with the names as written, what they are part of and what followed them."""
    return run(store, "site_bodies")


def last_listed(store: Store) -> list[Row]:
    """Who was on the latest list of each body, and until when nothing speaks against that."""
    return run(store, "site_last_listed")


def state(store: Store) -> list[Row]:
    """What everything in the store follows from: while this stays the same, so does every other answer."""
    return run(store, "site_state")


def councils(store: Store) -> tuple[str, ...]:
    """The councils whose documents are in the store, by name."""
    return tuple(sorted({row["council"] for row in run(store, "councils") if row["council"]}))
