"""A human's word in the graph: joined, apart, taken back without a trace, kept through reloads, told when it clashes.

The minutes are made up for this: one councillor written in two ways that nothing joins, and two people of one surname.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from govgraph.cli import app
from govgraph.graph_loader.decisions import read_decisions
from govgraph.graph_loader.pipeline import load, remove
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.write import ensure_schema
from typer.testing import CliRunner

from .test_pipeline import dump

MEETING = "Fenmarsh Parish Council\n\nMinutes of the meeting held on {day}\n\nPresent: {present}\n\nApologies: {away}\n"
MINUTES = {
    "a.txt": ("3 March 2020", "Cllr Ruth Hall (Chair), Cllr B Cole, Cllr John Hall", "Cllr D Eames"),
    "b.txt": ("7 April 2020", "Cllr Ruth Hall (Chair), Cllr B Cole, Cllr D Eames", "Cllr John Hall"),
    "c.txt": ("5 May 2020", "Cllr Ruth Hall (Chair), Cllr Barbara Cole, Cllr Ruth Marrow", "Cllr John Hall"),
    "d.txt": ("2 June 2020", "Cllr John Hall (Chair), Cllr B Cole, Cllr Ruth Marrow", "Cllr D Eames"),
}


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Identity = Callable[..., Ended]


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name, (day, present, away) in MINUTES.items():
        (folder / name).write_text(MEETING.format(day=day, present=present, away=away), "utf-8")
    return folder


@pytest.fixture
def loaded(store: Store, minutes: Path) -> Store:
    assert [r.error for r in load([minutes], store) if r.error] == []
    return store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "decisions.toml"


@pytest.fixture
def identity(neo4j_dir: Path, file: Path) -> Iterator[Identity]:
    def run(*arguments: str) -> Ended:
        given = [*arguments, "--decisions", str(file), "--store-dir", str(neo4j_dir)]
        result = CliRunner().invoke(app, ["identity", *given])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Ended(result.exit_code, result.stdout, result.stderr)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVGRAPH_WHO", "A. Reader")
        yield run


def person(store: Store, name: str) -> str:
    found = store.read("MATCH (p:Person {name: $name}) RETURN p.id AS id", name=name)
    assert len(found) == 1, (name, found)
    return str(found[0]["id"])


def people(store: Store) -> list[str]:
    return [r["name"] for r in store.read("MATCH (p:Person) RETURN p.name AS name ORDER BY name")]


def written(store: Store) -> list[dict[str, Any]]:
    return store.read("MATCH (m:Mention) RETURN m.id AS id, m.text AS text ORDER BY id")


def the_id(ended: Ended) -> str:
    assert ended.code == 0, ended.err
    return ended.out.split(":")[0]


def test_same_joins_and_rebuilds_and_undo_leaves_no_trace(loaded: Store, identity: Identity, file: Path) -> None:
    before, names, told_apart = dump(loaded), written(loaded), people(loaded)
    hall, marrow = person(loaded, "Cllr Ruth Hall"), person(loaded, "Cllr Ruth Marrow")
    decision = the_id(identity("same", hall, marrow, "--why", "she took another name"))
    assert people(loaded) == [name for name in told_apart if name != "Cllr Ruth Marrow"]
    assert loaded.read("MATCH (:Mention {text: 'Cllr Ruth Marrow'})-[r:REFERS_TO]->(p) RETURN DISTINCT p.id AS id") == [
        {"id": hall}
    ]
    sat = loaded.read("MATCH (:Person {id: $id})-[r:SAT_ON]->() RETURN max(last(r.on)) AS last", id=hall)
    assert sat == [{"last": "2020-06-02"}]
    reasons = loaded.read("MATCH (:Mention)-[r:REFERS_TO {basis: 'human'}]->() RETURN r.reasons AS reasons")
    assert reasons
    assert all("she took another name" in r["reasons"][0] and "A. Reader" in r["reasons"][0] for r in reasons)
    assert written(loaded) == names
    kept = loaded.read("MATCH (d:Decision)-[e:ONE|OTHER]->(:Mention) RETURN d.id AS id, d.who AS who, count(e) AS n")
    assert [(k["id"], k["who"]) for k in kept] == [(decision, "A. Reader")]
    assert identity("undo", decision).code == 0
    assert dump(loaded) == before
    assert read_decisions(file) == ()
    assert decision in file.read_text("utf-8")


def test_different_parts_two_ways_of_writing_one_person(loaded: Store, identity: Identity) -> None:
    before = dump(loaded)
    one = loaded.read("MATCH (:Mention {text: 'Cllr B Cole'})-[:REFERS_TO]->(p) RETURN DISTINCT p.id AS id")
    assert loaded.read("MATCH (:Mention {text: 'Cllr Barbara Cole'})-[:REFERS_TO]->(p) RETURN p.id AS id") == one
    decision = the_id(identity("different", "Cllr B Cole", "Cllr Barbara Cole", "--why", "her brother Bernard"))
    parted = loaded.read(
        "MATCH (m:Mention)-[:REFERS_TO]->(p) WHERE m.text ENDS WITH 'Cole' RETURN m.text AS text, "
        "count(DISTINCT p) AS n ORDER BY text"
    )
    assert parted == [{"text": "Cllr B Cole", "n": 1}, {"text": "Cllr Barbara Cole", "n": 1}]
    apart = loaded.read("MATCH (m:Mention)-[:REFERS_TO]->(p) WHERE m.text ENDS WITH 'Cole' RETURN DISTINCT p.id AS id")
    assert len(apart) == 2
    assert identity("undo", decision, "--why", "one person after all").code == 0
    assert dump(loaded) == before


def test_decisions_outlive_reloads_in_any_order(loaded: Store, identity: Identity, file: Path, minutes: Path) -> None:
    the_id(identity("same", "Cllr Ruth Hall", "Cllr Ruth Marrow", "--why", "she took another name"))
    the_id(identity("different", "Cllr B Cole", "Cllr Barbara Cole", "--why", "her brother Bernard"))
    decided = dump(loaded)
    assert {r.state for r in load([minutes], loaded)} == {"unchanged"}
    assert dump(loaded) == decided
    loaded.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    ensure_schema(loaded)
    # The decisions come before the names, and the names in another order: the graph is the same.
    assert identity("decisions").code == 0
    for name in ("d.txt", "b.txt", "c.txt", "a.txt"):
        assert [r.error for r in load([minutes / name], loaded)] == [None]
    assert dump(loaded) == decided


def test_a_decision_against_a_veto_wins_and_is_told(loaded: Store, identity: Identity) -> None:
    ended = identity("same", "Cllr Ruth Hall", "Cllr John Hall", "--why", "a test of vetoes")
    assert ended.code == 0
    assert "contradicts a veto" in ended.err
    assert "given names differ" in ended.err
    means = loaded.read("MATCH (m:Mention)-[:REFERS_TO]->(p) WHERE m.text ENDS WITH ' Hall' RETURN DISTINCT p.id AS id")
    assert len(means) == 1
    told = identity("decisions", "--format", "json").out
    assert "against a veto" in told
    assert "a test of vetoes" in told
    later = identity("different", "n-none", "Cllr B Cole", "--why", "x")
    assert later.code == 3


def test_the_newest_decision_counts_and_the_older_is_reported(loaded: Store, identity: Identity) -> None:
    before = dump(loaded)
    hall, marrow = person(loaded, "Cllr Ruth Hall"), person(loaded, "Cllr Ruth Marrow")
    first = the_id(identity("different", hall, marrow, "--why", "two people"))
    second = identity("same", hall, marrow, "--why", "no, one")
    assert "overruled by a later decision" in second.err
    assert "overruled" in identity("decisions").out
    assert identity("undo", the_id(second)).code == 0
    assert person(loaded, "Cllr Ruth Marrow") == marrow
    assert identity("undo", first).code == 0
    assert dump(loaded) == before


def test_errors_are_for_people(loaded: Store, identity: Identity, file: Path) -> None:
    unknown = identity("same", "Cllr Ruth Hal", "Cllr Nobody", "--why", "x")
    assert (unknown.code, "nearest" in unknown.err) == (3, True)
    several = identity("same", "Hall", "Cllr B Cole", "--why", "x")
    assert (several.code, "Cllr John Hall" in several.err) == (4, True)
    alike = identity("different", "Cllr D Eames", "Cllr D Eames", "--why", "x")
    assert (alike.code, "both mean one person" in alike.err) == (2, True)
    assert identity("same", "Cllr Ruth Hall", "Cllr Ruth Marrow", "--why", " ").code == 2
    assert identity("same", "Cllr Ruth Hall", "Cllr Ruth Marrow").code == 2
    missing = identity("undo", "d-00000000")
    assert (missing.code, "no decision stands" in missing.err) == (3, True)
    assert not file.exists()
    file.write_text("[[entry]]\nkind = 'perhaps'\n", "utf-8")
    broken = identity("decisions")
    assert (broken.code, "entry 1" in broken.err) == (1, True)


def test_another_file_never_takes_the_place_of_the_decisions_in_silence(
    loaded: Store, identity: Identity, neo4j_dir: Path, tmp_path: Path
) -> None:
    decision = the_id(identity("same", "Cllr Ruth Hall", "Cllr Ruth Marrow", "--why", "one"))
    other = ["identity", "undo", decision, "--decisions", str(tmp_path / "typo.toml"), "--store-dir", str(neo4j_dir)]
    ended = CliRunner().invoke(app, other)
    assert (ended.exit_code, "name their file" in ended.stderr) == (2, True)
    assert loaded.read("MATCH (d:Decision) RETURN d.id AS id") == [{"id": decision}]


def test_explain_gives_weights_and_vetoes_before_and_after(loaded: Store, identity: Identity) -> None:
    apart = identity("explain", "Cllr Ruth Hall", "Cllr John Hall")
    assert "veto" in apart.out
    assert "taken for different people" in apart.out
    one = identity("explain", "Cllr B Cole", "Cllr Barbara Cole")
    assert "the initial B fits Barbara" in one.out
    assert "taken for one person" in one.out
    assert loaded.read("MATCH (d:Decision) RETURN count(d) AS n") == [{"n": 0}]


def test_review_lists_open_names_and_pairs_and_an_answer_closes_them(
    loaded: Store, identity: Identity, minutes: Path
) -> None:
    for name, day in (("e.txt", "7 July 2020"), ("f.txt", "4 August 2020")):
        text = MEETING.format(day=day, present="Cllr Hall (Chair), Cllr D Eames, Cllr E Marrow", away="none")
        (minutes / name).write_text(text, "utf-8")
    assert [r.error for r in load([minutes], loaded) if r.error] == []
    cases = json.loads(identity("review", "--format", "json").out)
    assert [c["records"] for c in cases] == sorted((c["records"] for c in cases), reverse=True)
    (hall,) = [c for c in cases if c["kind"] == "open" and c["case"] == "Cllr Hall"]
    assert {p["name"] for p in hall["persons"]} == {"Cllr Ruth Hall", "Cllr John Hall"}
    assert (hall["document"], hall["quote"]) == ("e.txt", "Cllr Hall")
    assert identity("explain", hall["one"], hall["other"]).code == 0
    before = dump(loaded)
    ruth = person(loaded, "Cllr Ruth Hall")
    decision = the_id(identity("same", hall["one"], ruth, "--why", "John was away that day"))
    means = loaded.read(
        "MATCH (m:Mention {text: 'Cllr Hall'})-[r:REFERS_TO]->(p) RETURN p.id AS id, r.basis AS b, count(m) AS n"
    )
    assert means == [{"id": ruth, "b": "human", "n": 2}]
    assert "Cllr Hall" not in [c["case"] for c in json.loads(identity("review", "--format", "json").out)]
    assert identity("undo", decision).code == 0
    assert dump(loaded) == before
    # Whoever is ruled out is a candidate no longer: the name goes to the one who is left.
    john = person(loaded, "Cllr John Hall")
    decision = the_id(identity("different", hall["one"], ruth, "--why", "Ruth was away that day"))
    assert loaded.read("MATCH (m:Mention {text: 'Cllr Hall'})-[:REFERS_TO]->(p) RETURN DISTINCT p.id AS id") == [
        {"id": john}
    ]
    assert identity("undo", decision).code == 0
    assert dump(loaded) == before


BODIES = (
    "Fenmarsh Parish Council\n\nMinutes of the meeting of the {body} held on {day}\n\nPresent: Cllr Ruth Hall (Chair), "
    "Cllr B Cole\n\nApologies: none\n"
)


@pytest.fixture
def committees(store: Store, tmp_path: Path) -> Store:
    folder = tmp_path / "committees"
    folder.mkdir()
    for number, (body, day) in enumerate(
        (
            ("Harbour Committee", "3 March 2020"),
            ("Harbour Committee", "7 April 2020"),
            ("Harbour and Beach Committee", "5 May 2020"),
            ("Harbour and Beach Committee", "2 June 2020"),
            ("Harbour Committee", "7 July 2020"),
        )
    ):
        (folder / f"{number}.txt").write_text(BODIES.format(body=body, day=day), "utf-8")
    assert [r.error for r in load([folder], store, "Fenmarsh Parish Council") if r.error] == []
    return store


def met(store: Store) -> list[dict[str, Any]]:
    return store.read(
        "MATCH (m:Meeting)-[:OF]->(b:Body) WITH b, count(m) AS meetings "
        "RETURN b.name AS body, meetings ORDER BY body, meetings"
    )


def test_two_names_of_a_body_are_one_and_undo_leaves_no_trace(committees: Store, identity: Identity) -> None:
    before = dump(committees)
    apart = [{"body": "Harbour Committee", "meetings": 3}, {"body": "Harbour and Beach Committee", "meetings": 2}]
    assert met(committees) == apart
    asked = identity("explain", "Harbour Committee", "Harbour and Beach Committee")
    assert "one name is the other with and, beach" in asked.out
    assert "taken for different bodies" in asked.out
    joined = identity(
        "same", "the Harbour Committee", "Harbour and Beach Committee", "--why", "one in the standing orders"
    )
    decision = the_id(joined)
    assert "are one body" in joined.out
    assert met(committees) == [{"body": "Harbour Committee", "meetings": 5}]
    sat = committees.read("MATCH (:Person {name: 'Cllr Ruth Hall'})-[r:SAT_ON]->(b) RETURN max(last(r.on)) AS last")
    assert sat == [{"last": "2020-07-07"}]
    human = committees.read("MATCH (m:Mention {of: 'body'})-[r:REFERS_TO {basis: 'human'}]->() RETURN r.reasons AS r")
    assert human
    assert any("one in the standing orders" in reason for row in human for reason in row["r"])
    assert "taken for one body" in identity("explain", "Harbour Committee", "Harbour and Beach Committee").out
    assert identity("undo", decision).code == 0
    assert dump(committees) == before


def test_one_name_of_two_bodies_is_parted_by_its_meetings(committees: Store, identity: Identity) -> None:
    before = dump(committees)
    july = committees.read(
        "MATCH (f:Fact)-->(m:Mention {of: 'body', text: 'Harbour Committee'}) WHERE f.date = '2020-07-07' "
        "RETURN m.id AS id ORDER BY id"
    )
    given = ",".join(row["id"] for row in july)
    decision = the_id(identity("different", given, "Harbour Committee", "--why", "founded anew in July"))
    assert [(row["body"], row["meetings"]) for row in met(committees)] == [
        ("Harbour Committee", 1),
        ("Harbour Committee", 2),
        ("Harbour and Beach Committee", 2),
    ]
    assert identity("undo", decision).code == 0
    assert dump(committees) == before


def test_a_person_and_a_body_are_never_one(committees: Store, identity: Identity) -> None:
    ended = identity("same", "Cllr Ruth Hall", "Harbour Committee", "--why", "x")
    assert (ended.code, "never one" in ended.err) == (2, True)


def test_pages_hold_the_waterfall_and_escape_what_documents_say(
    store: Store, identity: Identity, minutes: Path, tmp_path: Path
) -> None:
    present = "Cllr Ruth Hall (Chair), Cllr B <b>Cole</b>, Cllr Hall"
    (minutes / "e.txt").write_text(MEETING.format(day="7 July 2020", present=present, away="none"), "utf-8")
    assert [r.error for r in load([minutes], store) if r.error] == []
    page = tmp_path / "explain.html"
    assert identity("explain", "Cllr B Cole", "Cllr Barbara Cole", "--html", str(page)).code == 0
    html = page.read_text("utf-8")
    assert "<svg" in html
    assert 'class="bar for"' in html
    assert "the initial B fits Barbara" in html
    review = tmp_path / "review.html"
    assert identity("review", "--html", str(review)).code == 0
    for text in (html, review.read_text("utf-8")):
        assert "<b>" not in text
        assert "<script" not in text
        assert "http" not in text.replace("http-equiv", "")
        assert "default-src &#39;none&#39;" in text


def test_a_name_that_is_nobodys_is_no_person_wherever_it_is_written_until_that_is_taken_back(
    loaded: Store, identity: Identity, minutes: Path
) -> None:
    before = dump(loaded)
    assert identity("nobody", "Cllr B Cole", "--why", " ").code == 2
    decision = the_id(identity("nobody", "Cllr B Cole", "--why", "a line of the letterhead"))
    meant = "MATCH (m:Mention {text: 'Cllr B Cole'})-[:REFERS_TO]->() RETURN count(m) AS n"
    assert loaded.read(meant) == [{"n": 0}]
    assert "Cllr B Cole" not in identity("review", "--format", "json").out
    (minutes / "g.txt").write_text(MEETING.format(day="1 September 2020", present="Cllr B Cole", away="none"), "utf-8")
    assert [r.error for r in load([minutes / "g.txt"], loaded) if r.error] == []
    assert loaded.read(meant) == [{"n": 0}]
    assert json.loads(identity("decisions", "--format", "json").out)[0]["verdict"] == "nobody"
    remove(["g.txt"], loaded)
    assert identity("undo", decision).code == 0
    assert dump(loaded) == before


def test_people_written_alike_are_one_question(loaded: Store, identity: Identity, minutes: Path) -> None:
    for number, day in enumerate(("7 July 2003", "4 August 2012")):
        text = MEETING.format(day=day, present="Cllr Thirtle (Chair), Cllr D Eames", away="none")
        (minutes / f"t{number}.txt").write_text(text, "utf-8")
    assert [r.error for r in load([minutes], loaded) if r.error] == []
    cases = [c for c in json.loads(identity("review", "--format", "json").out) if "Thirtle" in c["case"]]
    assert len(cases) == 1
    assert "“Cllr Thirtle” in 2 meetings" in cases[0]["case"]
    assert not any("p-" in told["told_by"] for told in cases[0]["persons"])
    assert identity("same", cases[0]["one"], cases[0]["other"], "--why", "one family, one seat").code == 0
    assert loaded.read("MATCH (p:Person) WHERE p.name = 'Cllr Thirtle' RETURN count(p) AS n") == [{"n": 1}]
