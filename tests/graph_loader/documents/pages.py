"""Small web pages with fictional minutes, and who they say was there."""

from __future__ import annotations

from govgraph.graph_loader.documents import Document, read_bytes
from govgraph.graph_loader.minutes import parse

TOP = (
    "<h1>Harbour Committee</h1><p>Minutes of the meeting of the Harbour Committee held on 3 May 2018 at 10.00 am"
    " in the Guildhall</p>"
)
NAMES = {"R": "Cllr Ada Reave", "T": "Cllr Bram Tanzy", "V": "Cllr Tom Vane", "D": "Cllr Cy Dane"}


def document(body: str, head: str = "") -> Document:
    """A page with this body, as it is read."""
    page = f"<!DOCTYPE html><html><head><title>Minutes</title>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "page.html")


def roll(read: Document) -> dict[str, str]:
    """Everybody in the attendance of a document's only meeting, with the status."""
    (minutes,) = parse(read)
    for record in minutes.attendance:
        assert read.text[record.span.char_start : record.span.char_end] == record.span.text
    return {record.person or "": record.status for record in minutes.attendance}
