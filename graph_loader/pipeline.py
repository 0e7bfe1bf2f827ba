"""The way through, readable from top to bottom: files → parsed minutes → facts → identity → shortcuts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from neo4j import ManagedTransaction

from .decisions import Judgement
from .documents import DocumentError, read_file
from .graph.facts import fact_rows
from .parsing import Parsed, parse_file, parse_sources
from .reader_hash import reading_hash
from .refreshing import refresh
from .sources import Source, SourceError, find_sources
from .stated import Stated, StatedError, stated_for
from .store import Store
from .store.decisions.judgements import keep_judgements
from .store.readings import KnownReading, Reading, keep_reading, keep_text, readings_in
from .store.same_hour import documents_beside
from .store.versions import OtherMeetingError, State, remove_document, write_version
from .store.write import ensure_schema
from .whose.claims import document_key, document_of, named_otherwise, pointed


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


def load(
    paths: Sequence[Path],
    store: Store,
    council: str | None = None,
    replace_other: bool = False,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    judgements: Sequence[Judgement] | None = None,
    workers: int = 1,
    reread: bool = False,
) -> Generator[Loaded, None, None]:
    """Loads files and folders, one transaction a document, and then rebuilds what they touched.

    Yields what became of each file; one that fails is reported and the rest go on. `council` states whose minutes
    these are; `replace_other` lets a file take the place of the minutes of other meetings under the same key;
    `judgements` are the decisions of humans that hold from now on, or none given: those that the store holds.
    `workers` processes parse; this one alone writes, in the order of the files. A file that would be read as it is in
    the store is not read again, unless `reread`.
    Raises `SourceError` before anything is loaded, and `StoreError` where the store fails.
    """
    sources = find_sources(paths)
    ensure_schema(store)
    if judgements is not None:
        keep_judgements(store, judgements)
    try:
        known = {} if reread else _unchanged(sources, store, council)
        versions = {k.key: k.version for k in known.values()}
        beside = store.write(partial(documents_beside, versions=versions)) if versions else {}
        parsing = parse_sources([s for s in sources if s.key not in known], workers)
        for source in sources:
            if source.key in known:
                yield _as_before(source, known[source.key], beside)
            else:
                yield _load_one(next(parsing), store, council, replace_other, now().isoformat(timespec="seconds"))
    except KeyboardInterrupt:
        raise  # what was touched stays marked, and is rebuilt before the next answer
    except BaseException:
        refresh(store)
        raise
    refresh(store)


def remove(keys: Sequence[str], store: Store) -> list[str]:
    """Takes documents out of the store, by their keys, and rebuilds what they touched: the graph is as if without them.

    Gives back the keys that the store does not have. Raises `StoreError` where the store fails.
    """
    ensure_schema(store)
    unknown = [key for key in keys if not store.write(partial(remove_document, key=key))]
    refresh(store)
    return unknown


def _unchanged(sources: Sequence[Source], store: Store, council: str | None) -> dict[str, KnownReading]:
    """The files that would be read as they are in the store, by their keys in the load."""
    readings = readings_in(store)
    found: dict[str, KnownReading] = {}
    for source in sources if readings else ():
        try:
            stated = _stated(stated_for(source.path, source.root), council)
            known = readings.get(document_key(source, stated))
            if known and known.reading.read == reading_hash(_sha256(source), stated, source.folder):
                found[source.key] = known
        except (DocumentError, StatedError):
            continue  # said where it is read
    return found


def _sha256(source: Source) -> str:
    return hashlib.sha256(read_file(source.path, source.path.name)).hexdigest()


def _stated(stated: Stated, council: str | None) -> Stated:
    return replace(stated, council=council) if council else stated


def _as_before(source: Source, known: KnownReading, beside: Mapping[str, tuple[str, ...]]) -> Loaded:
    read = known.reading
    others = beside.get(known.key, ())
    return Loaded(
        source,
        "unchanged",
        read.meetings,
        read.facts,
        read.warnings,
        None,
        read.named,
        others,
        known.key,
    )


def _load_one(parsed: Parsed, store: Store, council: str | None, replace_other: bool, loaded: str) -> Loaded:
    source = parsed.source
    if parsed.error:
        return Loaded(source, None, error=parsed.error)
    stated = _stated(parsed.stated, council)
    meetings = pointed(parsed.meetings)
    document = document_of(source, meetings, stated, parsed.clues)

    rows = fact_rows(meetings, document.own)
    facts = sum(
        len(rows.nodes.get(label, {})) for label in rows.nodes if label not in {"Meeting", "Mention", "Passage"}
    )
    warnings = sum(len(m.warnings) for m in meetings)
    named = named_otherwise(parsed.meetings, stated.council) if stated.council else None
    reading = Reading(reading_hash(parsed.sha256, stated, source.folder), len(meetings), facts, warnings, named)

    def write(tx: ManagedTransaction) -> tuple[State, tuple[str, ...]]:
        state = write_version(tx, document, rows, loaded, replace_other)
        keep_reading(tx, document.key, reading)
        keep_text(tx, document.version, parsed.text)
        beside = documents_beside(tx, {document.key: document.version})
        return state, beside.get(document.key, ())

    try:
        state, others = store.write(write)
    except OtherMeetingError as error:
        message = (
            f"{source.key}: a file of this name is in the store, with the minutes of another meeting ({error}); "
            "nothing was changed. Load the folder above it, so that the names differ, or use --replace"
        )
        return Loaded(source, None, error=message)
    return Loaded(source, state, len(meetings), facts, warnings, None, named, others, document.key)


__all__ = ["Loaded", "SourceError", "load", "parse_file", "remove"]
