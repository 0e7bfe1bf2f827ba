"""What the modules behind a site must answer, computed by walking through the plain graph."""

from __future__ import annotations

from .expected import Given
from .graph import PlainGraph, Row


def _first(g: PlainGraph, node: str, *types: str) -> str | None:
    return min((g.get(end, "id") for _, end, _ in g.out(node, *types)), default=None)


def _mentions(g: PlainGraph, node: str) -> list[str]:
    return sorted({g.get(m, "text") for _, m, _ in g.into(node, "REFERS_TO")})


def site_documents(g: PlainGraph, _given: Given) -> list[Row]:
    rows = []
    for document in g.nodes("Document"):
        version = next(v for _, v, has in g.out(document, "HAS_VERSION") if has["current"])
        row = {name: g.get(document, name) for name in ("key", "name", "uri", "council", "folder")}
        row |= {name: g.get(version, name) for name in ("media_type", "published", "loaded", "text")}
        rows.append(row | {"version": g.get(version, "id"), "warnings": g.get(document, "read_warnings") or 0})
    return rows


def site_facts(g: PlainGraph, _given: Given) -> list[Row]:
    return [
        {
            "id": g.get(fact, "id"),
            "kind": next(iter(g.nx.nodes[fact]["labels"] - {"Fact"})),
            "said": g.nx.nodes[fact]["p"],
            "meeting": _first(g, fact, "AT", "MADE_AT"),
            "body": _first(g, fact, "TO", "ABOUT"),
            "made_by": _first(g, fact, "MADE_BY"),
            "motion": _first(g, fact, "ON"),
            "names": _names(g, fact),
            "places": _places(g, fact),
        }
        for fact in g.nodes("Fact")
        if not g.get(fact, "wrong")
    ]


def _names(g: PlainGraph, fact: str) -> list[Row]:
    found = []
    for _, mention, data in g.nx.out_edges(fact, data=True):
        if g.is_a(mention, "Mention"):
            means = next((g.get(e, "id") for _, e, _ in g.out(mention, "REFERS_TO")), None)
            row = {name: g.get(mention, name) for name in ("slot", "text", "of")}
            found.append(
                ((data["type"], row["slot"], g.get(mention, "id")), row | {"edge": data["type"], "means": means})
            )
    return [row for _, row in sorted(found, key=lambda f: f[0])]


def _places(g: PlainGraph, fact: str) -> list[Row]:
    found = []
    for _, passage, edge in g.out(fact, "EVIDENCED_BY"):
        version = g.end(passage, "IN")
        if version is None or g.get(version, "superseded"):
            continue
        row = {"part": edge["part"], "rule": edge["rule"], "version": g.get(version, "id")}
        for name, of in (
            ("start", "char_start"),
            ("end", "char_end"),
            ("line", "line_start"),
            ("line_end", "line_end"),
        ):
            row[name] = g.get(passage, of)
        row |= {"page": g.get(passage, "page"), "text": g.get(passage, "text")}
        order = (row["part"] != "statement", row["version"], row["start"], row["end"], row["part"], row["rule"])
        found.append((order, row))
    return [row for _, row in sorted(found, key=lambda f: f[0])]


def site_meetings(g: PlainGraph, _given: Given) -> list[Row]:
    names = ("id", "date", "start", "end", "venue", "mode", "kind", "scope")
    return [
        {name: g.get(m, name) for name in names}
        | {"dates": g.get(m, "dates") or [], "status": g.get(m, "status") or "held"}
        | {"body": _first(g, m, "OF", "CALLED_FOR")}
        for m in g.nodes("Meeting")
    ]


def site_people(g: PlainGraph, _given: Given) -> list[Row]:
    names = ("id", "name", "sort_name", "kind", "scope")
    return [{name: g.get(p, name) for name in names} | {"names": _mentions(g, p)} for p in g.nodes("Person")]


def site_bodies(g: PlainGraph, _given: Given) -> list[Row]:
    return [
        {name: g.get(b, name) for name in ("id", "name", "kind", "scope")}
        | {
            name: sorted({g.get(e, "id") for _, e, _ in g.out(b, edge)})
            for name, edge in (("part_of", "PART_OF"), ("succeeded_by", "SUCCEEDED_BY"))
        }
        | {"names": _mentions(g, b)}
        for b in g.nodes("Body")
    ]


def site_last_listed(g: PlainGraph, _given: Given) -> list[Row]:
    rows = []
    for person in g.nodes("Person"):
        for _, body, edge in g.out(person, "LAST_LISTED"):
            row = {name: edge.get(name) for name in ("role", "represents", "listed_on", "from", "to", "why", "facts")}
            row |= {key: g.get(person, key) for key in ("sort_name", "kind")}
            who = {"person": g.get(person, "name"), "person_id": g.get(person, "id"), "body_id": g.get(body, "id")}
            rows.append(row | who)
    return rows


def site_state(g: PlainGraph, _given: Given) -> list[Row]:
    rows = []
    for document in g.nodes("Document"):
        names = (
            "digest",
            "read",
            "name",
            "uri",
            "council",
            "council_basis",
            "stated",
            "profile",
            "scope",
        )
        for _, version, edge in g.out(document, "HAS_VERSION"):
            told = [g.get(document, name) or "" for name in names]
            told += [g.get(version, name) or "" for name in ("id", "media_type", "published", "loaded")]
            told += [str(flag).lower() for flag in (g.get(version, "superseded"), edge["current"])]
            rows.append({"about": f"document {g.get(document, 'key')}", "told": told})
    return rows
