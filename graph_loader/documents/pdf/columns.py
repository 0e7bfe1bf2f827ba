"""Columns of running text on a page: a margin with names beside the minutes, or two columns as in a newspaper.

A list in columns stays a list of rows (`lines`); text that runs down a column is read down the column, so that no
word of a neighbour gets into its sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .lines import TextLine, Word, is_blank_between, lines_of, usual_pitch, written

_MARGIN_SHARE = 0.24
"""Share of the text's width that a margin may take."""
_FEWEST_LINES = 6
"""Lines that a column must have to be one."""
_NOTE_GAP = 0.6
"""Heights of a line between the text and a note beside it; twice as many where the note is out of its column."""
_GUTTER = 4.0
"""Points that must be free between two columns."""


@dataclass(frozen=True)
class _Split:
    """Lines `first` to `last` fall into two columns at `x`."""

    first: int
    last: int
    x: float


def read_columns(words: Sequence[Word]) -> list[str]:
    """The lines of text that the words of a page, or of a part of it, make in reading order."""
    lines = lines_of(words)
    if len(lines) < 2:
        return written(lines)
    if split := _margin(lines):
        return _beside(lines, split)
    if split := _newspaper(lines):
        inside = [w for line in lines[split.first : split.last + 1] for w in line.words]
        parts = [
            written(lines[: split.first]),
            read_columns([w for w in inside if w.x1 <= split.x]),
            read_columns([w for w in inside if w.x0 >= split.x]),
            read_columns([w for line in lines[split.last + 1 :] for w in line.words]),
        ]
        return [text for part in parts for text in part]
    return written(lines)


def _runs(lines: Sequence[TextLine], x: float) -> list[tuple[int, int]]:
    """The stretches of lines, first to last, in which no word comes within the gutter that ends at `x`."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for i, line in enumerate(lines):
        crossed = any(w.x0 < x - 0.5 and w.x1 > x - _GUTTER for w in line.words)
        if crossed and start is not None:
            runs.append((start, i - 1))
            start = None
        elif not crossed and start is None:
            start = i
    if start is not None:
        runs.append((start, len(lines) - 1))
    return runs


def _candidates(lines: Sequence[TextLine], low: float, high: float) -> list[float]:
    """Places between `low` and `high` where words begin in several lines after a gap, from left to right."""
    starts = sorted(
        after.x0
        for line in lines
        for before, after in zip((None, *line.words), line.words, strict=False)
        if low <= after.x0 <= high and (before is None or after.x0 - before.x1 >= _GUTTER)
    )
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][0] <= 3:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [group[0] for group in groups if len(group) >= 2]


def _margin(lines: Sequence[TextLine]) -> _Split | None:
    """Where short notes stand in a margin to the right of running text."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = right - left
    for x in _candidates(lines, right - _MARGIN_SHARE * width, right):
        for first, last in _runs(lines, x):
            inside = lines[first : last + 1]
            notes = [line for line in inside if line.x1 > x]
            body = [line for line in inside if line.x0 < x]
            if len(body) < _FEWEST_LINES or len(notes) < 2 or len(notes) > 0.6 * len(body):
                continue
            full = [line for line in body if _runs_on(_left(line, x), left + 0.75 * (x - left))]
            short = all(len(_right(line, x)) <= 4 for line in notes)
            if short and len(full) >= 0.3 * len(body):
                return _Split(first, last, x)
    return None


def _newspaper(lines: Sequence[TextLine]) -> _Split | None:
    """Where two columns of running text stand side by side."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = right - left
    for x in _candidates(lines, left + 0.35 * width, left + 0.65 * width):
        for first, last in _runs(lines, x):
            inside = lines[first : last + 1]
            if last - first + 1 < _FEWEST_LINES:
                continue
            columns = [_left(line, x) for line in inside], [_right(line, x) for line in inside]
            if all(_is_prose([part for part in column if part]) for column in columns):
                return _Split(first, last, x)
    return None


def _is_prose(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether lines run on: many words each, most as long as the column is wide."""
    if len(parts) < _FEWEST_LINES:
        return False
    ends = [part[-1].x1 for part in parts]
    full = sum(1 for end in ends if end > min(p[0].x0 for p in parts) + 0.8 * (max(ends) - min(p[0].x0 for p in parts)))
    lower = sum(1 for part in parts if part[0].text[:1].islower())
    return median(len(part) for part in parts) >= 5 and full >= 0.5 * len(parts) and lower >= 0.3 * len(parts)


def _left(line: TextLine, x: float) -> list[Word]:
    return [w for w in line.words if w.x0 < x - 0.5]


def _right(line: TextLine, x: float) -> list[Word]:
    return [w for w in line.words if w.x0 >= x - 0.5]


def _halves(line: TextLine, x: float) -> tuple[Sequence[Word], Sequence[Word]]:
    """What of a line is text and what a note in the margin: text that merely reaches so far stays whole."""
    left, right = _left(line, x), _right(line, x)
    if left and right:
        gap = right[0].x0 - left[-1].x1
        if gap < (_NOTE_GAP if right[0].x0 - x <= 3 else 2 * _NOTE_GAP) * line.height:
            return line.words, ()
    return left, right


def _runs_on(part: Sequence[Word], reach: float) -> bool:
    """Whether words are a line of running text that goes at least as far as `reach`."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(part[1:])]  # the first word may be a number
    return len(part) > 5 and part[-1].x1 > reach and max(gaps) < part[0].height


def _beside(lines: Sequence[TextLine], split: _Split) -> list[str]:
    """The lines with the notes of the margin after the paragraph that they stand beside."""
    pitch = usual_pitch(lines)
    result = _margin_free(lines[: split.first])
    left = min(line.x0 for line in lines)
    whole: list[TextLine] = []
    before: TextLine | None = None

    def flush() -> None:
        halves = [_halves(line, split.x) for line in whole]
        parts = [part for part, _ in halves if part]
        if any(_runs_on(part, left + 0.75 * (split.x - left)) for part in parts):
            result.extend(_margin_free([TextLine(tuple(part)) for part in parts]))
            result.extend(" ".join(w.text for w in note) for _, note in halves if note)
        else:
            result.extend(written(whole))  # a list in columns, or a title with a note
        whole.clear()

    for line in lines[split.first : split.last + 1]:
        if before and is_blank_between(before, line, pitch):
            flush()
            result.append("")
        whole.append(line)
        before = line
    flush()
    rest = lines[split.last + 1 :]
    if rest:
        result.append("")
        result.extend(read_columns([w for line in rest for w in line.words]))
    return result


def _margin_free(lines: Sequence[TextLine]) -> list[str]:
    return read_columns([w for line in lines for w in line.words]) if lines else []
