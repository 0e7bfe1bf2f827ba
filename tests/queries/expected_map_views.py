"""What the modules behind the single views must answer, computed by walking through the plain graph."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from .expected import Given, _id, _mention, _name
from .expected_maps import _chosen
from .graph import PlainGraph, Row

LEVELS = ("certain", "appointed", "likely")


def map_around_council(g: PlainGraph, given: Given) -> list[Row]:
    council = g.by_id("Body", given["body_id"])
    own = {council}
    while more := {b for of in own for _, b, _ in g.into(of, "PART_OF")} - own:
        own |= more
    bodies = set(own)
    for body in own:
        for _, person, _ in g.into(body, "SAT_ON"):
            bodies |= {b for _, b, _ in g.out(person, "SAT_ON", "REPRESENTS")}
        for _, fact, _ in g.into(body, "MADE_BY"):
            bodies |= {b for _, b, _ in g.out(fact, "TO") if g.is_a(fact, "Appointment")}
    found = set(bodies)
    for body in bodies:
        found |= {n for _, n, _ in g.into(body, "SAT_ON", "STATE")}
    return _chosen(g, found, given)


def map_substitutions(g: PlainGraph, given: Given) -> list[Row]:
    found: set[str] = set()
    for person in g.nodes("Person"):
        for _, other, p in g.out(person, "SUBSTITUTED_FOR"):
            ends = {person, other}
            if given.get("body_id") in {None, p["body"]} and (
                given.get("person_id") is None or given["person_id"] in {g.get(e, "id") for e in ends}
            ):
                found |= ends
    return _chosen(g, found, given)


def map_shared_bodies(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for body in g.nodes("Body"):
        spells = [(person, p) for _, person, p in g.into(body, "SAT_ON")]
        for (one, a), (other, c) in combinations(spells, 2):
            if one == other or not _overlap(a, c):
                continue
            if not given["public"] and "public" in {g.get(one, "kind"), g.get(other, "kind")}:
                continue
            (source, first), (target, second) = sorted([(g.get(one, "id"), a), (g.get(other, "id"), c)], key=_first)
            starts = [p["from"] for p in (a, c) if p.get("from")]
            ends = [p.get("to") or p["known_to"] for p in (a, c)]
            rows.append(
                {
                    "source": source,
                    "target": target,
                    "body": g.get(body, "name"),
                    "body_id": g.get(body, "id"),
                    "from": max(starts, default=None),
                    "to": min(ends, default=None),
                    "certainty": max(a["certainty"], c["certainty"], key=LEVELS.index),
                    "facts": [*first["facts"], *(f for f in second["facts"] if f not in first["facts"])],
                }
            )
    return rows


def _first(pair: tuple[str, Any]) -> str:
    return pair[0]


def _overlap(a: Row, c: Row) -> bool:
    def last(p: Row) -> str:
        return str(p.get("to") or p["known_to"])

    return bool(c["from"] <= last(a) and a["from"] <= last(c))


def map_appointments(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact in g.nodes("Appointment"):
        meeting = g.meeting_of(fact)
        if not meeting or g.get(fact, "outcome") not in {"agreed", "noted"}:
            continue
        body, maker, seat = (g.end(fact, edge) for edge in ("TO", "MADE_BY", "TO_SEAT"))
        mention = g.end(fact, "PERSON")
        person = g.person_of(mention)
        replaced = _mention(g, fact, "REPLACES")
        if given.get("body_id") not in {None, g.get(body, "id")}:
            continue
        if given.get("person_id") is not None and given["person_id"] not in {g.get(person, "id"), _id(g, replaced)}:
            continue
        decided = [r for _, r, _ in g.out(fact, "DECIDED_BY")]
        rows.append(
            {
                "fact_id": g.get(fact, "id"),
                "date": g.get(meeting, "date"),
                "meeting_id": g.get(meeting, "id"),
                "resolutions": [
                    g.get(r, "id") for r in sorted(decided, key=lambda r: (g.get(r, "order"), g.get(r, "id")))
                ],
                "made_by": g.get(maker, "name"),
                "body_id": g.get(body, "id"),
                "seat_id": g.get(seat, "id"),
                "person_id": g.get(person, "id"),
                "named": g.get(mention, "text"),
                "left_out": g.get(person, "kind") == "public" and not given["public"],
                "replaces": _name(g, replaced),
            }
            | {
                name: g.get(fact, name)
                for name in (
                    "decision",
                    "holder",
                    "represents",
                    "role",
                    "action",
                    "outcome",
                    "start",
                    "end",
                    "term",
                )
            }
        )
    return rows


def map_attendance(g: PlainGraph, given: Given) -> list[Row]:
    found = {
        (g.get(person, "id"), g.get(body, "id"), g.get(meeting, "date"), p["status"])
        for person in g.nodes("Person")
        if g.get(person, "id") in given["ids"]
        for _, meeting, p in g.out(person, "ATTENDED")
        if g.get(meeting, "date")
        for _, body, _ in g.out(meeting, "OF")
    }
    return [dict(zip(("person", "body", "date", "status"), row, strict=True)) for row in found]
