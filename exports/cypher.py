"""A script in Cypher that rebuilds the graph in an empty Neo4j: constraints, nodes, relationships.

Run it with `cypher-shell -f FILE` or `govgraph store shell`. Each statement ends with a semicolon at the end of a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from ..graph_loader.graph.schema import KEYS, constraints
from .whole_graph import GraphEdge, GraphNode, WholeGraph

ROWS = 200
"""Rows of a statement: more make it too long for a shell to be quick."""
_ESCAPED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def cypher(graph: WholeGraph) -> str:
    """The script."""
    return "".join(f"{statement};\n" for statement in statements(graph))


def statements(graph: WholeGraph) -> Iterator[str]:
    """The statements in the order in which they must run, without semicolons."""
    yield from constraints()
    for labels, nodes in groupby(sorted(graph.nodes, key=lambda n: (n.labels, n.key)), key=lambda n: n.labels):
        for batch in _batched(nodes):
            yield _create(labels, batch)
    by_ends = sorted(graph.edges, key=_ends)
    for ends, edges in groupby(by_ends, key=_ends):
        for some in _batched(edges):
            yield _connect(ends, some)


def _batched(rows: Iterable[Any]) -> Iterator[Sequence[Any]]:
    left = iter(rows)
    while some := list(islice(left, ROWS)):
        yield some


def _create(labels: Sequence[str], nodes: Sequence[GraphNode]) -> str:
    rows = ",\n".join(literal(dict(n.properties)) for n in nodes)
    return f"UNWIND [\n{rows}\n] AS row CREATE (n{''.join(f':`{label}`' for label in labels)}) SET n = row"


def _ends(edge: GraphEdge) -> tuple[str, str, str]:
    return edge.type, edge.start[0], edge.end[0]


def _connect(ends: tuple[str, str, str], edges: Sequence[GraphEdge]) -> str:
    type_, start, end = ends
    rows = ",\n".join(literal({"a": e.start[1], "b": e.end[1], "p": dict(e.properties)}) for e in edges)
    return (
        f"UNWIND [\n{rows}\n] AS row MATCH (a:`{start}` {{`{KEYS[start]}`: row.a}}) "
        f"MATCH (b:`{end}` {{`{KEYS[end]}`: row.b}}) CREATE (a)-[r:`{type_}`]->(b) SET r = row.p"
    )


def literal(value: Any) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"`{name}`: {literal(value[name])}" for name in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(literal(v) for v in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, (int, float)):
        return repr(value)
    return "'" + "".join(_ESCAPED.get(sign, sign) for sign in str(value)) + "'"
