"""GraphML: the network for yEd, Gephi, Cytoscape and networkx; each tenure is an edge with its days."""

from __future__ import annotations

from typing import Any

import networkx as nx

from ..queries.output.render import plain
from .model import Exported
from .network import Edge, Network, Node, network

SEPARATOR = "; "
"""Between several values of one attribute: GraphML has no lists."""


def as_graph(found: Network) -> nx.MultiDiGraph[str]:
    """The network in networkx, edges keyed by their ids; what says nothing is left out, lists are joined."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=plain(found.title))
    for node in found.nodes:
        graph.add_node(node.id, **_said(_node_attributes(node)))
    for edge in found.edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, **_said(_edge_attributes(edge)))
    return graph


def graphml(exported: Exported) -> str:
    """The network as GraphML."""
    return "\n".join(nx.generate_graphml(as_graph(network(exported)))) + "\n"


def _node_attributes(node: Node) -> dict[str, Any]:
    return {
        "label": node.label,
        "type": node.type,
        "kind": node.kind,
        "names": SEPARATOR.join(node.names),
        "source": node.scope,
    }


def _edge_attributes(edge: Edge) -> dict[str, Any]:
    place = edge.place
    return {
        "kind": edge.kind,
        "role": edge.role,
        "from": edge.start,
        "to": edge.end,
        "until": edge.until,
        "on": SEPARATOR.join(edge.on),
        "certainty": edge.certainty,
        "why": edge.why,
        "facts": SEPARATOR.join(edge.facts),
        "document": place.name if place else None,
        "uri": place.uri if place else None,
        "line": place.line_start if place else None,
        "quote": place.text if place else None,
    }


def _said(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        name: plain(value) if isinstance(value, str) else value
        for name, value in attributes.items()
        if value not in {None, ""}
    }
