"""Tables in text: each way of parting cells, what is no table, and what holds for any text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.documents.blocks import Block, Heading, ListItem, Paragraph, Table
from govgraph.graph_loader.documents.text.text_blocks import text_blocks, with_text_tables
from hypothesis import given, settings
from hypothesis import strategies as st

BARS = {
    "Markdown": (
        "| Body | Member |\n| --- | --- |\n| Weir Trust | Cllr Pell |\n| Mill Board | |\n",
        [["Body", "Member"], ["Weir Trust", "Cllr Pell"], ["Mill Board", ""]],
    ),
    "without rule or outer bars": (
        "Weir Trust | Cllr Pell\nMill Board | Cllr Voss\n",
        [["Weir Trust", "Cllr Pell"], ["Mill Board", "Cllr Voss"]],
    ),
    "boxes": ("│ Name │ Ward │\n├──────┼──────┤\n│ Pell │ Mere │\n", [["Name", "Ward"], ["Pell", "Mere"]]),
    "a row too short": ("| A | B | C |\n| x | y |\n", [["A", "B", "C"], ["x", "y", ""]]),
}
TABS = {
    "one tab": (
        "Name\tPost\nIda Pell\tClerk\nTom Voss\tWarden\n",
        [["Name", "Post"], ["Ida Pell", "Clerk"], ["Tom Voss", "Warden"]],
    ),
    "an empty cell": (
        "Name\tYes\tNo\nPell\t\tx\nVoss\tx\t\n",
        [["Name", "Yes", "No"], ["Pell", "", "x"], ["Voss", "x", ""]],
    ),
    "tabs to the next stop": (
        "Name\t\tPost\nIda Pell\tClerk\nBo\t\t\tWarden\n",
        [["Name", "Post"], ["Ida Pell", "Clerk"], ["Bo", "Warden"]],
    ),
    "an empty line between": ("Name\tPost\n\nIda Pell\tClerk\n", [["Name", "Post"], ["Ida Pell", "Clerk"]]),
}
LEADERS = {
    "dots": (
        "Chairman ........ Ida Pell\nSecretary ..... Tom Voss\n",
        [["Chairman", "Ida Pell"], ["Secretary", "Tom Voss"]],
    ),
    "dots apart": (
        "Mayor . . . . . Ida Pell\nDeputy . . . . Tom Voss\n",
        [["Mayor", "Ida Pell"], ["Deputy", "Tom Voss"]],
    ),
    "ellipses": (
        "Weir Trust…………Ida Pell\nMill Board………Tom Voss\n",
        [["Weir Trust", "Ida Pell"], ["Mill Board", "Tom Voss"]],
    ),
}
GAPS = {
    "headings and ticks": (
        "Name               Present   Apologies\nCllr Ida Pell         x\nCllr Tom Voss                    x\n",
        [["Name", "Present", "Apologies"], ["Cllr Ida Pell", "x", ""], ["Cllr Tom Voss", "", "x"]],
    ),
    "a ruling": (
        "Body             Member\n----             ------\nWeir Trust       Ida Pell\n",
        [["Body", "Member"], ["Weir Trust", "Ida Pell"]],
    ),
    "nothing in the first column": (
        "Body             Member\nWeir Trust       Ida Pell\n                 Tom Voss\n",
        [["Body", "Member"], ["Weir Trust", "Ida Pell"], ["", "Tom Voss"]],
    ),
    "nothing but the first column": (
        "For              Against\nIda Pell         Tom Voss\nBo Marsh\n",
        [["For", "Against"], ["Ida Pell", "Tom Voss"], ["Bo Marsh", ""]],
    ),
    "a cell wider than its heading": (
        "Body      Member\nThe Weir Trust    Ida Pell\nMill Board        Tom Voss\n",
        [["Body", "Member"], ["The Weir Trust", "Ida Pell"], ["Mill Board", "Tom Voss"]],
    ),
}
HTML = {
    "a cell over rows": (
        "<table><tr><th>Ward<th>Member</tr><tr><td rowspan='2'>Mere</td><td>Pell</td></tr><tr><td>Voss</table>",
        [["Ward", "Member"], ["Mere", "Pell"], ["Mere", "Voss"]],
    ),
    "a cell over columns": (
        "<table>\n<tr><td colspan=2>Members</td></tr>\n<tr><td>Pell</td><td>Clerk</td></tr>\n</table>\n",
        [["Members", "Members"], ["Pell", "Clerk"]],
    ),
    "tags left open": (
        "<TABLE><TR><TD>Pell<TD>Clerk<TR><TD>Voss<TD>Warden</TABLE>",
        [["Pell", "Clerk"], ["Voss", "Warden"]],
    ),
    "a table in a cell": (
        "<table><tr><td>Pell</td><td><table><tr><td>a</td></tr></table></td></tr></table>",
        [["Pell", "<table><tr><td>a</td></tr></table>"]],
    ),
}
ALL = {
    f"{way}: {name}": case
    for way, cases in {"bars": BARS, "tabs": TABS, "leaders": LEADERS, "gaps": GAPS, "html": HTML}.items()
    for name, case in cases.items()
}
NO_TABLES = {
    "sentences with two blanks": "The trust met twice.  It was to go on.\nThe board did not.  Nothing was said.\n",
    "a paragraph set in block": "The  trust was asked  to report on the mill\nthe  board agreed  that it would do so\n",
    "a list with tabs": "1.\tApologies\n2.\tMinutes\n3.\tThe weir\n",
    "bullets with gaps": "• Weir    It leaks.\n• Mill    Nothing new.\n",
    "one line": "Chairman      Ida Pell\n",
    "a line to sign on": "Signed ..............................\nDate .................\n",
    "a bar in a foot": "Mere Council | Minutes\n\nThe next line.\n",
    "tabs for blanks": "The\ttrust\tmet\tin\tthe\tmill\nand\tthe\tboard\tdid\ttoo\n",
}


def _tables(text: str) -> list[Table]:
    return [block for block in text_blocks(text) if isinstance(block, Table)]


def _texts(text: str, table: Table) -> list[list[str]]:
    return [[text[cell.start : cell.end] for cell in row] for row in table.rows]


@pytest.mark.parametrize(("text", "rows"), ALL.values(), ids=ALL)
def test_cells_are_cut(text: str, rows: list[list[str]]) -> None:
    around = f"Minutes of the Mere Council\n\n{text}\nThe meeting ended.\n"
    (table,) = _tables(around)
    assert _texts(around, table) == rows


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES)
def test_what_only_looks_like_a_table_is_none(text: str) -> None:
    assert not _tables(text)


def test_headings_of_a_table_are_told_by_a_ruling_or_their_tags() -> None:
    for text in (BARS["Markdown"][0], GAPS["a ruling"][0], HTML["a cell over rows"][0]):
        (table,) = _tables(text)
        assert all(cell.is_header for cell in table.rows[0])
        assert not any(cell.is_header for row in table.rows[1:] for cell in row)


def test_headings_items_and_paragraphs() -> None:
    text = (
        "# Mere Council #\n\nHeld at the mill\n================\n\n**Present**\nIda Pell and\nTom Voss\n"
        "- Weir\n  still leaks\n    - upper gate\n* Mill\n\n(a) the clerk\n---\nEnd.\n"
    )
    found: list[tuple[type[Block], str, object]] = []
    for block in text_blocks(text):
        more = {Heading: "level", ListItem: "depth", Paragraph: "bold"}[type(block)]
        found.append((type(block), text[block.start : block.end], getattr(block, more)))
    assert found == [
        (Heading, "Mere Council", 1),
        (Heading, "Held at the mill", 1),
        (Paragraph, "**Present**", True),
        (Paragraph, "Ida Pell and\nTom Voss", False),
        (ListItem, "Weir\n  still leaks", 0),
        (ListItem, "upper gate", 1),
        (ListItem, "Mill", 0),
        (ListItem, "the clerk", 0),
        (Paragraph, "End.", False),
    ]


def test_tables_in_the_paragraphs_that_a_format_gives() -> None:
    """A format's own table stays, and no heading becomes a row."""
    text = "Weir | Pell\nA | B\n\nBody      Member\nMill      Voss\n\nHead one   x\nHead two   y\n"
    own = Table(0, 17, ())
    given = (own, Paragraph(20, 36), Paragraph(37, 51), Heading(53, 65, 1), Heading(66, 78, 1))
    assert with_text_tables(text, given) == (own, *_tables(text[:52])[1:], *given[3:])


