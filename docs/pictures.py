"""Takes the pictures of the documentation: `python -m govgraph.docs.pictures STORE_DIR`, with Chromium or Chrome.

The store holds the example minutes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from ..graph_loader.store import open_store
from ..visualise import network_map
from .generate import DOCS

PICTURES = DOCS / "pictures"
_COMMITTEE = "Children's Services Committee"


def _panel(page: Page) -> None:
    page.fill("#search", "jemima marsh")
    page.keyboard.press("Enter")
    page.locator("#panel .why-button").first.click()


def _tab(name: str) -> Callable[[Page], None]:
    return lambda page: page.click(f"#tab-{name}")


def _one_day(page: Page) -> None:
    page.select_option("#time-mode", "day")
    page.fill("#day", "2023-06-13")
    page.keyboard.press("Tab")


_TAKEN: tuple[tuple[str, dict[str, Any], Callable[[Page], None] | None], ...] = (
    ("map", {}, None),
    ("map-panel", {}, _panel),
    ("map-body", {"view": "body", "body": _COMMITTEE}, _one_day),
    ("map-person", {"view": "person", "person": "Walter Oddicombe"}, None),
    ("map-council", {"view": "council"}, None),
    ("map-co-membership", {"view": "co-membership"}, None),
    ("map-substitutions", {"view": "substitutions"}, None),
    ("map-appointments", {"view": "appointments"}, None),
    ("map-timeline", {"view": "body", "body": _COMMITTEE}, _tab("timeline")),
    ("map-matrix", {}, _tab("matrix")),
)
"""Name of the picture, what the map is of, and what is done before it is taken."""


def main(store_dir: Path, browser: str = "/usr/bin/chromium") -> None:
    """Opens the maps of the store, chooses what is to be seen, and writes the pictures."""
    with open_store(None, store_dir) as store, tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, asked, before in _TAKEN:
            page = network_map(store, **asked).save(Path(folder) / f"{name}.html")
            window = opened.new_page(viewport={"width": 1200, "height": 760})
            window.goto(page.as_uri())
            window.wait_for_selector("[data-ready]", state="attached")
            if before:
                before(window)
            window.wait_for_timeout(700)
            target = PICTURES / f"{name}.png"
            window.screenshot(path=target)
            # A screenshot has few colours: a palette makes it a quarter of the size.
            Image.open(target).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)
            window.close()
        opened.close()


if __name__ == "__main__":
    typer.run(main)
