"""The whole graph of a store as a plain networkx graph, and plain ways to walk in it: no Cypher, no cleverness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
from govgraph.graph_loader.store import Store
from govgraph.queries.output.published import published_at

Row = dict[str, Any]


class PlainGraph:
    """Nodes with `labels` and their properties, edges with `type` and theirs."""

    def __init__(self, store: Store):
        self.nx: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for row in store.read("MATCH (n) RETURN elementId(n) AS at, labels(n) AS labels, properties(n) AS p"):
            self.nx.add_node(row["at"], labels=frozenset(row["labels"]), p=row["p"])
        for row in store.read(
            "MATCH (a)-[r]->(b) RETURN elementId(a) AS a, elementId(b) AS b, type(r) AS type, properties(r) AS p"
        ):
            self.nx.add_edge(row["a"], row["b"], type=row["type"], p=row["p"])

    def nodes(self, *labels: str) -> list[str]:
        """All nodes with any of these labels."""
        return [n for n, d in self.nx.nodes(data=True) if d["labels"] & set(labels)]

    def is_a(self, node: str, *labels: str) -> bool:
        return bool(self.nx.nodes[node]["labels"] & set(labels))

    def get(self, node: str | None, name: str) -> Any:
        """A property, or none where the node or the property is missing."""
        return None if node is None else self.nx.nodes[node]["p"].get(name)

    def out(self, node: str, *types: str) -> Iterator[tuple[str, str, Row]]:
        """The edges that leave a node: type, end, properties."""
        for _, end, data in self.nx.out_edges(node, data=True):
            if data["type"] in types:
                yield data["type"], end, data["p"]

    def into(self, node: str, *types: str) -> Iterator[tuple[str, str, Row]]:
        """The edges that come to a node: type, start, properties."""
        for start, _, data in self.nx.in_edges(node, data=True):
            if data["type"] in types:
                yield data["type"], start, data["p"]

    def end(self, node: str, *types: str) -> str | None:
        """The one node at the end of edges of these types, or none."""
        return next((end for _, end, _ in self.out(node, *types)), None)

    def by_id(self, label: str, wanted: str) -> str:
        """The node of a label that has an id."""
        return next(n for n in self.nodes(label) if self.get(n, "id") == wanted)

    # -- what several answers need ---------------------------------------------------------------------------------

    def person_of(self, mention: str | None) -> str | None:
        """The person whom a mention means, if that is decided."""
        if mention is None:
            return None
        return next((e for _, e, _ in self.out(mention, "REFERS_TO") if self.is_a(e, "Person")), None)

    def meeting_of(self, fact: str) -> str | None:
        return self.end(fact, "AT", "MADE_AT")

    def body_of(self, meeting: str | None) -> str | None:
        return self.end(meeting, "OF") if meeting else None

    def passages(self, fact: str) -> list[tuple[Row, str, str]]:
        """The passages of a fact in current documents: the edge's properties, the passage, the document."""
        found = []
        for _, passage, edge in self.out(fact, "EVIDENCED_BY"):
            version = self.end(passage, "IN")
            assert version
            if self.get(version, "superseded"):
                continue
            for _, document, has in self.into(version, "HAS_VERSION"):
                if has["current"]:
                    found.append((edge, passage, document))
        return found

    def place(self, fact: str) -> Row:
        """Document, line and quotation of a fact's statement: the first document by key, the first line."""
        found = [(d, p) for e, p, d in self.passages(fact) if e["part"] == "statement"]
        document, passage = min(found, key=lambda dp: (self.get(dp[0], "key"), self.get(dp[1], "line_start")))
        return self.placed(passage, document)

    def placed(self, passage: str, document: str) -> Row:
        """Where a passage stands, and where it can be opened."""
        text, page = self.get(passage, "text"), self.get(passage, "page")
        return {
            "document": self.get(document, "name"),
            "line": self.get(passage, "line_start"),
            "quote": text,
            "page": page,
            "uri": published_at(self.get(document, "uri"), text, page),
        }
