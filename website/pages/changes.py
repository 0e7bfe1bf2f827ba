"""What changed from meeting to meeting, as a page and as Atom feeds: one of all bodies and one a body."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from ...queries.catalogue import Row
from ...queries.tenures import in_words
from ..page import Page
from ..wording import changed
from .context import Context

_MOST = 100
"""Entries of a feed: the newest."""
_SPACE = uuid.UUID("6f1c9a52-7d0e-5b53-9a6b-0d1f7f3f6a10")


def pages(context: Context) -> Iterator[Page]:
    """The page of changes, and the feeds."""
    rows = sorted(context.records.changes, key=lambda r: r["date"], reverse=True)
    yield Page("changes/index.html", "changes", partial(_content, context, rows))
    yield _feed(context, "feeds/changes.atom", "Changes", "changes/index.html", rows)
    for body in context.records.bodies.values():
        own = sorted(context.records.changes_of_body.get(body.id, ()), key=lambda r: r["date"], reverse=True)
        address = context.shown.addresses[body.id]
        yield _feed(context, f"feeds/{body.id}.atom", f"Changes: {body.name}", address, own)


def _content(context: Context, rows: Sequence[Row]) -> Mapping[str, Any]:
    years = [
        {"year": year, "changes": [context.change(row, body=True) for row in of]}
        for year, of in groupby(rows, key=lambda r: r["date"][:4])
    ]
    return {"title": "Changes", "years": years}


def _feed(context: Context, path: str, title: str, page: str, rows: Sequence[Row]) -> Page:
    return Page(path, "feed", partial(_entries, context, path, title, page, rows))


def _entries(context: Context, path: str, title: str, page: str, rows: Sequence[Row]) -> Mapping[str, Any]:
    root = context.url.rstrip("/") + "/" if context.url else "../"
    entries = [_entry(context, row, root) for row in rows[:_MOST]]
    return {
        "title": title,
        "ident": uuid.uuid5(_SPACE, path).urn,
        "page": root + page,
        "own": root + path,
        "updated": max((e["updated"] for e in entries), default=f"{context.records.as_of or '1970-01-01'}T00:00:00Z"),
        "entries": entries,
    }


def _entry(context: Context, row: Row, root: str) -> Mapping[str, Any]:
    who = row["person"] or row["role"]
    words = f"{who}: {changed(row)}" + (f" ({row['role']})" if row["person"] else "")
    facts = context.facts(row["facts"])
    place = facts[0].statement if facts else None
    document = context.records.document_of_version[place.version] if place else None
    loaded = document.loaded if document else ""
    what = "|".join((row["body_id"], row["person_id"] or "", row["change"], row["role"], row["date"]))
    line = f"{context.shown.addresses[document.id]}#L{place.line}" if document and place else ""
    return {
        "ident": uuid.uuid5(_SPACE, what).urn,
        "title": f"{row['body']}: {words}",
        "day": in_words(row["date"]),
        "why": str(context.shown.told(row["why"]).striptags()),
        "link": root + (line or context.shown.addresses[row["body_id"]]),
        "place": f"{document.name}, line {place.line}" if document and place else "",
        "updated": _moment(loaded),
    }


def _moment(loaded: str) -> str:
    return loaded.replace("+00:00", "Z") if loaded else "1970-01-01T00:00:00Z"
