"""Running heads, feet, numbers of pages and stamps are furniture in every format; what the minutes repeat is not."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.documents.blocks import Furniture
from govgraph.graph_loader.minutes import parse
from reportlab.pdfgen.canvas import Canvas

from .made_pdf import LEFT, PITCH, TOP, made_pdf, put

HEADING = ["Willow Hill Town Council", "", "FULL COUNCIL", "", "Minutes of the meeting held on Monday 4 March 2024", ""]
FIRST = ["Present:", "Councillor Ann Moor", "Councillor Bob Dale", "Councillor Cy Frost"]
SECOND = ["Councillor Di Marsh", "Councillor Ed Lund", "", "1. Apologies", "There were none."]
THIRD = ["2. Accounts", "RESOLVED: That the accounts be approved.", "The meeting closed at 9 pm."]


def _text(heads: list[str], feet: list[str]) -> str:
    pages = [[*HEADING, *FIRST], [*SECOND], [*THIRD]]
    return "\n\f".join(
        "\n".join([*([head] if head else []), *page, "", *([foot] if foot else [])])
        for head, page, foot in zip(heads, pages, feet, strict=True)
    )


NOTHING = ["", "", ""]
FURNITURE = {
    "a foot with the body": (NOTHING, ["Full Council 4 March 2024"] * 3),
    "a foot with the number of its page": (NOTHING, [f"Town Clerk's Office  Page {i} of 3" for i in (1, 2, 3)]),
    "a foot with initials": (NOTHING, [f"Chair's initials ........ {i}" for i in (1, 2, 3)]),
    "bare numbers": (NOTHING, ["1", "2", "3"]),
    "a head from the second page on": (["", "Full Council - 4 March 2024", "Full Council - 4 March 2024"], NOTHING),
    "a head that puts the heading together": (
        ["", "Willow Hill Town Council | Full Council | 4 March 2024", ""],
        NOTHING,
    ),
    "a head with the number at its end": (
        ["", f"Allotments{' ' * 40}2", f"Open Spaces{' ' * 40}3"],
        NOTHING,
    ),
    "feet that count the pages": (NOTHING, ["1 Welcome", "2 Money and land", "3 What is next"]),
    "a stamp on each page": (["", "DRAFT", "DRAFT"], NOTHING),
}


@pytest.mark.parametrize(("heads", "feet"), FURNITURE.values(), ids=FURNITURE.keys())
def test_a_list_goes_on_over_the_furniture_of_pages(heads: list[str], feet: list[str]) -> None:
    document = read_bytes(_text(heads, feet).encode(), "minutes.txt")
    found = [document.text[b.start : b.end] for b in document.blocks if isinstance(b, Furniture)]
    assert found == [line for pair in zip(heads, feet, strict=True) for line in pair if line]
    (minutes,) = parse(document)
    people = [(a.person, a.status, a.organisation) for a in minutes.attendance]
    names = ("Ann Moor", "Bob Dale", "Cy Frost", "Di Marsh", "Ed Lund")
    assert people == [(f"Councillor {name}", "present", None) for name in names]
    assert minutes.meeting.body in {"Willow Hill Town Council", "FULL COUNCIL"}  # either is a name of the body that met


@pytest.mark.parametrize(("heads", "feet"), FURNITURE.values(), ids=FURNITURE.keys())
def test_pages_of_a_pdf_have_the_furniture_of_its_text(heads: list[str], feet: list[str]) -> None:
    def page(head: str, lines: list[str], foot: str):  # type: ignore[no-untyped-def]
        def draw(canvas: Canvas) -> None:
            canvas.drawString(LEFT, TOP + 30, head)
            put(canvas, lines)
            canvas.drawString(LEFT, TOP - (len(lines) + 3) * PITCH, foot)

        return draw

    lists = [[*HEADING, *FIRST], [*SECOND], [*THIRD]]
    content = made_pdf(*(page(*parts) for parts in zip(heads, lists, feet, strict=True)))
    (minutes,) = parse(read_bytes(content, "minutes.pdf"))
    assert len(minutes.attendance) == 5
    assert {a.organisation for a in minutes.attendance} == {None}


def test_a_heading_that_is_repeated_on_later_pages_stays_once() -> None:
    heads = ["", "FULL COUNCIL", "FULL COUNCIL"]
    document = read_bytes(_text(heads, NOTHING).encode(), "minutes.txt")
    found = [document.line_at(b.start) for b in document.blocks if isinstance(b, Furniture)]
    assert len(found) == 2
    assert min(found) > 6


REPEATED = {
    "movers": ["Proposed by: Councillor Moor", "Seconded by: Councillor Dale"],
    "votes": ["For: 7", "Against: 2", "Abstentions: 1"],
    "what was done": ["The report was noted.", "Nobody spoke."],
}


@pytest.mark.parametrize("lines", REPEATED.values(), ids=REPEATED.keys())
def test_what_the_minutes_say_again_is_no_furniture(lines: list[str]) -> None:
    """In the middle of one page and near the top or the foot of another."""
    filler = [
        f"The Clerk reported that letter number {n} had been answered, and members thanked him." for n in range(9)
    ]
    pages = [
        [*HEADING, *filler, *lines, *filler],
        [*filler, *lines, "The next item was taken."],
        [filler[0], *lines, *filler],
    ]
    document = read_bytes("\n\f".join("\n".join(page) for page in pages).encode(), "minutes.txt")
    found = {document.text[b.start : b.end] for b in document.blocks if isinstance(b, Furniture)}
    assert not found & set(lines)
