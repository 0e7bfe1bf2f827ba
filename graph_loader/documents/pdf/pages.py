"""The pages of a PDF to text; runs in a process of its own, whose time and memory `documents.apart` bounds."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from ..blocks import Block, moved, to_plain
from .form_fields import is_xfa, without_place
from .left_out import notes_on
from .margins import without_line_numbers
from .page_words import PageWords, words_on
from .written import over_pages, written_page

MOST_PAGES = 400
"""Pages. The minutes of one meeting have fewer, also with their appendices."""
_UNKNOWN_SIGN = "(cid:"
_BREAK = "\n\f"


class UnreadablePdf(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A PDF that gives no text; the words follow the name of the file."""


def read_pages(content: bytes, most_pages: int = MOST_PAGES) -> dict[str, Any]:
    """The text of a PDF, the offsets at which its pages start, and what is to be noted.

    Raises `UnreadablePdf` for a PDF that is encrypted, broken, too long, or that holds only pictures.
    """
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > most_pages:
                raise UnreadablePdf(
                    f"{len(pdf.pages)} pages, and at most {most_pages} are read; split the file into its meetings"
                )
            found = []
            for page in pdf.pages:
                found.append(words_on(page))
                page.close()
            found = without_line_numbers(found)
            catalogue = pdf.doc.catalog
            on_pages = {field for page in found for field in page.added.seen}
            lines = [f"{label}: {said}" if label else said for label, said in without_place(catalogue, on_pages)]
            return _checked(found, lines, xfa=is_xfa(catalogue))
    except PdfminerException as error:
        inner = error.args[0] if error.args else error
        if isinstance(inner, PDFPasswordIncorrect):
            raise UnreadablePdf("the PDF is encrypted; save it without a password and try again") from error
        raise UnreadablePdf(f"the PDF is broken ({type(inner).__name__}); fetch or save it anew") from error


def _checked(found: Sequence[PageWords], lines: Sequence[str], *, xfa: bool) -> dict[str, Any]:
    """The text of pages and the lines that follow it, held against what a text must have."""
    if not any(page.words or page.added.lines for page in found) and not lines:
        what = "pictures of pages" if any(page.has_pictures for page in found) else "nothing"
        raise UnreadablePdf(
            f"the PDF holds {what} and no text; run it through text recognition (OCR) first, then try again"
        )
    pages: list[int] = []
    blocks: list[Block] = []
    text, goes_on = "", False
    for page in found:
        text += _BREAK if pages else ""
        pages.append(len(text))
        written = written_page(page)
        own = [moved(block, len(text)) for block in written.blocks]
        text += "\n".join([*written.lines, *page.added.lines])
        if goes_on and written.opens and (joined := over_pages(text, blocks[-1], own[0])):
            blocks[-1:], own = [joined], own[1:]
        blocks += own
        goes_on = written.ends
    text += "\n".join(["", *lines, ""])
    unknown = text.count(_UNKNOWN_SIGN)
    if unknown * 20 > len(text):
        raise UnreadablePdf("the PDF does not say which letters its signs stand for; print it to a new PDF, or use OCR")
    notes = notes_on(found, unknown, is_xfa=xfa)
    return {"text": text, "pages": pages, "notes": notes, "blocks": [to_plain(block) for block in blocks]}
