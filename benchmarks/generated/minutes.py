"""A sitting as minutes: the text in one of three house styles, and what it says as parsed minutes with its places."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from typing import Any

from ...graph_loader.parsed_minutes import ParsedMinutes
from .councils import Council, Person, Sitting

_MATTERS = (
    "The repair of the wall along {street}", "The lease of the hall in {street}", "A bench for {street}",
    "The speed of traffic in {street}", "The drains of {street}", "The lamps of {street}",
)  # fmt: skip
_STREETS = ("Mill Lane", "Quay Street", "Long Row", "Chapel Hill", "Heron Close", "Old Drove", "Market Street")
_ROOMS = ("Guildhall", "Council Chamber", "Old School")
Record = dict[str, Any]


class _Page:
    """A text that grows line by line and knows where each of its words stands."""

    def __init__(self) -> None:
        self.text = ""

    def line(self, text: str = "") -> None:
        self.text += text + "\n"

    def span(self, words: str, rule: str, after: int = 0) -> Record:
        """Where these words stand last, not before `after`."""
        start = self.text.rindex(words, after)
        return {
            "line_start": self.text.count("\n", 0, start) + 1,
            "line_end": self.text.count("\n", 0, start + len(words)) + 1,
            "char_start": start,
            "char_end": start + len(words),
            "text": words,
            "rule": rule,
        }


def minutes_of(council: Council, number: int, name: str, seed: int) -> tuple[str, ParsedMinutes]:
    """The text of one sitting of a council and its parsed minutes; `name` is that of the text's file."""
    sitting = council.sittings[number]
    chance = random.Random(f"{seed}:{council.name}:{number}")
    page = _Page()
    found: dict[str, list[Record]] = {
        kind: [] for kind in ("attendance", "items", "resolutions", "motions", "appointments")
    }
    meeting = _head(page, council, sitting, chance)
    (_in_lines, _in_rows, _short_titles)[len(council.name) % 3](page, sitting, found["attendance"])
    found["previous_minutes"] = _business(page, council, number, chance, found)
    digest = hashlib.sha256(page.text.encode()).hexdigest()
    source = {"name": name, "sha256": digest, "media_type": "text/plain"}
    return page.text, ParsedMinutes.model_validate({"source": source, "meeting": meeting, **found})


