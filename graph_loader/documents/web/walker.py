"""Walks through a web page and writes what its elements hold.

An element is left out for what it is (a script, a menu, a template), never for its name where it holds the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from ..footnote_marks import FOOTNOTE, is_footnote_mark, is_raised_honour, raised_number
from ..left_out import LeftOut
from ..spans import SpannedText
from ..structure import Markdown, squeezed
from ..symbols import in_symbol_font, symbol_font
from .fields import Fields, is_site_form, value_of
from .lists import marks
from .rewriting import Rewriting
from .shown import STRUCK, Shown, attribute, classes, font_of, opens_something
from .tables import cells_of, is_header, is_table, lays_out_a_page, picture_of, rows_of, span

_SKIPPED = re.compile(r"noscript|head|svg|math|audio|video|canvas|datalist|rt|rp|[-_].*")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = re.compile(
    r"p|div|section|article|main|header|footer|aside|address|blockquote|pre|figure|figcaption|dl|dt|dd|"
    r"fieldset|legend|center|details|summary|body|html|caption|form|nav|hgroup|search|menu|dialog"
)
_STRUCTURE = "ul, ol, table, p, h1, h2, h3, h4, dl"
FRAME = "frames with other pages or files"
_FRAMES = frozenset({"iframe", "frame", "object", "embed"})
_DEEPEST_FRAME = 3
_FIELDS = frozenset({"input", "select", "textarea"})
_PAGE = re.compile(r"(?:https?://|/|\.\.?/|[\w-]+\.)[^\s()<>]{1,500}", re.IGNORECASE)
"""Where links go that are kept: pages and files, not places on the page, scripts or addresses for mail."""
_TEXT = "-text"
_BREAK = "\x1e"
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PREFORMATTED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NOTE_LINK = re.compile(r"footnote|noteref|fn-?ref", re.IGNORECASE)
_BEFORE = 40
"""Signs before a raised one that say what it is."""


@dataclass
class Walker:
    """Writes what elements hold; `open` is what has been read of the block that is open."""

    out: Markdown
    left: LeftOut
    shown: Shown
    fields: Fields
    page: Rewriting
    read_frame: Callable[[str, int], None]
    frames: int = 0
    open: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    preformatted: bool = False
    after_field: bool = False
    blank_fields: int = 0

    def say(self, text: str, bold: bool) -> None:
        """Adds words to the open block."""
        text = _INVISIBLE.sub("", text)
        if self.preformatted:
            text = text.replace("\r", "").replace("\n", _BREAK)
        self.open.append(text)
        if text.strip():
            self.bold.append(bold)

    def taken(self) -> str:
        """The text of the open block, line by line, which is closed by that."""
        parts = "".join(self.open).split(_BREAK)
        lines = [part.rstrip() for part in parts] if self.preformatted else [squeezed(part) for part in parts]
        self.open.clear()
        self.after_field = False
        return "\n".join(lines).strip("\n")

    def close(self) -> None:
        """Ends the open block, which is a paragraph."""
        bold = bool(self.bold) and all(self.bold)
        self.bold.clear()
        if text := self.taken():
            self.out.paragraph(text, bold)

    def walk(self, node: LexborNode, depth: int, bold: bool) -> None:
        """Writes what stands in an element; how deep this goes has been checked."""
        child = node.child
        while child is not None:
            self.element(child, depth, bold)
            child = child.next

    def element(self, node: LexborNode, depth: int, bold: bool) -> None:
        """Writes an element between blocks."""
        tag = (node.tag or "").lower()
        if self._is_done(node, tag, bold):
            return
        level = _heading_level(node, tag)
        if level:
            self.close()
            self.walk(node, depth, bold=False)
            self.bold.clear()
            if text := self.taken():
                self.out.heading(text, level)
        elif tag in {"ul", "ol", "menu"}:
            self.close()
            self._list(node, depth)
        elif is_table(node, tag):
            self.close()
            self._table(node)
        elif tag == "a":
            self._link(node, depth, bold)
        elif tag == "dl":
            self.close()
            self._definitions(node, depth)
        elif tag in {"summary", "legend", "caption", "button"}:
            self.close()
            self.walk(node, depth, bold=True)
            self.close()
        elif tag == "pre" or _PREFORMATTED.search(attribute(node, "style")):
            self.close()
            before, self.preformatted = self.preformatted, True
            self.walk(node, depth, bold)
            self.close()
            self.preformatted = before
        elif _BLOCKS.fullmatch(tag):
            self.close()
            self.walk(node, depth, bold)
            self.close()
        else:
            self.walk(node, depth, bold or tag in {"b", "strong"} or bool(_BOLD.search(attribute(node, "style"))))

    def inline(self, node: LexborNode) -> None:
        """Writes what stands in an element in the middle of a line."""
        child = node.child
        while child is not None:
            self.inline_element(child)
            child = child.next

    def inline_element(self, node: LexborNode) -> None:
        """The text of an element in the middle of a line, whatever blocks are inside it."""
        tag = (node.tag or "").lower()
        if self._is_done(node, tag, bold=False):
            return
        if tag == "a":
            self._link(node, 0, bold=False)
        else:
            if _BLOCKS.fullmatch(tag) or tag in {"li", "tr"} or tag in _HEADINGS:
                self.open.append(_BREAK)
            self.inline(node)

    def _is_done(self, node: LexborNode, tag: str, bold: bool) -> bool:
        """Writes what is the same between blocks and inside a line, and leaves out what is not read."""
        if tag == _TEXT:
            if node.mem_id not in self.fields.not_chosen:
                self.say(node.text(deep=False) or "", bold)
            return True
        if _SKIPPED.fullmatch(tag) or node.mem_id in self.page.skipped:
            return True
        if node.mem_id in self.page.instead:
            self.close()
            for one in self.page.instead[node.mem_id]:
                self.out.write(one)
            return True
        if tag in {"br", "hr"}:
            self.open.append(_BREAK)
            return True
        if (why := self.shown.why_not(node, tag)) is not None:
            self._leave_out(node, why)
            return True
        if tag in _FIELDS:
            self._field(node, tag, bold)
            return True
        if node.mem_id in self.fields.moved or node.mem_id in self.fields.not_chosen:
            return True
        if tag == "label" and self.after_field and self._end().strip():
            self.open.append(_BREAK)
        if tag in {"sup", "a", "span"} and self._is_mark(node, tag):
            self.left.count(FOOTNOTE)
            return True
        if tag in {"font", "span"} and symbol_font(font := font_of(node)):
            self.say(in_symbol_font(node.text(deep=True) or "", font), bold)
            return True
        if tag in _FRAMES:
            self._frame(node)
            return True
        if tag == "sup" and is_raised_honour(node.text(deep=True) or "", self._end()):
            self.say(" ", bold)
            return False
        if tag == "sup" and (number := raised_number(node.text(deep=True) or "", self._end())) is not None:
            self.say(number, bold)
            return True
        if tag == "nav" or attribute(node, "role") == "navigation":
            return not self.shown.is_the_page(node, "nav")
        if tag in {"form", "search"}:
            return is_site_form(node)
        return tag == "button" and not (_is_read(node) or self._is_of_accordion(node))

    def _is_of_accordion(self, button: LexborNode) -> bool:
        below = button.next
        while below is not None and below.tag == _TEXT and not (below.text(deep=False) or "").strip():
            below = below.next
        in_one = button.parent is not None and button.parent.mem_id in self.shown.accordions
        return in_one and below is not None and (below.tag or "").lower() in {"div", "section", "ul", "dl", "table"}

    def _frame(self, node: LexborNode) -> None:
        """A frame shows another page: one that the file holds is read, all others are counted."""
        inside = attribute(node, "srcdoc")
        small = any(attribute(node, name).strip() in {"0", "1"} for name in ("width", "height"))
        if inside and self.frames < _DEEPEST_FRAME:
            self.close()
            self.read_frame(inside, self.frames + 1)
        elif not inside and (attribute(node, "src") or attribute(node, "data")) and not small:
            self.left.count(FRAME)

    def _leave_out(self, node: LexborNode, why: str) -> None:
        if text := (node.text(deep=True) or "").strip():
            self.left.count(why, text)

    def _field(self, node: LexborNode, tag: str, bold: bool) -> None:
        self.blank_fields += node.mem_id in self.fields.blank
        text = self.fields.shown(node, tag)
        if not text:
            return
        before = squeezed(self._end())
        if self.after_field and before:
            self.open.append(_BREAK)
        elif before[-1:].isalnum() or before[-1:] == ")":
            self.open.append(": " if ": " not in text and value_of(node) else " ")
        self.after_field = True
        self.say(text.replace("\n", _BREAK), bold)

    def _is_mark(self, node: LexborNode, tag: str) -> bool:
        link = node if tag == "a" else node.css_first("a")
        linked = link is not None and attribute(link, "href").startswith("#")
        if tag == "a" and not linked:
            return False
        raised = tag == "sup" or self.shown.is_raised(node)
        text = node.text(deep=True) or ""
        if tag == "a" and not (
            _NOTE_LINK.search(f"{classes(node)} {attribute(node, 'role')} {attribute(node, 'href')}")
            or re.fullmatch(r"[\[(]\d{1,3}[\])]|[*†‡]{1,3}", text.strip())
            or (re.fullmatch(r"\d{1,3}", text.strip()) and not self._end().endswith((" ", "\n")))
        ):
            return False
        if not raised and tag != "a":
            return False
        after = node.next.text(deep=True) if node.next is not None else ""
        return is_footnote_mark(text, self._end(), after or "", linked)

    def _end(self) -> str:
        """The last words of the line that is open."""
        return "".join(part[-_BEFORE:] for part in self.open[-6:]).rpartition(_BREAK)[2][-_BEFORE:]

    def _list(self, node: LexborNode, depth: int) -> None:
        for child, mark in marks(node):
            if child.mem_id in self.fields.not_chosen:
                continue
            if (child.tag or "").lower() != "li" or child.mem_id in self.page.instead:
                self.element(child, depth + 1, bold=False)
                self.close()
            elif (why := self.shown.why_not(child, "li")) is not None:
                self._leave_out(child, why)
            else:
                self._item(child, depth, mark)

    def _item(self, node: LexborNode, depth: int, mark: str) -> None:
        """An item: its own text first, then the lists and tables inside it."""
        inner: list[LexborNode] = []
        child = node.child
        while child is not None:
            tag = (child.tag or "").lower()
            if tag in {"ul", "ol"} or is_table(child, tag):
                inner.append(child)
            else:
                self.inline_element(child)
            child = child.next
        self.bold.clear()
        self.out.item(self.taken(), mark, depth)
        for child in inner:
            self.element(child, depth + 1, bold=False)

    def _definitions(self, node: LexborNode, depth: int) -> None:
        """Terms with what is said of them, as `term: text`; several texts below a term are a list under it."""
        terms: list[LexborNode] = []
        for child in [*_flat(node), None]:
            if terms and (child is None or (child.tag or "").lower() == "dt"):
                self._definition(terms[0], terms[1:], depth)
                terms = []
            if child is not None:
                terms.append(child)

    def _definition(self, term: LexborNode, texts: list[LexborNode], depth: int) -> None:
        if (term.tag or "").lower() == "dd":
            texts = [term, *texts]
        else:
            self.inline_element(term)
        label = squeezed(self.taken())
        self.bold.clear()
        if len(texts) == 1 and texts[0].css_first(_STRUCTURE) is None:
            self.inline_element(texts[0])
            self.bold.clear()
            if text := self.taken():
                self.out.paragraph(f"{label}{'' if label.endswith(':') else ':'} {text}" if label else text)
            elif label:
                self.out.paragraph(label)
            return
        self.out.paragraph(label, bold=True)
        for one in texts:
            if (why := self.shown.why_not(one, "dd")) is not None:
                self._leave_out(one, why)
            elif one.css_first(_STRUCTURE) is not None:
                self.walk(one, depth, bold=False)
                self.close()
            else:
                self.inline(one)
                self.bold.clear()
                self.out.item(self.taken())

    def _table(self, node: LexborNode) -> None:
        """A table of data as a table; one that only lays out a page is read through."""
        caption = node.css_first("caption")
        rows = []
        lays_out = lays_out_a_page(node) or node.mem_id in self.page.lays_out
        if caption is not None and (lays_out or caption.parent == node):
            self.element(caption, 0, bold=True)
        for row in rows_of(node):
            if (why := self.shown.why_not(row, "tr")) is not None:
                self._leave_out(row, why)
                continue
            cells = []
            for cell in cells_of(row):
                why = self.shown.why_not(cell, "td")
                if why is not None:
                    self._leave_out(cell, why)
                    if why == STRUCK:
                        cells.append(SpannedText("", span(cell, "rowspan"), span(cell, "colspan")))
                elif lays_out:
                    self.close()
                    self.walk(cell, 0, bold=False)
                    self.close()
                else:
                    self.inline(cell)
                    text = self.taken() or picture_of(cell)
                    cells.append(
                        SpannedText(text, span(cell, "rowspan"), max(1, span(cell, "colspan")), is_header(cell))
                    )
            rows.append(cells)
        self.bold.clear()
        self.out.table(rows)

    def _link(self, node: LexborNode, depth: int, bold: bool) -> None:
        """A link that leads to another page, in Markdown; any other is its text."""
        target = attribute(node, "href").strip()
        before = len(self.open)
        if node.css_first("p, div, ul, table, h1, h2, h3, h4") is not None:
            self.walk(node, depth, bold)
        else:
            self.inline(node)
        text = squeezed("".join(self.open[before:]).replace(_BREAK, " "))
        if _PAGE.fullmatch(target) and text and not set("[]") & set(text):
            del self.open[before:]
            self.open.append(f"[{text}]({target})")


def _heading_level(node: LexborNode, tag: str) -> int:
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    if attribute(node, "role") != "heading":
        return 0
    level = attribute(node, "aria-level")
    return int(level) if level.isdecimal() and len(level) < 3 else 2


def _is_read(button: LexborNode) -> bool:
    """Whether a button heads a part of the page: it opens one, or stands in a heading."""
    parent = button.parent
    return (
        opens_something(button)
        or button.css_first("h1, h2, h3, h4, h5, h6") is not None
        or (parent is not None and (parent.tag or "").lower() in {*_HEADINGS, "summary", "dt", "th", "legend"})
    )


def _flat(node: LexborNode) -> list[LexborNode]:
    """The terms and texts of a list of definitions, those in wrappers among them."""
    found: list[LexborNode] = []
    child = node.child
    while child is not None:
        tag = (child.tag or "").lower()
        if tag in {"dt", "dd"}:
            found.append(child)
        elif tag in {"div", "span"}:
            found += _flat(child)
        child = child.next
    return found
