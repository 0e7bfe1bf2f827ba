"""What a few documents touch, followed up without reading the rest of their council; the result is that of all anew.

1. The meetings of these documents are read again, and what they say is put in the place of what they said in blocks.
2. Only blocks that these touch are decided: of the same surname or body, or linked with one.
3. Shortcuts are made anew of meetings where a name means somebody else now, and of the bodies that met there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from ...blocks import Block, BlockKey, blocks_of, bodies_in, seen_in, together
from ...blocks.kept import block_rows, rules, sighting_rows
from ...decisions import Judgement
from ...graph.contexts import names_of
from ...graph.derive import body_node, identity_edges, person_node
from ...graph.fact_rows import Council, FactRow
from ...graph.rows import Rows
from ...identity import Bodies, People, resolve_bodies
from ...identity.bodies.own_council import council_key
from ...identity.judgements import Constraints
from ...identity.resolve_people import people_of
from ...identity.seen import own_words, seen_at
from ..blocks import blocks_at, index_of, meanings, people_meant, read_blocks
from ..decisions.nobodies import without_nobodies
from ..mentions import meetings_of
from ..standing_facts import facts_at
from ..write import delete_edges, run, write_edges, write_nodes
from .of_meetings import Shortcuts
from .write_difference import label_bodies

SMALL = 20
"""Meetings that are followed up in part at least, however few there are besides."""
SHARE = 8
"""Above one meeting in so many of a scope all is made anew: that is quicker then."""


def rebuild_part(
    tx: ManagedTransaction,
    scope: str,
    meetings: Sequence[str],
    council: Council | None,
    judgements: tuple[Judgement, ...],
) -> bool:
    """Follows up what happened to these meetings; tells `False` where all of the scope must be made anew instead."""
    ask = partial(run, tx)
    state = ask(
        "OPTIONAL MATCH (d:Decided {scope: $scope}) RETURN d.rules AS rules, d.unnamed AS unnamed, "
        "[d.council, d.basis, coalesce(d.names, [])] AS stated, "
        "COUNT { (:Sighting {scope: $scope}) } AS meetings",
        scope=scope,
    )[0]
    stated: list[Any] = [council.name, council.basis, list(council.names)] if council else [None, None, []]
    if state["rules"] != rules() or state["stated"] != stated or state["unnamed"]:
        return False
    if len(meetings) > max(SMALL, state["meetings"] // SHARE):
        return False
    work = _Part(tx, scope, meetings, council, judgements)
    return work.read() and work.write()


def _needs_all(fact: FactRow) -> bool:
    """Whether a fact bears on more than its meeting: it names no body that met, or says which came after another."""
    return fact.label == "BodyChange" or (fact.label == "MeetingRecord" and fact.name("body") is None)


def _council_words(body: Mapping[str, Any]) -> str | None:
    return own_words(body["name"]) if body["kind"] == "council" else None


@dataclass
class _Part:
    """A part of a scope on its way."""

    tx: ManagedTransaction
    scope: str
    meetings: Sequence[str]
    council: Council | None
    judgements: tuple[Judgement, ...]
    constraints: Constraints = field(init=False)
    facts: list[FactRow] = field(default_factory=list)
    before: dict[BlockKey, Block] = field(default_factory=dict)
    after: dict[BlockKey, Block] = field(default_factory=dict)
    was: list[tuple[str, str, str, str]] = field(default_factory=list)
    bodies_before: set[str] = field(default_factory=set)
    bodies: Bodies = field(default_factory=Bodies)
    people: People = field(default_factory=People)
    rows: Rows = field(default_factory=Rows)

    def __post_init__(self) -> None:
        self.constraints = Constraints.of(self.judgements)
        self.ask = partial(run, self.tx)

    def read(self) -> bool:
        """Reads the meetings and decides the blocks that they touch; `False` where a body is no longer the same."""
        self.facts = without_nobodies(self.ask, self.scope, facts_at(self.ask, self.meetings))
        if any(_needs_all(fact) for fact in self.facts):
            return False
        names = names_of(self.facts)
        said_before = blocks_at(self.ask, self.meetings)
        index = index_of(self.ask, self.scope)
        self._take("body", blocks_of({}, names), said_before, index)
        self.bodies = resolve_bodies(
            bodies_in(self.after.values()), self.scope, self.judgements, self.council.names if self.council else ()
        )
        self.was = meanings(self.ask, self._mentions("body"))
        self.bodies_before = {entity for _, _, _, entity in self.was}
        if not self._bodies_stay():
            return False
        seen = seen_at(names, self.bodies, self.constraints)
        self._take("person", blocks_of(seen, []), said_before, index)
        people = [block for key, block in self.after.items() if key[0] == "person"]
        elsewhere = partial(people_meant, self.ask)
        self.people = people_of(seen_in(people, self.constraints, elsewhere), self.constraints)
        self.was += meanings(self.ask, self._mentions("person"))
        return True

    def _take(
        self,
        of: str,
        said: dict[BlockKey, Block],
        said_before: set[BlockKey],
        index: dict[BlockKey, list[str]],
    ) -> None:
        """Puts what the meetings say now into their blocks, and adds the blocks that must be decided with these."""
        touched = {key for key in {*said_before, *said} if key[0] == of}
        before = read_blocks(self.ask, self.scope, touched)
        after = {}
        for key, block in before.items():
            after[key] = block.told_anew(self.meetings, said.get(key))
        linked = {key: [*index.get(key, ()), *after[key].links(self.constraints)] for key in touched}
        councils = self.council.names if self.council else ()
        rest = together(touched, {**index, **linked}, councils) - touched
        others = read_blocks(self.ask, self.scope, rest)
        self.before |= before | others
        self.after |= after | others

    def _bodies_stay(self) -> bool:
        """Whether names in other documents mean the bodies that they meant, and the council is the one that it was."""
        here = {name[0] for name in self._said("body", "names", lambda meeting: meeting in self.meetings)}
        if any(m not in here and self.bodies.refers_to[m].entity != entity for m, _, _, entity in self.was):
            return False
        ids = sorted(self.bodies_before)
        found = self.ask(
            "UNWIND $ids AS id MATCH (b:Body {id: id}) RETURN b.id AS id, b.name AS name, b.kind AS kind", ids=ids
        )
        now = self.bodies.entities
        if any(_council_words(row) != _council_words(vars(now[row["id"]])) for row in found if row["id"] in now):
            return False
        council = council_key(self.scope)
        return (council in self.bodies_before) == (council in now)

    def write(self) -> bool:
        """Writes what differs; `False` where so much changes that all is better made anew."""
        identity = Rows()
        identity_edges(identity, self.scope, self.bodies, self.people)
        wanted = {key for rows in identity.edges.values() for key in rows}
        meant = {mention: entity for mention, type_, _, entity in self.was if type_ == "REFERS_TO"}
        now = {m: d.entity for found in (self.people, self.bodies) for m, d in found.refers_to.items()}
        moved = sorted({m for m in {*meant, *now} if meant.get(m) != now.get(m)} | self._moved_candidates())
        shortcuts = Shortcuts.read(self.tx, self.scope, [*self.meetings, *meetings_of(self.ask, moved)])
        if shortcuts.many:
            return False
        for type_ in ("REFERS_TO", "MAY_BE"):
            gone = {edge for _, kind, edge, _ in self.was if kind == type_ and edge not in wanted}
            delete_edges(self.tx, type_, gone)
        self._entities({entity for _, _, _, entity in self.was} - self.bodies_before)
        present = {edge for _, _, edge, _ in self.was}
        for kind, rows in sorted(identity.edges.items()):
            write_edges(self.tx, kind, [row for key, row in rows.items() if key not in present])
        self._blocks()
        shortcuts.write(self.council, self.judgements, {*self.bodies_before, *self.bodies.entities})
        return True

    def _moved_candidates(self) -> set[str]:
        """The names that may mean others now than they did."""
        before: dict[str, set[str]] = defaultdict(set)
        for mention, type_, _, entity in self.was:
            if type_ == "MAY_BE":
                before[mention].add(entity)
        now = {
            m: {c.entity for c in those} for found in (self.people, self.bodies) for m, those in found.may_be.items()
        }
        return {m for m in {*before, *now} if before.get(m, set()) != now.get(m, set())}

    def _said(self, of: str, part: str, at: Callable[[str], bool] = lambda _: True) -> Iterator[Any]:
        """The rows of one part of the blocks of people or of bodies, before and after."""
        for blocks in (self.before, self.after):
            for key, block in blocks.items():
                if key[0] == of:
                    for meeting, said in block.said.items():
                        if at(meeting):
                            yield from said.get(part, ())

    def _mentions(self, of: str) -> list[str]:
        """All names in the blocks of people or of bodies, before and after."""
        found = {row[0] for part in ("names", "open") for row in self._said(of, part)}
        for row in self._said(of, "people"):
            found |= row[3].keys()
        return sorted(found)

    def _entities(self, meant: set[str]) -> None:
        """People and bodies that are no longer there go, and those that are new or have another name are written."""
        bodies = {b.id: body_node(self.scope, b) for b in self.bodies.entities.values()}
        people = {p.id: person_node(self.scope, p) for p in self.people.entities.values()}
        kept = council_key(self.scope)
        for label, wanted, known in (
            ("Body", bodies, {*self.bodies_before, *bodies} - {kept}),
            ("Person", people, {*meant, *people}),
        ):
            rows = self.ask(
                f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n {{.*}} AS properties", ids=sorted(known)
            )
            there = {row["properties"]["id"]: row["properties"] for row in rows}
            gone = sorted(there.keys() - wanted.keys())
            self.ask(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", ids=gone)
            changed = {key: row for key, row in wanted.items() if there.get(key) != row}
            write_nodes(self.tx, label, changed)
            if label == "Body":
                label_bodies(self.tx, changed)

    def _blocks(self) -> None:
        rows = Rows()
        block_rows(rows, self.scope, self.after, self.people, self.constraints)
        sighting_rows(rows, self.scope, self.after, {f.meeting for f in self.facts})
        wanted = rows.nodes.get("Block", {})
        empty = Rows()
        block_rows(empty, self.scope, {k: b for k, b in self.before.items() if b.said}, People(), self.constraints)
        gone = sorted(empty.nodes.get("Block", {}).keys() - wanted.keys())
        self.ask("UNWIND $ids AS id MATCH (b:Block {id: id}) DELETE b", ids=gone)
        write_nodes(self.tx, "Block", wanted)
        self.ask("UNWIND $ids AS id MATCH (s:Sighting {meeting: id}) DELETE s", ids=list(self.meetings))
        write_nodes(self.tx, "Sighting", rows.nodes.get("Sighting", {}))
