"""Addresses for what is exported: of documents and passages, as sources that every record can have."""

from __future__ import annotations

import base64
from urllib.parse import quote

from .model import Document, Place

_LONGEST_FRAGMENT = 12
"""Words of a passage that a text fragment holds at most: browsers look for them as they stand."""


def hash_uri(sha256: str) -> str:
    """The name of some bytes that have no address: RFC 6920, section 3."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def escaped(uri: str) -> str:
    """An address without signs that no address may hold (RFC 3986, section 2)."""
    return quote(uri, safe="%/:=&?~#+!$,;'@()*[]-._")


def document_uri(document: Document) -> str:
    """Where a document was published; else the name of its bytes."""
    return escaped(document.uri) if document.uri else hash_uri(document.version)


def place_uri(place: Place) -> str:
    """Where a passage can be opened: the page of a PDF, the words on a web page, else the document."""
    if place.uri is None:
        return hash_uri(place.sha256)
    base = escaped(place.uri).partition("#")[0]
    if place.page:
        return f"{base}#page={place.page}"
    if base.lower().endswith((".htm", ".html")):
        words = " ".join(place.text.split()[:_LONGEST_FRAGMENT])
        return f"{base}#:~:text={quote(words, safe='').replace('-', '%2D')}"
    return escaped(place.uri)


def place_in_words(place: Place) -> str:
    """A passage in one line: its document, its line and its words."""
    page = f"page {place.page}, " if place.page else ""
    return f"{place.name}, {page}line {place.line_start}: “{' '.join(place.text.split())}”"
