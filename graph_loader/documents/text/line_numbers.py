"""Numbers of lines in the margin: told from the numbers of items and of lists, which do not count wrapped lines.

A page numbers its lines all or every fifth, those with text only or the empty ones too, anew on each page or running
on. The same rule serves texts, where the numbers begin or end lines or stand alone, and pages with places (`pdf`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..blocks import Furniture

STEPS = (1, 5, 10, 2, 3, 4)
"""Lines from one number to the next."""
_FEWEST = 8
_FEWEST_STEPS = 3
"""Numbers that a document has at least: where every line has one, and where every fifth has."""
_COVERED = 0.75
"""Share of the lines between its first and its last number that a stretch numbers, where every line has a number."""
_MOST_OF = 0.5
"""Share of a document's lines that stand in numbered stretches."""
_SIGNS, _SIGNS_SHARE = 2.0, 0.08
"""What must speak against a list: in all, and for each number."""
_LONG = 40
"""Signs of a line that may be wrapped."""
_BLOCK = 8
"""Lines that hold only consecutive numbers, from which they are the margin of a page, written before or after it."""

_LEFT = re.compile(r"[ \t]*(?P<number>\d{1,4})(?:[ \t]+(?P<rest>\S[^\n]*?))?[ \t\r\f]*$")
_RIGHT = re.compile(r"[ \t]*(?:(?P<rest>\S[^\n]*?)[ \t]+)?(?P<number>\d{1,4})[ \t\r\f]*$")
_OWN_NUMBER = re.compile(
    r"\(?\d{1,3}(?:\.\d{1,3}){0,3}(?:[.):]\s|\s+[A-Z]{3})|\d{1,3}\.\d|\(?[a-z]{1,3}[.)]\s|\([ivx]+\)|[•▪◦●]"
)
_STOPS = (".", "?", "!", ":", ";")


@dataclass(frozen=True)
class MarginLine:
    """A line that holds something: the number that may be its number, the text beside that, and its page."""

    number: int | None
    rest: str
    page: int


def numbered(lines: Sequence[MarginLine], *, apart: bool = False) -> frozenset[int]:
    """Which of the lines have the number of a line; `apart`: the numbers stand in a margin of their own."""
    best: list[int] = []
    for step in STEPS:
        stretches = [s for s in _stretches(lines, step) if _counts_lines(lines, s, step)]
        found = [i for stretch in stretches for i in stretch]
        between = sum(stretch[-1] - stretch[0] + step for stretch in stretches)
        if len(found) < (_FEWEST if step == 1 else _FEWEST_STEPS) or between < _MOST_OF * len(lines):
            continue
        speaks = step > 1 or _against_a_list(lines, found, apart=apart) >= max(_SIGNS, _SIGNS_SHARE * len(found))
        if speaks and len(found) > len(best):
            best = found
    return frozenset(best)


def _stretches(lines: Sequence[MarginLine], step: int) -> Iterator[list[int]]:
    """Lines whose numbers follow one another, each stretch until the numbers begin anew."""
    stretch: list[int] = []
    last = 0
    for i, line in enumerate(lines):
        number = line.number
        if number is None:
            continue
        if stretch and number == (step if last == 1 < step else last + step):
            stretch.append(i)
        elif number in {1, step} or not stretch:
            if stretch:
                yield stretch
            stretch = [i]
        else:
            continue
        last = number
    if stretch:
        yield stretch


def _counts_lines(lines: Sequence[MarginLine], stretch: Sequence[int], step: int) -> bool:
    """Whether the numbers of a stretch are as far apart as the lines that they count."""
    between = stretch[-1] - stretch[0]
    if step == 1:
        pages = lines[stretch[-1]].page - lines[stretch[0]].page
        return len(stretch) >= 2 and len(stretch) >= _COVERED * (between + 1 - 2 * pages)
    low, high = lines[stretch[0]].number or 0, lines[stretch[-1]].number or 0
    others = (lines[i].number for before, after in pairwise(stretch) for i in range(before + 1, after))
    if sum(1 for n in others if n is not None and low <= n <= high) > 0.2 * len(stretch):
        return False  # these count every line, or every item
    steps = [b - a for a, b in pairwise(stretch)]
    near = sum(1 for s in steps if s <= step) if steps else 0
    return len(stretch) >= 2 and near >= 0.8 * len(steps) and between >= 0.5 * step * len(steps)


