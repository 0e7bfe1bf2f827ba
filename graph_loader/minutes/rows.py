"""Lines to rows: the number, heading mark, bullet and place of each line that holds something.

Lines that belong to the page and not to the minutes (running heads, page numbers, links to the original) are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from .dates import dates
from .view import View

_NUMBER = re.compile(
    r"(?i:(?:agenda\s+)?item\s+(?:no\.?\s*)?|minute\s+(?:no\.?\s*)?)?"
    r"(?P<n>(?:[A-Z&]{1,5}\s?)?\.?\d{1,4}[a-z]?/\d{2,5}(?![/\d])|\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?(?=\.?\)?[\s:])"
    r"|\d{1,4}[a-z]?(?=[.):])(?![.:]\d)|\d{1,3}[a-z]?(?=\s+[A-Z(]))"
    r"[.):]{0,2}(?=\s*\S)"
)
_LETTER = re.compile(r"(?P<n>\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})[.)])[.:]?(?=\s+\S)", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:(?P<n>[A-Z]{0,4}\s?\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?(?:/\d{2,5})?)|\((?P<l>[a-z])\))[.)]?$", re.IGNORECASE
)
_HEADING = re.compile(r"[ \t]*(#{1,6})[ \t]")
_HTML_HEADING = re.compile(r"[ \t]*<h([1-6])\b", re.IGNORECASE)
_BULLET = re.compile(r"[-*+•●▪·‣◦○\uf0b7\uf0a7][ \t\0]{1,8}(?=\S)|[•●▪‣◦\uf0b7\uf0a7](?=\S)")
_PAGE = re.compile(r"\W*(?:page|pg|p)\W{0,3}\d{1,3}(?:\W{1,4}(?:of\W{0,2})?\d{1,3})?\W*$|!\s?\d{1,3}$", re.IGNORECASE)
_BARE_PAGE = re.compile(r"\W*\d{1,3}\W*$")
_SIGNATURE = re.compile(r"(?:signed|dated?|initials?)\b[^a-z]*$|signed by the chair\w*\b.{0,30}$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\.$")
_MONTH_AT_END = re.compile(
    r"\d(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s*$"
)
_STAMP = re.compile(
    r"(?:original file|scanned page, text may contain errors.*)$|(?:draft|unapproved|confidential)$", re.IGNORECASE
)
_FOOT = re.compile(r"\b(?:page|poge|pag)\b|\W\d{1,3}\W*$|\bminutes\b", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One line that holds something.

    `begin` is its first sign, `start` to `end` its content after heading mark, bullet and number. `gap` is how many
    empty lines stand before it; `page` counts page breaks.
    """

    begin: int
    start: int
    end: int
    number: str | None
    letter: str | None
    level: int
    bullet: bool
    bold: bool
    gap: int
    page: int

    @property
    def is_head(self) -> bool:
        """Whether the text sets the row as a heading, or in bold from end to end."""
        return self.level > 0 or self.bold


def rows(view: View) -> tuple[Row, ...]:
    """The rows of a document, in order."""
    found = list(_read(view))
    furniture = _furniture(view, found)
    return tuple(row for i, row in enumerate(found) if i not in furniture)


def _read(view: View) -> Iterator[Row]:
    norm, text = view.norm, view.document.text
    gap, page, on_page = 0, 0, 0
    pending: tuple[str, int] | None = None
    starts = view.line_starts
    letters = _capital_letters(view)
    broken = True
    for index, line_start in enumerate(starts):
        line_end = starts[index + 1] - 1 if index + 1 < len(starts) else len(norm)
        begin, end = view.trim(line_start, line_end)
        if "\f" in text[line_start:line_end]:
            page, broken, on_page = page + 1, True, 0
        content = view.words(begin, end)
        if not any(sign.isalnum() for sign in content):
            gap += 1
            if content.startswith(("---", "___")):
                page, broken, on_page = page + 1, True, 0
            continue
        if _PAGE.match(content) or _STAMP.match(content) or _SIGNATURE.match(content):
            continue
        on_page += 1
        numbered = _BARE_PAGE.match(content)
        bare_page = numbered is not None and (
            broken or _next_is_page_break(view, index) or (on_page <= 3 and content == str(page + 1))
        )
        broken = False
        if bare_page:
            continue
        plain = _HEADING.match(text[line_start:line_end]) is None and not _is_year(norm, begin, content)
        alone = _ALONE.match(content) if plain else None
        if alone:
            pending = None if pending else (alone["n"] or f"({alone['l']})", begin)
            continue
        row = _row(view, line_start, begin, end, pending, gap, page, letters)
        pending, gap = None, 0
        yield row


def _is_year(norm: str, begin: int, content: str) -> bool:
    """Whether a number alone on its line is the year of a date that begins in the line before and ends a sentence."""
    return _YEAR.match(content) is not None and _MONTH_AT_END.search(norm, max(0, begin - 30), begin) is not None


def _next_is_page_break(view: View, index: int) -> bool:
    """Whether nothing but blanks stands between a line and the end of its page."""
    starts, text = view.line_starts, view.document.text
    for following in range(index + 1, min(index + 6, len(starts))):
        line = text[starts[following] : starts[following + 1] if following + 1 < len(starts) else len(text)]
        if "\f" in line or line.strip() in {"---", "***"}:
            return True
        if line.strip():
            return False
    return True


