"""Words on a page to lines of text: what stands side by side becomes one line, columns kept apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_COLUMN = "\t"
_LABEL = re.compile(r"\(?\w{1,4}[.):]?\)?|[^\w\s]")
"""A bullet, a number or a letter before a paragraph: it belongs to the paragraph and is no column."""

_GAP = 0.9
"""Heights of a line beyond which a gap may separate columns; a blank between words is a quarter to a half."""
_SURE_GAP = 2.2
"""Heights of a line beyond which a gap separates columns also where nothing else on the page stands below it."""
_ALIGNED = 3.0
"""Points by which columns of one table may be out of line."""
_NEAR = 8
"""Lines above and below among which a column must be seen again."""
_BLANK = 1.55
"""Usual distances between lines beyond which a gap between two lines is an empty line."""

_TALL = 1.8
"""Usual heights of a word from which it may stand beside several lines."""


@dataclass(frozen=True)
class Word:
    """A word and its place on the page, in points from the left and from the top."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How tall the word's font is."""
        return self.bottom - self.top


@dataclass(frozen=True)
class TextLine:
    """Words that stand side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """The upper edge of the tallest word."""
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(w.bottom for w in self.words)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(w.x1 for w in self.words)

    @property
    def height(self) -> float:
        """The usual height of the words."""
        return median(w.height for w in self.words)


def lines_of(words: Sequence[Word]) -> list[TextLine]:
    """The lines that the words make, from top to bottom. A raised or lowered word stays with its neighbours.

    A tall word is part of a line if it stands beside one; beside several it is a line of its own and joins none.
    """
    usual = median(w.height for w in words) if words else 0.0
    rows = _rows([w for w in words if w.height <= _TALL * usual])
    for tall in _rows([w for w in words if w.height > _TALL * usual]):
        top, bottom = min(w.top for w in tall), max(w.bottom for w in tall)
        beside = [i for i, row in enumerate(rows) if top <= _centre(row[0]) <= bottom]
        if len(beside) == 1:
            rows[beside[0]] += tall
        else:
            after = (i for i, row in enumerate(rows) if _centre(row[0]) >= (top if beside else (top + bottom) / 2))
            rows.insert(next(after, len(rows)), tall)
    return [TextLine(tuple(sorted(row, key=lambda w: (w.x0, w.x1)))) for row in rows]


def _centre(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand side by side, from top to bottom."""
    rows: list[list[Word]] = []
    tops: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: (w.top + w.bottom, w.x0)):
        if rows:
            top, bottom = tops[-1]
            overlap = min(bottom, word.bottom) - max(top, word.top)
            if top <= _centre(word) <= bottom and overlap >= 0.5 * min(bottom - top, word.height):
                rows[-1].append(word)
                # A tall letter among small ones must not draw the next line in.
                tops[-1] = (max(top, min(word.top, top)), max(bottom, word.bottom) if len(rows[-1]) < 2 else bottom)
                continue
        rows.append([word])
        tops.append((word.top, word.bottom))
    return rows


def written(lines: Sequence[TextLine]) -> list[str]:
    """The lines as text, with an empty line where the page leaves one; what is returned holds no line feed."""
    starts = [_starts(line) for line in lines]
    pitch = usual_pitch(lines)
    result: list[str] = []
    for i, line in enumerate(lines):
        if i and pitch and is_blank_between(lines[i - 1], line, pitch):
            result.append("")
        around = [x for j in range(max(0, i - _NEAR), min(len(lines), i + _NEAR + 1)) if j != i for x in starts[j]]
        result.extend(_text(line, around).split("\n"))
    return result


def usual_pitch(lines: Sequence[TextLine]) -> float:
    """The usual distance from one line to the next, in points; 0 where there are fewer than two lines."""
    steps = [b.bottom - a.bottom for a, b in pairwise(lines) if b.bottom > a.bottom]
    near = [s for s in steps if s < 3 * median(line.height for line in lines)] if steps else []
    return median(near) if near else 0.0


def is_blank_between(above: TextLine, below: TextLine, pitch: float) -> bool:
    """Whether the page leaves an empty line between two lines."""
    return below.bottom - above.bottom > _BLANK * max(pitch, above.height)


def _gaps(line: TextLine) -> Iterator[tuple[Word, Word, float]]:
    for before, after in pairwise(line.words):
        yield before, after, after.x0 - before.x1


def _starts(line: TextLine) -> list[float]:
    """Where columns of a line may begin: after each wide gap."""
    return [after.x0 for _, after, gap in _gaps(line) if gap > _GAP * line.height]


def _text(line: TextLine, around: Sequence[float]) -> str:
    parts = [line.words[0].text]
    for i, (before, after, gap) in enumerate(_gaps(line)):
        parts.append(_between(before, after, gap, line.height, around, first=i == 0))
        parts.append(after.text)
    return _form_lines("".join(parts))


def _form_lines(text: str) -> str:
    """The line of a form, label and value and label and value, as a line each."""
    cells = text.split(_COLUMN)
    labels, values = cells[::2], cells[1::2]
    if len(cells) < 4 or len(labels) != len(values):
        return text
    if all(map(_is_form_label, labels)) and not any(map(_is_form_label, values)):
        pairs = zip(labels, values, strict=True)
        return "\n".join(f"{label}{_COLUMN if label.endswith(':') else chr(10)}{value}" for label, value in pairs)
    return text


def _is_form_label(cell: str) -> bool:
    return cell.endswith(":") or (cell.isupper() and len(cell) > 3 and not any(c.isdigit() for c in cell))


def _between(before: Word, after: Word, gap: float, height: float, around: Sequence[float], first: bool) -> str:
    if gap < 0.06 * height and abs(before.height - after.height) > 0.15 * height:
        return ""  # a raised ending, as in 1st
    if gap <= _GAP * height or (first and _LABEL.fullmatch(before.text) and not before.text.isalpha()):
        return " "
    apart = gap > _SURE_GAP * height or any(abs(x - after.x0) <= _ALIGNED for x in around)
    return _COLUMN if apart else " "
