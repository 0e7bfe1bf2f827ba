"""Meetings that the store knows already under one body, day, hour and kind: is a document's meeting one of these?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction

from ..parsed_minutes import ParsedMinutes
from ..records import MeetingKey, apart_id, meeting_id
from ..same_minutes import Content, of_one_meeting
from .write import run

_KNOWN = (
    "MATCH (m:Meeting) WHERE m.id IN $ids OR m.beside IN $ids "
    "MATCH (m)<-[:AT]-(f:MeetingRecord|Attendance|AgendaItem|Resolution|Motion)-[:EVIDENCED_BY]->(:Passage)-[:IN]->"
    "(v:Version {superseded: false})<-[:HAS_VERSION {current: true}]-(d:Document) "
    "WHERE v.id <> $version AND d.key <> $key "
    "OPTIONAL MATCH (f)-[:PERSON]->(n:Mention) "
    "WITH DISTINCT m, v, d, f, n ORDER BY f.id "
    "RETURN m.id AS meeting, coalesce(m.beside, m.id) AS base, min(d.key) AS document, v.id AS version, "
    "collect(coalesce(f.title, f.text)) AS said, "
    "collect(CASE WHEN f:Attendance THEN [n.text, f.status] END) AS people ORDER BY meeting, version"
)


def meeting_keys(
    tx: ManagedTransaction, meetings: Sequence[ParsedMinutes], scope: str, version: str, key: str
) -> list[MeetingKey]:
    """The key of every meeting of a document, `beside` where another document has other minutes of its hour.

    `version` and `key` are the document's own: what it said before tells nothing.
    """
    ids = [meeting_id(m, scope) for m in meetings]
    known: dict[str, list[dict[str, Any]]] = {}
    for row in run(tx, _KNOWN, ids=ids, version=version, key=key):
        known.setdefault(row["base"], []).append(row)
    return [_key(m, base, known.get(base, ()), version) for m, base in zip(meetings, ids, strict=True)]


def _key(minutes: ParsedMinutes, base: str, known: Sequence[dict[str, Any]], version: str) -> MeetingKey:
    content = Content.of_minutes(minutes)
    for row in known:
        if of_one_meeting(content, Content.of(row["said"], row["people"])):
            return MeetingKey(row["meeting"], base if row["meeting"] != base else None)
    if not known:
        return MeetingKey(base)
    if all(row["meeting"] != base for row in known):
        return MeetingKey(base, others=tuple(dict.fromkeys(row["document"] for row in known)))
    return MeetingKey(apart_id(base, version), base, tuple(dict.fromkeys(row["document"] for row in known)))
