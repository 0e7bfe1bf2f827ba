"""A clerk's hour in a browser: a question is decided, a finding settled, a fact corrected, files dropped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from govgraph.actions.decisions_file import DecisionsFile
from govgraph.graph_loader.store import Store
from govgraph.serve.application import application
from govgraph.serve.desk import Desk
from govgraph.serve.server import Server
from govgraph.serve.teaching import Teaching
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[1] / "browser" / "vendor" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEAD = "Fenmarsh Parish Council\n\nMinutes of the meeting held on {day}\n\n"
FIRST = HEAD.format(day="3 March 2020") + (
    "Present: Cllr Ruth Hall (Chair), Cllr R Cole, Cllr Anne Cole\n\nApologies: Cllr D Eames\n\n"
    "Cllr Cole declared an interest in item 4 as owner of the mill.\n\n"
    "Proposed by Cllr D Eames: that the pond be dug.\n"
)
SECOND = HEAD.format(day="7 April 2020") + "Present: Cllr Ruth Hall (Chair), Cllr R Cole\n\nApologies: Cllr Anne Cole\n"


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return Desk(store, DecisionsFile(tmp_path / "decisions.toml", True), "A. Clerk", tmp_path / "documents")


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    server = Server(lambda keys, port: application(keys, port, Teaching(desk.folder, desk.who), desk))
    thread = threading.Thread(target=server.run)
    thread.start()
    yield server.address
    server.end()
    thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page without JavaScript, at which nothing goes wrong."""
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(120_000)  # the first answers of a store that just began to run
    opened = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(f"{address}desk/load")
    yield opened
    context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith(address)] == []


def _file(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return str(path)


def test_a_clerk_loads_decides_settles_corrects_and_takes_back(
    page: Page, address: str, desk: Desk, tmp_path: Path, browser: Browser
) -> None:
    dropped = [("2020-03-03.txt", FIRST), ("2020-04-07.txt", SECOND), ("empty.txt", "")]
    page.set_input_files("#files", [_file(tmp_path / name, text) for name, text in dropped])
    page.click("main button")
    said = page.locator("main").inner_text()
    assert "3 documents: 2 inserted" in said
    assert "empty.txt: the file is empty" in said
    assert sorted(p.name for p in desk.folder.iterdir()) == ["2020-03-03.txt", "2020-04-07.txt"]

    page.click("text=Who is who")
    question = page.locator("article", has_text="Cllr Cole").first
    question.locator("label", has_text="It is Cllr Anne Cole").click()
    question.locator("input[name=why]").fill("the mill is hers <b>")
    question.locator("button", has_text="Decide").click()
    assert "kept in decisions.toml" in page.locator("main").inner_text()
    assert [j.why for j in desk.file.judgements()] == ["the mill is hers <b>"]

    page.click("text=Audit")
    finding = page.locator("form.inline").first
    count = page.locator("form.inline").count()
    finding.locator("input[name=why]").fill("the clerk was asked")
    finding.locator("button").click()
    assert "1 finding that was settled is left out" in page.locator("main").inner_text()
    assert page.locator("form.inline").count() == count - 1

    page.click("text=Meetings")
    page.locator("main a", has_text="3 March 2020").first.click()
    page.locator("li", has_text="Eames").locator("a.act").first.click()
    page.fill("#f-status", "present")
    page.fill("#why-fact", "the list of apologies begins below")
    page.click("main button")
    assert "Corrected, and all that follows" in page.locator("main").inner_text()
    assert page.locator("main a", has_text="3 March 2020").count() == 1

    page.goto(f"{address}desk/decisions")
    assert page.locator("article").count() == 3
    _is_accessible(browser, address)
    for left in (2, 1, 0):
        page.locator("article button").first.click()
        expect(page.locator("article")).to_have_count(left)


def _is_accessible(browser: Browser, address: str) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 800}, color_scheme="dark")
    page = context.new_page()
    found = []
    for name in ("index.html", "audit/index.html", "desk/identities", "desk/decisions", "desk/load", "desk/teach/"):
        page.goto(address + name)
        page.evaluate(AXE)
        told = page.evaluate("(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })", RULES)
        found += [(name, v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in told["violations"]]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
    context.close()
    assert found == []
