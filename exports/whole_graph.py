"""The graph as the store has it, node by node: for formats that rebuild it elsewhere, and for comparing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from ..graph_loader.graph.nodes import NODES
from ..graph_loader.store import Store
from ..graph_loader.store.dump import dump, line_of

Key = tuple[str, str]
"""The label that tells what a node is, and its key."""
_STATE = frozenset(n.label for n in NODES if n.layer == "state")
_KNOWN = frozenset(n.label for n in NODES) | {"Superseded"}
_OF_DECISIONS = frozenset({"ONE", "OTHER", "AMENDS"})


@dataclass(frozen=True)
class GraphNode:
    """A node with all its labels and properties."""

    key: Key
    labels: tuple[str, ...]
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class GraphEdge:
    """A relationship between two nodes."""

    start: Key
    type: str
    end: Key
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class WholeGraph:
    """All nodes and relationships, in the order of a dump."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]

    def lines(self) -> Iterator[str]:
        """The lines of a dump."""
        for node in self.nodes:
            yield line_of(["node", *node.key, list(node.labels), node.properties])
        for edge in self.edges:
            yield line_of(["edge", *edge.start, edge.type, *edge.end, edge.properties])


def read_graph(store: Store, scopes: Iterable[str] | None = None, public: bool = False) -> WholeGraph:
    """The graph of a store, or of some sources, without what a user wrote into it beside govgraph's own.

    Without `public`, members of the public and what is said of them are left out, and so is what govgraph keeps to go
    on from, as it holds all names.
    """
    graph = _parsed(dump(store))
    if scopes is not None:
        graph = _of_scopes(graph, frozenset(scopes))
    return graph if public else _without_public(graph)


def _parsed(lines: Iterable[str]) -> WholeGraph:
    nodes, edges = [], []
    for line in lines:
        kind, label, key, *rest = json.loads(line)
        if kind == "node" and label in _KNOWN:
            nodes.append(GraphNode((label, key), tuple(rest[0]), rest[1]))
        elif kind == "edge" and {label, rest[1]} <= _KNOWN:
            edges.append(GraphEdge((label, key), rest[0], (rest[1], rest[2]), rest[3]))
    return WholeGraph(tuple(nodes), tuple(edges))


def _of_scopes(graph: WholeGraph, scopes: Set[str]) -> WholeGraph:
    """What belongs to some sources: their documents with versions and passages, facts, and what follows from them."""
    kept = {n.key for n in graph.nodes if n.properties.get("scope") in scopes}
    for type_ in ("HAS_VERSION", "IN"):
        forward = type_ == "HAS_VERSION"
        kept |= {
            e.end if forward else e.start
            for e in graph.edges
            if e.type == type_ and (e.start if forward else e.end) in kept
        }
    kept |= {e.start for e in graph.edges if e.type in _OF_DECISIONS and e.end in kept}
    return _only(graph, kept)


def _without_public(graph: WholeGraph) -> WholeGraph:
    gone = {n.key for n in graph.nodes if n.key[0] in _STATE}
    gone |= {n.key for n in graph.nodes if n.properties.get("capacity") == "public"}
    gone |= {n.key for n in graph.nodes if n.key[0] == "Person" and n.properties.get("kind") == "public"}
    meaning = {e.start for e in graph.edges if e.type == "REFERS_TO" and e.end in gone}
    facts = {n.key for n in graph.nodes if {"Fact", "Superseded"} & set(n.labels)}
    gone |= {e.start for e in graph.edges if e.end in meaning and e.start in facts}
    gone |= meaning | {e.end for e in graph.edges if e.start in gone and e.end[0] == "Mention"}
    gone |= {e.start for e in graph.edges if e.type in _OF_DECISIONS and e.end in gone}
    said = {e.end for e in graph.edges if e.end[0] == "Passage" and e.start not in gone}
    passages = {n.key for n in graph.nodes if n.key[0] == "Passage"}
    return _only(graph, {n.key for n in graph.nodes} - gone - (passages - said))


def _only(graph: WholeGraph, kept: Set[Key]) -> WholeGraph:
    """The nodes that are kept, the edges between them, and in these no ids of facts that are not."""
    gone = {n.key[1] for n in graph.nodes if n.key not in kept}

    def without(edge: GraphEdge) -> GraphEdge:
        facts = edge.properties.get("facts")
        if not facts or gone.isdisjoint(facts):
            return edge
        return replace(edge, properties={**edge.properties, "facts": [f for f in facts if f not in gone]})

    return WholeGraph(
        tuple(n for n in graph.nodes if n.key in kept),
        tuple(without(e) for e in graph.edges if e.start in kept and e.end in kept),
    )


def dump_text(graph: WholeGraph) -> str:
    """The canonical text: the same for the same graph."""
    return "".join(f"{line}\n" for line in graph.lines())
