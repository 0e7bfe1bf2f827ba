"""Documents into the store, each wholly or not at all: versions, facts, and the mark of what they touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from neo4j import ManagedTransaction

from ..graph.rows import Rows
from ..graph.schema import FACT_LABELS
from .connect import Store
from .form import lock
from .one_meeting import hours_in, hours_of_documents, part
from .same_hour import gather, hours_of, settle
from .standing import FIRST, order_by_versions, rescue, retire
from .write import run, write_rows

State = Literal["inserted", "updated", "unchanged"]


@dataclass(frozen=True)
class DocumentVersion:
    """A document as it is now, and what it says of whose minutes it holds (see `whose`).

    `own` is what its facts' ids are made with; `digest` is the hash of its parsed minutes and of `own`.
    """

    key: str
    name: str
    uri: str | None
    folder: str
    own: str
    stated: str | None
    names: str | None
    words: tuple[str, ...]
    sites: tuple[str, ...]
    profile: str | None
    version: str
    media_type: str
    published: str | None
    digest: str


class OtherMeetingError(Exception):
    """A file of this key is in the store, and holds the minutes of other meetings."""

    def __init__(self, meetings: list[str]):
        super().__init__(", ".join(meetings))
        self.meetings = meetings


@dataclass(frozen=True)
class Writing:
    """A document on its way into the store: `rows` have `own` as their scope until it is decided whose it is.

    `loaded` is the moment to note on a version that is new; `replace` lets other meetings take the key's place.
    """

    document: DocumentVersion
    rows: Rows
    loaded: str
    replace: bool = False


def write_versions(tx: ManagedTransaction, batch: Sequence[Writing]) -> list[State | OtherMeetingError]:
    """Writes documents in one transaction and marks their folders, in which it is to be decided whose they are.

    Gives what became of each, in order; of one whose key has the minutes of other meetings nothing is written.
    """
    lock(tx)
    before = _known(tx, [w.document.key for w in batch])
    read_before = _known_versions(tx, [w.document.version for w in batch])
    fresh: dict[str, Writing] = {}
    for writing in batch:
        key, version = writing.document.key, writing.document.version
        if key not in before and key not in fresh and version not in read_before:
            fresh[key] = writing
            read_before.add(version)
    _write_fresh(tx, list(fresh.values()))
    found: list[State | OtherMeetingError] = []
    for writing in batch:
        try:
            is_fresh = fresh.get(writing.document.key) is writing
            found.append("inserted" if is_fresh else _write_again(tx, writing))
        except OtherMeetingError as error:  # raised before anything is written
            found.append(error)
    return found


def _write_fresh(tx: ManagedTransaction, batch: Sequence[Writing]) -> None:
    """Documents of which the store knows neither key nor bytes: together, in as many statements as one takes."""
    if not batch:
        return
    rows = Rows()
    meetings: dict[str, set[str]] = {}
    for writing in batch:
        rows.take(writing.rows)
        meetings.setdefault(writing.document.own, set()).update(writing.rows.nodes.get("Meeting", {}))
    hours = sorted(set().union(*meetings.values()))
    part(tx, hours_in(rows))
    gather(tx, hours)
    _write_sources(tx, batch)
    rescue(tx, rows)
    write_rows(tx, rows)
    order_by_versions(tx, [w.document.version for w in batch])
    settle(tx, hours)
    _mark_pending(tx, {own: sorted(ids) for own, ids in meetings.items()}, whole=False)
    mark_unsettled(tx, [w.document.folder for w in batch], [w.document.key for w in batch], hours)


def _write_again(tx: ManagedTransaction, writing: Writing) -> State:
    """A document of which the store has the key, or the bytes under another one.

    Raises `OtherMeetingError` before anything is written.
    """
    document, rows = writing.document, writing.rows
    before = _known(tx, [document.key]).get(document.key)
    if before and _same(before, document):
        return "unchanged"
    if before and before["version"] != document.version and not writing.replace:
        _check_meeting(tx, before["version"], rows)
    part(tx, [*hours_in(rows), *hours_of_documents(tx, [document.key])])
    hours = sorted({*rows.nodes.get("Meeting", {}), *hours_of(tx, document.key, document.version)})
    gather(tx, hours)
    read_before = bool(_known_versions(tx, [document.version]))
    _write_sources(tx, [writing])
    rescue(tx, rows)
    if read_before:
        keep = sorted(i for label in FACT_LABELS for i in rows.nodes.get(label, {}))
        _forget_readings(tx, document.version, _only_of(tx, document, before), keep)
    write_rows(tx, rows)
    if before and before["version"] != document.version:
        _supersede(tx, document.key, before["version"])
        retire(tx, before["version"])
    order_by_versions(tx, [document.version])
    settle(tx, hours)
    scopes = {document.own} | ({before["scope"]} if before else set())
    _mark_pending(tx, dict.fromkeys(scopes, hours), whole=read_before or len(scopes) > 1)
    mark_unsettled(tx, [document.folder, *([before["folder"]] if before else [])], [document.key], hours)
    return "updated" if before else "inserted"


def _mark_pending(tx: ManagedTransaction, meetings: Mapping[str, Sequence[str]], whole: bool) -> None:
    """Marks scopes with the meetings that were touched of them, or all of each as to be rebuilt."""
    run(
        tx,
        "UNWIND $rows AS row MERGE (p:Pending {scope: row.scope}) SET p.meetings = coalesce(p.meetings, []) + "
        "row.meetings, p.whole = CASE WHEN $whole THEN true ELSE p.whole END",
        rows=[{"scope": scope, "meetings": list(ids)} for scope, ids in sorted(meetings.items())],
        whole=whole,
    )


def documents_in(store: Store) -> dict[str, str]:
    """The documents of a store: the name of each by its key."""
    return {
        r["key"]: r["name"] for r in store.read("MATCH (d:Document) RETURN d.key AS key, d.name AS name ORDER BY key")
    }


def unsettled(store: Store) -> list[str]:
    """The folders in which it is to be decided whose the documents are."""
    return [row["folder"] for row in store.read("MATCH (u:Unsettled) RETURN u.folder AS folder ORDER BY folder")]


def remove_document(tx: ManagedTransaction, key: str) -> bool:
    """Takes a document out in one transaction, with all its versions and what only they said; marks its scope.

    What other documents say too stays, with their evidence. Tells whether there was such a document.
    """
    lock(tx)
    found = run(
        tx,
        "MATCH (d:Document {key: $key})-[:HAS_VERSION]->(v:Version) "
        "RETURN v.id AS version, d.scope AS scope, d.folder AS folder, d.own AS own, "
        "EXISTS { (v)<-[:HAS_VERSION]-(o:Document) WHERE o <> d } AS shared, "
        "EXISTS { (v)<-[:HAS_VERSION]-(o:Document {own: d.own}) WHERE o <> d } AS shared_own ORDER BY version",
        key=key,
    )
    if not found:
        return False
    part(tx, hours_of_documents(tx, [key]))
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
            if not row["shared_own"]:
                _forget_readings(tx, version, [row["own"]], keep=[])
            retire(tx, version)
            continue
        left = run(
            tx,
            "MATCH (:Version {id: $version})<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(f) "
            "WHERE EXISTS { (f)-[:EVIDENCED_BY]->()-[:IN]->(o:Version) WHERE o.id <> $version } "
            "RETURN collect(DISTINCT f.id) AS ids",
            version=version,
        )
        _forget_readings(tx, version, None, keep=[])
        run(tx, "MATCH (v:Version {id: $version}) DETACH DELETE v", version=version)
        run(tx, "UNWIND $ids AS id MATCH (f:Fact {id: id}) " + FIRST, ids=left[0]["ids"])
    settle(tx, hours)
    run(tx, "MERGE (p:Pending {scope: $scope}) SET p.whole = true", scope=found[0]["scope"])
    mark_unsettled(tx, [found[0]["folder"]], [], hours)
    return True


_DESCRIBED = ("name", "uri", "folder", "own", "stated", "names", "words", "sites", "profile", "digest")
"""What a document's node holds of a `DocumentVersion`."""


