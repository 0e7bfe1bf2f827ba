"""One document into the store, wholly or not at all: its version, its facts, and the mark of what it touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from neo4j import ManagedTransaction

from ..graph.rows import Rows
from ..graph.schema import FACT_LABELS
from .connect import Store
from .same_hour import gather, hours_of, settle
from .standing import FIRST, order_by_version, rescue, retire
from .write import run, write_rows

State = Literal["inserted", "updated", "unchanged"]


@dataclass(frozen=True)
class DocumentVersion:
    """A document as it is now. `digest` is the hash of its parsed minutes and its scope."""

    key: str
    name: str
    uri: str | None
    council: str | None
    council_basis: str | None
    profile: str | None
    scope: str
    version: str
    media_type: str
    published: str | None
    digest: str


class OtherMeetingError(Exception):
    """A file of this key is in the store, and holds the minutes of other meetings."""

    def __init__(self, meetings: list[str]):
        super().__init__(", ".join(meetings))
        self.meetings = meetings


def write_version(tx: ManagedTransaction, document: DocumentVersion, rows: Rows, loaded: str, replace: bool) -> State:
    """Writes one document in one transaction and marks its scopes as pending.

    `loaded` is the moment to note on a version that is new; `replace` lets other meetings take the key's place.
    Raises `OtherMeetingError` before anything is written.
    """
    lock(tx)
    before = _current(tx, document.key)
    if before and _same(before, document):
        return "unchanged"
    if before and before["version"] != document.version and not replace:
        _check_meeting(tx, before["version"], rows)
    hours = sorted({*rows.nodes.get("Meeting", {}), *hours_of(tx, document.key, document.version)})
    gather(tx, hours)
    read_before = run(tx, "MATCH (v:Version {id: $version}) RETURN v.digest AS digest", version=document.version)
    _write_sources(tx, document, loaded)
    rescue(tx, rows)
    if read_before and read_before[0]["digest"] != document.digest:
        _forget_readings(
            tx, document.version, keep=sorted(i for label in FACT_LABELS for i in rows.nodes.get(label, {}))
        )
    write_rows(tx, rows)
    if before and before["version"] != document.version:
        _supersede(tx, document.key, before["version"])
        retire(tx, before["version"])
    order_by_version(tx, document.version)
    settle(tx, hours)
    scopes = {document.scope} | ({before["scope"]} if before else set())
    reread = bool(read_before) and read_before[0]["digest"] != document.digest
    run(
        tx,
        "UNWIND $scopes AS scope MERGE (p:Pending {scope: scope}) "
        "SET p.meetings = coalesce(p.meetings, []) + $meetings, p.whole = CASE WHEN $whole THEN true ELSE p.whole END",
        scopes=sorted(scopes),
        meetings=hours,
        whole=reread or len(scopes) > 1,
    )
    return "updated" if before else "inserted"


def documents_in(store: Store) -> dict[str, str]:
    """The documents of a store: the name of each by its key."""
    return {
        r["key"]: r["name"] for r in store.read("MATCH (d:Document) RETURN d.key AS key, d.name AS name ORDER BY key")
    }


def remove_document(tx: ManagedTransaction, key: str) -> bool:
    """Takes a document out in one transaction, with all its versions and what only they said; marks its scope.

    What other documents say too stays, with their evidence. Tells whether there was such a document.
    """
    lock(tx)
    found = run(
        tx,
        "MATCH (d:Document {key: $key})-[:HAS_VERSION]->(v:Version) "
        "RETURN v.id AS version, d.scope AS scope, EXISTS { (v)<-[:HAS_VERSION]-(o:Document) WHERE o <> d } AS shared "
        "ORDER BY version",
        key=key,
    )
    if not found:
        return False
    hours = hours_of(tx, key)
    gather(tx, hours)
    run(tx, "MATCH (d:Document {key: $key}) DETACH DELETE d", key=key)
    for row in found:
        version = row["version"]
        if row["shared"]:
            run(
                tx,
                "MATCH (v:Version {id: $version}) "
                "SET v.superseded = NOT EXISTS { (v)<-[:HAS_VERSION {current: true}]-() }",
                version=version,
            )
            retire(tx, version)
            continue
        left = run(
            tx,
            "MATCH (:Version {id: $version})<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(f) "
            "WHERE EXISTS { (f)-[:EVIDENCED_BY]->()-[:IN]->(o:Version) WHERE o.id <> $version } "
            "RETURN collect(DISTINCT f.id) AS ids",
            version=version,
        )
        _forget_readings(tx, version, keep=[])
        run(tx, "MATCH (v:Version {id: $version}) DETACH DELETE v", version=version)
        run(tx, "UNWIND $ids AS id MATCH (f:Fact {id: id}) " + FIRST, ids=left[0]["ids"])
    settle(tx, hours)
    run(tx, "MERGE (p:Pending {scope: $scope}) SET p.whole = true", scope=found[0]["scope"])
    return True


def lock(tx: ManagedTransaction) -> None:
    """Waits until no other loader writes, and keeps others waiting until this transaction ends."""
    run(tx, "MERGE (l:Lock {id: 'writer'}) SET l.taken = datetime()")


def _current(tx: ManagedTransaction, key: str) -> dict[str, str] | None:
    found = run(
        tx,
        "MATCH (d:Document {key: $key})-[:HAS_VERSION {current: true}]->(v:Version) "
        "RETURN v.id AS version, v.digest AS digest, d.scope AS scope, d.name AS name, d.uri AS uri, "
        "d.council AS council, d.council_basis AS council_basis, d.profile AS profile, v.published AS published",
        key=key,
    )
    return found[0] if found else None


def _same(before: dict[str, str], document: DocumentVersion) -> bool:
    return all(
        before[name] == getattr(document, name)
        for name in ("version", "digest", "scope", "name", "uri", "council", "council_basis", "profile", "published")
    )


def _check_meeting(tx: ManagedTransaction, version: str, rows: Rows) -> None:
    known = run(
        tx,
        "MATCH (v:Version {id: $version})<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(r:MeetingRecord) "
        "RETURN DISTINCT r.date AS date, r.body_name AS body ORDER BY date, body",
        version=version,
    )
    dates = {(row.get("date"), row.get("body_name")) for row in rows.nodes.get("MeetingRecord", {}).values()}
    if known and not any(row["date"] == date or row["body"] == body for row in known for date, body in dates):
        raise OtherMeetingError([f"{row['body']}, {row['date']}" for row in known])


def _write_sources(tx: ManagedTransaction, document: DocumentVersion, loaded: str) -> None:
    run(
        tx,
        "MERGE (d:Document {key: $key}) SET d.name = $name, d.uri = $uri, d.council = $council, "
        "d.council_basis = $council_basis, d.profile = $profile, d.scope = $scope "
        "MERGE (v:Version {id: $version}) ON CREATE SET v.loaded = $loaded "
        "SET v.media_type = $media_type, v.published = $published, v.digest = $digest, v.superseded = false "
        "MERGE (d)-[h:HAS_VERSION]->(v) SET h.current = true",
        key=document.key,
        name=document.name,
        uri=document.uri,
        council=document.council,
        council_basis=document.council_basis,
        profile=document.profile,
        scope=document.scope,
        version=document.version,
        loaded=loaded,
        media_type=document.media_type,
        published=document.published,
        digest=document.digest,
    )


def _supersede(tx: ManagedTransaction, key: str, version: str) -> None:
    run(
        tx,
        "MATCH (:Document {key: $key})-[h:HAS_VERSION]->(v:Version {id: $version}) SET h.current = false "
        "WITH v SET v.superseded = NOT EXISTS { (v)<-[:HAS_VERSION {current: true}]-() }",
        key=key,
        version=version,
    )


def _forget_readings(tx: ManagedTransaction, version: str, keep: Sequence[str]) -> None:
    """What only this version said goes, but for the facts to keep: it is read differently now, or removed."""
    run(
        tx,
        "MATCH (v:Version {id: $version})<-[:IN]-(p:Passage)<-[e:EVIDENCED_BY]-(f) WHERE NOT f.id IN $keep DELETE e "
        "WITH DISTINCT f WHERE NOT EXISTS { (f)-[:EVIDENCED_BY]->() } "
        "OPTIONAL MATCH (f)-->(m:Mention) DETACH DELETE f, m",
        version=version,
        keep=keep,
    )
    run(
        tx,
        "MATCH (v:Version {id: $version})<-[:IN]-(p:Passage) "
        "WHERE NOT EXISTS { (p)<-[:EVIDENCED_BY]-() } DETACH DELETE p",
        version=version,
    )
    run(tx, "MATCH (m:Meeting) WHERE NOT EXISTS { (m)<-[:AT|MADE_AT]-() } DETACH DELETE m")
