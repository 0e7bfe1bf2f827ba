"""What a page is made from, as hashes: while they stay the same, the page does, and is not made again.

The hash of a fact covers all that an entry, a line or a link about it shows: the fact, whom and what its names mean
with their addresses, its meeting, and the documents that state it. So a page depends on its own records and on the
hashes of the facts that it shows.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..queries.catalogue import Row
from .addresses import Addresses
from .records import Document, Fact, Records


@dataclass(frozen=True)
class Inputs:
    """Hashes of records, each made once."""

    records: Records
    addresses: Addresses
    _facts: dict[str, bytes] = field(default_factory=dict, init=False, repr=False, compare=False)

    def facts(self, ids: Iterable[str]) -> tuple[bytes, ...]:
        """The hashes of facts, in the order given; those that the records do not have are left out."""
        known = (self.records.facts.get(i) for i in ids)
        return tuple(self.fact(fact) for fact in known if fact)

    def fact(self, fact: Fact) -> bytes:
        """The hash of all that is shown of a fact."""
        found = self._facts.get(fact.id)
        if found is None:
            meeting = self.records.meetings.get(fact.meeting or "")
            motion = self.records.facts.get(fact.motion or "")
            bodies = (fact.body, fact.made_by, meeting.body if meeting else None)
            told = (
                fact,
                [self.subject(name.means) for name in fact.names],
                [self.subject(body) for body in bodies],
                meeting,
                self.addresses.get(fact.meeting),
                motion.said if motion else None,
                [self.place(version) for version in dict.fromkeys(p.version for p in fact.places)],
            )
            found = self._facts[fact.id] = digest(told)
        return found

    def subject(self, ident: str | None) -> tuple[str, str | None] | None:
        """What a link to a person or a body shows: its name and address."""
        known = self.records.people.get(ident or "") or self.records.bodies.get(ident or "")
        if known is None:
            return (ident, "withheld") if ident in self.records.withheld and ident else None
        return known.name, self.addresses.get(known.id)

    def place(self, version: str) -> object:
        """What is shown of a document beside a line in it."""
        document = self.records.document_of_version[version]
        blanked = sorted(self.records.withheld_names.get(version, ()))
        return document.name, document.id, document.uri, document.media_type, blanked

    def rows(self, rows: Iterable[Row]) -> tuple[object, ...]:
        """Rows about people and bodies, with what links to these show and the facts that they rest on."""
        return tuple(
            (
                row,
                self.subject(row.get("person_id")),
                self.subject(row.get("body_id")),
                self.facts(row.get("facts") or ()),
            )
            for row in rows
        )

    def text(self, document: Document) -> object:
        """A document with the hash of its text."""
        text = document.text
        hashed = None if text is None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        return (document.key, document.version, document.council, document.published, document.loaded, hashed)


def digest(told: object) -> bytes:
    """The hash of records; what is equal may have two of them, what differs never has one."""
    return hashlib.sha256(pickle.dumps(told, protocol=5)).digest()
