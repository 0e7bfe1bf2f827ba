"""govgraph: council and committee minutes as a graph of who sat where, with the line behind every fact.

The rooms, in the order in which a document passes through them: `graph_loader.documents` (bytes to text),
`graph_loader.minutes` (text to parsed minutes), `graph_loader.identity` (names to people and bodies),
`graph_loader.graph` (records to nodes and edges), `graph_loader.store` (Neo4j); `queries`, `visualise` and `exports`
read the store, `actions` is what people do to it. `Store`, `parse` and `Rows` are the interface for Python
(docs/python.md).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api.rows import Rows as Rows
    from .api.store import Store as Store
    from .api.store import parse as parse

__version__ = "0.1.0"

_PLACES = {"Store": "api.store", "parse": "api.store", "Rows": "api.rows"}
"""Imported when they are asked for, so that the command starts without them."""


def __getattr__(name: str) -> Any:
    """`Store`, `parse` or `Rows`."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_PLACES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_PLACES})
