"""Numbers that contradict each other: a paragraph numbered under another heading than its own."""

from __future__ import annotations

from .reading import Reading


def check_numbers(reading: Reading) -> None:
    """Warns of every paragraph whose number begins otherwise than the number of the heading above it."""
    heading: tuple[str, int, int] | None = None
    for paragraph in reading.outline.paragraphs:
        if paragraph.start >= reading.last:
            return
        number = paragraph.first.number
        if number is None:
            continue
        if "." not in number and "/" not in number:
            item = reading.outline.item_at(paragraph.start)
            heading = (
                (number, paragraph.first.begin, item.span[1])
                if item and item.begin == paragraph.first.begin and item.title
                else heading
            )
        elif (
            heading
            and "." in number
            and number.split(".")[0] != heading[0]
            and number.split(".")[0].isdigit()
            and heading[0].isdigit()
        ):
            reading.warn(
                "numbering",
                f"the paragraph is numbered {number} under heading {heading[0]}",
                paragraph.first.begin,
                paragraph.end,
                "numbering",
            )
