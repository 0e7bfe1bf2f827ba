"""What of a PDF is not in its read text, in words for the notes of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .page_words import PageWords


def notes_on(pages: Sequence[PageWords], unknown: int, *, is_xfa: bool) -> list[str]:
    """A sentence for each kind of thing that is left out.

    `unknown` counts the signs that stand for no letter; `is_xfa` tells a form of which a PDF holds but a notice.
    """
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
    if struck := sum(page.struck for page in pages):
        notes.append(f"{_counted(struck, 'word')} struck out by a mark on the page {_were(struck)} left out")
    notes += _on_forms(pages, is_xfa)
    if unknown:
        notes.append(f"{unknown} signs of the PDF stand for no known letter and read (cid:…)")
    return notes


def _on_forms(pages: Sequence[PageWords], is_xfa: bool) -> list[str]:
    fields, empty = (sum(getattr(page.added, what) for page in pages) for what in ("fields", "empty"))
    notes = []
    if is_xfa and empty == fields:
        notes.append("the PDF is a form whose fields cannot be read (XFA): print it to a new PDF and read that")
    elif fields and empty == fields:
        notes.append(
            f"the PDF is a form of which {'the only field' if fields == 1 else f'all {fields} fields'} "
            f"{'is' if fields == 1 else 'are'} empty"
        )
    unread = Counter(what for page in pages for what in page.added.unread)
    notes += [f"added to the page and not read: {what}{f' ({n} times)' if n > 1 else ''}" for what, n in unread.items()]
    return notes


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
