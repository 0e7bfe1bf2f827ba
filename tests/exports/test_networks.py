"""GraphML and GEXF: read back by networkx they are the same network, with the same times."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from govgraph.exports.gexf import gexf
from govgraph.exports.graphml import graphml
from govgraph.exports.model import Exported
from govgraph.exports.network import network
from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"


def test_graphml_read_back_is_the_same_network(exported: Exported) -> None:
    found = network(exported)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.parse_graphml(graphml(exported), force_multigraph=True))
    assert {n: d["label"] for n, d in graph.nodes(data=True)} == {n.id: n.label for n in found.nodes}
    edges = {key: (a, b, d) for a, b, key, d in graph.edges(keys=True, data=True)}
    assert set(edges) == {e.id for e in found.edges}
    for edge in found.edges:
        source, target, said = edges[edge.id]
        assert (source, target, said["kind"]) == (edge.source, edge.target, edge.kind)
        assert (said.get("from"), said.get("to"), said.get("until")) == (edge.start, edge.end, edge.until)
        assert said.get("facts", "") == "; ".join(edge.facts)
        if edge.place:
            assert said["line"] == edge.place.line_start


def test_gexf_read_back_is_the_same_network_with_its_times(exported: Exported, tmp_path: Path) -> None:
    found = network(exported)
    file = tmp_path / "network.gexf"
    file.write_text(gexf(exported), "utf-8")
    graph = nx.read_gexf(file)
    assert {n: d["label"] for n, d in graph.nodes(data=True)} == {n.id: n.label for n in found.nodes}
    edges = {d["id"]: (a, b, d) for a, b, d in graph.edges(data=True)}
    assert set(edges) == {e.id for e in found.edges}
    timed = 0
    for edge in found.edges:
        source, target, said = edges[edge.id]
        assert (source, target, said["kind"]) == (edge.source, edge.target, edge.kind)
        assert said.get("spells", []) == list(edge.spans)
        timed += bool(edge.spans)
    assert timed > 100


def test_gexf_keeps_to_its_schema(exported: Exported) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "gexf-1.2.xsd"))
    schema.assertValid(etree.fromstring(gexf(exported).encode()))


def test_every_tenure_and_substitution_is_an_edge(exported: Exported) -> None:
    edges = network(exported).edges
    sat = {e.id for e in edges if e.kind in {"sat_on", "seat_on"}}
    assert sat == {t.id for t in exported.tenures}
    decided = [f for f in exported.of_kind("Substitution") if f.means("substitute") and f.means("absent")]
    assert sum(e.kind == "substituted_for" for e in edges) == len(decided) > 5


def test_a_control_character_in_a_quotation_does_no_harm(exported: Exported) -> None:
    from dataclasses import replace

    person = replace(exported.people[0], name="Ann \x0cRoe")
    other = Exported(title="x\x00", people=(person,))
    assert nx.parse_graphml(graphml(other)).nodes[person.id]["label"] == "Ann Roe"
    assert "Ann Roe" in gexf(other)
