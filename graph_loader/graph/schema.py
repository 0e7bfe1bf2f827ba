"""What follows from the kinds of nodes and edges: keys, labels, constraints and indexes.

The constraints, the indexes, the statements that write rows and `docs/graph.md` are all made from these two tables.
"""

from __future__ import annotations

from .edges import EDGES
from .nodes import NODES

KEYS: dict[str, str] = {n.label: n.key for n in NODES} | {"Fact": "id", "Superseded": "id"}
"""The key property of every label that an edge's end is found by."""

ALSO: dict[str, tuple[str, ...]] = {n.label: n.also for n in NODES}

DERIVED_EDGES: tuple[str, ...] = tuple(sorted({e.type for e in EDGES if e.layer == "derived"}))
"""Types whose edges are rebuilt from facts and identity; each carries `id` and `scope` besides its own properties."""

FACT_LABELS: tuple[str, ...] = tuple(n.label for n in NODES if "Fact" in n.also)

BODY_LABELS: dict[str, str] = {
    "council": "Council",
    "committee": "Committee",
    "sub_committee": "SubCommittee",
    "working_group": "WorkingGroup",
    "board": "Board",
    "panel": "Panel",
    "external_body": "ExternalBody",
    "political_group": "PoliticalGroup",
    "other": "OtherBody",
}
"""The second label of a body, by its kind."""


def constraints() -> tuple[str, ...]:
    """The Cypher statements that create every key constraint and index; each may be run again."""
    statements = [
        f"CREATE CONSTRAINT {n.label.lower()}_{n.key} IF NOT EXISTS FOR (n:{n.label}) REQUIRE n.{n.key} IS UNIQUE"
        for n in NODES
    ]
    statements += [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in ("Fact", "Superseded")
    ]
    statements += [
        f"CREATE INDEX {n.label.lower()}_{name} IF NOT EXISTS FOR (n:{n.label}) ON (n.{name})"
        for n in NODES
        for name in n.indexes
    ]
    statements += [
        "CREATE INDEX fact_scope IF NOT EXISTS FOR (n:Fact) ON (n.scope)",
        "CREATE INDEX mention_scope IF NOT EXISTS FOR (n:Mention) ON (n.scope)",
        "CREATE TEXT INDEX mention_text IF NOT EXISTS FOR (n:Mention) ON (n.text)",
        "CREATE INDEX meeting_scope IF NOT EXISTS FOR (n:Meeting) ON (n.scope)",
    ]
    statements += [
        f"CREATE INDEX {type_.lower()}_scope IF NOT EXISTS FOR ()-[r:{type_}]-() ON (r.scope)"
        for type_ in DERIVED_EDGES
    ]
    statements += [
        f"CREATE INDEX {type_.lower()}_id IF NOT EXISTS FOR ()-[r:{type_}]-() ON (r.id)" for type_ in DERIVED_EDGES
    ]
    return tuple(statements)
