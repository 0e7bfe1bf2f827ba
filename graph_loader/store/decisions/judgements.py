"""The decisions of humans about names in the graph: what a file says, kept as nodes, so that every rebuild obeys them.

The file is what counts; the graph holds a copy of the decisions that stand. Where that copy changes, the scopes whose
names a decision rests on are marked in the same transaction, so that a kill at any moment loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from neo4j import ManagedTransaction

from ...decisions import Anchor, Judgement
from ...graph.rows import Properties
from ...identity.judgements import connected
from ..connect import Store
from ..form import lock
from ..write import Ask, ensure_schema, run, write_nodes
from .marks import MARK

_SIDES = ("one", "other")
_READ = "MATCH (d:Decision) RETURN d {.*} AS decision ORDER BY d.when, d.id"


def judgements_in(ask: Ask) -> tuple[Judgement, ...]:
    """The decisions that a graph holds, from the oldest to the newest; `ask` runs a statement and reads its rows."""
    return tuple(_judgement(row["decision"]) for row in ask(_READ))


def kept_judgements(store: Store) -> tuple[Judgement, ...]:
    """The decisions that a store holds, from the oldest to the newest."""
    return judgements_in(store.read)


def keep_judgements(store: Store, judgements: Sequence[Judgement]) -> bool:
    """Makes a store hold these decisions and no others, and marks what they touch; tells whether anything changed."""
    ensure_schema(store)
    wanted = {j.id: j for j in judgements}

    def work(tx: ManagedTransaction) -> bool:
        lock(tx)
        known = {j.id: j for j in judgements_in(partial(run, tx))}
        gone = [j for key, j in known.items() if key not in wanted]
        fresh = [j for key, j in wanted.items() if known.get(key) != j]
        if not gone and not fresh:
            return False
        run(tx, "UNWIND $ids AS id MATCH (d:Decision {id: id}) DETACH DELETE d", ids=sorted(j.id for j in gone))
        write_nodes(tx, "Decision", {j.id: _properties(j) for j in fresh})
        changed = {*_mentions(gone), *_mentions(fresh), *_mentions(known[j.id] for j in fresh if j.id in known)}
        run(
            tx,
            "UNWIND $ids AS id MATCH (:Mention {id: id})<--(f:Fact)-[:AT|MADE_AT]->(m:Meeting) " + MARK,
            ids=sorted(connected(changed, (*known.values(), *wanted.values()))),
        )
        # Whoever is nobody, or somebody again, is so wherever the name is written.
        of_nobody = [j for j in (*gone, *fresh) if j.verdict == "nobody"]
        run(
            tx,
            "UNWIND $ids AS id MATCH (m:Mention {id: id}) WITH DISTINCT m.scope AS scope "
            "MERGE (p:Pending {scope: scope}) SET p.whole = true",
            ids=sorted(_mentions(of_nobody)),
        )
        return True

    return store.write(work)


def _mentions(judgements: Iterable[Judgement]) -> set[str]:
    return {a.mention for j in judgements for a in (*j.one, *j.other)}


def _properties(judgement: Judgement) -> Properties:
    found: Properties = {name: getattr(judgement, name) for name in ("id", "verdict", "who", "when", "why")}
    for side in _SIDES:
        anchors: tuple[Anchor, ...] = getattr(judgement, side)
        found[side] = [a.mention for a in anchors]
        found[f"{side}_texts"] = [a.text for a in anchors]
        found[f"{side}_documents"] = [a.document for a in anchors]
        found[f"{side}_lines"] = [a.line for a in anchors]
    return found


def _judgement(row: Properties) -> Judgement:
    one, other = (_anchors(row, side) for side in _SIDES)
    return Judgement(row["id"], row["verdict"], one, other, row["who"], row["when"], row["why"])


def _anchors(row: Properties, side: str) -> tuple[Anchor, ...]:
    columns = (row[side], row[f"{side}_texts"], row[f"{side}_documents"], row[f"{side}_lines"])
    return tuple(Anchor(*parts) for parts in zip(*columns, strict=True))
