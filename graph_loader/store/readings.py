"""How the documents of a store were read, and the text: a file whose reading would be the same is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from neo4j import ManagedTransaction

from .connect import Store
from .write import run


@dataclass(frozen=True)
class Reading:
    """A reading of a document: the hash of what it depends on, and what a load says of it.

    `named` is the council that the document names, where it is stated to be another's.
    """

    read: str
    meetings: int
    facts: int
    warnings: int
    named: str | None


@dataclass(frozen=True)
class KnownReading:
    """A reading that is in the store: the key and the version of its document."""

    key: str
    version: str
    reading: Reading


def readings_in(store: Store) -> dict[str, KnownReading]:
    """The readings of all documents, by their keys."""
    rows = store.read(
        "MATCH (d:Document)-[:HAS_VERSION {current: true}]->(v:Version) WHERE d.read IS NOT NULL "
        "RETURN d.key AS key, v.id AS version, d.read AS read, d.read_meetings AS meetings, "
        "d.read_facts AS facts, d.read_warnings AS warnings, d.named AS named"
    )
    return {
        row["key"]: KnownReading(
            row["key"],
            row["version"],
            Reading(row["read"], row["meetings"], row["facts"], row["warnings"], row["named"]),
        )
        for row in rows
    }


def keep_readings(tx: ManagedTransaction, readings: Mapping[str, Reading]) -> None:
    """Notes how documents were read, by their keys, in the transaction that wrote them."""
    run(
        tx,
        "UNWIND $rows AS row MATCH (d:Document {key: row.key}) SET d.read = row.read, d.read_meetings = row.meetings, "
        "d.read_facts = row.facts, d.read_warnings = row.warnings, d.named = row.named",
        rows=[{"key": key, **asdict(reading)} for key, reading in sorted(readings.items())],
    )


def keep_texts(tx: ManagedTransaction, texts: Mapping[str, str | None]) -> None:
    """Keeps the texts of versions, in which passages count, so that they can be shown where the files are not.

    Parsed-minutes JSON has no text: one that is known from the file itself stays.
    """
    rows = [{"version": version, "text": text} for version, text in sorted(texts.items()) if text is not None]
    run(tx, "UNWIND $rows AS row MATCH (v:Version {id: row.version}) SET v.text = row.text", rows=rows)
