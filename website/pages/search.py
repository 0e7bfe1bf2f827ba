"""Search: an index inside the page, so that it works from a file too; a typo in a name does no harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from ...queries.tenures import in_words
from ...visualise.page import for_script_element, hash_of, read_template
from ..page import POLICY, Page
from ..wording import BODY_KINDS, PERSON_KINDS
from .context import Context
from .meetings import title_of
from .people import told_by


def pages(context: Context) -> Iterator[Page]:
    """The page of search."""
    yield Page("search.html", "search", partial(_content, context))


def _content(context: Context) -> Mapping[str, Any]:
    own = (files("govgraph.website") / "templates" / "assets" / "search.js").read_text("utf-8")
    script = f'"use strict";\n(() => {{\n{read_template("js/alike.js")}{own}}})();\n'
    index = for_script_element(index_of(context))
    return {
        "title": "Search",
        "policy": POLICY + f"; script-src '{hash_of(script)}'",
        "script": Markup(script),  # noqa: S704 - our own file
        "index": Markup(index),  # noqa: S704 - cannot close its element
    }


def index_of(context: Context) -> list[list[Any]]:
    """What can be found: name, what it is, what tells it from others, address, and the other names it goes by."""
    records, at = context.records, context.shown.addresses
    found: list[list[Any]] = []
    for body in records.bodies.values():
        others = [n for n in body.names if n != body.name]
        kind = BODY_KINDS.get(body.kind, "Body")
        found.append([body.name, kind, "", at[body.id], others])
    for person in records.people.values():
        others = [n for n in person.names if n != person.name]
        kind = PERSON_KINDS.get(person.kind, "Person")
        found.append([person.name, kind, told_by(context, person), at[person.id], others])
    found += [
        [title_of(context, meeting) or "A meeting", "Meeting", meeting.date, at[meeting.id], []]
        for meeting in records.meetings.values()
    ]
    for document in records.documents.values():
        published = in_words(document.published) if document.published else ""
        found.append([document.name, "Document", published, at[document.id], []])
    for fact in records.facts.values():
        if fact.kind == "AgendaItem" and fact.meeting and fact.get("title"):
            meeting_of = records.meetings[fact.meeting]
            title = str(context.shown.told(" ".join(fact.get("title").split())).striptags())
            address = f"{at[meeting_of.id]}#{fact.id}"
            found.append([title, "Item", title_of(context, meeting_of), address, []])
    return found
