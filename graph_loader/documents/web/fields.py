"""Fields of forms in a web page: what was filled in, with its label, in the place of the field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..left_out import LeftOut
from ..structure import squeezed
from .shown import attribute, classes

NOT_TICKED = "choices of a form that are not ticked"
_TYPED = frozenset(
    {"", "text", "date", "time", "datetime-local", "month", "week", "number", "email", "tel", "url", "color", "range"}
)
_BOXES = frozenset({"checkbox", "radio"})
_SEARCHES = re.compile(
    r"search|^q$|query|keyword|newsletter|subscribe|captcha|log-?in|sign-?in|password", re.IGNORECASE
)
_PROMPT = re.compile(r"\W*(?:(?:please )?(?:select|choose|pick)\b.{0,60}|none)?\W*", re.IGNORECASE)
_STRUCTURE = "h1, h2, h3, h4, h5, h6, table, ul, ol, dl, p"
_CELLS = frozenset({"td", "th"})
_ENDS = frozenset({"input", "br", "label", "div", "p", "li", "td", "select", "textarea", "ul", "ol", "table"})
_LONGEST_SEARCH_FORM = 300


@dataclass
class Fields:
    """The fields of a page: labels that are written with their field, and what belongs to choices not made."""

    labels: dict[str, str] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    not_chosen: set[int] = field(default_factory=set)
    labelled: set[str] = field(default_factory=set)
    blank: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, tree: LexborHTMLParser, left: LeftOut) -> Fields:
        """The fields of a page before it is read; choices that are not made are counted as left out."""
        fields = cls()
        labels = {attribute(node, "for"): node for node in tree.css("label[for]")}
        chosen = {attribute(node, "name") for node in tree.css("input[type=radio][checked]")}
        unanswered: set[str] = set()
        for node in tree.css("input, select, textarea"):
            label = labels.get(attribute(node, "id")) if attribute(node, "id") else None
            if _kind(node) in _BOXES:
                fields._box(node, label, left)
                name = attribute(node, "name")
                if _kind(node) == "radio" and name not in chosen and name not in unanswered:
                    unanswered.add(name)
                    fields.blank.add(node.mem_id)
            elif label is not None and value_of(node) and _cell_of(label) == _cell_of(node):
                fields.moved.add(label.mem_id)
                fields.labels[attribute(node, "id")] = squeezed(label.text(deep=True))
            elif value_of(node) is None and not _is_for_searching(node):
                fields.blank.add(node.mem_id)
        return fields

    def _box(self, node: LexborNode, label: LexborNode | None, left: LeftOut) -> None:
        """Leaves out what a box that is not ticked stands for."""
        around = _ancestor(node, frozenset({"label"}))
        beside = [around] if around is not None else [label] if label is not None else _text_after(node)
        if not any((one.text(deep=True) or "").strip() for one in beside):
            return
        self.labelled.add(str(node.mem_id))
        if "checked" not in node.attributes:
            self.not_chosen |= {one.mem_id for one in beside}
            left.count(NOT_TICKED, squeezed(" ".join(one.text(deep=True) or "" for one in beside)))

    def shown(self, node: LexborNode, tag: str) -> str:
        """What a reader sees of a field: its value, after its label where that is not written by itself."""
        if tag == "input" and _kind(node) in _BOXES:
            if str(node.mem_id) in self.labelled:
                return ""
            ticked = "checked" in node.attributes
            return "☑" if ticked else "" if _cell_of(node) is not None else "☐"
        value = value_of(node) or ""
        label = self.labels.get(attribute(node, "id"), "") if attribute(node, "id") else ""
        label = label or attribute(node, "aria-label").strip() or attribute(node, "title").strip()
        if not value or not label or (_cell_of(node) is not None and not self.labels.get(attribute(node, "id"))):
            return value
        return f"{label} {value}" if label.endswith((":", "?")) else f"{label}: {value}"


def value_of(node: LexborNode) -> str | None:
    """What a field for words holds; empty for one that shows nothing of the minutes, none where it has no value."""
    tag = (node.tag or "").lower()
    if tag == "textarea":
        return (node.text(deep=True) or "").strip() or None
    if tag == "select":
        options = node.css("option")
        selected = [o for o in options if "selected" in o.attributes] or (options if len(options) == 1 else [])
        texts = [squeezed(o.text(deep=True) or "") for o in selected]
        return "; ".join(text for text in texts if not _PROMPT.fullmatch(text)) or None
    if _kind(node) not in _TYPED:
        return ""
    return attribute(node, "value").strip() or None


def is_site_form(form: LexborNode) -> bool:
    """Whether a form is there to search the site or to sign in, and not what holds the page."""
    if form.css_first(_STRUCTURE) is not None or len(form.text(deep=True) or "") > _LONGEST_SEARCH_FORM:
        return False
    named = f"{classes(form)} {attribute(form, 'action')} {attribute(form, 'role')} {attribute(form, 'name')}"
    fields = form.css("input[type=search], input[type=password]")
    return bool(fields) or bool(_SEARCHES.search(named)) or any(map(_is_for_searching, form.css("input")))


def _kind(node: LexborNode) -> str:
    return attribute(node, "type").strip().lower() if (node.tag or "").lower() == "input" else ""


def _is_for_searching(node: LexborNode) -> bool:
    names = (attribute(node, name) for name in ("name", "id", "placeholder", "aria-label", "autocomplete"))
    return _kind(node) in {"search", "password"} or any(_SEARCHES.search(name) for name in names)


def _ancestor(node: LexborNode, tags: frozenset[str]) -> LexborNode | None:
    above = node.parent
    for _ in range(12):
        if above is None or (above.tag or "").lower() in tags:
            return above
        above = above.parent
    return None


def _cell_of(node: LexborNode) -> int | None:
    cell = _ancestor(node, _CELLS)
    return cell.mem_id if cell is not None else None


def _text_after(node: LexborNode) -> list[LexborNode]:
    """The words right after a box, up to the next field, line or block."""
    found = []
    after = node.next
    while after is not None and (after.tag or "").lower() not in _ENDS:
        found.append(after)
        after = after.next
    return found
