"""The whole graph as text, the same for the same graph: to compare two stores, or a store before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..graph.nodes import NODES
from .connect import Store
from .errors import StoreError

PAGE = 2_000
"""Nodes that are asked for at once: with those of all other pages a dump needs no more memory than with one."""

OF_THE_MOMENT: dict[str, tuple[str, ...]] = {"Version": ("loaded",), "Meeting": ("loaded_before",)}
"""What tells when something was loaded, and differs between two loads of the same documents."""

_KEYS = {n.label: n.key for n in NODES if n.label != "Lock"} | {"Superseded": "id"}
_OTHERS = "MATCH (n) WHERE NOT n:Lock " + "".join(f"AND NOT n:{label} " for label in sorted(_KEYS))
_AFTER = "MATCH (n:{label}) WHERE n.{key} > $after WITH n ORDER BY n.{key} LIMIT $page "
_NODE = "RETURN labels(n) AS labels, properties(n) AS properties"
_EDGES = (
    "MATCH (n)-[r]->(m) RETURN labels(n) AS labels, properties(n) AS properties, type(r) AS type, "
    "properties(r) AS r, labels(m) AS end_labels, properties(m) AS end_properties"
)


def dump(store: Store) -> Iterator[str]:
    """All nodes, then all relationships, one JSON list a line, without line ends: the same lines for the same graph.

    A node is `["node", label, key, labels, properties]`, a relationship
    `["edge", label, key, type, label, key, properties]` with the ends' labels and keys. Nodes stand in the order of
    label and key, relationships in that of their start, then of their line. `OF_THE_MOMENT` and the writer's lock are
    left out. What a load touched and nobody asked for yet may be still to be made: `refresh` makes it.
    Raises `StoreError` where somebody wrote meanwhile, at the end.
    """
    before = _last_written(store)
    others = bool(store.read(f"{_OTHERS} RETURN 1 AS one LIMIT 1"))
    for query, line in ((_NODE, _node_line), (_EDGES, _edge_line)):
        for label in sorted(_KEYS):
            yield from _of_label(store, label, query, line)
        if others:
            yield from sorted(line(row) for row in store.read(f"{_OTHERS} WITH n {query}"))
    if _last_written(store) != before:
        raise StoreError("the store was written while it was read; give the command again when nobody loads")


def _of_label(store: Store, label: str, query: str, line: Any) -> Iterator[str]:
    key, after = _KEYS[label], ""
    paged = _AFTER.format(label=label, key=key)
    while found := store.read(f"{paged} RETURN max(n.{key}) AS last", after=after, page=PAGE)[0]["last"]:
        rows = store.read(f"{paged} {query}", after=after, page=PAGE)
        yield from (text for _, text in sorted((row["properties"][key], line(row)) for row in rows))
        after = found


def _node_line(row: dict[str, Any]) -> str:
    label, key = _name(row["labels"], row["properties"])
    return line_of(["node", label, key, sorted(row["labels"]), _lasting(label, row["properties"])])


def _edge_line(row: dict[str, Any]) -> str:
    start = _name(row["labels"], row["properties"])
    end = _name(row["end_labels"], row["end_properties"])
    return line_of(["edge", *start, row["type"], *end, row["r"]])


def _name(labels: list[str], properties: dict[str, Any]) -> tuple[str, str]:
    """The label that tells what a node is, and its key; of a node that is none of govgraph's, all that it holds."""
    for label in sorted(labels):
        if label in _KEYS:
            return label, str(properties.get(_KEYS[label]))
    return ":".join(sorted(labels)), line_of(properties)


def _lasting(label: str, properties: dict[str, Any]) -> dict[str, Any]:
    gone = OF_THE_MOMENT.get(label, ())
    return {name: value for name, value in properties.items() if name not in gone}


def line_of(value: Any) -> str:
    """A line of a dump, without its end."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def _last_written(store: Store) -> Any:
    return store.read("OPTIONAL MATCH (l:Lock {id: 'writer'}) RETURN toString(l.taken) AS taken")[0]["taken"]
