"""The text of a page in the order of reading, with the tables in it, and tables that go over the end of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..blocks import Block, Table, TableCell, moved
from .columns import read_columns
from .page_words import PageWords
from .tables import written_table

_MARGIN = 0.12
"""Share of a page's height, at its top and at its foot, in which nothing but its furniture stands."""


@dataclass
class WrittenPage:
    """Lines of a page, and the blocks in them, whose offsets count from the first line.

    `opens`, `ends`: nothing stands before its first table, or after its last, but what stands in the page's margins.
    """

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    opens: bool = False
    ends: bool = False
    _length: int = 0

    def add(self, lines: Sequence[str], blocks: Sequence[Block] = ()) -> None:
        """Adds lines, and the blocks in them."""
        self.blocks += [moved(block, self._length) for block in blocks]
        self.lines += lines
        self._length += sum(len(line) + 1 for line in lines)


def written_page(page: PageWords) -> WrittenPage:
    """The text between tables and the tables, from top to bottom."""
    free = [w for w in page.words if not any(t.holds(w) for t in page.tables)]
    written = WrittenPage()
    for i, table in enumerate(page.tables):
        above = [w for w in free if w.bottom <= table.box[1] + 2]
        if above:
            written.add([*read_columns(above), ""])
            free = [w for w in free if w.bottom > table.box[1] + 2]
        lines, blocks = written_table(table, [w for w in page.words if table.holds(w)])
        written.add([*lines, ""], blocks)
        if i == 0:
            written.opens = bool(blocks) and all(w.bottom < _MARGIN * page.height for w in above)
        written.ends = bool(blocks) and all(w.top > (1 - _MARGIN) * page.height for w in free)
    written.add(read_columns(free))
    return written


def over_pages(text: str, first: Block, second: Block) -> Table | None:
    """One table of two, where the second goes on with the first's columns on the next page and has no head of its own.

    The blocks stand in the offsets of this text.
    """
    if not isinstance(first, Table) or not isinstance(second, Table):
        return None
    heads = [[text[cell.start : cell.end] for cell in table.rows[0]] for table in (first, second)]
    if len(heads[0]) != len(heads[1]) or heads[0] == heads[1]:
        return None
    down = len(first.rows)
    return Table(first.start, second.end, (*first.rows, *(tuple(_lower(c, down) for c in row) for row in second.rows)))


def _lower(cell: TableCell, rows: int) -> TableCell:
    return replace(cell, row=cell.row + rows)
