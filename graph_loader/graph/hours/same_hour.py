"""Meetings of one body, day, hour and kind told apart by what their documents say, whatever came first.

Every document is read as if its meeting were the only one of its hour. Where the documents of an hour tell of several
meetings, none has the plain id: each has one of its own, from the first of its documents' hashes, and so have its facts
and names. Which they are follows from the set of documents alone. `gathered` undoes what `settled` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from ...records import digest, mention_id
from ...same_minutes import Content, meetings_of
from ..rows import EdgeRow, Properties, Rows
from ..schema import FACT_LABELS

_SAID = {"AgendaItem": "title", "Resolution": "text", "Motion": "text"}

Places = Mapping[str, str]
"""Under which meeting every version of a document belongs, of one hour."""


def settled(rows: Rows, current: Iterable[str] | None = None, follows: Mapping[str, str] | None = None) -> Rows:
    """These rows with the meetings of an hour told apart; the same rows where no hour has several.

    `current` are the versions that count, or none given: all. `follows` gives to a version that does not count the one
    that took its place; a version that none took the place of stays under the plain id.
    """
    versions = versions_of(rows)
    counted = set(versions.values()) if current is None else set(current)
    hours = _hours(rows, versions, counted, follows or {})
    return _moved(rows, versions, hours, counted) if hours else rows


def gathered(rows: Rows, current: Iterable[str]) -> Rows:
    """These rows as if every meeting were the only one of its hour. `current` as for `settled`."""
    versions = versions_of(rows)
    names: dict[str, str] = {}
    for label, nodes in rows.nodes.items():
        for key, values in nodes.items():
            if label in FACT_LABELS:
                names[key] = values.get("plain_id", key)
            elif label == "Meeting":
                names[key] = values.get("beside", key)
    for kind, edges in rows.edges.items():
        if kind[2] == "Mention":
            for edge in edges.values():
                slot = rows.nodes["Mention"][edge.end]["slot"]
                names[edge.end] = mention_id(names[edge.start], slot)
    result = Rows()
    for label, nodes in rows.nodes.items():
        for key, values in nodes.items():
            kept = {k: v for k, v in values.items() if k not in {"plain_id", "beside"}}
            result.node(label, names.get(key, key), kept | ({"id": names[key]} if key in names else {}))
    for kind, edges in rows.edges.items():
        for edge in edges.values():
            result.edge(kind, names.get(edge.start, edge.start), names.get(edge.end, edge.end), edge.properties)
    put_in_order(result, versions, set(current))
    return result


def apart_id(plain: str, version: str) -> str:
    """The id of one of several meetings with the plain id `plain`; `version` is the first of its documents' hashes."""
    return "m-" + digest(plain, "document", version)


