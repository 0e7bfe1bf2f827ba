"""Web pages: raised signs, signs inside words, preformatted text, spans of cells, and the blocks of a page."""

from __future__ import annotations

import time

import pytest
from govgraph.graph_loader.documents.blocks import Heading, ListItem, Paragraph, Table
from govgraph.graph_loader.minutes import parse

from .pages import TOP, document, roll

RAISED = {
    "a digit": ("Cllr Ada Reave<sup>1</sup>", "Cllr Ada Reave"),
    "two": ("Cllr Ada Reave<sup>1,2</sup>, Chair", "Cllr Ada Reave, Chair"),
    "after a blank": ("Cllr Ada Reave <sup>2</sup> (Chair)", "Cllr Ada Reave (Chair)"),
    "before a full stop": ("Cllr Ada Reave<sup>3</sup>.", "Cllr Ada Reave."),
    "a star": ("Sam Pell<sup>*</sup>, Clerk", "Sam Pell, Clerk"),
    "a dagger": ("Sam Pell<sup>†</sup>", "Sam Pell"),
    "a letter": ("Cllr Ada Reave<sup>a</sup>", "Cllr Ada Reave"),
    "in brackets": ("Cllr Ada Reave<sup>[12]</sup>", "Cllr Ada Reave"),
    "a link": ('Cllr Ada Reave<sup><a href="#fn3">3</a></sup>', "Cllr Ada Reave"),
    "a link alone": ('Cllr Ada Reave<a href="#fn4" class="footnote-ref">4</a>', "Cllr Ada Reave"),
    "a style": ('Cllr Ada Reave<span style="vertical-align:super">5</span>', "Cllr Ada Reave"),
    "after a year": ("4 June 2018<sup>6</sup>", "4 June 2018"),
    "an ordinal": ("the 1<sup>st</sup> of May", "the 1st of May"),
    "part of a name": ("Ed M<sup>c</sup>Bride", "Ed McBride"),
    "part of a title": ("M<sup>r</sup> Pell", "Mr Pell"),
    "several": ("Cllr Ada Reave<sup>1, 2 &amp; 3</sup>", "Cllr Ada Reave"),
    "one after the other": ("Cllr Ada Reave<sup>1</sup><sup>†</sup>", "Cllr Ada Reave"),
    "an honour": ("Sir Ian Pell<sup>OBE</sup> spoke", "Sir Ian Pell OBE spoke"),
    "a measure": ("40 m<sup>2</sup> of quay", "40 m2 of quay"),
    "a footnote itself": ("<sup>1</sup> Left at 7.10 pm. <sup>2</sup> Came late", "¹ Left at 7.10 pm. ² Came late"),
}
MARKED = {"Cllr Ada Reave", "Cllr Ada Reave.", "Sam Pell", "4 June 2018"}
WHOLE = {
    "soft hyphen": "Cllr Ada Re&shy;ave",
    "place for a break": "Cllr Ada Re<wbr>ave",
    "no width": "Cllr Ada Re&#8203;ave&#xFEFF;",
    "emphasis": "Cllr Ada <b>R</b>eave",
    "markup of a spelling check": 'Cllr Ada <span class="SpellE">Re</span><span>ave</span>',
    "entities": "Cllr&nbsp;Ada&#32;Reave",
    "reading aid": "<ruby>Cllr Ada Reave<rp>(</rp><rt>ah-da</rt><rp>)</rp></ruby>",
}


@pytest.mark.parametrize(("written", "read"), RAISED.values(), ids=RAISED)
def test_marks_of_footnotes_leave_the_word_alone(written: str, read: str) -> None:
    page = document(f"{TOP}<p>{written}</p>")
    assert page.text.rstrip("\n").split("\n")[-1] == read
    assert any("footnotes" in note for note in page.notes) == (
        read.split(",", maxsplit=1)[0].split(" (", maxsplit=1)[0] in MARKED
    )


@pytest.mark.parametrize("written", WHOLE.values(), ids=WHOLE)
def test_nothing_inside_a_word_cuts_it(written: str) -> None:
    assert roll(document(f"{TOP}<h2>Present</h2><ul><li>{written}</li></ul>")) == {"Cllr Ada Reave": "present"}


def test_preformatted_text_keeps_its_lines() -> None:
    read = document(
        "<pre>HARBOUR COMMITTEE\n\nMinutes of the meeting held on 3 May 2018\n\nPresent:\n  Cllr Ada Reave\n\n"
        "Apologies: Cllr Tom Vane\n</pre>"
    )
    assert roll(read) == {"Cllr Ada Reave": "present", "Cllr Tom Vane": "apologies"}


