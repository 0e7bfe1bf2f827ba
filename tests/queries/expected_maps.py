"""What the modules behind the maps must answer, computed by walking through the plain graph."""

from __future__ import annotations

from typing import Any

from .expected import Given, _hint
from .graph import PlainGraph, Row

SHOWN_ROLES = ("office", "post")


def _chosen(g: PlainGraph, nodes: set[str], given: Given) -> list[Row]:
    return [
        {
            "id": g.get(n, "id"),
            "left_out": g.is_a(n, "Person") and g.get(n, "kind") == "public" and not given["public"],
        }
        for n in nodes
    ]


def map_everything(g: PlainGraph, given: Given) -> list[Row]:
    roles = {r for r in g.nodes("Role") if g.get(r, "kind") in SHOWN_ROLES}
    seats = {s for s in g.nodes("Seat") if any(g.out(s, "STATE"))}
    return _chosen(g, {*g.nodes("Person", "Body"), *roles, *seats}, given)


def map_around_body(g: PlainGraph, given: Given) -> list[Row]:
    body = g.by_id("Body", given["body_id"])
    found = {body}
    found |= {e for _, e, _ in g.out(body, "PART_OF", "SUCCEEDED_BY")}
    found |= {s for _, s, _ in g.into(body, "PART_OF", "SUCCEEDED_BY", "SAT_ON", "STATE")}
    for meeting in [m for _, m, _ in g.into(body, "OF") if g.is_a(m, "Meeting")]:
        found |= {p for _, p, _ in g.into(meeting, "ATTENDED")}
        for _, fact, _ in g.into(meeting, "AT", "MADE_AT"):
            here = g.is_a(fact, "Attendance") or any(e == body for _, e, _ in g.out(fact, "TO"))
            if here and g.is_a(fact, "Attendance", "Appointment"):
                found |= {r for _, r, _ in g.out(fact, "AS") if g.get(r, "kind") in SHOWN_ROLES}
    return _chosen(g, found, given)


def map_around_person(g: PlainGraph, given: Given) -> list[Row]:
    person = g.by_id("Person", given["person_id"])
    found = {person}
    for _, body, _ in g.out(person, "SAT_ON"):
        found |= {body, *(p for _, p, _ in g.into(body, "SAT_ON"))}
    found |= {b for _, b, _ in g.out(person, "REPRESENTS")}
    for _, meeting, _ in g.out(person, "ATTENDED"):
        found |= {b for _, b, _ in g.out(meeting, "OF")}
    found |= {p for _, p, _ in g.out(person, "SUBSTITUTED_FOR")} | {p for _, p, _ in g.into(person, "SUBSTITUTED_FOR")}
    for _, mention, _ in g.into(person, "REFERS_TO"):
        for _, fact, _ in g.into(mention, "PERSON"):
            if g.is_a(fact, "Attendance", "Appointment"):
                found |= {r for _, r, _ in g.out(fact, "AS") if g.get(r, "kind") in SHOWN_ROLES}
    rows = _chosen(g, found, given)
    return [row | {"left_out": row["left_out"] and row["id"] != given["person_id"]} for row in rows]


def map_nodes(g: PlainGraph, given: Given) -> list[Row]:
    rows: list[Row] = []
    for node in g.nodes("Person", "Body", "Role", "Seat"):
        if g.get(node, "id") not in given["ids"]:
            continue
        parents = [g.get(e, "name") for _, e, _ in g.out(node, "PART_OF", "OF")]
        row: Row = {
            "id": g.get(node, "id"),
            "label": g.get(node, "name"),
            "kind": g.get(node, "kind"),
            "sort_name": g.get(node, "sort_name"),
            "hint": _hint(g, node) if g.is_a(node, "Person") else None,
            "part_of": min(parents, default=None),
            "names": {g.get(m, "text") for _, m, _ in g.into(node, "REFERS_TO")},
            "scope": g.get(node, "scope"),
            "named_once": g.is_a(node, "Body") and _named_once(g, node),
        }
        if g.is_a(node, "Role"):
            row["kind"] = "role"
        if g.is_a(node, "Seat"):
            states = sorted(((p["from"], e, p) for _, e, p in g.out(node, "STATE")), key=lambda s: s[0])
            if not states:  # always held by somebody named: the map shows who
                continue
            _, body, state = states[0]
            label = state.get("holder") or g.get(node, "represents") or g.get(node, "role") or "seat"
            row |= {"kind": "seat", "label": label, "part_of": g.get(body, "name")}
        rows.append(row)
    return rows


def _named_once(g: PlainGraph, body: str) -> bool:
    places = {p for _, m, _ in g.into(body, "REFERS_TO") for _, p, _ in g.out(m, "FOUND_IN")}
    says_more = ("OF", "CALLED_FOR", "TO", "PART_OF", "SUCCEEDED_BY", "SAT_ON", "STATE", "REPRESENTS")
    return len(places) < 2 and not any(g.into(body, *says_more)) and not any(g.out(body, "SUCCEEDED_BY"))


def map_edges(g: PlainGraph, given: Given) -> list[Row]:
    rows: list[Row] = []
    for node in g.nodes("Person", "Body", "Role", "Seat"):
        if g.get(node, "id") in given["ids"]:
            rows += _edges_of(g, node)
    return rows


