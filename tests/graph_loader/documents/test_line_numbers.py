"""Numbers of lines in the margin are taken out, in PDFs and in texts taken from them; those of items and lists stay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.documents.blocks import Furniture
from govgraph.graph_loader.minutes import parse
from reportlab.pdfgen.canvas import Canvas

from .made_pdf import LEFT, PITCH, TOP, lines_read, made_pdf

MINUTES = [
    "Willow Hill Parish Council",
    "",
    "Minutes of the meeting held on Monday 4 March 2024 in the Village Hall, Willow Hill",
    "",
    "Present:",
    "Councillor Ann Moor (Chair)",
    "Councillor Bob Dale",
    "Councillor Cy Frost",
    "",
    "In attendance:",
    "Ed Vane (Clerk)",
    "",
    "7. Apologies",
    "Apologies for absence were received from Councillor Di Marsh, who was away on holiday with",
    "her family until the end of the month.",
    "",
    "8. Allotments",
    "It was noted that the rent of the allotments had been paid by all but two of the tenants and",
    "that the Clerk would write to both.",
    "",
    "9. Playing field",
    "RESOLVED: That Councillor Dale be appointed to the Playing Field Committee.",
    "The meeting closed at 8.40 pm.",
]
WITH_TEXT = [line for line in MINUTES if line]


def _numbers(lines: list[str], step: int = 1, *, empty: bool = False, first: int = 1) -> Iterator[tuple[str, str]]:
    """Each line with the number in its margin, or with none."""
    number = count(first)
    for line in lines:
        n = next(number) if line or empty else 0
        yield (str(n) if n and (step == 1 or n % step == 0) else ""), line


def _pdf(lines: list[str], step: int, *, empty: bool, right: bool = False, running_on: bool = False) -> bytes:
    """The lines on two pages, with a foot, numbered anew or running on."""
    half = len(lines) // 2
    parts = [lines[:half], lines[half:]]
    before = len(lines[:half]) if empty else sum(1 for line in lines[:half] if line)

    def page(number: int, part: list[str]):  # type: ignore[no-untyped-def]
        def draw(canvas: Canvas) -> None:
            first = before + 1 if running_on and number == 2 else 1
            for i, (mark, line) in enumerate(_numbers(part, step, empty=empty, first=first)):
                canvas.setFont("Helvetica", 8)
                if right:
                    canvas.drawString(545, TOP - i * PITCH, mark)
                else:
                    canvas.drawRightString(LEFT - 14, TOP - i * PITCH, mark)
                canvas.setFont("Helvetica", 10)
                canvas.drawString(LEFT, TOP - i * PITCH, line)
            canvas.drawString(280, 40, f"Page {number}")

        return draw

    return made_pdf(*(page(i, part) for i, part in enumerate(parts, 1)))


def _facts(content: bytes, name: str) -> tuple[object, ...]:
    (minutes,) = parse(read_bytes(content, name))
    people = [(a.person, a.status, a.role) for a in minutes.attendance]
    items = [i.number for i in minutes.items]
    return minutes.meeting.body, minutes.meeting.date, sorted(people, key=str), items, minutes.appointments[0].decision


PLAIN = _facts("\n".join(MINUTES).encode(), "minutes.txt")


def test_the_minutes_say_what_they_should() -> None:
    _, date, people, items, decision = PLAIN
    assert (date, len(people), items, decision) == ("2024-03-04", 5, ["7", "8", "9"], "9")  # type: ignore[arg-type]


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("empty", [True, False])
@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("running_on", [True, False])
def test_pages_with_numbered_lines(step: int, empty: bool, right: bool, running_on: bool) -> None:
    content = _pdf(MINUTES * 2 if step == 5 else MINUTES, step, empty=empty, right=right, running_on=running_on)
    lines = [line for line in read_bytes(content, "minutes.pdf").text.replace("\f", "").split("\n") if line]
    wanted = WITH_TEXT * 2 if step == 5 else WITH_TEXT
    assert [line for line in lines if not line.startswith("Page ")] == wanted
    if step == 1:
        assert _facts(content, "minutes.pdf") == PLAIN


def _text(way: str) -> str:
    if way == "beside":
        return "\n".join(f"{mark} {line}" for mark, line in _numbers(MINUTES, empty=True))
    if way == "beside, lines with text":
        return "\n".join(f"{mark:>4}   {line}" for mark, line in _numbers(MINUTES))
    if way == "above":
        return "\n".join(f"{mark}\n{line}" for mark, line in _numbers(WITH_TEXT))
    if way == "at the right":
        return "\n".join(f"{line} {mark}" for mark, line in _numbers(MINUTES, empty=True))
    if way == "at the right, far":
        return "\n".join(f"{line:<96}{mark:>4}" for mark, line in _numbers(MINUTES, empty=True))
    if way == "in a block":
        return "\n".join([*(mark for mark, _ in _numbers(WITH_TEXT)), *MINUTES])
    if way == "every fifth":
        return "\n".join(f"{mark:>4}  {line}" for mark, line in _numbers(MINUTES, 5))
    halves = MINUTES[:12], MINUTES[12:]
    return "\n\f".join("\n".join(f"{mark} {line}" for mark, line in _numbers(half)) for half in halves)


WAYS = [
    "beside",
    "beside, lines with text",
    "above",
    "at the right",
    "at the right, far",
    "in a block",
    "every fifth",
    "anew on each page",
]


@pytest.mark.parametrize("way", WAYS)
def test_texts_with_numbered_lines(way: str) -> None:
    assert _facts(_text(way).encode(), "minutes.txt") == PLAIN


@pytest.mark.parametrize("way", WAYS)
def test_the_read_text_stays_the_file_and_the_blocks_are_its_numbers(way: str) -> None:
    document = read_bytes(_text(way).encode(), "minutes.txt")
    assert document.text == _text(way)
    numbers = [b for b in document.blocks if isinstance(b, Furniture) and b.kind == "line_number"]
    assert len(numbers) >= (3 if way == "every fifth" else 17)
    assert all(document.text[b.start : b.end].strip().isdigit() for b in numbers)
    for record in parse(document)[0].attendance:
        assert document.text[record.span.char_start : record.span.char_end] == record.span.text


NAMES = [
    f"Councillor {given} {surname}" for given in ("Ann", "Bob", "Cy") for surname in ("Moor", "Dale", "Frost", "Lund")
]
LISTS = {
    "names": ["Willow Hill Parish Council", "Present:", *(f"{i} {name}" for i, name in enumerate(NAMES, 1))],
    "names, dots": ["Present:", *(f"{i}. {name}" for i, name in enumerate(NAMES, 1))],
    "items": [
        "Willow Hill Parish Council",
        "Minutes of the meeting held on 4 March 2024",
        *(f"{i} {title}" for i, title in enumerate(("Apologies", "Minutes", "Rates", "Roads", "Trees"), 1)),
        "6 Playing field: the swings are mended and the slide is to follow in the summer, said",
        "the Clerk, who has the money for it.",
        *(f"{i} {title}" for i, title in enumerate(("Letters", "Accounts", "Bins", "Next meeting"), 7)),
    ],
    "items with their text below": [
        line for i in range(1, 12) for line in (f"{i} Item of business", "It was noted.", "Nothing was decided.")
    ],
    "numbers above items": [
        line for i in range(1, 12) for line in (str(i), "Item of business", "It was noted.", "Nothing was decided.")
    ],
}


@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS.keys())
def test_numbers_of_lists_and_items_stay(lines: list[str]) -> None:
    document = read_bytes("\n".join(lines).encode(), "minutes.txt")
    assert not [b for b in document.blocks if isinstance(b, Furniture) and b.kind == "line_number"]


@pytest.mark.parametrize("lines", [LISTS["names"], LISTS["items"]])
def test_numbers_of_lists_and_items_stay_on_pages(lines: list[str]) -> None:
    """Also where they hang to the left of the text of their items."""

    def draw(canvas: Canvas) -> None:
        for i, line in enumerate(lines):
            number, _, rest = line.partition(" ")
            if number.isdigit():
                canvas.drawString(LEFT, TOP - i * PITCH, number)
            canvas.drawString(LEFT + 22 * number.isdigit(), TOP - i * PITCH, rest if number.isdigit() else line)

    assert [" ".join(line.split()) for line in lines_read(draw)] == lines
