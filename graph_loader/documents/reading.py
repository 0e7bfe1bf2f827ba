"""Reading a file: its format is told from its content, never from its name."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from .decoding import decode
from .document import Document, DocumentError, ReadText, split_lines
from .kinds import Kind, kind_of_bytes, kind_of_text
from .text.furniture import blocks_with_furniture
from .text.markdown import is_markdown

LIMIT = 50 * 1024 * 1024
"""Bytes. The minutes of one meeting are far smaller; a larger file is something else."""
TEXT_LIMIT = 8_000_000
"""Characters of read text. The longest minutes known have half a million."""
_LONE_RETURN = re.compile(r"\r(?!\n)")


def read_document(path: Path, name: str | None = None) -> Document:
    """The document in a file, called `name` (else the file's own name).

    Raises `DocumentError` where the file is missing, empty, too large, of a format that is not read, or no text.
    """
    name = name or path.name
    return read_bytes(read_file(path, name), name)


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a file. Raises `DocumentError` where it cannot be read, is too large, or changes meanwhile."""
    try:
        before = path.stat()
        if not stat.S_ISREG(before.st_mode):
            raise DocumentError(f"{name}: this is no ordinary file; save the minutes to a file and give that")
        if before.st_size > LIMIT:
            raise DocumentError(f"{name}: larger than {LIMIT // 1024 // 1024} MB; split the file into its meetings")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise DocumentError(f"{name}: cannot be read: {error.strerror or error}") from error
    if (before.st_size, before.st_mtime_ns, before.st_ino) != (len(content), after.st_mtime_ns, after.st_ino):
        raise DocumentError(f"{name}: the file changed while it was read; try again when it is complete")
    return content


def read_bytes(content: bytes, name: str) -> Document:
    """The document in these bytes. Raises `DocumentError` where they are empty or nothing that is read."""
    if not content.strip():
        raise DocumentError(f"{name}: the file is empty; check that the minutes were saved into it")
    try:
        read = _read(content, name)
    except DocumentError:
        raise
    except Exception as error:  # libraries raise whatever a damaged file brings about
        raise DocumentError(
            f"{name}: damaged, so that its reader gave up ({type(error).__name__}: {str(error)[:200]}); save or fetch "
            "it anew and try again"
        ) from error
    if not read.text.strip():
        raise DocumentError(f"{name}: the file holds no text; check that the minutes were saved into it")
    if len(read.text) > TEXT_LIMIT:
        raise DocumentError(
            f"{name}: {len(read.text) / 1e6:.1f} million characters of text, and at most {TEXT_LIMIT // 1_000_000} "
            "million are read; split the file into its meetings"
        )
    return Document(
        name=name,
        text=read.text,
        lines=split_lines(read.text),
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=read.media_type,
        pages=read.pages,
        notes=read.notes,
        blocks=blocks_with_furniture(read),
    )


def is_json(content: bytes, name: str) -> bool:
    """Whether a file holds JSON, such as parsed minutes. Raises `DocumentError` where it holds nothing that is read."""
    if not content.strip() or kind_of_bytes(content, name):
        return False
    text, _ = decode(content, name)
    return kind_of_text(text) is Kind.JSON


def _read(content: bytes, name: str) -> ReadText:
    # The reader of a format is imported where a file has it: a text waits for no PDF reader.
    kind = kind_of_bytes(content, name)
    if kind in (Kind.PDF, Kind.DOCX):
        from .apart import read_apart

        return read_apart(kind.value.lower(), content, name)
    text, notes = decode(content, name)
    kind = kind_of_text(text)
    if kind is Kind.HTML:
        from .web import read_html

        return read_html(text, name, notes)
    if kind is Kind.XML:
        from .platforms.moderngov_xml import read_xml

        return read_xml(text, name, notes)
    if kind is Kind.JSON:
        raise DocumentError(f"{name}: this is JSON; parsed minutes have no text of their own to read")
    if len(_LONE_RETURN.findall(text)) > text.count("\n"):
        notes += ("its lines end as on old Macintosh computers: save it with other line ends, or lists are not read",)
    return ReadText(text, "text/markdown" if is_markdown(text) else "text/plain", None, notes)
