"""Telling what a file is from its content, never from its name."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum

from .document import DocumentError

_PDF = b"%PDF-"
_PDF_WITHIN = 1024
"""Bytes from the start within which readers look for a PDF's mark: some senders put a line before it."""
_OTHER = (
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)", "save it as .docx or PDF"),
    (b"{\\rtf", "a document in Rich Text Format", "save it as .docx or PDF"),
    (b"\x89PNG", "a picture", "run it through text recognition (OCR) first"),
    (b"\xff\xd8\xff", "a picture", "run it through text recognition (OCR) first"),
    (b"GIF8", "a picture", "run it through text recognition (OCR) first"),
    (b"II*\0", "a picture", "run it through text recognition (OCR) first"),
    (b"MM\0*", "a picture", "run it through text recognition (OCR) first"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it"),
    (b"Rar!", "a compressed file", "unpack it"),
)
_IN_ZIP = (
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
    ("content.xml", "an OpenDocument file"),
)
_BEFORE_MARKUP = r"(?:\s|<!--(?:(?!-->).){0,4000}-->|<\?xml[^>]{0,300}\?>)*"
_HTML = re.compile(_BEFORE_MARKUP + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*(?:<\?xml\b|<!DOCTYPE\s+(?!html)|<(?:\w+:)?(?:Envelope|meeting|getmeeting\w*)\b)", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"\s*<(?:div|p|table|section|article|main|h[1-6]|ul|ol|span|font|center)\b[^<>]*>", re.IGNORECASE
)
_CLOSED = re.compile(r"</(?:p|div|td|th|li|tr|h[1-6]|span)\s*>", re.IGNORECASE)
_FEWEST_CLOSED = 5
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|[^\n]{1,500}\|[ \t]*$)", re.MULTILINE)
_JSON = re.compile(r"\s*(?:\{\s*(?:[\"}]|\Z)|\[\s*(?:[\"\]]|\Z|\{\s*[\"}]|\[\s*[\"\[{\]\d]))")
"""Wiki pages begin with two brackets as well: `{{Minutes|…}}`, `[[Category:…]]`."""
_START = 20_000
"""Characters from the start that say what a text is."""


class Kind(Enum):
    """What a file is."""

    PDF = "PDF"
    DOCX = "DOCX"
    HTML = "HTML"
    XML = "XML"
    JSON = "JSON"
    TEXT = "text"


def kind_of_bytes(content: bytes, name: str) -> Kind | None:
    """What a file is, as far as its bytes say; none for text of any kind.

    Raises `DocumentError` for a file that is known and cannot be read, with what to do.
    """
    if _PDF in content[:_PDF_WITHIN]:
        return Kind.PDF
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content, name)
    for mark, what, advice in _OTHER:
        if content.startswith(mark):
            raise DocumentError(f"{name}: this is {what}; {advice} and try again")
    return None


def _kind_of_zip(content: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = set(archive.namelist())
            from .word import is_word

            if is_word(archive):
                return Kind.DOCX
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocumentError(f"{name}: a broken Word document or ZIP archive; fetch or save it anew") from error
    for member, what in _IN_ZIP:
        if member in members:
            raise DocumentError(f"{name}: this is {what}; save the minutes as .docx or PDF and try again")
    raise DocumentError(f"{name}: this is a ZIP archive; unpack it and load the folder")


def kind_of_text(text: str) -> Kind:
    """What a text is: a web page, XML, JSON, or plain text and Markdown."""
    start = text[:_START]
    if _HTML.match(start):
        return Kind.HTML
    if _XML.match(start):
        return Kind.XML
    if _JSON.match(start):
        return Kind.JSON
    if _FRAGMENT.match(start) and len(_CLOSED.findall(text)) >= _FEWEST_CLOSED and not _MARKDOWN.search(start):
        return Kind.HTML
    return Kind.TEXT
