"""Web pages to text: what a page shows, as headings, paragraphs, lists, tables and links."""

from .page import HTML_LIMIT, read_html, write_html

__all__ = ["HTML_LIMIT", "read_html", "write_html"]
