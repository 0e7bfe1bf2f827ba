"""Web pages to text: headings, paragraphs, lists, tables and links, as far as they are shown and in force."""

from __future__ import annotations

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser

from ..document import DocumentError, ReadText
from ..left_out import LeftOut
from ..platforms.page_forms import rewritten
from ..structure import Markdown
from .fields import Fields
from .shown import Shown
from .walker import Walker

MEDIA_TYPE = "text/html"
HTML_LIMIT = 20_000_000
"""Characters of a page with its markup."""
DEEPEST = 300
"""Elements inside one another; pages that people write have fewer than fifty."""
_OPENING = re.compile(r"<(?P<end>/?)(?P<tag>[a-zA-Z][\w:-]{0,40})")
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_ENDS_BY_ITSELF = re.compile(r"p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|colgroup")


def read_html(text: str, name: str, notes: tuple[str, ...] = ()) -> ReadText:
    """The text of a web page as Markdown.

    Raises `DocumentError` for a page that is too large or too deep.
    """
    out, left = Markdown(), LeftOut()
    more = write_html(text, name, out, left)
    return ReadText(out.text(), MEDIA_TYPE, None, (*notes, *left.notes(), *more), tuple(out.blocks))


def write_html(html: str, name: str, out: Markdown, left: LeftOut, frames: int = 0) -> tuple[str, ...]:
    """Writes a page, or a part of one, as Markdown, and counts what is left out; notes on what could not be read.

    `frames` is how many pages it stands in. Raises `DocumentError` where it is too large or too deep.
    """
    if len(html) > HTML_LIMIT:
        raise DocumentError(f"{name}: a web page of more than {HTML_LIMIT // 1_000_000} MB; save the minutes alone")
    if _depth(html) > DEEPEST:
        raise DocumentError(f"{name}: a web page with more than {DEEPEST} elements inside one another; save it anew")
    notes: list[str] = []

    def read_frame(inside: str, deep: int) -> None:
        notes.extend(write_html(inside, name, out, left, deep))

    try:
        tree = LexborHTMLParser(html)
        page = rewritten(tree, left)
        walker = Walker(out, left, Shown.of(tree), Fields.of(tree, left), page, read_frame, frames)
        if root := page.root or tree.root:
            walker.walk(root, 0, bold=False)
    except RecursionError as error:
        raise DocumentError(f"{name}: a web page with elements too deep inside one another; save it anew") from error
    walker.close()
    notes += page.notes
    if blank := walker.blank_fields:
        what = "1 field" if blank == 1 else f"{blank} fields"
        notes.append(f"{what} of a form without a value: what was filled in there is not read")
    return tuple(notes)


def _depth(html: str) -> int:
    """How deep elements lie inside one another; elements that end by themselves are not counted."""
    open_: Counter[str] = Counter()
    depth = deepest = 0
    for m in _OPENING.finditer(html):
        tag = m["tag"].lower()
        if _VOID.fullmatch(tag) or _ENDS_BY_ITSELF.fullmatch(tag):
            continue
        if not m["end"]:
            open_[tag] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif open_[tag]:
            open_[tag] -= 1
            depth -= 1
    return deepest
