"""What the modules about connections must answer, computed in networkx and plain Python."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations, pairwise

import networkx as nx

from .expected import Given
from .graph import PlainGraph, Row

_WAYS = ("SAT_ON", "SUBSTITUTED_FOR", "REPRESENTS", "PART_OF", "SUCCEEDED_BY")
_WORDS = {
    "SAT_ON": ("sat on", "had as member"),
    "SUBSTITUTED_FOR": ("substituted for", "was substituted by"),
    "REPRESENTS": ("represents", "is represented by"),
    "PART_OF": ("is part of", "has as part"),
    "SUCCEEDED_BY": ("became", "was before"),
}


def path(g: PlainGraph, given: Given) -> list[Row]:
    plain: nx.Graph[str] = nx.Graph()
    edges = defaultdict(list)
    for start, end, data in g.nx.edges(data=True):
        if data["type"] in _WAYS and g.is_a(start, "Person", "Body") and g.is_a(end, "Person", "Body"):
            plain.add_edge(start, end)
            edges[frozenset((start, end))].append((start, data["type"], data["p"]))
    ids = {g.get(n, "id"): n for n in g.nodes("Person", "Body")}
    a, b = ids[given["a_id"]], ids[given["b_id"]]
    if a == b or a not in plain or b not in plain or not nx.has_path(plain, a, b):
        return []
    ways = nx.all_shortest_paths(plain, a, b)
    best = min(ways, key=lambda way: [g.get(n, "name") + g.get(n, "id") for n in way])
    if len(best) - 1 > given["steps"]:
        return []
    rows = []
    for step, (one, other) in enumerate(pairwise(best), start=1):
        start, type_, p = min(edges[frozenset((one, other))], key=lambda e: e[1] + e[2]["id"])
        rows.append(
            {
                "step": step,
                "from": g.get(one, "name"),
                "from_id": g.get(one, "id"),
                "kind": _WORDS[type_][start != one],
                "to": g.get(other, "name"),
                "to_id": g.get(other, "id"),
                "role": p.get("role"),
                "since": p.get("from") or p.get("date"),
                "until": p.get("to") or p.get("date"),
                "facts": p.get("facts") or [],
            }
        )
    return rows


def origin(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for scope in {g.get(d, "scope") for d in g.nodes("Document")}:
        documents = [d for d in g.nodes("Document") if g.get(d, "scope") == scope]
        days = [
            g.get(m, "date")
            for m in g.nodes("Meeting")
            if g.get(m, "scope") == scope and g.get(m, "status") in {"held", "inquorate", "adjourned"}
        ]
        loaded = [g.get(v, "loaded")[:10] for d in documents for _, v, has in g.out(d, "HAS_VERSION") if has["current"]]
        (council,) = {g.get(d, "council") for d in documents}
        rest = {"first": min(days), "last": max(days), "documents": len(documents), "loaded": max(loaded)}
        rows.append({"scope": scope, "council": council} | rest)
    return rows


def _members(g: PlainGraph) -> dict[str, set[str]]:
    return {b: {p for _, p, _ in g.into(b, "SAT_ON")} for b in g.nodes("Body")}


def _ids(g: PlainGraph, body: str, prefix: str) -> Row:
    return {prefix: g.get(body, "name"), f"{prefix}_id": g.get(body, "id")}


def _pairs(g: PlainGraph, given: Given, label: str, key: str) -> list[tuple[str, str]]:
    nodes = sorted(g.nodes(label), key=lambda n: g.get(n, "id"))
    return [
        (one, other)
        for one, other in combinations(nodes, 2)
        if given.get(key) in (None, g.get(one, "id"), g.get(other, "id"))
    ]


def bridging_people(g: PlainGraph, given: Given) -> list[Row]:
    members, rows = _members(g), []
    for one, other in _pairs(g, given, "Body", "body_id"):
        shared = members[one] & members[other]
        if len(shared) == 1:
            (person,) = shared
            facts = {f for _, b, e in g.out(person, "SAT_ON") if b in (one, other) for f in e["facts"]}
            row = _ids(g, person, "person") | _ids(g, one, "body") | _ids(g, other, "other")
            rows.append(row | {"facts": sorted(facts)})
    return rows


def bodies_sharing_people(g: PlainGraph, given: Given) -> list[Row]:
    members, rows = _members(g), []
    for one, other in _pairs(g, given, "Body", "body_id"):
        shared = sorted(members[one] & members[other], key=lambda p: (g.get(p, "sort_name"), g.get(p, "id")))
        if shared:
            names = [g.get(p, "name") for p in shared]
            rows.append(_ids(g, one, "body") | _ids(g, other, "other") | {"shared": len(names), "people": names})
    return rows


def people_sharing_bodies(g: PlainGraph, given: Given) -> list[Row]:
    spells = {p: list(g.out(p, "SAT_ON")) for p in g.nodes("Person")}
    rows = []
    for one, other in _pairs(g, given, "Person", "person_id"):
        shared = {
            b
            for _, b, r in spells[one]
            for _, c, s in spells[other]
            if b == c and r["from"] <= (s.get("to") or s["known_to"]) and s["from"] <= (r.get("to") or r["known_to"])
        }
        if len(shared) > 1 or (shared and given.get("person_id")):
            names = [g.get(b, "name") for b in sorted(shared, key=lambda b: (g.get(b, "name"), g.get(b, "id")))]
            rows.append(_ids(g, one, "person") | _ids(g, other, "other") | {"shared": len(names), "bodies": names})
    return rows


def substitute_pairs(g: PlainGraph, given: Given) -> list[Row]:
    found = defaultdict(list)
    for person in g.nodes("Person"):
        for _, absent, edge in g.out(person, "SUBSTITUTED_FOR"):
            wanted = given.get("person_id") in (None, g.get(person, "id"), g.get(absent, "id"))
            if wanted and given.get("body_id") in (None, edge.get("body")):
                found[person, absent].append(edge)
    return [
        _ids(g, person, "substitute")
        | _ids(g, absent, "absent")
        | {
            "times": len({e["meeting"] for e in edges}),
            "first": min(e["date"] for e in edges),
            "last": max(e["date"] for e in edges),
            "facts": sorted(e["facts"][0] for e in edges),
        }
        for (person, absent), edges in found.items()
    ]


def longest_serving(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for body in g.nodes("Body"):
        if given.get("body_id") not in (None, g.get(body, "id")):
            continue
        held = [g.get(m, "date") for _, m, _ in g.into(body, "OF") if g.is_a(m, "Meeting") and g.get(m, "date")]
        spells = defaultdict(list)
        for _, person, edge in g.into(body, "SAT_ON"):
            if held and edge["from"] <= max(held):
                spells[person].append(edge)
        for person, edges in spells.items():
            days: set[date] = set()
            for edge in edges:
                first = date.fromisoformat(edge["from"])
                last = date.fromisoformat(min(edge.get("to") or "9999", max(held)))
                days |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
            rows.append(
                _ids(g, person, "person")
                | _ids(g, body, "body")
                | {
                    "days": len(days),
                    "from": min(e["from"] for e in edges),
                    "to": max(days).isoformat(),
                    "open": any(e.get("to") is None for e in edges),
                    "facts": _first_and_last(edges, max(held)),
                }
            )
    return rows


def _first_and_last(edges: list[Row], latest: str) -> list[str]:
    ordered = sorted(edges, key=lambda e: (e["from"], min(e.get("to") or latest, latest), e["id"]))
    return list(ordered[0]["facts"]) + (list(ordered[-1]["facts"]) if len(ordered) > 1 else [])


def memberships(g: PlainGraph, given: Given) -> list[Row]:
    low, high = given.get("from") or "", given.get("to") or "9999"
    found = {
        (p, b)
        for p in g.nodes("Person")
        for _, b, e in g.out(p, "SAT_ON")
        if e["from"] <= high and (e.get("to") or e["known_to"]) >= low
    }
    return [_ids(g, p, "person") | _ids(g, b, "body") for p, b in found]


def profile_bodies(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for body in g.nodes("Body"):
        met = [m for _, m, _ in g.into(body, "OF") if g.is_a(m, "Meeting")]
        held = [m for m in met if (g.get(m, "status") or "held") in {"held", "adjourned", "inquorate"}]
        dates = [date_ for m in held if (date_ := g.get(m, "date"))]
        listed = [_listed_members(g, m) for m in held]
        if held:
            rows.append(
                {
                    "scope": g.get(body, "scope"),
                    "body": g.get(body, "name"),
                    "kind": g.get(body, "kind"),
                    "meetings": len(held),
                    "first": min(dates, default=None),
                    "last": max(dates, default=None),
                    "remote": sum(g.get(m, "mode") in {"virtual", "hybrid"} for m in held),
                    "most_members": max(len(members) for members in listed),
                    "fewest_present": min((n for members in listed if (n := sum(members.values()))), default=None),
                }
            )
    return rows


def _listed_members(g: PlainGraph, meeting: str) -> dict[str, bool]:
    """Everybody that is listed as a member, with whether they were present."""
    found: dict[str, bool] = {}
    for _, fact, _ in g.into(meeting, "AT"):
        status, capacity = g.get(fact, "status"), g.get(fact, "capacity") or "member"
        mention = g.end(fact, "PERSON") if g.is_a(fact, "Attendance") else None
        if mention and status != "in_attendance" and capacity in {"member", "co_opted", "representative"}:
            who = g.person_of(mention) or mention
            found[who] = found.get(who, False) or status == "present"
    return found
