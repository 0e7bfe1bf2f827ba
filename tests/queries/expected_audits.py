"""What each audit rule must find, computed by walking through the plain graph; the words of the message apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .expected import Given, _mention, _name
from .graph import PlainGraph, Row

THERE = {"present", "in_attendance"}
AWAY = {"apologies", "absent"}


def _row(
    g: PlainGraph, verdict: str, name: Any, person: str | None, body: str | None, meeting: str | None, facts: Any
) -> Row:
    return {
        "verdict": verdict,
        "person": g.get(person, "name") or name,
        "person_id": g.get(person, "id"),
        "body": g.get(body, "name"),
        "body_id": g.get(body, "id"),
        "date": g.get(meeting, "date"),
        "facts": facts,
    }


def _listings(g: PlainGraph, person: str | None, meeting: str | None) -> Iterator[str]:
    """The attendance facts of a person at a meeting."""
    if person is None or meeting is None:
        return
    for _, mention, _ in g.into(person, "REFERS_TO"):
        for _, fact, _ in g.into(mention, "PERSON"):
            if g.is_a(fact, "Attendance") and g.meeting_of(fact) == meeting:
                yield fact


def _facts_at(g: PlainGraph, label: str) -> Iterator[tuple[str, str, str | None]]:
    for fact in g.nodes(label):
        if meeting := g.meeting_of(fact):
            yield fact, meeting, g.body_of(meeting)


def substitute_without_apology(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact, meeting, body in _facts_at(g, "Substitution"):
        away = _mention(g, fact, "ABSENT")
        absent = g.person_of(away)
        apologies = {g.get(a, "id") for a in _listings(g, absent, meeting) if g.get(a, "status") in AWAY}
        verdict = "not_enough_evidence" if absent is None else "ok" if apologies else "finding"
        name = _name(g, away) or _name(g, _mention(g, fact, "SUBSTITUTE"))
        if away is None:
            name = g.get(_mention(g, fact, "SUBSTITUTE"), "text")
        rows.append(_row(g, verdict, name, absent, body, meeting, {g.get(fact, "id"), *apologies}))
    return rows


def apology_and_presence(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact, meeting, body in _facts_at(g, "Attendance"):
        person = g.person_of(_mention(g, fact, "PERSON"))
        if g.get(fact, "status") != "apologies" or person is None:
            continue
        there = {g.get(a, "id") for a in _listings(g, person, meeting) if g.get(a, "status") in THERE}
        recorded = any(g.is_a(a, "Attendance") and g.get(a, "status") == "present" for _, a, _ in g.into(meeting, "AT"))
        verdict = "finding" if there else "ok" if recorded else "not_enough_evidence"
        if there and _two_meetings(g, meeting):
            verdict = "not_enough_evidence"
        rows.append(_row(g, verdict, None, person, body, meeting, {g.get(fact, "id"), *there}))
    return rows


def _two_meetings(g: PlainGraph, meeting: str) -> bool:
    """Whether minutes may be of two meetings of one day, or their day is not known."""
    facts = [f for _, f, _ in g.into(meeting, "AT")]
    away = {g.get(f, "list") for f in facts if g.is_a(f, "Attendance") and g.get(f, "status") == "apologies"}
    records = sum(g.is_a(f, "MeetingRecord") for f in facts)
    return g.get(meeting, "date") is None or records > 1 or len(away - {None}) > 1


def appointment_without_person(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact in g.nodes("Appointment"):
        joins = g.get(fact, "action") in {"appoint", "elect", "co_opt", "nominate", "continue", "replace"}
        if not joins or g.get(fact, "outcome") not in {"agreed", "noted"}:
            continue
        mention = _mention(g, fact, "PERSON")
        verdict = "ok" if mention else "finding"
        person, body = g.person_of(mention), g.end(fact, "TO")
        rows.append(_row(g, verdict, None, person, body, g.meeting_of(fact), {g.get(fact, "id")}))
    return rows


def vacancy(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact in g.nodes("Appointment"):
        meeting, body = g.meeting_of(fact), g.end(fact, "TO")
        if g.get(fact, "action") != "vacancy" or body is None:
            continue
        filled = []
        for _, seat, _ in g.out(fact, "TO_SEAT"):
            for _, later, _ in g.into(seat, "TO_SEAT"):
                then = g.get(g.meeting_of(later), "date")
                made = g.get(later, "action") != "vacancy" and g.get(later, "outcome") in {"agreed", "noted"}
                if made and then > g.get(meeting, "date"):
                    filled.append((then, g.get(later, "id")))
        facts = {g.get(fact, "id")} | ({min(filled)[1]} if filled else set())
        rows.append(_row(g, "ok" if filled else "finding", None, None, body, meeting, facts))
    return rows


def substitute_is_member(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact, meeting, body in _facts_at(g, "Substitution"):
        if body is None:
            continue
        mention = _mention(g, fact, "SUBSTITUTE")
        person, day = g.person_of(mention), g.get(meeting, "date")
        spells = [
            p
            for _, end, p in (g.out(person, "SAT_ON") if person else ())
            if end == body and p["from"] <= day and (p.get("to") or p["known_to"]) >= day
        ]
        others = [m for _, m, _ in g.into(body, "OF") if g.is_a(m, "Meeting") and m != meeting]
        if person is None:
            verdict = "not_enough_evidence"
        elif spells:
            verdict = "finding"
        else:
            verdict = "ok" if others else "not_enough_evidence"
        facts = {g.get(fact, "id"), *(f for p in spells for f in p["facts"])}
        rows.append(_row(g, verdict, g.get(mention, "text"), person, body, meeting, facts))
    return rows


def name_spelt_two_ways(g: PlainGraph, given: Given) -> list[Row]:
    found: dict[tuple[Any, ...], list[tuple[str, str]]] = {}
    for person in g.nodes("Person"):
        for _, mention, means in g.into(person, "REFERS_TO"):
            for fact in set(g.nx.predecessors(mention)):
                if g.is_a(fact, "Fact") and (meeting := g.meeting_of(fact)):
                    usual = means.get("spelling")
                    key = person, meeting, g.body_of(meeting), usual, g.get(mention, "text") if usual else None
                    found.setdefault(key, []).append((g.get(fact, "id"), mention))
    return [
        _row(g, "finding" if usual else "ok", None, p, body, m, {min(fact for fact, _ in named)})
        for (p, m, body, usual, _), named in found.items()
        if usual or len({mention for _, mention in named}) > 1
    ]


def numbering(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    warned = set()
    for fact, meeting, body in _facts_at(g, "Warning"):
        if g.get(fact, "code") == "numbering":
            warned.add(meeting)
            rows.append(_row(g, _numbers_apart(g.get(fact, "message")), None, None, body, meeting, {g.get(fact, "id")}))
    for meeting in set(g.nodes("Meeting")) - warned:
        facts = [f for _, f, _ in g.into(meeting, "AT")]
        headings = {g.get(f, "number") for f in facts if g.is_a(f, "AgendaItem")}
        items = {g.get(f, "id"): g.get(f, "item") or "" for f in facts if g.is_a(f, "Resolution")}
        right = [f for f, i in items.items() if re.fullmatch(r"[0-9]+\.[0-9]+", i) and i.split(".")[0] in headings]
        if right:
            rows.append(_row(g, "ok", None, None, g.body_of(meeting), meeting, {min(right)}))
    return rows


def _numbers_apart(message: str) -> str:
    """Numbers that are more than one apart may be times or amounts."""
    number, heading = re.findall(r"[0-9]+", message)[0], re.findall(r"[0-9]+", message)[-1]
    amount = re.search(r" [0-9]+\.[0-9]{2}( |$)", message)
    return "finding" if abs(int(number) - int(heading)) <= 1 and not amount else "not_enough_evidence"


def councils(g: PlainGraph, given: Given) -> list[Row]:
    found: dict[tuple[Any, ...], int] = {}
    for document in g.nodes("Document"):
        key = g.get(document, "scope"), g.get(document, "council"), g.get(document, "profile")
        found[key] = found.get(key, 0) + 1
    return [{"scope": s, "council": c, "profile": p, "documents": n} for (s, c, p), n in found.items()]


def bodies_of_scopes(g: PlainGraph, given: Given) -> list[Row]:
    return [{k: g.get(b, k) for k in ("id", "name", "kind", "scope")} for b in g.nodes("Body")]
