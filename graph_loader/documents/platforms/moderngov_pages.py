"""ModernGov's web pages as a browser saves them.

A meeting (`ieListDocuments.aspx`), an item (`mgAi.aspx`), an issue at its meetings (`ieIssueDetails.aspx`), a decision
(`ieDecisionDetails.aspx`) and the attendance of a meeting (`mgMeetingAttendance.aspx`). All stand in `#modgov` with a
main title (`mgMainTitleTxt`), a subtitle with the meeting or the item (`mgSubTitleTxt`) and the content (`mgContent`):
items in a table (`mgItemTable`), each a number and a title (`mgAiTitleTxt`), the text of the agenda, and below
`mgSubItemTitleTxt` such as `Decision:` and `Minutes:` what was decided and said (`mgWordPara`).
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..left_out import LeftOut
from ..structure import Written
from ..web.rewriting import Rewriting, holds, text_of
from ..web.shown import attribute
from .attendance_lists import Attendee, attendance_lists
from .meeting_head import OFF, day_first, head_sentence

_AGENDA = "text of the agenda beside the minutes"
_CHROME = ".mgHide, .mgFileSize, .mgLinks, .mgHelpLine, .mgFooter"
_DAY = r"(?P<day>(?:[^\W\d_]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]+,?\s+\d{4})"
_TIME = r"(?:[\s,]+(?:at\s+)?(?P<time>\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?))?"
_BODY_FIRST = re.compile(rf"(?:Meeting of )?(?P<body>.{{1,200}}?)(?:\s+-\s+|,\s+){_DAY}{_TIME}(?P<more>.{{0,200}})")
_DAY_FIRST = re.compile(rf"{_DAY}{_TIME}(?:\s+-\s+|,\s+)(?P<body>.{{1,200}})(?P<more>)")
_AT_MEETING = re.compile(
    r"(?:(?:Decided at )?meeting:\s*)?(?P<day>\d{1,2}/\d{1,2}/\d{4})(?P<time>) - "
    r"(?P<body>.{1,200}?)(?P<more>\s*\(Item .{1,9}\))?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\(Item (?P<number>[\w./-]{1,8}?)\.?\)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}[a-z]?(?:\.\d{1,3})?\.?")
_FILE = re.compile(r"\s*(?:pdf icon\s*)?\bPDF\s+[\d.,]+\s*[KMG]B\s*$", re.IGNORECASE)
_MINUTES = re.compile(r"minutes?\b", re.IGNORECASE)
_DECISION = re.compile(r"(?:decisions?|resolved|resolution)\b", re.IGNORECASE)
_CUT = re.compile(r"(?:\.{3}|…)?\s*view the full (?:minutes|agenda|decision) text\b.{0,60}", re.IGNORECASE)
_MAY_HEAD = "h2, h3, h4, p, li"
_COLUMNS = (
    ("name", re.compile(r"attendee|name|councillor|member", re.IGNORECASE)),
    ("role", re.compile(r"role|position|title", re.IGNORECASE)),
    ("attendance", re.compile(r"attendance|status", re.IGNORECASE)),
    ("representing", re.compile(r"represent|substitut|on behalf", re.IGNORECASE)),
)


def rewritten(tree: LexborHTMLParser, left: LeftOut) -> Rewriting | None:
    """What is written of a page of ModernGov; none for any other page."""
    root = tree.css_first("#modgov") or tree.css_first(".mgContent")
    if root is None:
        return None
    page = Rewriting(root)
    for node in root.css(_CHROME):
        node.decompose()
    main, title = root.css_first(".mgMainTitleTxt"), root.css_first(".mgSubTitleTxt")
    venue = _venue(root, page)
    if main is not None:
        page.skip(main)
    _about_the_site(root, page)
    _attendance(root, page)
    what = "Minutes" if re.search(r"minute|decision|attendance|issue|item", text_of(main), re.IGNORECASE) else "Agenda"
    if title is not None and (head := _head(text_of(title), what, venue)):
        page.write(title, *head)
    elif title is not None:
        _of_an_item(root, page, title, venue)
    for row in {row.mem_id: row for row in map(_row_of, root.css(".mgAiTitleTxt")) if row is not None}.values():
        _numbered(row, page)
    for table in root.css("table.mgItemTable"):
        page.lays_out.add(table.mem_id)
        page.skip(*table.css("caption"))
    for parent in {node.parent.mem_id: node.parent for node in root.css(".mgSubItemTitleTxt") if node.parent}.values():
        _minutes_only(parent, page, left)
    cut = [node for node in root.css("a") if _CUT.fullmatch(text_of(node))]
    if cut:
        page.skip(*cut)
        page.notes.append(f"{len(cut)} texts are cut short on the page, which leads to the full text elsewhere")
    return page


def _head(text: str, what: str, venue: str) -> tuple[Written, ...]:
    """The heading of minutes from the title of a meeting; nothing where a text is no such title."""
    found = _AT_MEETING.fullmatch(text) or _DAY_FIRST.fullmatch(text) or _BODY_FIRST.fullmatch(text)
    if not found:
        return ()
    body = found["body"].strip()
    sentence = head_sentence(body, day_first(found["day"]), found["time"] or "", venue, what)
    more = _ITEM.sub("", found["more"] or "").strip(" ,-()")
    head = (Written("heading", body, 1), Written("paragraph", sentence))
    if not more:
        return head
    off = OFF.fullmatch(more)
    return (*head, Written("paragraph", f"The meeting was {more.lower()}." if off else more))


def _of_an_item(root: LexborNode, page: Rewriting, title: LexborNode, venue: str) -> None:
    """The page of one item or issue: each meeting that it came before heads what was said there."""
    item = _FILE.sub("", text_of(title))
    page.skip(title)
    for node in root.css(_MAY_HEAD):
        text = text_of(node)
        if holds(node, "p, li") or not (
            _AT_MEETING.fullmatch(text) or (text.startswith("Meeting of ") and _BODY_FIRST.fullmatch(text))
        ):
            continue
        number = _ITEM.search(text)
        heading = Written("heading", f"{number['number']}. {item}" if number else item, 2)
        page.write(node, *_head(text, "Minutes", venue), heading)
        title = node
    for node in root.css(".mgAiTitleTxt"):
        if item.casefold() in text_of(node).casefold():
            page.skip(node)


def _about_the_site(root: LexborNode, page: Rewriting) -> None:
    """Leaves out how to use the page, whom to ask, and where the film of the meeting is."""
    child = root.child
    while child is not None:
        if (child.tag or "") in {"p", "a", "ul"}:
            page.skip(child)
        child = child.next
    for label in root.css(".mgLabel"):
        if label.parent is not None and re.fullmatch(r"(?:contact|webcast|media):?", text_of(label), re.IGNORECASE):
            page.skip(label.parent)
    page.skip(*(node for node in root.css(".mgSectionTitle") if text_of(node).casefold() == "media"))


def _venue(root: LexborNode, page: Rewriting) -> str:
    for label in root.css(".mgLabel"):
        if re.fullmatch(r"(?:proposed )?venue:?", text_of(label), re.IGNORECASE) and label.parent is not None:
            for link in label.parent.css("a"):
                if "mgLocationDetails" in attribute(link, "href"):
                    link.decompose()
            page.skip(label.parent)
            return re.sub(r"^.{0,20}?:\s*", "", text_of(label.parent)).rstrip(" .")
    return ""


def _row_of(node: LexborNode) -> LexborNode | None:
    above = node.parent
    while above is not None and (above.tag or "") != "tr":
        above = above.parent
    return above


def _numbered(row: LexborNode, page: Rewriting) -> None:
    """The number and the title of an item, in two cells, are one heading."""
    titles = row.css(".mgAiTitleTxt")
    number = next((node for node in titles if _NUMBER.fullmatch(text_of(node))), None)
    rest = [node for node in titles if node != number]
    if number is not None:
        page.skip(number)
    if rest:
        text = _FILE.sub("", text_of(rest[0]))
        before = f"{text_of(number).rstrip('.')}. " if number is not None else ""
        page.write(rest[0], Written("heading", before + text, 2))


def _minutes_only(parent: LexborNode, page: Rewriting, left: LeftOut) -> None:
    """Of what stands under an item the minutes are read, else the decision, else the text of the agenda."""
    parts: list[list[tuple[str, LexborNode]]] = [[]]
    section = ""
    child = parent.child
    while child is not None:
        names = attribute(child, "class").split() if not (child.tag or "-").startswith("-") else None
        if names is not None and any(node.mem_id in page.instead for node in child.css(_MAY_HEAD)):
            parts.append([])
            section = ""
        elif names and "mgSubItemTitleTxt" in names:
            section = text_of(child)
            page.skip(child)
        elif child.mem_id not in page.skipped:
            parts[-1].append((section, child))
        child = child.next
    for part in parts:
        for wanted in (_MINUTES, _DECISION):
            if any(wanted.match(section) and text_of(node) for section, node in part):
                rest = [node for section, node in part if not wanted.match(section)]
                page.skip(*rest)
                left.count(_AGENDA, " ".join(filter(None, map(text_of, rest))) or " ")
                break


def _attendance(root: LexborNode, page: Rewriting) -> None:
    """Tables of attendance, as the lists that minutes have."""
    for table in root.css("table"):
        rows = [[text_of(cell) for cell in row.css("th, td")] for row in table.css("tr")]
        if not rows or holds(table, "table"):
            continue
        columns = {
            name: at for name, words in reversed(_COLUMNS) for at, text in enumerate(rows[0]) if words.search(text)
        }
        if "name" not in columns or "attendance" not in columns:
            continue
        found = [{name: row[at] if at < len(row) else "" for name, at in columns.items()} for row in rows[1:]]
        lists, notes = attendance_lists(
            Attendee(one["name"], one.get("role", ""), one["attendance"], one.get("representing", ""))
            for one in found
            if one["name"]
        )
        page.write(table, *lists)
        page.notes += notes
