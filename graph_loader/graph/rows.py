"""Rows of nodes and edges, the only thing that the store's writer takes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from ..records import digest

Properties = dict[str, Any]
EdgeKind = tuple[str, str, str]
"""Label at the start, type, label at the end; the labels are those that carry the key constraint."""


@dataclass(frozen=True)
class EdgeRow:
    """One edge: the keys of its ends and its properties."""

    start: str
    end: str
    properties: Properties


@dataclass
class Rows:
    """Nodes by label and key, and edges by kind, each kept once."""

    nodes: dict[str, dict[str, Properties]] = field(default_factory=dict)
    edges: dict[EdgeKind, dict[str, EdgeRow]] = field(default_factory=dict)

    def take(self, other: Rows) -> None:
        """Adds all rows of others; of a node that both have it keeps the properties of the other."""
        for label, nodes in other.nodes.items():
            self.nodes.setdefault(label, {}).update(nodes)
        for kind, edges in other.edges.items():
            self.edges.setdefault(kind, {}).update(edges)

    def node(self, label: str, key: str, properties: Properties) -> str:
        """Adds a node, or does nothing where it is there; gives its key back."""
        present = {k: v for k, v in properties.items() if v is not None and v not in ((), [])}
        self.nodes.setdefault(label, {}).setdefault(key, present)
        return key

    def edge(self, kind: EdgeKind, start: str, end: str, properties: Properties | None = None) -> None:
        """Adds an edge, or does nothing where the same edge is there."""
        present = {k: v for k, v in (properties or {}).items() if v is not None}
        row = EdgeRow(start, end, present)
        self.edges.setdefault(kind, {}).setdefault(edge_id(kind, row), row)

    def scoped_edge(
        self, kind: EdgeKind, start: str, end: str, scope: str, properties: Properties | None = None
    ) -> None:
        """Adds a derived edge, which carries its scope and an id made of all that it says."""
        row = EdgeRow(start, end, {**(properties or {}), "scope": scope})
        key = edge_id(kind, row)
        present = {k: v for k, v in row.properties.items() if v is not None}
        self.edges.setdefault(kind, {}).setdefault(key, EdgeRow(start, end, {**present, "id": key}))


def edge_id(kind: EdgeKind, row: EdgeRow) -> str:
    """What tells one edge from another: its kind, its ends and all that it carries."""
    return "e-" + digest(*kind, row.start, row.end, json.dumps(row.properties, ensure_ascii=False, sort_keys=True))
