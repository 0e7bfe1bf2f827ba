"""The graph, stated once: every node with its key and properties, every edge with its ends.

The constraints, the indexes, the statements that write rows and `docs/graph.md` are all made from these two tables.
Three layers: *sources* (Document, Version, Passage), *facts* (what one document says, with the names as written) and
what is *derived* from facts and identity (Person, Body, Seat, shortcuts), which is rebuilt and never edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Layer = Literal["source", "fact", "derived", "state"]


@dataclass(frozen=True)
class Node:
    """A kind of node: its label, the property that identifies it, and all properties with what they mean."""

    label: str
    key: str
    layer: Layer
    properties: dict[str, str]
    also: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edge:
    """A kind of edge between two labels, with the properties it carries and what they mean."""

    start: str
    type: str
    end: str
    layer: Layer
    properties: dict[str, str]


_FACT = {
    "id": "identifies the fact by what it says and of which meeting, not by its file",
    "scope": "the council, folded, or the document's key where no council is known",
    "date": "the date of the meeting, ISO, as exact as the document",
    "order": "where it stands: the first character of its statement, the smallest where several documents state it",
}


def _fact(label: str, properties: dict[str, str]) -> Node:
    return Node(label, "id", "fact", _FACT | properties, also=("Fact",), indexes=("date",))


NODES: tuple[Node, ...] = (
    Node(
        "Document",
        "key",
        "source",
        {
            "key": "its URI, or its path below the folder that was loaded",
            "name": "the file's name",
            "uri": "where it was published",
            "scope": _FACT["scope"],
            "council": "the council that it belongs to, where that is stated or can be inferred",
            "council_basis": "`stated` (option or govgraph.toml), `text` (the minutes say so) or `inferred`",
            "profile": "the name of the rules that a govgraph.toml states for the folder",
        },
        indexes=("name",),
    ),
    Node(
        "Version",
        "id",
        "source",
        {
            "id": "SHA-256 of the file's bytes",
            "media_type": "IANA media type",
            "published": "when it was published, ISO, where that is known",
            "loaded": "when it was first loaded, ISO with time zone",
            "superseded": "true when every document that had it has a newer version",
            "digest": "hash of the parsed minutes: tells whether the same bytes are read differently now",
        },
    ),
    Node(
        "Passage",
        "id",
        "source",
        {
            "id": "version and characters",
            "text": "exactly what stands there",
            "line_start": "from 1",
            "line_end": "from 1",
            "char_start": "from 0",
            "char_end": "from 0",
            "page": "from 1; PDF only",
        },
    ),
    Node(
        "Mention",
        "id",
        "fact",
        {
            "id": "identifies the name by its fact and its slot",
            "scope": _FACT["scope"],
            "text": "the name as written",
            "of": "`person` or `body`",
            "slot": "the field of the record that holds it",
        },
    ),
    Node(
        "Decision",
        "id",
        "source",
        {
            "id": "as in the file of decisions",
            "verdict": "`same` or `different`",
            "who": "who decided",
            "when": "ISO, with time zone; where decisions contradict each other the newest counts",
            "why": "the reason given",
        }
        | {
            f"{side}{name}": meaning
            for side in ("one", "other")
            for name, meaning in (
                ("", "ids of the mentions of this side"),
                ("_texts", "their words, in the same order"),
                ("_documents", "the documents that hold them"),
                ("_lines", "their lines, from 1"),
            )
        },
    ),
    Node(
        "Meeting",
        "id",
        "fact",
        {
            "id": "council (or document), body, date and start",
            "scope": _FACT["scope"],
            "date": "ISO, as exact as the document",
            "dates": "all days, where it lasted several",
            "start": "HH:MM",
            "end": "HH:MM",
            "venue": "as written",
            "mode": "`in_person`, `virtual` or `hybrid`",
        },
        indexes=("date",),
    ),
    _fact(
        "MeetingRecord",
        dict.fromkeys(("body_name", "body_kind", "parent", "parent_basis"), "as in parsed-minutes")
        | dict.fromkeys(("dates", "start", "end", "venue", "mode"), "as in parsed-minutes"),
    ),
    _fact(
        "Attendance",
        {
            "status": "`present`, `apologies`, `absent` or `in_attendance`",
            "capacity": "`member`, `co_opted`, `representative`, `officer`, `guest`, `public` or none",
            "role": "as written",
            "organisation": "as written",
            "organisation_kind": "`body`, `party`, `ward`, `employer` or `service`",
            "mode": "`in_person`, `virtual` or `hybrid`",
            "arrived": "as written or HH:MM",
            "left": "as written or HH:MM",
            "reason": "as written",
            "initials": "those that a key in the minutes gives the person",
            "list": "which list of the minutes, counted from 1",
        },
    ),
    _fact("Substitution", {}),
    _fact(
        "Appointment",
        {
            "action": "`appoint`, `elect`, `co_opt`, `nominate`, `continue`, `replace`, `remove`, `resign`, `vacancy`",
            "outcome": "`agreed`, `noted`, `proposed`, `lost` or `deferred`",
            "holder": "how an unnamed holder is described",
            "represents": "what the seat stands for, or who sends the person",
            "role": "as written",
            "body_kind": "as in parsed-minutes",
            "decision": "the paragraph or resolution that decides it",
            "start": "ISO, as exact as the document",
            "end": "ISO, as exact as the document",
            "term": "as written",
        },
    ),
    _fact("Declaration", dict.fromkeys(("kind", "item", "reason"), "as written") | {"left_meeting": "true or false"}),
    _fact(
        "Motion",
        {"item": "as written", "outcome": "as for Appointment", "text": "as written"}
        | {f"tally_{k}": "votes counted" for k in ("for", "against", "abstain")},
    ),
    _fact("Vote", {"vote": "`for`, `against` or `abstain`"}),
    _fact(
        "Delegation",
        {"function": "as written", "delegate": "as written", "condition": "as written"}
        | dict.fromkeys(("consult_any", "consult_also"), "roles as written"),
    ),
    _fact("Resolution", {"item": "paragraph", "text": "as written", "outcome": "as for Appointment"}),
    _fact("Contribution", {"item": "paragraph", "kind": "what the person did"}),
    _fact("AgendaItem", {"number": "as written", "title": "as written"}),
    _fact("Naming", {"kind": "the kind of body that the document's words give"}),
    _fact(
        "Announcement",
        {"announced": "the announced date", "start": "HH:MM", "venue": "as written", "purpose": "as written"},
    ),
    _fact("PreviousMinutes", {"approved": "the date of the meeting whose minutes these are", "outcome": "as written"}),
    _fact("Correction", {"corrects": "the date of the meeting corrected", "text": "as written"}),
    _fact("Warning", {"code": "what kind of trouble", "message": "in words"}),
    Node(
        "Person",
        "id",
        "derived",
        {
            "id": "from the earliest mention",
            "scope": _FACT["scope"],
            "name": "the fullest name as written",
            "sort_name": "surname first",
            "kind": "`councillor`, `officer`, `representative`, `public` or `other`",
        },
        indexes=("name", "sort_name", "scope"),
    ),
    Node(
        "Body",
        "id",
        "derived",
        {
            "id": "from the earliest mention",
            "scope": _FACT["scope"],
            "name": "the fullest name as written",
            "kind": "as in parsed-minutes",
        },
        also=(),
        indexes=("name", "scope"),
    ),
    Node(
        "Role",
        "id",
        "derived",
        {
            "id": "body and name",
            "scope": _FACT["scope"],
            "name": "as written",
            "kind": "`office`, `seat` or `post`",
        },
    ),
    Node(
        "Seat",
        "id",
        "derived",
        {
            "id": "body and what it stands for",
            "scope": _FACT["scope"],
            "represents": "what the seat stands for",
            "role": "as written",
            "places": "how many, where stated",
        },
    ),
    Node("Pending", "scope", "state", {"scope": "what a document touched and has not been rebuilt"}),
    Node("Lock", "id", "state", {"id": "`writer`: one loader at a time", "taken": "when it was last taken"}),
)

BODY_LABELS: dict[str, str] = {
    "council": "Council",
    "committee": "Committee",
    "sub_committee": "SubCommittee",
    "working_group": "WorkingGroup",
    "board": "Board",
    "panel": "Panel",
    "external_body": "ExternalBody",
    "political_group": "PoliticalGroup",
    "other": "OtherBody",
}
"""The second label of a body, by its kind."""

_SPELL = {
    "role": "as written",
    "represents": "what the seat stands for",
    "from": "first day, ISO",
    "to": "last day, ISO; none while nothing ended it",
    "certainty": "`certain`, `appointed` or `likely`; on the days in `on` always `certain`",
    "on": "the days of meetings that list the person",
    "why": "the reason in words",
    "facts": "ids of the facts it rests on",
}

_MEANS = {
    "basis": "how it was decided",
    "reasons": "in words",
    "spelling": "the form that the same minutes write more, where it differs by a letter",
}

EDGES: tuple[Edge, ...] = (
    Edge("Document", "HAS_VERSION", "Version", "source", {"current": "whether it is the document's newest"}),
    Edge("Passage", "IN", "Version", "source", {}),
    Edge(
        "Fact",
        "EVIDENCED_BY",
        "Passage",
        "fact",
        {"part": "`statement`, `decision`, `heading`, `subject` or `continuation`", "rule": "the rule that read it"},
    ),
    Edge("Mention", "FOUND_IN", "Passage", "fact", {}),
    Edge("Fact", "AT", "Meeting", "fact", {}),
    Edge("Appointment", "MADE_AT", "Meeting", "fact", {}),
    Edge("Attendance", "PERSON", "Mention", "fact", {}),
    Edge("Substitution", "SUBSTITUTE", "Mention", "fact", {}),
    Edge("Substitution", "ABSENT", "Mention", "fact", {}),
    Edge("Appointment", "PERSON", "Mention", "fact", {}),
    Edge("Appointment", "HOLDER", "Mention", "fact", {}),
    Edge("Appointment", "REPLACES", "Mention", "fact", {}),
    Edge("Appointment", "DECIDED_BY", "Resolution", "fact", {}),
    Edge("Declaration", "PERSON", "Mention", "fact", {}),
    Edge("Motion", "PROPOSED_BY", "Mention", "fact", {}),
    Edge("Motion", "SECONDED_BY", "Mention", "fact", {}),
    Edge("Vote", "PERSON", "Mention", "fact", {}),
    Edge("Vote", "ON", "Motion", "fact", {}),
    Edge("Contribution", "PERSON", "Mention", "fact", {}),
    Edge("Fact", "NAMES", "Mention", "fact", {"slot": "the field of the record: of a body's name"}),
    Edge("Mention", "REFERS_TO", "Person", "derived", _MEANS),
    Edge("Mention", "REFERS_TO", "Body", "derived", _MEANS),
    Edge("Mention", "MAY_BE", "Person", "derived", {"score": "0 to 1", "reasons": "in words"}),
    Edge("Mention", "MAY_BE", "Body", "derived", {"score": "0 to 1", "reasons": "in words"}),
    Edge("Decision", "ONE", "Mention", "derived", {}),
    Edge("Decision", "OTHER", "Mention", "derived", {}),
    Edge("Meeting", "OF", "Body", "derived", {}),
    Edge("Attendance", "FROM", "Body", "derived", {}),
    Edge("Attendance", "AS", "Role", "derived", {}),
    Edge("Appointment", "TO", "Body", "derived", {}),
    Edge("Appointment", "MADE_BY", "Body", "derived", {}),
    Edge("Appointment", "TO_SEAT", "Seat", "derived", {}),
    Edge("Appointment", "AS", "Role", "derived", {}),
    Edge("Declaration", "ABOUT", "Body", "derived", {}),
    Edge("Delegation", "DELEGATE", "Role", "derived", {}),
    Edge(
        "Delegation", "CONSULTS", "Role", "derived", {"also": "true where consulted besides, false where one of them"}
    ),
    Edge("Role", "OF", "Body", "derived", {}),
    Edge("Seat", "ON", "Body", "derived", {}),
    Edge("Body", "PART_OF", "Body", "derived", {"basis": "`stated` or `inferred`", "facts": "ids of facts"}),
    Edge("Body", "SUCCEEDED_BY", "Body", "derived", {"facts": "ids of facts"}),
    Edge("Person", "SAT_ON", "Body", "derived", _SPELL),
    Edge(
        "Seat",
        "STATE",
        "Body",
        "derived",
        _SPELL | {"state": "`vacant` or `unnamed`", "holder": "how an unnamed holder is described"},
    ),
    Edge(
        "Person",
        "ATTENDED",
        "Meeting",
        "derived",
        {"status": "as for Attendance", "capacity": "as for Attendance", "facts": "ids of the facts it rests on"},
    ),
    Edge(
        "Person",
        "SUBSTITUTED_FOR",
        "Person",
        "derived",
        {"date": "of the meeting", "body": "id of the body", "meeting": "id", "facts": "ids of the facts it rests on"},
    ),
    Edge(
        "Person",
        "REPRESENTS",
        "Body",
        "derived",
        {"on": "id of the body on which", "from": "first day", "to": "last day", "facts": "ids of the facts"},
    ),
)

KEYS: dict[str, str] = {n.label: n.key for n in NODES} | {"Fact": "id", "Superseded": "id"}
"""The key property of every label that an edge's end is found by."""

