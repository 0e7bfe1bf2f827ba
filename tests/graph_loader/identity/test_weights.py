"""Every piece of evidence has the weight that docs/who-is-who.md states."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from govgraph.graph_loader.identity.cluster import Cluster, evidence, vetoes
from govgraph.graph_loader.identity.compare import WEIGHTS, name_evidence
from govgraph.graph_loader.identity.context import NameInContext
from govgraph.graph_loader.identity.profile import Profile
from govgraph.graph_loader.identity.surname import ENOUGH
from govgraph.graph_loader.lexicon.person_name import parse_name

NAMES = [
    ("Cole", "Mr Cole", "same surname", 2.0),
    ("Ann Quinlan", "Ann Quinian", "surnames differ by one letter", 0.5),
    ("Cole", "Hall", "surnames differ", -4.0),
    ("Ruth Cole", "Ruth Cole", "same given name", 4.0),
    ("Bill Cole", "William Cole", "forms of one given name", 2.5),
    ("Colleen Cole", "Coleen Cole", "given names differ by one letter", 2.0),
    ("Ruth Cole", "John Cole", "given names differ", -4.0),
    ("R Cole", "Ruth Cole", "the initial R fits", 2.0),
    ("R Cole", "R Cole", "same initial", 2.0),
    ("R J Cole", "R J Cole", "same initial", 3.0),
    ("R Cole", "J Cole", "initials differ", -4.0),
    ("Mrs Cole", "Ms Cole", "titles agree", 0.5),
    ("Cllr Cole", "Councillor Cole", "both have a councillor's title", 1.0),
]


@pytest.mark.parametrize(("one", "other", "reason", "weight"), NAMES)
def test_weights_of_names(one: str, other: str, reason: str, weight: float) -> None:
    found = name_evidence(parse_name(one), parse_name(other))
    assert [e.weight for e in found if reason in e.reason] == [weight]


def person(text: str, at: int, date: str, body: str = "board", **properties: str) -> Cluster:
    given = {"status": "present", "capacity": "member", "list": 1} | properties
    name = NameInContext(f"n{at}", text, "person", "person", f"f{at}", "Attendance", f"m{at}", date, 1, given, body)
    profile = Profile(name.meeting, date, body, name.position)
    profile.add(name, parse_name(text), "same_name", "listed")
    return Cluster.of([profile])


def officer(text: str, at: int, date: str, body: str = "board", **properties: str) -> Cluster:
    return person(text, at, date, body, **({"capacity": "officer", "status": "in_attendance"} | properties))


AROUND: list[tuple[Callable[[], tuple[Cluster, Cluster]], str, float]] = [
    (lambda: (person("R Cole", 1, "2020-01-01"), person("R Cole", 2, "2020-02-01")), "meetings of the same body", 2.0),
    (lambda: (officer("R Cole", 1, "2020-01-01"), officer("R Cole", 2, "2020-02-01", "panel")), "never named", -1.0),
    (lambda: (officer("R Cole", 1, "2020-01-01", role="Clerk"), officer("R Cole", 2, "2020-02-01", role="clerk")),
     "same post", 3.0),
    (lambda: (officer("R Cole", 1, "2020-01-01", role="Clerk"),
              officer("R Cole", 2, "2020-02-01", "panel", role="Engineer")), "different posts", -1.5),
    (lambda: (person("R Cole", 1, "2020-01-01", organisation="Elm Ward"),
              person("R Cole", 2, "2020-02-01", organisation="Elm Ward")), "same organisation", 1.5),
    (lambda: (person("R Cole", 1, "2020-01-01"), person("R Cole", 2, "2020-02-01")), "both known as", 1.0),
    (lambda: (person("R Cole", 1, "2020-01-01"), person("R Cole", 2, "2020-12-01")), "within a year", 1.0),
    (lambda: (person("R Cole", 1, "2010-01-01"), person("R Cole", 2, "2017-02-01")), "7 years apart", -1.0),
    (lambda: (person("R Cole", 1, "2010-01-01"), person("R Cole", 2, "2023-02-01")), "13 years apart", -4.0),
    (lambda: (person("R Cole", 1, "2010-01-01"), person("R Cole", 2, "2019-02-01", "panel")),
     "9 years apart, and never at meetings of the same body", -6.0),
]  # fmt: skip


@pytest.mark.parametrize(("two", "reason", "weight"), AROUND)
def test_weights_of_what_stands_around_names(
    two: Callable[[], tuple[Cluster, Cluster]], reason: str, weight: float
) -> None:
    assert [e.weight for e in evidence(*two()) if reason in e.reason] == [weight]


def test_every_weight_of_the_table_is_tried_here() -> None:
    tried = {e.kind for one, other, _, _ in NAMES for e in name_evidence(parse_name(one), parse_name(other))}
    tried |= {e.kind for two, _, _ in AROUND for e in evidence(*two())}
    assert tried == WEIGHTS.keys() - {"enough"}


def test_how_much_is_enough_and_that_a_veto_has_no_weight() -> None:
    assert ENOUGH == 4.0
    found = vetoes(person("Ruth Cole", 1, "2020-01-01"), person("John Cole", 2, "2020-02-01"))
    assert found
    assert all(e.veto and e.weight == 0 for e in found)
