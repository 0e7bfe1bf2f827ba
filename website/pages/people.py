"""A page for each person, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from ...queries.catalogue import Row
from ...queries.tenures import in_words
from ...visualise.time_scale import scale_of
from ..page import Page
from ..pictures.lanes import Lane, Mark, Picture, bars_of, years_of
from ..records import Fact, Person
from ..wording import PERSON_KINDS
from .context import Context

_SECTIONS = (
    ("Appointments and elections", ("Appointment", "Departure")),
    ("Substitutions", ("Substitution",)),
    ("Declarations of interest", ("Declaration",)),
    ("Votes", ("Vote",)),
    ("Motions", ("Motion",)),
    ("Said and asked", ("Contribution",)),
    ("Other names", ("OtherName",)),
)
_MARKS = {"present": "came", "in_attendance": "came", "apologies": "away", "absent": "away"}


def pages(context: Context) -> Iterator[Page]:
    """The list of all people, then each of them."""
    people = list(context.records.people.values())
    yield Page("people/index.html", "people", lambda: {"title": "People", "letters": _letters(context, people)})
    open_for = _open_names(context)
    findings: dict[str, list[Row]] = {}
    for row in context.records.findings:
        findings.setdefault(row["person_id"] or "", []).append(row)
    for person in people:
        about = (open_for.get(person.id, []), findings.get(person.id, []))
        made = partial(_content, context, person, *about)
        yield Page(context.shown.addresses[person.id], "person", made, partial(_inputs, context, person, *about))


def _inputs(context: Context, person: Person, open_names: Sequence[Row], findings: Sequence[Row]) -> object:
    """All that the page of a person is made from."""
    records, inputs = context.records, context.inputs
    candidates = [inputs.subject(c["person_id"]) for row in open_names for c in row["candidates"]]
    return (
        person,
        [inputs.fact(fact) for fact in records.facts_of_person.get(person.id, ())],
        inputs.rows(context.standing.settled_of_person.get(person.id, ())),
        inputs.rows(records.attendance_of_person.get(person.id, ())),
        inputs.rows(findings),
        (open_names, candidates),
        context.blanked,
    )


def _letters(context: Context, people: Sequence[Person]) -> list[Mapping[str, Any]]:
    ordered = sorted(people, key=lambda p: (p.sort_name.casefold(), p.id))
    return [
        {"letter": letter, "people": [_listed(context, person) for person in of]}
        for letter, of in groupby(ordered, key=lambda p: (p.sort_name[:1] or "?").upper())
    ]


def _listed(context: Context, person: Person) -> Mapping[str, Any]:
    return {
        "name": context.shown.link(person.id, person.sort_name),
        "kind": sign_of(person),
        "kind_words": PERSON_KINDS.get(person.kind, "Person"),
        "told_by": told_by(context, person),
    }


def sign_of(person: Person) -> str:
    """The sign of a person's kind, as the maps draw it."""
    return "other_person" if person.kind == "other" else person.kind


def told_by(context: Context, person: Person) -> str:
    """What tells a person from others of that name: the bodies with the years, as plain words."""
    bodies: dict[str, list[str]] = {}
    for spell in context.standing.settled_of_person.get(person.id, ()):
        bodies.setdefault(spell["body"], []).extend(d[:4] for d in (spell["from"], spell["until"]) if d)
    if not bodies:
        days = [f.date[:4] for f in context.records.facts_of_person.get(person.id, ()) if f.date]
        return _years(days)
    told = [f"{body} {_years(years)}".strip() for body, years in bodies.items()]
    return "; ".join(told[:3]) + (f" and {len(told) - 3} more" if len(told) > 3 else "")


def _years(years: Sequence[str]) -> str:
    if not years:
        return ""
    return min(years) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _open_names(context: Context) -> Mapping[str, list[Row]]:
    """The names that are not decided, by each person who may be meant."""
    found: dict[str, list[Row]] = {}
    for row in context.records.open_names:
        for candidate in row["candidates"]:
            found.setdefault(candidate["person_id"], []).append(row)
    return found


def _content(context: Context, person: Person, open_names: Sequence[Row], findings: Sequence[Row]) -> Mapping[str, Any]:
    facts = context.records.facts_of_person.get(person.id, ())
    spells = context.standing.settled_of_person.get(person.id, ())
    days = sorted(f.date for f in facts if f.date)
    return {
        "title": person.name,
        "kind": sign_of(person),
        "kind_words": PERSON_KINDS.get(person.kind, "Person"),
        "names": [name for name in person.names if name != person.name],
        "days": (in_words(days[0]), in_words(days[-1])) if days else None,
        "tenures": [context.tenure(row, person=False) for row in reversed(spells)],
        "picture": _picture(context, person, facts, spells),
        "attendance": [context.attendance(row) for row in context.records.attendance_of_person.get(person.id, ())],
        "meetings": [context.entry(f, person.id) for f in reversed(facts) if f.kind == "Attendance"],
        "sections": [
            {"title": title, "entries": entries}
            for title, kinds in _SECTIONS
            if (entries := [context.entry(f, person.id) for f in reversed(facts) if f.kind in kinds])
        ],
        "findings": [context.finding(row) for row in findings],
        "open_names": _open(context, open_names),
    }


def _open(context: Context, rows: Sequence[Row]) -> list[Mapping[str, Any]]:
    return [
        {
            "text": row["text"],
            "day": in_words(row["date"]) if row["date"] else "",
            "candidates": [context.shown.person(c["person_id"], c["person"]) for c in row["candidates"]],
        }
        for row in rows
    ]


def _picture(context: Context, person: Person, facts: Sequence[Fact], spells: Sequence[Row]) -> Picture | None:
    """A lane for each body: spells, and the meetings with how the person is recorded there."""
    marks: dict[str, dict[str, tuple[str, str]]] = {}
    for fact in facts:
        meeting = context.records.meetings.get(fact.meeting or "")
        if meeting and meeting.body and meeting.date and (found := _mark(fact, person)):
            kind, words = found
            known = marks.setdefault(meeting.body, {}).get(meeting.date)
            if known is None or kind == "substitute":
                marks[meeting.body][meeting.date] = (kind, f"{in_words(meeting.date)}: {words}")
    days = [d for of in marks.values() for d in of] + [s["from"] for s in spells]
    scale = scale_of(days)
    if scale is None:
        return None
    last = max(days)
    first_days = {row["body_id"]: row["from"] for row in reversed(spells)}
    for body, of in marks.items():
        first_days[body] = min(first_days.get(body, "9999"), *of)
    lanes = []
    for body in sorted(first_days, key=lambda b: (first_days[b], b)):
        own = [row for row in spells if row["body_id"] == body]
        drawn = tuple(Mark(scale.at(day), *told) for day, told in sorted(marks.get(body, {}).items()))
        lanes.append(Lane(context.shown.body(body), bars_of(own, scale, last), drawn))
    return Picture(tuple(lanes), years_of(scale))


def _mark(fact: Fact, person: Person) -> tuple[str, str] | None:
    if fact.kind == "Attendance":
        status = fact.get("status")
        return _MARKS.get(status, "came"), status.replace("_", " ")
    if fact.kind == "Substitution":
        named = fact.named("SUBSTITUTE")
        stood = named is not None and named.means == person.id
        return "substitute", "substituted for somebody" if stood else "a substitute came"
    return None
