"""The body that met, what it belongs to and where it met, in headings of kinds that were read wrongly."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

AFTER = "\n\nPresent:\nAda Quell, Chair\nBram Odum\nZoe Tanzy\n\n1. Lights\n\nThe lights were discussed.\n"


def _read(heading: str) -> ParsedMinutes:
    return parse(read_bytes(f"{heading}{AFTER}".encode(), "minutes.txt"))[0]


@pytest.mark.parametrize("words", ["in the 3rd Floor Board Room", "at a Regular Board Meeting", "in a Committee Room"])
def test_a_room_or_a_kind_of_meeting_is_no_body(words: str) -> None:
    """Though a noun of bodies stands in its name."""
    read = _read(f"HARBOUR WORKS COMMITTEE\n\n9 May 2023\n\nThe plans were shown {words} last week.")
    assert read.bodies == ()


@pytest.mark.parametrize(
    "after",
    [
        "\n\nA recording of the meeting is on the website",
        "\nThis meeting was recorded and is on the website",
        "\n\nDraft",
    ],
)
def test_the_place_ends_with_its_paragraph(after: str) -> None:
    """And before a sentence that begins on the next line."""
    read = _read(f"HARBOUR BOARD\n\nMinutes of the meeting held on 9 May 2023 at the Ferry House, Saltmere{after}")
    assert read.meeting.venue == "Ferry House, Saltmere"


def test_a_place_over_two_lines_is_whole() -> None:
    """Where the first ends in a comma or the second goes on."""
    read = _read(
        "HARBOUR BOARD\n\nMinutes of the meeting held on 9 May 2023 in the Ferry House,\nQuay Street, Saltmere"
    )
    assert read.meeting.venue == "Ferry House, Quay Street, Saltmere"
