"""The map as somebody uses it: with the mouse, by keyboard, on a phone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from govgraph.visualise import read_view
from govgraph.visualise.model import Edge, Node, View
from playwright.sync_api import expect

from .made_up import HOSTILE, small_council

if TYPE_CHECKING:
    from govgraph.graph_loader.store import Store

    from .conftest import Open, Opened


def table_rows(opened: Opened) -> list[str]:
    opened.page.click("#tab-table")
    return [" ".join(text.split()) for text in opened.page.locator("#table-view tbody tr").all_inner_texts()]


def test_everything_is_drawn(open_view: Open) -> None:
    opened = open_view(small_council())
    assert opened.shown() == {n.id for n in small_council().nodes}
    # Drawn, not just listed: the middle of a body's shape has the colour of its kind.
    colour = opened.page.evaluate(
        """() => { const c = document.querySelector("#canvas canvas"); const [x, y] = govgraphMap.at("schools");
        const r = c.width / c.clientWidth; return [...c.getContext("2d").getImageData(x * r, y * r, 1, 1).data]; }"""
    )
    assert colour[:3] == [0xB4, 0x52, 0x0E]


@pytest.mark.parametrize("wide", [1280, 1024])
def test_names_do_not_touch(open_view: Open, wide: int) -> None:
    opened = open_view(small_council(), viewport={"width": wide, "height": 768})
    assert len(_apart(opened)) > 20


def test_names_of_the_example_do_not_touch(open_view: Open, examples: Store) -> None:
    opened = open_view(read_view(examples), viewport={"width": 1024, "height": 768})
    written = _apart(opened)
    assert len(written) > 25
    # The picture fills its room in one direction at least, and letters can be read.
    room = opened.page.evaluate(
        "[document.querySelector('#canvas').clientWidth, document.querySelector('#canvas').clientHeight]"
    )
    scale = opened.page.evaluate("govgraphMap.scale()")
    wide = (max(b["left"] + b["width"] for b in written) - min(b["left"] for b in written)) * scale
    high = (max(b["top"] + b["height"] for b in written) - min(b["top"] for b in written)) * scale
    assert max(wide / room[0], high / room[1]) > 0.75
    assert min(b["size"] for b in written) * scale >= 11


def _apart(opened: Opened) -> list[dict[str, float]]:
    """The boxes of all names that are written, none of which touches another."""
    written: list[dict[str, float]] = opened.page.evaluate("govgraphMap.boxes()")
    for i, a in enumerate(written):
        for b in written[i + 1 :]:
            apart = (
                a["left"] + a["width"] <= b["left"]
                or b["left"] + b["width"] <= a["left"]
                or a["top"] + a["height"] <= b["top"]
                or b["top"] + b["height"] <= a["top"]
            )
            assert apart, (a, b)
    return written


def test_a_click_on_a_person_opens_what_is_behind_it(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.click_at("at", "p00")
    panel = opened.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Avery Marsh")
    expect(panel.locator("blockquote").first).to_have_text("Cllr Avery Marsh, Chair")
    expect(panel.locator("figcaption").first).to_contain_text("2019-05-14-schools.txt")
    expect(panel.locator("figcaption").first).to_contain_text("line 15")
    link = panel.locator("figcaption a").first
    assert link.get_attribute("href") == "https://minutes.example/2019-05-14-schools.txt#:~:text=x"
    expect(panel.locator("figcaption").first).to_contain_text("list.members")
    expect(panel).to_contain_text("“Mr A Marsh”")
    opened.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_a_click_on_a_line_opens_its_spells(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.click_at("lineAt", opened.line_between("p18", "p05"))
    panel = opened.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Silas Catchpole substituted for Freda Howlett")
    expect(panel).to_contain_text("3 November 2020")
    expect(panel.locator("blockquote")).to_have_text("Silas Catchpole, substitute for Freda Howlett")


def test_by_keyboard_from_search_to_quotation(open_view: Open) -> None:
    opened = open_view(small_council())
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("howl")
    expect(page.locator("#suggestions [aria-selected=true]")).to_contain_text("Freda Howlett")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Freda Howlett")
    expect(page.locator("#panel")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('why-button')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_arrows_walk_the_map_and_enter_opens(open_view: Open) -> None:
    opened = open_view(small_council())
    page = opened.page
    page.locator("#canvas").focus()
    outline = page.evaluate("getComputedStyle(document.getElementById('canvas')).outlineStyle")
    page.keyboard.press("ArrowRight")
    first = page.locator("#status").inner_text()
    page.keyboard.press("ArrowDown")
    assert page.locator("#status").inner_text() != first
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() in page.evaluate("document.getElementById('panel').textContent")
    assert outline == "solid"


def test_namesakes_are_told_apart(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.fill("#search", "john smith")
    hints = page.locator("#suggestions small").all_inner_texts()
    assert sorted(hints) == ["Roads Committee · 2020", "Schools and Skills Committee · 2019"]


def test_nobody_of_that_name(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.fill("#search", "zzzz")
    expect(page.locator("#suggestions")).to_contain_text("Nobody and nothing here is called that")
    page.fill("#search", "freda howlet")
    expect(page.locator("#suggestions .name")).to_have_text(["Freda Howlett"])
    page.fill("#search", "freda hwolett")
    expect(page.locator("#suggestions .name").first).to_have_text("Freda Howlett")


def test_the_person_of_a_view_is_in_the_middle_and_marked(open_view: Open) -> None:
    view = replace(small_council(), kind="person", centre="p07")
    opened = open_view(view)
    x, _ = opened.page.evaluate("govgraphMap.at('p07')")
    places = [opened.page.evaluate("id => govgraphMap.at(id)", node) for node in ("council", "schools", "out0")]
    ys = [at[1] for at in places]
    assert min(ys) < opened.page.evaluate("govgraphMap.at('p07')")[1] < max(ys)
    assert 0.3 < x / opened.page.evaluate("document.querySelector('#canvas').clientWidth") < 0.7
    # The ring round it has the colour of its kind.
    colour = opened.page.evaluate(
        """() => { const c = document.querySelector("#canvas canvas"); const [x, y] = govgraphMap.at("p07");
        const r = c.width / c.clientWidth; const ring = 14 * govgraphMap.scale();
        return [...c.getContext("2d").getImageData((x - ring) * r, y * r, 1, 1).data]; }"""
    )
    assert colour[2] > colour[0] + 40


def test_a_table_sorts_and_keeps_rows_with_words(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.click("#tab-table")
    who = "#table-view tbody th bdi"
    page.get_by_role("button", name="Who", exact=True).click()
    names = page.locator(who).all_inner_texts()
    page.get_by_role("button", name="Who", exact=True).click()
    assert page.locator("#table-view th").first.get_attribute("aria-sort") == "descending"
    assert page.locator(who).first.inner_text() != names[0]
    page.fill("#table-filter", "yarrow hester")
    rows = page.locator("#table-view tbody tr")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("Hester Gooch")
    expect(page.locator("#table-filter")).to_be_focused()


def test_the_legend_filters_picture_and_table(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.uncheck("#show-external_body")
    assert not {i for i in opened.shown() if i.startswith("out")}
    rows = table_rows(opened)
    assert not [r for r in rows if "Yarrow Trust" in r]
    assert [r for r in rows if "Roads Committee" in r]
    opened.page.click("#undo")
    assert "out0" in opened.shown()


def test_a_connection_is_left_out(open_view: Open) -> None:
    opened = open_view(small_council())
    line = opened.line_between("p18", "p05")
    assert line in opened.page.evaluate("govgraphMap.lines()")
    opened.page.uncheck("#show-substituted_for")
    assert line not in opened.page.evaluate("govgraphMap.lines()")


def test_one_day(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.select_option("#time-mode", "day")
    opened.page.fill("#day", "2020-01-15")
    opened.page.keyboard.press("Tab")
    shown = opened.shown()
    assert "p01" in shown  # appointed without an end
    assert "p02" in shown  # likely: listed before and after
    assert "p10" in shown  # a stated term
    assert "p19" not in shown  # listed once, before
    states = dict(opened.page.evaluate("govgraphMap.states()"))
    assert states[opened.line_between("p01", "schools")] == "appointed"
    assert states[opened.line_between("p02", "schools")] == "likely"
    assert states[opened.line_between("p03", "schools")] == "unknown"  # there before and after, and nothing for the day
    assert any("Not known" in row and "Delia Swann" in row for row in table_rows(opened))


def test_a_day_on_which_a_meeting_lists_somebody_is_certain(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.select_option("#time-mode", "day")
    opened.page.fill("#day", "2020-03-10")
    opened.page.keyboard.press("Tab")
    states = dict(opened.page.evaluate("govgraphMap.states()"))
    assert states[opened.line_between("p02", "schools")] == "certain"


def test_from_to(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.select_option("#time-mode", "range")
    opened.page.fill("#from", "2020-06-01")
    opened.page.keyboard.press("Tab")
    assert opened.line_between("p10", "out3") not in opened.page.evaluate("govgraphMap.lines()")
    assert opened.line_between("p18", "p05") in opened.page.evaluate("govgraphMap.lines()")


def test_only_what_is_not_certain(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.uncheck("#show-certain")
    states = dict(opened.page.evaluate("govgraphMap.states()"))
    assert set(states.values()) == {"appointed", "likely"}


def test_the_table_says_the_same_as_the_picture(open_view: Open) -> None:
    opened = open_view(small_council())
    view = small_council()
    rows = table_rows(opened)
    connected = {e.source for e in view.edges} | {e.target for e in view.edges}
    assert len(rows) == len(view.edges) + len([n for n in view.nodes if n.id not in connected])
    assert "Avery Marsh sat on Schools and Skills Committee Chair 14 May 2019 Certain 2019-05-14-schools.txt 15" in rows
    opened.page.locator("#table-view .why-button", has_text="substituted for").click()
    expect(opened.page.locator("#panel h2")).to_contain_text("substituted for")


def test_hostile_names_stay_text(open_view: Open) -> None:
    opened = open_view(small_council())
    assert HOSTILE in opened.page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.label")
    opened.page.fill("#search", "o'hara")
    assert opened.page.locator("#suggestions .name bdi").first.text_content() == HOSTILE
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").text_content() == HOSTILE
    opened.page.click("#tab-table")
    assert opened.page.locator("#table-view bdi", has_text="alert").first.text_content() == HOSTILE
    assert opened.page.evaluate("document.scripts.length") == 3


def test_two_hundred_hostile_names(open_view: Open) -> None:
    pieces = ("</script>", "<!--", "]]>", "<img src=x onerror=alert(1)>", '"', "'", "`", "${1}", "\\", "&lt;", "\u2028")
    names = [f"{pieces[i % 11]}{pieces[(i * 7 + 3) % 11]} \u202e{i}\u2067 🧑‍⚖️ href" for i in range(200)]
    nodes = tuple(Node(f'n{i}"><b>', "councillor", name, names=(name,)) for i, name in enumerate(names))
    body = Node("b", "committee", "<h1>Body</h1>")
    edges = tuple(Edge(f"e{i}", "sat_on", n.id, "b", role=n.label, why=n.label) for i, n in enumerate(nodes))
    view = View("</title><script>alert(1)</script>", (body, *nodes), edges, notes=("<b>note</b>",))
    opened = open_view(view)
    assert opened.page.title() == "</title><script>alert(1)</script> · network map"
    opened.click_at("at", "b")
    texts = opened.page.locator("#panel .connections .go bdi").all_text_contents()
    assert sorted(texts) == sorted(names)
    opened.page.click("#tab-table")
    assert opened.page.locator("#table-view tbody tr").count() == 200
    assert opened.page.evaluate("document.querySelectorAll('#panel b, #table-view b, img, #filters b').length") == 0
    assert opened.page.evaluate("document.scripts.length") == 3


def test_an_empty_store_says_so(open_view: Open) -> None:
    page = open_view(View("Nothing yet")).page
    expect(page.locator("#empty")).to_contain_text("There is nothing to show yet")
    page.click("#tab-table")


def test_on_a_phone(open_view: Open) -> None:
    opened = open_view(small_council(), viewport={"width": 360, "height": 740}, has_touch=True)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # People are a list under each body, and a body stands under the one that it is part of.
    titles = page.locator("#list-view h2 bdi").all_inner_texts()
    first = ["Fenmarsh County Council", "Schools and Skills Committee", "Schools Scrutiny Sub-Committee"]
    assert titles[:3] == first
    people = page.locator("#list-view section", has=page.get_by_role("heading", name="Roads Committee"))
    expect(people.first).to_contain_text("Osric Playford")
    assert page.evaluate("document.querySelector('#list-view').scrollWidth") <= 360
    page.click("#tab-map")
    expect(page.locator("#filters")).to_be_hidden()
    page.click("#filters-button")
    expect(page.locator("#legend")).to_be_visible()
    page.click("#filters-button")
    page.fill("#search", "marsh")
    page.locator("#suggestions li").first.tap()
    expect(page.locator("#panel h2")).to_have_text("Avery Marsh")
    x, y = page.evaluate("govgraphMap.at('p00')")
    box = page.locator("#panel").bounding_box()
    canvas = page.locator("#canvas").bounding_box()
    assert box
    assert canvas
    page.wait_for_timeout(500)
    x, y = page.evaluate("govgraphMap.at('p00')")
    assert 0 < x < 360
    assert 0 < y + canvas["y"] < box["y"], "the chosen person is not behind the panel"


def test_light_and_dark(open_view: Open) -> None:
    opened = open_view(small_council(), color_scheme="dark")
    assert re.match(r"rgb\(1\d, 2\d, 2\d\)", opened.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    opened.page.emulate_media(color_scheme="light")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 247)"


def test_the_policy_is_in_force(open_view: Open) -> None:
    opened = open_view(small_council())
    opened.page.evaluate(
        """() => { const s = document.createElement("script"); s.textContent = "window.broken = 1";
        document.body.append(s); }"""
    )
    assert opened.page.evaluate("window.broken") is None
    opened.page.wait_for_timeout(50)
    assert any("policy: script-src" in p for p in opened.page.evaluate("govgraphMap.problems().splice(0)"))
    opened.page.evaluate("govgraphMap.forget()")
    opened.complaints.clear()