def _known(tx: ManagedTransaction, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The documents of the store with these keys, with their current versions."""
    found = run(
        tx,
        "UNWIND $keys AS key MATCH (d:Document {key: key})-[:HAS_VERSION {current: true}]->(v:Version) "
        "RETURN d {.*} AS document, v.id AS version, v.published AS published",
        keys=keys,
    )
    return {row["document"]["key"]: {**row["document"], **row} for row in found}


def _known_versions(tx: ManagedTransaction, versions: Sequence[str]) -> set[str]:
    query = "UNWIND $versions AS version MATCH (v:Version {id: version}) RETURN DISTINCT v.id AS id"
    return {row["id"] for row in run(tx, query, versions=versions)}


def _same(before: dict[str, Any], document: DocumentVersion) -> bool:
    given = {**_described(document), "version": document.version, "published": document.published}
    return all((before.get(name) or None) == (value or None) for name, value in given.items())


def _described(document: DocumentVersion) -> dict[str, Any]:
    values = {name: getattr(document, name) for name in _DESCRIBED}
    return {k: list(v) or None if isinstance(v, tuple) else v for k, v in values.items()}


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


def _write_sources(tx: ManagedTransaction, batch: Sequence[Writing]) -> None:
    run(
        tx,
        "UNWIND $rows AS row MERGE (d:Document {key: row.key}) ON CREATE SET d.scope = row.own SET d += row.described "
        "MERGE (v:Version {id: row.version}) ON CREATE SET v.loaded = row.loaded "
        "SET v.media_type = row.media_type, v.published = row.published, v.superseded = false "
        "MERGE (d)-[h:HAS_VERSION]->(v) SET h.current = true",
        rows=[
            {
                "key": w.document.key,
                "own": w.document.own,
                "described": _described(w.document),
                "version": w.document.version,
                "loaded": w.loaded,
                "media_type": w.document.media_type,
                "published": w.document.published,
            }
            for w in batch
        ],
    )


def mark_unsettled(
    tx: ManagedTransaction, folders: Sequence[str], documents: Sequence[str], hours: Sequence[str] = ()
) -> None:
    """Marks folders in which it is to be decided whose documents are, and the documents whose facts that concerns.

    Those that tell of a meeting of one of the hours are concerned too: they may share facts with one that is written.
    """
    run(tx, "UNWIND $folders AS folder MERGE (:Unsettled {folder: folder})", folders=sorted(set(folders)))
    run(tx, "UNWIND $keys AS key MATCH (d:Document {key: key}) SET d.unsettled = true", keys=sorted(documents))
    for name in ("id", "beside"):
        run(
            tx,
            f"UNWIND $hours AS id MATCH (m:Meeting {{{name}: id}})<-[:AT]-(:MeetingRecord|Superseded)-[:EVIDENCED_BY]->"
            "(:Passage)-[:IN]->(:Version)<-[:HAS_VERSION]-(d:Document) WHERE d.own = m.own WITH DISTINCT d "
            "SET d.unsettled = true MERGE (:Unsettled {folder: d.folder})",
            hours=hours,
        )


def _only_of(tx: ManagedTransaction, document: DocumentVersion, before: Mapping[str, Any] | None) -> list[str]:
    """What the ids of a version's facts were made with that no other document has a part in."""
    owns = {document.own, *([before["own"]] if before else [])}
    others = run(
        tx,
        "MATCH (:Version {id: $version})<-[:HAS_VERSION]-(o:Document) WHERE o.key <> $key RETURN DISTINCT o.own AS own",
        version=document.version,
        key=document.key,
    )
    return sorted(owns - ({row["own"] for row in others} - {document.own}))


def _supersede(tx: ManagedTransaction, key: str, version: str) -> None:
    run(
        tx,
        "MATCH (:Document {key: $key})-[h:HAS_VERSION]->(v:Version {id: $version}) SET h.current = false "
        "WITH v SET v.superseded = NOT EXISTS { (v)<-[:HAS_VERSION {current: true}]-() }",
        key=key,
        version=version,
    )


def _forget_readings(tx: ManagedTransaction, version: str, owns: Sequence[str] | None, keep: Sequence[str]) -> None:
    """What only this version said goes, but for the facts to keep: it is read differently now, or removed.

    `owns` are those whose facts go, or none given: all.
    """
    run(
        tx,
        "MATCH (v:Version {id: $version})<-[:IN]-(p:Passage)<-[e:EVIDENCED_BY]-(f) WHERE NOT f.id IN $keep "
        "AND ($owns IS NULL OR EXISTS { (f)-[:AT|MADE_AT]->(m:Meeting) WHERE m.own IN $owns }) DELETE e "
        "WITH DISTINCT f WHERE NOT EXISTS { (f)-[:EVIDENCED_BY]->() } "
        "OPTIONAL MATCH (f)-->(m:Mention) DETACH DELETE f, m",
        version=version,
        owns=owns,
        keep=keep,
    )
    run(
        tx,
        "MATCH (v:Version {id: $version})<-[:IN]-(p:Passage) "
        "WHERE NOT EXISTS { (p)<-[:EVIDENCED_BY]-() } DETACH DELETE p",
        version=version,
    )
    run(tx, "MATCH (m:Meeting) WHERE NOT EXISTS { (m)<-[:AT|MADE_AT]-() } DETACH DELETE m")
