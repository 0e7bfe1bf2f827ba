"""Facts and identity to the derived layer: people, bodies, roles, seats and shortcuts.

Everything here can be thrown away and made again. The rows depend on the set of current facts of a scope and on the
human judgements, and on nothing else: not on the order of loading, nor on what was derived before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from typing import Any

from ..decisions import Judgement
from ..folding import fold
from ..identity import Bodies, BodyEntity, People, PersonEntity
from ..records import digest
from .between_bodies import add_parts, add_successors
from .fact_rows import Council, FactRow
from .meetings import TOOK_PLACE, meeting_nodes
from .roles import role_kind
from .rows import EdgeKind, EdgeRow, Rows
from .tenure_rows import LISTED, given, seat_of, write_tenures
from .work import Scope


def derive(
    scope: str,
    facts: Sequence[FactRow],
    bodies: Bodies,
    people: People,
    council: Council | None,
    judgements: Sequence[Judgement] = (),
) -> Rows:
    """All derived nodes and edges of one scope. `judgements` are the decisions that `people` follows."""
    work = Scope.of(scope, facts, bodies, people, council)
    _entities(work)
    identity_edges(work.rows, scope, bodies, people)
    _at_meetings(work, judgements)
    add_parts(work)
    add_successors(work)
    write_tenures(work)
    return work.rows


def derive_meetings(
    scope: str, facts: Sequence[FactRow], bodies: Bodies, people: People, judgements: Sequence[Judgement]
) -> Rows:
    """What follows from the facts of some meetings for these meetings alone: no spells, no parts of bodies.

    `facts` are all facts of these meetings, `bodies` and `people` what their names mean.
    """
    work = Scope.of(scope, facts, bodies, people, None)
    _at_meetings(work, judgements)
    return work.rows


def derive_bodies(
    scope: str,
    facts: Sequence[FactRow],
    bodies: Bodies,
    people: People,
    council: Council | None,
    of: Set[str],
    named: Set[str],
) -> Rows:
    """The spells and seats `of` some bodies, and what those that are `named` are part of.

    `facts` are all facts of `LABELS_OF_BODIES` that are told at meetings of the former or are of places on them, with
    all that name the latter, and all departures; `bodies` are all bodies of the scope.
    """
    work = Scope.of(scope, facts, bodies, people, council)
    _meetings(work)
    add_parts(work)
    write_tenures(work)
    found = Rows()
    for kind, rows in work.rows.edges.items():
        if kind[1] in EDGES_OF_BODIES:
            wanted = named if kind[1] == "PART_OF" else of
            found.edges[kind] = {key: row for key, row in rows.items() if _body_of(kind, row) in wanted}
    seats = work.rows.nodes.get("Seat", {})
    found.nodes["Seat"] = {key: row for key, row in seats.items() if work.body_of_seat.get(key) in of}
    found.nodes["Body"] = work.rows.nodes.get("Body", {})
    return found


LABELS_OF_BODIES = (
    "MeetingRecord",
    "Naming",
    "Attendance",
    "Substitution",
    "Appointment",
    "Departure",
    "Registration",
    "PreviousMinutes",
)
"""The facts that tell who sat on a body."""
EDGES_OF_BODIES = ("SAT_ON", "LAST_LISTED", "STATE", "REPRESENTS", "PART_OF")
"""What a body's meetings say together: these edges are made body by body."""


def _body_of(kind: EdgeKind, row: EdgeRow) -> str:
    """The body that an edge is made with."""
    if kind[1] == "REPRESENTS":
        return str(row.properties["on"])
    return row.start if kind[1] == "PART_OF" else row.end


def _at_meetings(work: Scope, judgements: Sequence[Judgement]) -> None:
    _decisions(work, judgements)
    _meetings(work)
    _attendances(work)
    _appointments(work)
    _delegations(work)
    for fact in work.by_label("Declaration"):
        if body := work.body(fact.name("about")):
            work.edge(("Declaration", "ABOUT", "Body"), fact.id, body)
    _substitutions(work)


def _entities(work: Scope) -> None:
    for body in work.bodies.entities.values():
        work.rows.node("Body", body.id, body_node(work.scope, body))
    for person in work.people.entities.values():
        work.rows.node("Person", person.id, person_node(work.scope, person))


def body_node(scope: str, body: BodyEntity) -> dict[str, Any]:
    """The properties of a body's node."""
    return {"id": body.id, "scope": scope, "name": body.name, "kind": body.kind}


def person_node(scope: str, person: PersonEntity) -> dict[str, Any]:
    """The properties of a person's node."""
    named = {"name": person.name, "sort_name": person.sort_name, "kind": person.kind}
    return {"id": person.id, "scope": scope, **named}


def identity_edges(rows: Rows, scope: str, bodies: Bodies, people: People) -> None:
    """Adds what every name means or may mean."""
    for label, found in (("Person", people), ("Body", bodies)):
        for mention, decision in found.refers_to.items():
            decided = {"basis": decision.basis, "reasons": list(decision.reasons), "spelling": decision.spelling}
            rows.scoped_edge(("Mention", "REFERS_TO", label), mention, decision.entity, scope, decided)
        for mention, candidates in found.may_be.items():
            for candidate in candidates:
                open_ = {"score": candidate.score, "reasons": list(candidate.reasons)}
                rows.scoped_edge(("Mention", "MAY_BE", label), mention, candidate.entity, scope, open_)


