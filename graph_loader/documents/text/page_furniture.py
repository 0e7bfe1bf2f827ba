"""Running heads and feet, numbers of pages, and stamps such as DRAFT: lines of the page and not of the minutes.

One rule for every format: pages end at form feeds and at rules of dashes. A line that only repeats its like at the
same edge of other pages, or repeats what the first page says at its top, is furniture; the first of them, at the top of
the document, is its heading and stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..blocks import Furniture, FurnitureKind
from ..document import Line

_PAGE = re.compile(r"\W*(?:page|pg|p)\W{0,3}\d{1,3}(?:\W{1,4}(?:of\W{0,2})?\d{1,3})?\W*$|!\s?\d{1,3}$", re.IGNORECASE)
_BARE_PAGE = re.compile(r"\W*\d{1,3}\W*$")
_STAMP = re.compile(
    r"(?:original file|scanned page, text may contain errors.*)$|(?:draft|unapproved|confidential)$", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:signed|dated?|initials?)\b[^a-z]*$|signed by the chair\w*\b.{0,30}$", re.IGNORECASE)
"""A line for a signature: no furniture, and no line of text between a foot and the end of its page."""
_ALONE = re.compile(r"(?:[A-Z]{0,4}\s?\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?(?:/\d{2,5})?|\([a-z]\))[.)]?$", re.IGNORECASE)
"""The number of an item that stands above its text."""
_FOOT = re.compile(r"\b(?:page|poge|pag)\b|\W\d{1,3}\W*$|\bminutes\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:page|poge|pag)\b|[\s|/–—-]\d{1,3}[^\w).]*$", re.IGNORECASE)
_RUNNING_HEAD = re.compile(r"[^\W\d].{0,100}?(?:\s{3,}|\t)(?:page\s+)?\d{1,3}$", re.IGNORECASE)
_NUMBER_AT_EDGE = re.compile(r"(?:(?P<begin>\d{1,3})\s+[^\W\d].*|[^\W\d].*[\s|–—-](?P<end>\d{1,3}))$")
_FEWEST_PAGES = 3
"""Pages that are counted by their first or last lines, at least."""
_OF_A_VOTE = re.compile(
    r"\W*(?:(?:votes?|voting|the|motion|amendment|was|those|members)\s+){0,3}"
    r"(?:for|against|in favou?r|ayes|noes|nays|yeas|abstain\w*|abstentions?"
    r"|carried|lost|defeated|agreed|passed)(?:\s+unanimously)?[\W\d]*$",
    re.IGNORECASE,
)
"""A line that every vote in the minutes has, and no page."""
_MARKS = re.compile(r"</?[A-Za-z][^<>]{0,200}>|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_HEAD = re.compile(r"[ \t]*(?:#{1,6}[ \t]|<h[1-6]\b|\*\*[^*]*\*\*\s*$|__[^_]*__\s*$)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_EDGE = 5
"""Lines of a page, from its top or foot, in which its furniture stands."""
_HEADING = 12
"""Lines at the top of a document of which each may be its heading."""
_SENTENCE = 5
"""Words in small letters that make a line running text."""


@dataclass(frozen=True)
class _Line:
    """A line with words: from where to where, its content with single blanks, its page, and how it is set."""

    start: int
    end: int
    raw: str
    content: str
    page: int
    is_head: bool
    """Whether it is set as a heading, or has the number of an item in the line above it."""


def page_furniture(lines: Sequence[Line]) -> tuple[Furniture, ...]:
    """The lines of a document that belong to its pages, in order."""
    found: list[Furniture] = []
    rows = list(_rows(lines, found))
    found += [Furniture(rows[i].start, rows[i].end, "running_head") for i in sorted(_repeated(rows))]
    return tuple(sorted(found, key=lambda block: block.start))


def _rows(lines: Sequence[Line], found: list[Furniture]) -> Iterator[_Line]:
    """The lines with words, in order; numbers of pages and stamps go to `found`."""
    page, on_page, broken, alone = 0, 0, True, False
    for index, line in enumerate(lines):
        if "\f" in line.text:
            page, broken, on_page = page + 1, True, 0
        content = " ".join(_MARKS.sub("", line.text).lstrip("# \t\f").split())
        if not any(sign.isalnum() for sign in content):
            if line.text.lstrip().startswith(("---", "___")):
                page, broken, on_page = page + 1, True, 0
            continue
        start = line.start + len(line.text) - len(line.text.lstrip())
        end = line.start + len(line.text.rstrip())
        kind: FurnitureKind | None = None
        if _PAGE.match(content):
            kind = "page_number"
        elif _STAMP.match(content):
            kind = "watermark"
        elif _SIGNED.match(content):
            continue
        else:
            on_page += 1
            bare = _BARE_PAGE.match(content) is not None
            if bare and (broken or _ends_page(lines, index) or (on_page <= 3 and content == str(page + 1))):
                kind = "page_number"
            broken = False
        if kind:
            found.append(Furniture(start, end, kind))
        elif _ALONE.match(content):
            alone = True
        else:
            raw = line.text[start - line.start :].rstrip()
            yield _Line(start, end, raw, content, page, alone or _HEAD.match(line.text) is not None)
            alone = False


def _ends_page(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing but blanks stands between a line and the end of its page."""
    for following in lines[index + 1 : index + 6]:
        if "\f" in following.text or following.text.strip() in {"---", "***"}:
            return True
        if following.text.strip():
            return False
    return True


