"""The body that met, what it belongs to and where it met, in headings of kinds that were read wrongly."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

AFTER = "\n\nPresent:\nAda Quell, Chair\nBram Odum\nZoe Tanzy\n\n1. Lights\n\nThe lights were discussed.\n"


def _read(heading: str) -> ParsedMinutes:
    return parse(read_bytes(f"{heading}{AFTER}".encode(), "minutes.txt"))[0]


@pytest.mark.parametrize(
    ("heading", "body", "parent"),
    [
        ("Saltmere Harbor Authority\nBoard of Directors - Special Board Meeting\nMay 9, 2023\nFerry House, Board Room",
         "Board of Directors", "Saltmere Harbor Authority"),
        ("Ferry County Water District\nBoard of Trustees – Regular Board Meeting\nMay 9, 2023", "Board of Trustees",
         "Ferry County Water District"),
        ("PILOTS' ASSOCIATION\n\nGoverning Board Meeting Minutes\n9 May 2023", "Governing Board",
         "PILOTS' ASSOCIATION"),
        ("ST. BREOCK CITY COUNCIL MINUTES\nREGULAR MEETING\nMAY 9, 2023", "ST. BREOCK CITY COUNCIL", None),
        ("Minutes of Saltmere City Council as Shareholder of Saltmere Ferries Ltd\nHeld on May 9, 2023",
         "Saltmere City Council", None),
        ("Meeting: 09/05/2023 - Harbour Works Committee (Item 12)\n\n12 Apologies", "Harbour Works Committee", None),
        ("Harbour Works Committee - Tuesday, 9th May, 2023 7.00 pm", "Harbour Works Committee", None),
        ("| Saltmere Pilots Committee Meeting Minutes: 9 May 2023\n| =====", "Saltmere Pilots Committee", None),
        ("# 2023-05-09 Board Meeting", "Board", None),
        ("Saltmere Port Commission Minutes\nPORT DEPARTMENT\nMay 9, 2023", "Saltmere Port Commission", None),
        ("# 2023-05-09 Harbour Works Committee", "Harbour Works Committee", None),
        ("Minutes of the Board of Directors of the Regional District of Saltmere held on May 9, 2023",
         "Board of Directors", "Regional District of Saltmere"),
    ],
)  # fmt: skip
def test_the_body_that_met(heading: str, body: str, parent: str | None) -> None:
    """Not the kind of meeting, the room, or what the body belongs to."""
    read = _read(heading)
    assert (read.meeting.body, read.meeting.parent) == (body, parent)
    assert read.meeting.date == "2023-05-09"


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
