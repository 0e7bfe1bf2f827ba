"""Five hundred names, titles, file names and quotations made to do harm, the whole way: text, and only text."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.documents.parsed_json import LONGEST_NAME
from govgraph.graph_loader.store import Store, open_store
from selectolax.lexbor import LexborHTMLParser

from ..commands.conftest import Ended, run
from .made import empty

pytestmark = pytest.mark.neo4j

LINES = Path(__file__).with_name("hostile.txt").read_text("utf-8").splitlines()
HOSTILE = [line.encode("latin-1", "backslashreplace").decode("unicode_escape") for line in LINES if line[:2] != "# "]
HOSTILE += ["A" * LONGEST_NAME]
PLACES = 9
"""In how many places of a document each of them stands: a body, two people, a role, and so on."""
LISTS = ("people", "bodies", "attendance", "declarations", "appointments", "votes", "coverage")
DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
FORMULA = re.compile(r"\s*[=+@＝＋＠－-](?![\d.]+\Z)")


def record(words: str, /, **more: Any) -> dict[str, Any]:
    span = {"line_start": 1, "line_end": 1, "char_start": 0, "char_end": len(words), "text": words, "rule": "made"}
    return {"span": span, **more}


def meeting(number: int, hostile: str) -> dict[str, Any]:
    """Parsed minutes in which it stands in every place that a document fills."""
    name = f"{hostile} Quell{chr(97 + number // 26)}{chr(97 + number % 26)}"[-LONGEST_NAME:]
    quote = f"{hostile} said {hostile}" + "z" * (10_000 if number % 10 == 0 else 0)
    return {
        "schema": "parsed-minutes/1",
        "source": {
            "name": hostile,
            "sha256": hashlib.sha256(str(number).encode()).hexdigest(),
            "media_type": "text/plain",
        },
        "meeting": record(
            quote, body=hostile, body_kind="committee", date=f"2024-{1 + number // 28:02}-{1 + number % 28:02}",
            parent="Ormley Borough Council", parent_basis="stated", venue=hostile,
        ),
        "attendance": [
            record(quote, person=f"Cllr {name}"[:LONGEST_NAME], status="present", capacity="member", role=hostile),
            record(quote, person=hostile, status="in_attendance", organisation=hostile, reason=hostile),
        ],
        "declarations": [record(quote, person=f"Cllr {name}"[:LONGEST_NAME], kind=hostile, item=hostile, reason=quote)],
        "appointments": [
            record(
                quote, person=f"Cllr {name}"[:LONGEST_NAME], body=hostile, action="appoint", outcome="agreed",
                role=hostile, represents=hostile, term=hostile,
            )
        ],
        "items": [record(quote, number=hostile, title=quote)],
        "resolutions": [record(quote, text=quote, outcome="agreed")],
        "warnings": [record(quote, code=hostile, message=quote)],
    }  # fmt: skip


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose files are called as badly as what stands in them."""
    folder = tmp_path_factory.mktemp("hostile") / "minutes"
    folder.mkdir()
    for number, hostile in enumerate(HOSTILE):
        called = hostile.replace("/", "∕").replace("\0", "")[:100]
        (folder / f"{number:02} {called}.json").write_text(json.dumps(meeting(number, hostile)), "utf-8")
    return folder


@pytest.fixture(scope="module")
def loaded(neo4j_dir: Path, minutes: Path) -> Iterator[Store]:
    with open_store(None, neo4j_dir) as store:
        yield loaded_into(store, minutes)


def loaded_into(store: Store, minutes: Path) -> Store:
    empty(store)
    labels = set(store.read("CALL db.labels() YIELD label RETURN collect(label) AS labels")[0]["labels"])
    ended = run("load", minutes, "--council", "Ormley Borough Council")
    assert ended.code == 0, ended.err
    assert_plain(ended.out + ended.err)
    now = set(store.read("CALL db.labels() YIELD label RETURN collect(label) AS labels")[0]["labels"])
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", label) for label in now - labels)
    return store


def assert_plain(text: str) -> None:
    """Nothing in it moves a terminal's cursor, changes its title or turns the direction of text."""
    assert not CONTROL.search(text), CONTROL.findall(text)[:3]
    assert not DIRECTION.search(text)


def test_a_set_of_five_hundred() -> None:
    assert len(HOSTILE) * PLACES >= 500
    assert len(set(HOSTILE)) == len(HOSTILE)


def test_every_output_is_inert(loaded: Store, tmp_path: Path) -> None:
    told = {row["text"] for row in loaded.read("MATCH (m:Mention) RETURN m.text AS text")}
    assert {h for h in HOSTILE if h.strip()} <= told, "the store has them as written"
    for command in (*([name] for name in LISTS), ["audit"]):
        outputs: dict[str, Ended] = {f: run(*command, "--format", f) for f in ("table", "csv", "json", "md")}
        assert {o.code for o in outputs.values()} <= {0, 1}, outputs
        for output in outputs.values():
            assert_plain(output.err)
        assert_plain(outputs["table"].out)
        rows = list(csv.reader(io.StringIO(outputs["csv"].out)))
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if FORMULA.match(cell)] == []
        assert_plain(outputs["csv"].out)
        assert isinstance(json.loads(outputs["json"].out), list)
        assert_plain(outputs["md"].out)
        lines = outputs["md"].out.splitlines()
        assert len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines}) == 1
        assert not re.search(r"(?<!\\)(?:\\\\)*[<`]", outputs["md"].out)
    assert loaded.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": len(HOSTILE)}]


def test_a_map_of_them_holds_no_element_of_theirs(loaded: Store, tmp_path: Path) -> None:
    assert run("map", "-o", tmp_path / "map.html").code == 0
    text = (tmp_path / "map.html").read_text("utf-8")
    page = LexborHTMLParser(text)
    assert len(page.css("script")) == 3, "those of the page: its appearance, its data and its code"
    assert not page.css("iframe, img, object, embed, base, link")
    assert page.root
    for node in page.root.traverse():
        bad = [n for n, v in node.attributes.items() if n.startswith("on") or "javascript:" in (v or "")]
        assert not bad, node.html


def test_half_a_character_is_refused_in_words(store: Store, tmp_path: Path) -> None:
    """JSON can write one half of a pair of UTF-16, which is no text and which no store takes."""
    file = tmp_path / "half.json"
    file.write_text(json.dumps(meeting(1, "Quell \ud800")), "utf-8")
    ended = run("load", file)
    assert ended.code == 1
    assert "half.json" in ended.err
    assert "by a fault of govgraph" not in ended.err
