"""Which documents of the store are one source, decided folder by folder before what follows from them is rebuilt.

A document's facts keep their ids; what changes is their scope. It follows from all documents of a folder and from what
reviewers state of them (`decisions.councils`), so that no order of loading matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from ..whose.folders import Belonging, Claim, decide
from .connect import Store
from .decisions.councils import stated_by_reviewers
from .form import lock
from .one_meeting import hours_of_documents, join, part
from .write import run

_PER_BATCH = 200
"""Documents whose meetings are looked at together."""


def settle_folder(store: Store, folder: str) -> None:
    """Decides whose the documents of a folder are, in one transaction, and marks the sources that this touches."""
    store.write(partial(_settle, folder=folder))


def _settle(tx: ManagedTransaction, folder: str) -> None:
    lock(tx)
    by_reviewers = stated_by_reviewers(partial(run, tx))
    rows = run(
        tx,
        "MATCH (d:Document {folder: $folder})-[:HAS_VERSION {current: true}]->(v:Version) "
        "RETURN d {.key, .scope, .council, .council_basis, .names, .unsettled} AS document, "
        "d.stated AS stated, v.id AS version ORDER BY d.key",
        folder=folder,
    )
    rows = [row | {"stated": by_reviewers.get(row["document"]["key"], row["stated"])} for row in rows]
    clues = _clues(tx, rows)
    decided = decide(folder, [_claim(row, clues) for row in rows])
    changed = {row["document"]["key"]: decided[row["document"]["key"]] for row in rows if _differs(row, decided)}
    fresh = [row["document"]["key"] for row in rows if row["document"]["unsettled"]]
    run(
        tx,
        "UNWIND $rows AS row MATCH (d:Document {key: row.key}) "
        "MERGE (now:Pending {scope: row.scope}) MERGE (before:Pending {scope: d.scope}) "
        "SET before.whole = CASE WHEN d.scope <> row.scope THEN true ELSE before.whole END "
        "SET now.meetings = coalesce(now.meetings, []) "
        "SET d.scope = row.scope, d.council = row.council, d.council_basis = row.basis",
        rows=[{"key": key, "scope": b.scope, "council": b.council, "basis": b.basis} for key, b in changed.items()],
    )
    concerned = sorted({*changed, *fresh})
    hours: set[str] = set()
    for first in range(0, len(concerned), _PER_BATCH):
        batch = concerned[first : first + _PER_BATCH]
        here = hours_of_documents(tx, batch)
        part(tx, here, decided_after=True)
        _put_facts(tx, batch)
        hours |= {*here}
    join(tx, sorted(hours))
    run(tx, "UNWIND $keys AS key MATCH (d:Document {key: key}) REMOVE d.unsettled", keys=fresh)
    run(tx, "MATCH (u:Unsettled {folder: $folder}) DELETE u", folder=folder)


def _clues(tx: ManagedTransaction, rows: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """What documents that name no council say of places, where others of the folder name one: else it tells nothing."""
    silent = [row["document"]["key"] for row in rows if not row["stated"] and not row["document"]["names"]]
    if len(silent) == len(rows):
        return {}
    found = run(
        tx,
        "UNWIND $keys AS key MATCH (d:Document {key: key}) RETURN key, d.words AS words, d.sites AS sites",
        keys=silent,
    )
    return {row["key"]: row for row in found}


def _claim(row: Mapping[str, Any], clues: Mapping[str, Mapping[str, Any]]) -> Claim:
    d = row["document"]
    told = clues.get(d["key"], {})
    words, sites = tuple(told.get("words") or ()), tuple(told.get("sites") or ())
    return Claim(d["key"], row["version"], row["stated"], d["names"], words, sites)


def _differs(row: Mapping[str, Any], decided: Mapping[str, Belonging]) -> bool:
    d = row["document"]
    return Belonging(d["scope"], d["council"], d["council_basis"]) != decided[d["key"]]


def _put_facts(tx: ManagedTransaction, keys: Sequence[str]) -> None:
    """Puts the meetings of documents, and all that is said of them, into the source of the documents.

    Where documents of several sources tell of one meeting, it belongs to the first of these that is more than a single
    document.
    """
    found = run(
        tx,
        "UNWIND $keys AS key MATCH (d:Document {key: key})-[:HAS_VERSION]->(:Version)<-[:IN]-(:Passage)"
        "<-[:EVIDENCED_BY]-(:MeetingRecord|Superseded)-[:AT]->(m:Meeting) WHERE m.own = d.own "
        "WITH DISTINCT m MATCH (m)<-[:AT]-(:MeetingRecord|Superseded)-[:EVIDENCED_BY]->(:Passage)-[:IN]->(:Version)"
        "<-[h:HAS_VERSION]-(o:Document {own: m.own}) "
        "RETURN m.id AS meeting, collect(DISTINCT [o.scope, h.current]) AS scopes ORDER BY meeting",
        keys=keys,
    )
    by_scope: dict[str, list[str]] = defaultdict(list)
    for row in found:
        by_scope[_first(row["scopes"])].append(row["meeting"])
    for scope, meetings in sorted(by_scope.items()):
        run(
            tx,
            "UNWIND $meetings AS id MATCH (m:Meeting {id: id})<-[:AT|MADE_AT]-(f) "
            "WHERE f.scope <> $scope OR m.scope <> $scope "
            "WITH m, f, [f.scope, m.scope] AS before CALL (f) { MATCH (f)-->(n:Mention) SET n.scope = $scope } "
            "SET f.scope = $scope, m.scope = $scope "
            "WITH DISTINCT before UNWIND before AS left WITH DISTINCT left WHERE left <> $scope "
            "MERGE (p:Pending {scope: left}) SET p.whole = true",
            meetings=meetings,
            scope=scope,
        )
        run(
            tx,
            "MERGE (p:Pending {scope: $scope}) SET p.meetings = coalesce(p.meetings, []) + $meetings",
            scope=scope,
            meetings=meetings,
        )


def _first(scopes: Iterable[Sequence[Any]]) -> str:
    """Of the sources of documents that tell of one meeting the one that it belongs to; current versions count first."""
    return str(min(scopes, key=lambda s: (not s[1], s[0].startswith("document:"), s[0]))[0])


@dataclass(frozen=True)
class Placed:
    """Whose a document is in the store: its folder, its source, and the council, with how that is known."""

    key: str
    name: str
    folder: str
    scope: str
    council: str | None
    basis: str | None


def placed_in(store: Store, keys: Sequence[str] | None = None) -> list[Placed]:
    """These documents of a store, or all, with whose they are, by folder, source and key."""
    which = "MATCH (d:Document)" if keys is None else "UNWIND $keys AS one MATCH (d:Document {key: one})"
    rows = store.read(
        f"{which} RETURN d.key AS key, d.name AS name, d.folder AS folder, d.scope AS scope, "
        "d.council AS council, d.council_basis AS basis ORDER BY folder, scope, key",
        keys=sorted(keys or ()),
    )
    return [Placed(**row) for row in rows]
