"""What became of a meeting, what a text that is no minutes is told, and a word where nobody is read."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import DocumentError, read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

BOARD = "PILOTS' BOARD\n\n"
HEADING = BOARD + "Minutes of the meeting held on Tuesday 9 May 2023 at 6.00 pm\n\n"
PRESENT = "Present: Ada Quell (Chair), Bram Odum and Zoe Tanzy.\n\n"


def _read(text: str) -> ParsedMinutes:
    return parse(read_bytes(text.encode(), "minutes.txt"))[0]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("As there was no quorum by 6.20 pm the meeting did not take place.", "inquorate"),
        ("The meeting was inquorate and stood adjourned to 16 May 2023.", "inquorate"),
        ("In the absence of a quorum the meeting could not proceed.", "inquorate"),
        ("A quorum was not present and those there dispersed.", "inquorate"),
        ("The meeting was cancelled owing to the flood.", "cancelled"),
        ("Because of the storm the meeting did not take place.", "cancelled"),
        ("The meeting was adjourned until 16 May 2023.", "adjourned"),
        ("The meeting was then adjourned to a later date.", "adjourned"),
        ("The Chair said that the meeting was quorate.", "held"),
        ("The meeting became inquorate at 9.00 pm and closed.", "held"),
        ("If the meeting is not quorate it shall not proceed.", "held"),
        ("It was noted that the previous meeting had been cancelled.", "held"),
        ("The meeting with the harbour master was cancelled.", "held"),
        ("The regatta on 2 May 2023 was cancelled.", "held"),
        ("The meeting was adjourned at 9.15 pm.", "held"),
        ("The meeting was adjourned until the next regular meeting.", "held"),
        ("There being no further business, the meeting closed.", "held"),
    ],
)
def test_the_status_is_what_the_minutes_say(said: str, status: str) -> None:
    """Of this meeting and no other; with a warning and the sentence as evidence where it was not simply held."""
    read = _read(f"{HEADING}{PRESENT}1. Lights\n\n{said}\n")
    assert read.meeting.status == status
    places = [e.span.text for e in read.meeting.evidence if e.span.rule == "meeting.status"]
    assert bool(places) is (status != "held")
    assert [w.code for w in read.warnings if w.span.rule == "meeting.status"] == ([] if status == "held" else [status])


def test_a_meeting_that_decides_was_held() -> None:
    """Whatever is said of a quorum."""
    said = "There was no quorum at first. RESOLVED that the lights be mended."
    assert _read(f"{HEADING}{PRESENT}1. Lights\n\n{said}\n").meeting.status == "held"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (BOARD + "AGENDA\n\nTuesday 9 May 2023 at 6.00 pm\n\n1. Apologies\n2. Lights\n3. Dredging\n", "announced"),
        (BOARD + "A meeting will be held on 9 May 2023\n\n1. Minutes of the last meeting\n", "announced"),
        (BOARD + "Notice of meeting\n\n9 May 2023\n\nYou are summoned to attend.\n\n1. Lights\n", "announced"),
        (BOARD + "Agenda and minutes\n\nTuesday 9 May 2023\n\n1. Lights\n\nMinutes:\n\nNoted.\n", "held"),
        (BOARD + "MINUTES\n\nTuesday 9 May 2023\n\nAgenda item 1: Lights\n\nThe lights were looked at.\n", "held"),
    ],
)  # fmt: skip
def test_an_agenda_is_announced_and_minutes_are_not(text: str, status: str) -> None:
    """Told by its heading, where nobody is there and nothing is decided."""
    assert _read(text).meeting.status == status


def test_a_body_and_a_date_are_enough_and_nobody_read_is_said() -> None:
    """The warning names the labels under which people were looked for, or says that there are none."""
    with_label = _read(HEADING + "Present: see the book\n\n1. Lights\n\nThe lights were looked at.\n")
    assert with_label.attendance == ()
    (warning,) = [w for w in with_label.warnings if w.code == "no_people"]
    assert "“Present” in line 5" in warning.message
    without = _read(HEADING + "The lights were looked at.\n")
    (warning,) = [w for w in without.warnings if w.code == "no_people"]
    assert "lines 1 to 5" in warning.message
    assert not [w for w in _read(HEADING + PRESENT).warnings if w.code == "no_people"]


@pytest.mark.parametrize(
    ("text", "lacking", "found"),
    [
        ("Apple cake\n\nTake four apples.\n", "a body that met, the date of the meeting, a list of", None),
        ("Pilots' Board\n\nThe lights are out.\n", "the date of the meeting, a list of", "Pilots' Board"),
        ("On 9 May 2023 it rained.\n\nNobody knows why it rained.\n", "a body that met, ", "2023-05-09"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_was_looked_for(text: str, lacking: str, found: str | None) -> None:
    """And what was found."""
    with pytest.raises(DocumentError) as refused:
        _read(text)
    assert "no minutes" in str(refused.value)
    assert lacking in str(refused.value)
    assert found is None or found in str(refused.value)
