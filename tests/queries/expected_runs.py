"""What `attendance_summary` and `coverage` must answer, computed by walking through the plain graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from govgraph.queries.evidence import PLACE

from .expected import Given
from .graph import PlainGraph, Row

_WHY = (
    ("listed", "listed as one of the body"),
    ("term", "covered by a stated term"),
    ("likely", "inferred between two listings"),
    ("appointed", "appointed and recorded there"),
)


def attendance_summary(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for body in g.nodes("Body"):
        spells = defaultdict(list)
        for _, person, edge in g.into(body, "SAT_ON"):
            spells[person].append(edge)
        meetings = [m for _, m, _ in g.into(body, "OF") if g.is_a(m, "Meeting") and _asked(g, m, given)]
        meetings.sort(key=lambda m: (g.get(m, "date"), g.get(m, "id")))
        for person, edges in spells.items():
            if given.get("body_id") not in (None, g.get(body, "id")):
                continue
            if given.get("person_id") not in (None, g.get(person, "id")):
                continue
            states = [s for m in meetings if (s := _state(g, person, m, edges))]
            if states:
                rows.append(_counted(g, person, body, states))
    return rows


def _asked(g: PlainGraph, meeting: str, given: Given) -> bool:
    day = g.get(meeting, "date")
    return bool(day and (given.get("from") or "") <= day <= (given.get("to") or "9999"))


def _state(g: PlainGraph, person: str, meeting: str, edges: list[Row]) -> Row | None:
    day = g.get(meeting, "date")
    here = [e for e in edges if e["from"] <= day and (e.get("to") is None or e["to"] >= day)]
    if not here:
        return None
    certainties = {e["certainty"] for e in here}
    if any(day in (e.get("on") or []) for e in here):
        basis = "listed"
    else:
        basis = "term" if "certain" in certainties else "likely" if "likely" in certainties else "appointed"
    attended = [e for _, m, e in g.out(person, "ATTENDED") if m == meeting]
    statuses = {e["status"] for e in attended}
    replaced = any(e["meeting"] == g.get(meeting, "id") for _, _, e in g.into(person, "SUBSTITUTED_FOR"))
    listings = [f for _, f, _ in g.into(meeting, "AT") if g.is_a(f, "Attendance")]
    if all(g.get(f, "status") == "in_attendance" for f in listings):
        state = "not_taken"
    elif "present" in statuses:
        state = "came"
    elif replaced:
        state = "stood_in_for"
    else:
        found = [s for s in ("apologies", "absent", "in_attendance") if s in statuses]
        state = found[0] if found else "not_counted" if basis == "appointed" else "not_recorded"
    return {"date": day, "basis": basis, "state": state, "facts": [f for e in attended for f in e["facts"]]} | {
        "inquorate": g.get(meeting, "status") == "inquorate"
    }


def _counted(g: PlainGraph, person: str, body: str, states: list[Row]) -> Row:
    expected = [s for s in states if s["state"] not in {"not_taken", "not_counted"}]
    counts = Counter(s["state"] for s in states)
    bases = Counter(s["basis"] for s in expected)
    parts = [f"{words} ({bases[basis]})" for basis, words in _WHY if bases[basis]]
    why = "expected where " + (", ".join(parts) if parts else "no meeting is certain")
    if counts["not_counted"]:
        why += f"; not counted: {counts['not_counted']} at which only an appointment without a stated end speaks for it"
    if counts["not_taken"]:
        why += f"; not counted: {counts['not_taken']} without a list of people"
    if inquorate := sum(s["inquorate"] for s in expected):
        why += f"; {inquorate} of these inquorate"
    facts = sorted(f for s in states for f in s["facts"])
    names = ("came", "apologies", "absent", "stood_in_for", "in_attendance", "not_recorded", "not_counted", "not_taken")
    return {
        "person": g.get(person, "name"),
        "person_id": g.get(person, "id"),
        "body": g.get(body, "name"),
        "body_id": g.get(body, "id"),
        "expected": len(expected),
        "first": states[0]["date"],
        "last": states[-1]["date"],
        "why": why,
        "facts": facts,
        **{name: counts[name] for name in names},
        **_first_place(g, facts),
    }


def _first_place(g: PlainGraph, facts: list[str]) -> Row:
    places: list[tuple[Any, Row]] = []
    for fact in g.nodes("Attendance"):
        if g.get(fact, "id") not in facts:
            continue
        for edge, passage, document in g.passages(fact):
            if edge["part"] == "statement":
                order = g.get(fact, "date"), g.get(document, "key"), g.get(passage, "char_start")
                places.append((order, g.placed(passage, document)))
    return min(places, key=lambda p: p[0])[1] if places else dict.fromkeys(PLACE)


_BECAME = {
    "held": "its minutes are in the store",
    "adjourned": "it was held and adjourned",
    "inquorate": "too few came for a meeting",
    "cancelled": "it was cancelled",
    "announced": "only its agenda is in the store",
}


def coverage(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for body in g.nodes("Body"):
        if given.get("body_id") not in (None, g.get(body, "id")):
            continue
        called = g.into(body, "OF", "CALLED_FOR")
        meetings = [m for _, m, _ in called if g.is_a(m, "Meeting") and g.get(m, "date")]
        held = {g.get(m, "date") for m in meetings} | {d for m in meetings for d in g.get(m, "dates") or []}
        dates = sorted({g.get(m, "date") for m in meetings})
        found: dict[str, tuple[str, str, str]] = {}
        own: list[tuple[str, tuple[str, str, str]]] = []
        for meeting in sorted(meetings, key=lambda m: (g.get(m, "date"), g.get(m, "id"))):
            records = [f for _, f, _ in g.into(meeting, "AT") if g.is_a(f, "MeetingRecord")]
            first = min(records, key=lambda f: g.get(f, "id"))
            day, state = g.get(meeting, "date"), g.get(meeting, "status")
            why = _BECAME[state]
            if sum(g.get(m, "date") == day for m in meetings) > 1:
                which = [(g.get(meeting, "kind") or "").replace("_", " "), g.get(meeting, "start") or ""]
                why += "; one of several of the day" + "".join(f", {w}" for w in which if w)
            own.append((day, (state, why, first)))
        for label, field in (("PreviousMinutes", "approved"), ("Announcement", "announced")):
            said = sorted(
                (g.get(m, "date"), g.get(f, "id"), f)
                for m in meetings
                for _, f, _ in g.into(m, "AT")
                if g.is_a(f, label) and g.get(f, field)
            )
            for on, _, fact in said:
                day = g.get(fact, field)
                if day in found or day in dates or any(h.startswith(day) for h in held):
                    continue
                if label == "PreviousMinutes" and day <= on:
                    found[day] = (
                        "missing",
                        f"its minutes were before the meeting of {on} and are not in the store",
                        fact,
                    )
                elif label == "Announcement" and day > on:
                    found[day] = *_announced(day, on, dates), fact
        for day, (state, why, fact) in (*own, *found.items()):
            rows.append(
                {
                    "body": g.get(body, "name"),
                    "body_id": g.get(body, "id"),
                    "date": day,
                    "state": state,
                    "why": why,
                    "fact_id": g.get(fact, "id"),
                }
                | g.place(fact)
            )
    return rows


def _announced(day: str, on: str, held: list[str]) -> tuple[str, str]:
    said = f"announced at the meeting of {on}; "
    near = [d for d in held if d > on and abs(date.fromisoformat(d) - date.fromisoformat(day)) <= timedelta(days=14)]
    if near:
        return "announced", said + "one was held within two weeks of it, so that it may have been moved"
    if max(held) > day:
        return "missing", said + "later minutes are in the store, none of this day: it may have been cancelled"
    return "announced", said + "the store has no later minutes of the body"
