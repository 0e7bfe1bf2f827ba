"""The other pictures of the same data: time line and matrix; and what each view draws of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.visualise.model import Edge, Node, View
from playwright.sync_api import expect

from .made_up import small_council

if TYPE_CHECKING:
    from .conftest import Open


def test_the_time_line_has_bars_ticks_and_crosses(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.click("#tab-timeline")
    lane = page.locator(".lane", has=page.get_by_role("button", name="Avery Marsh: at 2 meetings, missed 1")).first
    expect(lane.locator(".tick")).to_have_count(2)
    expect(lane.locator(".missed")).to_have_count(1)
    assert lane.locator(".missed").get_attribute("title") == "3 November 2020: not there"
    lane.locator(".why-button").click()
    expect(page.locator("#panel h2")).to_have_text("Avery Marsh sat on Schools and Skills Committee")


def test_the_time_line_shows_who_was_stood_in_for(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.click("#tab-timeline")
    assert page.locator(".stood-in").first.get_attribute("title") == "3 November 2020: Silas Catchpole substituted"


def test_the_matrix_marks_certainty_by_shape(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.click("#tab-matrix")
    cell = page.get_by_role("button", name="Blythe Keeble sat on Schools and Skills Committee, Appointed")
    expect(cell).to_have_text("◐")
    cell.click()
    expect(page.locator("#panel h2")).to_have_text("Blythe Keeble sat on Schools and Skills Committee")


def test_people_who_share_bodies_are_one_picture(open_view: Open) -> None:
    people = tuple(Node(f"p{i}", "councillor", f"Person {i}", f"Person {i}") for i in range(6))
    edges = tuple(
        Edge(
            f"e{i}{j}", "shares", f"p{i}", f"p{j}", role="Roads", body="Roads", certainty="certain", start="2020-01-01"
        )
        for i in range(6)
        for j in range(i + 1, 6)
    )
    opened = open_view(View("Who sits with whom", people, edges, kind="co-membership"))
    opened.click_at("lineAt", "shares:p0:p1")
    expect(opened.page.locator("#panel h2")).to_contain_text("shares a body with")


def test_what_has_no_connection_waits_until_it_is_asked_for(open_view: Open) -> None:
    view = small_council()
    named = tuple(Node(f"n{i}", "external_body", f"Named only {i}") for i in range(30))
    opened = open_view(replace(view, nodes=(*view.nodes, *named)))
    assert "n0" not in opened.shown()
    opened.page.check("#show-apart")
    assert {n.id for n in named} <= opened.shown()
    opened.page.click("#undo")
    opened.page.fill("#search", "named only 7")
    opened.page.keyboard.press("Enter")
    assert "n7" in opened.shown()


def test_play_lets_the_days_pass(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.select_option("#time-mode", "day")
    before = page.input_value("#day")
    page.click("#play")
    page.wait_for_timeout(700)
    page.click("#play")
    assert page.input_value("#day") != before
