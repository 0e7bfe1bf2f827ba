"""The meetings of an hour in the store: taken together before a document is written or removed, told apart after it.

Both happen in the transaction of the document, and only where an hour has several documents.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from neo4j import ManagedTransaction

from ..graph.edges import EDGES
from ..graph.hours.same_hour import gathered, settled
from ..graph.rows import Properties, Rows
from ..graph.schema import FACT_LABELS
from .standing import retire
from .write import run, write_rows

_FACTS = "UNWIND $meetings AS meeting MATCH (m:Meeting {id: meeting})<-[at:AT|MADE_AT]-(f) "
_BETWEEN = "|".join(sorted({e.type for e in EDGES if e.layer == "fact" and {e.start, e.end} <= set(FACT_LABELS)}))
"""Types of edges from fact to fact."""


def hours_of(tx: ManagedTransaction, key: str, version: str | None = None) -> list[str]:
    """The plain ids of all meetings that any version of a document tells of, and that this version does."""
    found = run(
        tx,
        "OPTIONAL MATCH (:Document {key: $key})-[:HAS_VERSION]->(w:Version) WITH collect(w.id) + [$version] AS ids "
        "UNWIND ids AS id MATCH (v:Version {id: id})<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-()-[:AT|MADE_AT]->(m:Meeting) "
        "RETURN DISTINCT coalesce(m.beside, m.id) AS id ORDER BY id",
        key=key,
        version=version,
    )
    return [row["id"] for row in found]


def gather(tx: ManagedTransaction, hours: Sequence[str]) -> None:
    """Takes the meetings of each hour together under its plain id, so that a document can be written or removed."""
    found = run(
        tx,
        "UNWIND $hours AS id MATCH (m:Meeting {beside: id}) RETURN m.id AS id, id AS plain ORDER BY id",
        hours=hours,
    )
    if found:
        meetings = sorted({row[name] for row in found for name in ("id", "plain")})
        rows = rows_of(tx, meetings)
        replace_meetings(tx, meetings, rows, gathered(rows, current_versions(tx, rows)))


def settle(tx: ManagedTransaction, hours: Sequence[str]) -> None:
    """Tells the meetings of each hour apart by what the documents in the store say."""
    found = run(
        tx,
        "UNWIND $hours AS id MATCH (m:Meeting {id: id})<-[:AT]-(:MeetingRecord)-[:EVIDENCED_BY]->(:Passage)"
        "-[:IN]->(v:Version {superseded: false}) "
        "WITH m, count(DISTINCT v) AS versions WHERE versions > 1 RETURN m.id AS id ORDER BY id",
        hours=hours,
    )
    if found:
        meetings = [row["id"] for row in found]
        rows = rows_of(tx, meetings)
        apart = settled(rows, current_versions(tx, rows), _followed(tx, rows))
        if apart is not rows:
            replace_meetings(tx, meetings, rows, apart)


def documents_beside(tx: ManagedTransaction, versions: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The other documents with minutes of the same body, day, hour and kind that are of another meeting.

    `versions` are those of documents by their keys; documents that stand beside none have no entry.
    """
    found = run(
        tx,
        "UNWIND $documents AS document MATCH (:Version {id: document.version})<-[:IN]-(:Passage)"
        "<-[:EVIDENCED_BY]-(:MeetingRecord)-[:AT]->(m:Meeting) "
        "WHERE m.beside IS NOT NULL WITH DISTINCT document, m MATCH (o:Meeting {beside: m.beside}) WHERE o.id <> m.id "
        "MATCH (o)<-[:AT]-(:MeetingRecord)-[:EVIDENCED_BY]->(:Passage)-[:IN]->(:Version {superseded: false})"
        "<-[:HAS_VERSION {current: true}]-(d:Document) WHERE d.key <> document.key "
        "WITH DISTINCT document.key AS key, d.key AS other ORDER BY key, other RETURN key, collect(other) AS others",
        documents=[{"key": key, "version": version} for key, version in sorted(versions.items())],
    )
    return {row["key"]: tuple(row["others"]) for row in found}


