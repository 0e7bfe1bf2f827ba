"""Going further into a map: neighbours, collapse, the shortest way, pins, undo, the link that restores it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .made_up import small_council

if TYPE_CHECKING:
    from .conftest import Open, Opened


def press(opened: Opened, name: str) -> None:
    opened.page.locator("#panel .actions").get_by_role("button", name=name, exact=True).click()


def test_neighbours_further_neighbours_and_everybody_again(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.click_at("at", "p07")
    press(opened, "Only neighbours")
    near = opened.shown()
    assert near == {"p07", "schools", "out0"}
    press(opened, "Further neighbours")
    assert near < opened.shown()
    press(opened, "Everybody again")
    assert len(opened.shown()) == len(small_council().nodes)


def test_a_neighbour_is_expanded_and_undone(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.click_at("at", "p07")
    press(opened, "Only neighbours")
    opened.page.wait_for_timeout(400)
    opened.click_at("at", "out0")
    press(opened, "Expand")
    assert opened.shown() == {"p07", "schools", "out0", "hostile"}
    opened.page.click("#undo")
    assert opened.shown() == {"p07", "schools", "out0"}


def test_a_collapsed_body_hides_those_who_serve_it_alone(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.click_at("at", "schools")
    press(opened, "Collapse")
    shown = opened.shown()
    assert "schools" in shown
    assert "p01" not in shown  # serves nothing else
    assert "p02" in shown  # sits on the scrutiny sub-committee too
    press(opened, "Expand")
    assert "p01" in opened.shown()


def test_the_shortest_way_between_two_that_are_picked(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.click_at("at", "p07")
    press(opened, "Connection to …")
    opened.click_at("at", "p08")
    expect(opened.page.locator("#path-answer")).to_have_text(
        "Hester Gooch sat on Schools and Skills Committee; Ivor Thirtle sat on Schools and Skills Committee."
    )
    assert opened.shown() == {"p07", "schools", "p08"}


def test_the_shortest_way_between_two_that_are_named(open_view: Open) -> None:
    opened = open_view(small_council())
    page = opened.page
    page.click("#path-tool summary")
    page.fill("#path-from", "yarrow")
    page.fill("#path-to", "zeal")
    page.click("#path-find")
    assert opened.shown() == {"out0", "p07", "schools", "p08", "out1"}


def test_what_is_dragged_stays_there_and_can_be_put_back(open_view: Open) -> None:
    opened = open_view(small_council())
    page = opened.page
    x, y = page.evaluate("govgraphMap.at('out1')")
    box = page.locator("#canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + x, box["y"] + y)
    page.mouse.down()
    page.mouse.move(box["x"] + x + 40, box["y"] + y + 25, steps=4)
    page.mouse.up()
    moved = page.evaluate("govgraphMap.at('out1')")
    assert abs(moved[0] - x - 40) < 6
    assert "pins=" in page.evaluate("location.hash")
    page.click("#undo")
    back = page.evaluate("govgraphMap.at('out1')")
    assert abs(back[0] - x) < 2
    assert "pins=" not in page.evaluate("location.hash")


def test_a_link_restores_the_view(open_view: Open) -> None:
    opened = open_view(small_council())
    page = opened.page
    page.uncheck("#show-external_body")
    page.select_option("#time-mode", "day")
    page.fill("#day", "2020-03-10")
    page.keyboard.press("Tab")
    opened.click_at("at", "p00")
    press(opened, "Only neighbours")
    press(opened, "Pin")
    page.click("#zoom-in")
    page.wait_for_timeout(1000)
    fragment, at = page.evaluate("[location.hash, govgraphMap.at('schools')]")
    again = open_view(small_council(), fragment)
    assert again.shown() == opened.shown()
    expect(again.page.locator("#panel h2")).to_have_text("Avery Marsh")
    expect(again.page.locator("#day")).to_have_value("2020-03-10")
    assert not again.page.is_checked("#show-external_body")
    here = again.page.evaluate("govgraphMap.at('schools')")
    assert max(abs(here[0] - at[0]), abs(here[1] - at[1])) < 8


def test_a_link_to_a_line_opens_it(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.click_at("lineAt", opened.line_between("p18", "p05"))
    again = open_view(small_council(), opened.page.evaluate("location.hash"))
    expect(again.page.locator("#panel h2")).to_have_text("Silas Catchpole substituted for Freda Howlett")


def test_a_broken_link_shows_everything(open_view: Open) -> None:
    opened = open_view(small_council(), "#node=nobody&kinds=x&day=never&pins=1,a&at=1,2&path=a,b&folded=,")
    assert len(opened.shown()) == len(small_council().nodes)


def test_panning_shifts_the_picture_and_draws_it_again(open_view: Open) -> None:
    opened = open_view(small_council())
    page = opened.page
    box = page.locator("#canvas").bounding_box()
    assert box
    colour = """(id) => { const c = document.querySelector("#canvas canvas"); const [x, y] = govgraphMap.at(id);
        const r = c.width / c.clientWidth; return [...c.getContext("2d").getImageData(x * r, y * r, 1, 1).data]; }"""
    before = page.evaluate("govgraphMap.at('schools')")
    page.mouse.move(box["x"] + 40, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 70, box["y"] + 50, steps=4)
    page.wait_for_timeout(100)
    assert page.evaluate(colour, "schools")[:3] == [0xB4, 0x52, 0x0E]
    page.mouse.up()
    page.wait_for_timeout(100)
    after = page.evaluate("govgraphMap.at('schools')")
    assert abs(after[0] - before[0] - 30) < 3
