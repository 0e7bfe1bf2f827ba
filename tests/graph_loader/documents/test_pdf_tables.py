"""Ruled tables of PDFs come as tables: their cells laid out, with places in the text, over the end of a page too."""

from __future__ import annotations

from govgraph.graph_loader.documents import Document, read_bytes
from govgraph.graph_loader.documents.blocks import Table
from govgraph.graph_loader.minutes import parse
from reportlab.pdfgen.canvas import Canvas

from .made_pdf import LEFT, PITCH, TOP, Draw, made_pdf, put

ROWS = [
    ["Member", "Post", "Present"],
    ["Cllr Ann Moor", "Chair", "Yes"],
    ["Cllr Bob Dale", "", "Yes"],
    ["Cllr Cy Frost", "Vice-Chair", "No"],
]
WIDTH = 130


def _ruled(canvas: Canvas, rows: list[list[str]], top: float, spans: dict[tuple[int, int], int] | None = None) -> None:
    """A table with a box around each cell; `spans` says how many columns a cell covers."""
    for i, row in enumerate(rows):
        x = LEFT
        for j, text in enumerate(row):
            wide = WIDTH * (spans or {}).get((i, j), 1)
            canvas.rect(x, top - (i + 1) * PITCH, wide, PITCH)
            canvas.drawString(x + 4, top - (i + 1) * PITCH + 4, text)
            x += wide


def _tables(document: Document) -> list[list[list[str]]]:
    found = [b for b in document.blocks if isinstance(b, Table)]
    return [[[document.text[c.start : c.end] for c in row] for row in table.rows] for table in found]


def _read(*pages: Draw) -> Document:
    return read_bytes(made_pdf(*pages), "minutes.pdf")


def test_a_ruled_table_is_a_table_with_its_empty_cells() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Harbour Committee"], TOP + 20)
        _ruled(canvas, ROWS, TOP)
        put(canvas, ["1. Apologies", "There were none."], TOP - 7 * PITCH)

    assert _tables(_read(draw)) == [ROWS]


def test_a_cell_stands_in_every_column_that_it_covers() -> None:
    rows = [["Name", "Meetings"], ["", "4 March", "8 April"], ["Ann Moor", "P", "A"], ["Bob Dale", "P", "P"]]

    def draw(canvas: Canvas) -> None:
        _ruled(canvas, rows, TOP, {(0, 1): 2})

    (table,) = _tables(_read(draw))
    assert table[0] == ["Name", "Meetings", "Meetings"]
    assert table[1:] == rows[1:]


def test_many_narrow_columns_keep_their_empty_cells() -> None:
    rows = [
        ["Name", *(f"{n}/3/24" for n in range(1, 6))],
        ["Ann Moor", "P", "", "P", "", "P"],
        ["Bob Dale", "", "P", "", "", ""],
    ]

    def draw(canvas: Canvas) -> None:
        canvas.scale(0.6, 1)
        _ruled(canvas, rows, TOP)

    assert _tables(_read(draw)) == [rows]


def test_a_table_goes_on_over_the_end_of_a_page() -> None:
    def first(canvas: Canvas) -> None:
        _ruled(canvas, ROWS, 40 + 4 * PITCH)

    def second(canvas: Canvas) -> None:
        _ruled(canvas, [["Cllr Di Marsh", "", "Yes"], ["Cllr Ed Lund", "", "No"]], TOP + 50)
        put(canvas, ["1. Apologies"], TOP - 60)

    assert _tables(_read(first, second)) == [[*ROWS, ["Cllr Di Marsh", "", "Yes"], ["Cllr Ed Lund", "", "No"]]]


def test_a_table_with_a_head_of_its_own_on_each_page_is_two() -> None:
    def first(canvas: Canvas) -> None:
        _ruled(canvas, ROWS, 40 + 4 * PITCH)

    def second(canvas: Canvas) -> None:
        _ruled(canvas, [ROWS[0], ["Cllr Di Marsh", "", "Yes"]], TOP + 50)

    assert _tables(_read(first, second)) == [ROWS, [ROWS[0], ["Cllr Di Marsh", "", "Yes"]]]


def test_dates_above_the_columns_of_a_grid_are_its_head() -> None:
    """Also where the corner over the names has no box, as the letters of a key tell who was there."""
    names = [["Ann Moor", "P", "P"], ["Bob Dale", "", "P"], ["Cy Frost", "P", "A"]]

    def draw(canvas: Canvas) -> None:
        put(canvas, ["WILLOW HILL SCHOOL", "Governing Body", "Minutes of the meeting held on 8 April 2024"], TOP + 60)
        canvas.translate(WIDTH, 0)
        _ruled(canvas, [["04/03/2024", "08/04/2024"]], TOP)
        canvas.translate(-WIDTH, 0)
        _ruled(canvas, names, TOP - PITCH - 10)
        put(canvas, ["P - Present   A - Apologies", "1. Welcome", "The chair welcomed all."], TOP - 7 * PITCH)

    document = _read(draw)
    assert _tables(document)[0] == [["", "04/03/2024", "08/04/2024"], *names]
    (minutes,) = parse(document)
    assert [(a.person, a.status) for a in minutes.attendance] == [
        ("Ann Moor", "present"),
        ("Bob Dale", "present"),
        ("Cy Frost", "apologies"),
    ]
