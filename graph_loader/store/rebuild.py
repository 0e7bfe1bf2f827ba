"""The derived layer of one scope, rebuilt in one transaction: read facts, decide, write only what differs.

A loader marks the scopes that it touched as `Pending` in its own transaction. Here the mark goes in the same
transaction that writes what follows from it, so that a kill at any moment loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from ..decisions import Judgement
from ..graph.fact_rows import Council, FactRow, NameRow
from ..graph.nodes import BODY_LABELS
from ..graph.rows import EdgeRow, Rows
from ..graph.schema import DERIVED_EDGES
from .connect import Store
from .corrections import put_corrections
from .judgements import judgements_in
from .versions import lock
from .write import BATCH, run, write_edges, write_nodes

READ_LABELS = (
    "MeetingRecord|Attendance|Substitution|Appointment|Departure|Declaration|Motion|Vote|Delegation|Contribution|Naming"
    "|OtherName|PreviousMinutes"
)
DERIVED_NODES = ("Body", "Person", "Role", "Seat")

_PRESENT = " UNION ALL ".join(
    f"MATCH ()-[r:{type_} {{scope: $scope}}]->() RETURN '{type_}' AS type, collect(r.id) AS ids"
    for type_ in DERIVED_EDGES
)

Derive = Callable[[str, list[FactRow], Council | None, tuple[Judgement, ...]], Rows]
"""From a scope, its facts, its council and the decisions of humans to all derived rows."""

Ask = Callable[..., list[dict[str, Any]]]
"""Runs one statement with its parameters and reads all its rows."""


def pending(store: Store) -> list[str]:
    """The scopes that a document touched and that have not been rebuilt."""
    return [row["scope"] for row in store.read("MATCH (p:Pending) RETURN p.scope AS scope ORDER BY scope")]


def scopes(store: Store) -> list[str]:
    """All scopes that documents belong to."""
    return [row["scope"] for row in store.read("MATCH (d:Document) RETURN DISTINCT d.scope AS scope ORDER BY scope")]


def rebuild(store: Store, scope: str, derive: Derive) -> None:
    """Rebuilds one scope in one transaction and takes its mark away."""

    def work(tx: ManagedTransaction) -> None:
        lock(tx)
        put_corrections(tx, scope)
        ask = partial(run, tx)
        wanted = derive(scope, facts_of(ask, scope), _council(tx, scope), judgements_in(ask))
        _write_difference(tx, scope, wanted)
        run(tx, "MATCH (p:Pending {scope: $scope}) DELETE p", scope=scope)

    store.write(work)


def facts_of(ask: Ask, scope: str) -> list[FactRow]:
    """The current facts of a scope that identity and the derived layer rest on."""
    found = ask(
        f"MATCH (f:Fact {{scope: $scope}}) WHERE f:{READ_LABELS} "
        "MATCH (f)-[:AT|MADE_AT]->(m:Meeting) "
        "CALL (f) { OPTIONAL MATCH (f)-->(n:Mention) WITH n ORDER BY n.id "
        "RETURN collect(n {.id, .slot, .of, .text}) AS names } "
        "RETURN f.id AS id, labels(f) AS labels, m.id AS meeting, f {.*, text: null} AS properties, names "
        "ORDER BY id",
        scope=scope,
    )
    return [
        FactRow(
            row["id"],
            next(label for label in row["labels"] if label != "Fact"),
            row["meeting"],
            row["properties"].get("date"),
            row["properties"]["order"],
            row["properties"],
            tuple(NameRow(**name) for name in row["names"]),
        )
        for row in found
    ]


def _council(tx: ManagedTransaction, scope: str) -> Council | None:
    """The council of a scope: as stated before as inferred, then the first by name, so that no order matters."""
    found = run(
        tx,
        "MATCH (d:Document {scope: $scope}) WHERE d.council IS NOT NULL "
        "RETURN DISTINCT d.council AS name, d.council_basis AS basis "
        "ORDER BY CASE basis WHEN 'stated' THEN 0 WHEN 'text' THEN 1 ELSE 2 END, name LIMIT 1",
        scope=scope,
    )
    return Council(found[0]["name"], found[0]["basis"]) if found else None


def _write_difference(tx: ManagedTransaction, scope: str, wanted: Rows) -> None:
    wanted_ids = {row.properties["id"] for kind in wanted.edges.values() for row in kind.values()}
    present: set[str] = set()
    gone: dict[str, list[str]] = {}
    for found in run(tx, _PRESENT, scope=scope):
        present.update(found["ids"])
        gone[found["type"]] = sorted(set(found["ids"]) - wanted_ids)
    for type_ in DERIVED_EDGES:
        ids = gone.get(type_, [])
        for first in range(0, len(ids), BATCH):
            run(
                tx,
                f"UNWIND $ids AS id MATCH ()-[r:{type_} {{id: id}}]->() DELETE r",
                ids=ids[first : first + BATCH],
            )
    _write_nodes(tx, scope, wanted)
    for kind in sorted(wanted.edges):
        fresh: list[EdgeRow] = [r for r in wanted.edges[kind].values() if r.properties["id"] not in present]
        write_edges(tx, kind, fresh)


def _write_nodes(tx: ManagedTransaction, scope: str, wanted: Rows) -> None:
    for label in DERIVED_NODES:
        nodes = wanted.nodes.get(label, {})
        known: dict[str, dict[str, Any]] = {
            row["properties"]["id"]: row["properties"]
            for row in run(tx, f"MATCH (n:{label}) WHERE n.scope = $scope RETURN n {{.*}} AS properties", scope=scope)
        }
        gone = sorted(set(known) - set(nodes))
        if gone:
            run(tx, f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", ids=gone)
        changed = {key: row for key, row in nodes.items() if known.get(key) != row}
        write_nodes(tx, label, changed)
        if label == "Body":
            _label_bodies(tx, changed)
    meetings = wanted.nodes.get("Meeting", {})
    if meetings:
        write_nodes(tx, "Meeting", meetings)


def _label_bodies(tx: ManagedTransaction, bodies: dict[str, dict[str, Any]]) -> None:
    for kind, label in sorted(BODY_LABELS.items()):
        ids = sorted(key for key, row in bodies.items() if row["kind"] == kind)
        if ids:
            others = "".join(f":{name}" for name in sorted(BODY_LABELS.values()) if name != label)
            run(tx, f"UNWIND $ids AS id MATCH (b:Body {{id: id}}) REMOVE b{others} SET b:{label}", ids=ids)
