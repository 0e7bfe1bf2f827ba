"""Every kind of edge of the graph, stated once, with the labels at its ends and what its properties mean."""

from __future__ import annotations

from dataclasses import dataclass

from .nodes import Layer


@dataclass(frozen=True)
class Edge:
    """A kind of edge between two labels, with the properties it carries and what they mean."""

    start: str
    type: str
    end: str
    layer: Layer
    properties: dict[str, str]


_SPELL = {
    "role": "as written",
    "represents": "what the seat stands for",
    "from": "first day, ISO",
    "to": "last day, ISO; none while nothing ended it",
    "known_to": "the last day that the store can tell of, ISO, where nothing ended it",
    "unlisted_from": "the first of the body's complete lists that all lack the person since, where nothing ended it",
    "far": "true where inferred over more than twelve months: the end of a council's term between breaks it",
    "certainty": "`certain`, `appointed` or `likely`; on the days in `on` always `certain`",
    "on": "the days of meetings that list the person",
    "why": "the reason in words",
    "register": "the register of members that says it, where one does",
    "facts": "ids of the facts it rests on",
}

_MEANS = {
    "basis": "how it was decided",
    "reasons": "in words",
    "spelling": "the form that the same minutes write more, where it differs by a letter",
}

_MET = {"basis": "`inferred` where the minutes name no body and the documents beside it show which one met"}

EDGES: tuple[Edge, ...] = (
    Edge("Document", "HAS_VERSION", "Version", "source", {"current": "whether it is the document's newest"}),
    Edge("Passage", "IN", "Version", "source", {}),
    Edge(
        "Fact",
        "EVIDENCED_BY",
        "Passage",
        "fact",
        {
            "part": "`statement`, `decision`, `heading`, `subject` or `continuation`",
            "rule": "the rule that read it",
            "apart": "the id of the meeting that its document alone would give, where that is taken together with "
            "another document's",
            "own": "what that id is made with",
            "fact": "the id of the fact that its document alone would give, where another one's says the same",
        },
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
    Edge("Departure", "PERSON", "Mention", "fact", {}),
    Edge("Registration", "PERSON", "Mention", "fact", {}),
    Edge("Declaration", "PERSON", "Mention", "fact", {}),
    Edge("Motion", "PROPOSED_BY", "Mention", "fact", {}),
    Edge("Motion", "SECONDED_BY", "Mention", "fact", {}),
    Edge("Vote", "PERSON", "Mention", "fact", {}),
    Edge("Vote", "ON", "Motion", "fact", {}),
    Edge("Contribution", "PERSON", "Mention", "fact", {}),
    Edge("OtherName", "PERSON", "Mention", "fact", {}),
    Edge("OtherName", "OTHER_NAME", "Mention", "fact", {}),
    Edge("Fact", "NAMES", "Mention", "fact", {"slot": "the field of the record: of a body's name"}),
    Edge("Mention", "REFERS_TO", "Person", "derived", _MEANS),
    Edge("Mention", "REFERS_TO", "Body", "derived", _MEANS),
    Edge("Mention", "MAY_BE", "Person", "derived", {"score": "0 to 1", "reasons": "in words"}),
    Edge("Mention", "MAY_BE", "Body", "derived", {"score": "0 to 1", "reasons": "in words"}),
    Edge("Decision", "ONE", "Mention", "derived", {}),
    Edge("Decision", "OTHER", "Mention", "derived", {}),
    Edge("Amendment", "AMENDS", "Fact", "source", {}),
    Edge("Meeting", "OF", "Body", "derived", _MET),
    Edge("Meeting", "CALLED_FOR", "Body", "derived", _MET),
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
    Edge(
        "Body",
        "SUCCEEDED_BY",
        "Body",
        "derived",
        {"kind": "`renamed` or `succeeded`", "facts": "ids of the facts whose sentences say so"},
    ),
    Edge("Person", "SAT_ON", "Body", "derived", _SPELL),
    Edge(
        "Person",
        "LAST_LISTED",
        "Body",
        "derived",
        {
            "role": "as written",
            "represents": "what the seat stands for",
            "listed_on": "the day of the latest list of the body in the store, ISO as exact as the document",
            "from": "the day after it",
            "to": "the last day within twelve months with nothing against it",
            "why": "in words; no claim that the person sat",
            "facts": "ids of the facts it rests on",
        },
    ),
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
