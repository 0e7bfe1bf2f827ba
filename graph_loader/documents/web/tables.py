"""Tables of a web page: their rows and cells with spans, and which of them only lay out the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from .shown import attribute, classes

_LAYS_OUT = "td table, th table, td h1, td h2, td h3"
_SECTIONS = frozenset({"thead", "tbody", "tfoot", "form"})
_CELLS = frozenset({"td", "th"})
_CELL_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_ICON = re.compile(
    r"(?:^|[\s_-])(?:(?P<tick>check|checked|tick|ok|yes)|(?P<cross>times|cross|xmark|x|remove|close|no))(?:$|[\s_-])"
)
_MOST_SPANNED = 1_000
_LONGEST_NAME = 40


def lays_out_a_page(table: LexborNode) -> bool:
    """Whether a table holds no data: it holds tables or headings, or says so."""
    return attribute(table, "role") in {"presentation", "none"} or table.css_first(_LAYS_OUT) is not None


def is_table(node: LexborNode, tag: str) -> bool:
    """Whether an element is a table, by name or by role."""
    return tag == "table" or attribute(node, "role") in {"table", "grid"}


def rows_of(table: LexborNode) -> Iterator[LexborNode]:
    """The rows of a table, without those of tables inside it."""
    child = table.child
    while child is not None:
        tag = (child.tag or "").lower()
        if tag == "tr" or attribute(child, "role") == "row":
            yield child
        elif tag in _SECTIONS or attribute(child, "role") == "rowgroup":
            yield from rows_of(child)
        child = child.next


def cells_of(row: LexborNode) -> Iterator[LexborNode]:
    """The cells of a row."""
    child = row.child
    while child is not None:
        if (child.tag or "").lower() in _CELLS or attribute(child, "role") in _CELL_ROLES:
            yield child
        child = child.next


def is_header(cell: LexborNode) -> bool:
    """Whether a cell names what stands in its row or column."""
    parent = cell.parent.parent if cell.parent is not None else None
    return (
        (cell.tag or "").lower() == "th"
        or attribute(cell, "role") in {"columnheader", "rowheader"}
        or (parent is not None and (parent.tag or "").lower() == "thead")
    )


def span(cell: LexborNode, name: str) -> int:
    """How many rows or columns a cell spans; 0 rows are all that follow."""
    value = attribute(cell, name).strip() or attribute(cell, f"aria-{name}").strip()
    return min(int(value), _MOST_SPANNED) if value.isdecimal() and len(value) < 8 else 1


def picture_of(cell: LexborNode) -> str:
    """What a cell without words shows by a picture: its description, or a tick or cross that its name tells of."""
    for node in cell.css("img, svg, i, span"):
        for name in ("alt", "aria-label", "title"):
            if 0 < len(text := attribute(node, name).strip()) <= _LONGEST_NAME:
                return text
        if found := _ICON.search(classes(node).lower()):
            return "✓" if found["tick"] else "✗"
    return ""
