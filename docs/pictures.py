"""Takes the pictures of the documentation: `python -m govgraph.docs.pictures STORE_DIR`, with Chromium or Chrome."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typer
from playwright.sync_api import sync_playwright

from ..graph_loader.store import open_store
from ..visualise import network_map
from .generate import DOCS

PICTURES = DOCS / "pictures"


def main(store_dir: Path, browser: str = "/usr/bin/chromium") -> None:
    """Opens the map of the store, chooses what is to be seen, and writes the picture."""
    with open_store(None, store_dir) as store, tempfile.TemporaryDirectory() as folder:
        page = network_map(store).save(Path(folder) / "map.html")
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            window = opened.new_page(viewport={"width": 1440, "height": 900}, device_scale_factor=1.5)
            window.goto(page.as_uri())
            window.wait_for_selector("[data-ready]", state="attached")
            window.wait_for_timeout(500)
            window.screenshot(path=PICTURES / "map.png")
            opened.close()


if __name__ == "__main__":
    typer.run(main)
