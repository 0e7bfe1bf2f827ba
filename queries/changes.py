"""What differs between two days on each body: who joined, who left, whose role changed, which seats opened or filled.

The state of a body on a day is what its latest meeting up to that day and the appointments that cover the day say. That
somebody is not listed is a change only where the minutes also record who did not come; otherwise nothing is claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby, pairwise

from ..graph_loader.folding import fold
from ..graph_loader.graph.roles import office_of
from ..graph_loader.graph.tenures.endings import JOINING, LEAVING, MADE, ORDINARY
from ..graph_loader.store import Store
from . import trace
from .catalogue import Row, run
from .evidence import with_evidence
from .tenures import all_settled, covers

_LAST_DAY = "9999-12-31"

CHANGES = ("joined", "left", "role", "vacant", "filled")


def changes(
    store: Store,
    from_: str,
    to: str,
    body_id: str | None = None,
    term_ends: Mapping[str, Sequence[str]] | None = None,
) -> list[Row]:
    """What differs between two ISO days, by body and day, with certainty, reason and evidence.

    `term_ends` are the last days of the terms of councils, by scope, as `profiles.term_ends` gives them.
    """
    found: list[Row] = []
    for work in _bodies(store, trace.spells(store, body_id, to=to), to, body_id, term_ends or {}):
        found += _between(work, from_, to)
    return with_evidence(store, found)


def changes_by_meeting(
    store: Store, spells: Sequence[Row], term_ends: Mapping[str, Sequence[str]] | None = None
) -> list[Row]:
    """What differs from each meeting of a body, or decision about it, to the next, by body and day.

    `spells` are all of the store, as `trace.spells` gives them. Rows are those of `changes`, with the facts that they
    rest on and without passages.
    """
    found: list[Row] = []
    for work in _bodies(store, spells, _LAST_DAY, None, term_ends or {}):
        days = {row["date"] for row in (*work.lists, *work.made) if len(row["date"]) == len(_LAST_DAY)}
        for from_, to in pairwise(sorted(days)):
            found += _between(work, from_, to)
    return found


def _between(body: _Known, from_: str, to: str) -> list[Row]:
    rows = [row | {"body": body.name, "body_id": body.id} for row in _Body(from_, to, body).changes()]
    return sorted(rows, key=lambda r: (r["date"], CHANGES.index(r["change"]), r["person"] or "", r["role"]))


def _bodies(
    store: Store, spells: Iterable[Row], to: str, body_id: str | None, term_ends: Mapping[str, Sequence[str]]
) -> Iterator[_Known]:
    """What is known of each body up to a day."""
    lists: dict[str, list[Row]] = defaultdict(list)
    for row in run(store, "lists", to=to, body_id=body_id):
        lists[row["body_id"]].append(row)
    made: dict[str, list[Row]] = defaultdict(list)
    for row in trace.appointments(store, body_id, None, None, to):
        if row["outcome"] in MADE and row["body_id"] and row["date"]:
            made[row["body_id"]].append(row)
    for (name, ident), of in groupby(spells, key=lambda row: (str(row["body"]), str(row["body_id"]))):
        rows = list(of)
        settled = all_settled(rows, term_ends.get(rows[0]["scope"], ()))
        yield _Known(name, ident, settled, lists[ident], made[ident])


@dataclass(frozen=True)
class _Known:
    """One body: its spells, its lists of people and its decisions."""

    name: str
    id: str
    spells: Sequence[Row]
    lists: Sequence[Row]
    made: Sequence[Row]

    @cached_property
    def said(self) -> Mapping[str, list[tuple[str, bool]]]:
        """What decisions say of each person, in their order: the day, and whether they leave."""
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for row in self.made:
            for person in {row["person_id"], row["replaces_id"]} - {None}:
                found[person] += [(row["date"], leaves) for leaves in _says_of(row, person)]
        return found


@dataclass
class _Body:
    """One body between two days."""

    start: str
    end: str
    known: _Known
    before: Row | None = field(init=False)
    after: Row | None = field(init=False)

    def __post_init__(self) -> None:
        self.before, self.after = self._latest_list(self.start), self._latest_list(self.end)

    def changes(self) -> Iterator[Row]:
        """All that differs."""
        first, last = self._people(self.start, self.before), self._people(self.end, self.after)
        for person in sorted(set(last) - set(first)):
            yield from self._joined(person, last[person])
        for person in sorted(set(first) - set(last)):
            yield from self._left(person, first[person])
        for person in sorted(set(first) & set(last)):
            yield from self._role(first[person], last[person])
        yield from self._seats()

    def _latest_list(self, day: str) -> Row | None:
        return max(
            (m for m in self.known.lists if m["date"] <= day), key=lambda m: (m["date"], m["meeting_id"]), default=None
        )

    def _people(self, day: str, latest: Row | None) -> dict[str, list[Row]]:
        """Who is on the body on a day, with the spells that say so."""
        met = latest["date"] if latest else day
        found: dict[str, list[Row]] = defaultdict(list)
        for spell in self.known.spells:
            # A list says who is there until the next one; what was decided has its own days.
            days = (day, met) if spell["on"] or spell["certainty"] == "likely" else (day,)
            covers = any(_covers(spell, d) for d in days)
            if spell["person_id"] and covers and not self._gone(spell["person_id"], met, day):
                found[spell["person_id"]].append(spell)
        return found

    def _gone(self, person: str, after: str, until: str) -> bool:
        """Whether the last decision about somebody in that time is that they leave."""
        recent = [leaves for day, leaves in self.known.said.get(person, ()) if after <= day <= until]
        return bool(recent) and recent[-1]

    def _joined(self, person: str, spells: Sequence[Row]) -> Iterator[Row]:
        fresh = [s for s in self.known.spells if s["person_id"] == person and self.start < s["from"] <= self.end]
        if not fresh:
            return
        decided = [s for s in fresh if not s["on"] and s["certainty"] != "likely"]
        role = _roles(spells)
        if decided:
            first = decided[0]
            yield _change("joined", first, role, first["from"], "certain", first["why"], first["facts"])
            return
        before = self.before
        if before and before["complete"] and person not in before["people"]:
            first = fresh[0]
            why = f"listed from {first['from']} on; {_without(before)}"
            yield _change("joined", first, role, first["from"], "likely", why, [*first["facts"], *before["facts"]])

    def _left(self, person: str, spells: Sequence[Row]) -> Iterator[Row]:
        role, first = _roles(spells), spells[0]
        for row in self.known.made:
            if self.start < row["date"] <= self.end and True in _says_of(row, person):
                how = (
                    f"replaced on {row['date']}"
                    if row["replaces_id"] == person
                    else f"{row['action']} on {row['date']}"
                )
                yield _change("left", first, role, row["date"], "certain", how, [row["fact_id"]])
                return
        ended = [s for s in spells if not s["on"] and s["to"] and self.start <= s["to"] < self.end]
        if ended:
            yield _change("left", first, role, ended[-1]["to"], "certain", ended[-1]["why"], ended[-1]["facts"])
            return
        seen = max((d for s in spells for d in s["on"]), default=self.start)
        without = [
            m
            for m in self.known.lists
            if m["date"] > max(seen, self.start) and m["complete"] and person not in m["people"]
        ]
        if without and self.after in without:
            told = without[0]
            why = f"last listed on {seen}; {_without(told)}"
            yield _change("left", first, role, told["date"], "likely", why, [*told["facts"], *first["facts"]])

    def _role(self, first: Sequence[Row], last: Sequence[Row]) -> Iterator[Row]:
        old, new = _offices(first), _offices(last)
        if old == new:
            return
        fresh = [s for s in last if fold(s["role"]) not in {fold(o["role"]) for o in first}] or list(last)
        before, now = _roles(first), _roles(last)
        day = max(fresh[0]["from"], self.start)
        why = f"{before} before, {now} from {day}: {fresh[0]['why']}"
        yield _change("role", fresh[0], now, day, fresh[0]["certainty"], why, [*fresh[0]["facts"], *first[0]["facts"]])

    def _seats(self) -> Iterator[Row]:
        vacant = [s for s in self.known.spells if s["state"] == "vacant"]
        open_before = {s["seat_id"] for s in vacant if _covers(s, self.start)}
        open_after = {s["seat_id"] for s in vacant if _covers(s, self.end)}
        for spell in vacant:
            if spell["seat_id"] in open_after - open_before and _covers(spell, self.end):
                yield _change(
                    "vacant", spell, _seat(spell), spell["from"], spell["certainty"], spell["why"], spell["facts"]
                )
            filled_since = spell["to"] is not None and spell["seat_id"] in open_before - open_after
            if filled_since and _covers(spell, self.start):
                day = (date.fromisoformat(spell["to"]) + timedelta(days=1)).isoformat()
                filled = next(
                    (r for r in self.known.made if r["fact_id"] in spell["facts"] and r["action"] in JOINING), None
                )
                who = spell | ({"person": filled["person"], "person_id": filled["person_id"]} if filled else {})
                facts = [filled["fact_id"]] if filled else spell["facts"]
                yield _change("filled", who, _seat(spell), day, "certain", spell["why"], facts)


def _without(meeting: Row) -> str:
    return f"the minutes of {meeting['date']} say who came and who did not, without them"


def _says_of(row: Row, person: str) -> Iterator[bool]:
    """What a decision says of somebody: true where they leave, false where they come or stay."""
    if row["replaces_id"] == person:
        yield True
    elif row["person_id"] == person and row["action"] in LEAVING | JOINING:
        yield row["action"] in LEAVING


def _covers(spell: Row, day: str) -> bool:
    """Whether a spell covers a day; that the store tells no more of it after some day is no change."""
    return covers(spell, day, day) or (spell["to"] is None and spell["from"] <= day)


def _roles(spells: Iterable[Row]) -> str:
    """The roles in words; “member” is what a list says of everybody, so that another role counts before it."""
    roles: dict[str, str] = {}
    for spell in spells:
        roles.setdefault(office_of(spell["role"]) or fold(spell["role"]), spell["role"])
    return ", ".join([r for r in roles.values() if r != ORDINARY] or roles.values())


def _offices(spells: Iterable[Row]) -> set[str]:
    """The offices that the roles mean: words for a plain member differ from list to list and say nothing."""
    return {office for s in spells if (office := office_of(s["role"]))}


def _seat(spell: Row) -> str:
    role: str = spell["role"]
    return role + (f" for {spell['represents']}" if spell["represents"] else "")


def _change(change: str, spell: Row, role: str, day: str, certainty: str, why: str, facts: Sequence[str]) -> Row:
    who = {"person": spell["person"], "person_id": spell["person_id"]}
    rest = {"role": role, "change": change, "date": day, "certainty": certainty, "why": why}
    return who | rest | {"facts": list(dict.fromkeys(facts))}
