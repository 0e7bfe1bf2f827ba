"""Where the page of each thing is: a readable name and the id of the thing, which stays what it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from .records import Body, Document, Meeting, Person, Records

_LONGEST = 60
_UNREADABLE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Addresses:
    """The path of each page below the site's folder, by the id of what it is about."""

    of: Mapping[str, str]

    def __getitem__(self, ident: str) -> str:
        return self.of[ident]

    def get(self, ident: str | None) -> str | None:
        """The path, or none where the thing has no page."""
        return self.of.get(ident) if ident else None


def addresses(records: Records) -> Addresses:
    """The addresses of all pages that are about one thing."""
    found: dict[str, str] = {}
    for person in records.people.values():
        found[person.id] = of_person(person)
    for body in records.bodies.values():
        found[body.id] = of_body(body)
    for meeting in records.meetings.values():
        found[meeting.id] = of_meeting(meeting, records)
    for document in records.documents.values():
        found[document.id] = of_document(document)
    return Addresses(found)


def of_person(person: Person) -> str:
    """`people/jemima-marsh.p-0f3e1239d420ad6f.html`."""
    return f"people/{slug(person.name)}.{person.id}.html"


def of_body(body: Body) -> str:
    """`bodies/planning-committee.b-26a5a7f63d47264e.html`."""
    return f"bodies/{slug(body.name)}.{body.id}.html"


def of_meeting(meeting: Meeting, records: Records) -> str:
    """`meetings/2024-05-21-planning-committee.m-c2e5997457436166.html`."""
    body = records.bodies.get(meeting.body or "")
    words = f"{meeting.date} {body.name if body else ''}"
    return f"meetings/{slug(words)}.{meeting.id}.html"


def of_document(document: Document) -> str:
    """`documents/2024-05-21-planning-committee-txt.d-8f14e45fceea167a.html`."""
    return f"documents/{slug(document.name)}.{document.id}.html"


def slug(text: str) -> str:
    """A name in lower-case letters without accents and digits, joined by hyphens; `page` where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    words = _UNREADABLE.sub("-", plain).strip("-")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return words or "page"
