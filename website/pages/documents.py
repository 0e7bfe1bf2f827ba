"""A page for each document, its text with every passage that is a fact marked, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from ...queries.output.published import published_at
from ...queries.tenures import in_words
from ..page import Page
from ..records import Document
from ..text import lines_of, note_of
from .context import Context
from .meetings import page_of, title_of


def pages(context: Context) -> Iterator[Page]:
    """The list of all documents, then each of them with the meetings of which it says most: they share its text."""
    yield Page("documents/index.html", "documents", partial(_listed, context))
    for document in context.records.documents.values():
        made, inputs = partial(_content, context, document), partial(_inputs, context, document)
        yield Page(context.shown.addresses[document.id], "document", made, inputs)
        for meeting in _meetings(context, document):
            if context.records.documents_of_meeting[meeting][0] is document:
                yield page_of(context, context.records.meetings[meeting])


def _listed(context: Context) -> Mapping[str, Any]:
    rows = [_row(context, document) for document in context.records.documents.values()]
    rows.sort(key=lambda r: (r["days"], r["file"]), reverse=True)
    return {"title": "Documents", "documents": rows}


def _inputs(context: Context, document: Document) -> object:
    """All that the page of a document is made from."""
    inputs = context.inputs
    meetings = [context.records.meetings[m] for m in _meetings(context, document)]
    return (
        inputs.text(document),
        inputs.place(document.version),
        [inputs.fact(fact) for fact, _ in context.records.facts_of_version.get(document.version, ())],
        [(title_of(context, m), context.shown.addresses[m.id]) for m in meetings],
    )


def _meetings(context: Context, document: Document) -> list[str]:
    stated = context.records.facts_of_version.get(document.version, ())
    found = {f.meeting for f, _ in stated if f.meeting}
    order = context.records.meetings
    return sorted(found, key=lambda m: (order[m].date, order[m].start, m))


def _row(context: Context, document: Document) -> Mapping[str, Any]:
    meetings = [context.records.meetings[m] for m in _meetings(context, document)]
    return {
        "file": document.name,
        "link": context.shown.link(document.id, document.name),
        "published": context.shown.published(document),
        "meetings": [(context.shown.body(m.body) if m.body else None, context.shown.meeting(m)) for m in meetings],
        "days": [m.date for m in meetings],
        "warnings": document.warnings,
    }


def _content(context: Context, document: Document) -> Mapping[str, Any]:
    stated = context.records.facts_of_version.get(document.version, ())
    lines = lines_of(document, context.shown)
    return {
        "title": document.name,
        "council": document.council or "",
        "uri": published_at(document.uri),
        "published_on": in_words(document.published) if document.published else "",
        "media_type": document.media_type,
        "loaded": in_words(document.loaded[:10]),
        "version": document.version,
        "facts": len({f.id for f, _ in stated}),
        "meetings": [
            {"link": context.shown.link(m, title_of(context, context.records.meetings[m]) or "a meeting")}
            for m in _meetings(context, document)
        ],
        "blanks": document.version in context.records.withheld_names,
        "lines": lines,
        "passages": [] if lines else _passages(context, document),
    }


def _passages(context: Context, document: Document) -> list[Mapping[str, Any]]:
    """The quotations of a document whose text the store does not hold, in its order, each with what it states."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    numbered: set[int] = set()
    for fact, place in context.records.facts_of_version.get(document.version, ()):
        if place.part != "statement":
            continue
        of = found.get((place.start, place.end))
        if of is None:
            of = found[place.start, place.end] = {
                "line": place.line,
                "first": place.line not in numbered,
                "quote": context.shown.quote(place, 4000),
                "notes": [],
            }
            numbered.add(place.line)
        of["notes"].append(note_of(fact, context.shown))
    return list(found.values())
