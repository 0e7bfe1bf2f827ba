"""What a reader keeps: picture, drawing, table, network, print."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

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
    opened = open_view(small_council())
    root = ET.fromstring(saved(opened, "svg").read_text("utf-8"))
    texts = {"".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}text")}
    assert "Avery Marsh" in texts
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_the_picture_is_a_png(open_view: Open) -> None:
    data = saved(open_view(small_council()), "png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(data) > 10_000


def test_print_leaves_out_what_only_a_screen_needs(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.emulate_media(media="print")
    for hidden in (".search", ".views", "#save-menu", ".zoom", "#timebar", "#path-tool"):
        assert opened.page.locator(hidden).is_hidden(), hidden
    assert opened.page.locator("#canvas").is_visible()


def test_a_long_table_is_printed_whole(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.click("#tab-table")
    opened.page.emulate_media(media="print")
    table = opened.page.locator("#table-view table").bounding_box()
    view = opened.page.locator("#table-view").bounding_box()
    assert table
    assert view
    assert view["height"] >= table["height"] > 860


@pytest.mark.parametrize("tab", ["timeline", "matrix", "table"])
def test_every_picture_is_reached_by_keyboard(open_view: Open, tab: str) -> None:
    opened = open_view(small_council())
    opened.page.focus("#tab-map")
    for _ in range(["timeline", "matrix", "table"].index(tab) + 1):
        opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator(f"#{tab}-view").is_visible()
    assert opened.page.evaluate("document.activeElement.id") == f"tab-{tab}"