def _row(
    view: View,
    line_start: int,
    begin: int,
    end: int,
    pending: tuple[str, int] | None,
    gap: int,
    page: int,
    letters: frozenset[str],
) -> Row:
    norm, text = view.norm, view.document.text
    line = text[line_start:end]
    heading = _HEADING.match(line) or _HTML_HEADING.match(line)
    level = (len(heading[1]) if heading[1][0] == "#" else int(heading[1])) if heading else 0
    start = begin
    if heading and heading[1][0] == "#":
        start, _ = view.trim(line_start + heading.end(), end)
    bullet = _BULLET.match(norm, start, end) if not heading else None
    if bullet:
        start = bullet.end()
    number = _number(norm, start, end)
    letter = None
    if number:
        start = number.end()
    elif (found := _LETTER.match(norm, start, end)) and not _is_initial(found[0], letters):
        letter, start = found["n"].strip("()."), found.end()
    start, _ = view.trim(start, end)
    value = " ".join(number["n"].strip(".").split()) if number else None
    if value is None and pending and not bullet and end - start > 2:
        value, begin = pending
    bold = (level > 0 or "**" in line) and view.is_bold(start, end)
    return Row(begin, start, end, value, letter, level, bullet is not None, bold, gap, page)


def _capital_letters(view: View) -> frozenset[str]:
    """The capital letters with a full stop that begin lines in the order of the alphabet, and so letter a list."""
    begun = set(re.findall(r"(?m)^[ \t]*([A-Z])\.\s+\S", view.norm))
    return frozenset(c for c in begun if chr(ord(c) - 1) in begun or (c == "A" and "B" in begun))


def _is_initial(letter: str, letters: frozenset[str]) -> bool:
    """Whether a letter that begins a line is somebody's initial: `K. Glavey` in a wrapped list of names."""
    return len(letter) == 2 and letter[0].isupper() and letter[1] == "." and letter[0] not in letters


def _number(norm: str, start: int, end: int) -> re.Match[str] | None:
    """The number of an item or paragraph; a date or an amount that begins a row is none."""
    found = _NUMBER.match(norm, start, end)
    if not found or _YEAR.match(norm[start:end]):
        return None
    if any(d.start == start for d in dates(norm, start, min(end, start + 30), 2000)):
        return None
    return found


def _furniture(view: View, found: list[Row]) -> set[int]:
    """Rows that are repeated at the top or foot of pages: the same but for digits, or, misread, the same beginning."""
    same: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(found):
        content = view.norm[row.begin : row.end]
        letters = "".join(c for c in content.casefold() if c.isalpha())[:18]
        if len(content) <= 140 and len(letters) >= 5 and not row.is_head and not _OF_A_VOTE.match(content):
            same[re.sub(r"\d+", "#", " ".join(content.split()))].append(i)
            alike[letters].append(i)
    repeated = {i for i in range(1, len(found)) if _is_running_head(view, found[i - 1], found[i])}
    for members in same.values():
        pages = {found[i].page for i in members}
        if len(members) < 2 or len(pages) < len(members) or not all(_at_edge(found, i) for i in members):
            continue
        first = view.norm[found[members[0]].begin : found[members[0]].end]
        heading = members[0] < 12 and not _FOOT.search(first) and not _sentence(first)
        repeated.update(members[1:] if heading else members)
    for members in alike.values():
        texts = [view.norm[found[i].begin : found[i].end] for i in members]
        if len(members) >= 3 and len(set(texts)) > 1 and all(_FOOT.search(t) for t in texts):
            repeated.update(members)
    return repeated


_OF_A_VOTE = re.compile(
    r"\W*(?:(?:votes?|voting|the|motion|amendment|was|those|members)\s+){0,3}"
    r"(?:for|against|in favou?r|ayes|noes|nays|yeas|abstain\w*|abstentions?"
    r"|carried|lost|defeated|agreed|passed)(?:\s+unanimously)?[\W\d]*$",
    re.IGNORECASE,
)
"""A line that every vote in the minutes has, and no page."""
_RUNNING_HEAD = re.compile(r"\S.{0,100}?\s{3,}(?:page\s+)?\d{1,3}$", re.IGNORECASE)


def _is_running_head(view: View, before: Row, row: Row) -> bool:
    """Whether a row is the first of a page and ends, after a gap, with the number of the page."""
    text = view.norm[row.begin : row.end]
    return row.page > before.page and row.number is None and _RUNNING_HEAD.match(text) is not None


def _sentence(text: str) -> bool:
    """Whether a line is running text rather than a heading."""
    return sum(1 for word in text.split() if word[:1].islower()) >= 5


def _at_edge(found: list[Row], i: int) -> bool:
    """Whether a row is among the first or last five of its page, in a document that has pages."""
    if found[-1].page == 0:
        return False
    page = found[i].page
    above = sum(1 for row in found[max(0, i - 5) : i] if row.page == page)
    below = sum(1 for row in found[i + 1 : i + 6] if row.page == page)
    return above < 5 or below < 5
