"""A map in a notebook: the page in a frame of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.visualise.page import build_page

from .made_up import small_council

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_page_runs_in_a_notebooks_frame(browser: Browser, tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><title>n</title>{build_page(small_council())._repr_html_()}", "utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    page.screenshot(path=tmp_path / "notebook.png")
    frame.locator("#search").fill("avery")
    frame.locator("#suggestions li").first.click()
    assert frame.locator("#panel h2").inner_text() == "Avery Marsh"
    context.close()
    assert complaints == []
