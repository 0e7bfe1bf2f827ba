"""What is exported as tables, with what each column means: for spreadsheets and for SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..graph_loader.graph.facts import FIELDS
from ..graph_loader.graph.nodes import NODES
from ..graph_loader.records import SLOTS, Kind
from .model import Exported, Fact, Meeting, Person

Type = Literal["string", "date", "integer", "boolean", "list"]
Row = dict[str, Any]

FACT_TABLES: dict[str, str] = {
    "MeetingRecord": "meeting_records",
    "Attendance": "attendance",
    "Substitution": "substitutions",
    "Appointment": "appointments",
    "Departure": "departures",
    "Registration": "registrations",
    "Declaration": "declarations",
    "Motion": "motions",
    "Vote": "votes",
    "Delegation": "delegations",
    "Resolution": "resolutions",
    "Contribution": "contributions",
    "OtherName": "other_names",
    "AgendaItem": "agenda_items",
    "BodyChange": "body_changes",
    "Naming": "named_bodies",
    "Announcement": "announcements",
    "PreviousMinutes": "previous_minutes",
    "Correction": "corrections",
    "Warning": "warnings",
}
"""The table of each kind of fact."""
_PARTIAL = "ISO, as exact as the document"
_TYPES: dict[str, Type] = {
    "list": "integer",
    "left_meeting": "boolean",
    **dict.fromkeys(("tally_for", "tally_against", "tally_abstain"), "integer"),
    **dict.fromkeys(("dates", "consult_any", "consult_also"), "list"),
    **dict.fromkeys(("announced", "approved", "corrects", "as_of"), "date"),
}


@dataclass(frozen=True)
class Column:
    """A column: what it means, what it holds, and the table whose `id` (`key` of documents) it is, if any."""

    name: str
    meaning: str
    type: Type = "string"
    of: str | None = None

    @property
    def of_key(self) -> str:
        """The column of the other table that this one points at."""
        return "key" if self.of == "documents" else "id"


@dataclass(frozen=True)
class Table:
    """A table: what a row is, its columns, the first of which is its key where `keyed`, and how rows are made."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Exported], Iterator[Row]]
    keyed: bool = True


def tables() -> tuple[Table, ...]:
    """All tables, in an order in which those that others point at come first."""
    return (*_FIRST, *(_fact_table(kind, name) for kind, name in FACT_TABLES.items()), _EVIDENCE, _TENURE_FACTS)


def _documents(exported: Exported) -> Iterator[Row]:
    return ({c.name: getattr(d, c.name) for c in _DOCUMENT_COLUMNS} for d in exported.documents)


_DOCUMENT_COLUMNS = (
    Column("key", "its URI, or its path below the folder that was loaded"),
    Column("name", "the file's name"),
    Column("uri", "where it was published"),
    Column("council", "the council that it belongs to, where that is known"),
    Column("council_basis", "`stated`, `text` or `folder`: how that is known"),
    Column("version", "SHA-256 of the file's bytes"),
    Column("media_type", "IANA media type"),
    Column("published", f"when it was published, {_PARTIAL}", "date"),
)


def _people(exported: Exported) -> Iterator[Row]:
    for p in exported.people:
        yield {"id": p.id, "name": p.name, "sort_name": p.sort_name, "kind": p.kind, "source": p.scope}


def _bodies(exported: Exported) -> Iterator[Row]:
    for b in exported.bodies:
        parent = b.part_of[0] if b.part_of else None
        yield {
            "id": b.id,
            "name": b.name,
            "kind": b.kind,
            "part_of": _name(exported, parent.id if parent else None),
            "part_of_id": parent.id if parent else None,
            "part_of_basis": parent.how if parent else None,
            "later_id": b.later[0].id if b.later else None,
            "source": b.scope,
        }


def _names(exported: Exported) -> Iterator[Row]:
    for one in exported.people_and_bodies:
        for name in one.names:
            yield {"id": one.id, "name": name, "of": "person" if isinstance(one, Person) else "body"}


def _meetings(exported: Exported) -> Iterator[Row]:
    for m in exported.meetings:
        plain = {name: getattr(m, name) for name in ("id", "date", "start", "end", "venue", "mode", "status", "kind")}
        yield plain | {"dates": m.dates, "body": _name(exported, m.body), "body_id": m.body, "source": m.scope}


def _tenures(exported: Exported) -> Iterator[Row]:
    for t in exported.tenures:
        yield {
            "id": t.id,
            "person": _name(exported, t.person),
            "person_id": t.person,
            "body": _name(exported, t.body),
            "body_id": t.body,
            "role": t.role,
            "represents": t.represents,
            "from": t.start,
            "to": t.end,
            "known_until": t.until,
            "certainty": t.certainty,
            "state": t.state,
            "holder": t.holder,
            "seat_id": t.seat,
            "why": t.why,
            "listed_on": t.on,
            **_first_place(exported, t.facts),
        }


