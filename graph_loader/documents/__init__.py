"""Bytes to a document: the read text with its lines, and the hash of the bytes."""

from .document import Document, DocumentError, Line
from .reading import read_bytes, read_document

__all__ = ["Document", "DocumentError", "Line", "read_bytes", "read_document"]
