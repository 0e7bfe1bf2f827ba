"""Whose minutes documents are by the word of a reviewer, as nodes of the graph: of documents loaded later too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from neo4j import ManagedTransaction

from ...decisions import StatedCouncil
from ..connect import Store
from ..form import lock
from ..versions import mark_unsettled
from ..write import Ask, ensure_schema, run, write_nodes

_READ = "MATCH (s:StatedCouncil) RETURN s {.*} AS stated ORDER BY s.when, s.id"


def councils_in(ask: Ask) -> tuple[StatedCouncil, ...]:
    """What a graph holds of whose minutes documents are by the word of reviewers, from the oldest to the newest."""
    rows = (row["stated"] for row in ask(_READ))
    return tuple(StatedCouncil(**(row | {"documents": tuple(row["documents"])})) for row in rows)


def kept_councils(store: Store) -> tuple[StatedCouncil, ...]:
    """The same of a store."""
    return councils_in(store.read)


def stated_by_reviewers(ask: Ask) -> dict[str, str]:
    """The council of every document for which a reviewer states it; of two words the newer counts."""
    return {key: stated.council for stated in councils_in(ask) for key in stated.documents}


def keep_councils(store: Store, councils: Sequence[StatedCouncil]) -> bool:
    """Makes a store hold these words and no others, and marks the folders touched; tells whether anything changed."""
    ensure_schema(store)
    wanted = {s.id: s for s in councils}

    def work(tx: ManagedTransaction) -> bool:
        lock(tx)
        known = {s.id: s for s in councils_in(partial(run, tx))}
        if known == wanted:
            return False
        before = stated_by_reviewers(partial(run, tx))
        run(tx, "UNWIND $ids AS id MATCH (s:StatedCouncil {id: id}) DELETE s", ids=sorted(known.keys() - wanted))
        write_nodes(tx, "StatedCouncil", {s.id: vars(s) | {"documents": list(s.documents)} for s in wanted.values()})
        after = stated_by_reviewers(partial(run, tx))
        found = run(
            tx,
            "UNWIND $keys AS key MATCH (d:Document {key: key}) RETURN d.key AS key, d.folder AS folder",
            keys=sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key)),
        )
        mark_unsettled(tx, [row["folder"] for row in found], [row["key"] for row in found])
        return True

    return store.write(work)
