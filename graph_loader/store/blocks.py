"""Blocks in a store: which there are, what they hold, and what the names in them mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from ..blocks.block import Block, BlockKey
from ..blocks.kept import block_id
from .write import Ask


def index_of(ask: Ask, scope: str) -> dict[BlockKey, list[str]]:
    """The links of every block of a scope."""
    found = ask("MATCH (b:Block {scope: $scope}) RETURN b.of AS of, b.key AS key, b.links AS links", scope=scope)
    return {(row["of"], row["key"]): row["links"] or [] for row in found}


def blocks_at(ask: Ask, meetings: Sequence[str]) -> set[BlockKey]:
    """The blocks in which these meetings said something when they were last read."""
    found = ask(
        "UNWIND $meetings AS meeting MATCH (s:Sighting {meeting: meeting}) UNWIND s.blocks AS id "
        "WITH DISTINCT id MATCH (b:Block {id: id}) RETURN b.of AS of, b.key AS key",
        meetings=sorted(meetings),
    )
    return {(row["of"], row["key"]) for row in found}


def read_blocks(ask: Ask, scope: str, keys: Iterable[BlockKey]) -> dict[BlockKey, Block]:
    """These blocks as they are kept; one that there is not yet is empty."""
    wanted = {block_id(scope, key): key for key in sorted(keys)}
    found = {key: Block(key) for key in wanted.values()}
    for row in ask(
        "UNWIND $ids AS id MATCH (b:Block {id: id}) RETURN b.id AS id, b.content AS content", ids=list(wanted)
    ):
        key = wanted[row["id"]]
        found[key] = Block(key, json.loads(row["content"]))
    return found


def people_meant(ask: Ask, mentions: Sequence[str]) -> Mapping[str, str]:
    """The people whom names mean by their meetings: not those that were left with one candidate in the end."""
    found = ask(
        "UNWIND $ids AS id MATCH (:Mention {id: id})-[r:REFERS_TO]->(p:Person) WHERE r.basis <> 'only_one' "
        "RETURN id, p.id AS person",
        ids=list(mentions),
    )
    return {row["id"]: row["person"] for row in found}


def meanings(ask: Ask, mentions: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """What names mean or may mean, as (mention, type of edge, id of the edge, id of the person or body)."""
    found: list[tuple[str, str, str, str]] = []
    for first in range(0, len(mentions), 5_000):
        (row,) = ask(
            "UNWIND $ids AS id MATCH (:Mention {id: id})-[r:REFERS_TO|MAY_BE]->(e) RETURN collect(id) AS mentions, "
            "collect(type(r)) AS types, collect(r.id) AS edges, collect(e.id) AS entities",
            ids=list(mentions[first : first + 5_000]),
        )
        found += zip(row["mentions"], row["types"], row["edges"], row["entities"], strict=True)
    return found