def _tenure_facts(exported: Exported) -> Iterator[Row]:
    return ({"tenure_id": t.id, "fact_id": fact} for t in exported.tenures for fact in t.facts)


def _evidence(exported: Exported) -> Iterator[Row]:
    for fact in exported.facts:
        for place in fact.places:
            shown = {c.name: getattr(place, c.name) for c in _EVIDENCE_COLUMNS if hasattr(place, c.name)}
            yield {"fact_id": fact.id, "kind": fact.kind, "date": fact.date, **shown}


_EVIDENCE_COLUMNS = (
    Column("fact_id", "the fact that it is behind: the `id` of the table of its kind"),
    Column("kind", "the kind of fact"),
    Column("date", "the day of the meeting", "date"),
    Column("part", "`statement`, `decision`, `heading`, `subject` or `continuation`"),
    Column("rule", "the rule that read it"),
    Column("document", "the document", of="documents"),
    Column("uri", "where the document was published"),
    Column("page", "from 1; PDF only", "integer"),
    Column("line_start", "first line, from 1", "integer"),
    Column("line_end", "last line, from 1", "integer"),
    Column("char_start", "first character of the text as read, from 0", "integer"),
    Column("char_end", "the character after the last, from 0", "integer"),
    Column("text", "exactly what stands there"),
)
_PLACE = (
    Column("document", "the first document that states it"),
    Column("uri", "where that was published"),
    Column("page", "its page, from 1; PDF only", "integer"),
    Column("line", "its line, from 1", "integer"),
    Column("quote", "what stands there"),
)
_SOURCE = Column("source", "the council whose minutes say it, or the folder or document where that is not known")
_FIRST = (
    Table("documents", "Documents in their current versions", _DOCUMENT_COLUMNS, _documents),
    Table(
        "people",
        "Everybody whom documents name",
        (
            Column("id", "identifies the person"),
            Column("name", "the fullest name as written"),
            Column("sort_name", "surname first"),
            Column("kind", "`councillor`, `officer`, `representative`, `public` or `other`"),
            _SOURCE,
        ),
        _people,
    ),
    Table(
        "bodies",
        "Councils, committees and other bodies",
        (
            Column("id", "identifies the body"),
            Column("name", "the fullest name as written"),
            Column("kind", "`council`, `committee`, `sub_committee`, `working_group`, `board`, `panel` …"),
            Column("part_of", "the body that it is part of"),
            Column("part_of_id", "the same", of="bodies"),
            Column("part_of_basis", "`stated` or `inferred`"),
            Column("later_id", "the body that it became, or that took its place", of="bodies"),
            _SOURCE,
        ),
        _bodies,
    ),
    Table(
        "names",
        "Names as written, of people and of bodies",
        (
            Column("id", "the person or the body"),
            Column("name", "as written"),
            Column("of", "`person` or `body`"),
        ),
        _names,
        keyed=False,
    ),
    Table(
        "meetings",
        "Meetings, those that were only announced or were cancelled as well",
        (
            Column("id", "identifies the meeting"),
            Column("date", f"its day, {_PARTIAL}", "date"),
            Column("dates", "all days, where it lasted several", "list"),
            Column("body", "the body that met"),
            Column("body_id", "the same", of="bodies"),
            Column("start", "HH:MM"),
            Column("end", "HH:MM"),
            Column("venue", "as written"),
            Column("mode", "`in_person`, `virtual` or `hybrid`"),
            Column(
                "status",
                "`held`, `inquorate`, `adjourned`, `cancelled`, `announced`, or `register`, which is no meeting",
            ),
            Column("kind", "`special`, `annual`, `hearing` or `work_session`; none for an ordinary one"),
            _SOURCE,
        ),
        _meetings,
    ),
    Table(
        "tenures",
        "Who sat on which body from when to when, and which seats were open",
        (
            Column("id", "identifies the tenure while what it rests on stays"),
            Column("person", "who; nobody where the seat is open"),
            Column("person_id", "the same", of="people"),
            Column("body", "the body"),
            Column("body_id", "the same", of="bodies"),
            Column("role", "as written"),
            Column("represents", "what the seat stands for"),
            Column("from", "first day", "date"),
            Column("to", "last day; none while nothing ended it", "date"),
            Column("known_until", "the last day that the documents tell of", "date"),
            Column("certainty", "`certain`, `appointed` or `likely`; on the days in `listed_on` always `certain`"),
            Column("state", "`vacant` or `unnamed` where nobody is named"),
            Column("holder", "how an unnamed holder is described"),
            Column("seat_id", "identifies an open seat"),
            Column("why", "the reason in words"),
            Column("listed_on", "days of meetings whose lists name the person", "list"),
            *_PLACE,
        ),
        _tenures,
    ),
)
_EVIDENCE = Table("evidence", "Every passage behind every fact", _EVIDENCE_COLUMNS, _evidence, keyed=False)
_TENURE_FACTS = Table(
    "tenure_facts",
    "The facts that each tenure rests on",
    (Column("tenure_id", "the tenure", of="tenures"), Column("fact_id", "the `id` of a fact")),
    _tenure_facts,
    keyed=False,
)


