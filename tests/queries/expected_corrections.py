"""What the modules about single facts and their corrections must answer, by walking through the plain graph."""

from __future__ import annotations

from .expected import Given
from .graph import PlainGraph, Row


def fact(g: PlainGraph, given: Given) -> list[Row]:
    node = g.by_id("Fact", given["fact_id"])
    (label,) = g.nx.nodes[node]["labels"] - {"Fact"}
    names = [{k: g.get(n, k) for k in ("slot", "text")} for n in set(g.nx.successors(node)) if g.is_a(n, "Mention")]
    row = {"fact_id": given["fact_id"], "label": label, "properties": g.nx.nodes[node]["p"]}
    return [row | {"names": sorted(names, key=lambda n: n["slot"])} | g.place(node)]


def corrections(g: PlainGraph, given: Given) -> list[Row]:
    names = ("id", "field", "was", "value", "who", "when", "why", "document", "line", "quote")
    return [
        {name: g.get(a, name) for name in names}
        | {"fact_id": g.get(a, "fact"), "applies": any(g.is_a(f, "Fact") for _, f, _ in g.out(a, "AMENDS"))}
        for a in g.nodes("Amendment")
    ]