def _hours(
    rows: Rows, versions: Mapping[str, str], current: set[str], follows: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """By the plain id of each hour with several meetings: the meeting of every version that tells of it."""
    held, evidence = meetings_told(rows), evidence_of(rows, versions)
    told: dict[str, set[str]] = defaultdict(set)
    for fact, meeting in held.items():
        told[meeting] |= evidence[fact]
    several = {meeting for meeting, said in told.items() if len(said & current) > 1}
    contents = contents_of(rows, held, evidence, several)
    found: dict[str, dict[str, str]] = {}
    for plain in sorted(several):
        groups = meetings_of({v: contents[plain][v] for v in sorted(told[plain] & current)})
        if len(groups) > 1:
            places = {version: apart_id(plain, min(group)) for group in groups for version in group}
            left = told[plain] - current
            found[plain] = places | {v: places.get(follows.get(v, ""), plain) for v in sorted(left)}
    return found


def contents_of(
    rows: Rows, held: Mapping[str, str], evidence: Mapping[str, set[str]], several: set[str]
) -> dict[str, defaultdict[str, Content]]:
    """What every version says of each of these meetings."""
    said: dict[tuple[str, str], list[str | None]] = defaultdict(list)
    people: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    written = {e.start: rows.nodes["Mention"][e.end]["text"] for e in edges_of(rows, "Attendance", "PERSON")}
    for label in (*_SAID, "Attendance"):
        for fact, values in rows.nodes.get(label, {}).items():
            for version in evidence[fact] if held[fact] in several else ():
                if label in _SAID:
                    said[held[fact], version].append(values.get(_SAID[label]))
                elif fact in written:
                    people[held[fact], version].append((written[fact], values["status"]))
    result: dict[str, defaultdict[str, Content]] = {plain: defaultdict(lambda: Content.of((), ())) for plain in several}
    for plain, version in said.keys() | people.keys():
        result[plain][version] = Content.of(said[plain, version], people[plain, version])
    return result


def _moved(rows: Rows, versions: Mapping[str, str], hours: Mapping[str, Mapping[str, str]], current: set[str]) -> Rows:
    held, evidence = meetings_told(rows), evidence_of(rows, versions)
    names: dict[str, dict[str, str]] = {plain: {m: m for m in places.values()} for plain, places in hours.items()}
    """By the key of a node that is moved: its new key under each of the meetings where it stands."""
    for fact, plain in held.items():
        if plain in hours:
            meetings = {hours[plain][version] for version in evidence[fact]}
            names[fact] = {m: fact if m == plain else "f-" + digest(fact, m) for m in sorted(meetings)}
    for kind, edges in rows.edges.items():
        if kind[2] == "Mention":
            for edge in edges.values():
                if edge.start in names:
                    slot = rows.nodes["Mention"][edge.end]["slot"]
                    names[edge.end] = {m: mention_id(key, slot) for m, key in names[edge.start].items()}
    of_version: dict[str, set[str]] = defaultdict(set)
    for places in hours.values():
        for version, meeting in places.items():
            of_version[version].add(meeting)
    result = Rows()
    for label, nodes in rows.nodes.items():
        for key, values in nodes.items():
            if key not in names:
                result.node(label, key, values)
            for meeting, new in names.get(key, {}).items():
                plain = held.get(key, key)
                result.node(label, new, _renamed(label, values, new, plain if meeting != plain else None))
    for kind, edges in rows.edges.items():
        for edge in edges.values():
            if edge.start not in names:
                result.edge(kind, edge.start, edge.end, edge.properties)
            for meeting, new in names.get(edge.start, {}).items():
                if edge.end in versions and meeting not in of_version[versions[edge.end]]:
                    continue  # evidence of another meeting
                if edge.end in names and meeting not in names[edge.end]:
                    continue
                result.edge(kind, new, names.get(edge.end, {}).get(meeting, edge.end), edge.properties)
    put_in_order(result, versions, current)
    return result


def _renamed(label: str, values: Properties, new: str, plain: str | None) -> Properties:
    """The properties of a node under its new key; `plain` is the plain id of its meeting where it has another now."""
    found: dict[str, Any] = {**values, "id": new}
    if plain and label in FACT_LABELS:
        found["plain_id"] = values["id"]
    if plain and label in {"Meeting", "MeetingRecord"}:
        found["beside"] = plain
    return found


def put_in_order(rows: Rows, versions: Mapping[str, str], current: set[str]) -> None:
    """Where every fact stands: first of the places that a version that counts states it at, else of all."""
    passages = rows.nodes.get("Passage", {})
    at: dict[str, list[tuple[bool, int]]] = defaultdict(list)
    for edge in edges_of(rows, "Fact", "EVIDENCED_BY"):
        if edge.properties["part"] == "statement":
            at[edge.start].append((versions[edge.end] not in current, passages[edge.end]["char_start"]))
    for label in FACT_LABELS:
        for key, values in rows.nodes.get(label, {}).items():
            rows.nodes[label][key] = {**values, "order": min(at[key])[1]} if at[key] else values


def versions_of(rows: Rows) -> dict[str, str]:
    """The version of every passage."""
    return {edge.start: edge.end for edge in edges_of(rows, "Passage", "IN")}


def meetings_told(rows: Rows) -> dict[str, str]:
    """The meeting of every fact."""
    at = (*edges_of(rows, "Fact", "AT"), *edges_of(rows, "Appointment", "MADE_AT"))
    return {edge.start: edge.end for edge in at}


def evidence_of(rows: Rows, versions: Mapping[str, str]) -> dict[str, set[str]]:
    """The versions that say every fact."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in edges_of(rows, "Fact", "EVIDENCED_BY"):
        found[edge.start].add(versions[edge.end])
    return found


def edges_of(rows: Rows, start: str, type_: str) -> list[EdgeRow]:
    """The edges of a type that leave a label."""
    return [edge for kind, edges in rows.edges.items() if kind[:2] == (start, type_) for edge in edges.values()]
