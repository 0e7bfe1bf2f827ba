"""The name of a body is no role on another: who is appointed to a body is its member."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.appointments.placing import is_body

TEXT = """Fernley Town Council

Minutes of the annual meeting of Fernley Town Council held on Tuesday 12 May 2015 at 7.00pm in the Town Hall

Present: Councillors Ann Bold (Chairman), Carl Dare, Ella Fair, Gwen Hale, Ian Jolly
Apologies: Councillor Kate Lowe

1. Appointments
RESOLVED that Councillor Ella Fair be appointed to the Market Trustees Committee.
"""


def test_who_is_appointed_to_a_body_is_its_member() -> None:
    (minutes,) = parse(read_bytes(TEXT.encode(), "minutes.txt"))
    assert [(a.person, a.body, a.role) for a in minutes.appointments] == [
        ("Councillor Ella Fair", "Market Trustees Committee", "member")
    ]


@pytest.mark.parametrize(
    ("role", "named"),
    [
        ("Market Trustees Committee", True),
        ("Ferry Working Group", True),
        ("Chairman of the Council", False),
        ("Representative on the Burial Board", False),
        ("Burial Board Trustee", False),
        ("member", False),
    ],
)
def test_the_name_of_a_body_is_told_from_a_role(role: str, named: bool) -> None:
    assert is_body(role) is named
