"""Whether the shortcuts of a store are what its facts say, and how they are made so again.

Shortcuts, people and bodies follow from the facts; they can be wrong only where somebody changed the store by hand, or
where govgraph has a fault. Both are found by deriving all of them anew and comparing, property by property.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from ...graph.rows import Rows
from ...graph.schema import DERIVED_EDGES, KEYS
from ..connect import Store
from ..decisions.judgements import judgements_in
from ..decisions.nobodies import without_nobodies
from ..form import lock
from ..standing_facts import facts_of
from ..write import delete_edges, run
from .rebuild import Derive, council_of_scope, scopes
from .write_difference import DERIVED_NODES, write_difference


@dataclass(frozen=True)
class Difference:
    """How many nodes of a label, or edges of a type, are not as the facts of a scope say."""

    scope: str
    kind: str
    missing: int
    extra: int
    changed: int


def check_shortcuts(store: Store, derive: Derive, mend: bool) -> list[Difference]:
    """What differs, by scope and kind; with `mend` it is made as the facts say, each scope in one transaction.

    What loaded documents touched must have been followed up before (`refresh`). Raises `StoreError`.
    """
    found: list[Difference] = []
    for scope in scopes(store):
        found += store.write(partial(_check, scope=scope, derive=derive, mend=mend))
    return found


def _check(tx: ManagedTransaction, scope: str, derive: Derive, mend: bool) -> list[Difference]:
    lock(tx)
    ask = partial(run, tx)
    facts = without_nobodies(ask, scope, facts_of(ask, scope))
    wanted = derive(scope, facts, council_of_scope(ask, scope), judgements_in(ask))
    found = [_nodes(tx, scope, label, wanted.nodes.get(label, {})) for label in (*DERIVED_NODES, "Meeting")]
    for type_ in DERIVED_EDGES:
        difference, changed = _edges(tx, scope, type_, wanted)
        found.append(difference)
        if mend:
            delete_edges(tx, type_, changed)
    if mend:
        write_difference(tx, scope, wanted)
    return [d for d in found if d.missing or d.extra or d.changed]


def _nodes(tx: ManagedTransaction, scope: str, label: str, wanted: Mapping[str, Any]) -> Difference:
    """Meetings belong to the facts: of these only what is derived can differ."""
    rows = run(tx, f"MATCH (n:{label}) WHERE n.scope = $scope RETURN n {{.*}} AS properties", scope=scope)
    there = {row["properties"][KEYS[label]]: row["properties"] for row in rows}
    changed = sum(key in there and there[key] != _plain(row) for key, row in wanted.items())
    extra = 0 if label == "Meeting" else len(there.keys() - wanted.keys())
    return Difference(scope, label, len(wanted.keys() - there.keys()), extra, changed)


def _edges(tx: ManagedTransaction, scope: str, type_: str, wanted: Rows) -> tuple[Difference, list[str]]:
    """The difference, and the ids of edges that are there and say something else, or stand there twice."""
    expected = {
        key: (row.start, row.end, _plain(row.properties))
        for kind, rows in wanted.edges.items()
        if kind[1] == type_
        for key, row in rows.items()
    }
    rows = run(
        tx,
        f"MATCH (a)-[r:{type_} {{scope: $scope}}]->(b) "
        "RETURN coalesce(a.id, a.key) AS a, coalesce(b.id, b.key) AS b, properties(r) AS properties",
        scope=scope,
    )
    times = Counter(row["properties"].get("id") for row in rows)
    there = {row["properties"].get("id"): (row["a"], row["b"], row["properties"]) for row in rows}
    changed = [key for key, row in expected.items() if key in there and (there[key] != row or times[key] > 1)]
    missing, extra = len(expected.keys() - there.keys()), len(there.keys() - expected.keys())
    return Difference(scope, type_, missing, extra, len(changed)), changed


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as the store gives them back: lists, and nothing that is none."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in properties.items() if v is not None}
