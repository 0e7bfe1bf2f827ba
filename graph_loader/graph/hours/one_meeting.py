"""Meetings of one body, day, hour and kind that are one, though their documents do not all name the council.

Ids of meetings and facts are made with what a document says of itself alone (`own`), so that the agenda under a
letterhead and the minutes without one have two. Once both documents are of one source, `joined` puts all they say under
the meeting of the one that names the council; what both say is one fact. `parted` undoes it: every evidence of a fact
that was moved keeps the meeting (`apart`), the `own` and the fact (`fact`) that its document alone would give.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...records import mention_id
from ...same_minutes import meetings_of
from ..rows import EdgeRow, Properties, Rows
from ..schema import FACT_LABELS
from .same_hour import contents_of, edges_of, evidence_of, meetings_told, put_in_order, versions_of

_OF_PLACE = frozenset({"id", "own", "scope", "order", "plain_id"})
"""What a fact has from where it stands; all else is what it says."""
_OF_MEETING = ("date", "start", "status", "kind", "hour")
"""What the node of a meeting has of its first record before anything is made of it."""
_KEPT = ("apart", "own", "fact")


def joined(rows: Rows, current: Iterable[str] | None = None) -> Rows:
    """These rows of one source with the meetings that are one taken together; the same rows where there are none.

    `current` are the versions that count, or none given: all.
    """
    versions = versions_of(rows)
    counted = set(versions.values()) if current is None else set(current)
    into = _into(rows, versions, counted)
    if not into:
        return rows
    result = _together(rows, into, _counterparts(rows, into))
    put_in_order(result, versions, counted)
    return result


def parted(rows: Rows, current: Iterable[str]) -> Rows:
    """These rows as if no meetings had been taken together. `current` as for `joined`."""
    versions = versions_of(rows)
    homes = _homes(rows, versions)
    result = Rows()
    for label, nodes in rows.nodes.items():
        if label in FACT_LABELS:
            for key, values in nodes.items():
                for home in homes[key]:
                    own = {"own": home.own} if home.own and label == "MeetingRecord" else {}
                    result.node(label, home.fact, {**values, **own, "id": home.fact})
                    if own and home.meeting not in rows.nodes["Meeting"]:
                        base = {name: values.get(name) for name in _OF_MEETING}
                        meeting = {"id": home.meeting, "own": home.own, "scope": values["scope"], **base}
                        result.node("Meeting", home.meeting, meeting)
        elif label != "Mention":
            for key, values in nodes.items():
                result.node(label, key, values)
    holder = {
        edge.end: edge.start for kind, edges in rows.edges.items() if kind[2] == "Mention" for edge in edges.values()
    }
    for key, values in rows.nodes.get("Mention", {}).items():
        for home in homes[holder[key]]:
            new = mention_id(home.fact, values["slot"]) if home.fact != holder[key] else key
            result.node("Mention", new, {**values, "id": new})
    slots = {key: values["slot"] for key, values in rows.nodes.get("Mention", {}).items()}

    def at_home(key: str, home: _Home) -> str:
        """A fact or a name as it is at one of the homes of its fact."""
        if key in slots:
            return mention_id(home.fact, slots[key]) if home.fact != holder[key] else key
        return next(h.fact for h in homes[key] if h.meeting == home.meeting)

    for kind, edge in _all_edges(rows):
        if kind[1] == "EVIDENCED_BY":
            fact = edge.properties.get("fact", edge.start)
            kept = {name: value for name, value in edge.properties.items() if name not in _KEPT}
            result.edge(kind, fact, edge.end, kept)
        elif edge.start in homes:
            for home in homes[edge.start]:
                if kind[2] == "Meeting":
                    result.edge(kind, home.fact, home.meeting, edge.properties)
                elif edge.end in slots or any(h.meeting == home.meeting for h in homes.get(edge.end, ())):
                    result.edge(kind, home.fact, at_home(edge.end, home), edge.properties)
        elif edge.start in slots:
            for home in homes[holder[edge.start]]:
                if versions[edge.end] in home.versions:
                    result.edge(kind, at_home(edge.start, home), edge.end, edge.properties)
        else:
            result.edge(kind, edge.start, edge.end, edge.properties)
    put_in_order(result, versions, set(current))
    return result


@dataclass
class _Home:
    """Where a fact stands as its documents alone have it: its meeting, its id, and which versions tell it."""

    meeting: str
    fact: str
    own: str | None
    versions: set[str]


def _homes(rows: Rows, versions: Mapping[str, str]) -> dict[str, list[_Home]]:
    held = meetings_told(rows)
    found: dict[str, dict[str, _Home]] = defaultdict(dict)
    for edge in edges_of(rows, "Fact", "EVIDENCED_BY"):
        p = edge.properties
        meeting = p.get("apart", held[edge.start])
        home = found[edge.start].setdefault(meeting, _Home(meeting, p.get("fact", edge.start), p.get("own"), set()))
        home.versions.add(versions[edge.end])
    return {fact: [homes[m] for m in sorted(homes)] for fact, homes in found.items()}


def _into(rows: Rows, versions: Mapping[str, str], counted: set[str]) -> dict[str, str]:
    """For every meeting that is taken together with another: that one, of a document that names its council."""
    meetings = rows.nodes.get("Meeting", {})
    held, evidence = meetings_told(rows), evidence_of(rows, versions)
    told: dict[str, set[str]] = defaultdict(set)
    for fact, meeting in held.items():
        told[meeting] |= evidence[fact] & counted
    by_hour: dict[str, list[str]] = defaultdict(list)
    for key, values in meetings.items():
        if values.get("hour") and not values.get("beside") and told[key]:
            by_hour[values["hour"]].append(key)
    several = {hour: keys for hour, keys in by_hour.items() if len(keys) > 1}
    contents = contents_of(rows, held, evidence, {key for keys in several.values() for key in keys})
    found: dict[str, str] = {}
    for keys in several.values():
        documents = {version: contents[key][version] for key in keys for version in sorted(told[key])}
        if len(meetings_of(documents)) == 1:
            first = min(keys, key=lambda key: (meetings[key]["own"].startswith("folder:"), meetings[key]["own"]))
            found |= {key: first for key in keys if key != first}
    return found


def _counterparts(rows: Rows, into: Mapping[str, str]) -> dict[str, str]:
    """For every fact of a meeting that is moved: the fact there that says the same, or itself where none does."""
    at: dict[str, list[tuple[str, str]]] = defaultdict(list)
    held = meetings_told(rows)
    for label in sorted(
        FACT_LABELS, key=lambda name: (name != "Motion", name)
    ):  # a vote is the same on the same motion
        for fact in rows.nodes.get(label, {}):
            at[held[fact]].append((label, fact))
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, edge in _all_edges(rows):
        if kind[2] == "Mention":
            mention = rows.nodes["Mention"][edge.end]
            names[edge.start].append((mention["slot"], mention["text"]))
    motions = {edge.start: edge.end for edge in edges_of(rows, "Vote", "ON")}
    found: dict[str, str] = {}

    def said(label: str, fact: str) -> str:
        values = {k: v for k, v in rows.nodes[label][fact].items() if k not in _OF_PLACE}
        motion = motions.get(fact)
        return json.dumps([label, values, sorted(names[fact]), motion and found.get(motion, motion)], sort_keys=True)

    def in_order(meeting: str) -> Iterator[tuple[str, str]]:
        for label in dict.fromkeys(label for label, _ in at[meeting]):
            facts = [fact for of, fact in at[meeting] if of == label]
            yield from ((label, f) for f in sorted(facts, key=lambda f: (rows.nodes[label][f]["order"], f)))

    for first in sorted(set(into.values())):
        known: dict[str, list[str]] = defaultdict(list)
        for label, fact in in_order(first):
            known[said(label, fact)].append(fact)
        for meeting in sorted(
            (m for m, to in into.items() if to == first), key=lambda m: rows.nodes["Meeting"][m]["own"]
        ):
            seen: Counter[str] = Counter()
            for label, fact in in_order(meeting):
                key = said(label, fact)
                if seen[key] == len(known[key]):
                    known[key].append(fact)
                found[fact] = known[key][seen[key]]
                seen[key] += 1
    return found


def _together(rows: Rows, into: Mapping[str, str], counterparts: Mapping[str, str]) -> Rows:
    held, meetings = meetings_told(rows), rows.nodes["Meeting"]
    moved: dict[str, str] = {**into, **counterparts}
    for kind, edge in _all_edges(rows):
        if kind[2] == "Mention" and edge.start in counterparts:
            to = counterparts[edge.start]
            slot = rows.nodes["Mention"][edge.end]["slot"]
            moved[edge.end] = mention_id(to, slot) if to != edge.start else edge.end
    result = Rows()
    for label, nodes in rows.nodes.items():
        for key, values in nodes.items():
            if moved.get(key, key) == key:
                own = {"own": meetings[into[held[key]]]["own"]} if label == "MeetingRecord" and key in moved else {}
                result.node(label, key, {**values, **own})
    for kind, edge in _all_edges(rows):
        properties: Properties = edge.properties
        if kind[1] == "EVIDENCED_BY" and edge.start in counterparts:
            meeting, to = held[edge.start], counterparts[edge.start]
            other = {"fact": edge.start} if to != edge.start else {}
            properties = {**properties, "apart": meeting, "own": meetings[meeting]["own"], **other}
        result.edge(kind, moved.get(edge.start, edge.start), moved.get(edge.end, edge.end), properties)
    return result


def _all_edges(rows: Rows) -> Iterator[tuple[tuple[str, str, str], EdgeRow]]:
    for kind, edges in rows.edges.items():
        for edge in edges.values():
            yield kind, edge