def _fact_table(kind: str, name: str) -> Table:
    meanings = next(n.properties for n in NODES if n.label == kind)
    slots = SLOTS.get(_as_kind(kind), ())
    columns = [
        Column("id", "identifies the fact by what it says and of which meeting"),
        Column("date", f"the day of the meeting, {_PARTIAL}", "date"),
        Column("meeting_id", "the meeting", of="meetings"),
        Column("met", "the body that met"),
        Column("met_id", "the same", of="bodies"),
        *([Column("motion_id", "the motion", of="motions")] if kind == "Vote" else []),
    ]
    for slot, of in slots:
        columns += [
            Column(f"{slot}_id", f"the {of} that `{slot}` means, where that is decided", of=_TABLE_OF[of]),
            Column(f"{slot}_name", "the name under which the export has it"),
            Column(f"{slot}_written", "as written"),
        ]
    fields = [f for f in FIELDS[kind] if f not in {slot for slot, _ in slots} | {"body_name"}]
    columns += [Column(f, meanings[f], _TYPES.get(f, "string")) for f in fields]
    columns += [Column("corrected", "what a reviewer corrected, in words", "list"), *_PLACE]

    def rows(exported: Exported) -> Iterator[Row]:
        for fact in exported.of_kind(kind):
            yield _fact_row(exported, fact, fields)

    return Table(name, _TITLES[kind], tuple(columns), rows)


def _fact_row(exported: Exported, fact: Fact, fields: list[str]) -> Row:
    row: Row = {
        "id": fact.id,
        "date": fact.date,
        "meeting_id": fact.meeting,
        "met": _name(exported, fact.body),
        "met_id": fact.body,
        "motion_id": fact.motion,
        "corrected": fact.get("corrected"),
    }
    for slot, _ in SLOTS.get(_as_kind(fact.kind), ()):
        found = fact.name(slot)
        written = found.text if found else fact.get(slot)  # words that are no name of a body stand in the field alone
        row |= {f"{slot}_written": written, f"{slot}_id": fact.means(slot), f"{slot}_name": found and found.name}
    return row | {f: fact.get(f) for f in fields} | _first_place(exported, (fact.id,))


def _as_kind(kind: str) -> Kind:
    return kind  # type: ignore[return-value]


_TABLE_OF: Mapping[str, str] = {"person": "people", "body": "bodies"}
_TITLES = {
    "MeetingRecord": "What each document says of its meeting",
    "Attendance": "Who is listed at which meeting, and how",
    "Substitution": "Who substituted for whom",
    "Appointment": "Appointments, elections, co-options, departures and vacancies",
    "Departure": "Who could sit no longer, or not for a time",
    "Registration": "What registers of members say",
    "Declaration": "Declared interests",
    "Motion": "Motions",
    "Vote": "Votes of named people",
    "Delegation": "Delegated functions",
    "Resolution": "What was resolved, agreed or noted",
    "Contribution": "Who asked, moved, reported or left",
    "OtherName": "Other names of people, as stated",
    "AgendaItem": "Items of agendas",
    "BodyChange": "Bodies that were renamed or succeeded",
    "Naming": "Bodies that documents name",
    "Announcement": "Announced meetings",
    "PreviousMinutes": "How earlier minutes were dealt with",
    "Correction": "Corrections that a meeting made to earlier minutes",
    "Warning": "What could not be read, or contradicts itself",
}


def _name(exported: Exported, key: str | None) -> str | None:
    found = exported.by_id.get(key or "")
    return None if found is None or isinstance(found, (Fact, Meeting)) else found.name


def _first_place(exported: Exported, facts: tuple[str, ...]) -> Row:
    first = exported.first_place(facts)
    return {
        "document": first and first.name,
        "uri": first and first.uri,
        "page": first and first.page,
        "line": first and first.line_start,
        "quote": first and first.text,
    }
