"""Who held which place on a day, or between two: picked from the spells that the graph or what was known then gives.

The spells themselves are computed in one place, `graph_loader/graph/tenures`. Here they are cut at the end of the
council's term, where a profile gives that, and those that a question is about are picked, with what is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from .catalogue import Row
from .evidence import PLACE

RANK = {"certain": 0, "appointed": 1, "likely": 2}
LAST_LISTED = "last_listed"
"""The certainty of a row that claims nothing: who was on the latest list."""
_TOOK_PLACE = frozenset({"held", "inquorate", "adjourned"})


@dataclass(frozen=True)
class OfBody:
    """What is known of one body: its spells, who was on its latest list, and its meetings."""

    body: str
    body_id: str
    kind: str
    spells: Sequence[Row]
    last_listed: Sequence[Row] = ()
    meetings: Sequence[Row] = ()

    @property
    def held(self) -> list[str]:
        """The days of the meetings that took place and have minutes in the store, in order."""
        return sorted({row["date"] for row in self.meetings if row["status"] in _TOOK_PLACE})

    @property
    def last_known(self) -> str | None:
        """The day of the latest meeting; of a body that never met, the last that decisions of others tell of."""
        open_to = [row["known_to"] for row in self.spells if row["known_to"]]
        return max(self.held, default=None) or max(open_to, default=None)


@dataclass(frozen=True)
class Answer:
    """Who sat, and apart from that who was on the latest list, and whom a council sends to other bodies.

    `rows` are people and open seats; `notes` say what is not known, in sentences without a full stop.
    """

    rows: list[Row]
    last_listed: list[Row] = field(default_factory=list)
    elsewhere: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def facts(self) -> set[str]:
        """The facts that all rows rest on."""
        return {fact for row in (*self.rows, *self.last_listed, *self.elsewhere) for fact in row["facts"]}

    def each(self, change: Callable[[Row], Row]) -> Answer:
        """The same with every row changed."""
        rows, last, elsewhere = ([change(row) for row in of] for of in (self.rows, self.last_listed, self.elsewhere))
        return replace(self, rows=rows, last_listed=last, elsewhere=elsewhere)

    def with_elsewhere(self, rows: list[Row]) -> Answer:
        """The same with places on other bodies."""
        return replace(self, elsewhere=rows)

    def with_places(self, places: Mapping[str, Sequence[Row]]) -> Answer:
        """The same with the document, line and quotation of the first place that states a fact of each row."""

        def placed(row: Row) -> Row:
            behind = sorted((p for fact in row["facts"] for p in places.get(fact, ())), key=lambda p: p["place"])
            first = behind[0] if behind else {}
            return row | {name: first.get(name) for name in PLACE}

        return self.each(placed)


def settled(spell: Row, term_ends: Sequence[str] = ()) -> Row | None:
    """A spell as the council's terms leave it, with `until`, the last day that it can be known of; or none.

    A councillor's appointment without a stated end ends with the term; a seat that somebody else fills does not. What
    is inferred over more than twelve months is nothing where a term ended between. `why` says what is not known.
    """
    if spell["far"] and any(_day_before(spell["from"]) <= day <= spell["to"] for day in term_ends):
        return None
    own = spell["certainty"] == "appointed" and spell["kind"] == "councillor" and not spell["represents"]
    if spell["to"] is None and spell["unlisted_from"]:
        until = max(spell["from"], _day_before(spell["unlisted_from"]))
        why = f"{spell['why']}; in none of the body’s complete lists since {spell['unlisted_from']}"
        return {**spell, "until": until, "known_to": until, "why": f"{why}; not known after {until}"}
    if spell["to"] is None and own:
        end = next((day for day in term_ends if day >= spell["from"]), None)
        if end is not None:
            why = f"{spell['why']}; the council’s term ends on {end}, by its profile"
            return {**spell, "to": end, "until": end, "known_to": None, "why": why}
    if spell["to"] is None and spell["known_to"]:
        why = f"{spell['why']}; not known after {spell['known_to']}"
        return {**spell, "until": spell["known_to"], "why": why}
    return {**spell, "until": spell["to"]}


def all_settled(spells: Iterable[Row], term_ends: Sequence[str] = ()) -> list[Row]:
    """Those of the spells that the council's terms leave."""
    return [row for spell in spells if (row := settled(spell, term_ends)) is not None]


