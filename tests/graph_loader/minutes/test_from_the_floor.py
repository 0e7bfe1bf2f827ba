"""Members of the public who speak, and who prays: sentences and lines of North American minutes."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse

TEXT = (
    "LARKIN CITY COUNCIL\nMinutes\nJune 2, 2020\n\nRoll Call\n\nPresent: Marrow, Stanfield, Quell\nAbsent: None\n\n"
    "BUSINESS FROM THE FLOOR\n\n{line}\n\nADJOURNMENT\n"
)


def in_attendance(line: str) -> dict[str, str | None]:
    (read,) = parse(read_bytes(TEXT.format(line=line).encode(), "minutes.txt"))
    return {a.person: a.role for a in read.attendance if a.status == "in_attendance"}


@pytest.mark.parametrize(
    "line",
    [
        "Addressing the Council on Business from the Floor were Ada Pell, Bram Odum, and Cora Teal.",
        "Addressing the Council via Zoom were Ada Pell, Bram Odum, and Cora Teal.",
        "Addressing the Council on their interest in the Planning Commission were Ada Pell, Bram Odum and Cora Teal.",
        "Speaking in person were Ada Pell, Bram Odum, and Cora Teal.",
    ],
)
def test_who_speaks_is_in_attendance(line: str) -> None:
    assert in_attendance(line) == {"Ada Pell": None, "Bram Odum": None, "Cora Teal": None}


@pytest.mark.parametrize(
    "line",
    [
        "Addressing the Council via email were Ada Pell, Bram Odum, and Cora Teal.",
        "Addressing the Council via Open Larkin were Ada Pell, Bram Odum, and Cora Teal.",
    ],
)
def test_who_writes_is_not(line: str) -> None:
    assert in_attendance(line) == {}


def test_whose_testimony_is_received_is_there() -> None:
    assert in_attendance("Public input was also received from Ada Pell.") == {"Ada Pell": None}
    assert in_attendance("Written comments were received from Ada Pell.") == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Invocation - Chaplain Bram Odum\nPledge of Allegiance", {"Chaplain Bram Odum": None}),
        ("Invocation - Police Chaplain Odum", {"Odum": "Police Chaplain"}),
        ("Invocation - Police Chaplain Bram Odum", {"Bram Odum": "Police Chaplain"}),
    ],
)
def test_who_prays_is_there(line: str, found: dict[str, str | None]) -> None:
    assert in_attendance(line) == found
