"""Telling Markdown from plain text."""

from __future__ import annotations

import re

_MARKS = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]{1,200}\*\*|\|[^\n]{1,500}\|[ \t]*$|---[ \t]*$)", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether a text has headings, bold lines, table rows or rules as Markdown writes them."""
    return _MARKS.search(text) is not None
