"""Minutes that begin in the middle: what stands at the foot of a page says whose they are and when."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse

PAGE = (
    "7.4.\n\nA motion was made by Councilmember Quell and seconded by Councilmember Odum to direct staff\nto hold the "
    "August 4, 2020 meeting at the Grange Hall.\n\nThe motion carried by the following vote:\n\n"
    "AYES: Marrow, Odum, Quell, Stanfield\nNOES: None\n\nCONFERENCE WITH REAL PROPERTY NEGOTIATORS\n\n"
    "ADJOURNMENT - Adjourned at 9:50 p.m. to the Regular City Council meeting on Tuesday, August 4, 2020.\n\n"
    "Ada Pell, City Clerk\n\n"
)


@pytest.mark.parametrize(
    "foot",
    [
        "July 7, 2020 City Council Minutes Page| 40",
        "City Council Minutes - July 7, 2020 - Page 40",
        "July 7, 2020 Special City Council Minutes Page/40",
    ],
)
def test_the_foot_of_a_page_names_the_body_and_the_day(foot: str) -> None:
    (read,) = parse(read_bytes(f"{PAGE}{foot}\n".encode(), "minutes.txt"))
    assert (read.meeting.body, read.meeting.date) == ("City Council", "2020-07-07")
    assert read.meeting.span.text == "City Council"


def test_the_last_of_several_feet_does() -> None:
    foot = "July 7, 2020 City Council Minutes Page/{}\n\n"
    text = PAGE + foot.format(10) + PAGE.replace("7.4.", "7.5.") + foot.format(11)
    (read,) = parse(read_bytes(text.encode(), "minutes.txt"))
    assert (read.meeting.body, read.meeting.date) == ("City Council", "2020-07-07")


def test_a_heading_counts_for_more_than_the_foot() -> None:
    head = "LARKIN CITY COUNCIL\n\nMinutes of the Regular Meeting of July 14, 2020\n\nPresent: Marrow, Odum, Quell\n\n"
    (read,) = parse(read_bytes(f"{head}{PAGE}July 7, 2020 City Council Minutes Page 3\n".encode(), "minutes.txt"))
    assert (read.meeting.body, read.meeting.date) == ("LARKIN CITY COUNCIL", "2020-07-14")
