"""Web pages to text: headings, paragraphs, lists, tables and links; scripts, styles and navigation left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .document import DocumentError, ReadText
from .structure import Markdown, squeezed

MEDIA_TYPE = "text/html"
HTML_LIMIT = 20_000_000
"""Characters of a page with its markup."""
DEEPEST = 300
"""Elements inside one another; pages that people write have fewer than fifty."""
_OPENING = re.compile(r"<(?P<end>/?)(?P<tag>[a-zA-Z][\w:-]{0,40})")
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_ENDS_BY_ITSELF = re.compile(r"p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|colgroup")
_SKIPPED = re.compile(r"script|style|noscript|template|head|nav|svg|math|iframe|object|form|button|select|[-_].*")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = re.compile(
    r"p|div|section|article|main|header|footer|aside|address|blockquote|pre|figure|figcaption|dl|dt|dd|fieldset"
    r"|center|details|summary|body|html|caption"
)
_PAGE = re.compile(r"(?:https?://|/|\.\.?/|[\w-]+\.)[^\s()<>]{1,500}", re.IGNORECASE)
"""Where links go that are kept: pages and files, not places on the page, scripts or addresses for mail."""
_TEXT = "-text"


@dataclass
class _Writer:
    """What has been read of the block that is open."""

    out: Markdown = field(default_factory=Markdown)
    open: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)

    def say(self, text: str, bold: bool) -> None:
        self.open.append(text)
        if text.strip():
            self.bold.append(bold)

    def taken(self) -> str:
        """The text of the open block, line by line, which is closed by that."""
        lines = [squeezed(line) for line in "".join(self.open).split("\x1e")]
        self.open.clear()
        return "\n".join(lines).strip("\n")

    def close(self) -> None:
        bold = bool(self.bold) and all(self.bold)
        self.bold.clear()
        if text := self.taken():
            self.out.paragraph(text, bold)


def read_html(text: str, name: str, notes: tuple[str, ...] = ()) -> ReadText:
    """The text of a web page as Markdown.

    Raises `DocumentError` for a page that is too large or too deep.
    """
    return ReadText(html_to_markdown(text, name), MEDIA_TYPE, None, notes)


def html_to_markdown(html: str, name: str) -> str:
    """A page, or a part of one, as Markdown. Raises `DocumentError` where it is too large or too deep."""
    if len(html) > HTML_LIMIT:
        raise DocumentError(f"{name}: a web page of more than {HTML_LIMIT // 1_000_000} MB; save the minutes alone")
    if _depth(html) > DEEPEST:
        raise DocumentError(f"{name}: a web page with more than {DEEPEST} elements inside one another; it is damaged")
    writer = _Writer()
    try:
        if root := LexborHTMLParser(html).root:
            _walk(root, writer, 0, bold=False)
    except RecursionError as error:
        raise DocumentError(f"{name}: a web page with elements too deep inside one another; it is damaged") from error
    writer.close()
    return writer.out.text()


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


def _walk(node: LexborNode, writer: _Writer, depth: int, bold: bool) -> None:
    """Writes what stands in an element; how deep this goes has been checked."""
    child = node.child
    while child is not None:
        _element(child, writer, depth, bold)
        child = child.next


def _element(node: LexborNode, writer: _Writer, depth: int, bold: bool) -> None:
    tag = (node.tag or "").lower()
    if tag == _TEXT:
        writer.say(node.text(deep=False) or "", bold)
    elif _SKIPPED.fullmatch(tag):
        return
    elif tag in {"br", "hr"}:
        writer.open.append("\x1e")
    elif tag in _HEADINGS:
        writer.close()
        _walk(node, writer, depth, bold=False)
        writer.bold.clear()
        if text := writer.taken():
            writer.out.heading(text, _HEADINGS[tag])
    elif tag in {"ul", "ol"}:
        writer.close()
        _list(node, writer, depth, ordered=tag == "ol")
    elif tag == "table":
        writer.close()
        _table(node, writer)
    elif tag == "a":
        _link(node, writer, depth, bold)
    elif _BLOCKS.fullmatch(tag):
        writer.close()
        _walk(node, writer, depth, bold)
        writer.close()
    else:
        _walk(node, writer, depth, bold or tag in {"b", "strong"})


def _list(node: LexborNode, writer: _Writer, depth: int, ordered: bool) -> None:
    number = _whole(node.attributes.get("start"), 1)
    child = node.child
    while child is not None:
        if (child.tag or "").lower() == "li":
            number = _whole(child.attributes.get("value"), number)
            _item(child, writer, depth, f"{number}." if ordered else "-")
            number += 1
        elif (child.tag or "").lower() in {"ul", "ol"}:
            _list(child, writer, depth + 1, ordered=(child.tag or "").lower() == "ol")
        child = child.next


def _item(node: LexborNode, writer: _Writer, depth: int, mark: str) -> None:
    """An item: its own text first, then the lists and tables inside it."""
    inner: list[LexborNode] = []
    child = node.child
    while child is not None:
        tag = (child.tag or "").lower()
        if tag in {"ul", "ol", "table"}:
            inner.append(child)
        elif _BLOCKS.fullmatch(tag):
            writer.open.append("\x1e")
            _inline(child, writer)
        else:
            _inline_element(child, writer)
        child = child.next
    writer.bold.clear()
    writer.out.item(writer.taken(), mark, depth)
    for child in inner:
        _element(child, writer, depth + 1, bold=False)


def _inline(node: LexborNode, writer: _Writer) -> None:
    child = node.child
    while child is not None:
        _inline_element(child, writer)
        child = child.next


def _inline_element(node: LexborNode, writer: _Writer) -> None:
    """The text of an element in the middle of a line, whatever blocks are inside it."""
    tag = (node.tag or "").lower()
    if tag == _TEXT:
        writer.say(node.text(deep=False) or "", bold=False)
    elif tag in {"br", "hr"}:
        writer.open.append("\x1e")
    elif tag == "a":
        _link(node, writer, 0, bold=False)
    elif not _SKIPPED.fullmatch(tag):
        if _BLOCKS.fullmatch(tag) or tag in {"li", "tr"}:
            writer.open.append("\x1e")
        _inline(node, writer)


def _table(node: LexborNode, writer: _Writer) -> None:
    """A table of data as a table; one that holds tables or headings only lays out a page, and is read through."""
    if node.css_first("td table, th table, td h1, td h2, td h3") is not None:
        for cell in node.css("td, th"):
            if _nearest_table(cell) == node.mem_id:
                writer.close()
                _walk(cell, writer, 0, bold=False)
                writer.close()
        return
    rows = []
    for row in node.css("tr"):
        cells = []
        child = row.child
        while child is not None:
            if (child.tag or "").lower() in {"td", "th"}:
                _inline(child, writer)
                cells.append(writer.taken())
            child = child.next
        rows.append(cells)
    writer.bold.clear()
    writer.out.table(rows)


def _nearest_table(node: LexborNode) -> int | None:
    above = node.parent
    while above is not None and (above.tag or "").lower() != "table":
        above = above.parent
    return above.mem_id if above is not None else None


def _link(node: LexborNode, writer: _Writer, depth: int, bold: bool) -> None:
    """A link that leads to another page, in Markdown; any other is its text."""
    target = (node.attributes.get("href") or "").strip()
    before = len(writer.open)
    _walk(node, writer, depth, bold) if node.css_first("p, div, ul, table") else _inline(node, writer)
    text = squeezed("".join(writer.open[before:]).replace("\x1e", " "))
    if _PAGE.fullmatch(target) and text and not set("[]") & set(text):
        del writer.open[before:]
        writer.open.append(f"[{text}]({target})")


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 7 else otherwise
