"""Documents on their way into the store, several a transaction where they are small, each wholly or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from .sources import Source
from .store import RefusedQueryError, Store
from .store.readings import Reading, keep_readings, keep_texts
from .store.same_hour import documents_beside
from .store.versions import OtherMeetingError, State, Writing, write_versions

MOST_DOCUMENTS = 25
"""Documents that are written together: a load that is killed loses no more."""
MOST_NODES = 4_000
"""Nodes that are written together, unless one document has more: a server with little memory can do that."""

Written = tuple[State | OtherMeetingError, tuple[str, ...]]


@dataclass(frozen=True)
class Loaded:
    """What became of one file: `error` is set where it could not be loaded, with words for people.

    `key` is that of its document; whose minutes it holds is decided with all documents of its folder (`belonging`).
    `named` is the council that the document names, where it is stated to be another's.
    `beside` are documents with other minutes of the same body, day and hour, taken for those of another meeting.
    """

    source: Source
    state: State | None
    meetings: int = 0
    facts: int = 0
    warnings: int = 0
    error: str | None = None
    named: str | None = None
    beside: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Prepared:
    """A document that was read, with all that is to be written of it."""

    source: Source
    writing: Writing
    reading: Reading
    text: str | None

    def became(self, state: State | None, beside: tuple[str, ...] = (), error: str | None = None) -> Loaded:
        """What became of it."""
        if state is None:
            return Loaded(self.source, None, error=error)
        read = self.reading
        key = self.writing.document.key
        return Loaded(self.source, state, read.meetings, read.facts, read.warnings, None, read.named, beside, key)


class Batch:
    """Documents in their order, those that were read to be written and others that are done."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[Prepared | Loaded] = []
        self._nodes = 0

    def add(self, document: Prepared | Loaded) -> None:
        """Puts a document behind the others."""
        self._waiting.append(document)
        if isinstance(document, Prepared):
            self._nodes += sum(map(len, document.writing.rows.nodes.values()))

    @property
    def is_full(self) -> bool:
        """Whether it is time to write: nothing waits for documents that are done already."""
        return not self._nodes or len(self._waiting) >= MOST_DOCUMENTS or self._nodes >= MOST_NODES

    def written(self) -> Iterator[Loaded]:
        """Writes all that wait, and gives what became of each, in order. Raises `StoreError` where the store fails."""
        waiting, self._waiting, self._nodes = self._waiting, [], 0
        became = iter(self._write([p for p in waiting if isinstance(p, Prepared)]))
        for document in waiting:
            yield document if isinstance(document, Loaded) else next(became)

    def _write(self, documents: Sequence[Prepared]) -> list[Loaded]:
        if not documents:
            return []
        try:
            written = self._store.write(lambda tx: _write(tx, documents))
        except (RefusedQueryError, UnicodeError) as error:
            if len(documents) > 1:  # the others are written all the same
                return [done for one in documents for done in self._write([one])]
            (one,) = documents
            return [one.became(None, error=f"{one.source.key}: not loaded: {str(error)[:500]}")]
        return [_loaded(d, *w) for d, w in zip(documents, written, strict=True)]


def _write(tx: ManagedTransaction, documents: Sequence[Prepared]) -> list[Written]:
    found = write_versions(tx, [d.writing for d in documents])
    done = [d for d, state in zip(documents, found, strict=True) if not isinstance(state, OtherMeetingError)]
    keep_readings(tx, {d.writing.document.key: d.reading for d in done})
    keep_texts(tx, {d.writing.document.version: d.text for d in done})
    beside = documents_beside(tx, {d.writing.document.key: d.writing.document.version for d in done})
    return [(state, beside.get(d.writing.document.key, ())) for d, state in zip(documents, found, strict=True)]


def _loaded(document: Prepared, state: State | OtherMeetingError, beside: tuple[str, ...]) -> Loaded:
    if isinstance(state, OtherMeetingError):
        message = (
            f"{document.source.key}: a file of this name is in the store, with the minutes of another meeting "
            f"({state}); nothing was changed. Load the folder above it, so that the names differ, or use --replace"
        )
        return document.became(None, error=message)
    return document.became(state, beside)
