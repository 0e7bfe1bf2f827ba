"""The page of a meeting in CMIS (`ViewMeetingPublic`) as a browser saves it.

A meeting summary with the body and the time (`29 Aug 2023 - 14:00 to 14:10`), and on the tab for attendance a set of
fields for each status, `Attended - Committee Members` and so on, with a table of names and reasons.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..left_out import LeftOut
from ..structure import Written
from ..web.rewriting import Rewriting, holds, text_of
from .meeting_head import head_sentence

_HEADS = {
    "attended - committee members": "Present",
    "attended - other members": "In attendance",
    "attended - officers": "In attendance",
    "apologies": "Apologies",
    "absent": "Absent",
}
_WHEN = re.compile(r"(?P<day>\d{1,2} [^\W\d_]{3,9} \d{4}) - (?P<start>\d{1,2}:\d{2})(?: to (?P<end>\d{1,2}:\d{2}))?")
_PARTS = "h1, h2, h3, h4, p, span, div, td, li, a, strong, b"
_NO_RECORDS = re.compile(r"no (?:records|data|members|.{0,40}) (?:to display|found|recorded).*", re.IGNORECASE)


def rewritten(tree: LexborHTMLParser, left: LeftOut) -> Rewriting | None:  # noqa: ARG001 - all forms take the same
    """What is written of a page of CMIS; none for any other page."""
    legends = [node for node in tree.css("fieldset > legend") if text_of(node).casefold() in _HEADS]
    if not any(text_of(node).casefold().startswith("attended") for node in legends):
        return None
    page = Rewriting()
    _summary(tree, page)
    for legend in legends:
        fields = legend.parent
        if fields is None or (table := _grid(fields)) is None:
            continue
        names = list(_names(table))
        head = Written("heading", _HEADS[text_of(legend).casefold()], 2)
        page.write(fields, *((head, *names) if names else ()))
    return page


def _summary(tree: LexborHTMLParser, page: Rewriting) -> None:
    """The body and the time of the meeting, one below the other, as the heading of minutes."""
    before: LexborNode | None = None
    for node in tree.css(_PARTS):
        text = text_of(node)
        if not text or holds(node, _PARTS):
            continue
        if (found := _WHEN.fullmatch(text)) and before is not None:
            body = text_of(before)
            page.skip(before)
            sentence = head_sentence(body, found["day"], found["start"])
            page.write(node, Written("heading", body, 1), Written("paragraph", sentence))
            return
        before = node


def _grid(fields: LexborNode) -> LexborNode | None:
    tables = fields.css("table")
    return max(tables, key=lambda table: len(table.css("tr")), default=None)


def _names(table: LexborNode) -> list[Written]:
    found = []
    for row in table.css("tr"):
        if holds(row, "th, tr"):
            continue
        cells = [text_of(cell) for cell in row.css("td")]
        if cells and cells[0] and not _NO_RECORDS.fullmatch(cells[0]):
            more = ", ".join(cell for cell in cells[1:] if cell)
            found.append(Written("item", f"{cells[0]} ({more})" if more else cells[0]))
    return found