ALSO: dict[str, tuple[str, ...]] = {n.label: n.also for n in NODES}

DERIVED_EDGES: tuple[str, ...] = tuple(sorted({e.type for e in EDGES if e.layer == "derived"}))
"""Types whose edges are rebuilt from facts and identity; each carries `id` and `scope` besides its own properties."""

FACT_LABELS: tuple[str, ...] = tuple(n.label for n in NODES if "Fact" in n.also)


def constraints() -> tuple[str, ...]:
    """The Cypher statements that create every key constraint and index; each may be run again."""
    statements = [
        f"CREATE CONSTRAINT {n.label.lower()}_{n.key} IF NOT EXISTS FOR (n:{n.label}) REQUIRE n.{n.key} IS UNIQUE"
        for n in NODES
    ]
    statements += [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in ("Fact", "Superseded")
    ]
    statements += [
        f"CREATE INDEX {n.label.lower()}_{name} IF NOT EXISTS FOR (n:{n.label}) ON (n.{name})"
        for n in NODES
        for name in n.indexes
    ]
    statements += [
        "CREATE INDEX fact_scope IF NOT EXISTS FOR (n:Fact) ON (n.scope)",
        "CREATE INDEX mention_scope IF NOT EXISTS FOR (n:Mention) ON (n.scope)",
        "CREATE TEXT INDEX mention_text IF NOT EXISTS FOR (n:Mention) ON (n.text)",
        "CREATE INDEX meeting_scope IF NOT EXISTS FOR (n:Meeting) ON (n.scope)",
    ]
    statements += [
        f"CREATE INDEX {type_.lower()}_scope IF NOT EXISTS FOR ()-[r:{type_}]-() ON (r.scope)"
        for type_ in DERIVED_EDGES
    ]
    statements += [
        f"CREATE INDEX {type_.lower()}_id IF NOT EXISTS FOR ()-[r:{type_}]-() ON (r.id)" for type_ in DERIVED_EDGES
    ]
    return tuple(statements)
