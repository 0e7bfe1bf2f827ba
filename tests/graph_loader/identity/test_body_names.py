"""The name under which a body is shown."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.identity import NameInContext, resolve_bodies


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("HARBOUR COMMITTEE", "Harbour Committee"),
        ("BOARD", "Board"),
        ("QRV", "QRV"),
        ("Q.R.V.", "Q.R.V."),
    ],
)
def test_capitals_become_a_title_and_initials_stay(written: str, shown: str) -> None:
    name = NameInContext("b1", written, "body", "body", "f1", "MeetingRecord", "m1", "2020-01-15", 0)
    (body,) = resolve_bodies([name], "overby").entities.values()
    assert body.name == shown
