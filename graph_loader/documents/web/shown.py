"""What of a web page is shown and in force: styles, hidden parts, struck words, and what a reader can open.

Styles are those on the elements and the rules in the page itself; style sheets in other files are not read, and the
classes that they use for hiding are known by name (`data/hidden_classes.txt`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .colours import Colours

HIDDEN = "hidden on the page"
UNSEEN = "in the colour of the page"
STRUCK = "struck out"
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_BLOCK_TAGS = re.compile(
    r"div|section|article|aside|ul|ol|dl|li|table|tbody|tr|td|p|form|fieldset|h1|h2|h3|h4|h5|h6|main|"
    r"figure"
)
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([\w -]{3,40})", re.IGNORECASE)
_DISPLAY = re.compile(r"(?:^|[;{\s])display\s*:\s*([\w-]+)", re.IGNORECASE)
_NOT_SEEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0*\.?0+(?![\d.])"
    r"|content-visibility\s*:\s*hidden|transform\s*:\s*scale[xy]?\(\s*0\s*[,)]|mso-hide\s*:\s*all|color\s*:\s*transparent|text-indent\s*:\s*-\d{4,}|(?:left|top)\s*:\s*-\d{4,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%)",
    re.IGNORECASE,
)
_NO_SIZE = re.compile(r"(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_ON_SCREEN = re.compile(r"@(?:media\s+(?:only\s+)?(?:screen|all)|layer\b.{0,200}|supports\b.{0,200})", re.IGNORECASE)
_LONGEST_CSS = 2_000_000
_SIMPLE = re.compile(r"[\w.#>*\s-]{1,150}")
_OPENED_BY_STATE = re.compile(r":(?:checked|target|focus-within|focus)\b")
_SHOWN_ELSEWHERE = re.compile(r"[-:](?:block|flex|grid|inline|table|table-row|table-cell|visible)$")
"""Classes that show on wide screens what another class hides on narrow ones: `d-none d-md-block`."""
_ROOM, _COST = 500_000, 500
"""Elements that rules may concern, and what a rule that concerns none counts for: real pages have a thousandth."""
_OPENER = re.compile(r"accordion|collaps|toggle|expand|disclos", re.IGNORECASE)
_TEMPLATE = re.compile(r"template|placeholder|prototype|skeleton|sample|clone|modal|dialog|popup", re.IGNORECASE)
_MOST = 0.75
"""Share of a page's text from which an element is the page, whatever it is called and however it is hidden."""
_WRAPPERS = frozenset({"html", "body", "form", "main", "div", "article", "section", "nav", "aside", "header", "table"})


@cache
def _classes_of(what: str) -> frozenset[str]:
    """The classes that style sheets use to make something `hidden` or `struck`, in lower case."""
    lines = files("govgraph.graph_loader.documents").joinpath(f"data/{what}_classes.txt").read_text("utf-8").split("\n")
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def attribute(node: LexborNode, name: str) -> str:
    """An attribute's value, empty where the element has none."""
    return node.attributes.get(name) or ""


def classes(node: LexborNode) -> str:
    """The classes and the identifier of an element, to look for words in them."""
    return f"{attribute(node, 'class')} {attribute(node, 'id')}"


def font_of(node: LexborNode) -> str:
    """The font that an element is set in, where it says so itself."""
    named = _FONT.search(attribute(node, "style"))
    return named[1] if named else attribute(node, "face")


