"""Any order of loading gives the same people; decisions in any order leave a consistent graph.

A few of each in every run, twenty orders and a thousand decisions in the long one.

Everything here happens in a real store, by way of what `load` and `identity` do to it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import pytest
from govgraph.graph_loader.decisions import Anchor, Judgement, judge
from govgraph.graph_loader.identity.judgements import Constraints
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.refreshing import refresh
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.decisions.judgements import keep_judgements

from .test_pipeline import FILES, dump, empty, load_all

ORDERS = [2, pytest.param(20, marks=pytest.mark.long)]
DECISIONS = [40, pytest.param(1_000, marks=pytest.mark.long)]
ASKED = 5
"""After so many decisions every name is asked whom it means."""
LOOKED_AT = 20
"""After so many decisions the whole graph is looked at."""

MEETING = "Fenmarsh Parish Council\n\nMinutes of the meeting held on {day}\n\nPresent: {present}\n\nApologies: {away}\n"
MINUTES = (
    ("3 March 2020", "Cllr Ruth Hall (Chair), Cllr B Cole, Cllr John Hall", "Cllr D Eames"),
    ("7 April 2020", "Cllr R Hall (Chair), Cllr Cole, Cllr D Eames", "Cllr John Hall"),
    ("5 May 2020", "Cllr Ruth Hall (Chair), Cllr Barbara Cole, Cllr Ruth Marrow", "Cllr J Hall"),
    ("2 June 2020", "Cllr Hall (Chair), Mr Cole, Mrs Cole, Cllr Ruth Marrow", "Cllr Eames"),
)


def people(store: Store) -> list[dict[str, Any]]:
    return store.read(
        "MATCH (p:Person) CALL (p) { MATCH (m:Mention)-[:REFERS_TO]->(p) WITH m ORDER BY m.id "
        "RETURN collect(m.id) AS names } RETURN p {.*} AS person, names ORDER BY p.id"
    )


@pytest.mark.parametrize("orders", ORDERS)
def test_any_order_of_loading_gives_the_same_people(store: Store, orders: int) -> None:
    files = FILES[1::4]
    load_all(store, files)
    expected, whole = people(store), dump(store)
    assert len(expected) > 20
    rng = random.Random(7)
    for _ in range(orders):
        empty(store)
        rng.shuffle(files)
        cut = rng.randint(1, len(files) - 1)
        for part in (files[:cut], files[cut:]):  # what follows is decided twice, first from a part
            load_all(store, part)
        assert people(store) == expected
    assert dump(store) == whole


@pytest.fixture
def parish(store: Store, tmp_path: Path) -> Store:
    for number, (day, present, away) in enumerate(MINUTES):
        text = MEETING.format(day=day, present=present, away=away)
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    assert [r.error for r in load([tmp_path], store) if r.error] == []
    return store


@pytest.mark.parametrize("decisions", DECISIONS)
def test_decisions_leave_a_consistent_graph_and_undo_restores_it(parish: Store, decisions: int) -> None:
    rng = random.Random(5)
    before, written = dump(parish), _written(parish)
    standing: list[Judgement] = []
    seen: list[tuple[list[Judgement], list[str]]] = []
    for number in range(1, decisions + 1):
        if standing and rng.random() < 0.45:
            standing = [j for j in standing if j is not rng.choice(standing)]
        else:
            standing = [*standing, _random_decision(rng, written, number)]
        keep_judgements(parish, standing)
        refresh(parish)
        if number % ASKED == 0:
            _consistent(parish, standing)
        if number % LOOKED_AT == 0:
            assert _written(parish) == written
            seen.append((standing, dump(parish)))
    for stood, graph in seen[::10]:
        keep_judgements(parish, stood)
        refresh(parish)
        assert dump(parish) == graph
    keep_judgements(parish, [])
    refresh(parish)
    assert dump(parish) == before


def _written(store: Store) -> list[dict[str, Any]]:
    return store.read("MATCH (m:Mention {of: 'person'}) RETURN m.id AS id, m.text AS text ORDER BY id")


def _random_decision(rng: random.Random, written: Sequence[dict[str, Any]], number: int) -> Judgement:
    verdict: Literal["same", "different"] = rng.choice(("same", "different"))
    chosen = rng.sample(written, rng.randint(2, 3))
    sides = [[Anchor(m["id"], m["text"], "made up", 1) for m in side] for side in (chosen[:1], chosen[1:])]
    when = f"2026-01-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}"
    return judge(verdict, sides[0], sides[1], "A. Reader", when, "a test")


def _consistent(store: Store, standing: Sequence[Judgement]) -> None:
    """Every name means one person or may mean several, as the decisions say, and nothing dangles."""
    rows = store.read(
        "MATCH (m:Mention {of: 'person'}) OPTIONAL MATCH (m)-[:REFERS_TO]->(p) "
        "RETURN m.id AS id, collect(p.id) AS people, count { (m)-[:MAY_BE]->() } AS candidates"
    )
    means = {r["id"]: r["people"][0] for r in rows if r["people"]}
    assert all(len(r["people"]) <= 1 and not (r["people"] and r["candidates"]) for r in rows)
    constraints = Constraints.of(standing)
    for group in constraints.together:
        assert len({means[m] for m in group if m in means}) <= 1
    for one, other in constraints.apart:
        assert not {means[m] for m in one if m in means} & {means[m] for m in other if m in means}
    alone = store.read("MATCH (p:Person) WHERE NOT EXISTS { (p)<-[:REFERS_TO]-() } RETURN p.name AS name")
    assert alone == []
    kept = store.read("MATCH (d:Decision) RETURN d.id AS id ORDER BY id")
    assert [k["id"] for k in kept] == sorted(j.id for j in standing)
