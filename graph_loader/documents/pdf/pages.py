"""The pages of a PDF to text; runs in a process of its own, whose time and memory `process` bounds.

Reads the PDF from standard input and writes one JSON object to standard output: `text`, `pages` and `notes`, or
`error` in words that follow the name of a file.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from .columns import read_columns
from .lines import Word
from .tables import Table, tables_on, written_table

MOST_PAGES = 400
"""Pages. The minutes of one meeting have fewer, also with their appendices."""
_UNKNOWN_SIGN = "(cid:"
_BREAK = "\n\f"
_HALF_LINE = 5.0


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
            texts, empty, outside = [], [], 0
            for page in pdf.pages:
                lines, cut = _page(page)
                text, outside = "\n".join(lines), outside + cut
                if not text.strip() and page.images:
                    empty.append(page.page_number)
                texts.append(text)
                page.close()
    except PdfminerException as error:
        inner = error.args[0] if error.args else error
        if isinstance(inner, PDFPasswordIncorrect):
            raise UnreadablePdf("the PDF is encrypted; save it without a password and try again") from error
        raise UnreadablePdf(f"the PDF is broken ({type(inner).__name__}); fetch or save it anew") from error
    return _checked(texts, empty, outside)


def _checked(texts: Sequence[str], empty: Sequence[int], outside: int) -> dict[str, Any]:
    if not any(text.strip() for text in texts):
        what = "pictures of pages" if empty else "nothing"
        raise UnreadablePdf(
            f"the PDF holds {what} and no text; run it through text recognition (OCR) first, then try again"
        )
    pages: list[int] = []
    text = ""
    for part in texts:
        text += _BREAK if pages else ""
        pages.append(len(text))
        text += part
    text += "\n"
    unknown = text.count(_UNKNOWN_SIGN)
    if unknown * 20 > len(text):
        raise UnreadablePdf("the PDF does not say which letters its signs stand for; print it to a new PDF, or use OCR")
    notes = []
    if empty:
        numbers = ", ".join(map(str, empty))
        one = len(empty) == 1
        notes.append(f"{'page' if one else 'pages'} {numbers} {'holds' if one else 'hold'} a picture and no text")
    if outside:
        notes.append(f"{outside} words that begin or end outside the page were left out")
    if unknown:
        notes.append(f"{unknown} signs of the PDF stand for no known letter and read (cid:…)")
    return {"text": text, "pages": pages, "notes": notes}


def _page(page: Any) -> tuple[list[str], int]:
    """The lines of text on a page, and how many words begin or end outside it."""
    page = page.dedupe_chars(tolerance=1)
    level, turned = _by_direction(page.chars)
    words = [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in _words(level)]
    for direction, chars in turned.items():
        for w in _words([{**c, "upright": False} for c in chars], char_dir_rotated=direction):
            middle = (w["top"] + w["bottom"]) / 2
            words.append(Word(w["text"], w["x0"], w["x1"], middle - _HALF_LINE, middle + _HALF_LINE))
    left, _, right, _ = page.bbox
    seen = [w for w in words if w.x0 >= left - 1 and w.x1 <= right + 1]
    tables = tables_on(page, seen) if page.rects or page.lines or page.curves else []
    return _in_order(seen, tables), len(words) - len(seen)


def _words(chars: list[dict[str, Any]], **options: Any) -> list[dict[str, Any]]:
    return [w for w in extract_words(chars, x_tolerance_ratio=0.15, y_tolerance=2, **options) if w["text"].strip()]


def _by_direction(chars: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, list[dict[str, Any]]]]:
    """The signs of level text, and those of text turned by a quarter, upwards or downwards.

    Slanted signs, a stamp across the page, are left out where the page has others.
    """
    level: list[dict[str, Any]] = []
    slanted: list[dict[str, Any]] = []
    turned: dict[str, list[dict[str, Any]]] = {}
    for c in chars:
        a, b = c["matrix"][:2]
        if abs(b) <= 0.2 * abs(a):
            level.append(c)
        elif abs(a) <= 0.2 * abs(b):
            turned.setdefault("btt" if b > 0 else "ttb", []).append(c)
        else:
            slanted.append(c)
    return level or ([] if turned else slanted), turned


def _in_order(words: Sequence[Word], tables: Sequence[Table]) -> list[str]:
    """The text between tables and the tables, from top to bottom."""
    free = [w for w in words if not any(t.holds(w) for t in tables)]
    lines: list[str] = []
    for table in tables:
        above = [w for w in free if w.bottom <= table.box[1] + 2]
        if above:
            lines += [*read_columns(above), ""]
            free = [w for w in free if w.bottom > table.box[1] + 2]
        lines += [*written_table(table, [w for w in words if table.holds(w)]), ""]
    return [*lines, *read_columns(free)]


def _limit_memory(most_bytes: int) -> None:
    """Ends the process' growth where the system can; elsewhere time is the only bound."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


def main(most_bytes: int) -> None:
    """Reads standard input, writes standard output."""
    logging.disable(logging.CRITICAL)
    content = sys.stdin.buffer.read()
    _limit_memory(most_bytes)
    try:
        result = read_pages(content)
    except UnreadablePdf as error:
        result = {"error": str(error)}
    except MemoryError:
        result = {"error": "the PDF unpacks to more than fits into memory; it is damaged, or made to do harm"}
    except RecursionError:
        result = {"error": "the PDF refers to itself without end; it is damaged, or made to do harm"}
    except Exception as error:  # whatever a broken PDF makes its reader do is said in one sentence
        result = {"error": f"the PDF is broken ({type(error).__name__}); fetch or save it anew"}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(int(sys.argv[1]))
