"""Which facts stand: those that a current version of a document states; the others step back and are kept."""

from __future__ import annotations

from collections.abc import Sequence

from neo4j import ManagedTransaction

from ..graph.rows import Rows
from ..graph.schema import FACT_LABELS
from .write import run

FIRST = (
    "MATCH (f)-[:EVIDENCED_BY {part: 'statement'}]->(p:Passage)-[:IN]->(:Version {superseded: false}) "
    "WITH f, min(p.char_start) AS first WHERE f.order <> first SET f.order = first"
)
"""Where a fact stands in its meeting: the first of the places that say it now."""


def rescue(tx: ManagedTransaction, rows: Rows) -> None:
    """A fact that an older version stated and this one states again is current again."""
    ids = sorted(i for label in FACT_LABELS for i in rows.nodes.get(label, {}))
    found = run(
        tx,
        "UNWIND $ids AS id MATCH (f:Superseded {id: id}) WITH f ORDER BY f.id "
        "RETURN f.superseded_kind AS label, collect(f.id) AS ids ORDER BY label",
        ids=ids,
    )
    for row in found:
        run(
            tx,
            "UNWIND $ids AS id MATCH (f:Superseded {id: id}) "
            f"REMOVE f:Superseded SET f:Fact:{_label(row['label'])} REMOVE f.superseded_kind",
            ids=row["ids"],
        )


def retire(tx: ManagedTransaction, version: str) -> None:
    """Facts that no current version states step back: they lose their labels and are kept as `Superseded`."""
    found = run(
        tx,
        "MATCH (v:Version {id: $version, superseded: true})<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(f:Fact) "
        "WHERE NOT EXISTS { (f)-[:EVIDENCED_BY]->()-[:IN]->(:Version {superseded: false}) } "
        "WITH DISTINCT f ORDER BY f.id "
        "RETURN head([l IN labels(f) WHERE l <> 'Fact']) AS label, collect(f.id) AS ids ORDER BY label",
        version=version,
    )
    for row in found:
        label = _label(row["label"])
        run(
            tx,
            f"UNWIND $ids AS id MATCH (f:{label} {{id: id}}) "
            f"REMOVE f:Fact:{label} SET f:Superseded, f.superseded_kind = '{label}'",
            ids=row["ids"],
        )


def order_by_versions(tx: ManagedTransaction, versions: Sequence[str]) -> None:
    """Says of the facts of these versions where they stand in their meetings."""
    run(
        tx,
        "UNWIND $versions AS id MATCH (:Version {id: id})<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(f:Fact) "
        "WITH DISTINCT f " + FIRST,
        versions=versions,
    )


def _label(name: str) -> str:
    """A label that the store gave back, only if it is one of the schema's: it becomes part of a statement."""
    return FACT_LABELS[FACT_LABELS.index(name)]
