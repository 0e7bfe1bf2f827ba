"""A page opened in the browser that notes everything that goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from govgraph.visualise.model import View
from govgraph.visualise.page import build_page
from playwright.sync_api import Browser, Dialog, Page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Opened:
    """A page in the browser, with what it asked for and what it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def click_at(self, function: str, ident: str) -> None:
        """Clicks with the mouse where a node (`at`) or the middle of a line (`lineAt`) is drawn."""
        x, y = self.page.evaluate(f"id => govgraphMap.{function}(id)", ident)
        box = self.page.locator("#canvas").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + x, box["y"] + y)

    def refuse(self, dialog: Dialog) -> None:
        """Notes that a dialog opened, which nothing on the page ever asks for."""
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def shown(self) -> set[str]:
        """Ids of the nodes that the picture shows."""
        return set(self.page.evaluate("govgraphMap.nodes()"))

    def line_between(self, source: str, target: str) -> str:
        """The id of the line from one node to another."""
        found = self.page.evaluate(
            """([s, t]) => JSON.parse(document.getElementById("data").textContent)
                .network.edges.find((e) => e.from === s && e.to === t).id""",
            [source, target],
        )
        return str(found)


Open = Callable[..., Opened]


@pytest.fixture
def open_view(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a view, and at the end holds it to its promises: no request, no complaint, no violation."""
    contexts = []
    pages: list[Opened] = []

    def open_(view: View, fragment: str = "", origin: str = "", **options: Any) -> Opened:
        path = build_page(view, origin).save(tmp_path / f"{len(pages)}.html")
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 860}} | options))
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", opened.refuse)
        opened.page.goto(path.as_uri() + fragment)
        opened.page.wait_for_selector("html[data-ready]", state="attached")
        pages.append(opened)
        return opened

    yield open_
    for opened in pages:
        opened.complaints += opened.page.evaluate("govgraphMap.problems()")
    for context in contexts:
        context.close()
    for opened in pages:
        assert opened.complaints == []
        assert [url for url in opened.requests if not url.startswith(("file:", "blob:", "data:"))] == []
        assert sum(url.startswith("file:") for url in opened.requests) == 1
