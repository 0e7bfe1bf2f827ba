"""How the documents of a store were read, and the text: a file whose reading would be the same is not read again."""

from __future__ import annotations

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


def keep_reading(tx: ManagedTransaction, key: str, reading: Reading) -> None:
    """Notes how a document was read, in the transaction that wrote it."""
    run(
        tx,
        "MATCH (d:Document {key: $key}) SET d.read = $read, d.read_meetings = $meetings, d.read_facts = $facts, "
        "d.read_warnings = $warnings, d.named = $named",
        key=key,
        **asdict(reading),
    )


def keep_text(tx: ManagedTransaction, version: str, text: str | None) -> None:
    """Keeps the text of a version, in which its passages count, so that it can be shown where the file is not.

    Parsed-minutes JSON has no text: one that is known from the file itself stays.
    """
    if text is not None:
        run(tx, "MATCH (v:Version {id: $version}) SET v.text = $text", version=version, text=text)
