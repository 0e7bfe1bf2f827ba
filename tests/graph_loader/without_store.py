"""From texts to people, bodies and meetings without a store: what `load` does, but for the writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.following import what_follows
from govgraph.graph_loader.graph.fact_rows import Council, FactRow, NameRow
from govgraph.graph_loader.graph.facts import fact_rows
from govgraph.graph_loader.graph.hours.one_meeting import joined
from govgraph.graph_loader.graph.hours.same_hour import settled
from govgraph.graph_loader.graph.rows import Rows
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes
from govgraph.graph_loader.sources import Source
from govgraph.graph_loader.stated import Stated
from govgraph.graph_loader.store.standing_facts import READ_LABELS
from govgraph.graph_loader.whose.claims import claim_of, document_of, pointed
from govgraph.graph_loader.whose.folders import Belonging, Claim, decide
from govgraph.graph_loader.whose.names import scope_of

ROOT = Path("minutes")
_READ = frozenset(READ_LABELS.split("|"))


@dataclass
class Graph:
    """What documents of one or several scopes give: all rows, those of their documents and the derived ones."""

    rows: dict[str, Rows] = field(default_factory=dict)
    derived: dict[str, Rows] = field(default_factory=dict)
    councils: dict[str, Council] = field(default_factory=dict)
    belonging: dict[str, Belonging] = field(default_factory=dict)

    def keys(self, label: str) -> set[str]:
        """The keys of all nodes of a label."""
        return {k for rows in (*self.rows.values(), *self.derived.values()) for k in rows.nodes.get(label, {})}

    def names(self, label: str) -> list[str]:
        """The names of all derived nodes of a label, sorted."""
        return sorted(row["name"] for rows in self.derived.values() for row in rows.nodes.get(label, {}).values())

    def met(self) -> list[str]:
        """The names of the bodies that met, one for each meeting whose body is known, sorted."""
        found = []
        for rows in self.derived.values():
            names = {key: row["name"] for key, row in rows.nodes.get("Body", {}).items()}
            for kind in (("Meeting", "OF", "Body"), ("Meeting", "CALLED_FOR", "Body")):
                found += [names[edge.end] for edge in rows.edges.get(kind, {}).values()]
        return sorted(found)


def graph_of_texts(texts: Mapping[str, str], council: str | None = None) -> Graph:
    """The graph of plain texts by their paths below the folder that is loaded."""
    read = (parse(read_bytes(text.encode(), Path(key).name)) for key, text in texts.items())
    return graph_of(read, council, list(texts))


def graph_of(
    documents: Iterable[tuple[ParsedMinutes, ...]], council: str | None = None, keys: Sequence[str] = ()
) -> Graph:
    """The graph of parsed documents, in this order, with these paths below the folder that is loaded."""
    graph = Graph()
    read = []
    by_folder: dict[str, list[Claim]] = {}
    stated = Stated(council=council)
    for number, meetings in enumerate(documents):
        key = keys[number] if keys else f"{number} {meetings[0].source.name}"
        source = Source(ROOT / key, ROOT, key)
        here = pointed(meetings)
        read.append((document_of(source, here, stated), here))
        by_folder.setdefault(source.folder, []).append(claim_of(source, here, stated))
    belonging = {k: b for folder, claims in by_folder.items() for k, b in decide(folder, claims).items()}
    for document, here in read:
        scope = belonging[document.key].scope
        rows = fact_rows(here, document.own)
        for label in rows.nodes:
            for key, values in rows.nodes[label].items():
                if "scope" in values:
                    rows.nodes[label][key] = {**values, "scope": scope}
        _add(graph.rows.setdefault(scope, Rows()), rows)
    graph.belonging = belonging
    graph.rows = {scope: joined(settled(rows)) for scope, rows in graph.rows.items()}
    for scope, rows in graph.rows.items():
        own = [(d, belonging[d.key]) for d, _ in read if belonging[d.key].scope == scope]
        names = Counter(b.council for _, b in own if b.council)
        called = {d.names for d, b in own if d.names and (b.basis == "text" or scope_of(d.names) == scope)}
        if names:
            first = min(names, key=lambda n: (-names[n], n))
            basis = min(str(b.basis) for _, b in own if b.council == first)
            graph.councils[scope] = Council(first, basis, tuple(sorted({*names, *called})))
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
