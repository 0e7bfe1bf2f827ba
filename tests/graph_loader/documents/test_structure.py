"""The writer of Markdown says where its blocks stand in the text, and lays out the cells of tables."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import pytest
from govgraph.graph_loader.documents.blocks import Heading, ListItem, Paragraph, Table
from govgraph.graph_loader.documents.spans import SpannedText
from govgraph.graph_loader.documents.structure import Markdown

Rows = Sequence[Sequence[str | SpannedText]]
TALL = SpannedText("Quay Trust", row_span=2)
SPANNING: dict[str, tuple[Rows, list[list[str]]]] = {
    "down": (
        [["Body", "Person"], [TALL, "Cllr Odum"], ["Cllr Tanzy"], ["Lights Board", "Cllr Reave"]],
        [
            ["Body", "Person"],
            ["Quay Trust", "Cllr Odum"],
            ["Quay Trust", "Cllr Tanzy"],
            ["Lights Board", "Cllr Reave"],
        ],
    ),
    "across": (
        [[SpannedText("Members", column_span=2, is_header=True)], ["Cllr Odum", "Chair"]],
        [["Members", "Members"], ["Cllr Odum", "Chair"]],
    ),
    "down to the last row": (
        [["Ward", "Member"], [SpannedText("North", row_span=0), "Cllr Odum"], ["Cllr Tanzy"], ["Cllr Reave"]],
        [["Ward", "Member"], ["North", "Cllr Odum"], ["North", "Cllr Tanzy"], ["North", "Cllr Reave"]],
    ),
    "both, in the middle": (
        [["a", SpannedText("b", 2, 2), "c"], ["d", "e"], ["f", "g", "h", "i"]],
        [["a", "b", "b", "c"], ["d", "b", "b", "e"], ["f", "g", "h", "i"]],
    ),
    "over a row that holds nothing": (
        [[SpannedText("a", 3), "b"], [""], ["c"], ["d", "e"]],
        [["a", "b"], ["a", "c"], ["d", "e"]],
    ),
    "further than the table": ([[SpannedText("a", 9), "b"], ["c"]], [["a", "b"], ["a", "c"]]),
    "rows of unlike length": ([["a", "b"], ["c"]], [["a", "b"], ["c", ""]]),
}


@pytest.mark.parametrize(("rows", "wanted"), SPANNING.values(), ids=SPANNING)
def test_spans_are_laid_out(rows: Rows, wanted: list[list[str]]) -> None:
    out = Markdown()
    out.paragraph("ABOVE")
    out.table(rows)
    text = out.text()
    table = out.blocks[-1]
    assert isinstance(table, Table)
    assert [[text[c.start : c.end] for c in row] for row in table.rows] == wanted
    for word in {word for row in wanted for word in row if word}:
        assert text.count(word) == sum(row.count(word) for row in _texts(rows)), "a cell is written once"


def _texts(rows: Rows) -> list[list[str]]:
    return [[c.text if isinstance(c, SpannedText) else c for c in row] for row in rows]


def test_every_kind_of_block_has_its_place() -> None:
    out = Markdown()
    out.heading("Harbour\nCommittee", 1)
    out.paragraph("Present", bold=True)
    out.paragraph("\n  Cllr Odum \nCllr Tanzy\n")
    out.paragraph("Clerk: Sam Pell", spaced=False)
    out.item("First", "1.")
    out.item("Below  it", depth=1)
    out.heading("", 2)
    text = out.text()
    assert [(type(b), text[b.start : b.end]) for b in out.blocks] == [
        (Heading, "Harbour Committee"),
        (Paragraph, "Present"),
        (Paragraph, "Cllr Odum\nCllr Tanzy"),
        (Paragraph, "Clerk: Sam Pell"),
        (ListItem, "First"),
        (ListItem, "Below it"),
    ]
    assert [b.depth for b in out.blocks if isinstance(b, ListItem)] == [0, 1]


def test_a_table_under_headings_stays_one_where_its_cells_are_written_below_one_another() -> None:
    out = Markdown()
    out.table([["Present", "Apologies"], ["Cllr Odum\nCllr Tanzy\nCllr Reave", "Cllr Pell"]])
    text = out.text()
    (table,) = out.blocks
    assert isinstance(table, Table)
    assert [[text[c.start : c.end] for c in row] for row in table.rows] == [
        ["Present", "Apologies"],
        ["Cllr Odum\nCllr Tanzy\nCllr Reave", "Cllr Pell"],
    ]


def test_the_layout_of_a_page_is_no_table() -> None:
    out = Markdown()
    out.table([["1.", "Lights\nThe lights were\nspoken of."], ["2.", "Boats\nMore\nof them."]])
    assert {type(b) for b in out.blocks} == {Paragraph}
    assert out.text().startswith("1. Lights\n")


@pytest.mark.parametrize("seed", range(20))
def test_blocks_are_in_order_and_apart_whatever_is_written(seed: int) -> None:
    chance = random.Random(seed)
    words = ["", "Odum", "Tanzy\nPell", "a|b", "x" * 210, "1.", "p\nq\nr", "  ", "*"]

    def word() -> str:
        return chance.choice(words)

    out = Markdown()
    for _ in range(30):
        kind = chance.randrange(4)
        if kind == 0:
            out.heading(word(), chance.randrange(9))
        elif kind == 1:
            out.paragraph(word(), chance.random() < 0.5, chance.random() < 0.5)
        elif kind == 2:
            out.item(word(), depth=chance.randrange(3))
        else:
            out.table(
                [
                    [SpannedText(word(), chance.randrange(4), chance.randrange(4)) for _ in range(chance.randrange(4))]
                    for _ in range(chance.randrange(5))
                ]
            )
    text = out.text()
    at = 0
    for block in out.blocks:
        assert at <= block.start <= block.end <= len(text)
        content = text[block.start : block.end]
        assert content.strip()
        assert isinstance(block, Table) or content.strip() == content
        at = block.end
        if isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
            for cell in (cell for row in block.rows for cell in row):
                assert block.start <= cell.start <= cell.end <= block.end
                assert "\n\n\n" not in text[cell.start : cell.end]


def test_spans_cost_no_more_than_their_cells() -> None:
    hostile: list[Rows] = [
        [[SpannedText("a", 65_534, 1_000)] * 3 for _ in range(5_000)],
        [["x"] * 20_000, *[["y"]] * 20_000],
        [[SpannedText("a", 0), "b"] for _ in range(3_000)],
    ]
    started = time.process_time()
    for rows in hostile:
        out = Markdown()
        out.table(rows)
        assert len(out.text()) < 8_000_000
    assert time.process_time() - started < 5
