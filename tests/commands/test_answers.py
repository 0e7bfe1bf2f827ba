"""Each command answers with the columns of docs/commands.md, in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from govgraph.graph_loader.store import Store

from .conftest import Govgraph

COMMITTEE = "Children's Services Committee"
SCRUTINY = "Children's Services Scrutiny Sub-Committee"
EVIDENCE = ["document", "line", "quote"]
IDS = {"person_id", "body_id", "fact_id"}
COLUMNS = {
    ("who-sat", COMMITTEE): ["person", "role", "represents", "from", "to", "certainty", "why"],
    ("trace", "Jemima Marsh"): ["date", "body", "fact", "role", "detail"],
    ("substitutions",): ["date", "body", "substitute", "absent"],
    ("appointments",): [
        "date",
        "body",
        "person",
        "holder",
        "represents",
        "role",
        "action",
        "outcome",
        "replaces",
        "made_by",
        "start",
        "end",
        "term",
    ],
    ("attendance",): ["date", "body", "person", "status", "capacity", "role", "meeting"],
    ("attendance", "--summary"): [
        *("person", "body", "came", "expected", "apologies", "absent", "stood_in_for", "in_attendance"),
        *("not_recorded", "first", "last", "why"),
    ],
    ("coverage",): ["body", "date", "state", "run", "why"],
    ("declarations",): ["date", "body", "person", "kind", "item", "reason", "left_meeting"],
    ("votes",): ["date", "body", "person", "vote", "motion", "outcome"],
    ("delegations",): ["date", "body", "function", "delegate", "consult_any", "consult_also", "condition"],
    ("changes", "--from", "2022-06-14", "--to", "2024-07-09"): [
        "body",
        "person",
        "role",
        "change",
        "date",
        "certainty",
        "why",
    ],
    ("path", "Jemima Marsh", "Hugh Dunnaway"): ["step", "from", "kind", "to", "role", "since", "until"],
    ("audit",): ["rule", "verdict", "severity", "person", "body", "date", "message"],
}


@pytest.mark.parametrize("command", COLUMNS, ids="-".join)
def test_rows_have_their_columns_and_their_evidence(ask: Govgraph, command: tuple[str, ...]) -> None:
    wanted = [*COLUMNS[command], *EVIDENCE]
    ended = ask(*command, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    rows = ended.rows()
    assert rows
    for row in rows:
        assert set(wanted) <= set(row)
        if command[0] != "audit" and "came" not in row:
            assert row["document"]
            assert row["line"] >= 1
            assert row["quote"]
    table = next(csv.reader(io.StringIO(ask(*command, "--format", "csv").out)))
    assert [name for name in table if name not in IDS] == wanted
    assert set(table) & IDS == {name for name in IDS if any(row.get(name) for row in rows)}
    assert ask(*command, "--format", "md").out.startswith("| " + " | ".join(wanted) + " |\n|")
    if command == ("audit",):
        return  # its table has the findings alone
    header = ask(*command).out.splitlines()[0].split()
    assert header == [name for name in wanted if any(row[name] not in (None, "", []) for row in rows)]


def test_people_and_bodies_have_ids(ask: Govgraph) -> None:
    rows = ask("who-sat", COMMITTEE, "--on", "2022-06-14", "-f", "json").rows()
    assert all(row["body_id"] for row in rows)
    marsh = next(row for row in rows if row["person"] and "Marsh" in row["person"])
    by_id = ask("trace", marsh["person_id"], "-f", "json").rows()
    assert by_id == ask("trace", "Jemima Marsh", "-f", "json").rows()


def test_narrowed_by_body_person_and_time(ask: Govgraph) -> None:
    every = ask("substitutions", "-f", "json").rows()
    assert {(r["date"], r["substitute"], r["absent"]) for r in every} >= {
        ("2022-11-08", "Cllr Oliver Minchinbrook", "Cllr Kezia Lumb"),
        ("2022-11-08", "Cllr Hugh Dunnaway", "Cllr Winifred Tapscott"),
    }
    one = ask("substitutions", "--body", SCRUTINY, "--from", "2022-11", "--to", "2022-11", "-f", "json").rows()
    assert one == [r for r in every if r["date"] == "2022-11-08"]
    dunnaway = ask("substitutions", "--person", "Hugh Dunnaway", "-f", "json").rows()
    assert dunnaway == [r for r in every if r["substitute"] == "Cllr Hugh Dunnaway"]


def test_nothing_to_say_is_an_empty_array(ask: Govgraph) -> None:
    ended = ask("votes", "--person", "Walter Oddicombe", "--to", "1999", "-f", "json")
    assert (ended.code, json.loads(ended.out)) == (0, [])
    ended = ask("votes", "--to", "1999")
    assert (ended.code, ended.err) == (0, "govgraph: nothing is recorded\n")


def test_names_as_written(ask: Govgraph) -> None:
    people = ask("people", "--mentions", "-f", "json").rows()
    marsh = next(p for p in people if p["name"] == "Cllr Jemima Marsh")
    assert {"Mrs J Marsh"} <= {m["text"] for m in marsh["mentions"]}
    assert all({"document", "line", "text"} <= set(m) for p in people for m in p["mentions"])
    assert "mentions" not in ask("people", "-f", "json").rows()[0]
    assert any(b["name"] == SCRUTINY and b["kind"] == "sub_committee" for b in ask("bodies", "-f", "json").rows())


def test_audit_for_pipelines(ask: Govgraph, tmp_path: Path) -> None:
    assert ask("audit", "--fail-on", "finding").code == 5
    page = tmp_path / "audit.html"
    ended = ask("audit", "substitute_without_apology", "--html", page, "-f", "json")
    assert ended.code == 0
    assert {row["rule"] for row in ended.rows()} == {"substitute_without_apology"}
    assert "A substitute came, and no apology of the absent member is recorded" in page.read_text("utf-8")


def test_rules_are_listed_and_explained(govgraph: Govgraph) -> None:
    rules = govgraph("audits", "-f", "json").rows()
    assert {"name", "title", "severity", "rests_on", "needs", "settles"} <= set(rules[0])
    explained = govgraph("audits", "vacancy").out
    assert explained.startswith("A seat is recorded as vacant\n")
    assert "rests on" in explained


def test_query_modules_and_files(ask: Govgraph, tmp_path: Path) -> None:
    listed = ask("query", "--list").out
    assert "trace/  Who sat where" in listed
    assert "  last_listed " in listed
    folders = {"trace", "audit", "explore", "change", "export", "site"}
    assert folders == {r["folder"] for r in ask("query", "--list", "-f", "json").rows()}
    by_name = ask("query", "substitutions", "-p", f"body_id={SCRUTINY}", "-p", "from=2022-11-01", "-f", "json").rows()
    assert {row["body"] for row in by_name} == {SCRUTINY}
    own = tmp_path / "own.cypher"
    own.write_text("MATCH (p:Person) WHERE p.name CONTAINS $part RETURN p.name AS name, 1 + $n AS n LIMIT 1", "utf-8")
    assert ask("query", own, "-p", "part=Marsh", "-p", "n=1", "-f", "json").rows()[0]["n"] == 2


def test_a_query_of_ones_own_only_reads_unless_it_is_told_to_write(
    govgraph: Govgraph, store: Store, neo4j_dir: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.cypher"
    own.write_text("CREATE (n:Note {text: $text}) RETURN n.text AS text", "utf-8")
    given = ("query", own, "-p", "text='}) DETACH DELETE n //", "--store-dir", neo4j_dir, "-f", "json")
    refused = govgraph(*given)
    assert refused.code == 1
    assert "--write" in refused.err
    assert store.read("MATCH (n:Note) RETURN n") == []
    # Bound and never pasted in: what would be Cypher stays a text.
    assert govgraph(*given, "--write").rows() == [{"text": "'}) DETACH DELETE n //"}]


def test_pages(ask: Govgraph, tmp_path: Path) -> None:
    for command in (
        ("map", "-o"),
        ("map", "--view", "appointments", "-o"),
        ("trace", "Jemima Marsh", "--html"),
        ("changes", "--from", "2022-06-14", "--to", "2024-07-09", "--html"),
    ):
        page = tmp_path / f"{command[0]}.html"
        ended = ask(*command, page)
        assert (ended.code, ended.out.strip()) == (0, str(page))
        text = page.read_text("utf-8")
        assert text.startswith("<!doctype html>")
        assert "default-src &#39;none&#39;" in text
        loaded = re.sub(r"<a\s[^>]*>", "", text)  # a link to where a document was published is followed by hand alone
        assert not re.search(r"\b(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//|url\(\s*[\"']?(?:https?:)?//", loaded)


def test_a_view_that_does_not_exist(ask: Govgraph, tmp_path: Path) -> None:
    ended = ask("map", "--view", "galaxy", "-o", tmp_path / "map.html")
    assert ended.code == 2
    assert "the views are all, council, body, person" in ended.err


def test_the_version(govgraph: Govgraph) -> None:
    assert govgraph("--version").out.startswith("govgraph ")


def test_columns_are_chosen_and_unknown_ones_are_named(ask: Govgraph) -> None:
    shown = ask("substitutions", "--columns", "absent, date").out.splitlines()
    assert shown[0].split() == ["absent", "date"]
    assert {frozenset(row) for row in ask("substitutions", "--columns", "absent,date", "-f", "json").rows()} == {
        frozenset({"absent", "date"})
    }
    ended = ask("substitutions", "--columns", "nosuch")
    assert (ended.code, "there is no column “nosuch”; there are absent" in ended.err) == (2, True)


def test_a_table_fits_the_terminal_unless_it_is_to_be_wide(ask: Govgraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    narrow = ask("who-sat", COMMITTEE, "--on", "2023-06-13").out
    assert max(len(line) for line in narrow.splitlines() if not line.startswith("govgraph:")) <= 80
    assert "\n    2023-05-23-county-council.txt:" in narrow
    wide = ask("who-sat", COMMITTEE, "--on", "2023-06-13", "--wide").out.splitlines()
    assert wide[0].split()[-3:] == EVIDENCE


def test_who_was_meant_is_said_where_it_is_not_plain(ask: Govgraph) -> None:
    assert ask("trace", "Pellatt").err == "govgraph: “Pellatt”: read as Mrs H M Pellatt, OBE\n"
    assert ask("trace", "Jemima Marsh").err == ""
    assert ask("who-sat", "the childrens services committee").err == ""
