"""Names of councils by their parts, and names that only point to one."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.whose.names import points_to, scope_of

ORMLEY = "London Borough of Ormley"
GOVERNORS = "Quellby Primary School Board of Governors"
SUPERVISORS = "Marlow County Board of Supervisors"


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("City of Larkin Falls", "larkin falls city"),
        ("Larkin Falls City Council", "larkin falls city"),
        ("City and County of Larkin", "larkin city county"),
        ("Larkin County Council", "larkin county"),
        ("Larkin Falls Unified School District", "larkin falls district school unified"),
        ("Quellby Community Council", "quellby community"),
        ("The Council", "council"),
    ],
)
def test_all_ways_of_writing_a_name_give_one_scope(name: str, scope: str) -> None:
    assert scope_of(name) == scope


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("the Council", ORMLEY),
        ("Full Council", ORMLEY),
        ("the above Council", ORMLEY),
        ("above-named Council", ORMLEY),
        ("said Parish Council", "Saltford Community Council"),
        ("Borough Council", ORMLEY),
        ("Special Council", ORMLEY),
        ("Board of Supervisors", SUPERVISORS),
        ("this Board", SUPERVISORS),
        ("Full Governing Body", GOVERNORS),
        ("Board of Governors", GOVERNORS),
    ],
)
def test_a_name_without_a_place_points_to_the_council(name: str, council: str) -> None:
    assert points_to(name, [council])
    assert not points_to(name, [])


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Town Council", ORMLEY),
        ("Youth Council", ORMLEY),
        ("Council Tax Committee", ORMLEY),
        ("Planning Committee", ORMLEY),
        ("Planning Board", "Town of Larkin"),
        ("Board of Directors", SUPERVISORS),
        ("the Board", ORMLEY),
        ("the Council", "Quellby Historical Society"),
        ("Eastmere Council", ORMLEY),
    ],
)
def test_other_names_do_not(name: str, council: str) -> None:
    assert not points_to(name, [council])
