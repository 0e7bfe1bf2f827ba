"""What the module `who_sat` must answer, computed by walking through the plain graph."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from .expected import Given
from .graph import PlainGraph, Row


def who_sat(g: PlainGraph, given: Given) -> list[Row]:
    body = g.by_id("Body", given["body_id"])
    low, high = given["from"], given["to"]

    ends = given.get("term_ends") or []

    def ended(edge: Row, person: str) -> Row:
        if (
            edge.get("to")
            or edge["certainty"] != "appointed"
            or g.get(person, "kind") != "councillor"
            or edge.get("represents")
        ):
            return edge
        end = min((day for day in ends if day >= edge["from"]), default=None)
        words = f"; the council’s term ends on {end}, by its profile"
        return edge | {"to": end, "why": edge["why"] + words} if end else edge

    def covers(edge: Row) -> bool:
        return bool(edge["from"] <= high and (edge.get("to") is None or edge["to"] >= low))

    spells: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for _, person, found_edge in g.into(body, "SAT_ON"):
        edge = ended(found_edge, person)
        if covers(edge):
            certain = low == high and low in (edge.get("on") or ())
            spells[person].append(("certain" if certain else edge["certainty"], edge))
    rows = []
    for person, found in spells.items():
        best: dict[str, tuple[str, Row]] = {}
        for certainty, edge in sorted(found, key=_best_first):
            best.setdefault(edge["role"], (certainty, edge))
        others = [role for role in best if role != "member"]
        for role, (certainty, edge) in best.items():
            if role == "member" and others:
                continue
            rows.append(
                _sat(g, body, edge, certainty)
                | {"person": g.get(person, "name"), "person_id": g.get(person, "id"), "holder": None, "state": None}
                | {"open_days": None}
            )
    for _, _, edge in g.into(body, "STATE"):
        if covers(edge):
            nobody = {"person": None, "person_id": None, "holder": edge.get("holder"), "state": edge["state"]}
            last = min(edge.get("to") or high, high)
            open_ = date.fromisoformat(last) - date.fromisoformat(edge["from"])
            nobody["open_days"] = open_.days if edge["state"] == "vacant" and last < "9999" else None
            rows.append(_sat(g, body, edge, edge["certainty"]) | nobody)
    return rows


def _best_first(spell: tuple[str, Row]) -> tuple[int, list[int], str]:
    certainty, edge = spell
    rank = {"certain": 0, "appointed": 1}.get(certainty, 2)
    last = edge.get("to") or "9999"
    return rank, [-ord(c) for c in last], edge["id"]


def _sat(g: PlainGraph, body: str, edge: Row, certainty: str) -> Row:
    statements = []
    for fact in g.nodes("Fact"):
        if g.get(fact, "id") in edge["facts"]:
            for e, passage, document in g.passages(fact):
                if e["part"] == "statement":
                    place = g.get(fact, "date"), g.get(document, "key"), g.get(passage, "line_start")
                    statements.append((place, g.get(document, "name"), place[2], g.get(passage, "text")))
    first = min(statements) if statements else (None, None, None, None)
    return {
        "role": edge["role"],
        "represents": edge.get("represents"),
        "from": edge["from"],
        "to": edge.get("to"),
        "certainty": certainty,
        "why": edge["why"],
        "body": g.get(body, "name"),
        "body_id": g.get(body, "id"),
        "facts": edge["facts"],
        "document": first[1],
        "line": first[2],
        "quote": first[3],
    }
