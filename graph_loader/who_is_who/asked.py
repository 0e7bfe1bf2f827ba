"""A part of a council as questions about it need it: the blocks of the names in question, decided under any decisions.

What meetings say is read from blocks. Only the meetings of names that a decision is about are read again, since what a
meeting by itself says of a name depends on decisions too.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from ..blocks import Block, BlockKey, blocks_of, bodies_in, seen_in, together
from ..decisions import Judgement
from ..graph.contexts import names_of
from ..identity import Bodies, BodyEntity, Decision, NameInContext, People, resolve_bodies
from ..identity.compare import Evidence
from ..identity.judgements import Constraints, connected
from ..identity.resolve_people import explain, people_of
from ..identity.seen import Seen, seen_at
from ..store import Store
from ..store.blocks import blocks_at, index_of, people_meant, read_blocks
from ..store.decisions.nobodies import without_nobodies
from ..store.shortcuts.rebuild import council_of_scope
from ..store.standing_facts import READ_LABELS, meant_at


@dataclass
class Asked:
    """Blocks of one council, and the decisions that hold."""

    store: Store
    scope: str
    blocks: dict[BlockKey, Block]
    judgements: tuple[Judgement, ...]
    councils: tuple[str, ...] = ()
    _read: dict[tuple[str, ...], tuple[list[NameInContext], Bodies]] = field(default_factory=dict)

    @classmethod
    def read(
        cls,
        store: Store,
        scope: str,
        judgements: tuple[Judgement, ...],
        keys: Set[BlockKey] | None = None,
        meetings: Sequence[str] = (),
    ) -> Asked:
        """These blocks, those of people at these meetings, and all that are decided with them; or all of a scope."""
        index = index_of(store.read, scope)
        council = council_of_scope(store.read, scope)
        councils = council.names if council else ()
        if keys is not None:
            at = {key for key in blocks_at(store.read, meetings) if key[0] == "person"} if meetings else set()
            keys = together((keys | at) & index.keys(), index, councils)
        return cls(store, scope, read_blocks(store.read, scope, index if keys is None else keys), judgements, councils)

    def names_of_bodies(self) -> list[NameInContext]:
        """The names of bodies in these blocks."""
        return bodies_in(self.blocks.values())

    def bodies(self, judgements: Sequence[Judgement]) -> Bodies:
        """Which body is which under these decisions."""
        return resolve_bodies(self.names_of_bodies(), self.scope, judgements, self.councils)

    def people(self, judgements: Sequence[Judgement]) -> People:
        """Who is who under these decisions."""
        return people_of(self._seen(judgements), Constraints.of(judgements))

    def explain(self, judgements: Sequence[Judgement], one: str, other: str) -> list[Evidence]:
        """What speaks for and against two people being one under these decisions. Raises `KeyError`."""
        return explain(self._seen(judgements), Constraints.of(judgements), one, other)

    def _seen(self, judgements: Sequence[Judgement]) -> Seen:
        constraints = Constraints.of(judgements)
        blocks = dict(self.blocks)
        again = self._touched(judgements)
        if again:
            names, bodies = self._names_at(again)
            seen = seen_at(names, bodies, constraints)
            said = blocks_of(seen, [])
            for key in {*blocks, *said}:
                if key[0] == "person":
                    blocks[key] = blocks.get(key, Block(key)).told_anew(again, said.get(key))
        people = [block for key, block in blocks.items() if key[0] == "person"]
        return seen_in(people, constraints, lambda ids: people_meant(self.store.read, ids))

    def _touched(self, judgements: Sequence[Judgement]) -> tuple[str, ...]:
        """The meetings of names of people that these decisions are about and those that hold are not, or otherwise."""
        held = {j.id: j for j in self.judgements}
        given = {j.id: j for j in judgements}
        changed = [j for j in (*held.values(), *given.values()) if (j.id in held) != (j.id in given)]
        mentions = connected(
            {a.mention for j in changed for a in (*j.one, *j.other)}, (*held.values(), *given.values())
        )
        if not mentions:
            return ()
        rows = self.store.read(
            "UNWIND $ids AS id MATCH (n:Mention {id: id, of: 'person', scope: $scope})<--(f:Fact) "
            "MATCH (f)-[:AT|MADE_AT]->(m:Meeting) "
            "RETURN DISTINCT m.id AS id ORDER BY id",
            ids=sorted(mentions),
            scope=self.scope,
        )
        return tuple(row["id"] for row in rows)

    def _names_at(self, meetings: tuple[str, ...]) -> tuple[list[NameInContext], Bodies]:
        """The names of some meetings, and what those of bodies mean."""
        if meetings not in self._read:
            facts, meant, _ = meant_at(
                self.store.read,
                f"MATCH (m:Meeting)<-[:AT|MADE_AT]-(f:Fact) WHERE m.id IN $meetings AND (f:{READ_LABELS})",
                meetings=list(meetings),
            )
            rows = self.store.read(
                "UNWIND $ids AS id MATCH (b:Body {id: id}) RETURN b.id AS id, b.name AS name, b.kind AS kind",
                ids=sorted(set(meant.values())),
            )
            entities = {row["id"]: BodyEntity(**row) for row in rows}
            decided = {mention: Decision(entity, "same_name", ()) for mention, entity in meant.items()}
            facts = without_nobodies(self.store.read, self.scope, facts)
            self._read[meetings] = names_of(facts), Bodies(entities, decided)
        return self._read[meetings]
