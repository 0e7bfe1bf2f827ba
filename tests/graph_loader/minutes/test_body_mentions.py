"""Where the name of a body begins in running text: not with what is done with the body."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.minutes.names.bodies import body_mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("APPROVAL OF THE QUAY TRUST", "QUAY TRUST"),
        ("CONSIDERATION OF HOUSING AD HOC COMMITTEE", "HOUSING AD HOC COMMITTEE"),
        ("Reappointment to Arts Commission", "Arts Commission"),
        ("DISSOLVING THE FENMARSH PARKING AUTHORITY", "FENMARSH PARKING AUTHORITY"),
        ("LOAN OF A TRUCK TO THE FENMARSH BUSINESS ASSOCIATION", "FENMARSH BUSINESS ASSOCIATION"),
        ("APPROVAL OF THE 2020/21 FENMARSH TASK FORCE", "FENMARSH TASK FORCE"),
        # What begins so and is a name all the same.
        ("FRIENDS OF THE QUAY TRUST", "FRIENDS OF THE QUAY TRUST"),
        ("Appointments and Staffing Committee", "Appointments and Staffing Committee"),
        ("HOUSING AND THE HOMELESS WORKING GROUP", "HOUSING AND THE HOMELESS WORKING GROUP"),
        ("Planning and Review Committee", "Planning and Review Committee"),
    ],
)
def test_a_body_is_named_without_what_is_done_with_it(text: str, name: str) -> None:
    assert [text[first:end] for first, end in body_mentions(text, 0, len(text))] == [name]
