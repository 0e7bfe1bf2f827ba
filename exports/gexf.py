"""GEXF 1.2 for Gephi: the network with the times of everything as spells, so that its timeline works.

A spell in GEXF includes both of its days. An open beginning or end is one that the store does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ..queries.output.render import plain
from .graphml import SEPARATOR
from .model import Exported
from .network import Edge, Network, Node, Span, network

NAMESPACE = "http://www.gexf.net/1.2draft"
_NODE = (("type", "string"), ("kind", "string"), ("names", "string"), ("source", "string"))
_EDGE = (
    *(("kind", "string"), ("role", "string"), ("certainty", "string"), ("why", "string"), ("to", "string")),
    *(("facts", "string"), ("document", "string"), ("uri", "string"), ("line", "integer"), ("quote", "string")),
)


def gexf(exported: Exported) -> str:
    """The network as GEXF."""
    root = etree.Element("gexf", {"xmlns": NAMESPACE, "version": "1.2"})
    found = network(exported)
    meta = etree.SubElement(root, "meta")
    etree.SubElement(meta, "creator").text = "govgraph"
    etree.SubElement(meta, "description").text = plain(found.title)
    graph = etree.SubElement(root, "graph", mode="dynamic", defaultedgetype="directed", timeformat="date")
    for of, names in (("node", _NODE), ("edge", _EDGE)):
        attributes = etree.SubElement(graph, "attributes", {"class": of, "mode": "static"})
        for number, (name, type_) in enumerate(names):
            etree.SubElement(attributes, "attribute", id=str(number), title=name, type=type_)
    _write_nodes(graph, found)
    _write_edges(graph, found)
    etree.indent(root)
    text: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _write_nodes(graph: etree._Element, found: Network) -> None:
    nodes = etree.SubElement(graph, "nodes")
    for node in found.nodes:
        written = etree.SubElement(nodes, "node", id=node.id, label=plain(node.label))
        _values(written, _node_values(node))
        _spells(written, node.spans)


def _write_edges(graph: etree._Element, found: Network) -> None:
    edges = etree.SubElement(graph, "edges")
    for edge in found.edges:
        label = f"{edge.kind}, {edge.role}" if edge.role else edge.kind
        written = etree.SubElement(
            edges, "edge", id=edge.id, source=edge.source, target=edge.target, label=plain(label)
        )
        _values(written, _edge_values(edge))
        _spells(written, edge.spans)


def _node_values(node: Node) -> Iterable[str | None]:
    return node.type, node.kind, SEPARATOR.join(node.names), node.scope


def _edge_values(edge: Edge) -> Iterable[str | None]:
    place = edge.place
    behind = (place.name, place.uri, str(place.line_start), place.text) if place else (None,) * 4
    return edge.kind, edge.role, edge.certainty, edge.why, edge.end, SEPARATOR.join(edge.facts), *behind


def _values(parent: etree._Element, values: Iterable[str | None]) -> None:
    written = etree.SubElement(parent, "attvalues")
    for number, value in enumerate(values):
        if value:
            etree.SubElement(written, "attvalue", {"for": str(number), "value": plain(value)})


def _spells(parent: etree._Element, spans: Iterable[Span]) -> None:
    spans = [s for s in spans if s[0] or s[1]]
    if spans:
        written = etree.SubElement(parent, "spells")
        for start, end in spans:
            etree.SubElement(written, "spell", {k: v for k, v in (("start", start), ("end", end)) if v})
