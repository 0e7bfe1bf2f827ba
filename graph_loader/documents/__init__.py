"""Bytes to a document: the read text with its lines and pages, and the hash of the bytes; one file per format."""

from .document import Document, DocumentError, Line
from .parsed_json import read_parsed
from .reading import is_json, read_bytes, read_document, read_file

__all__ = ["Document", "DocumentError", "Line", "is_json", "read_bytes", "read_document", "read_file", "read_parsed"]