TABLES = {
    "rows": (
        (
            "<tr><th>Body</th><th>Person</th></tr><tr><td rowspan=2>Quay Trust</td><td>Ada</td></tr>"
            "<tr><td>Bram</td></tr><tr><td>Lights Board</td><td>Cy</td></tr>"
        ),
        [["Body", "Person"], ["Quay Trust", "Ada"], ["Quay Trust", "Bram"], ["Lights Board", "Cy"]],
    ),
    "all that follow": (
        "<tr><th>Body</th><th>Person</th></tr><tr><td rowspan=0>Quay Trust</td><td>Ada</td></tr><tr><td>Bram</td></tr>",
        [["Body", "Person"], ["Quay Trust", "Ada"], ["Quay Trust", "Bram"]],
    ),
    "headings": (
        (
            "<thead><tr><td rowspan=2>Name</td><td colspan=2>May</td></tr><tr><td>3</td><td>10</td></tr></thead>"
            "<tr><td>Ada</td><td>x</td><td></td></tr>"
        ),
        [["Name", "May", "May"], ["Name", "3", "10"], ["Ada", "x", ""]],
    ),
    "nonsense": (
        '<tr><td rowspan="-1" colspan="999999999">a</td><td colspan="x">b</td></tr><tr><td>c</td></tr>',
        [["a", "b"], ["c", ""]],
    ),
    "roles": (
        (
            '</table><div role="table"><div role="row"><b role="columnheader">Name</b>'
            '<b role="columnheader">May</b></div>'
            '<div role="rowgroup"><div role="row"><i role="cell">Ada</i><i role="cell">x</i></div></div></div><table>'
        ),
        [["Name", "May"], ["Ada", "x"]],
    ),
    "pictures": (
        (
            '<tr><td>Ada</td><td><i class="fa fa-check"></i></td><td><img src="x" alt="Apologies"></td></tr>'
            '<tr><td>Bram</td><td><span class="bi bi-x"></span></td><td>late <img src="y" alt="clock"></td></tr>'
        ),
        [["Ada", "✓", "Apologies"], ["Bram", "✗", "late"]],
    ),
}


@pytest.mark.parametrize(("rows", "wanted"), TABLES.values(), ids=TABLES)
def test_tables_are_laid_out(rows: str, wanted: list[list[str]]) -> None:
    read = document(f"<table>{rows}</table>")
    (table,) = read.blocks
    assert isinstance(table, Table)
    assert [[read.text[c.start : c.end] for c in row] for row in table.rows] == wanted


def test_headings_of_columns_are_known() -> None:
    read = document("<table><thead><tr><td>Name</td><td>May</td></tr></thead><tr><th>Ada</th><td>x</td></tr></table>")
    (table,) = read.blocks
    assert isinstance(table, Table)
    assert [[cell.is_header for cell in row] for row in table.rows] == [[True, True], [True, False]]


def test_a_page_has_its_blocks() -> None:
    read = document(
        '<h2>Lights</h2><p>All is well.</p><ol type="a"><li>One<ul><li>Two</li></ul></li></ol>'
        '<div role="heading" aria-level="3">Boats</div><table><caption>Fees</caption><tr><td>a<td>b</table>'
    )
    found = [(type(b), read.text[b.start : b.end]) for b in read.blocks]
    assert found == [
        (Heading, "Lights"),
        (Paragraph, "All is well."),
        (ListItem, "One"),
        (ListItem, "Two"),
        (Heading, "Boats"),
        (Paragraph, "Fees"),
        (Table, "a | b"),
    ]
    assert [(b.mark, b.depth) for b in read.blocks if isinstance(b, ListItem)] == [("a.", 0), ("-", 1)]


HOSTILE = {
    "raised signs": "<p>" + "word<sup>1</sup> " * 60_000,
    "raised signs on one long word": "<p>" + "x" * 2_000_000 + "<sup>1</sup>" * 60_000,
    "fields": "<form>" + '<label>a <input value="b"></label>' * 40_000,
    "boxes": "<p>" + "<input type=checkbox>" * 60_000,
    "struck": "<p>" + "<s>a</s>b" * 60_000,
    "rules": "<style>" + ".a{display:none}" * 20_000 + "</style>" + '<p class="a">b' * 20_000,
    "rules without an end": "<style>" + ".a{" * 100_000 + "/*" * 100_000 + "</style><p>a",
    "hidden inside hidden": "<div hidden>" * 280 + "a" * 100_000,
    "spans of cells": "<table>" + "<tr><td rowspan=60000 colspan=1000>a<td>b" * 20_000,
    "definitions": "<dl>" + "<dt>a<dd>b" * 40_000,
    "menus": "<nav>" * 280 + "word " * 50_000,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_the_cost_of_a_page_grows_with_its_length(page: str) -> None:
    started = time.process_time()
    document(page + "<p>The end")
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "after",
    [
        "<p><em>As amended on 8 June 2018</em></p>",
        "<div>Draft</div>",
        "<table><tr><td>Body<td>Ada</table>",
    ],
)
def test_the_place_of_a_meeting_ends_with_its_paragraph(after: str) -> None:
    (minutes,) = parse(document(f"{TOP}{after}<h2>Present</h2><p>Cllr Ada Reave</p>"))
    assert minutes.meeting.venue == "Guildhall"
