"""Pages in a browser, from files: nothing is asked of a network, search forgives a typo, WCAG 2.2 AA by axe-core."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from govgraph.website.site import write_site

from .made_up import MAPS, council, rich

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[1] / "browser" / "vendor" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "index.html",
    "people/index.html",
    "people/cllr-ann-roe*.html",
    "bodies/index.html",
    "bodies/cllr-bo-fir*.html",
    "meetings/index.html",
    "meetings/2024-03-05*.html",
    "documents/index.html",
    "documents/cllr-bo-fir*.html",
    "changes/index.html",
    "audit/index.html",
    "maps/index.html",
    "downloads/index.html",
    "search.html",
    "about.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_site(rich(council()), folder, MAPS)
    return folder


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (1280, "light"),
        (360, "dark"),
        *(pytest.param(*pair, marks=pytest.mark.long) for pair in ((1280, "dark"), (360, "light"))),
    ],
)
def test_axe_finds_nothing(browser: Browser, site: Path, width: int, scheme: Any) -> None:
    # The pages' own policy lets nobody add a script, axe neither.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    found = []
    for name in PAGES:
        page.goto(next(site.glob(name)).as_uri())
        page.evaluate(AXE)
        told = page.evaluate("(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })", RULES)
        found += [(name, v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in told["violations"]]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()
    assert found == []


def test_pages_load_their_style_and_nothing_else(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for name in PAGES:
        page.goto(next(site.glob(name)).as_uri())
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is not read"
    context.close()
    assert complaints == []
    files = {url.split("#")[0].split("?")[0] for url in asked}
    assert not [url for url in files if not url.startswith(site.as_uri())]


@pytest.mark.parametrize(
    ("asked", "first"),
    [("Ann Roe", "Cllr Ann Roe"), ("roe", "Cllr Ann Roe"), ("anne roe", "Cllr Ann Roe"), ("pond gruop", "Pond Group")],
)
def test_search_forgives_a_typo(browser: Browser, site: Path, asked: str, first: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.fill("#find", asked)
    page.press("#find", "Enter")
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator("#results a").first.inner_text() == first
    page.locator("#results a").first.click()
    assert page.locator("h1").inner_text() == first
    context.close()


def test_search_says_when_there_is_nothing(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "search.html").as_uri() + "?q=zzzz")
    assert page.locator("#found").inner_text() == "Nothing here is called that."
    context.close()