def _decisions(work: Scope, judgements: Sequence[Judgement]) -> None:
    """Every decision points at the names that it was made on, as far as they are in the store."""
    here = {name.id for fact in work.facts for name in fact.names}
    for judgement in judgements:
        for edge, side in (("ONE", judgement.one), ("OTHER", judgement.other)):
            for anchor in side:
                if anchor.mention in here:
                    work.edge(("Decision", edge, "Mention"), judgement.id, anchor.mention)


def _meetings(work: Scope) -> None:
    records = list(work.by_label("MeetingRecord"))
    nodes = meeting_nodes(((f.meeting, f.date, f.properties) for f in records), work.scope)
    for key, properties in nodes.items():
        work.rows.node("Meeting", key, properties)
        if properties["status"] not in TOOK_PLACE:
            work.not_held.add(key)
        elif properties["status"] == "inquorate":
            work.inquorate.add(key)
    for fact in records:
        stated = work.body(fact.name("body"))
        if body := stated or work.bodies.of_meetings.get(fact.meeting):
            work.body_of_meeting[fact.meeting] = body
            took_place = "CALLED_FOR" if fact.meeting in work.not_held else "OF"
            basis = {} if stated else {"basis": "inferred"}
            work.edge(("Meeting", took_place, "Body"), fact.meeting, body, basis)


def _role(work: Scope, name: str, body: str | None, capacity: str | None = None) -> str | None:
    """The node of a role, or none where its words hold no letter."""
    kind = role_kind(name, capacity)
    if kind == "post":
        body = None  # a post in somebody's employment: the text does not tie it to the body that met
    if not fold(name):
        return None
    key = "r-" + digest(work.scope, *((body,) if body else ()), fold(name))
    work.rows.node("Role", key, {"id": key, "scope": work.scope, "name": name, "kind": kind})
    if body:
        work.edge(("Role", "OF", "Body"), key, body)
    return key


def role_node(scope: str, key: str, fact: FactRow, folded: str) -> dict[str, Any]:
    """The properties of a role by the first fact that has it: an attendance, an appointment or a delegation."""
    p = fact.properties
    if fact.label == "Delegation":
        written = [p.get("delegate"), *(p.get("consult_any") or ()), *(p.get("consult_also") or ())]
        name = next(text for text in written if text and fold(text) == folded)
        kind = role_kind(name, "officer")
    else:
        name = p["role"]
        kind = role_kind(name, p.get("capacity") if fact.label == "Attendance" else None)
    return {"id": key, "scope": scope, "name": name, "kind": kind}


def _attendances(work: Scope) -> None:
    attended: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for fact in work.by_label("Attendance"):
        if body := work.body(fact.name("organisation")):
            work.edge(("Attendance", "FROM", "Body"), fact.id, body)
        if role := fact.properties.get("role"):
            at = work.body_of_meeting.get(fact.meeting)
            capacity = fact.properties.get("capacity")
            body_of_role = at if fact.properties["status"] in LISTED else None
            if node := _role(work, role, body_of_role, capacity):
                work.edge(("Attendance", "AS", "Role"), fact.id, node)
        if (person := work.person(fact.name("person"))) and fact.meeting not in work.not_held:
            key = person, fact.meeting, fact.properties["status"], fact.properties.get("capacity") or ""
            attended[key].append(fact.id)
    for (person, meeting, status, capacity), ids in attended.items():
        properties = {"status": status, "capacity": capacity or None, "facts": sorted(ids)}
        work.edge(("Person", "ATTENDED", "Meeting"), person, meeting, given(properties))


def _appointments(work: Scope) -> None:
    for fact in work.by_label("Appointment"):
        body = work.body(fact.name("body"))
        if maker := work.body(fact.name("made_by")) or work.body_of_meeting.get(fact.meeting):
            work.edge(("Appointment", "MADE_BY", "Body"), fact.id, maker)
        if not body:
            continue
        work.edge(("Appointment", "TO", "Body"), fact.id, body)
        if (role := fact.properties.get("role")) and (node := _role(work, role, body)):
            work.edge(("Appointment", "AS", "Role"), fact.id, node)
        if seat := seat_of(work, fact, body):
            work.edge(("Appointment", "TO_SEAT", "Seat"), fact.id, seat)
            work.edge(("Seat", "ON", "Body"), seat, body)


def _delegations(work: Scope) -> None:
    for fact in work.by_label("Delegation"):
        delegate = fact.properties.get("delegate")
        if delegate and (role := _role(work, delegate, None, "officer")):
            work.edge(("Delegation", "DELEGATE", "Role"), fact.id, role)
        for name, also in (("consult_any", False), ("consult_also", True)):
            for consulted in fact.properties.get(name) or ():
                if role := _role(work, consulted, None, "officer"):
                    work.edge(("Delegation", "CONSULTS", "Role"), fact.id, role, {"also": also})


def _substitutions(work: Scope) -> None:
    for fact in work.by_label("Substitution"):
        substitute, absent = work.person(fact.name("substitute")), work.person(fact.name("absent"))
        if substitute and absent and substitute != absent:
            properties = {
                "date": fact.date,
                "body": work.body_of_meeting.get(fact.meeting),
                "meeting": fact.meeting,
                "facts": [fact.id],
            }
            work.edge(("Person", "SUBSTITUTED_FOR", "Person"), substitute, absent, given(properties))
