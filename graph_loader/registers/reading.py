"""Which register a file holds, told from its content, and its entries as parsed minutes."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..documents import DocumentError
from ..documents.decoding import decode
from ..documents.kinds import kind_of_bytes
from ..parsed_minutes import ParsedMinutes, Source
from . import legistar, moderngov, popolo, popolo_events, table
from .entry import Entry, as_minutes
from .located import located


@dataclass(frozen=True)
class Register:
    """A register: the text in which its places count, and what it says, one page of parsed minutes a body."""

    text: str
    pages: tuple[ParsedMinutes, ...]


def read_register(content: bytes, name: str) -> Register | None:
    """The register in these bytes; none where they are no register.

    Raises `DocumentError` for a register without an entry that names a person and a body.
    """
    if not content.strip() or kind_of_bytes(content, name):
        return None
    text, _ = decode(content, name)
    digest = hashlib.sha256(content).hexdigest()
    if text.lstrip()[:1] in {"{", "["}:
        return _of_json(text, Source(name=name, sha256=digest, media_type="application/json"))
    if moderngov.is_calendar(text) or moderngov.is_councillors(text):
        return _of_xml(text, Source(name=name, sha256=digest, media_type="application/xml"))
    if table.is_table(text):
        return _minutes(text, table.entries(text), Source(name=name, sha256=digest, media_type="text/csv"), table.RULE)
    if name.lower().endswith(".csv"):
        raise DocumentError(
            f"{name}: a table that is no register of members: its first line must name columns for a person and a body "
            "(docs/importing.md); other tables are not read"
        )
    return None


def _of_xml(text: str, source: Source) -> Register:
    """What ModernGov's web service says; raises `DocumentError` for XML that is broken."""
    from ..documents.platforms.moderngov_xml import root_of

    root_of(text, source.name)
    if moderngov.is_calendar(text):
        return Register(text, tuple(moderngov.meetings(text, source)))
    return _minutes(text, moderngov.councillors(text), source, moderngov.RULE)


_NAMES = ("memberships", "organization", "OfficeRecordBodyName", "EventBodyName")
"""Of these JSON with a register has one: places in it cost more to find than to look for a word."""


def _of_json(text: str, source: Source) -> Register | None:
    if not any(f'"{name}' in text for name in _NAMES):
        return None
    try:
        json.loads(text)
        data = located(text)
    except (ValueError, RecursionError):
        return None  # said by whoever reads parsed minutes
    held = popolo_events.meetings(text, data, source) if popolo_events.has_events(data) else ()
    if memberships := popolo.memberships(data):
        register = _minutes(text, popolo.entries(memberships, data), source, popolo.RULE)
        return replace(register, pages=(*register.pages, *held))
    if held:
        return Register(text, held)
    if records := legistar.office_records(data):
        return _minutes(text, legistar.entries(records), source, legistar.RULE)
    if events := legistar.events(data):
        return Register(text, legistar.meetings(text, events, source))
    return None


def _minutes(text: str, entries: Iterable[Entry], source: Source, rule: str) -> Register:
    try:
        found = as_minutes(text, list(entries), source, rule)
    except csv.Error as error:
        raise DocumentError(f"{source.name}: this table is damaged: {error}; save it anew and try again") from error
    if not found:
        raise DocumentError(
            f"{source.name}: a register without an entry that names a person and a body; docs/importing.md has examples"
        )
    return Register(text, found)