def _repeated(rows: Sequence[_Line]) -> set[int]:
    """Lines repeated at one edge of pages: the same but for digits, or, misread, the same beginning."""
    same: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        letters = "".join(c for c in row.content.casefold() if c.isalpha())[:18]
        if len(row.raw) <= 140 and len(letters) >= 5 and not row.is_head and not _OF_A_VOTE.match(row.content):
            same[re.sub(r"\d+", "#", row.content)].append(i)
            alike[letters].append(i)
    found = {i for i in range(1, len(rows)) if _is_running_head(rows[i - 1], rows[i])}
    edges = _edges(rows)
    for members in same.values():
        pages = {rows[i].page for i in members}
        if len(members) < 2 or len(pages) < len(members) or not _at_one_edge(members, edges):
            continue
        first = members[0]
        stays = first < _HEADING and not _FOOT.search(rows[first].content) and not _is_foot(first, edges)
        found.update(members[1:] if stays and not _is_sentence(rows[first].content) else members)
    for members in alike.values():
        texts = [rows[i].content for i in members]
        numbers = sum(1 for text in texts if _COUNTED.search(text))
        counted = 2 * numbers >= len(texts) or (rows[-1].page > 0 and _at_one_edge(members, edges))
        if len(members) >= 3 and len(set(texts)) > 1 and counted and all(map(_FOOT.search, texts)):
            found.update(members)
    return found | _counting(rows, edges) | _of_heading(rows, found)


def _is_running_head(before: _Line, row: _Line) -> bool:
    """Whether a line is the first of a page and ends, after a gap, with the number of the page."""
    return row.page > before.page and _RUNNING_HEAD.match(row.raw) is not None


def _edges(rows: Sequence[_Line]) -> list[tuple[int, int]]:
    """How many lines with words stand above and below each on its page."""
    count: dict[int, int] = defaultdict(int)
    above: list[int] = []
    for row in rows:
        above.append(count[row.page])
        count[row.page] += 1
    return [(a, count[row.page] - a - 1) for a, row in zip(above, rows, strict=True)]


def _at_one_edge(members: Sequence[int], edges: Sequence[tuple[int, int]]) -> bool:
    """Whether lines all stand near the top of their pages, or all near the foot."""
    return all(edges[i][0] < _EDGE for i in members) or all(edges[i][1] < _EDGE for i in members)


def _is_foot(row: int, edges: Sequence[tuple[int, int]]) -> bool:
    """Whether a line stands at the foot of its page and not at its top."""
    above, below = edges[row]
    return below < _EDGE - 2 and above > below


def _is_sentence(text: str) -> bool:
    """Whether a line is running text rather than a heading."""
    return sum(1 for word in text.split() if word[:1].islower()) >= _SENTENCE


def _counting(rows: Sequence[_Line], edges: Sequence[tuple[int, int]]) -> set[int]:
    """First or last lines of pages that count them, whatever else they say.

    At the top the number stands at the end, since one at the beginning may be an item's; at the foot at either.
    """
    found: set[int] = set()
    pages = len({row.page for row in rows})
    for edge in (0, 1):
        groups: dict[int, set[int]] = defaultdict(set)
        for i, row in enumerate(rows):
            number = _NUMBER_AT_EDGE.match(row.content)
            if not number or edges[i][edge] or row.is_head or len(row.raw) > 140:
                continue
            if edge == 1 or number["end"]:
                groups[int(number["begin"] or number["end"]) - row.page].add(i)
        for members in groups.values():
            if len(members) >= max(_FEWEST_PAGES, 0.6 * pages):
                found |= members
    return found


def _of_heading(rows: Sequence[_Line], known: set[int]) -> set[int]:
    """First lines of later pages that put together what the heading of the document says in several lines.

    Such a line names the body and the day; all its words stand in the heading, which is longer.
    """
    heading = [row.content for i, row in enumerate(rows[:_HEADING]) if row.page == 0 and i not in known]
    words = {word.casefold() for text in heading for word in _WORD.findall(text)}
    whole = {" ".join(_WORD.findall(text)).casefold() for text in heading}
    found = set()
    for i in range(1, len(rows)):
        row = rows[i]
        if row.page == rows[i - 1].page or row.is_head or len(row.raw) > 140:
            continue
        own = [word.casefold() for word in _WORD.findall(row.content)]
        dated = any(word.isdigit() and len(word) == 4 for word in own)
        if len(own) >= 5 and dated and words.issuperset(own) and " ".join(own) not in whole:
            found.add(i)
    return found
