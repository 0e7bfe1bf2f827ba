"""The address at which a document was published, with the page of a PDF or the passage of a web page."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SCHEMES = frozenset({"http", "https"})
_WITHOUT_FRAGMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf")
"""Endings of addresses of files in which no browser looks for a text fragment."""
_SIGNS = re.compile(r"[|*_#`\\]+|\s+")
_WORDS = 5
"""How many words tell where a passage begins, and as many where it ends."""


def published_at(uri: str | None, passage: str = "", page: int | None = None) -> str | None:
    """The address of a document, or of a passage in it on a page; none where `uri` is none or no address of the web."""
    if not uri or not _is_web(uri):
        return None
    base, sign, fragment = escaped(uri).partition("#")
    if page:
        return f"{base}#page={page}"
    has_text = not base.partition("?")[0].lower().endswith(_WITHOUT_FRAGMENTS)
    if has_text and (words := text_fragment(passage)):
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


def escaped(uri: str) -> str:
    """An address without signs that no address may hold (RFC 3986, section 2)."""
    return quote(uri, safe="%/:=&?~#+!$,;'@()*[]-._")


def _encoded(words: list[str]) -> str:
    # A hyphen, a comma and an ampersand have a meaning of their own in a fragment.
    return quote(" ".join(words), safe="").replace("-", "%2D")


def _is_web(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme.lower() in _SCHEMES and bool(host) and not re.search(r"[\s<>\"\\]", parts.netloc)