def rows_of(tx: ManagedTransaction, meetings: Sequence[str]) -> Rows:
    """All that documents say of these meetings, as it was read: without what humans corrected."""
    rows = Rows()
    for row in run(tx, "UNWIND $meetings AS id MATCH (m:Meeting {id: id}) RETURN m {.*} AS m", meetings=meetings):
        rows.node("Meeting", row["m"]["id"], row["m"])
    label: dict[str, str] = {}
    query = _FACTS + (
        "RETURN coalesce(f.superseded_kind, head([l IN labels(f) WHERE l <> 'Fact'])) AS label, f {.*} AS f, "
        "type(at) AS at, m.id AS meeting ORDER BY f.id"
    )
    for row in run(tx, query, meetings=meetings):
        fact = row["f"]["id"]
        label[fact] = row["label"]
        rows.node(row["label"], fact, _as_read(row["f"]))
        rows.edge(("Appointment" if row["at"] == "MADE_AT" else "Fact", row["at"], "Meeting"), fact, row["meeting"])
    query = _FACTS + (
        "MATCH (f)-[e:EVIDENCED_BY]->(p:Passage)-[:IN]->(v:Version) "
        "RETURN f.id AS f, properties(e) AS e, p {.*} AS p, v.id AS v"
    )
    for row in run(tx, query, meetings=meetings):
        rows.node("Passage", row["p"]["id"], row["p"])
        rows.edge(("Passage", "IN", "Version"), row["p"]["id"], row["v"])
        rows.edge(("Fact", "EVIDENCED_BY", "Passage"), row["f"], row["p"]["id"], row["e"])
    query = _FACTS + (
        "MATCH (f)-[e]->(n:Mention) "
        "CALL (n) { OPTIONAL MATCH (n)-[:FOUND_IN]->(p:Passage)-[:IN]->(v:Version) "
        "WITH p, v WHERE p IS NOT NULL RETURN collect([p {.*}, v.id]) AS places } "
        "RETURN f.id AS f, type(e) AS type, properties(e) AS e, n {.*} AS n, places"
    )
    for row in run(tx, query, meetings=meetings):
        start = "Fact" if row["type"] == "NAMES" else label[row["f"]]
        rows.node("Mention", row["n"]["id"], _name_as_read(row["n"]))
        rows.edge((start, row["type"], "Mention"), row["f"], row["n"]["id"], row["e"])
        for passage, version in row["places"]:
            rows.node("Passage", passage["id"], passage)
            rows.edge(("Passage", "IN", "Version"), passage["id"], version)
            rows.edge(("Mention", "FOUND_IN", "Passage"), row["n"]["id"], passage["id"])
    query = _FACTS + f"MATCH (f)-[e:{_BETWEEN}]->(g:Fact|Superseded) RETURN f.id AS f, type(e) AS type, g.id AS g"
    for row in run(tx, query, meetings=meetings):
        if row["g"] in label:
            rows.edge((label[row["f"]], row["type"], label[row["g"]]), row["f"], row["g"])
    return rows


def _as_read(fact: Properties) -> Properties:
    original: dict[str, Any] = json.loads(fact.get("original") or "{}")
    return {k: v for k, v in (fact | original).items() if k not in {"original", "corrected", "superseded_kind"}}


def _name_as_read(name: Properties) -> Properties:
    return {k: v for k, v in (name | {"text": name.get("original") or name["text"]}).items() if k != "original"}


def _versions(rows: Rows) -> list[str]:
    return sorted({edge.end for edge in rows.edges.get(("Passage", "IN", "Version"), {}).values()})


def current_versions(tx: ManagedTransaction, rows: Rows) -> set[str]:
    """The versions of these rows that count: that are the newest of a document."""
    query = "UNWIND $ids AS id MATCH (v:Version {id: id, superseded: false}) RETURN v.id AS id"
    return {row["id"] for row in run(tx, query, ids=_versions(rows))}


def _followed(tx: ManagedTransaction, rows: Rows) -> dict[str, str]:
    """For every version that is superseded: the one that its document has now, the first where several have it."""
    found = run(
        tx,
        "UNWIND $ids AS id MATCH (v:Version {id: id, superseded: true})<-[:HAS_VERSION]-(:Document)"
        "-[:HAS_VERSION {current: true}]->(n:Version) WHERE n.id IN $ids RETURN v.id AS old, min(n.id) AS new",
        ids=_versions(rows),
    )
    return {row["old"]: row["new"] for row in found}


def replace_meetings(tx: ManagedTransaction, meetings: Sequence[str], before: Rows, rows: Rows) -> None:
    """Writes rows in the place of all that was said of these meetings; what follows from it is left to the rebuild."""
    run(tx, _FACTS + "OPTIONAL MATCH (f)-->(n:Mention) DETACH DELETE f, n", meetings=meetings)
    run(tx, "UNWIND $meetings AS id MATCH (m:Meeting {id: id}) DETACH DELETE m", meetings=meetings)
    write_rows(tx, rows)
    for version in sorted(set(_versions(before)) - current_versions(tx, before)):
        retire(tx, version)
