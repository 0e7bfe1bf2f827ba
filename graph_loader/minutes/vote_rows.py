"""Votes beside each name: roll calls in lines or in one sentence, and tables with a column for each side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..parsed_minutes import VoteCast
from .cells import Cell, Table, tables
from .entries import Listed
from .people import read_people
from .reading import Reading
from .vote_words import CAST, SIDE, Cast, side_of

_ROLL = re.compile(r"\b(?:roll[ -]?call|recorded vote|poll(?:ed|ing)?|vot(?:e|es|ed|ing))\b", re.IGNORECASE)
_LINE = re.compile(
    rf"(?:(?<=\n)|(?<=[,;:.|])|(?<=\s\s))[ \t\x1f*|]*(?P<name>[A-Z][^\n,;:|…\d]{{1,50}}?)"
    r"(?:[ \t\x1f]*[,:|–—=]|[ \t\x1f]*[.…·_-]{2,80}|[ ]+-|-(?=[A-Z])|[ \t\x1f]+voted|(?=[ \t\x1f]))"
    rf"[ \t\x1f*|\"“.…·_-]*(?:(?:voted|votes)\s+)?{CAST}(?=[\"”]?[ \t\x1f*|]*(?:[,;.)]|\n|$|\s\s|and\b))",
    re.IGNORECASE,
)
_SIDE_HEADING = re.compile(rf"\W*(?:votes?\s+|voted\s+)?{SIDE}\W*(?:\(?\d{{1,3}}\)?)?\W*", re.IGNORECASE)
_NAME_HEADING = re.compile(
    r"\W*(?:names?|members?|councillors?|commissioners?|trustees?|directors?|governors?|vot(?:er|e|ing)s?|party|ward"
    r"|roll call)?(?:\s+\w+)?\W*",
    re.IGNORECASE,
)
_MARK = re.compile(r"\W*(?:x|y|yes|✓|✔|√|☑|☒|1|\*|•|●|aye|nay|no|p|a)\W*|[✓✔√☑☒*•●]", re.IGNORECASE)


def roll_calls(reading: Reading) -> Iterator[Cast]:
    """The casts of roll calls: at least two names in a row, each with its vote."""
    found: list[tuple[re.Match[str], Listed]] = []
    for m in _LINE.finditer(reading.flow, reading.start, reading.last):
        if not m["name"].strip() or (m["for"] and m["for"].lower() == "for" and not _ends_line(reading, m)):
            continue
        people = read_people(reading.view, reading.flow, m.start("name"), m.end("name")).people
        whole = len(people) == 1 and not reading.flow[people[0].entry_end : m.end("name")].strip(" .")
        if whole and (people[0].title or reading.roster.find(people[0].person)):
            found.append((m, people[0]))
    for i, (m, person) in enumerate(found):
        near = [found[j][0] for j in (i - 1, i + 1) if 0 <= j < len(found)]
        beside = any(min(abs(n.start() - m.end()), abs(m.start() - n.end())) < 12 for n in near)
        begun = reading.flow[max(reading.start, m.start() - 1200) : m.start()]
        if beside and _ROLL.search(begun):
            yield Cast(person.person, side_of(m), person.start, m.end(), "vote.roll_call")


def _ends_line(reading: Reading, m: re.Match[str]) -> bool:
    return reading.flow[m.end() : m.end() + 1] in {"\n", "", "|"}


def vote_tables(reading: Reading) -> list[Table]:
    """The tables that have a column for each side."""
    return list(tables(reading.view, reading.start, reading.last, _is_heading))


def table_votes(reading: Reading, found: Sequence[Table]) -> Iterator[Cast]:
    """The casts of tables with a column for each side: with a mark beside the name, or with the names in it."""
    for table in found:
        sides = [_side(cell.text) for cell in table.header]
        for row in table.rows:
            yield from _row(reading, row, sides)


def _is_heading(cells: Sequence[str]) -> bool:
    named = [c for c in cells if c.strip() and _side(c)]
    others = [c for c in cells if c.strip() and not _side(c)]
    return len({_side(c) for c in named}) >= 2 and len(others) <= 2 and all(_NAME_HEADING.fullmatch(c) for c in others)


def _side(text: str) -> VoteCast | None:
    m = _SIDE_HEADING.fullmatch(text.strip())
    return side_of(m) if m else None


def _row(reading: Reading, row: Sequence[Cell], sides: Sequence[VoteCast | None]) -> Iterator[Cast]:
    marked = [side for cell, side in zip(row, sides, strict=False) if side and cell.text and _MARK.fullmatch(cell.text)]
    names = [cell for cell, side in zip(row, sides, strict=False) if side is None and cell.text]
    if names and len(marked) == 1:
        people = read_people(reading.view, reading.view.norm, names[0].start, names[0].end).people
        for person in people[:1]:
            yield Cast(person.person, marked[0], person.start, max(row[-1].end, person.end), "vote.table")
        return
    if names or marked:
        return
    for cell, side in zip(row, sides, strict=False):
        if side and cell.text:
            for person in read_people(reading.view, reading.view.norm, cell.start, cell.end).people:
                yield Cast(person.person, side, person.start, person.end, "vote.table")
