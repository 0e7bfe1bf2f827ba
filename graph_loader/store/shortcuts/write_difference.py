"""Derived rows of a whole scope into the store: only what differs from what is there."""

from __future__ import annotations

from typing import Any

from neo4j import ManagedTransaction

from ...graph.rows import EdgeRow, Rows
from ...graph.schema import BODY_LABELS, DERIVED_EDGES, KEYS
from ..write import delete_edges, run, write_edges, write_nodes

DERIVED_NODES = ("Body", "Person", "Role", "Seat", "Block", "Sighting", "Decided")

_PRESENT = " UNION ALL ".join(
    f"MATCH ()-[r:{type_} {{scope: $scope}}]->() RETURN '{type_}' AS type, collect(r.id) AS ids"
    for type_ in DERIVED_EDGES
)


def write_difference(tx: ManagedTransaction, scope: str, wanted: Rows) -> None:
    """Makes the derived layer of a scope what these rows say."""
    wanted_ids = {key for kind in wanted.edges.values() for key in kind}
    present: set[str] = set()
    gone: dict[str, set[str]] = {}
    for found in run(tx, _PRESENT, scope=scope):
        present.update(found["ids"])
        gone[found["type"]] = set(found["ids"]) - wanted_ids
    for type_ in DERIVED_EDGES:
        delete_edges(tx, type_, gone.get(type_, ()))
    _write_nodes(tx, scope, wanted)
    for kind in sorted(wanted.edges):
        fresh: list[EdgeRow] = [r for key, r in wanted.edges[kind].items() if key not in present]
        write_edges(tx, kind, fresh)


def _write_nodes(tx: ManagedTransaction, scope: str, wanted: Rows) -> None:
    for label in DERIVED_NODES:
        nodes = wanted.nodes.get(label, {})
        key = KEYS[label]
        known: dict[str, dict[str, Any]] = {
            row["properties"][key]: row["properties"]
            for row in run(tx, f"MATCH (n:{label}) WHERE n.scope = $scope RETURN n {{.*}} AS properties", scope=scope)
        }
        gone = sorted(set(known) - set(nodes))
        if gone:
            run(tx, f"UNWIND $ids AS id MATCH (n:{label} {{{key}: id}}) DETACH DELETE n", ids=gone)
        changed = {name: row for name, row in nodes.items() if known.get(name) != row}
        write_nodes(tx, label, changed)
        if label == "Body":
            label_bodies(tx, changed)
    meetings = wanted.nodes.get("Meeting", {})
    if meetings:
        write_nodes(tx, "Meeting", meetings)


def label_bodies(tx: ManagedTransaction, bodies: dict[str, dict[str, Any]]) -> None:
    """Gives bodies the label of their kind."""
    for kind, label in sorted(BODY_LABELS.items()):
        ids = sorted(key for key, row in bodies.items() if row["kind"] == kind)
        if ids:
            others = "".join(f":{name}" for name in sorted(BODY_LABELS.values()) if name != label)
            run(tx, f"UNWIND $ids AS id MATCH (b:Body {{id: id}}) REMOVE b{others} SET b:{label}", ids=ids)
