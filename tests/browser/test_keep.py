"""What a reader keeps: picture, drawing, table, network, print."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from PIL import Image
from playwright.sync_api import expect

from .made_up import HOSTILE, small_council

if TYPE_CHECKING:
    from .conftest import Open, Opened


def saved(opened: Opened, what: str) -> Path:
    opened.page.click("#save-menu summary")
    with opened.page.expect_download() as download:
        opened.page.click(f"[data-save={what}]")
    return Path(download.value.path())


def test_the_table_of_what_is_shown(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.uncheck("#show-external_body")
    rows = list(csv.DictReader(io.StringIO(saved(opened, "csv").read_bytes().decode("utf-8-sig"))))
    assert len(rows) == len([e for e in small_council().edges if not e.target.startswith("out")])
    row = next(r for r in rows if r["who"] == "Avery Marsh" and r["what"] == "Schools and Skills Committee")
    assert row["quotation"] == "Cllr Avery Marsh, Chair"
    assert (row["document"], row["line"], row["certainty"]) == ("2019-05-14-schools.txt", "15", "Certain")


def test_the_network_of_what_is_shown(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.uncheck("#show-external_body")
    graph = nx.read_graphml(saved(opened, "graphml"), force_multigraph=True)
    assert set(graph) == opened.shown()
    # Marks that turn the direction of writing are no characters of XML's own, and stay.
    assert graph.nodes["hostile"]["label"] == HOSTILE
    assert {d["relation"] for _, _, d in graph.edges("p18", data=True)} == {"sat_on", "substituted_for"}


def test_the_drawing_has_the_names_as_text(open_view: Open) -> None:
    opened = open_view(small_council(), origin="Harbour minutes, 2 documents.")
    root = ET.fromstring(saved(opened, "svg").read_text("utf-8"))
    texts = {"".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}text")}
    assert "Avery Marsh" in texts
    # The sheet has title, count, legend and source.
    assert {"Fenmarsh County Council", "Councillors", "Part of", "Likely", "Harbour minutes, 2 documents."} <= texts
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_the_picture_is_a_png(open_view: Open) -> None:
    with Image.open(saved(open_view(small_council(), color_scheme="dark"), "png")) as picture:
        assert (picture.format, picture.size) == ("PNG", (2800, 1980))
        assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 50


def test_the_map_prints_on_one_sheet_with_legend_and_source(open_view: Open) -> None:
    page = open_view(small_council(), origin="Harbour minutes, 2 documents.").page
    page.emulate_media(media="print")
    sheet = page.locator("#sheet svg")
    expect(sheet).to_be_visible()
    for words in ("Fenmarsh County Council", "Councillors", "Substituted for", "Harbour minutes, 2 documents."):
        expect(sheet.locator("text", has_text=words).first).to_be_visible()
    for hidden in ("header.bar", "#canvas", "#filters", ".zoom", "#timebar"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_a_long_table_is_printed_whole(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.click("#tab-table")
    opened.page.emulate_media(media="print")
    table = opened.page.locator("#table-view table").bounding_box()
    view = opened.page.locator("#table-view").bounding_box()
    assert table
    assert view
    assert view["height"] >= table["height"] > 860


@pytest.mark.parametrize("tab", ["list", "timeline", "matrix", "table"])
def test_every_picture_is_reached_by_keyboard(open_view: Open, tab: str) -> None:
    opened = open_view(small_council())
    opened.page.focus("#tab-map")
    for _ in range(["list", "timeline", "matrix", "table"].index(tab) + 1):
        opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator(f"#{tab}-view").is_visible()
    assert opened.page.evaluate("document.activeElement.id") == f"tab-{tab}"