def _against_a_list(lines: Sequence[MarginLine], found: Sequence[int], *, apart: bool) -> float:
    """How much says that consecutive numbers count lines and not items."""
    longest = max(len(lines[i].rest) for i in found)
    signs = float(apart) + float(found[0] == 0 and lines[0].number in STEPS)
    before = ""
    for i in found:
        rest = lines[i].rest
        wrapped = rest[:1].islower() and len(before) >= max(_LONG, 0.6 * longest) and not before.endswith(_STOPS)
        if not rest or _OWN_NUMBER.match(rest) or wrapped:
            signs += 1
        elif rest.endswith(":"):
            signs += 0.5
        before = rest
    return signs


def line_numbers(text: str) -> tuple[Furniture, ...]:
    """The numbers of lines in a text, as blocks: each number, with the line break where its line follows below it."""
    if (
        sum(1 for _ in re.finditer(r"(?m)^[ \t]*\d{1,4}[ \t\r\f]|(?m:\s\d{1,4}[ \t\r]*$)", text[:200_000]))
        < _FEWEST_STEPS
    ):
        return ()
    best: dict[int, int] = {}
    for pattern in (_LEFT, _RIGHT):
        rows = list(_rows(text, pattern))
        block = _block(rows)
        rows = _joined([row for row in rows if row.start not in block])
        chosen = numbered([MarginLine(row.number, row.rest, row.page) for row in rows])
        places = {rows[i].start: rows[i].end for i in chosen} | block
        if len(places) > len(best):
            best = places
    return tuple(Furniture(start, end, "line_number") for start, end in sorted(best.items()))


@dataclass(frozen=True)
class _Row:
    """A line of a text that holds something; `start` to `end` are its number, or `start` alone tells it from others."""

    start: int
    end: int
    number: int | None
    rest: str
    page: int
    line: int


def _rows(text: str, pattern: re.Pattern[str]) -> Iterator[_Row]:
    at, page = 0, 0
    for index, line in enumerate(text.split("\n")):
        page += line.count("\f")
        begin = len(line) - len(line.lstrip("\f"))
        if line.strip():
            found = pattern.match(line, begin)
            if found:
                start, end = at + found.start("number"), at + found.end("number")
                yield _Row(start, end, int(found["number"]), (found["rest"] or "").strip(), page, index)
            else:
                yield _Row(at, at, None, line.strip(), page, index)
        at += len(line) + 1


def _joined(rows: Sequence[_Row]) -> list[_Row]:
    """The rows with a number alone and the text in the line below it made one."""
    result: list[_Row] = []
    for row in rows:
        before = result[-1] if result else None
        alone = before is not None and before.number is not None and not before.rest and before.end > before.start
        if alone and before and row.number is None and row.line == before.line + 1 and row.page == before.page:
            result[-1] = _Row(before.start, row.start, before.number, row.rest, before.page, row.line)
        else:
            result.append(row)
    return result


def _block(rows: Sequence[_Row]) -> dict[int, int]:
    """Numbers in many lines without text that follow one another, from where to where."""
    found: dict[int, int] = {}
    run: list[_Row] = []
    for row in [*rows, _Row(0, 0, None, "", 0, 0)]:
        alone = row.number is not None and not row.rest
        if alone and run and row.number in {(run[-1].number or 0) + 1, (run[-1].number or 0) + 5}:
            run.append(row)
            continue
        if len(run) >= _BLOCK:
            found |= {r.start: r.end for r in run}
        run = [row] if alone else []
    return found
