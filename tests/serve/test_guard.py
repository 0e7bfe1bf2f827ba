"""Nobody but a person with the address, on this machine, through a page of this server, is answered."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from govgraph.serve.application import application
from govgraph.serve.guard import HOST as LOOPBACK
from govgraph.serve.server import Server
from govgraph.serve.teaching import Teaching
from starlette.routing import BaseRoute, Mount, Route
from starlette.testclient import TestClient

from .made_up import HOST, KEYS, MadeUp, client_of, desk_in

HOME = f"/{KEYS.token}/"


@pytest.fixture
def desk(tmp_path: Path) -> MadeUp:
    return desk_in(tmp_path)


@pytest.fixture
def client(desk: MadeUp) -> TestClient:
    return client_of(desk, Teaching(desk.folder, desk.who))


def test_the_front_page_is_answered_with_what_keeps_it_apart_from_others(client: TestClient) -> None:
    answer = client.get(HOME)
    assert answer.status_code == 200
    headers = answer.headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["content-security-policy"].endswith("; frame-ancestors 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["", "desk/identities", "desk/load", "site.css", "no-such-page"])
def test_no_cookie_is_ever_set(client: TestClient, path: str) -> None:
    assert "set-cookie" not in client.get(HOME + path).headers


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1:80", f"127.0.0.1.example.org:{HOST[-4:]}", ""])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get(HOME, headers={"Host": host})
    assert (answer.status_code, "name of this machine" in answer.text) == (403, True)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": f"https://{HOST}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_from_elsewhere_is_refused(
    client: TestClient, desk: MadeUp, method: str, headers: dict[str, str]
) -> None:
    answer = client.request(method, f"{HOME}desk/undo?csrf={KEYS.csrf}", headers=headers, data={"decision": "d-1"})
    assert (answer.status_code, "somewhere else" in answer.text) == (403, True)
    assert desk.done == []


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/site.css", "/wrong/", "/the-toke/", "/the-token2/", "//the-token/", "/Ω/"]
)
def test_without_the_token_nothing_is_told_but_what_to_do(client: TestClient, path: str) -> None:
    answer = client.get(f"http://{HOST}{path}")
    assert (answer.status_code, "open the address that" in answer.text) == (403, True)
    assert KEYS.token not in answer.text


def _posting(routes: list[BaseRoute], before: str = "") -> Iterator[str]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _posting(list(route.routes), before + route.path)
        elif isinstance(route, Route) and "POST" in (route.methods or ()):
            yield (before + route.path).replace("{key:path}", "march.txt").replace("{fact}", "f-roe")


@pytest.mark.parametrize("query", ["", "?csrf=", "?csrf=wrong", f"?csrf={KEYS.csrf}&csrf=x"])
def test_nothing_is_done_without_the_word_of_the_forms(client: TestClient, desk: MadeUp, query: str) -> None:
    served: Any = client.app
    paths = list(_posting(served.app.routes))
    assert len(paths) >= 8
    for path in paths:
        answer = client.post(f"/{KEYS.token}{path}{query}", data={"why": "x", "decision": "d-1", "finding": "a-1"})
        assert (answer.status_code, "not sent from a page" in answer.text) == (403, True), path
    assert desk.done == []


@pytest.mark.parametrize(("host", "status"), [(LOOPBACK, 200), ("localhost", 200), ("example.org", 403)])
def test_the_usual_port_is_not_named(desk: MadeUp, host: str, status: int) -> None:
    served = application(KEYS, 80, Teaching(desk.folder, desk.who), desk)
    assert TestClient(served, base_url=f"http://{host}").get(HOME).status_code == status


def test_a_form_of_the_server_is_taken(client: TestClient, desk: MadeUp) -> None:
    headers = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
    address = f"{HOME}desk/undo?csrf={KEYS.csrf}"
    answer = client.post(address, headers=headers, data={"decision": "d-1", "why": " for a reason "})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{HOME}desk/decisions?undone=d-1")
    assert desk.done == [("d-1", "for a reason")]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, HOME).status_code == 405


def test_a_request_for_no_path_is_refused(desk: MadeUp) -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "OPTIONS", "path": "*", "query_string": b""}
    scope["headers"] = [(b"host", HOST.encode())]
    app = client_of(desk, Teaching(desk.folder, desk.who)).app
    with ThreadPoolExecutor() as apart:  # a browser's test before this one may have left its loop running here
        apart.submit(lambda: asyncio.run(app(scope, receive, send))).result()  # type: ignore[arg-type]
    assert sent[0]["status"] == 403


def test_what_is_too_large_is_refused_whatever_it_says_of_its_length(desk: MadeUp) -> None:
    client = client_of(desk, Teaching(desk.folder, desk.who), longest=2000)
    address = f"{HOME}desk/load?csrf={KEYS.csrf}"
    answer = client.post(address, files={"files": ("a.txt", b"x" * 3000)})
    assert (answer.status_code, "more than is taken at once" in answer.text) == (413, True)
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    parts = (part for part in (head, b"x" * 3000, b"\r\n--b--\r\n"))  # sent in parts: no length is announced
    answer = client.post(address, content=parts, headers=kind)
    assert (answer.status_code, "more than is taken at once" in answer.text) == (413, True)
    for length in ("-1", "1e3", "9" * 30):
        assert client.post(address, content=b"", headers=kind | {"Content-Length": length}).status_code == 413
    assert not desk.folder.exists()


def test_the_server_listens_on_the_loopback_address_alone(desk: MadeUp) -> None:
    made = Server(lambda keys, port: client_of(desk, Teaching(desk.folder, desk.who)).app)  # type: ignore[arg-type,return-value]
    assert made.address == f"http://{LOOPBACK}:{made.port}/{made.keys.token}/"
    assert len(made.keys.token) >= 32
    assert made.keys.token != made.keys.csrf
    with socket.create_connection((LOOPBACK, made.port), timeout=5) as connection:
        assert connection.getpeername()[0] == LOOPBACK
    made._socket.close()
