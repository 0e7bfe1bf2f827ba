"""Meetings in the store that are one though not all their documents name the council: taken together, and parted again.

They are parted before a document of theirs is written, removed or put into another source, in the same transaction, and
taken together once it is decided whose the documents are (`belonging`).
"""

from __future__ import annotations

from collections.abc import Sequence

from neo4j import ManagedTransaction

from ..graph.hours.one_meeting import joined, parted
from ..graph.rows import Rows
from .same_hour import current_versions, replace_meetings, rows_of
from .write import run

_OF_DOCUMENTS = (
    "UNWIND $keys AS key MATCH (:Document {key: key})-[:HAS_VERSION]->(:Version)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-"
    "(:MeetingRecord|Superseded)-[:AT]->(m:Meeting) WHERE m.hour IS NOT NULL "
    "RETURN DISTINCT m.hour AS hour ORDER BY hour"
)


def hours_of_documents(tx: ManagedTransaction, keys: Sequence[str]) -> list[str]:
    """The hours (body, day, start and kind, whosever) of the meetings that any version of these documents tells of."""
    return [row["hour"] for row in run(tx, _OF_DOCUMENTS, keys=sorted(keys))]


def hours_in(rows: Rows) -> list[str]:
    """The hours of the meetings of a document that is to be written."""
    return sorted({m["hour"] for m in rows.nodes.get("Meeting", {}).values() if m.get("hour")})


def part(tx: ManagedTransaction, hours: Sequence[str], decided_after: bool = False) -> None:
    """Parts the meetings of these hours that were taken together.

    Their documents are marked, so that it is decided anew, unless whoever asks takes them together again
    (`decided_after`).
    """
    found = run(
        tx,
        "UNWIND $hours AS hour MATCH (m:Meeting {hour: hour})<-[:AT]-(:MeetingRecord|Superseded)-[e:EVIDENCED_BY]->() "
        "WHERE e.apart IS NOT NULL RETURN DISTINCT m.id AS id ORDER BY id",
        hours=sorted(set(hours)),
    )
    if not found:
        return
    meetings = [row["id"] for row in found]
    rows = rows_of(tx, meetings)
    apart = parted(rows, current_versions(tx, rows))
    replace_meetings(tx, meetings, rows, apart)
    _mark(tx, sorted(apart.nodes["Meeting"]))
    if not decided_after:
        run(
            tx,
            "UNWIND $ids AS id MATCH (:Meeting {id: id})<-[:AT]-(:MeetingRecord|Superseded)-[:EVIDENCED_BY]->(:Passage)"
            "-[:IN]->(:Version)<-[:HAS_VERSION]-(d:Document) WITH DISTINCT d "
            "SET d.unsettled = true MERGE (:Unsettled {folder: d.folder})",
            ids=sorted(apart.nodes["Meeting"]),
        )


def join(tx: ManagedTransaction, hours: Sequence[str]) -> None:
    """Takes the meetings of these hours together that are one, source by source."""
    found = run(
        tx,
        "UNWIND $hours AS hour MATCH (m:Meeting {hour: hour}) WHERE m.beside IS NULL "
        "WITH hour, m.scope AS scope, collect(m.id) AS ids WHERE size(ids) > 1 RETURN ids ORDER BY hour, scope",
        hours=sorted(set(hours)),
    )
    for row in found:
        rows = rows_of(tx, row["ids"])
        together = joined(rows, current_versions(tx, rows))
        if together is not rows:
            replace_meetings(tx, row["ids"], rows, together)
            _mark(tx, sorted(together.nodes["Meeting"]))


def _mark(tx: ManagedTransaction, meetings: Sequence[str]) -> None:
    """Marks the sources of meetings as to be rebuilt whole: meetings are gone from them, or new."""
    run(
        tx,
        "UNWIND $ids AS id MATCH (m:Meeting {id: id}) WITH DISTINCT m.scope AS scope "
        "MERGE (p:Pending {scope: scope}) SET p.whole = true",
        ids=meetings,
    )
