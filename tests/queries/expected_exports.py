"""What the modules behind exports must answer, computed by walking through the plain graph."""

from __future__ import annotations

from .expected import Given
from .graph import PlainGraph, Row


def _asked(g: PlainGraph, node: str, given: Given) -> bool:
    return given.get("scopes") is None or g.get(node, "scope") in given["scopes"]


def _plain(g: PlainGraph, node: str, *names: str) -> Row:
    return {name: g.get(node, name) for name in names}


def _texts(g: PlainGraph, node: str) -> list[str]:
    return sorted({g.get(m, "text") for _, m, _ in g.into(node, "REFERS_TO")})


def export_documents(g: PlainGraph, given: Given) -> list[Row]:
    return [
        _plain(g, d, "key", "name", "uri", "scope", "council", "council_basis")
        | {"version": g.get(v, "id")}
        | _plain(g, v, "media_type", "published")
        for d in g.nodes("Document")
        for _, v, has in g.out(d, "HAS_VERSION")
        if has["current"] and _asked(g, d, given)
    ]


def export_people(g: PlainGraph, given: Given) -> list[Row]:
    return [
        _plain(g, p, "id", "name", "sort_name", "kind", "scope")
        | {"names": _texts(g, p), "left_out": g.get(p, "kind") == "public" and not given["public"]}
        for p in g.nodes("Person")
        if _asked(g, p, given)
    ]


def export_bodies(g: PlainGraph, given: Given) -> list[Row]:
    def others(body: str, type_: str, how: str) -> list[Row]:
        found = [
            {"id": g.get(e, "id"), how: edge.get(how), "facts": edge.get("facts", [])}
            for _, e, edge in g.out(body, type_)
        ]
        return sorted(found, key=lambda r: r["id"])

    return [
        _plain(g, b, "id", "name", "kind", "scope")
        | {"names": _texts(g, b), "part_of": others(b, "PART_OF", "basis"), "later": others(b, "SUCCEEDED_BY", "kind")}
        for b in g.nodes("Body")
        if _asked(g, b, given)
    ]


def export_meetings(g: PlainGraph, given: Given) -> list[Row]:
    return [
        _plain(g, m, "id", "scope", "date", "start", "end", "venue", "mode", "kind")
        | {
            "body_id": g.get(g.end(m, "OF", "CALLED_FOR"), "id"),
            "dates": g.get(m, "dates") or [],
            "status": g.get(m, "status") or "held",
            "facts": sorted(g.get(f, "id") for _, f, _ in g.into(m, "AT") if g.is_a(f, "MeetingRecord")),
        }
        for m in g.nodes("Meeting")
        if _asked(g, m, given)
    ]


def _names(g: PlainGraph, fact: str) -> list[Row]:
    found = []
    for mention in {end for _, end in g.nx.out_edges(fact) if g.is_a(end, "Mention")}:
        means: tuple[str | None, Row] = next(((e, edge) for _, e, edge in g.out(mention, "REFERS_TO")), (None, {}))
        found.append(
            _plain(g, mention, "slot", "of", "text")
            | {"id": g.get(means[0], "id"), "name": g.get(means[0], "name"), "basis": means[1].get("basis")}
        )
    return sorted(found, key=lambda n: n["slot"])


def _place(g: PlainGraph, edge: Row, passage: str, document: str) -> Row:
    return {
        "document": g.get(document, "key"),
        "sha256": g.get(g.end(passage, "IN"), "id"),
        **_plain(g, document, "name", "uri"),
        "part": edge["part"],
        "rule": edge["rule"],
        **_plain(g, passage, "line_start", "line_end", "char_start", "char_end", "page", "text"),
    }


def export_facts(g: PlainGraph, given: Given) -> list[Row]:
    found = []
    for fact in g.nodes("Fact"):
        meeting = g.meeting_of(fact)
        if g.get(fact, "wrong") or not meeting or not _asked(g, fact, given):
            continue
        places = [_place(g, e, p, d) for e, p, d in g.passages(fact)]
        places.sort(key=lambda p: (p["part"] != "statement", p["document"], p["char_start"], p["part"], p["rule"]))
        found.append(
            _plain(g, fact, "id", "scope", "date", "order")
            | {
                "label": next(iter(g.nx.nodes[fact]["labels"] - {"Fact"})),
                "meeting_id": g.get(meeting, "id"),
                "body_id": g.get(g.end(meeting, "OF", "CALLED_FOR"), "id"),
                "motion_id": g.get(g.end(fact, "ON"), "id"),
                "decided_by": sorted(g.get(r, "id") for _, r, _ in g.out(fact, "DECIDED_BY")),
                "properties": g.nx.nodes[fact]["p"],
                "names": _names(g, fact),
                "places": places,
            }
        )
    return found