def covers(spell: Mapping[str, Any], from_: str, to: str) -> bool:
    """Whether a settled spell has a part in the days from one to another."""
    return bool(spell["from"] <= to and (spell["until"] is None or spell["until"] >= from_))


def who_sat(of: OfBody, from_: str, to: str, term_ends: Sequence[str] = ()) -> Answer:
    """Who sat from one ISO day to another, the same twice for one day."""
    spells = all_settled(of.spells, term_ends)
    rows = _people(spells, from_, to) + _seats(spells, from_, to)
    rows = [_row(of, spell) for spell in rows]
    sitting = {row["person_id"] for row in rows}
    last = (
        [] if from_ != to else [_row(of, s) for s in _last_listed(of, to, term_ends) if s["person_id"] not in sitting]
    )
    return Answer(rows, last, [], notes(of, spells, rows, last, from_, to))


def places_elsewhere(
    others: Iterable[tuple[OfBody, Sequence[str]]], from_: str, to: str, term_ends: Sequence[str] = ()
) -> list[Row]:
    """Who sat on other bodies by appointments of one: each body with the facts that are that one's appointments."""
    found: list[Row] = []
    for of, facts in others:
        own = [s for s in all_settled(of.spells, term_ends) if set(facts) & set(s["facts"])]
        found += [_row(of, s) for s in (*_people(own, from_, to), *_seats(own, from_, to))]
    return found


def _people(spells: Sequence[Row], from_: str, to: str) -> list[Row]:
    """Everybody with each role; “member” is what a list says of everybody, and shown where there is no other role."""
    best: dict[str, dict[str, Row]] = defaultdict(dict)
    for spell in spells:
        if spell["person_id"] and covers(spell, from_, to):
            listed = from_ == to and from_ in spell["on"]
            row = spell | {"certainty": "certain" if listed else spell["certainty"]}
            known = best[spell["person_id"]].get(spell["role"])
            if known is None or _better(row) < _better(known):
                best[spell["person_id"]][spell["role"]] = row
    found = []
    for by_role in best.values():
        others = [role for role in by_role if role != "member"]
        found += [by_role[role] for role in others or by_role]
    return sorted(found, key=lambda s: (s["sort_name"], s["person_id"], s["role"], s["from"]))


def _better(spell: Row) -> tuple[int, list[int], str]:
    return RANK[spell["certainty"]], [-ord(c) for c in spell["until"] or "9999"], spell["id"]


def _seats(spells: Sequence[Row], from_: str, to: str) -> list[Row]:
    found = [s for s in spells if not s["person_id"] and covers(s, from_, to)]
    found.sort(key=lambda s: (s["represents"] or s["holder"] or s["role"], s["role"], s["from"], s["id"]))
    return [_with_time_open(s, to) for s in found]


def _with_time_open(seat: Row, to: str) -> Row:
    """A vacant seat says how long it had been open: to the day asked for, or the last on which it is known to be."""
    last = min(seat["until"] or "9999", to)
    if seat["state"] != "vacant" or last >= "9999":
        return seat | {"open_days": None}
    days = (date.fromisoformat(last) - date.fromisoformat(seat["from"])).days
    return seat | {"open_days": days, "why": f"{seat['why']}; open for {days} days up to {last}"}


def _last_listed(of: OfBody, day: str, term_ends: Sequence[str]) -> list[Row]:
    found = []
    for row in of.last_listed:
        own = row["kind"] == "councillor" and not row["represents"]
        ends = [end for end in term_ends if end >= row["listed_on"]] if own else []
        until = min([row["to"], *ends])
        if row["from"] <= day <= until:
            found.append(row | {"from": row["listed_on"], "to": row["listed_on"], "certainty": LAST_LISTED})
    return sorted(found, key=lambda s: (s["sort_name"], s["person_id"], s["role"]))