def day_in_words(sitting: Sitting) -> str:
    """The day as minutes write it, in English wherever this runs: `Tuesday 14 May 2019`."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    )  # fmt: skip
    day = sitting.day
    return f"{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"


def _head(page: _Page, council: Council, sitting: Sitting, chance: random.Random) -> Record:
    room, day = chance.choice(_ROOMS), day_in_words(sitting)
    whole = sitting.body == "Council"
    page.line(council.name)
    page.line()
    if not whole:
        page.line(sitting.body)
        page.line()
    page.line(f"Minutes of the meeting held on {day} at 7.00 pm in the {room}")
    page.line()
    body = council.name if whole else sitting.body
    return {
        "span": page.span(body, "body/1:name"),
        "evidence": [{"part": "heading", "span": page.span(day, "meeting.date")}],
        "body": body,
        "body_kind": "council" if whole else "committee",
        "parent": None if whole else council.name,
        "parent_basis": None if whole else "stated",
        "date": sitting.day.isoformat(),
        "start": "19:00",
        "venue": room,
    }


def _in_lines(page: _Page, sitting: Sitting, found: list[Record]) -> None:
    members = [f"{p.name}{' (Chair)' if p is sitting.chair else ''}" for p in sitting.present]
    _listed(page, found, "Present: Councillors ", sitting, members)
    if sitting.apologies:
        many = "Councillors" if len(sitting.apologies) > 1 else "Councillor"
        page.line(f"Apologies: {many} {_and(p.name for p in sitting.apologies)}")
        page.line()
        found += [_of(page, p.name, p, "apologies", None, 2) for p in sitting.apologies]
    page.line(f"In attendance: {_and(f'{p.name} ({role})' for p, role in sitting.officers)}")
    page.line()
    found += [_officer(page, f"{p.name} ({role})", p, role) for p, role in sitting.officers]


def _listed(page: _Page, found: list[Record], label: str, sitting: Sitting, members: list[str]) -> None:
    page.line(f"{label}{_and(members)}")
    page.line()
    for person, words in zip(sitting.present, members, strict=True):
        found.append(_of(page, words, person, "present", "Chair" if person is sitting.chair else None, 1))


def _in_rows(page: _Page, sitting: Sitting, found: list[Record]) -> None:
    _rows(page, sitting, found, "Councillor")


def _short_titles(page: _Page, sitting: Sitting, found: list[Record]) -> None:
    _rows(page, sitting, found, "Cllr")


def _rows(page: _Page, sitting: Sitting, found: list[Record], title: str) -> None:
    for number, (label, status, people) in enumerate(
        (("Present:", "present", sitting.present), ("Apologies:", "apologies", sitting.apologies)), start=1
    ):
        if not people:
            continue
        page.line(label)
        page.line()
        for person in people:
            chair = status == "present" and person is sitting.chair
            words = f"{title} {person.name}{' (Chair)' if chair else ''}"
            page.line(words)
            found.append(_of(page, words, person, status, "Chair" if chair else None, number, title))
        page.line()
    page.line("Officers in attendance:")
    page.line()
    for person, role in sitting.officers:
        page.line(f"{person.name} ({role})")
        found.append(_officer(page, f"{person.name} ({role})", person, role))
    page.line()


def _of(
    page: _Page, words: str, person: Person, status: str, role: str | None, number: int, title: str = "Councillor"
) -> Record:
    return {
        "span": page.span(words, "attendance.list"),
        "person": f"{title} {person.name}",
        "status": status,
        "role": role,
        "capacity": "member" if status == "present" else None,
        "list": number,
    }


def _officer(page: _Page, words: str, person: Person, role: str) -> Record:
    rule = page.span(words, "attendance.list")
    return {
        "span": rule,
        "person": person.name,
        "status": "in_attendance",
        "role": role,
        "capacity": "officer",
        "list": 3,
    }


def _business(
    page: _Page, council: Council, number: int, chance: random.Random, found: dict[str, list[Record]]
) -> list[Record]:
    sitting, previous = council.sittings[number], []
    earlier = (council.sittings[n] for n in range(number - 1, -1, -1))
    before = next((s for s in earlier if s.body == sitting.body), None)
    count = 1
    if before:
        _item(page, found, count, "Minutes")
        day = day_in_words(before).partition(" ")[2]
        text = f"RESOLVED that the minutes of the meeting held on {day} be agreed."
        page.line(text)
        page.line()
        span = page.span(text, "previous_minutes")
        previous.append({"span": span, "date": before.day.isoformat(), "outcome": "agreed"})
        count += 1
    if sitting.appointed:
        _item(page, found, count, "Appointments to committees")
        for place in sitting.appointed:
            role = "Chair of" if place.chair else "to"
            text = f"RESOLVED that Councillor {place.person.name} be appointed {role} the {place.body}."
            page.line(text)
            page.line()
            found["appointments"].append(
                {
                    "span": page.span(text, "appointment.appointed"),
                    "person": f"Councillor {place.person.name}",
                    "body": place.body,
                    "body_kind": "committee",
                    "role": "Chair" if place.chair else "member",
                    "action": "appoint",
                    "outcome": "agreed",
                    "decision": str(count),
                }
            )
        count += 1
    for matter in chance.sample(_MATTERS, chance.randint(2, 4)):
        _item(page, found, count, matter.format(street=chance.choice(_STREETS)))
        _moved(page, found, count, sitting, chance)
        count += 1
    return previous


def _item(page: _Page, found: dict[str, list[Record]], number: int, title: str) -> None:
    text = f"{number}. {title}"
    page.line(text)
    page.line()
    found["items"].append({"span": page.span(text, "item"), "number": str(number), "title": title})


def _moved(page: _Page, found: dict[str, list[Record]], number: int, sitting: Sitting, chance: random.Random) -> None:
    if len(sitting.present) < 2:
        return
    mover, seconder = chance.sample(sitting.present, 2)
    start = len(page.text)
    page.line(f"Proposed by Councillor {mover.surname}, seconded by Councillor {seconder.surname} and")
    page.line()
    page.line("RESOLVED that the report be agreed.")
    span = page.span(page.text[start:].rstrip("\n"), "motion.pair", start)
    page.line()
    found["motions"].append(
        {
            "span": span,
            "proposer": f"Councillor {mover.surname}",
            "seconder": f"Councillor {seconder.surname}",
            "item": str(number),
            "outcome": "agreed",
        }
    )
    found["resolutions"].append(
        {
            "span": page.span("the report be agreed.", "resolution.sentence", start),
            "item": str(number),
            "text": "the report be agreed.",
            "outcome": "agreed",
        }
    )


def _and(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
