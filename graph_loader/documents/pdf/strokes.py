"""Words struck out by a line drawn through them, as word processors print what is struck through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from .annotations import Box
from .signs import Sign

_THIN = 1.6
"""Points of thickness of a line at most; a thicker one is a bar, or a mark of colour behind the words."""
_MOST = 2_000
"""Lines of a page beyond which it is a drawing."""
_MIDDLE, _AROUND = 0.54, 0.18
"""Heights of a sign below its top at which it is struck through, and how far from there: an underline is lower."""
_COVERED = 0.8
"""Share of a line's length that lies on words: the rules of a table and of a page lie on fewer."""
_FEWEST = 3
"""Signs on a line, blanks among them, from which they are struck out and not a sign with a bar."""
_ROW = 16.0


def struck_by_lines(page: Any, signs: Sequence[Sign]) -> Iterator[Box]:
    """The stretches of a page of pdfplumber on which level lines run through the middle of words."""
    drawn = [shape for shape in (*page.lines, *page.rects) if _is_level(shape)]
    if not drawn or len(drawn) > _MOST:
        return
    rows: dict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        if sign["upright"]:
            rows[int(sign["top"] // _ROW)].append(sign)
    for shape in drawn:
        left, right, y = shape["x0"], shape["x1"], (shape["top"] + shape["bottom"]) / 2
        near = [sign for row in (-2, -1, 0) for sign in rows.get(int(y // _ROW) + row, ())]
        on = [s for s in near if left - 1 <= (s["x0"] + s["x1"]) / 2 <= right + 1 and _is_through(s, y)]
        if len(on) >= _FEWEST and sum(s["x1"] - s["x0"] for s in on) >= _COVERED * (right - left):
            tall = max(s["bottom"] - s["top"] for s in on)
            yield left - 1, y - _AROUND * 1.5 * tall, right + 1, y + _AROUND * 1.5 * tall


def _is_level(shape: dict[str, Any]) -> bool:
    return bool(abs(shape["bottom"] - shape["top"]) <= _THIN and shape["x1"] - shape["x0"] > 2 * _THIN)


def _is_through(sign: Sign, y: float) -> bool:
    tall = sign["bottom"] - sign["top"]
    return bool(abs(y - sign["top"] - _MIDDLE * tall) <= _AROUND * tall)
