"""A view as the data that the page's script reads: columns, so that fifty thousand nodes are a few megabytes.

A column has one value for each node, line, edge or fact; what is empty in all of them is left out. Words that come
again and again (kinds, roles, dates, reasons) stand once in `words`, and columns have their numbers, from 1; 0 is none.
Nodes, lines, facts and documents go by their number from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .layout import Arrangement, arrange
from .model import Edge, Fact, Link, Node, View, documents_of, links
from .pyvis_network import MAX_NODES, build_network


def page_data(view: View) -> dict[str, Any]:
    """Everything about a view as JSON values. Above `MAX_NODES` facts have document and line, and no quotation."""
    lines = links(view)
    arrangement = arrange(view)
    small = len(view.nodes) <= MAX_NODES
    words = _Words()
    fact_number = {fact.id: i for i, fact in enumerate(view.facts)}
    node_number = {node.id: i for i, node in enumerate(view.nodes)}
    documents = documents_of(q for f in view.facts for q in f.quotes)
    days = _days(view)
    return {
        "title": view.title,
        "kind": view.kind,
        "centre": view.centre,
        "off": list(view.off),
        "days": [days[0], days[-1]] if days else [],
        "on": view.on,
        "from": view.start,
        "to": view.end,
        "documents": documents,
        "nodes": _nodes(view.nodes, arrangement, fact_number, words),
        "lines": _lines(lines, node_number, words),
        "edges": _edges(view.edges, lines, fact_number, words),
        "facts": _facts(view.facts, {document: i for i, document in enumerate(documents)}, words, small),
        "meetings": [list(m) for m in view.meetings],
        "attendance": [
            [node_number[a.person], node_number[a.body], words[a.date], words[a.status]] for a in view.attendance
        ]
        if small
        else [],
        "regions": [[r.title, r.x, r.y, r.width, r.height] for r in arrangement.regions],
        "words": words.found,
        "network": build_network(view, lines, arrangement).data() if small else None,
    }


def _days(view: View) -> list[str]:
    """The days of the axis of time, in order; it ends with the last that minutes tell of, not with a term."""
    told = {d for e in view.edges for d in e.on} | {d for d, _ in view.meetings}
    starts = {e.start for e in view.edges if e.start}
    last = max(told or starts, default="")
    return sorted(told | {day for day in starts if day <= last})


class _Words:
    """Words and their numbers, in the order in which they first come."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._numbers: dict[str, int] = {}

    def __getitem__(self, word: str | None) -> int:
        if not word:
            return 0
        number = self._numbers.get(word)
        if number is None:
            self.found.append(word)
            number = self._numbers[word] = len(self.found)
        return number


def _columns(columns: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    return {name: column for name, column in columns.items() if any(column)}


def _nodes(
    nodes: Iterable[Node], arrangement: Arrangement, facts: Mapping[str, int], words: _Words
) -> dict[str, list[Any]]:
    nodes = list(nodes)
    places = [arrangement.places[n.id] for n in nodes]
    return _columns(
        {
            "id": [n.id for n in nodes],
            "kind": [words[n.kind] for n in nodes],
            "label": [n.label or n.id for n in nodes],
            "sort": [n.sort_name for n in nodes],
            "hint": [words[n.hint] for n in nodes],
            "details": [[list(d) for d in n.details] or 0 for n in nodes],
            "names": [list(n.names) or 0 for n in nodes],
            "facts": [[facts[f] for f in n.facts if f in facts] or 0 for n in nodes],
            "x": [p.x for p in places],
            "y": [p.y for p in places],
            "side": [p.side for p in places],
            "region": [p.region + 1 for p in places],
        }
    )


def _lines(lines: Iterable[Link], nodes: Mapping[str, int], words: _Words) -> dict[str, list[Any]]:
    lines = list(lines)
    return _columns(
        {
            "kind": [words[line.kind] for line in lines],
            "source": [nodes[line.source] for line in lines],
            "target": [nodes[line.target] for line in lines],
            "bend": [line.bend for line in lines],
        }
    )


def _edges(
    edges: tuple[Edge, ...], lines: Iterable[Link], facts: Mapping[str, int], words: _Words
) -> dict[str, list[Any]]:
    line_of = {edge: number for number, line in enumerate(lines) for edge in line.edges}
    return _columns(
        {
            # From 1, as every column of numbers that may be none.
            "line": [line_of[i] + 1 for i in range(len(edges))],
            "role": [words[e.role] for e in edges],
            "from": [words[e.start] for e in edges],
            "to": [words[e.end] for e in edges],
            "certainty": [words[e.certainty] for e in edges],
            "on": [[words[d] for d in e.on] or 0 for e in edges],
            "why": [words[e.why] for e in edges],
            "facts": [[facts[f] for f in e.facts if f in facts] or 0 for e in edges],
        }
    )


def _facts(
    facts: Iterable[Fact], documents: Mapping[tuple[str, str], int], words: _Words, quoted: bool
) -> dict[str, list[Any]]:
    """A quotation is document, line, text, rule, part, page and its place in the document's address.

    A name is text, whom it means, and why.
    """
    facts = list(facts)
    return _columns(
        {
            "label": [words[f.label] for f in facts],
            "date": [words[f.date] for f in facts],
            "quotes": [
                [
                    [number, q.line, q.text, words[q.rule], words[q.part], q.page or 0, q.fragment]
                    if quoted
                    else [number, q.line]
                    for q in f.quotes
                    for number in (documents[q.document, q.address],)
                ]
                for f in facts
            ],
            "names": [[[n.text, n.means, words[n.basis]] for n in f.names] or 0 for f in facts] if quoted else [],
        }
    )
