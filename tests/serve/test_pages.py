"""Pages to work in: what they show is escaped, what their forms say is done, and nothing is done without a reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from govgraph.serve.desk import PAGES as DESK
from govgraph.serve.teaching import Teaching
from starlette.testclient import TestClient

from ..website.made_up import HOSTILE
from .made_up import KEYS, MadeUp, client_of, desk_in, forms_of

HOME = f"/{KEYS.token}/"
CSRF = f"?csrf={KEYS.csrf}"
PAGES = (
    *("", "people/index.html", "search.html", "audit/index.html", "audit/index.html?done=a-9"),
    *("desk/identities", "desk/decisions?undone=%3Cscript%3Ealert('x')%3C/script%3E", "desk/load"),
    *("desk/teach/", "desk/facts/f-roe", "desk/facts/%3Cscript%3E", "no-such-page"),
)


@pytest.fixture
def desk(tmp_path: Path) -> MadeUp:
    return desk_in(tmp_path)


@pytest.fixture
def client(desk: MadeUp) -> TestClient:
    desk.folder.mkdir()
    (desk.folder / "a&b <i>.txt").write_text("x", "utf-8")
    return client_of(desk, Teaching(desk.folder, desk.who))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_that_documents_say_is_markup(client: TestClient, path: str) -> None:
    html = client.get(HOME + path).text
    assert "<script>alert" not in html
    assert "</style> " not in html
    assert "<i>.txt" not in html
    for action in forms_of(html):
        assert action.endswith(CSRF)
    for address in re.findall(r'(?:href|action|src)="([^"]*)"', html):
        assert not address.startswith(("http:", "//", "javascript:")), address


@pytest.mark.parametrize("path", ["", "meetings/index.html", "desk/identities", "desk/load", "desk/teach/"])
def test_the_pages_to_work_in_are_one_step_from_every_page(client: TestClient, path: str) -> None:
    html = client.get(HOME + path).text
    depth = "../" * path.count("/")
    for page in (*dict(DESK), "audit/index.html", "people/index.html"):
        assert f'href="{depth}{page}"' in html


def test_a_question_is_answered(client: TestClient, desk: MadeUp) -> None:
    html = client.get(HOME + "desk/identities").text
    assert 'value="same p-roe"' in html
    for answer, other, noted in (("same p-roe", "", "p-roe"), ("different", "n-2,n-3", "n-2,n-3"), ("nobody", "", "")):
        given = {"answer": answer, "one": "n-1", "other": other, "why": " a photograph "}
        assert client.post(HOME + "desk/decide" + CSRF, data=given).status_code == 200
        assert desk.done.pop() == (answer.split()[0], "n-1", noted, "a photograph")


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("desk/decide", {"answer": "same p-roe", "one": "n-1", "why": "  "}),
        ("desk/decide", {"answer": "perhaps", "one": "n-1", "why": "x"}),
        ("desk/decide", {"why": "x"}),
        ("audit/settle", {"finding": "a-1"}),
        ("desk/facts/f-roe", {"field-status": "absent"}),
        ("desk/load", {}),
    ],
)
def test_what_lacks_something_is_not_done_and_says_so(
    client: TestClient, desk: MadeUp, page: str, given: dict[str, str]
) -> None:
    answer = client.post(HOME + page + CSRF, data=given)
    assert (answer.status_code, "Nothing was changed" in answer.text) == (400, True)
    assert desk.done == []


def test_a_finding_is_settled(client: TestClient, desk: MadeUp) -> None:
    answer = client.post(HOME + "audit/settle" + CSRF, data={"finding": "a-9", "why": "the register says so"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{HOME}audit/index.html?done=a-9")
    assert desk.done == [("a-9", "the register says so")]
    assert "1 finding that was settled is left out" in client.get(answer.headers["location"]).text


def test_a_fact_shows_its_fields_and_its_line(client: TestClient) -> None:
    html = client.get(HOME + "desk/facts/f-roe").text
    assert 'name="field-status" value="present"' in html
    assert re.search(r'href="\.\./\.\./documents/[^"]*#L2"', html)
    meeting = re.search(r'href="\.\./\.\./(meetings/2024[^"#]*)', html)
    assert meeting is not None
    assert 'href="../desk/facts/f-roe"' in client.get(HOME + meeting[1]).text


@pytest.mark.parametrize("key", ["../store.decisions.toml", "%2e%2e/store.decisions.toml", "none.txt", "/etc/passwd"])
def test_only_documents_of_the_folder_are_taught(client: TestClient, desk: MadeUp, key: str) -> None:
    desk.file.path.write_text("", "utf-8")
    assert client.get(f"{HOME}desk/teach/{key}/").status_code == 404
    answer = client.post(f"{HOME}desk/teach/{key}/save{CSRF}", json={"marks": []})
    assert answer.status_code in {404, 405}
    assert not list(desk.file.path.parent.rglob("*.teaching"))


def test_without_a_store_only_documents_are_taught(tmp_path: Path) -> None:
    (tmp_path / "march.txt").write_text("Present: Ada Birch\n", "utf-8")
    client = client_of(None, Teaching(tmp_path / "march.txt", "Ada"))
    assert client.get(HOME + "index.html").headers["location"] == f"{HOME}desk/teach/"
    listed = client.get(HOME + "desk/teach/").text
    assert 'href="march.txt/"' in listed
    assert "people/index.html" not in listed
    assert client.get(HOME + "desk/identities").status_code == 404
    assert client.get(HOME + "desk/teach/march.txt/").status_code == 200


def test_the_made_up_names_are_hostile() -> None:
    assert "<script>" in HOSTILE
