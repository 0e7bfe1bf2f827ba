"""The page on which a document is annotated: mouse and keys, undo, the records that follow, the file."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from govgraph.serve.application import application
from govgraph.serve.guard import Keys
from govgraph.serve.server import Server
from govgraph.serve.teaching import Teaching
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

TEXT = (
    "COMMONS COMMITTEE\n\nMeeting of 4 March 2021\n\n"
    "Round the table ~ Ada Birch (hayward), Tom Quill, Zoë <b>Orme</b> & Nell Mere\nKept away ~ Ivy “Pen” Penfold\n"
    "\n1. 😀 <script>alert(1)</script>\n"
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "march.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def address(document: Path) -> Iterator[str]:
    """The page of the document, served."""
    teaching = Teaching(document, "Ada Clerk")
    server = Server(lambda keys, port: application(keys, port, teaching))
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"{server.address}desk/teach/{document.name}/"
    server.end()
    thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(address)
    opened.wait_for_selector("html[data-ready]", state="attached")
    yield opened
    context.close()
    assert complaints == []
    assert all(url.startswith(address) for url in requests), requests


def _word(page: Page, text: str) -> None:
    page.locator("#text span", has_text=text).first.click()


def _drag(page: Page, first: str, last: str) -> None:
    page.locator("#text span", has_text=first).first.hover()
    page.mouse.down()
    page.locator("#text span", has_text=last).first.hover()
    page.mouse.up()


def _saved(document: Path) -> list[str]:
    return document.with_name("march.txt.teaching").read_text("utf-8").splitlines()[7:]


def _all_gone(page: Page) -> None:
    _drag(page, "COMMONS", "Penfold")
    page.keyboard.press("Delete")


def test_a_name_is_labelled_by_mouse_and_by_key_and_saved(page: Page, document: Path) -> None:
    _all_gone(page)
    _drag(page, "Ada", "Birch")
    page.locator("button", has_text="present").first.click()
    _word(page, "hayward")
    page.keyboard.press("r")
    _word(page, "Ivy")
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("a")
    page.wait_for_function("() => document.querySelectorAll('#records li').length === 2")
    assert page.locator("#records").inner_text().split("\n") == [
        "Present (1)",
        "Ada Birch hayward",
        "Apologies (1)",
        "Ivy “Pen” Penfold",
    ]
    page.keyboard.press("Control+s")
    page.wait_for_function(
        "() => document.getElementById('said').textContent.startsWith('Saved: 2 people in march.txt')"
    )
    rows = [line.split(" ", 1) for line in _saved(document)]
    assert [row[1] for row in rows] == [
        'present name "Ada Birch"',
        'present role "hayward"',
        'apologies name "Ivy “Pen” Penfold"',
    ]


def test_a_list_is_parted_at_its_commas_and_undone(page: Page, document: Path) -> None:
    _all_gone(page)
    _drag(page, "Tom", "Mere")
    page.keyboard.press("p")
    names = "[...document.querySelectorAll('#records li')].map(e => e.textContent)"
    page.wait_for_function(f"() => {names}.length === 3")
    assert page.evaluate(names)[0::2] == ["Tom Quill", "Nell Mere"]
    page.keyboard.press("Control+z")
    page.wait_for_function(f"() => {names}.length === 0")
    page.keyboard.press("Control+Shift+Z")
    page.wait_for_function(f"() => {names}.length === 3")
    page.locator("#undo").click()
    page.locator("#undo").click()
    assert page.locator("#said").inner_text() == "Undone"
    assert page.locator("#undo").is_disabled()
    page.locator("#save").click()
    page.wait_for_function("() => document.getElementById('said').textContent.startsWith('Saved')")
    assert all(line.split('"')[1] in TEXT for line in _saved(document))


def test_what_stands_in_the_document_runs_nowhere(page: Page) -> None:
    assert page.locator("#text").text_content() == TEXT.rstrip("\n")
    assert page.locator("#text b, #text script").count() == 0


def test_marks_that_cannot_be_are_refused(document: Path) -> None:
    keys = Keys()
    asked = TestClient(application(keys, 8123, Teaching(document, "Ada Clerk")), base_url="http://127.0.0.1:8123")
    path = f"/{keys.token}/desk/teach/march.txt/"
    assert asked.get(path).status_code == 200

    def status(what: str, content: str, kind: str = "application/json") -> int:
        address = f"{path}{what}?csrf={keys.csrf}"
        return asked.post(address, content=content, headers={"Content-Type": kind}).status_code

    marks = json.dumps({"marks": []})
    assert status("records", marks) == 200
    assert status("save", marks, "text/plain") == 400
    assert status("save", "[") == 400
    assert status("save", "[" * 100_000) == 400
    assert status("save", '{"marks": [{"start": 1}]}') == 400
    wrong = {"start": 0, "end": 10**9, "status": "present", "part": "name"}
    assert status("save", json.dumps({"marks": [wrong]})) == 409
    assert not document.with_name("march.txt.teaching").exists()
