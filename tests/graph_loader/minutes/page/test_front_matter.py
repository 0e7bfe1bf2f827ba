from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.page.front_matter import fields, front_matter

TEXT = "# Minutes of Pell Quoits Club AGM - 9 May 2023\n\nPresent:\nAda Quell\nBram Odum\nZoe Tanzy\n"
FENCED = '---\ntitle:  "2023 AGM"\ndate: 2023-06-05\n---\n\n'
PLUS = "+++\ntitle = '2023 AGM'\ndate = 2023-06-05\n+++\n\n"
BARE = "title: 2023 AGM\nslug: 2023-agm\ndate: 2023-06-05 12:03:03 UTC\ntags:\n\n"


@pytest.mark.parametrize("front", [FENCED, PLUS, BARE])
def test_the_fields_above_a_page_are_those_of_the_page(front: str) -> None:
    """Its title is read; its date is the day on which it was put there and not that of the meeting."""
    text = front + TEXT
    place = front_matter(text)
    assert place is not None
    assert text[place[1] :].lstrip("\n") == TEXT
    assert [text[a:b] for a, b in fields(text, "title", "excerpt")] == ["2023 AGM"]
    (read,) = parse(read_bytes(text.encode(), "minutes.md"))
    assert (read.meeting.body, read.meeting.date) == ("Pell Quoits Club", "2023-05-09")


@pytest.mark.parametrize(
    "text", ["Chair: Ada Quell\nClerk: Bram Odum\nVenue: Hall\n\n9 May 2023\n", "---\n\nMinutes\n"]
)
def test_a_form_at_the_head_of_minutes_is_no_front_matter(text: str) -> None:
    assert front_matter(text) is None
    assert list(fields(text, "title")) == []
