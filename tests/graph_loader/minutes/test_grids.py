"""Attendance grids whose cells stand one a line, as a PDF's table does when it becomes text."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse

HEAD = "MARSH LANE PRIMARY SCHOOL BOARD OF GOVERNORS\n\nCOMMITTEE\nFull Governing Body\nDATE\n05/10/2020\n\n"
GRID = (
    "GOVERNOR ATTENDANCE\n\n\n\nType\n\nEnd of\nTerm\n{dates}\n\nDate\nResigned\n"
    "ADA QUELL\nHeadteacher\nEx-officio\nP\nP\n\n\nBRAM ODUM\nLA\n10/2022\nS\nP\n\n\n"
    "CORA MARROW\nParent\n3/2024\nP\nP\n\n\n"
    "P – Present\nS – Sanctioned absence\nA – Absent\n\nMINUTES\n1. Welcome\n"
)
WHOLE = "14/09/2020\n05/10/2020"
BROKEN = "14/\n09/\n20\n20\n05/\n10/\n20\n20"
UNEVEN = "14/0\n9/20\n20\n05/1\n0/20\n20"


@pytest.mark.parametrize("dates", [WHOLE, BROKEN, UNEVEN])
def test_a_date_above_a_column_may_be_broken_over_lines(dates: str) -> None:
    (read,) = parse(read_bytes((HEAD + GRID.format(dates=dates)).encode(), "minutes.txt"))
    found = {a.person: a.status for a in read.attendance}
    assert found == {"ADA QUELL": "present", "BRAM ODUM": "present", "CORA MARROW": "present"}
    assert {a.span.rule for a in read.attendance} == {"attendance.grid"}


@pytest.mark.parametrize("dates", [WHOLE, BROKEN, UNEVEN])
def test_the_column_of_the_meeting_counts(dates: str) -> None:
    text = (HEAD.replace("05/10/2020", "14/09/2020") + GRID.format(dates=dates)).encode()
    (read,) = parse(read_bytes(text, "minutes.txt"))
    assert {a.person: a.status for a in read.attendance}["BRAM ODUM"] == "apologies"
