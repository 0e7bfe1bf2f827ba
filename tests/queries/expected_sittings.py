"""What the modules behind `who-sat` must answer, and `who_sat` itself, computed by walking through the plain graph."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from govgraph.queries.evidence import PLACE

from .expected import Given
from .graph import PlainGraph, Row

_NAMES = (
    *("id", "role", "represents", "from", "to", "known_to", "unlisted_from"),
    *("certainty", "state", "holder", "why", "facts"),
)


def spells(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for body in g.nodes("Body"):
        if given.get("body_id") not in (None, g.get(body, "id")):
            continue
        for type_, holder, edge in g.into(body, "SAT_ON", "STATE"):
            person = holder if type_ == "SAT_ON" else None
            wanted = given.get("person_id") in (None, g.get(person, "id"))
            if not wanted or (given.get("to") and edge["from"] > given["to"]):
                continue
            rows.append(
                {name: edge.get(name) for name in _NAMES}
                | {
                    "body": g.get(body, "name"),
                    "body_id": g.get(body, "id"),
                    "scope": g.get(body, "scope"),
                    "person": g.get(person, "name"),
                    "person_id": g.get(person, "id"),
                    "sort_name": g.get(person, "sort_name"),
                    "kind": g.get(person, "kind"),
                    "seat_id": None if person else g.get(holder, "id"),
                    "on": edge.get("on") or [],
                    "far": edge.get("far") or False,
                }
            )
    return rows


def last_listed(g: PlainGraph, given: Given) -> list[Row]:
    names = ("role", "represents", "listed_on", "from", "to", "why", "facts")
    return [
        {name: edge.get(name) for name in names}
        | {
            "person": g.get(person, "name"),
            "person_id": g.get(person, "id"),
            "sort_name": g.get(person, "sort_name"),
            "kind": g.get(person, "kind"),
        }
        for _, person, edge in g.into(g.by_id("Body", given["body_id"]), "LAST_LISTED")
    ]


def meetings_of(g: PlainGraph, given: Given) -> list[Row]:
    met = {m for _, m, _ in g.into(g.by_id("Body", given["body_id"]), "OF", "CALLED_FOR") if g.is_a(m, "Meeting")}
    found = {(g.get(m, "date"), g.get(m, "status") or "held", g.get(m, "loaded_before")) for m in met}
    return [{"date": d, "status": s, "loaded_before": early} for d, s, early in found if d]


def sent_to(g: PlainGraph, given: Given) -> list[Row]:
    council = g.by_id("Body", given["body_id"])
    found: dict[str, list[str]] = defaultdict(list)
    for _, fact, _ in g.into(council, "MADE_BY"):
        for _, body, _ in g.out(fact, "TO"):
            if body != council and not _is_part(g, body, council):
                found[body].append(g.get(fact, "id"))
    return [
        {"body": g.get(body, "name"), "body_id": g.get(body, "id"), "facts": sorted(facts)}
        for body, facts in found.items()
    ]


def _is_part(g: PlainGraph, body: str, of: str) -> bool:
    above = [parent for _, parent, _ in g.out(body, "PART_OF")]
    return of in above or any(_is_part(g, parent, of) for parent in above)


def who_sat(g: PlainGraph, given: Given) -> list[Row]:
    """The rows of an answer, without those apart and without the places on other bodies."""
    body = g.by_id("Body", given["body_id"])
    low, high = given["from"], given["to"]

    ends = given.get("term_ends") or []

    def ended(edge: Row, person: str | None) -> Row:
        if edge.get("to"):
            return edge | {"until": edge["to"]}
        if early := edge.get("unlisted_from"):
            until = max(edge["from"], (date.fromisoformat(early) - timedelta(days=1)).isoformat())
            words = f"; in none of the body’s complete lists since {early}; not known after {until}"
            return edge | {"until": until, "known_to": until, "why": edge["why"] + words}
        own = edge["certainty"] == "appointed" and g.get(person, "kind") == "councillor" and not edge.get("represents")
        end = min((day for day in ends if day >= edge["from"]), default=None) if own else None
        if end:
            words = f"; the council’s term ends on {end}, by its profile"
            return edge | {"to": end, "until": end, "known_to": None, "why": edge["why"] + words}
        until = edge["known_to"]
        return edge | {"until": until, "why": f"{edge['why']}; not known after {until}"}

    def covers(edge: Row) -> bool:
        return bool(edge["from"] <= high and edge["until"] >= low)

    found: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for _, person, found_edge in g.into(body, "SAT_ON"):
        edge = ended(found_edge, person)
        if covers(edge) and not (edge.get("far") and any(edge["from"] <= day <= edge["to"] for day in ends)):
            certain = low == high and low in (edge.get("on") or ())
            found[person].append(("certain" if certain else edge["certainty"], edge))
    rows = []
    for person, those in found.items():
        best: dict[str, tuple[str, Row]] = {}
        for certainty, edge in sorted(those, key=_best_first):
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
    for _, _, state in g.into(body, "STATE"):
        edge = ended(state, None)
        if covers(edge):
            nobody = {"person": None, "person_id": None, "holder": edge.get("holder"), "state": edge["state"]}
            last = min(edge["until"], high)
            open_ = (date.fromisoformat(last) - date.fromisoformat(edge["from"])).days
            vacant = edge["state"] == "vacant"
            words = f"{edge['why']}; open for {open_} days up to {last}" if vacant else edge["why"]
            nobody |= {"open_days": open_ if vacant else None, "why": words}
            rows.append(_sat(g, body, edge, edge["certainty"]) | nobody)
    return rows


def _best_first(spell: tuple[str, Row]) -> tuple[int, list[int], str]:
    certainty, edge = spell
    rank = {"certain": 0, "appointed": 1}.get(certainty, 2)
    return rank, [-ord(c) for c in edge["until"]], edge["id"]


def _sat(g: PlainGraph, body: str, edge: Row, certainty: str) -> Row:
    statements = []
    for fact in g.nodes("Fact"):
        if g.get(fact, "id") in edge["facts"]:
            for e, passage, document in g.passages(fact):
                if e["part"] == "statement":
                    place = g.get(fact, "date"), g.get(document, "key"), g.get(passage, "char_start"), g.get(fact, "id")
                    statements.append((place, g.placed(passage, document)))
    first = min(statements, key=lambda s: s[0])[1] if statements else dict.fromkeys(PLACE)
    return {
        "role": edge["role"],
        "represents": edge.get("represents"),
        "from": edge["from"],
        "to": edge.get("to"),
        "known_to": edge.get("known_to"),
        "certainty": certainty,
        "why": edge["why"],
        "body": g.get(body, "name"),
        "body_id": g.get(body, "id"),
        "facts": edge["facts"],
        **first,
    }
