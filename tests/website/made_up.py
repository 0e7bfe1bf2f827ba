"""A small council, made up: one body, two meetings of one document each, three councillors and one of the public."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from govgraph.website.pages.maps import VIEWS
from govgraph.website.records import Body, Document, Fact, Meeting, Named, Person, Place, Records

HOSTILE = "<script>alert('x')</script> O'Hara & \"Sons\" </style>"
VERSION = "a" * 64
TEXT = """Fenmarsh Parish Council
Present: Cllr Ann Roe (Chair), {name}
Apologies: Mr Cole
In attendance: Mrs Pat Doe, resident
Mrs Pat Doe asked about the pond. Cllr Ann Roe answered.
RESOLVED that Mr Cole be a member of the Pond Group.
"""


A_MAP = b'<!doctype html><html lang="en"><title>A map</title>'
MAPS = {
    "maps/": lambda: [(file, A_MAP) for _, file, _, _ in VIEWS],
    "downloads/": lambda: [("popolo.json", b"{}"), ("csv/people.csv", b"id\r\n")],
}
"""What stands for the interactive maps and the exports, which are made from a store."""


def place(text: str, words: str, part: str = "statement") -> Place:
    """Where a text has some words."""
    start = text.index(words)
    line = text.count("\n", 0, start) + 1
    end = start + len(words)
    return Place(part, "made.up", VERSION, start, end, line, text.count("\n", 0, end) + 1, None, words)


def fact(
    ident: str, label: str, at: Place, names: tuple[Named, ...] = (), body: str | None = None, **said: Any
) -> Fact:
    """A fact of the meeting."""
    given = {"date": "2024-03-05", "order": at.start} | said
    return Fact(ident, label, given, "m-1", body, None, None, names, (at,))


def person(text: str, means: str | None, edge: str = "PERSON") -> Named:
    """A name of a person in a fact."""
    return Named(edge, edge.lower(), text, "person", means)


def council(name: str = "Cllr Bo Fir", uri: str | None = None, public: bool = False, text: bool = True) -> Records:
    """The records of the council; `name` is that of a councillor, the body and the document."""
    words = TEXT.format(name=name)
    people = [
        Person("p-roe", "Cllr Ann Roe", "Roe, Ann", "councillor", ("Cllr Ann Roe",)),
        Person("p-fir", name, name, "councillor", (name,)),
        Person("p-cole", "Mr Cole", "Cole", "councillor", ("Mr Cole",)),
        Person("p-doe", "Mrs Pat Doe", "Doe, Pat", "public", ("Mrs Pat Doe",)),
    ]
    roe, fir, cole, doe = (person(p.name, p.id) for p in people)
    there = {"status": "in_attendance", "capacity": "public"}
    made = {"action": "appoint", "outcome": "agreed", "role": "member"}
    facts = [
        fact("f-roe", "Attendance", place(words, "Cllr Ann Roe (Chair)"), (roe,), status="present", role="Chair"),
        fact("f-fir", "Attendance", place(words, name), (fir,), status="present"),
        fact("f-cole", "Attendance", place(words, "Mr Cole"), (cole,), status="apologies"),
        fact("f-doe", "Attendance", place(words, "Mrs Pat Doe, resident"), (doe,), **there),
        fact("f-asked", "Contribution", place(words, "Mrs Pat Doe asked about the pond"), (doe,), kind="asked"),
        fact("f-pond", "Appointment", place(words, "Mr Cole be a member of the Pond Group"), (cole,), "b-pond", **made),
    ]
    withheld = frozenset() if public else frozenset({"p-doe"})
    shown = [f for f in facts if public or not any(n.means == "p-doe" for n in f.names)]
    bodies = [
        Body("b-council", name, "council", "fenmarsh", (name,), (), ()),
        Body("b-pond", "Pond Group", "working_group", "fenmarsh", ("Pond Group",), ("b-council",), ()),
    ]
    meeting = Meeting("m-1", "2024-03-05", (), "19:00", "", "", "", "held", "", "b-council")
    document = Document(
        "k",
        "d-1",
        name,
        uri,
        name,
        VERSION,
        "text/plain",
        None,
        "2024-04-01T09:00:00+00:00",
        0,
        words if text else None,
    )
    return Records(
        documents={"k": document},
        meetings={meeting.id: meeting},
        people={p.id: p for p in people if p.id not in withheld},
        bodies={b.id: b for b in bodies},
        facts={f.id: f for f in shown},
        spells=[spell("p-roe", "Cllr Ann Roe", name, "Chair", "f-roe"), spell("p-fir", name, name, "member", "f-fir")],
        last_listed=[],
        term_ends={},
        attendance=[],
        coverage=[],
        changes=[],
        open_names=[],
        audit=[],
        councils=(name,),
        withheld=withheld,
        withheld_names={} if public else {VERSION: frozenset({"Mrs Pat Doe"})},
    )


def spell(ident: str, who: str, body: str, role: str, of: str) -> dict[str, Any]:
    """A day on the council, as the store gives it."""
    given: dict[str, Any] = dict.fromkeys(("seat_id", "represents", "known_to", "unlisted_from", "state", "holder"))
    return given | {
        "body": body,
        "body_id": "b-council",
        "scope": "fenmarsh",
        "person": who,
        "person_id": ident,
        "sort_name": who,
        "kind": "councillor",
        "id": f"s-{ident}",
        "role": role,
        "from": "2024-03-05",
        "to": "2024-03-05",
        "certainty": "certain",
        "on": ["2024-03-05"],
        "far": False,
        "why": "listed at the meeting",
        "facts": [of],
    }


def rich(records: Records) -> Records:
    """The same with something of every kind that pages show: attendance, changes, findings, open names, coverage."""
    body, who = records.bodies["b-council"].name, {"person": "Cllr Ann Roe", "person_id": "p-roe"}
    on_body = {"body": body, "body_id": "b-council"}
    numbers = {"came": 1, "expected": 1, "apologies": 0, "absent": 0, "stood_in_for": 0, "not_recorded": 0}
    days = {"first": "2024-03-05", "last": "2024-03-05"}
    finding = {
        "rule": "quorum",
        "verdict": "finding",
        "severity": "high",
        "message": "fewer came than the quorum on 2024-03-05",
        "date": "2024-03-05",
        "facts": ["f-roe"],
    }
    unjudged = {"person": None, "person_id": None, "verdict": "not_enough_evidence", "rule": "tally"}
    vacant = spell("", "", body, "member", "f-pond") | {
        "person": None,
        "person_id": None,
        "sort_name": None,
        "kind": None,
        "seat_id": "seat",
        "state": "vacant",
        "represents": "Pond Users",
    }
    joined = {"role": "Chair", "change": "joined", "date": "2024-03-05", "certainty": "certain", "why": "appointed"}
    covered = {"date": "2024-02-06", "state": "missing", "why": "its minutes are not here", "run": "1 of 2"}
    return replace(
        records,
        spells=[*records.spells, vacant],
        attendance=[numbers | days | who | on_body | {"why": "expected where listed as one of the body (1)"}],
        coverage=[covered | on_body | {"fact_id": "f-cole"}],
        changes=[joined | who | on_body | {"facts": ["f-roe"]}],
        audit=[
            finding | who | on_body,
            finding | who | on_body | {"severity": "low", "rule": "weekday"},
            finding | unjudged | on_body,
        ],
        open_names=[
            {
                "text": "Cllr Roe",
                "date": "2024-03-05",
                "candidates": [{"person": "Cllr Ann Roe", "person_id": "p-roe"}],
                "mention_id": "m",
            }
        ],
    )
