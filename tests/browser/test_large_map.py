"""The engine for thousands of nodes: the same search, filters, panel, table and link as on the small map."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from govgraph.benchmarks.made_up_councils import made_up
from playwright.sync_api import expect

if TYPE_CHECKING:
    from govgraph.visualise.model import View

    from .conftest import Open


@cache
def large() -> View:
    return made_up(3600)


def test_all_of_it_is_drawn_by_the_canvas_engine(open_view: Open) -> None:
    opened = open_view(large())
    assert opened.page.evaluate("govgraphMap.renderer") == "canvas"
    assert len(opened.shown()) == len(large().nodes)
    opened.page.wait_for_selector("#canvas[data-drawn]")
    colours = opened.page.evaluate(
        """() => { const c = document.querySelector("#canvas canvas");
        const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
        const found = new Set(); for (let i = 0; i < d.length; i += 64) found.add(d[i] + "," + d[i+1] + "," + d[i+2]);
        return found.size; }"""
    )
    assert colours > 50


def test_search_focus_click_panel_filter_and_link(open_view: Open) -> None:
    opened = open_view(large())
    page = opened.page
    node = next(n for n in large().nodes if n.kind == "councillor")
    page.fill("#search", node.label)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(node.label)
    expect(page.locator("#panel figcaption").first).to_contain_text("council-")
    expect(page.locator("#panel blockquote").first).to_contain_text("the quotation is in the document")
    page.wait_for_timeout(600)
    page.keyboard.press("Escape")
    opened.click_at("at", node.id)
    expect(page.locator("#panel h2")).to_have_text(node.label)
    page.get_by_role("button", name="Only neighbours", exact=True).click()
    near = {e.target for e in large().edges if e.source == node.id} | {node.id}
    assert opened.shown() == near
    page.wait_for_timeout(800)
    again = open_view(large(), page.evaluate("location.hash"))
    assert again.shown() == near
    expect(again.page.locator("#panel h2")).to_have_text(node.label)
    page.click("#undo")
    page.uncheck("#show-officer")
    assert not {n.id for n in large().nodes if n.kind == "officer"} & opened.shown()


def test_the_hand_pans_zooms_and_carries(open_view: Open) -> None:
    opened = open_view(large())
    page = opened.page
    box = page.locator("#canvas").bounding_box()
    assert box
    before = page.evaluate("govgraphMap.at('c0')")
    page.mouse.move(box["x"] + 60, box["y"] + 6)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 56, steps=5)
    page.mouse.up()
    after = page.evaluate("govgraphMap.at('c0')")
    assert abs(after[0] - before[0] - 100) < 3
    assert abs(after[1] - before[1] - 50) < 3
    page.mouse.wheel(0, -600)
    page.wait_for_timeout(700)
    assert "at=" in page.evaluate("location.hash")
    page.evaluate("location.hash = '#node=c1.b0&at=0,0,1'")
    page.wait_for_timeout(300)


def test_the_table_is_cut_and_says_so(open_view: Open) -> None:
    page = open_view(large()).page
    page.click("#tab-table")
    expect(page.locator("#table-view caption")).to_contain_text("The first 2000 rows")
    assert page.locator("#table-view tbody tr").count() == 2000


def test_arrows_walk_the_large_map(open_view: Open) -> None:
    page = open_view(large()).page
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = page.locator("#status").inner_text()
    page.keyboard.press("ArrowDown")
    assert page.locator("#status").inner_text() != first
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_visible()


def test_a_map_between_is_packed_and_drawn_by_vis_network(open_view: Open) -> None:
    opened = open_view(made_up(2300))
    assert opened.page.locator("#data").get_attribute("data-packed") == "gzip"
    assert opened.page.evaluate("govgraphMap.renderer") == "vis-network"
    opened.page.fill("#search", "council of fenmarsh 1")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#panel h2")).to_have_text("Council of Fenmarsh 1")
    expect(opened.page.locator("#panel blockquote").first).to_contain_text("is listed among the members of")


def test_hostile_names_on_the_large_map(open_view: Open) -> None:
    view = made_up(3100)
    hostile = "</script><img src=x onerror=alert(1)> \u202e href"
    nodes = tuple(replace(n, label=f"{hostile} {i}") if i % 15 == 0 else n for i, n in enumerate(view.nodes))
    opened = open_view(replace(view, nodes=nodes))
    opened.page.fill("#search", "onerror")
    assert (opened.page.locator("#suggestions .name").first.text_content() or "").startswith(hostile)
    opened.page.keyboard.press("Enter")
    assert (opened.page.locator("#panel h2").text_content() or "").startswith(hostile)
    opened.page.click("#tab-table")
    assert opened.page.evaluate("document.querySelectorAll('img').length") == 0
