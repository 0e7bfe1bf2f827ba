"""What the modules behind `who-sat --known-by` must answer, computed by walking through the plain graph."""

from __future__ import annotations

from typing import Any

from .expected import Given
from .graph import PlainGraph, Row

_NOT_APPROVED = {"lost", "deferred", "proposed"}


def _meetings_of(g: PlainGraph, version: str) -> set[str]:
    found = set()
    for _, passage, _ in g.into(version, "IN"):
        for _, fact, _ in g.into(passage, "EVIDENCED_BY"):
            kind = g.get(fact, "superseded_kind") if g.is_a(fact, "Superseded") else None
            if (g.is_a(fact, "MeetingRecord") or kind == "MeetingRecord") and (m := g.meeting_of(fact)):
                found.add(m)
    return found


def _approved(g: PlainGraph, meeting: str) -> str | None:
    days = []
    for body in [e for _, e, _ in g.out(meeting, "OF")]:
        for _, later, _ in g.into(body, "OF"):
            for _, fact, _ in g.into(later, "AT"):
                same = g.is_a(fact, "PreviousMinutes") and g.get(fact, "approved") == g.get(meeting, "date")
                day = g.get(later, "date")
                if same and day >= g.get(meeting, "date") and g.get(fact, "outcome") not in _NOT_APPROVED:
                    days.append(day)
    return min(days, default=None)


def known_versions(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for document in g.nodes("Document"):
        if g.get(document, "scope") != given["scope"]:
            continue
        for _, version, has in g.out(document, "HAS_VERSION"):
            meetings = _meetings_of(g, version)
            approvals = [a for m in meetings if (a := _approved(g, m))]
            dates = [d for m in meetings if (d := g.get(m, "date"))]
            rows.append(
                {
                    "document": g.get(document, "name"),
                    "document_key": g.get(document, "key"),
                    "version": g.get(version, "id"),
                    "current": has["current"],
                    "loaded": g.get(version, "loaded"),
                    "published": g.get(version, "published"),
                    "met": max(dates, default=None),
                    "approved": max(approvals) if meetings and len(approvals) == len(meetings) else None,
                }
            )
    return rows


def _stated_in(g: PlainGraph, fact: str, versions: list[str] | None) -> list[tuple[str, str]]:
    found = []
    for _, passage, edge in g.out(fact, "EVIDENCED_BY"):
        version = g.end(passage, "IN")
        wanted = version and (g.get(version, "id") in versions if versions is not None else _is_current(g, version))
        if edge["part"] == "statement" and version and wanted:
            found.append((passage, version))
    return found


def _is_current(g: PlainGraph, version: str) -> bool:
    return not g.get(version, "superseded") and any(has["current"] for _, _, has in g.into(version, "HAS_VERSION"))


def _loaded(g: PlainGraph, fact: str) -> str | None:
    if "MeetingRecord" not in {g.get(fact, "superseded_kind"), *g.nx.nodes[fact]["labels"]}:
        return None
    versions = {g.end(passage, "IN") for _, passage, _ in g.out(fact, "EVIDENCED_BY")}
    return max(str(g.get(v, "loaded"))[:10] for v in versions)


def known_facts(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact in g.nodes("Fact", "Superseded"):
        stated = _stated_in(g, fact, given["versions"])
        meeting = g.meeting_of(fact)
        if not stated or not meeting or g.get(fact, "scope") != given["scope"]:
            continue
        names = [n for n in g.nx.successors(fact) if g.is_a(n, "Mention")]
        labels = [label for label in g.nx.nodes[fact]["labels"] if label != "Fact"]
        rows.append(
            {
                "id": g.get(fact, "id"),
                "label": g.get(fact, "superseded_kind") or labels[0],
                "meeting": g.get(meeting, "id"),
                "date": g.get(fact, "date"),
                "properties": g.nx.nodes[fact]["p"] | {"text": None, "loaded": _loaded(g, fact)},
                "names": sorted(
                    ({k: g.get(n, k) for k in ("id", "slot", "of", "text")} for n in set(names)), key=lambda n: n["id"]
                ),
                "versions": sorted({g.get(v, "id") for _, v in stated}),
            }
        )
    return rows


def body_names(g: PlainGraph, given: Given) -> list[Row]:
    body = g.by_id("Body", given["body_id"])
    names = sorted({g.get(m, "id") for _, m, _ in g.into(body, "REFERS_TO")})
    said = {name: g.get(body, name) for name in ("scope", "name", "kind")}
    return [said | {"mentions": names}]


def people_meant(g: PlainGraph, given: Given) -> list[Row]:
    rows: list[Row] = []
    for mention in g.nodes("Mention"):
        person = g.person_of(mention)
        if person and g.get(mention, "id") in given["mentions"]:
            rows.append({"mention_id": g.get(mention, "id"), "person_id": g.get(person, "id")})
    return rows


def passages_of_versions(g: PlainGraph, given: Given) -> list[Row]:
    found: list[tuple[Any, Row]] = []
    for fact in g.nodes("Fact", "Superseded"):
        if g.get(fact, "id") not in given["facts"]:
            continue
        for passage, version in _stated_in(g, fact, given.get("versions")):
            for _, document, has in g.into(version, "HAS_VERSION"):
                if given.get("versions") is None and not has["current"]:
                    continue
                row = {
                    "fact_id": g.get(fact, "id"),
                    "version": g.get(version, "id"),
                    **g.placed(passage, document),
                }
                place = g.get(passage, "char_start"), row["fact_id"], row["version"]
                order = g.get(fact, "date"), g.get(document, "key"), *place
                found.append((order, row))
    ordered = sorted(found, key=lambda pair: pair[0])
    return [row | {"place": number} for number, (_, row) in enumerate(ordered)]
