"""The page on which a document is annotated: mouse and keys, undo, the records that follow, the file."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from govgraph.commands.teaching.server import HOST, TeachServer
from govgraph.graph_loader.minutes.labelling.models import models
from govgraph.graph_loader.teaching.session import Session
from playwright.sync_api import Browser, Page

TEXT = (
    "COMMONS COMMITTEE\n\nMeeting of 4 March 2021\n\n"
    "Round the table ~ Ada Birch (hayward), Tom Quill, Zoë <b>Orme</b> & Nell Mere\nKept away ~ Ivy “Pen” Penfold\n"
    "\n1. 😀 <script>alert(1)</script>\n"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TeachServer]:
    (tmp_path / "march.txt").write_text(TEXT, "utf-8")
    with TeachServer(Session(tmp_path / "march.txt", "Ada Clerk", models())) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser, server: TeachServer) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(server.address)
    opened.wait_for_selector("html[data-ready]", state="attached")
    yield opened
    context.close()
    assert complaints == []
    assert all(url.startswith(server.address) or url.endswith("favicon.ico") for url in requests), requests


def _word(page: Page, text: str) -> None:
    page.locator("#text span", has_text=text).first.click()


def _drag(page: Page, first: str, last: str) -> None:
    page.locator("#text span", has_text=first).first.hover()
    page.mouse.down()
    page.locator("#text span", has_text=last).first.hover()
    page.mouse.up()


def _saved(server: TeachServer) -> list[str]:
    return server.session.file.read_text("utf-8").splitlines()[7:]


def _all_gone(page: Page) -> None:
    _drag(page, "COMMONS", "Penfold")
    page.keyboard.press("Delete")


def test_a_name_is_labelled_by_mouse_and_by_key_and_saved(page: Page, server: TeachServer) -> None:
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
    rows = [line.split(" ", 1) for line in _saved(server)]
    assert [row[1] for row in rows] == [
        'present name "Ada Birch"',
        'present role "hayward"',
        'apologies name "Ivy “Pen” Penfold"',
    ]


def test_a_list_is_parted_at_its_commas_and_undone(page: Page, server: TeachServer) -> None:
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
    assert all(line.split('"')[1] in TEXT for line in _saved(server))


def test_what_stands_in_the_document_runs_nowhere(page: Page) -> None:
    assert page.locator("#text").text_content() == TEXT.rstrip("\n")
    assert page.locator("#text b, #text script").count() == 0


def _status(server: TeachServer, method: str, path: str, body: str | None = None, **headers: str) -> int:
    connection = http.client.HTTPConnection(HOST, server.server_address[1], timeout=10)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, names)
    status = connection.getresponse().status
    connection.close()
    return status


def test_only_this_machine_with_the_token_is_answered(server: TeachServer) -> None:
    path = f"/{server.token}/"
    assert server.server_address[0] == HOST
    assert _status(server, "GET", path) == 200
    assert _status(server, "GET", "/") == 404
    assert _status(server, "GET", path, Host="example.org") == 404
    marks = json.dumps({"marks": []})
    kind = {"Content_Type": "application/json"}
    assert _status(server, "POST", f"{path}records", marks, **kind) == 200
    assert _status(server, "POST", "/x/save", marks, **kind) == 404
    assert _status(server, "POST", f"{path}save", marks, Origin="https://example.org", **kind) == 404
    assert _status(server, "POST", f"{path}save", marks, Content_Type="text/plain") == 400
    assert _status(server, "POST", f"{path}save", "[", **kind) == 400
    assert _status(server, "POST", f"{path}save", '{"marks": [{"start": 1}]}', **kind) == 400
    wrong = {"start": 0, "end": 10**9, "status": "present", "part": "name"}
    assert _status(server, "POST", f"{path}save", json.dumps({"marks": [wrong]}), **kind) == 409
    assert not server.session.file.exists()
