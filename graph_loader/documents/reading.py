"""Reading a file: its format is told from its content, never from its name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from .decoding import decode
from .document import Document, DocumentError, split_lines
from .markdown import is_markdown

LIMIT = 50 * 1024 * 1024
"""Bytes. The minutes of one meeting are far smaller; a larger file is something else."""


def read_document(path: Path, name: str | None = None) -> Document:
    """The document in a file, called `name` (else the file's own name).

    Raises `DocumentError` where the file is missing, empty, too large or no text.
    """
    name = name or path.name
    try:
        if path.stat().st_size > LIMIT:
            raise DocumentError(f"{name}: larger than {LIMIT // 1024 // 1024} MB; split the file into its meetings")
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{name}: cannot be read: {error.strerror or error}") from error
    return read_bytes(content, name)


def read_bytes(content: bytes, name: str) -> Document:
    """The document in these bytes. Raises `DocumentError` where they are empty or no text."""
    text, notes = decode(content, name)
    if not text.strip():
        raise DocumentError(f"{name}: the file is empty; check that the minutes were saved into it")
    return Document(
        name=name,
        text=text,
        lines=split_lines(text),
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="text/markdown" if is_markdown(text) else "text/plain",
        notes=notes,
    )
