"""Lines to rows: the number, heading mark, bullet and place of each line that holds something.

Lines that belong to the page and not to the minutes are no part of the plain text; those for signatures are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...lexicon.months import month_names
from ..dates.written import dates
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
_WIKI_HEADING = re.compile(r"(={1,6})")
"""A heading of a wiki, whose signs the text that rules read leaves blank."""
_HTML_HEADING = re.compile(r"[ \t]*<h([1-6])\b", re.IGNORECASE)
_BULLET = re.compile(r"[-*+•●▪·‣◦○\uf0b7\uf0a7][ \t\0]{1,8}(?=\S)|[•●▪‣◦\uf0b7\uf0a7](?=\S)|o[ \t\0]{1,8}(?=[A-Z])")
_SIGNATURE = re.compile(r"(?:signed|dated?|initials?)\b[^a-z]*$|signed by the chair\w*\b.{0,30}$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\.$")


@cache
def _month_at_end() -> re.Pattern[str]:
    return re.compile(rf"\d(?:st|nd|rd|th)?\s+(?:{'|'.join(month_names())}),?\s*$")


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
    return tuple(_read(view))


def _read(view: View) -> Iterator[Row]:
    norm, text = view.norm, view.document.text
    gap, page = 0, 0
    pending: tuple[str, int] | None = None
    starts = view.line_starts
    letters = _capital_letters(view)
    for index, line_start in enumerate(starts):
        line_end = starts[index + 1] - 1 if index + 1 < len(starts) else len(norm)
        begin, end = view.trim(line_start, line_end)
        if "\f" in text[line_start:line_end]:
            page += 1
        content = view.words(begin, end)
        if not any(sign.isalnum() for sign in content):
            gap += 1
            if content.startswith(("---", "___")):
                page += 1
            continue
        if _SIGNATURE.match(content):
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
    return _YEAR.match(content) is not None and _month_at_end().search(norm, max(0, begin - 30), begin) is not None


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
    wiki = _WIKI_HEADING.match(line) if line[:1] == "=" and norm[line_start] == " " else None
    heading = _HEADING.match(line) or wiki or _HTML_HEADING.match(line)
    level = (len(heading[1]) if heading[1][0] in "#=" else int(heading[1])) if heading else 0
    start = begin
    if heading and heading[1][0] in "#=":
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
    found: set[str] = set()
    run = ""
    for letter in re.findall(r"(?m)^[ \t]*([A-Z])\.\s+\S", view.norm):
        if run and ord(letter) == ord(run[-1]) + 1:
            run += letter
            found.update(run)
        elif letter == "A":
            run = letter
    return frozenset(found)


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
