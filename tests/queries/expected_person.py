"""What the module `person` must answer: a person's life in the documents."""

from __future__ import annotations

from typing import Any

from .expected import Given
from .graph import PlainGraph, Row

_OTHERS = {"SUBSTITUTE": "substitute ", "ABSENT": "for ", "REPLACES": "replaces ", "SECONDED_BY": "seconded by ",
           "PROPOSED_BY": "proposed by ", "PERSON": ""}  # fmt: skip


def person(g: PlainGraph, given: Given) -> list[Row]:
    who = g.by_id("Person", given["person_id"])
    rows = []
    for _, mention, _ in g.into(who, "REFERS_TO"):
        for fact in set(g.nx.predecessors(mention)):
            if not g.is_a(fact, "Fact"):
                continue
            meeting = g.meeting_of(fact)
            if meeting is None:
                continue
            for type_ in {d["type"] for d in g.nx.get_edge_data(fact, mention).values()}:
                body = g.end(fact, "TO") or g.body_of(meeting)
                rows.append(
                    {
                        "date": g.get(meeting, "date"),
                        "body": g.get(body, "name"),
                        "body_id": g.get(body, "id"),
                        "fact": _what(g, fact, type_),
                        "role": g.get(fact, "role"),
                        "detail": _detail(g, fact, type_),
                        "name": g.get(mention, "text"),
                        "fact_id": g.get(fact, "id"),
                        "corrected": g.get(fact, "corrected"),
                    }
                    | g.place(fact)
                )
    return rows


def _what(g: PlainGraph, fact: str, type_: str) -> Any:
    (label,) = g.nx.nodes[fact]["labels"] - {"Fact"}
    if label == "Attendance":
        return g.get(fact, "status").replace("_", " ")
    if label == "Substitution":
        return "substituted" if type_ == "SUBSTITUTE" else "was substituted"
    if label == "Appointment":
        return "was replaced" if type_ == "REPLACES" else f"{g.get(fact, 'action')} ({g.get(fact, 'outcome')})"
    if label == "Motion":
        return "proposed" if type_ == "PROPOSED_BY" else "seconded"
    if label == "Departure":
        return str(g.get(fact, "cause")).replace("_", " ")
    if label == "Vote":
        return "voted " + g.get(fact, "vote")
    return "declared" if label == "Declaration" else g.get(fact, "kind") or label


def _detail(g: PlainGraph, fact: str, type_: str) -> str:
    parts = [_OTHERS[other] + g.get(mention, "text") for other, mention, _ in g.out(fact, *_OTHERS) if other != type_]
    item = g.get(fact, "item")
    parts += [
        g.get(fact, "represents"),
        g.get(fact, "term"),
        None if g.is_a(fact, "Contribution") else g.get(fact, "kind"),
        g.get(fact, "reason"),
        f"item {item}" if item else None,
        None if g.is_a(fact, "Appointment") else g.get(fact, "outcome"),
    ]
    return "; ".join(part for part in parts if part)
