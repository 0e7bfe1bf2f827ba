"""Every phrase that may be the name of the body that met: in the heading, a page's title, sentences, as initials."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Literal

from ...lexicon.entries import word_set
from ..dates.written import dates
from ..features.lexicon import known_word
from ..names.bodies import body_mentions
from ..page.front_matter import fields
from ..page.reading import Reading
from ..page.view import trim
from ..page.vocabulary import bare
from .council import is_pointed_to
from .heading import Cell, cells, later_cells, without_places
from .heading_names import HeadingBody, Words, bodies_in, body_at, whole_name
from .heading_words import frame, nouns, tail

Source = Literal["heading", "below", "title", "sentence", "mention", "end", "initials"]
"""Where a phrase stands: in the heading; in a line like one of a heading, further down; in the title of a page; after
`meeting of` in a sentence; among the bodies that the first words name, or the last; initials that come often."""
Change = Literal["", "whole", "longer", "word before", "after first", "before of", "to the noun"]
"""How a phrase differs from what the grammar of headings gives for its place, "" for not at all."""

MOST = 60
"""Candidates of one meeting."""
_HEAD, _TAIL = 3_000, 1_500
"""Signs at each end of the minutes in which sentences are looked at."""
_FAR = 160
"""Signs of a line or sentence around a name that are looked at."""
_FIRST = 8
"""Paragraphs of the minutes that may be lines of a heading though something above them ends it."""
_INITIALS_IN = 30_000
_OFTEN = 3
"""How often initials stand in the minutes of their body, at least."""
_MEETING_OF = re.compile(
    r"\b(?:meetings?|minutes|notes|session|sitting|proceedings|agm|egm)\s+(?:of|for)\s+(?:the\s+)?(?-i:(?=[A-Z]))"
    r"|\b(?:minutes|notes)\s+of\s+the\s+[A-Z][a-z]+\s+of\s+(?:the\s+)?(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?<![\w.@/-])[A-Z][A-Z&]{1,6}(?![\w@/-])")
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_OF_INSIDE = re.compile(r"\s+(?:of|for|on)\s+", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:[\s-]+(?i:of|and|the|&|on|for|in|no\.?(?:\s+\d+)?)(?=\s)|[\s-]+[A-Z\d(][\w'’&.)-]*)*",
)
_WORD = re.compile(r"\S+")
_NUMBERED = re.compile(r"\bno\.?\s+$", re.IGNORECASE)
_ONE_LINE = str.maketrans("\n’‘“”", " ''\"\"")


@dataclass(frozen=True)
class BodyCandidate:
    """A phrase, the cell or line that it is part of, where that stands and how the phrase was cut out of it."""

    body: HeadingBody
    cell: Cell
    source: Source
    change: Change = ""


def candidates(reading: Reading, top: int, text: str) -> list[BodyCandidate]:
    """The candidates of a meeting whose heading ends at `top`, each stretch once, in the order of the sources.

    `text` is the running text on one line.
    """
    joining = word_set("bodies", "joining")
    found: dict[tuple[int, int], BodyCandidate] = {}
    for candidate in islice(_all(reading, top, text), 4 * MOST):
        place = candidate.body.start, candidate.body.end
        name = candidate.body.name
        pointed = candidate.source != "title" and is_pointed_to(text, *place)
        if name and not pointed and name.split()[0].casefold() not in joining and not dates(name, 0, len(name), 2000):
            found.setdefault(place, candidate)
    return list(found.values())[:MOST]


def _all(reading: Reading, top: int, text: str) -> Iterator[BodyCandidate]:
    yield from _titles(reading)
    for cell in without_places(reading, cells(reading, reading.start, top)):
        yield from _of_cell(reading.words, text, cell, "heading")
    for cell in [*_dated_lines(reading, top), *later_cells(reading, top)]:
        yield from _of_cell(reading.words, text, cell, "below")
    yield from _sentences(reading, top, text)
    yield from _initials(reading, text)


def _dated_lines(reading: Reading, top: int) -> list[Cell]:
    """The cells of short lines with a date below the heading: `Meeting: 09/05/2023 - Harbour Works Committee`."""
    return [
        cell
        for p in reading.outline.paragraphs[:_FIRST]
        if p.start >= top and p.end - p.start < _FAR and dates(reading.flow, p.start, p.end, 2000)
        for cell in cells(reading, p.start, p.end)
    ]


def _titles(reading: Reading) -> Iterator[BodyCandidate]:
    """What the title of a page and its like name."""
    page = reading.view.document.text
    places = list(fields(page, "title", "excerpt", "description")) if reading.start == 0 else []
    text = page[: max((end for _, end in places), default=0)].translate(_ONE_LINE)
    words = partial(_as_written, page)
    for line, (start, end) in enumerate(places):
        yield from _of_cell(words, text, Cell(start, end, True, line), "title")
        for m in _MEETING_OF.finditer(text, start, end):
            yield from _of_cell(words, text, Cell(m.end(), end, False, line), "title")


def _as_written(page: str, start: int, end: int) -> str:
    return " ".join(page[start:end].split())


def _sentences(reading: Reading, top: int, text: str) -> Iterator[BodyCandidate]:
    """The names after `meeting of`, and those of bodies, in the first and the last words."""
    head = (reading.start, min(reading.last, reading.start + _HEAD))
    foot = (max(head[1], reading.last - _TAIL), reading.last)
    for low, high in (head, foot):
        for m in _MEETING_OF.finditer(text, low, high):
            stop = text.find(". ", m.end(), m.end() + _FAR)
            cell = Cell(m.end(), min(high, stop if stop > 0 else m.end() + _FAR), False, 0)
            yield from _of_cell(reading.words, text, cell, "sentence")
    sources: tuple[tuple[tuple[int, int], Source], ...] = ((head, "mention"), (foot, "end"))
    for (low, high), source in sources:
        for start, end in body_mentions(reading.flow, low, high):
            cell = _around(reading, start, end)
            body = body_at(reading.words, text, cell, (start, end), False, True)
            if start < top and source == "mention":
                yield from (BodyCandidate(b, cell, source, c) for b, c in _changed(reading.words, text, cell, body))
            yield BodyCandidate(body, cell, source)


def _initials(reading: Reading, text: str) -> Iterator[BodyCandidate]:
    """The initials that come most often, where they first stand."""
    first: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for m in _INITIALS.finditer(reading.flow, reading.start, min(reading.last, reading.start + _INITIALS_IN)):
        counts[m[0]] += 1
        first.setdefault(m[0], m.start())
    for name, count in counts.most_common(6):
        if count >= _OFTEN and not known_word(name):
            start = first[name]
            cell = _around(reading, start, start + len(name))
            yield BodyCandidate(
                body_at(reading.words, text, cell, (start, start + len(name)), False, False), cell, "initials"
            )


def _around(reading: Reading, start: int, end: int) -> Cell:
    low, high = reading.paragraph(start)
    return Cell(max(low, start - _FAR), max(end, min(high, end + _FAR)), False, 0)


def _of_cell(words: Words, text: str, cell: Cell, source: Source) -> Iterator[BodyCandidate]:
    """What a cell names, all that it may name, and both longer and shorter."""
    bodies = bodies_in(words, text, cell)
    yield from (BodyCandidate(body, cell, source) for body in bodies)
    whole = whole_name(words, text, cell)
    if whole:
        yield BodyCandidate(whole, cell, source, "whole")
    for body in bodies or ([whole] if whole else []):
        yield from (BodyCandidate(b, cell, source, change) for b, change in _changed(words, text, cell, body))


def _changed(words: Words, text: str, cell: Cell, body: HeadingBody) -> Iterator[tuple[HeadingBody, Change]]:
    """The same name longer and shorter."""
    start, end = body.start, body.end
    of = _OF.match(text, end, cell.end)
    if of and (stop := _name_end(text, of.end(), cell.end)) > of.end():
        yield _cut(words, text, cell, body, start, stop), "longer"
    low = max(cell.start, start - _FAR)
    before = text[low:start].split()
    if before and before[-1][0].isupper() and not _says_when(before[-1]):
        begin = text.rfind(before[-1], low, start)
        yield replace(_cut(words, text, cell, body, begin, end), name=words(begin, end), start=begin), "word before"
    first = _WORD.match(text, start, end)
    if first and _says_when(first[0]) and first.end() < end:
        yield _cut(words, text, cell, body, first.end(), end), "after first"
    inner = _OF_INSIDE.search(text, start, end)
    if inner and nouns().search(text, start, inner.start()):
        yield _cut(words, text, cell, body, start, inner.start()), "before of"
    last = [noun.end() for noun in nouns().finditer(text, start, end)]
    if last and last[-1] < end:
        yield _cut(words, text, cell, body, start, last[-1]), "to the noun"


def _says_when(word: str) -> bool:
    """Whether a word before a name only says which meeting it was; `Annual` may begin a name."""
    plain = bare(word)
    return word[0].isdigit() or (plain != "annual" and plain in word_set("heading_words", "never_first"))


def _name_end(text: str, start: int, limit: int) -> int:
    """Where the name ends that goes on at `start` after `of`."""
    goes_on = _GOES_ON.match(text, start - 1, limit)
    end = goes_on.end() if goes_on else start
    for word in _WORD.finditer(text, start, end):
        tails = tail().match(text, word.start(), limit) and not _NUMBERED.search(text, start, word.start())
        if tails or (word.start() > start and frame().match(text, word.start(), limit)):
            end = word.start()
            break
    end = trim(text, start, max(start, end))[1]
    while end > start and text[end - 1] in " ,.;:-–(":
        end -= 1
    return end


def _cut(words: Words, text: str, cell: Cell, body: HeadingBody, start: int, end: int) -> HeadingBody:
    return replace(body_at(words, text, cell, (start, end), body.met, body.named), outer=body.outer)
