"""Columns that only gaps of blanks make: which cell of a line stands under which one of the first line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .cells import Place

_NEAR = 2
"""Signs by which the cells of one column begin apart, at most, where it is set flush left."""
_WIDE = 3


@dataclass(frozen=True)
class Columns:
    """The columns that the first line of a table begins: offsets from the beginning of the line."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @staticmethod
    def of(cells: Sequence[Place], line: int) -> Columns:
        """The columns of these cells of the line that begins at an offset."""
        return Columns(tuple(a - line for a, _ in cells), tuple(b - line for _, b in cells))

    def fits(self, cells: Sequence[Place], line: int) -> bool:
        """Whether a line goes on with the table: a cell stands under a heading, or the gaps are wide and few enough."""
        wide = [cells[i] for i in range(1, len(cells)) if cells[i][0] - cells[i - 1][1] >= _WIDE]
        if len(wide) >= len(self.starts):
            return False
        if len(cells) > 1:
            return bool(wide) or any(self._under(a - line) for a, _ in cells[1:])
        start, end = cells[0][0] - line, cells[0][1] - line
        return self._under(start) or (abs(start - self.starts[0]) <= _NEAR and end <= self.starts[1] - _NEAR)

    def lines_up(self, cells: Sequence[Place], line: int) -> bool:
        """Whether a cell after the first begins where, or under what, a cell of the first line stands."""
        return any(self._under(a - line) for a, _ in (cells[1:] if len(cells) > 1 else cells))

    def placed(self, cells: Sequence[Place], line: int) -> dict[int, Place]:
        """The column of each cell; cells that share one are one."""
        if len(cells) == len(self.starts):
            return dict(enumerate(cells))
        found: dict[int, Place] = {}
        for start, end in cells:
            column = self._nearest(start - line)
            before = found.get(column)
            found[column] = (before[0], end) if before else (start, end)
        return found

    def _under(self, at: int) -> bool:
        return any(abs(at - s) <= _NEAR or s <= at < e for s, e in zip(self.starts[1:], self.ends[1:], strict=True))

    def _nearest(self, at: int) -> int:
        inside = next((i for i, (s, e) in enumerate(zip(self.starts, self.ends, strict=True)) if s <= at < e), None)
        near = min(range(len(self.starts)), key=lambda i: abs(self.starts[i] - at))
        return near if inside is None or abs(self.starts[near] - at) <= _NEAR else inside
