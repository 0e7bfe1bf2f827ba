"""What follows from made-up minutes, without a store."""

from __future__ import annotations

from govgraph.graph_loader.following import what_follows
from govgraph.graph_loader.graph.fact_rows import Council, FactRow, NameRow
from govgraph.graph_loader.graph.facts import fact_rows
from govgraph.graph_loader.graph.rows import Rows
from govgraph.graph_loader.store.standing_facts import READ_LABELS

from .made_minutes import Made, made

SCOPE = "harbour district council"


def rows_of(*meetings: Made, loaded: str | None = None) -> Rows:
    """The derived rows of one council's meetings; `loaded` is the day on which all of them were loaded."""
    facts: dict[str, FactRow] = {}
    for number, meeting in enumerate(meetings):
        rows = fact_rows((made(meeting, f"{number}-{meeting['body']}-{meeting['date']}.txt"),), SCOPE)
        facts |= {fact.id: fact for fact in _facts(rows, loaded)}
    council = Council("Harbour District Council", "stated", ("Harbour District Council",))
    return what_follows(SCOPE, [facts[key] for key in sorted(facts)], council, ())


def _facts(rows: Rows, loaded: str | None) -> list[FactRow]:
    meeting: dict[str, str] = {}
    names: dict[str, list[NameRow]] = {}
    for kind, edges in rows.edges.items():
        for edge in edges.values():
            if kind[1] in {"AT", "MADE_AT"}:
                meeting[edge.start] = edge.end
            elif kind[2] == "Mention":
                mention = rows.nodes["Mention"][edge.end]
                row = NameRow(mention["id"], mention["slot"], mention["of"], mention["text"])
                names.setdefault(edge.start, []).append(row)
    return [
        FactRow(
            key,
            label,
            meeting[key],
            p.get("date"),
            p["order"],
            p | {"loaded": loaded},
            tuple(sorted(names.get(key, []), key=lambda n: n.id)),
        )
        for label in READ_LABELS.split("|")
        for key, p in rows.nodes.get(label, {}).items()
    ]
