"""From texts to people, bodies and meetings without a store: what `load` does, but for the writing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.following import what_follows
from govgraph.graph_loader.graph.fact_rows import Council, FactRow, NameRow
from govgraph.graph_loader.graph.facts import fact_rows
from govgraph.graph_loader.graph.rows import Rows
from govgraph.graph_loader.graph.same_hour import settled
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes
from govgraph.graph_loader.sources import Source
from govgraph.graph_loader.stated import Stated
from govgraph.graph_loader.store.rebuild import READ_LABELS
from govgraph.graph_loader.whose import document_of, placed

_READ = frozenset(READ_LABELS.split("|"))


@dataclass
class Graph:
    """What documents of one or several scopes give: all rows, those of their documents and the derived ones."""

    rows: dict[str, Rows] = field(default_factory=dict)
    derived: dict[str, Rows] = field(default_factory=dict)
    councils: dict[str, Council] = field(default_factory=dict)

    def keys(self, label: str) -> set[str]:
        """The keys of all nodes of a label."""
        return {k for rows in (*self.rows.values(), *self.derived.values()) for k in rows.nodes.get(label, {})}

    def names(self, label: str) -> list[str]:
        """The names of all derived nodes of a label, sorted."""
        return sorted(row["name"] for rows in self.derived.values() for row in rows.nodes.get(label, {}).values())


def graph_of_texts(texts: Mapping[str, str], council: str | None = None) -> Graph:
    """The graph of plain texts by their file names."""
    return graph_of((parse(read_bytes(text.encode(), name)) for name, text in texts.items()), council)


def graph_of(documents: Iterable[tuple[ParsedMinutes, ...]], council: str | None = None) -> Graph:
    """The graph of parsed documents, in this order."""
    graph = Graph()
    for meetings in documents:
        name, stated = meetings[0].source.name, Stated(council=council)
        here = placed(meetings, stated)
        document = document_of(Source(Path(name), Path(), name), here, stated)
        _add(graph.rows.setdefault(document.scope, Rows()), fact_rows(here, document.scope))
        if document.council and document.council_basis:
            known = graph.councils.setdefault(document.scope, Council(document.council, document.council_basis))
            graph.councils[document.scope] = min(known, Council(document.council, document.council_basis), key=str)
    graph.rows = {scope: settled(rows) for scope, rows in graph.rows.items()}
    for scope, rows in graph.rows.items():
        graph.derived[scope] = what_follows(scope, facts_in(rows), graph.councils.get(scope), ())
    return graph


def facts_in(rows: Rows) -> list[FactRow]:
    """The facts of rows in the form in which a store gives them back."""
    meeting = {
        edge.start: edge.end
        for kind, edges in rows.edges.items()
        if kind[1] in {"AT", "MADE_AT"}
        for edge in edges.values()
    }
    names: dict[str, list[NameRow]] = {}
    for kind, edges in rows.edges.items():
        if kind[2] == "Mention":
            for edge in edges.values():
                mention = rows.nodes["Mention"][edge.end]
                row = NameRow(mention["id"], mention["slot"], mention["of"], mention["text"])
                names.setdefault(edge.start, []).append(row)
    return [
        FactRow(
            key,
            label,
            meeting[key],
            properties.get("date"),
            properties["order"],
            properties,
            tuple(sorted(names.get(key, []), key=lambda n: n.id)),
        )
        for label in sorted(_READ & set(rows.nodes))
        for key, properties in sorted(rows.nodes[label].items())
    ]


def _add(rows: Rows, more: Rows) -> None:
    for label, nodes in more.nodes.items():
        for key, properties in nodes.items():
            rows.node(label, key, properties)
    for kind, edges in more.edges.items():
        for edge in edges.values():
            rows.edge(kind, edge.start, edge.end, edge.properties)
