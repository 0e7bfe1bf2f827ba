"""The derived layer of one scope, rebuilt in one transaction: read facts, decide, write only what differs.

A loader marks the scopes that it touched as `Pending` in its own transaction. Here the mark goes in the same
transaction that writes what follows from it, so that a kill at any moment loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from neo4j import ManagedTransaction

from ...decisions import Judgement
from ...graph.fact_rows import Council, FactRow
from ...graph.rows import Rows
from ..connect import Store
from ..decisions.corrections import put_corrections
from ..decisions.judgements import judgements_in
from ..decisions.nobodies import without_nobodies
from ..form import lock
from ..standing_facts import facts_of
from ..write import Ask, run
from .write_difference import write_difference

Derive = Callable[[str, list[FactRow], Council | None, tuple[Judgement, ...]], Rows]
"""From a scope, its facts, its council and the decisions of humans to all derived rows."""


def pending(store: Store) -> list[str]:
    """The scopes that a document touched and that have not been rebuilt."""
    return [row["scope"] for row in store.read("MATCH (p:Pending) RETURN p.scope AS scope ORDER BY scope")]


def scopes(store: Store) -> list[str]:
    """All scopes that documents belong to."""
    return [row["scope"] for row in store.read("MATCH (d:Document) RETURN DISTINCT d.scope AS scope ORDER BY scope")]


def rebuild(store: Store, scope: str, derive: Derive) -> None:
    """Rebuilds what was touched of one scope in one transaction and takes its mark away."""

    def work(tx: ManagedTransaction) -> None:
        lock(tx)
        ask = partial(run, tx)
        touched = _touched(tx, scope)
        put_corrections(tx, scope, touched)
        council, judgements = council_of_scope(ask, scope), judgements_in(ask)
        if touched is None or not _in_part(tx, scope, touched, council, judgements):
            facts = without_nobodies(ask, scope, facts_of(ask, scope))
            write_difference(tx, scope, derive(scope, facts, council, judgements))
        run(tx, "MATCH (p:Pending {scope: $scope}) DELETE p", scope=scope)

    store.write(work)


def _in_part(
    tx: ManagedTransaction,
    scope: str,
    touched: list[str],
    council: Council | None,
    judgements: tuple[Judgement, ...],
) -> bool:
    from .part import rebuild_part  # only now: an answer need not wait for the code that tells who is who

    return rebuild_part(tx, scope, touched, council, judgements)


def _touched(tx: ManagedTransaction, scope: str) -> list[str] | None:
    """The meetings that were touched, with those beside them in the same hour and those that are no longer there.

    None where all is to be rebuilt.
    """
    found = run(tx, "MATCH (p:Pending {scope: $scope}) RETURN p.meetings AS meetings, p.whole AS whole", scope=scope)
    if not found or found[0]["whole"] or found[0]["meetings"] is None:
        return None
    ids = sorted(set(found[0]["meetings"]))
    beside = run(tx, "UNWIND $ids AS id MATCH (m:Meeting {beside: id}) RETURN DISTINCT m.id AS id", ids=ids)
    gone = run(
        tx,
        "MATCH (s:Sighting {scope: $scope}) WHERE NOT EXISTS { MATCH (:Meeting {id: s.meeting}) } "
        "RETURN s.meeting AS id",
        scope=scope,
    )
    return sorted({*ids, *(row["id"] for row in (*beside, *gone))})


def council_of_scope(ask: Ask, scope: str) -> Council | None:
    """The council of a scope: as stated before as named, as most documents have it, then the first by name.

    Its other names are those by which documents of the scope call it.
    """
    found = ask(
        "MATCH (d:Document {scope: $scope}) WHERE d.council IS NOT NULL "
        "RETURN d.council AS name, d.council_basis AS basis, collect(DISTINCT d.names) AS names, count(*) AS documents "
        "ORDER BY CASE basis WHEN 'stated' THEN 0 WHEN 'text' THEN 1 ELSE 2 END, documents DESC, name",
        scope=scope,
    )
    if not found:
        return None
    from ...whose.names import scope_of  # not needed for an answer

    called = {name for row in found for name in row["names"] if row["basis"] == "text" or scope_of(name) == scope}
    names = {row["name"] for row in found} | called
    return Council(found[0]["name"], found[0]["basis"], tuple(sorted(names)))
