from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from govgraph.visualise.layout import arrange
from govgraph.visualise.model import BODY_KINDS, EDGE_KINDS, PERSON_KINDS, Edge, Fact, Node, Quote, View, links
from govgraph.visualise.page import Page, build_page, for_script_element, read_appearance
from govgraph.visualise.pyvis_network import build_network

HOSTILE = "</script><script>alert(1)</script> \"' & \u2028 é 👩"
VIEW = View(
    HOSTILE,
    (Node("p", "councillor", HOSTILE), Node("b", "committee", "Committee")),
    (
        Edge("e0", "sat_on", "p", "b", start="2019-05", facts=("f0",)),
        Edge("e1", "sat_on", "p", "b", start="2020-05"),
        Edge("e2", "represents", "p", "b"),
    ),
    (Fact("f0", "Attendance", "2019-05", (Quote(HOSTILE, HOSTILE, 3),)),),
)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(page: Page) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(page.html)
    return parser.found


def test_the_page_is_a_whole_document() -> None:
    page = build_page(VIEW)
    assert page.html.startswith("<!doctype html>")
    found = elements(page)
    assert [t for t, _ in found].count("h1") == 1
    assert dict(found)["html"]["lang"] == "en-GB"
    assert [t for t, _ in found].count("title") == 1


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute() -> None:
    for tag, attributes in elements(build_page(VIEW)):
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert "src" not in attributes
        assert "style" not in attributes
        assert not [a for a in attributes if a.startswith("on")]


def test_the_policy_allows_exactly_the_style_and_the_script() -> None:
    page = build_page(VIEW)
    policy = next(a["content"] for t, a in elements(page) if a.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert policy.startswith("default-src 'none'; ")
    script = page.html.split("<script>")[-1].rsplit("</script>", 1)[0]
    style = page.html.split("<style>")[1].split("</style>")[0]
    for name, text in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_data_cannot_leave_its_element() -> None:
    page = build_page(VIEW)
    text = page.html.split('id="data">')[1].split("</script>")[0]
    assert not set(text) & set("<>&\u2028\u2029")
    data = json.loads(text)
    assert data["nodes"]["label"][0] == HOSTILE
    assert data["facts"]["quotes"][0] == [[0, 3, HOSTILE, 0, data["words"].index("statement") + 1, 0, ""]]
    assert data["documents"] == [[HOSTILE, ""]]


@pytest.mark.parametrize("text", ["</script>", "<!--", "&amp;", "\u2028\u2029"])
def test_escapes_are_read_back(text: str) -> None:
    assert json.loads(for_script_element({text: text})) == {text: text}


def test_same_view_same_bytes_in_another_process_and_locale(tmp_path: Path) -> None:
    code = (
        "from govgraph.visualise.model import *; from govgraph.visualise.page import build_page; import sys;"
        "build_page(View('\\xc4rger', (Node('p', 'councillor', '\\xd6'), Node('b', 'board', 'B')), "
        "(Edge('e', 'sat_on', 'p', 'b'),))).save(sys.argv[1])"
    )
    made = []
    for seed, locale in (("1", "C"), ("2", "C.UTF-8")):
        target = tmp_path / f"{seed}.html"
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0", "PATH": "/usr/bin:/bin"}
        subprocess.run([sys.executable, "-c", code, str(target)], check=True, env=environment)
        made.append(target.read_bytes())
    assert made[0] == made[1]
    assert "Ärger".encode() in made[0]


def test_spells_of_one_pair_are_one_line_and_lines_of_one_pair_bend() -> None:
    found = links(VIEW)
    assert [(line.kind, line.edges) for line in found] == [("sat_on", (0, 1)), ("represents", (2,))]
    assert found[0].bend == 0
    assert found[1].bend != 0


def test_pyvis_keeps_every_line() -> None:
    data = build_network(VIEW, links(VIEW), arrange(VIEW)).data()
    assert [n["id"] for n in data["nodes"]] == ["p", "b"]
    assert [(e["from"], e["to"]) for e in data["edges"]] == [("p", "b"), ("p", "b")]


def test_an_edge_to_nobody_is_refused() -> None:
    view = View("", (Node("b", "board", "B"),), (Edge("e", "sat_on", "p", "b"),))
    with pytest.raises(KeyError):
        build_page(view)


def test_every_kind_has_a_look_and_a_shape_of_its_own() -> None:
    looks = read_appearance()
    assert set(looks["nodes"]) == {*PERSON_KINDS, *BODY_KINDS, "role", "seat", "resolution"}
    assert set(looks["edges"]) == set(EDGE_KINDS)
    shapes = [look["path"] for kind, look in looks["nodes"].items()]
    # A board and a panel may share a colour; never a shape.
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize(("theme", "paper"), [("light", "#fbfaf7"), ("dark", "#12181d")])
def test_colours_stand_out_from_the_paper(theme: str, paper: str) -> None:
    looks = read_appearance()
    for look in (*looks["nodes"].values(), *looks["edges"].values()):
        assert _contrast(look[theme], paper) >= 3, look


def _contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    shown = Page('<p class="x">&</p>')._repr_html_()
    assert 'srcdoc="&lt;p class=&quot;x&quot;&gt;&amp;&lt;/p&gt;"' in shown
    assert re.match(r'<iframe srcdoc="[^"<>]*" sandbox="allow-scripts', shown)
