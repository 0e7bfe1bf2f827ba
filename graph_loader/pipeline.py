"""The way through, readable from top to bottom: files → parsed minutes → facts → identity → shortcuts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from .batches import Batch, Loaded, Prepared
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
from .store.readings import KnownReading, Reading, readings_in
from .store.same_hour import documents_beside
from .store.versions import Writing, remove_document
from .store.write import ensure_schema
from .whose.claims import document_key, document_of, named_otherwise, pointed


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
    """Loads files and folders, small documents several a transaction, and then rebuilds what they touched.

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
        batch = Batch(store)
        for source in sources:
            if source.key in known:
                batch.add(_as_before(source, known[source.key], beside))
            else:
                read = next(parsing)
                batch.add(_prepared(read, council, replace_other, now().isoformat(timespec="seconds")))
            if batch.is_full:
                yield from batch.written()
        yield from batch.written()
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


def _prepared(parsed: Parsed, council: str | None, replace_other: bool, loaded: str) -> Loaded | Prepared:
    """A document as it is to be written, or why it is not."""
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
    return Prepared(source, Writing(document, rows, loaded, replace_other), reading, parsed.text)


__all__ = ["Loaded", "SourceError", "load", "parse_file", "remove"]
