"""Writing rows: constraints first, then batches, each statement made from the graph's own schema.

Labels and types come from `graph.schema`, never from a document; everything else is a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from neo4j import ManagedTransaction

from ..graph.rows import EdgeKind, EdgeRow, Properties, Rows
from ..graph.schema import ALSO, KEYS, constraints
from .connect import Store

BATCH = 2_000
"""Rows per `UNWIND`: large enough to be fast, small enough for a server with little memory."""
Ask = Callable[..., list[dict[str, Any]]]
"""Runs one statement with its parameters and reads all its rows: `Store.read`, or `run` within a transaction."""


def ensure_schema(store: Store) -> None:
    """Creates the constraints and indexes that are missing, in one transaction, and waits until they can be used."""
    present = {row["name"] for row in store.read("SHOW INDEXES YIELD name RETURN name")}
    missing = [statement for statement in constraints() if statement.split()[2] not in present]
    if missing:
        store.write(lambda tx: [run(tx, statement) for statement in missing])
        store.read("CALL db.awaitIndexes(120)")


def write_rows(tx: ManagedTransaction, rows: Rows) -> None:
    """Writes nodes, then edges, in a fixed order; what is there already is left as it is."""
    for label in sorted(rows.nodes):
        write_nodes(tx, label, rows.nodes[label])
    for kind in sorted(rows.edges):
        write_edges(tx, kind, rows.edges[kind].values())


def write_nodes(tx: ManagedTransaction, label: str, nodes: dict[str, Properties]) -> None:
    """Merges nodes by their key and sets their properties; a property that is no longer given goes."""
    extra = "".join(f":{name}" for name in ALSO[label])
    key = KEYS[label]
    query = f"UNWIND $rows AS row MERGE (n:{label} {{{key}: row.{key}}}) SET n = row" + (
        f" SET n{extra}" if extra else ""
    )
    for batch in _batches([nodes[k] for k in sorted(nodes)]):
        run(tx, query, rows=batch)


def write_edges(tx: ManagedTransaction, kind: EdgeKind, edges: Iterable[EdgeRow]) -> None:
    """Merges edges between nodes that are there.

    An edge with an `id` is told from others by it; elsewhere all properties together tell one edge from another.
    """
    start, type_, end = kind
    by_names: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for edge in edges:
        names = ("id",) if "id" in edge.properties else tuple(sorted(edge.properties))
        row = {"start": edge.start, "end": edge.end, "properties": edge.properties}
        by_names.setdefault(names, []).append(row)
    for names, group in sorted(by_names.items()):
        pattern = ", ".join(f"`{name}`: row.properties.`{name}`" for name in names)
        query = (
            f"UNWIND $rows AS row MATCH (a:{start} {{{KEYS[start]}: row.start}}) "
            f"MATCH (b:{end} {{{KEYS[end]}: row.end}}) MERGE (a)-[r:{type_}{f' {{{pattern}}}' if pattern else ''}]->(b)"
            + (" SET r = row.properties" if pattern else "")
        )
        for batch in _batches(sorted(group, key=lambda row: (row["start"], row["end"]))):
            run(tx, query, rows=batch)


def delete_edges(tx: ManagedTransaction, type_: str, ids: Iterable[str]) -> None:
    """Deletes the edges of one type with these ids."""
    for batch in _batches(sorted(ids)):
        run(tx, f"UNWIND $ids AS id MATCH ()-[r:{type_} {{id: id}}]->() DELETE r", ids=batch)


def run(tx: ManagedTransaction, query: str, **parameters: Any) -> list[dict[str, Any]]:
    """Runs one statement whose text is made of schema names only, and reads all its rows: values, never whole nodes."""
    return [dict(zip(record.keys(), record.values(), strict=True)) for record in tx.run(query, parameters)]


def _batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(rows), BATCH):
        yield rows[first : first + BATCH]
