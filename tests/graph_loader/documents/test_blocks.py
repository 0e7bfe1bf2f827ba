"""The blocks of a page: spans laid out, and the same blocks after a way through JSON."""

import json

from govgraph.graph_loader.documents.blocks import (
    Block,
    Furniture,
    Heading,
    ListItem,
    Paragraph,
    Table,
    TableCell,
    blocks_from_plain,
    laid_out,
    moved,
    to_plain,
)

SPANNING = TableCell(0, 4, 0, 0, row_span=2)
WIDE = TableCell(5, 9, 0, 1, column_span=2)
BELOW = TableCell(10, 12, 1, 2)


def test_spanning_cells_stand_in_every_place_that_they_cover() -> None:
    rows = laid_out([SPANNING, WIDE, BELOW])
    assert rows[0] == (SPANNING, WIDE, WIDE)
    assert rows[1][0] is SPANNING
    assert rows[1][2] is BELOW
    assert rows[1][1].start == rows[1][1].end


def test_blocks_come_back_from_json() -> None:
    blocks: tuple[Block, ...] = (
        Heading(0, 3, 2),
        Paragraph(4, 9, bold=True),
        ListItem(12, 15, "-", 1),
        Table(16, 30, laid_out([SPANNING, WIDE, BELOW])),
        Furniture(31, 33, "page_number"),
    )
    assert blocks_from_plain(json.loads(json.dumps([to_plain(b) for b in blocks]))) == blocks


def test_a_moved_table_moves_its_cells() -> None:
    table = moved(Table(0, 12, laid_out([SPANNING, WIDE, BELOW])), 7)
    assert isinstance(table, Table)
    assert (table.start, table.rows[0][0].start, table.rows[1][2].end) == (7, 7, 19)
