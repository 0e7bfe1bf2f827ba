"""Orders and splits without a store: what documents give together depends on none of them.

What a store follows up in part is decided here from blocks in memory, and held against everything decided together;
`test_in_part.py` does the same to real stores, which takes longer.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest
from govgraph.graph_loader.blocks import blocks_of, bodies_in, seen_in, together
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.graph.contexts import names_of
from govgraph.graph_loader.identity import resolve_bodies
from govgraph.graph_loader.identity.judgements import NO_CONSTRAINTS
from govgraph.graph_loader.identity.resolve_people import people_of
from govgraph.graph_loader.identity.seen import Seen, seen_at
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

from .test_in_part import made_up_texts
from .without_store import Graph, facts_in, graph_of

SEEDS = [*range(25), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(25, 200))]
POOL, DOCUMENTS = 30, 9

Parsed = dict[str, tuple[ParsedMinutes, ...]]


def parsed(chance: random.Random, number: int, **more: Any) -> Parsed:
    texts = made_up_texts(chance, number, **more)
    return {name: parse(read_bytes(text.encode(), name)) for name, text in texts.items()}


@pytest.fixture(scope="module")
def pool() -> Parsed:
    """Documents that are read once, of which every seed takes some."""
    return parsed(random.Random(7), POOL)


def some_of(pool: Parsed, chance: random.Random) -> Parsed:
    return {name: pool[name] for name in sorted(chance.sample(sorted(pool), DOCUMENTS))}


def graph(documents: Parsed) -> Graph:
    return graph_of(documents.values(), None, list(documents))


def shown(found: Graph) -> Mapping[str, Any]:
    """All that follows from the documents, in a form that can be compared."""
    return {
        scope: (rows.nodes, {kind: dict(edges) for kind, edges in rows.edges.items()})
        for scope, rows in found.derived.items()
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_any_order_gives_one_graph(pool: Parsed, seed: int) -> None:
    chance = random.Random(seed)
    documents = some_of(pool, chance)
    expected = shown(graph(documents))
    order = list(documents)
    chance.shuffle(order)
    assert shown(graph({name: documents[name] for name in order})) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_blocks_decided_apart_give_what_all_together_give(pool: Parsed, seed: int) -> None:
    chance = random.Random(1_000 + seed)
    found = graph(some_of(pool, chance))
    for scope, rows in found.rows.items():
        names = names_of(facts_in(rows))
        council = found.councils.get(scope)
        councils = council.names if council else ()
        bodies = resolve_bodies(names, scope, (), councils)
        seen = seen_at(names, bodies)
        whole = people_of(Seen.of(seen.values()), NO_CONSTRAINTS)
        blocks = blocks_of(seen, names)
        index = {key: block.links(NO_CONSTRAINTS) for key, block in blocks.items()}
        for meeting in chance.sample(sorted(seen), min(3, len(seen))):
            touched = {key for key, block in blocks.items() if meeting in block.said}
            here = [blocks[key] for key in sorted(together(touched, index, councils), key=str)]
            part = people_of(
                seen_in([b for b in here if b.key[0] == "person"], NO_CONSTRAINTS, lambda _: {}), NO_CONSTRAINTS
            )
            assert part.refers_to.items() <= whole.refers_to.items()
            assert part.entities.items() <= whole.entities.items()
            own = resolve_bodies(bodies_in([b for b in here if b.key[0] == "body"]), scope, (), councils)
            assert own.refers_to.items() <= bodies.refers_to.items()


def test_ten_councils_in_one_store_do_not_touch_one_another() -> None:
    chance = random.Random(21)
    alone: dict[str, Parsed] = {}
    for at in range(10):
        own = parsed(chance, 4, councils=(f"{chr(ord('A') + at)}ldmarsh",))
        alone[f"council {at}"] = {f"council {at}/{name}": minutes for name, minutes in own.items()}
    together_ = graph({name: minutes for own in alone.values() for name, minutes in own.items()})
    expected: dict[str, Any] = {}
    for own in alone.values():
        expected |= shown(graph(own))
    assert len(expected) == 10
    assert shown(together_) == expected
