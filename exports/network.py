"""What is exported as a network: people, bodies and open seats, and how they hang together in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..graph_loader.records import digest
from .model import Body, Exported, Fact, Person, Place, Tenure

Span = tuple[str | None, str | None]
"""First and last day, ISO, both included; none where it is open."""


@dataclass(frozen=True)
class Node:
    """A person, a body or an open seat; `spans` are the times that the export tells of it."""

    id: str
    type: str
    label: str
    kind: str
    names: tuple[str, ...] = ()
    scope: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Edge:
    """One connection in its times. `start` and `end` are as known; where nothing ended it, `until` says how far it is.

    `place` is the first passage that states it.
    """

    id: str
    kind: str
    source: str
    target: str
    role: str = ""
    start: str | None = None
    end: str | None = None
    until: str | None = None
    certainty: str = ""
    why: str = ""
    on: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """When it holds: from start to the last day known, or on single days."""
        if self.start:
            return ((self.start, self.until or self.end),)
        return tuple((day, day) for day in self.on)


@dataclass(frozen=True)
class Network:
    """Nodes and edges, each in the order of its ids."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(exported: Exported) -> Network:
    """The network of what is exported. An edge is there only where both ends are."""
    seats = {t.seat: t for t in exported.tenures if t.seat and not t.person}
    known = {p.id for p in exported.people} | {b.id for b in exported.bodies} | set(seats)
    found = {edge.id: edge for edge in _edges(exported) if {edge.source, edge.target} <= known}
    edges = tuple(found[key] for key in sorted(found))
    spans: dict[str, set[Span]] = {}
    for edge in edges:
        for end in (edge.source, edge.target):
            spans.setdefault(end, set()).update(edge.spans)
    nodes = [_node(one, _joined(spans.get(one.id, set()))) for one in exported.people_and_bodies]
    nodes += [_seat(key, tenure, _joined(spans.get(key, set()))) for key, tenure in seats.items()]
    return Network(exported.title, tuple(sorted(nodes, key=lambda n: n.id)), edges)


def _node(one: Person | Body, spans: tuple[Span, ...]) -> Node:
    type_ = "person" if isinstance(one, Person) else "body"
    return Node(one.id, type_, one.name, one.kind, one.names, one.scope, spans)


def _seat(key: str, tenure: Tenure, spans: tuple[Span, ...]) -> Node:
    label = tenure.holder or tenure.represents or tenure.role
    return Node(key, "seat", label, tenure.state or "vacant", (), tenure.scope, spans)


def _joined(spans: set[Span]) -> tuple[Span, ...]:
    """Times that overlap, or touch on a day, as one."""
    found: list[Span] = []
    for start, end in sorted(spans, key=lambda s: (s[0] or "", s[1] or "9999")):
        if found and (found[-1][1] is None or (start or "") <= found[-1][1]):
            last = found[-1][1]
            found[-1] = (found[-1][0], None if last is None or end is None else max(last, end))
        else:
            found.append((start, end))
    return tuple(found)


def _edges(exported: Exported) -> Iterator[Edge]:
    for tenure in exported.tenures:
        yield _tenure(exported, tenure)
        yield from _represents(exported, tenure)
    for body in exported.bodies:
        for kind, related in (("part_of", body.part_of), ("succeeded_by", body.later)):
            for other in related:
                why = "" if other.how == "stated" else other.how
                yield _edge(exported, kind, body.id, other.id, other.facts, why=why)
    yield from _substitutions(exported)
    yield from _attended(exported)


def _tenure(exported: Exported, tenure: Tenure) -> Edge:
    kind, source = ("sat_on", tenure.person) if tenure.person else ("seat_on", tenure.seat or "")
    return Edge(
        id=tenure.id,
        kind=kind,
        source=source,
        target=tenure.body,
        role=tenure.role,
        start=tenure.start,
        end=tenure.end,
        until=tenure.until,
        certainty=tenure.certainty,
        why=tenure.why,
        on=tenure.on,
        facts=tenure.facts,
        place=exported.first_place(tenure.facts),
    )


def _represents(exported: Exported, tenure: Tenure) -> Iterator[Edge]:
    if not tenure.person:
        return
    for sender, behind in exported.senders(tenure).items():
        yield _edge(
            exported,
            "represents",
            tenure.person,
            sender,
            behind,
            start=tenure.start,
            end=tenure.end,
            until=tenure.until,
        )


def _substitutions(exported: Exported) -> Iterator[Edge]:
    for fact in exported.of_kind("Substitution"):
        substitute, absent = fact.means("substitute"), fact.means("absent")
        if substitute and absent and substitute != absent:
            met = exported.by_id.get(fact.body or "")
            why = f"at a meeting of {met.name}" if isinstance(met, Body) else ""
            on = (fact.date,) if fact.date else ()
            yield _edge(exported, "substituted_for", substitute, absent, (fact.id,), why=why, on=on)


def _attended(exported: Exported) -> Iterator[Edge]:
    found: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in exported.of_kind("Attendance"):
        person = fact.means("person")
        if person and fact.body and fact.date:
            found.setdefault((person, fact.body, fact.get("status")), []).append(fact)
    for (person, body, status), facts in found.items():
        on = tuple(sorted({f.date for f in facts if f.date}))
        yield _edge(exported, status, person, body, tuple(f.id for f in facts), on=on)


def _edge(
    exported: Exported,
    kind: str,
    source: str,
    target: str,
    facts: tuple[str, ...],
    *,
    why: str = "",
    on: tuple[str, ...] = (),
    start: str | None = None,
    end: str | None = None,
    until: str | None = None,
) -> Edge:
    key = "e-" + digest(kind, source, target, *((start,) if start else ()), *facts)
    return Edge(key, kind, source, target, "", start, end, until, "", why, on, facts, exported.first_place(facts))
