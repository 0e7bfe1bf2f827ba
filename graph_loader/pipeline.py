"""The way through, readable from top to bottom: files → parsed minutes → facts → identity → shortcuts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from .documents import DocumentError, read_document
from .folding import fold_body
from .graph.contexts import names_of
from .graph.derive import Council, FactRow, derive
from .graph.facts import fact_rows
from .graph.rows import Rows
from .identity import resolve_bodies, resolve_people
from .minutes import parse
from .parsed_minutes import ParsedMinutes, to_json
from .sources import Source, SourceError, find_sources
from .stated import Stated, StatedError, stated_for
from .store import Store
from .store.rebuild import pending, rebuild
from .store.versions import DocumentVersion, OtherMeetingError, State, write_version
from .store.write import ensure_schema

_COUNCIL = re.compile(r"\bcouncil\b", re.IGNORECASE)


@dataclass(frozen=True)
class Loaded:
    """What became of one file: `error` is set where it could not be loaded, with words for people."""

    source: Source
    state: State | None
    meetings: int = 0
    facts: int = 0
    warnings: int = 0
    error: str | None = None


def parse_file(source: Source, stated: Stated | None = None) -> tuple[ParsedMinutes, ...]:
    """One file to its parsed minutes, one per meeting; parsed-minutes JSON is taken as it is.

    Raises `DocumentError` with the reason where the file cannot be read or is no minutes.
    """
    if source.path.suffix.lower() == ".json":
        return (_from_json(source.path),)
    document = read_document(source.path, source.path.name)
    meetings = parse(document)
    if not stated:
        return meetings
    place = {"uri": stated.uri_of(document.name), "published": stated.published_of(document.name)}
    return tuple(m.model_copy(update={"source": m.source.model_copy(update=place)}) for m in meetings)


def _from_json(path: Path) -> ParsedMinutes:
    try:
        return ParsedMinutes.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole file"
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise DocumentError(f"{path.name}: no parsed minutes: {place}: {first['msg']}{more}") from error


def load(
    paths: Sequence[Path],
    store: Store,
    council: str | None = None,
    replace_other: bool = False,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Iterator[Loaded]:
    """Loads files and folders, one transaction a document, and then rebuilds what they touched.

    Yields what became of each file; one that fails is reported and the rest go on. `council` states whose minutes
    these are; `replace_other` lets a file take the place of the minutes of other meetings under the same key.
    Raises `SourceError` before anything is loaded, and `StoreError` where the store fails.
    """
    sources = find_sources(paths)
    ensure_schema(store)
    try:
        for source in sources:
            yield _load_one(source, store, council, replace_other, now().isoformat(timespec="seconds"))
    finally:
        refresh(store)


def _load_one(source: Source, store: Store, council: str | None, replace_other: bool, loaded: str) -> Loaded:
    try:
        stated = stated_for(source.path, source.root)
        if council:
            stated = replace(stated, council=council)
        meetings = parse_file(source, stated)
        document = _document(source, meetings, stated)
        rows = fact_rows(meetings, document.scope)
        state = store.write(lambda tx: write_version(tx, document, rows, loaded, replace_other))
    except (DocumentError, StatedError, OSError) as error:
        return Loaded(source, None, error=str(error))
    except OtherMeetingError as error:
        message = (
            f"{source.key}: a file of this name is in the store, with the minutes of another meeting ({error}); "
            "nothing was changed. Load the folder above it, so that the names differ, or use --replace"
        )
        return Loaded(source, None, error=message)
    facts = sum(
        len(rows.nodes.get(label, {})) for label in rows.nodes if label not in {"Meeting", "Mention", "Passage"}
    )
    return Loaded(source, state, len(meetings), facts, sum(len(m.warnings) for m in meetings))


def _document(source: Source, meetings: tuple[ParsedMinutes, ...], stated: Stated) -> DocumentVersion:
    council, basis = _council_of(meetings, stated)
    first = meetings[0].source
    scope = fold_body(council) if council else "document:" + first.sha256[:16]
    content = "".join(to_json(m) for m in meetings) + scope
    return DocumentVersion(
        key=stated.uri_of(source.path.name) or source.key,
        name=first.name,
        uri=first.uri,
        council=council,
        council_basis=basis,
        profile=stated.profile,
        scope=scope,
        version=first.sha256,
        media_type=first.media_type,
        published=first.published,
        digest=hashlib.sha256(content.encode()).hexdigest(),
    )


def _council_of(meetings: tuple[ParsedMinutes, ...], stated: Stated) -> tuple[str | None, str | None]:
    """Whose minutes these are: as stated, else as the text says; the first meeting decides."""
    if stated.council:
        return stated.council, "stated"
    meeting = meetings[0].meeting
    if meeting.body and meeting.body_kind == "council":
        return meeting.body, "text"
    if meeting.parent and meeting.parent_basis == "stated" and _COUNCIL.search(meeting.parent):
        return meeting.parent, "text"
    return None, None  # a council that is only inferred joins no documents: a wrong merge is worse than a missed one


def refresh(store: Store) -> list[str]:
    """Rebuilds every scope that a document touched; gives the scopes back. Called before any question is answered."""

    def work(scope: str, facts: list[FactRow], council: Council | None) -> Rows:
        names = names_of(facts)
        bodies = resolve_bodies(names, scope)
        return derive(scope, facts, bodies, resolve_people(names, bodies), council)

    touched = pending(store)
    for scope in touched:
        rebuild(store, scope, work)
    return touched


__all__ = ["Loaded", "SourceError", "load", "parse_file", "refresh"]
