"""The day of the meeting: ways of writing dates, words that rule out their own date alone, day or month first."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.dates.order import date_order
from govgraph.graph_loader.minutes.dates.written import dates
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

AFTER = "\n\nPresent: Ada Quell (Chair), Bram Odum and Zoe Tanzy.\n\n1. Lights\n\nThe lights were discussed.\n"


def _read(heading: str, name: str = "minutes.txt") -> ParsedMinutes:
    return parse(read_bytes(f"PILOTS' BOARD\n\n{heading}{AFTER}".encode(), name))[0]


@pytest.mark.parametrize(
    "written",
    [
        "9 May 2023",
        "May 9,2023",
        "MAY 9 ,2023",
        "9May 2023",
        "9 May2023",
        "9thMay2023",
        "9th.May 2023",
        "9th. May 2023",
        "May9, 2023",
        "May, 9 2023",
        "May 9th,2023",
        "May 9.2023",
        "9 May , 2023",
        "9 May. , 2023",
        "held on 20230509",
        "Meeting of 2023 05 09",
        "20230509",
        "9-May-23",
        "9/May/2023",
        "9.May.2023",
        "Tuesday 9 May 23",
        "held on 9.5.23",
        "Tuesday 09.05.2023",
        "9 / 5 / 2023",
        "2023/05/09",
        "2023.05.09",
        "2023-05-09T19:00",
        "9th day of May, A.D. 2023",
        "9th day of May in the year of our Lord 2023",
        "9th day of May two thousand and twenty-three",
        "the ninth day of May two thousand and twenty-three",
        "Tuesday, the 9th of May, 2023",
    ],
)
def test_a_date_is_read_however_its_parts_touch(written: str) -> None:
    """Without blanks, with full stops, strokes and dashes, the year first, in words."""
    assert [d.value for d in dates(written, 0, len(written))] == ["2023-05-09"]


@pytest.mark.parametrize(
    "written",
    [
        "paragraph 9.5.23 of the plan",
        "9.5.23 The Board noted",
        "version 2.1.20",
        "AB/2023/05/09",
        "5. May 2023 accounts",
    ],
)
def test_other_numbers_are_no_dates(written: str) -> None:
    """Of paragraphs, versions, files; an item whose title begins with a month."""
    assert dates(written, 0, len(written)) == []


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("(Postponed from Tuesday 2 May 2023)\nTuesday 9 May 2023", "2023-05-09"),
        ("Tuesday 9 May 2023 (adjourned from 2 May 2023)", "2023-05-09"),
        ("Tuesday 2 May 2023 - CANCELLED\n\nMeeting held on Tuesday 9 May 2023", "2023-05-09"),
        ("Meeting of 2 May 2023, rescheduled to 9 May 2023", "2023-05-09"),
        ("Minutes of the meeting held on 9 May 2023 in place of that of 2 May 2023", "2023-05-09"),
        ("Originally called for 2 May 2023\n\nTuesday 9 May 2023", "2023-05-09"),
        ("Published 15 May 2023\n\n9 May 2023", "2023-05-09"),
        ("Printed on 15 May 2023\n\nMinutes of the meeting of 9 May 2023", "2023-05-09"),
        ("Minutes approved 6 June 2023\n\nMeeting: 9 May 2023", "2023-05-09"),
        ("Approved minutes of the meeting held on 9 May 2023", "2023-05-09"),
        ("9 May 2023 (continued to 16 May 2023)", "2023-05-09"),
        ("Rescheduled meeting held on 9 May 2023", "2023-05-09"),
    ],
)
def test_a_word_rules_out_its_own_date_and_no_other(heading: str, day: str) -> None:
    """The day on which the meeting was held is the one."""
    assert _read(heading).meeting.date == day


def test_a_heading_whose_only_date_is_another_day_has_none() -> None:
    """And says so."""
    read = _read("Published 15 May 2023")
    assert read.meeting.date is None
    assert any(w.code == "no_date" and "15 May 2023" in w.message for w in read.warnings)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("on 25/04/2023 and 05/06/2023", "day"),
        ("on 04/25/2023 and 05/06/2023", "month"),
        ("Monday 05/06/2023", "day"),
        ("Saturday, 05/06/2023", "month"),
        ("May 9, 2023; 05/06/2023", "month"),
        ("9 May 2023; 05/06/2023", "day"),
        ("Cllr Quell, 05/06/2023", "day"),
        ("Council Member Quell, 05/06/2023", "month"),
        ("05/06/2023", None),
        ("25/04/2023 and 04/25/2023", None),
    ],
)
def test_the_order_of_day_and_month_is_told_or_not_known(text: str, order: str | None) -> None:
    """By numbers above twelve, days of the week, dates in words and words of one side of the Atlantic."""
    assert date_order(text) == order


def test_a_date_that_can_be_two_is_none_and_both_are_named() -> None:
    """Nothing is guessed in silence."""
    read = _read("Minutes of the meeting held on 05/06/2023")
    assert read.meeting.date is None
    (warning,) = [w for w in read.warnings if w.code == "date_order"]
    assert "2023-06-05" in warning.message
    assert "2023-05-06" in warning.message
    assert _read("Minutes of the meeting held on Monday 05/06/2023").meeting.date == "2023-06-05"
    assert _read("Minutes of the meeting held on Saturday 05/06/2023").meeting.date == "2023-05-06"
    assert _read("Minutes of the meeting held on 05/05/2023").meeting.date == "2023-05-05"


def test_a_year_that_the_heading_lacks_is_offered_and_not_guessed() -> None:
    """By the name of the file or other dates; a day of the week that fits one year alone tells it."""
    bare = _read("Minutes of the meeting held on 9 May", "pilots-2023.txt")
    assert bare.meeting.date is None
    assert any(w.code == "no_date" and "2023" in w.message for w in bare.warnings)
    later = "2. Minutes\n\nThe minutes of 4 April 2023 were agreed.\n"
    for day, date in (("9 May", None), ("Tuesday 9 May", "2023-05-09")):
        text = f"PILOTS' BOARD\n\nMinutes of the meeting held on {day}{AFTER}{later}"
        assert parse(read_bytes(text.encode(), "minutes.txt"))[0].meeting.date == date


@pytest.mark.parametrize("written", ["Reference 20230509", "20231309", "tel. 020230509", "20230509-1"])
def test_eight_digits_alone_are_no_date(written: str) -> None:
    assert dates(written, 0, len(written)) == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-05-09 minutes.pdf", "2023-05-09"),
        ("minutes_20230509.md", "2023-05-09"),
        ("Minutes+9th+May+2023.html", "2023-05-09"),
        ("board-25.05.2023.txt", "2023-05-25"),
        ("05-06-2023.txt", None),
        ("20230509_20230510.txt", None),
        ("minutes-12345678.txt", None),
    ],
)
def test_the_day_of_a_files_name_is_offered_and_never_taken(name: str, day: str | None) -> None:
    read = _read("Minutes of the meeting", name)
    assert read.meeting.date is None
    (warning,) = [w for w in read.warnings if w.code == "no_date"]
    assert (f"the name of the file has {day}" in warning.message) == (day is not None)


def test_a_number_before_a_date_is_not_its_day() -> None:
    """As that of a line or a page, on the line above."""
    assert [d.value for d in dates("21\nMAY 9, 2023", 0, 14)] == ["2023-05-09"]
    assert _read("COUNCIL CHAMBERS\n\n      21\nMAY 9, 2023").meeting.date == "2023-05-09"


def test_a_title_that_is_a_date_is_the_day() -> None:
    text = f"---\ntitle: 2023-05-09\ndate: 2024-12-29T17:43:05Z\n---\n\n# PILOTS' BOARD{AFTER}"
    assert parse(read_bytes(text.encode(), "page.md"))[0].meeting.date == "2023-05-09"


@pytest.mark.parametrize(("head", "day"), [
    ("9 August, 2023 – Ordinary Meeting of Council – Minutes", "2023-08-09"),
    ("That the Minutes of the meeting held on 9 August 2023 be confirmed.", "2023-08"),
    ("9 June, 2023 – Ordinary Meeting of Council – Minutes", "2023-08"),
])  # fmt: skip
def test_the_running_head_gives_the_day_of_a_month(head: str, day: str) -> None:
    text = f"PILOTS' BOARD\n\nMINUTES\nAUGUST 2023{AFTER}\n{head}\n\n2. Boats\n\nThe boats were seen.\n"
    assert parse(read_bytes(text.encode(), "minutes.txt"))[0].meeting.date == day


def test_a_meeting_took_place_on_its_day() -> None:
    assert (
        _read("Date, Time and Location\n\nThe meeting took place on Tuesday, May 9, 2023.").meeting.date == "2023-05-09"
    )
