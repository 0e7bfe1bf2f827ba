"""The address at which a document was published, with the page of a PDF and the passage of a web page."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from .records import Document, Place

_SCHEMES = frozenset({"http", "https"})
_PDF = "application/pdf"
_WITH_FRAGMENTS = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""Media types in which browsers look for a text fragment."""
_SIGNS = re.compile(r"[|*_#`\\]+|\s+")
_WORDS = 5
"""How many words tell where a passage begins, and as many where it ends."""


def published_at(document: Document, place: Place | None = None) -> str | None:
    """The address of a document, or of a place in it; none where it is not stated, or is no address of the web."""
    uri = document.uri
    if not uri or not _is_web(uri):
        return None
    base, sign, fragment = uri.partition("#")
    if place is None:
        return uri
    if document.media_type == _PDF and place.page:
        return f"{base}#page={place.page}"
    if document.media_type in _WITH_FRAGMENTS and (words := text_fragment(place.text)):
        return f"{base}#{fragment}:~:text={words}"
    return base + sign + fragment


def text_fragment(passage: str) -> str:
    """The words of a passage as a text fragment: https://wicg.github.io/scroll-to-text-fragment/."""
    cells = [part.split() for part in re.split(r"[|\n\t]", passage) if _SIGNS.sub("", part)]
    cells = [[word for word in (_SIGNS.sub("", w) for w in cell) if word] for cell in cells]
    cells = [cell for cell in cells if cell]
    if not cells:
        return ""
    if len(cells) == 1 and len(cells[0]) <= 2 * _WORDS:
        return _encoded(cells[0])
    return f"{_encoded(cells[0][:_WORDS])},{_encoded(cells[-1][-_WORDS:])}"


def _encoded(words: list[str]) -> str:
    # A hyphen, a comma and an ampersand have a meaning of their own in a fragment.
    return quote(" ".join(words), safe="").replace("-", "%2D")


def _is_web(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    return parts.scheme.lower() in _SCHEMES and bool(parts.hostname) and not re.search(r"[\s<>\"]", uri)
