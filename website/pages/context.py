"""What every kind of page is made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from ...queries.catalogue import Row
from ...queries.tenures import in_words
from ..inputs import Inputs
from ..records import Fact, Records
from ..shown import Shown
from ..standing import Standing
from ..wording import changed, listed, statement


@dataclass(frozen=True)
class Context:
    """The records, how they are written, and who sat where; `url` is where the site will be published, if known."""

    records: Records
    shown: Shown
    standing: Standing
    url: str | None = None

    @cached_property
    def inputs(self) -> Inputs:
        """Hashes of what pages are made from."""
        return Inputs(self.records, self.shown.addresses)

    @cached_property
    def blanked(self) -> tuple[str, ...]:
        """The names that are blanked in sentences about the records as a whole."""
        return tuple(sorted(self.records.withheld_anywhere))

    @cached_property
    def findings_of_fact(self) -> Mapping[str, list[Row]]:
        """Findings by the facts that they rest on, in their order."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.records.findings:
            for fact in dict.fromkeys(row["facts"]):
                found[fact].append(row)
        return found

    def findings_about(self, facts: Iterable[Fact]) -> list[Row]:
        """The findings that rest on any of these facts, the most serious first."""
        found = {id(row) for fact in facts for row in self.findings_of_fact.get(fact.id, ())}
        return [row for row in self.records.findings if id(row) in found] if found else []

    @cached_property
    def at_root(self) -> Shown:
        """The same links from a page in the site's folder itself."""
        return replace(self.shown, root="")

    def entry(self, fact: Fact, about: str | None = None) -> Mapping[str, Any]:
        """A fact as an entry of a list: its day and meeting, its words, its quotation, its line, what was corrected."""
        meeting = self.records.meetings.get(fact.meeting or "")
        return {
            "meeting": self.shown.meeting(meeting, fact) if meeting else Markup(""),
            "body": self.shown.body(meeting.body) if meeting and meeting.body else Markup(""),
            "words": statement(fact, self.shown, about),
            "quote": self.shown.quote(fact.statement),
            "source": self.shown.source(fact.statement),
            "corrected": list(fact.said.get("corrected") or ()),
        }

    def tenure(self, row: Row, person: bool = True, body: bool = True) -> Mapping[str, Any]:
        """A time on a body as a row of a table."""
        return {
            "person": self.holder(row) if person else None,
            "body": self.shown.body(row["body_id"], row["body"]) if body else None,
            "role": row["role"],
            "represents": row["represents"],
            "from": in_words(row["from"]),
            "to": in_words(row["to"]) if row["to"] else "",
            "known_to": in_words(row["known_to"]) if not row["to"] and row.get("known_to") else "",
            "certainty": row["certainty"],
            "why": self.shown.told(row["why"]),
            "sources": self.shown.sources(row["facts"]),
        }

    def attendance(self, row: Row) -> Mapping[str, Any]:
        """How often somebody came to meetings of a body, as a row of a table."""
        numbers = ("came", "expected", "apologies", "absent", "stood_in_for", "not_recorded")
        return {name: row[name] for name in numbers} | {
            "body": self.shown.body(row["body_id"], row["body"]),
            "person": self.shown.person(row["person_id"], row["person"]),
            "why": self.shown.told(row["why"]),
        }

    def holder(self, row: Row) -> Markup:
        """Who has a place: a person, somebody described, or nobody."""
        if row["person_id"]:
            return self.shown.person(row["person_id"])
        if row.get("state") == "vacant":
            return Markup('<span class="vacant">Vacant</span>')
        return Markup('<span class="undecided">{}</span>').format(row.get("holder") or "Somebody who is not named")

    def changes(self, rows: Iterable[Row], body: bool = False) -> list[Mapping[str, Any]]:
        """What changed, newest first."""
        ordered = sorted(rows, key=lambda r: r["date"], reverse=True)
        return [self.change(row, body) for row in ordered]

    def change(self, row: Row, body: bool = False) -> Mapping[str, Any]:
        """One change: who, what, when, why, and the lines that say so."""
        return {
            "day": row["date"],
            "person": self.shown.person(row["person_id"], row["person"]) if row["person_id"] else None,
            "body": self.shown.body(row["body_id"], row["body"]) if body else None,
            "change": changed(row),
            "role": row["role"],
            "why": self.shown.told(row["why"]),
            "sources": self.shown.sources(row["facts"]),
        }

    def finding(self, row: Row) -> Mapping[str, Any]:
        """A finding of the audit with its subjects and lines."""
        return {
            "id": finding_id(row),
            "case": row.get("finding", ""),
            "severity": row["severity"],
            "message": self.shown.told(row["message"]),
            "person": self.shown.person(row["person_id"], row["person"]) if row["person_id"] else None,
            "body": self.shown.body(row["body_id"], row["body"]) if row["body_id"] else None,
            "day": row["date"] or "",
            "quotes": [
                {"words": self.shown.quote(fact.statement), "source": self.shown.source(fact.statement)}
                for fact in self.facts(row["facts"])[:4]
            ],
        }

    def listed(self, fact: Fact, beside: str | None) -> Mapping[str, Any]:
        """A fact in the record of its meeting; `beside` is the version whose text stands beside it."""
        return {
            "id": fact.id,
            "words": listed(fact, self.shown),
            "source": self.shown.source(fact.statement, beside),
            "corrected": list(fact.said.get("corrected") or ()),
        }

    def facts(self, ids: Iterable[str]) -> list[Fact]:
        """The facts of these ids that have a place, in the order given."""
        found = (self.records.facts.get(i) for i in dict.fromkeys(ids))
        return [fact for fact in found if fact and fact.statement]


def finding_id(row: Row) -> str:
    """What a finding is called on the page of the audit: its rule and the first fact that it rests on."""
    return f"{row['rule']}.{row['facts'][0] if row['facts'] else row['body_id'] or row['person_id'] or 'store'}"
