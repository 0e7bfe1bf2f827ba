"""PDF to text, in a process of its own: a PDF can be made so that its reader never ends or takes all memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from ..blocks import blocks_from_plain
from ..document import DocumentError, ReadText

MEDIA_TYPE = "application/pdf"
SECONDS = 180
"""Seconds that one PDF may take: more than 400 pages of tables need."""
MOST_BYTES = 3 * 1024**3
"""Memory that the reading process may take."""


def read_pdf(content: bytes, name: str, seconds: float = SECONDS) -> ReadText:
    """The text of a PDF with the offsets of its pages.

    Raises `DocumentError` where it is encrypted, broken, too long, holds no text, or needs more time or memory than
    minutes do.
    """
    command = [sys.executable, "-m", f"{__package__}.pages", str(MOST_BYTES)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            f"{name}: reading the PDF takes longer than {seconds:.0f} seconds; print it to a new PDF and try again"
        ) from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise DocumentError(
            f"{name}: the process that reads the PDF ended without a result; it is damaged, or too large"
        ) from error
    if "error" in found:
        raise DocumentError(f"{name}: {found['error']}")
    blocks = blocks_from_plain(found.get("blocks", ()))
    return ReadText(found["text"], MEDIA_TYPE, tuple(found["pages"]), tuple(found["notes"]), blocks)