def _edges_of(g: PlainGraph, node: str) -> list[Row]:
    source = g.get(node, "id")

    def row(id_: str, kind: str, target: str, facts: Any, **more: Any) -> Row:
        empty = dict.fromkeys(("role", "from", "to", "certainty", "on", "why", "body"))
        return empty | {"id": id_, "kind": kind, "source": source, "target": g.get(target, "id"), "facts": facts} | more

    rows = []
    for type_, end, p in g.out(node, "PART_OF", "SUCCEEDED_BY"):
        why = "inferred, not stated by the minutes" if p.get("basis") == "inferred" else None
        rows.append(row(p["id"], type_.lower(), end, p["facts"], why=why))
    for _, end, p in g.out(node, "SAT_ON"):
        rows.append(row(p["id"], "sat_on", end, p["facts"], **_spell(p)))
    for _, end, p in g.out(node, "STATE"):
        rows.append(row(p["id"], "seat_on", end, p["facts"], **_spell(p) | {"why": f"{p['state']}: {p['why']}"}))
    for _, end, p in g.out(node, "SUBSTITUTED_FOR"):
        rows.append(row(p["id"], "substituted_for", end, p["facts"], body=p["body"], **_day(p["date"])))
    for _, end, p in g.out(node, "REPRESENTS"):
        rows.append(row(p["id"], "represents", end, p["facts"], **{"from": p.get("from"), "to": p.get("to")}))
    if g.is_a(node, "Role"):
        for _, end, p in g.out(node, "OF"):
            rows.append(row(p["id"], "of", end, p.get("facts") or []))
    if g.is_a(node, "Person"):
        rows += _attended(g, node, row) + _held(g, node, row)
    return rows


def _day(date: str) -> Row:
    return {"from": date, "to": date}


def _spell(p: Row) -> Row:
    return {name: p.get(name) for name in ("role", "from", "to", "certainty", "on", "why")}


def _attended(g: PlainGraph, person: str, row: Any) -> list[Row]:
    member_on: dict[str, set[str]] = {}
    for _, body, p in g.out(person, "SAT_ON"):
        member_on.setdefault(body, set()).update(p.get("on") or ())
    there: dict[str, list[tuple[str, str, Any]]] = {}
    for _, meeting, p in g.out(person, "ATTENDED"):
        date = g.get(meeting, "date")
        for _, body, _ in g.out(meeting, "OF"):
            if p["status"] in {"present", "in_attendance"} and date not in member_on.get(body, ()):
                there.setdefault(body, []).append((date, g.get(meeting, "id"), p["facts"]))
    rows = []
    for body, found in there.items():
        found.sort(key=lambda f: f[:2])
        edge = f"attended {g.get(person, 'id')} {g.get(body, 'id')}"
        facts = [f for _, _, of in found for f in of]
        why = "recorded as there; no member of the body on that day"
        rows.append(row(edge, "attended", body, facts, on=[d for d, _, _ in found], why=why))
    return rows


def _held(g: PlainGraph, person: str, row: Any) -> list[Row]:
    held: dict[str, set[tuple[str, str]]] = {}
    for _, mention, _ in g.into(person, "REFERS_TO"):
        for _, fact, _ in g.into(mention, "PERSON"):
            made = g.get(fact, "outcome") in {"agreed", "noted"}
            if not (g.is_a(fact, "Attendance") or (g.is_a(fact, "Appointment") and made)):
                continue
            for _, role, _ in g.out(fact, "AS"):
                if g.get(role, "kind") in SHOWN_ROLES:
                    held.setdefault(role, set()).add((g.get(fact, "date"), g.get(fact, "id")))
    rows = []
    for role, found in held.items():
        ordered = sorted(found)
        edge = f"holds {g.get(person, 'id')} {g.get(role, 'id')}"
        rows.append(row(edge, "holds", role, [f for _, f in ordered], on=[d for d, _ in ordered]))
    return rows


def map_facts(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact in g.nodes("Fact"):
        if g.get(fact, "id") not in given["facts"]:
            continue
        (label,) = g.nx.nodes[fact]["labels"] - {"Fact"}
        quotes = sorted(
            g.passages(fact),
            key=lambda q: (q[0]["part"] != "statement", g.get(q[2], "key"), g.get(q[1], "char_start")),
        )
        mentions = {e for e in g.nx.successors(fact) if g.is_a(e, "Mention")}
        rows.append(
            {
                "id": g.get(fact, "id"),
                "label": label,
                "date": g.get(fact, "date"),
                "quotes": [
                    {
                        "text": g.get(passage, "text"),
                        "document": g.get(document, "name"),
                        "line": g.get(passage, "line_start"),
                        "page": g.get(passage, "page"),
                        "part": edge["part"],
                        "rule": edge["rule"],
                        "uri": g.get(document, "uri"),
                    }
                    for edge, passage, document in quotes
                ],
                "names": [
                    {"text": g.get(m, "text"), "means": g.get(who, "name"), "basis": basis}
                    for m in sorted(mentions, key=lambda m: (g.get(m, "slot"), g.get(m, "id")))
                    for who, basis in _meant(g, m)
                ],
            }
        )
    return rows


def _meant(g: PlainGraph, mention: str) -> list[tuple[str | None, Any]]:
    found: list[tuple[str | None, Any]] = [(e, p.get("basis")) for _, e, p in g.out(mention, "REFERS_TO")]
    return found or [(None, None)]


def map_meetings(g: PlainGraph, given: Given) -> list[Row]:
    return [
        {"date": g.get(meeting, "date"), "body": g.get(body, "name")}
        for body in g.nodes("Body")
        if g.get(body, "id") in given["ids"]
        for _, meeting, _ in g.into(body, "OF")
        if g.is_a(meeting, "Meeting") and g.get(meeting, "date")
    ]
