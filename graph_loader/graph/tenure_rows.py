"""Tenures as rows: what they are made from is gathered from facts and identity, and what comes out becomes edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ..folding import fold
from ..records import digest
from .fact_rows import FactRow
from .tenures.evidence import Departed, Evidence, LastListed, Listing, Placing, Registered, Sitting, Spell
from .tenures.spells import tenures
from .work import Scope

MEMBER_CAPACITIES = frozenset({"member", "co_opted", "representative"})
LISTED = frozenset({"present", "apologies", "absent"})
_NOT_APPROVED = frozenset({"lost", "deferred", "proposed"})


def write_tenures(work: Scope) -> None:
    """Adds every spell, every last listing, and whom the holders represent."""
    found = tenures(evidence_of(work))
    for spell in found.spells:
        if spell.person:
            work.edge(("Person", "SAT_ON", "Body"), spell.person, spell.body, _spell_properties(spell))
        elif spell.seat:
            properties = _spell_properties(spell) | {"state": spell.state, "holder": spell.holder}
            work.edge(("Seat", "STATE", "Body"), spell.seat, spell.body, given(properties))
    for last in found.last_listed:
        work.edge(("Person", "LAST_LISTED", "Body"), last.person, last.body, _last_properties(last))
    _represented(work, found.spells)


def evidence_of(work: Scope) -> Evidence:
    """What tenures are made from; meetings that did not take place are no evidence of anything."""
    return Evidence(
        listings=tuple(_listings(work)),
        sittings=tuple(_sittings(work)),
        placings=tuple(_placings(work)),
        departed=tuple(_departed(work)),
        registered=tuple(_registered(work)),
        councils=frozenset(b.id for b in work.bodies.entities.values() if b.kind == "council"),
    )


def _spell_properties(spell: Spell) -> dict[str, Any]:
    return given(
        {
            "role": spell.role,
            "represents": spell.represents,
            "from": spell.start,
            "to": spell.end,
            "known_to": spell.known_to,
            "unlisted_from": spell.unlisted_from,
            "certainty": spell.certainty,
            "on": list(spell.on),
            "why": spell.why,
            "far": spell.far or None,
            "register": spell.register,
            "facts": sorted(spell.facts),
        }
    )


def _last_properties(last: LastListed) -> dict[str, Any]:
    return given(
        {
            "role": last.role,
            "represents": last.represents,
            "listed_on": last.listed_on,
            "from": last.start,
            "to": last.end,
            "why": last.why,
            "facts": sorted(last.facts),
        }
    )


def _represented(work: Scope, found: Iterable[Spell]) -> None:
    senders: dict[str, str] = {}
    for fact in work.by_label("Appointment", "Attendance", "Registration"):
        if sender := work.body(fact.name("represents") or fact.name("organisation")):
            senders[fact.id] = sender
    for spell in found:
        for sender in sorted({senders[f] for f in spell.facts if f in senders} - {spell.body}):
            if spell.person:
                properties = {"on": spell.body, "from": spell.start, "to": spell.end, "facts": sorted(spell.facts)}
                work.edge(("Person", "REPRESENTS", "Body"), spell.person, sender, given(properties))


def _listings(work: Scope) -> list[Listing]:
    standing_in = {
        (fact.meeting, who)
        for fact in work.by_label("Substitution")
        if (name := fact.name("substitute"))
        for who in (work.person(name), fold(name.text))
        if who
    }
    result = []
    for fact in work.by_label("Attendance"):
        name, body = fact.name("person"), work.body_of_meeting.get(fact.meeting)
        person, status = work.person(name), fact.properties["status"]
        if not (name and person and body and fact.date) or status not in LISTED or fact.meeting in work.not_held:
            continue
        capacity = fact.properties.get("capacity")
        if capacity not in MEMBER_CAPACITIES and capacity is not None:
            continue
        if status == "present" and {(fact.meeting, person), (fact.meeting, fold(name.text))} & standing_in:
            continue
        role = fact.properties.get("role")
        represents = fact.properties.get("organisation") if capacity in {"co_opted", "representative"} else None
        said = status, role, capacity, represents, fact.meeting in work.inquorate
        result.append(Listing(fact.id, person, body, fact.meeting, fact.date, *said))
    return result


def _sittings(work: Scope) -> list[Sitting]:
    listed: dict[str, set[str]] = defaultdict(set)
    perhaps: dict[str, set[str]] = defaultdict(set)
    substitutes: dict[str, set[str]] = defaultdict(set)
    approves: dict[str, set[str]] = defaultdict(set)
    complete: set[str] = set()
    for fact in work.by_label("Attendance"):
        if fact.properties["status"] in {"apologies", "absent"}:
            complete.add(fact.meeting)
        if person := work.person(fact.name("person")):
            listed[fact.meeting].add(person)
        elif name := fact.name("person"):
            perhaps[fact.meeting].update(c.entity for c in work.people.may_be.get(name.id, ()))
    for fact in work.by_label("PreviousMinutes"):
        if fact.properties.get("outcome") not in _NOT_APPROVED and (day := fact.properties.get("approved")):
            approves[fact.meeting].add(day)
    for fact in work.by_label("Substitution"):
        if person := work.person(fact.name("substitute")):
            substitutes[fact.meeting].add(person)
    dates = {f.meeting: f.date for f in work.by_label("MeetingRecord") if f.date}
    annual = {f.meeting for f in work.by_label("MeetingRecord") if f.properties.get("kind") == "annual"}
    return [
        Sitting(
            meeting=m,
            body=body,
            date=dates[m],
            complete=m in complete,
            listed=frozenset(listed[m]),
            substitutes=frozenset(substitutes[m]),
            perhaps=frozenset(perhaps[m]),
            approves=frozenset(approves[m]),
            annual=m in annual,
        )
        for m, body in sorted(work.body_of_meeting.items())
        if m in dates and m not in work.not_held
    ]


def _placings(work: Scope) -> list[Placing]:
    result = []
    for fact in work.by_label("Appointment"):
        body, name = work.body(fact.name("body")), fact.name("person")
        if not body or not fact.date or fact.meeting in work.not_held:
            continue
        person = work.person(name)
        p = fact.properties
        result.append(
            Placing(
                fact=fact.id,
                person=person,
                body=body,
                date=fact.date,
                action=p["action"],
                outcome=p["outcome"],
                role=p.get("role"),
                represents=p.get("represents"),
                holder=p.get("holder"),
                replaces=work.person(fact.name("replaces")),
                start=p.get("start"),
                end=p.get("end"),
                term=p.get("term"),
                seat=seat_of(work, fact, body),
                unresolved=name.text if name and not person else None,
                order=fact.order,
                maker=work.body(fact.name("made_by")) or work.body_of_meeting.get(fact.meeting),
            )
        )
    return result


def _departed(work: Scope) -> Iterable[Departed]:
    for fact in work.by_label("Departure"):
        person, body, p = work.person(fact.name("person")), fact.name("body"), fact.properties
        if not person or not fact.date or fact.meeting in work.not_held or (body and not work.body(body)):
            continue
        said = p["cause"], work.body(body), p.get("start"), p.get("end"), p.get("term")
        yield Departed(fact.id, person, fact.date, *said, order=fact.order)


def _registered(work: Scope) -> Iterable[Registered]:
    for fact in work.by_label("Registration"):
        person, body, p = work.person(fact.name("person")), work.body(fact.name("body")), fact.properties
        if person and body:
            said = p["source"], p.get("role"), p.get("represents"), p.get("start"), p.get("end"), p.get("as_of")
            yield Registered(fact.id, person, body, *said, order=fact.order)


def seat_of(work: Scope, fact: FactRow, body: str) -> str | None:
    """The seat that an appointment is to: named by what it stands for; an unnamed one is the decision's own."""
    represents = fact.properties.get("represents")
    if not represents and fact.name("person"):
        return None
    own = fold(represents or "") or fact.id
    key = "t-" + digest(body, own)
    properties = {"represents": represents, "role": fact.properties.get("role")}
    work.body_of_seat[key] = body
    return work.rows.node("Seat", key, {"id": key, "scope": work.scope, **properties})


def given(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that say something."""
    return {k: v for k, v in properties.items() if v is not None and v != []}
