"""Blocks as nodes of the graph, with what was decided from them: the rules, the council, and pairs left undecided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..graph.fact_rows import Council
from ..graph.rows import Properties, Rows
from ..identity import People
from ..identity.judgements import Constraints
from ..identity.people_outcome import person_id
from ..reader_hash import reader_hash
from ..records import digest
from .block import Block, BlockKey


def rules() -> str:
    """A hash of the rules that decide: where code or words change, what was decided by them is no longer so."""
    return reader_hash()[:16]


def block_id(scope: str, key: BlockKey) -> str:
    """The id of a block; of people without a surname as of all others."""
    return "k-" + digest(scope, *(part for part in key if part))


def block_rows(
    rows: Rows,
    scope: str,
    blocks: Mapping[BlockKey, Block],
    people: People,
    constraints: Constraints,
) -> None:
    """Adds the nodes of blocks, with the pairs of people that `people` leaves undecided."""
    undecided = _undecided(blocks.values(), people)
    for key, block in blocks.items():
        if not block.said:
            continue
        of, name = key
        properties: Properties = {
            "id": block_id(scope, key),
            "scope": scope,
            "of": of,
            "key": name,
            "links": block.links(constraints),
            "content": block.content,
            "undecided": sorted(undecided[key]),
        }
        rows.node("Block", properties["id"], properties)


def sighting_rows(rows: Rows, scope: str, blocks: Mapping[BlockKey, Block], meetings: Iterable[str]) -> None:
    """Adds, for each of these meetings, in which of the blocks it says something."""
    found: dict[str, list[str]] = {meeting: [] for meeting in meetings}
    for key, block in blocks.items():
        for meeting in block.said:
            if meeting in found:
                found[meeting].append(block_id(scope, key))
    for meeting, ids in found.items():
        rows.node("Sighting", meeting, {"meeting": meeting, "scope": scope, "blocks": sorted(ids)})


def decided_row(rows: Rows, scope: str, council: Council | None, unnamed: bool) -> None:
    """Adds by which rules, and for which council, a scope is decided.

    `unnamed` says that meetings without the name of a body may be the council's, by what all others are.
    """
    named: Properties = {"council": council.name, "basis": council.basis, "names": council.names} if council else {}
    named = {k: list(v) if isinstance(v, tuple) else v for k, v in named.items()} | {"unnamed": unnamed}
    rows.node("Decided", scope, {"scope": scope, "rules": rules(), **named})


def _undecided(blocks: Iterable[Block], people: People) -> dict[BlockKey, list[str]]:
    """The undecided pairs by the block of the first of the two."""
    wanted = {one for one, _ in people.undecided}
    block_of: dict[str, BlockKey] = {}
    if wanted:
        for block in blocks:
            for said in block.said.values():
                for row in said.get("people", ()):
                    if (person := person_id(row[2][3])) in wanted:
                        block_of[person] = block.key
    found: dict[BlockKey, list[str]] = defaultdict(list)
    for one, other in people.undecided:
        found[block_of[one]].append(f"{one} {other}")
    return found
