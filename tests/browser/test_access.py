"""For everybody: WCAG 2.2 AA by axe-core, announcements, focus that can be seen, no movement where none is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from govgraph.visualise.page import build_page
from playwright.sync_api import expect

from .made_up import small_council

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from .conftest import Open

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("what", ["map", "panel", "list", "timeline", "matrix", "table", "phone"])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, what: str) -> None:
    size: Any = {"width": 360, "height": 740} if what == "phone" else {"width": 1280, "height": 860}
    # The page's own policy lets nobody add a script, axe neither.
    context = browser.new_context(bypass_csp=True, viewport=size)
    page = context.new_page()
    page.goto(build_page(small_council()).save(tmp_path / "map.html").as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    if what in {"list", "timeline", "matrix", "table"}:
        page.click(f"#tab-{what}")
    if what == "panel":
        page.fill("#search", "avery")
        page.keyboard.press("Enter")
        expect(page.locator("#panel h2")).to_be_visible()
    if what == "phone":
        page.click("#filters-button")
    page.evaluate(AXE)
    schemes: tuple[Any, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # else axe meets colours half-way
        found = page.evaluate("(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })", RULES)
        assert [(scheme, v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    context.close()


def test_what_a_filter_leaves_is_announced(open_view: Open) -> None:
    page = open_view(small_council()).page
    status = page.locator("#status")
    assert status.get_attribute("aria-live") == "polite"
    before = status.inner_text()
    page.uncheck("#show-external_body")
    assert status.inner_text() != before
    assert "people" in status.inner_text()


def test_every_stop_of_the_tab_key_can_be_seen(open_view: Open) -> None:
    page = open_view(small_council()).page
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => { const e = document.activeElement; const s = getComputedStyle(e);
            return e === document.body || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2); }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_nothing_moves_for_those_who_want_no_movement(open_view: Open) -> None:
    page = open_view(small_council(), reduced_motion="reduce").page
    page.fill("#search", "avery")
    page.keyboard.press("Enter")
    at = page.evaluate("govgraphMap.at('p00')")
    page.wait_for_timeout(300)
    assert page.evaluate("govgraphMap.at('p00')") == at


def test_the_first_stop_leads_to_the_table(open_view: Open) -> None:
    page = open_view(small_council()).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#table-view")).to_be_focused()
    expect(page.locator("#table-view caption")).to_contain_text("Everything that is shown now")
