"""Words of which each letter is doubled, as fake bold comes out of PDFs, are read once; spans quote the file."""

from __future__ import annotations

import time

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.plain_text import plain_text


def _doubled(text: str) -> str:
    return "".join(sign if sign.isspace() else sign * 2 for sign in text)


@pytest.mark.parametrize(
    "text", ["Present:", "In attendance:", "12. APOLOGIES FOR ABSENCE", "HARBOUR COMMITTEE", "Councillor Nell Hallwell"]
)
def test_doubled_words_are_read_once(text: str) -> None:
    assert plain_text(read_bytes(f"{_doubled(text)}\nThe next line.".encode(), "a.txt")).text.startswith(f"{text}\n")


def test_a_sign_at_the_end_may_stand_once() -> None:
    assert plain_text(read_bytes(b"PPrreesseenntt: all", "a.txt")).text == "Present: all"


@pytest.mark.parametrize(
    "text",
    [
        "Committee, Mississippi, Llanelli, bookkeeper and subbookkeeper",
        "World War IIII, AABB, 1122 3344 and wwww",
        "ooooooooo aaaaaaaa",
        "Balance: 1100 2200",
    ],
)
def test_real_doubles_stay(text: str) -> None:
    assert plain_text(read_bytes(text.encode(), "a.txt")).text == text


def test_lists_under_doubled_labels_are_read_and_quoted() -> None:
    lines = [_doubled("HARBOUR COMMITTEE"), "Minutes of the meeting held on 4 March 2024", _doubled("Present:")]
    lines += ["Councillor Ann Moor", "Councillor Bob Dale", _doubled("Apologies:"), "Councillor Cy Frost"]
    document = read_bytes("\n".join(lines).encode(), "minutes.txt")
    (minutes,) = parse(document)
    assert [(a.person, a.status) for a in minutes.attendance] == [
        ("Councillor Ann Moor", "present"),
        ("Councillor Bob Dale", "present"),
        ("Councillor Cy Frost", "apologies"),
    ]
    assert minutes.meeting.body == "HARBOUR COMMITTEE"
    for record in minutes.attendance:
        assert document.text[record.span.char_start : record.span.char_end] == record.span.text


def test_long_lines_cost_what_they_are_long() -> None:
    begun = time.perf_counter()
    plain_text(read_bytes(("aabbcc" * 50_000 + " x" + "aab" * 50_000).encode(), "a.txt"))
    assert time.perf_counter() - begun < 5