def test_every_format_of_text_gives_its_blocks() -> None:
    document = read_bytes(b"# Mere Council\n\nName\tPost\nIda Pell\tClerk\n", "minutes.md")
    assert [type(block) for block in document.blocks] == [Heading, Table]


PIECES = st.sampled_from(
    [
        "|",
        "\t",
        "  ",
        "    ",
        "....",
        " . . . .",
        "\n",
        "\n\n",
        "---",
        "# ",
        "- ",
        "Pell",
        "Mere Trust",
        "x",
        "1.",
        "<table>",
        "<tr>",
        "<td rowspan=3>",
        "<td>",
        "</td>",
        "</table>",
        "\u00a0",
        "é",
        "│",
        "\r",
        "\f",
        "\\|",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=80).map("".join))
def test_blocks_of_any_text_are_apart_and_in_order(text: str) -> None:
    at = 0
    for block in text_blocks(text):
        assert at <= block.start <= block.end <= len(text)
        at = block.end
        if isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
            own = [cell for i, row in enumerate(block.rows) for cell in dict.fromkeys(row) if cell.row == i]
            assert all(block.start <= cell.start <= cell.end <= block.end for cell in own if cell.start < cell.end)
            filled = [cell for cell in own if cell.start < cell.end]
            assert all(a.end <= b.start for a, b in pairwise(filled))


LONG = {
    "bars": "| a | b |\n",
    "wide rows among narrow ones": "|" + "a|" * 50 + "\n" + "|a|b|\n" * 40,
    "tabs": "a\tb\n",
    "dots": ". ",
    "a leader that leads nowhere": ".",
    "gaps": "name   post\n",
    "HTML": "<tr><td colspan=50>a",
    "cells over rows": "<tr><td rowspan=1000>a",
    "number signs": "#",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_the_cost_grows_with_the_length(piece: str) -> None:
    def cost(size: int) -> float:
        text = "<table>" * (piece[0] == "<") + piece * (size // len(piece))
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            text_blocks(text)
            best = min(best, time.process_time() - begun)
        return best

    assert cost(120_000) < 12 * cost(30_000) + 0.05