def _row(of: OfBody, spell: Row) -> Row:
    names = ("person", "person_id", "holder", "role", "represents", "from", "to", "certainty", "state", "open_days")
    shown = {name: spell.get(name) for name in (*names, "known_to", "why")}
    return shown | {"body": of.body, "body_id": of.body_id, "facts": list(spell["facts"])}


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def notes(
    of: OfBody, spells: Sequence[Row], rows: Sequence[Row], last: Sequence[Row], from_: str, to: str
) -> list[str]:
    """What the store does not tell of a body on these days, in sentences without a full stop."""
    found = [*_between_minutes(of, from_, to)]
    if not rows:
        found.insert(0, "nothing in the store says who sat" + (" on that day" if from_ == to else " then"))
    if last:
        found.append("who was last listed is not counted as sitting: whether they still sat the store does not say")
    if gone := [s for s in spells if s["to"] is None and s["until"] and s["until"] < from_]:
        names = [_holder(s) for s in gone]
        ends = sorted({s["until"] for s in gone})
        listed = "; ".join(_counted(names))
        found.append(f"not known after {' or '.join(in_words(e) for e in ends)}, without a stated end: {listed}")
    return [*found, *_announced(of, from_, to)]


def _holder(spell: Row) -> str:
    who = spell["person"] or ("a vacancy" if spell["state"] == "vacant" else spell["holder"] or "somebody unnamed")
    role = "" if spell["role"] == "member" else f", {spell['role']}"
    return f"{who}{role}" + (f" for {spell['represents']}" if spell["represents"] else "")


def _counted(names: Sequence[str]) -> list[str]:
    return [n if names.count(n) == 1 else f"{n} ({names.count(n)} times)" for n in dict.fromkeys(names)]


def _between_minutes(of: OfBody, from_: str, to: str) -> list[str]:
    held = of.held
    if not held:
        return ["no minutes of this body are in the store"]
    if from_ != to:
        pairs = pairwise(held)
        far = [(a, b) for a, b in pairs if from_ <= b and a <= to and _is_long(a, b)]
        return [_no_meeting(a, b) for a, b in far]
    before = max((d for d in held if d <= to), default=None)
    after = min((d for d in held if d >= from_), default=None)
    if before and after:
        return [] if before == after else [_no_meeting(before, after)]
    if before:
        return [f"the latest minutes of this body in the store are of {in_words(before)}"]
    return [f"the earliest minutes of this body in the store are of {in_words(after or '')}"]


def _is_long(first: str, last: str) -> bool:
    return date.fromisoformat((last + "-01-01")[:10]) - date.fromisoformat((first + "-01-01")[:10]) > timedelta(
        days=366
    )


def _no_meeting(first: str, last: str) -> str:
    return f"no meeting of this body between {in_words(first)} and {in_words(last)} is in the store"


def _announced(of: OfBody, from_: str, to: str) -> list[str]:
    """Meetings that are no meetings held: an agenda, or minutes of a day after that on which they were loaded."""
    held, found = of.held, []
    first = max((d for d in held if d < from_), default="")
    last = min((d for d in held if d > to), default="9999")
    for row in of.meetings:
        if row["status"] != "announced" or not first < row["date"] < last:
            continue
        if row["loaded_before"]:
            loaded = in_words(row["loaded_before"])
            found.append(
                f"a document of {in_words(row['date'])} was loaded on {loaded}, before its day: kept as announced"
            )
        else:
            found.append(f"the meeting of {in_words(row['date'])} is only announced: an agenda is no meeting held")
    return found


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(day: str) -> str:
    """A date as people write it, as exact as it is: `17 June 2014`, `June 2014`, `2014`."""
    parts = day.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)
