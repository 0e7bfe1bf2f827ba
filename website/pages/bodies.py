"""A page for each body, and the list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import Any

from ...queries.catalogue import Row
from ...queries.tenures import RANK, Answer, in_words
from ...visualise.time_scale import scale_of
from ..page import Page
from ..pictures.lanes import Lane, Mark, Picture, bars_of, years_of
from ..pictures.neighbours import Neighbour, arranged, in_order, wrapped
from ..records import Body
from ..wording import BODY_KINDS
from .context import Context

_MOST_LANES = 80
"""People in the picture of a body; a council of many years has more, and the table below it has all."""


def pages(context: Context) -> Iterator[Page]:
    """The list of all bodies, then each of them."""
    work = _Bodies(context)
    yield Page("bodies/index.html", "bodies", lambda: {"title": "Bodies", "kinds": work.listed()})
    for body in context.records.bodies.values():
        yield Page(context.shown.addresses[body.id], "body", partial(work.content, body))


@dataclass(frozen=True)
class _Bodies:
    """What pages of bodies are made from, each made once."""

    context: Context

    @cached_property
    def answers(self) -> Mapping[str, tuple[str | None, Answer]]:
        return {b.id: self.context.standing.at_last_minutes(b) for b in self.context.records.bodies.values()}

    @cached_property
    def people(self) -> Mapping[str, frozenset[str]]:
        """Everybody who sat on each body."""
        settled = self.context.standing.settled
        return {body: frozenset(r["person_id"] for r in rows if r["person_id"]) for body, rows in settled.items()}

    @cached_property
    def parts(self) -> Mapping[str, list[Body]]:
        found: dict[str, list[Body]] = {}
        for body in self.context.records.bodies.values():
            for above in body.part_of:
                found.setdefault(above, []).append(body)
        return found

    @cached_property
    def bodies_of(self) -> Mapping[str, list[str]]:
        """The bodies on which each person sat."""
        found: dict[str, list[str]] = {}
        for body, people in self.people.items():
            for person in people:
                found.setdefault(person, []).append(body)
        return found

    @cached_property
    def followed(self) -> Mapping[str, list[str]]:
        """The bodies that each body followed."""
        found: dict[str, list[str]] = {}
        for body in self.context.records.bodies.values():
            for after in body.succeeded_by:
                found.setdefault(after, []).append(body.id)
        return found

    def listed(self) -> list[Mapping[str, Any]]:
        """All bodies, by kind."""
        bodies = self.context.records.bodies.values()
        return [
            {"kind": kind, "title": _several(kind), "bodies": [self._row(b) for b in of]}
            for kind in BODY_KINDS
            if (of := [b for b in bodies if b.kind == kind])
        ]

    def _row(self, body: Body) -> Mapping[str, Any]:
        day, answer = self.answers[body.id]
        met = [m for m in self.context.records.meetings_of_body.get(body.id, ()) if m.took_place]
        return {
            "name": self.context.shown.body(body.id),
            "part_of": [self.context.shown.body(i) for i in body.part_of],
            "meetings": len(met),
            "members": len({r["person_id"] for r in answer.rows if r["person_id"]}),
            "day": in_words(day) if day else "",
        }

    def content(self, body: Body) -> Mapping[str, Any]:
        """The page of a body."""
        context = self.context
        records = context.records
        day, answer = self.answers[body.id]
        sitting = {row["person_id"] for row in answer.rows if row["person_id"]}
        settled = context.standing.settled[body.id]
        coverage = records.coverage_of_body.get(body.id, ())
        findings = [r for r in records.findings if r["body_id"] == body.id]
        return {
            "title": body.name,
            "kind": body.kind,
            "kind_words": BODY_KINDS.get(body.kind, "Body"),
            "names": [name for name in body.names if name != body.name],
            "part_of": [context.shown.body(i) for i in body.part_of],
            "below": [context.shown.body(b.id) for b in self.parts.get(body.id, ())],
            "succeeded_by": [context.shown.body(i) for i in body.succeeded_by],
            "day": in_words(day) if day else "",
            "run": coverage[0]["run"] if coverage else "",
            "members": [context.tenure(row | {"known_to": None}, body=False) for row in answer.rows],
            "last_listed": [context.tenure(row, body=False) for row in answer.last_listed],
            "member_count": len(sitting),
            "vacant_count": sum(r["state"] == "vacant" for r in answer.rows),
            "notes": answer.notes,
            "earlier": self._earlier(settled, sitting),
            "picture": self._picture(body, settled),
            "neighbours": self._neighbours(body),
            "attendance": [context.attendance(row) for row in records.attendance_of_body.get(body.id, ())],
            "changes": context.changes(records.changes_of_body.get(body.id, ())),
            "meetings": self._meetings(body, coverage),
            "findings": [context.finding(row) for row in findings],
            "feed": f"feeds/{body.id}.atom",
        }

    def _earlier(self, settled: Sequence[Row], sitting: set[str]) -> list[Mapping[str, Any]]:
        """Everybody else who sat, the latest first: roles, and the first and the last day that is known."""
        found: dict[str, list[Row]] = {}
        for row in settled:
            if row["person_id"] and row["person_id"] not in sitting:
                found.setdefault(row["person_id"], []).append(row)
        rows: list[dict[str, Any]] = []
        for person, of in found.items():
            last = max(r["until"] or "9999" for r in of)
            rows.append(
                {
                    "person": self.context.shown.person(person),
                    "roles": ", ".join(dict.fromkeys(r["role"] for r in of)),
                    "from": in_words(min(r["from"] for r in of)),
                    "to": in_words(last) if last != "9999" else "",
                    "certainty": min((r["certainty"] for r in of), key=lambda c: RANK.get(c, 9)),
                    "sources": self.context.shown.sources([f for r in of for f in r["facts"]], 2),
                    "order": (last, of[0]["sort_name"]),
                }
            )
        rows.sort(key=lambda r: r["order"][1])
        rows.sort(key=lambda r: r["order"][0], reverse=True)
        return [*rows]

    def _picture(self, body: Body, settled: Sequence[Row]) -> Picture | None:
        meetings = [m for m in self.context.records.meetings_of_body.get(body.id, ()) if m.took_place and m.date]
        days = [s["from"] for s in settled] + [m.date for m in meetings]
        scale = scale_of(days)
        by_person: dict[str, list[Row]] = {}
        for row in settled:
            if row["person_id"]:
                by_person.setdefault(row["person_id"], []).append(row)
        if scale is None or not by_person:
            return None
        last = max(days)
        ordered = sorted(by_person.values(), key=lambda of: (min(r["from"] for r in of), of[0]["sort_name"]))
        if len(ordered) > _MOST_LANES:
            ordered = sorted(ordered, key=lambda of: max(r["until"] or "9999" for r in of))[-_MOST_LANES:]
            ordered.sort(key=lambda of: (min(r["from"] for r in of), of[0]["sort_name"]))
        lanes = [Lane(self.context.shown.person(of[0]["person_id"]), bars_of(of, scale, last), ()) for of in ordered]
        held = tuple(Mark(scale.at(m.date), "came", f"meeting of {in_words(m.date)}") for m in meetings)
        if held:
            lanes.insert(0, Lane(self.context.shown.told("Meetings"), (), held))
        return Picture(tuple(lanes), years_of(scale))

    def _neighbours(self, body: Body) -> Mapping[str, Any] | None:
        counts = Counter(other for person in self.people[body.id] for other in self.bodies_of[person])
        ties = {
            "above": body.part_of,
            "below": [other.id for other in self.parts.get(body.id, ())],
            "after": [*body.succeeded_by, *self.followed.get(body.id, ())],
        }
        found = []
        for ident in sorted({*counts, *chain.from_iterable(ties.values())} - {body.id}):
            other = self.context.records.bodies[ident]
            tie = next((tie for tie, bodies in ties.items() if ident in bodies), "beside")
            address = self.context.shown.addresses[ident]
            found.append(Neighbour(f"../{address}", other.name, other.kind, tie, counts[ident]))
        if not found:
            return None
        found = in_order(found)
        return {"drawn": arranged(found), "all": found, "name": wrapped(body.name, 0), "kind": body.kind}

    def _meetings(self, body: Body, coverage: Sequence[Row]) -> list[Mapping[str, Any]]:
        """Meetings held, announced and missing, newest first."""
        shown, records = self.context.shown, self.context.records
        rows: list[dict[str, Any]] = [
            {"day": m.date, "link": shown.meeting(m), "state": m.status, "why": m.kind.replace("_", " "), "sources": []}
            for m in records.meetings_of_body.get(body.id, ())
        ]
        rows += [
            {
                "day": row["date"],
                "link": None,
                "state": row["state"],
                "why": row["why"],
                "sources": shown.sources([row["fact_id"]]),
            }
            for row in coverage
            if row["state"] in {"missing", "announced"}
            and not any(m.date == row["date"] for m in records.meetings_of_body.get(body.id, ()))
        ]
        return sorted(rows, key=lambda r: r["day"], reverse=True)


def _several(kind: str) -> str:
    one = BODY_KINDS[kind]
    return {"other": "Other bodies", "external_body": "External bodies"}.get(kind, one + "s")
