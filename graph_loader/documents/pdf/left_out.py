"""What of a PDF is not in its read text, in words for the notes of the document."""

from __future__ import annotations

from collections.abc import Sequence

from .page_words import PageWords


def notes_on(pages: Sequence[PageWords], unknown: int) -> list[str]:
    """A sentence for each kind of thing that is left out; `unknown` counts the signs that stand for no letter."""
    notes = []
    empty = [page.number for page in pages if page.has_pictures and not page.words]
    if empty:
        numbers = ", ".join(map(str, empty))
        one = len(empty) == 1
        notes.append(f"{'page' if one else 'pages'} {numbers} {'holds' if one else 'hold'} a picture and no text")
    if outside := sum(page.outside for page in pages):
        notes.append(f"{outside} words that begin or end outside the page were left out")
    if stamps := [stamp for page in pages for stamp in page.stamps]:
        said = ", ".join(f"“{stamp[:40]}”" for stamp in dict.fromkeys(stamps))
        notes.append(f"{_counted(len(stamps), 'watermark')} across the text left out: {said[:200]}")
    if marks := sum(page.raised_marks for page in pages):
        notes.append(f"the raised marks of footnotes were left out after {_counted(marks, 'word')}")
    if unknown:
        notes.append(f"{unknown} signs of the PDF stand for no known letter and read (cid:…)")
    return notes


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
