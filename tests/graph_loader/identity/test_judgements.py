"""Any order of decisions and of taking them back leaves consistent people; the order of loading never counts."""

from __future__ import annotations

import random
from typing import Literal

import pytest
from govgraph.graph_loader.decisions import Anchor, Judgement, judge
from govgraph.graph_loader.identity import NameInContext, resolve_bodies, resolve_people
from govgraph.graph_loader.identity.judgements import Constraints
from govgraph.graph_loader.identity.outcome import People

LISTS = (
    ("Cllr Ruth Hall", "Cllr John Hall", "Mr B Cole", "Mrs Ash"),
    ("Cllr R Hall", "Cllr J Hall", "Cllr Barbara Cole", "Ms Ash"),
    ("Mrs Hall", "Mr Hall", "Mr Bernard Cole", "Dr Ash"),
    ("Ruth Hall", "Cllr Marrow", "B Cole", "P Ash"),
    ("Cllr Ruth Marrow", "Cllr Hall", "Mrs B Cole", "Mrs Petra Ash"),
)
SPOKEN = ("Hall", "Mr Cole", "Ash", "the Chair", "Cllr Marrow")
SEQUENCES = 400


def _names() -> list[NameInContext]:
    found: list[NameInContext] = []
    for at, entries in enumerate(LISTS):
        day = f"2020-0{at + 1}-15"
        body = NameInContext(f"b{at}", "Fenmarsh Board", "body", "body", f"fb{at}", "MeetingRecord", f"m{at}", day, 0)
        found.append(body)
        for place, text in enumerate((*entries, SPOKEN[at]), start=1):
            listed = place <= len(entries)
            properties = {"status": "present", "capacity": "member", "list": 1} if listed else {}
            found.append(
                NameInContext(
                    id=f"n{at}-{place}",
                    text=text,
                    of="person",
                    slot="person" if listed else "proposer",
                    fact=f"f{at}-{place}",
                    label="Attendance" if listed else "Motion",
                    meeting=f"m{at}",
                    date=day,
                    order=place,
                    properties=properties,
                    meeting_body=body.id,
                )
            )
    return found


NAMES = _names()
MENTIONS = [n for n in NAMES if n.of == "person"]


def _people(judgements: list[Judgement], names: list[NameInContext] = NAMES) -> People:
    return resolve_people(names, resolve_bodies(names, "fenmarsh"), judgements)


def _consistent(people: People, judgements: list[Judgement]) -> None:
    means = {mention: decision.entity for mention, decision in people.refers_to.items()}
    assert set(means.values()) <= set(people.entities)
    assert {c.entity for found in people.may_be.values() for c in found} <= set(people.entities)
    assert not set(means) & set(people.may_be)
    constraints = Constraints.of(judgements)
    for one, other in constraints.apart:
        assert not {means[m] for m in one if m in means} & {means[m] for m in other if m in means}
    for group in constraints.together:
        assert len({means[m] for m in group if m in means}) <= 1
    assert len(constraints.accepted) + len(constraints.overruled) == len(judgements)
    overruled = [note for note in people.notes if "overruled" in note]
    assert len(overruled) == len(constraints.overruled)


def _random_decision(rng: random.Random, number: int) -> Judgement:
    verdict: Literal["same", "different"] = rng.choice(("same", "different"))
    chosen = rng.sample(MENTIONS, rng.randint(2, 4))
    cut = rng.randint(1, len(chosen) - 1)
    sides = [[Anchor(m.id, m.text, m.meeting, m.order) for m in side] for side in (chosen[:cut], chosen[cut:])]
    return judge(verdict, sides[0], sides[1], "A. Reader", f"2026-01-01T00:00:{number:02}", "a test")


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_random_decisions_and_undos_leave_consistent_people(seed: int) -> None:
    rng = random.Random(seed)
    before = _people([])
    standing: list[Judgement] = []
    history: list[tuple[list[Judgement], People]] = [([], before)]
    for number in range(rng.randint(3, 7)):
        if standing and rng.random() < 0.3:
            taken_back = rng.choice(standing)
            standing = [j for j in standing if j is not taken_back]
        else:
            standing = [*standing, _random_decision(rng, number)]
        people = _people(standing)
        _consistent(people, standing)
        for earlier, result in history:
            if earlier == standing:
                assert people == result
        history.append((standing, people))
    assert _people([]) == before


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_the_names_does_not_count(seed: int) -> None:
    rng = random.Random(seed)
    standing = [_random_decision(rng, number) for number in range(4)]
    shuffled = list(NAMES)
    rng.shuffle(shuffled)
    for judgements in ([], standing):
        assert _people(judgements, shuffled) == _people(judgements)
