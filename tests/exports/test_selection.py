"""What is exported: all, or one council, one body, a time; the same bytes each time; and the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from govgraph.cli import app
from govgraph.exports.formats import FORMATS, export
from govgraph.exports.model import Exported
from govgraph.exports.read import Selection, read_exported
from govgraph.graph_loader.store import Store
from govgraph.queries import trace
from govgraph.queries.profiles import term_ends
from govgraph.queries.subjects import UnknownName, find_body
from govgraph.queries.who_sat import who_sat
from typer.testing import CliRunner, Result


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


GROUP = "Small Schools Working Group"


@pytest.mark.parametrize("format_", FORMATS)
def test_twice_the_same_bytes(format_: str, examples: Store) -> None:
    assert export(examples, format_) == export(examples, format_)


def test_one_day_of_one_body_is_what_the_question_answers(examples: Store) -> None:
    for day in ("2022-09-20", "2024-07-15"):
        found = read_exported(examples, Selection(body=GROUP, from_=day, to=day))
        body = find_body(examples, GROUP)
        ends = term_ends(examples)[trace.spells(examples, body.id)[0]["scope"]]
        answer = who_sat(examples, body.id, day, day, ends)
        assert {t.person for t in found.tenures} == {row["person_id"] for row in answer.rows}
        assert answer.rows
        for row in answer.rows:
            assert any(t.person == row["person_id"] and t.end == row["to"] for t in found.tenures)


def test_a_body_alone_holds_nothing_of_others(examples: Store, exported: Exported) -> None:
    found = read_exported(examples, Selection(body=GROUP))
    body = find_body(examples, GROUP).id
    assert {t.body for t in found.tenures} == {body}
    assert len(found.tenures) == sum(t.body == body for t in exported.tenures)
    assert len(found.facts) < len(exported.facts) / 2
    known = {b.id for b in found.bodies} | {p.id for p in found.people}
    assert {n.id for f in found.facts for n in f.names if n.id} <= known
    behind = {fact for t in exported.tenures if t.body == body for fact in t.facts}
    assert behind <= {f.id for f in found.facts}


def test_a_time_holds_its_meetings(examples: Store, exported: Exported) -> None:
    found = read_exported(examples, Selection(from_="2024-01-01", to="2024-12-31"))
    told = {m.date for m in found.meetings if m.id not in {f.meeting for f in found.facts if (f.date or "") < "2024"}}
    assert told
    assert all(day and day.startswith("2024") for day in told)
    assert 0 < len(found.tenures) < len(exported.tenures)


def test_a_council_by_its_name(examples: Store, exported: Exported) -> None:
    assert read_exported(examples, Selection(council="wexmoorshire county council")).facts == exported.facts
    with pytest.raises(UnknownName):
        read_exported(examples, Selection(council="Nowhere Council"))


def test_the_command_writes_a_file_or_a_folder(examples_dir: Path, tmp_path: Path) -> None:
    ended = run("export", "popolo", "-o", tmp_path / "p.json", "--body", GROUP, "--store-dir", examples_dir)
    assert (ended.exit_code, (tmp_path / "p.json").read_text("utf-8")[:1]) == (0, "{")
    ended = run("export", "csv", "-o", tmp_path / "tables", "--store-dir", examples_dir)
    assert ended.exit_code == 0
    assert (tmp_path / "tables" / "tenures.csv").exists()


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        (("word",), 2, "the formats are graphml, gexf"),
        (("dump", "--body", GROUP), 2, "holds the whole graph"),
        (("gexf", "--body", "No Such Body"), 3, "nothing in the store is called"),
        (("gexf", "--council", "Nowhere Council"), 3, "Wexmoorshire County Council"),
        (("gexf", "--on", "2024-01-01", "--from", "2023"), 2, "either --on"),
    ],
)
def test_what_cannot_be_exported_is_said(
    given: tuple[str, ...], code: int, said: str, examples_dir: Path, tmp_path: Path
) -> None:
    ended = run("export", *given, "-o", tmp_path / "x", "--store-dir", examples_dir)
    assert ended.exit_code == code
    assert said in ended.stderr


def test_a_folder_is_no_file(examples_dir: Path, tmp_path: Path) -> None:
    ended = run("export", "gexf", "-o", tmp_path, "--store-dir", examples_dir)
    assert ended.exit_code == 2
    assert "is a folder" in ended.stderr
