"""Addresses for what is exported: of documents and passages, as sources that every record can have."""

from __future__ import annotations

import base64

from ..queries.output.published import escaped, published_at
from .model import Document, Place


def hash_uri(sha256: str) -> str:
    """The name of some bytes that have no address: RFC 6920, section 3."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def document_uri(document: Document) -> str:
    """Where a document was published; else the name of its bytes."""
    return escaped(document.uri) if document.uri else hash_uri(document.version)


def place_uri(place: Place) -> str:
    """Where a passage can be opened: the page of a PDF, the words on a web page, else the document or its bytes."""
    if place.uri is None:
        return hash_uri(place.sha256)
    return published_at(place.uri, place.text, place.page) or escaped(place.uri)


def place_in_words(place: Place) -> str:
    """A passage in one line: its document, its line and its words."""
    page = f"page {place.page}, " if place.page else ""
    return f"{place.name}, {page}line {place.line_start}: “{' '.join(place.text.split())}”"