def opens_something(node: LexborNode) -> bool:
    """Whether an element is what a reader presses to open a part of the page."""
    attributes = node.attributes
    if any(name in attributes for name in ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")):
        return True
    return bool(_OPENER.search(classes(node)))


@dataclass(frozen=True)
class Shown:
    """What the rules of a page hide, strike out, raise and let open, by element; the size of its text."""

    hidden: frozenset[int]
    struck: frozenset[int]
    raised: frozenset[int]
    opened: frozenset[int]
    accordions: frozenset[int]
    opened_names: frozenset[str]
    colours: Colours
    size: int

    @classmethod
    def of(cls, tree: LexborHTMLParser) -> Shown:
        """What is known of a page before it is read. Scripts and styles are taken out of it."""
        css = "\n".join(node.text(deep=True) for node in tree.css("style"))
        tree.strip_tags(["script", "style", "template"])
        hidden: set[int] = set()
        struck: set[int] = set()
        raised: set[int] = set()
        opened: set[int] = set()
        colours = Colours.of(tree)
        room = _ROOM
        for selector, style in dict.fromkeys(_rules(css)):
            if _RAISED.search(style):
                raised |= _found(tree, selector)
                room -= _COST
            if "color" in style or "background" in style:
                colours.take(style, _found(tree, selector))
                room -= _COST
            if _LINE_THROUGH.search(style) or _DISPLAY.search(style) or _is_unseen(style):
                for one in selector.split(","):
                    room -= _COST + _apply(tree, one.strip(), style, hidden, struck, opened)
            if room < 0:
                break
        names = {
            target.removeprefix("#")
            for node in tree.css("[aria-controls], [data-target], [data-bs-target], [role=tab], a[data-toggle]")
            for name in ("aria-controls", "data-target", "data-bs-target", "href")
            for target in attribute(node, name).split()
        }
        openers = (node.parent for node in tree.css("button") if opens_something(node))
        accordions = frozenset(parent.mem_id for parent in openers if parent is not None)
        body = tree.body
        size = len(body.text(deep=True)) if body is not None else 0
        return cls(
            frozenset(hidden),
            frozenset(struck),
            frozenset(raised),
            frozenset(opened),
            accordions,
            frozenset(names),
            colours,
            size,
        )

    def why_not(self, node: LexborNode, tag: str) -> str | None:
        """Why an element is not read, in the words of a note; none where it is shown and in force."""
        attributes = node.attributes
        identity = node.mem_id
        style = attributes.get("style") or ""
        if tag in _STRUCK_TAGS or identity in self.struck or (style and _LINE_THROUGH.search(style)):
            return STRUCK
        names = (attributes.get("class") or "").lower().split()
        if names and not _classes_of("struck").isdisjoint(names):
            return STRUCK
        if not self._is_hidden(node, tag, style):
            return UNSEEN if self.colours.are_alike(node, style) and not self.is_the_page(node, tag) else None
        return None if self._can_be_opened(node) or self.is_the_page(node, tag) else HIDDEN

    def is_raised(self, node: LexborNode) -> bool:
        """Whether a style sets an element higher than the line."""
        return node.mem_id in self.raised or bool(_RAISED.search(attribute(node, "style")))

    def is_the_page(self, node: LexborNode, tag: str) -> bool:
        """Whether an element holds most of the page's text: it is read whatever it is called."""
        return tag in _WRAPPERS and len(node.text(deep=True)) > _MOST * self.size

    def _is_hidden(self, node: LexborNode, tag: str, style: str) -> bool:
        attributes = node.attributes
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            return True
        if tag == "dialog" and "open" not in attributes:
            return True
        if style and _is_unseen(style):
            return True
        if node.mem_id in self.hidden:
            display = _DISPLAY.search(style) if style else None
            return display is None
        names = (attributes.get("class") or "").lower().split()
        if names and not _classes_of("hidden").isdisjoint(names):
            return not any(map(_SHOWN_ELSEWHERE.search, names))
        if attributes.get("aria-hidden") != "true" or node.css_first("h1") is not None:
            return False
        return bool(_BLOCK_TAGS.fullmatch(tag) or _TEMPLATE.search(classes(node)))

    def _can_be_opened(self, node: LexborNode) -> bool:
        """Whether a reader opens it with a control: the panel of an accordion, what a tab shows."""
        if _TEMPLATE.search(classes(node)):
            return False
        if node.mem_id in self.opened or attribute(node, "id") in self.opened_names:
            return True
        if attribute(node, "role") == "tabpanel":
            return True
        before = node.prev
        while before is not None and before.tag == "-text" and not (before.text(deep=False) or "").strip():
            before = before.prev
        if before is None or before.tag is None or before.tag.startswith("-"):
            return False
        return opens_something(before) or any(map(opens_something, before.css("button, [role=button]")))


def _is_unseen(style: str) -> bool:
    """Whether a style hides what it stands on, or leaves no room for it and cuts off what is larger."""
    if _NOT_SEEN.search(style):
        return True
    return bool(_NO_SIZE.search(style)) and "hidden" in style.lower().partition("overflow")[2][:12]


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet that hold on a screen of ordinary width, in order."""
    first, *others = css[:_LONGEST_CSS].split("/*")
    plain = first + "".join(part.partition("*/")[2] for part in others)
    open_: list[str] = []
    at = 0
    for brace in _BRACE.finditer(plain):
        text = plain[at : brace.start()]
        at = brace.end()
        if brace[0] == "{":
            open_.append(text.rpartition(";")[2].strip())
            continue
        selector = open_.pop() if open_ else ""
        if selector and not selector.startswith("@") and all(_ON_SCREEN.fullmatch(outer) for outer in open_):
            yield selector, text


def _found(tree: LexborHTMLParser, selector: str) -> set[int]:
    """The elements of a simple selector."""
    simple = (one.strip() for one in selector.split(","))
    return {node.mem_id for one in simple if _SIMPLE.fullmatch(one) and one.strip(" >*") for node in tree.css(one)}


def _apply(
    tree: LexborHTMLParser,
    selector: str,
    style: str,
    hidden: set[int],
    struck: set[int],
    opened: set[int],
) -> int:
    """Notes what one selector of a rule strikes out, hides, shows again, or lets a reader open; how many elements."""
    display = _DISPLAY.search(style)
    if _OPENED_BY_STATE.search(selector):
        last = re.split(r"[\s>+~]+", selector)[-1]
        if display and display[1].lower() != "none" and _SIMPLE.fullmatch(last):
            opened |= {node.mem_id for node in tree.css(last)}
        return len(opened)
    if not _SIMPLE.fullmatch(selector) or selector.strip(" >*") == "":
        return 0
    found = {node.mem_id for node in tree.css(selector)}
    if _LINE_THROUGH.search(style):
        struck |= found
    if _is_unseen(style):
        hidden |= found
    elif display:
        hidden -= found
    return len(found)
