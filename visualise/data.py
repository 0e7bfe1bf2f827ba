"""A view as the data that the page's script reads."""

from __future__ import annotations

from typing import Any

from .layout import arrange
from .model import Edge, Fact, Node, View, links
from .pyvis_network import build_network


def page_data(view: View) -> dict[str, Any]:
    """Everything about a view as JSON values; what is empty is left out, facts and documents go by their number."""
    lines = links(view)
    fact_number = {fact.id: i for i, fact in enumerate(view.facts)}
    documents = sorted({q.document for f in view.facts for q in f.quotes})
    document_number = {name: i for i, name in enumerate(documents)}
    days = sorted({d for e in view.edges for d in (e.start, e.end, *e.on) if d} | {d for d, _ in view.meetings})
    return {
        "title": view.title,
        "days": [days[0], days[-1]] if days else [],
        "on": view.on,
        "from": view.start,
        "to": view.end,
        "documents": documents,
        "nodes": [_node(n, fact_number) for n in view.nodes],
        "edges": [_edge(e, fact_number) for e in view.edges],
        "facts": [_fact(f, document_number) for f in view.facts],
        "meetings": [list(m) for m in view.meetings],
        "attendance": [[a.person, a.body, a.date, a.status] for a in view.attendance],
        "kind": view.kind,
        "centre": view.centre,
        "network": build_network(view, lines, arrange(view)).data(),
    }


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in values.items() if v not in (None, "", [], ())}


def _node(node: Node, facts: dict[str, int]) -> dict[str, Any]:
    return _present(
        {
            "id": node.id,
            "kind": node.kind,
            "label": node.label,
            "sort": node.sort_name,
            "hint": node.hint,
            "details": [list(d) for d in node.details],
            "names": list(node.names),
            "facts": [facts[f] for f in node.facts if f in facts],
        }
    )


def _edge(edge: Edge, facts: dict[str, int]) -> dict[str, Any]:
    return _present(
        {
            "id": edge.id,
            "kind": edge.kind,
            "source": edge.source,
            "target": edge.target,
            "role": edge.role,
            "from": edge.start,
            "to": edge.end,
            "certainty": edge.certainty,
            "on": list(edge.on),
            "why": edge.why,
            "body": edge.body,
            "facts": [facts[f] for f in edge.facts if f in facts],
        }
    )


def _fact(fact: Fact, documents: dict[str, int]) -> dict[str, Any]:
    return _present(
        {
            "id": fact.id,
            "label": fact.label,
            "date": fact.date,
            "names": [_present({"text": n.text, "means": n.means, "basis": n.basis}) for n in fact.names],
            "quotes": [
                {"document": documents[q.document]}
                | _present({"text": q.text, "line": q.line, "rule": q.rule, "part": q.part, "page": q.page})
                for q in fact.quotes
            ],
        }
    )
