"""`correct`: a clerk's word on a misread fact: what follows, the original beside it, reloads, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.store import Store
from govgraph.queries import trace

from .conftest import Ended, run

MINUTES = (
    "Fenmarsh Parish Council\n\nMinutes of the meeting held on 3 March 2020\n\n"
    "Present: Cllr Ruth Hall (Chair), Cllr B Cole\n\nApologies: {away}\n"
)
Do = Callable[..., Ended]


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "minutes" / "a.txt"
    path.parent.mkdir()
    path.write_text(MINUTES.format(away="Cllr D Eames"), "utf-8")
    return path


@pytest.fixture
def do(store: Store, neo4j_dir: Path, minutes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Do:
    monkeypatch.setenv("GOVGRAPH_WHO", "A. Clerk")
    monkeypatch.setenv("GOVGRAPH_DECISIONS", str(tmp_path / "decisions.toml"))

    def do(*arguments: str | Path) -> Ended:
        return run(*arguments, "--store-dir", neo4j_dir)

    assert do("load", minutes.parent).code == 0
    return do


def listing(do: Do, person: str) -> dict[str, Any]:
    (row,) = [r for r in do("attendance", "-f", "json").rows() if r["person"].endswith(person)]
    return row


def dump(store: Store) -> list[Any]:
    """What the facts say, and all that is derived from them."""
    facts = "MATCH (f:Fact) RETURN f {.*} AS p ORDER BY f.id"
    edges = (
        "MATCH (a)-[r:SAT_ON|ATTENDED|REFERS_TO]->(b) "
        "RETURN type(r) AS type, r {.*} AS p, a.id AS a, b.id AS b ORDER BY r.id"
    )
    return [store.read(facts), store.read(edges)]


def test_a_correction_holds_with_what_follows_and_the_original_stays_beside_it(
    do: Do, store: Store, minutes: Path
) -> None:
    before = dump(store)
    eames = listing(do, "Eames")
    assert (eames["status"], eames["corrected"]) == ("apologies", None)
    ended = do("correct", eames["fact_id"], "--set", "status=present", "--why", "the list of apologies begins below")
    assert ended.code == 0
    assert f"`govgraph teach {minutes.name}`" in ended.err
    after = listing(do, "Eames")
    assert after["status"] == "present"
    (words,) = after["corrected"]
    assert words.startswith("status was read as “apologies”; corrected by A. Clerk on ")
    assert words.endswith(": the list of apologies begins below")
    summary = do("attendance", "--summary", "--person", "Eames", "-f", "json").rows()
    assert [(r["came"], r["expected"]) for r in summary] == [(1, 1)]
    assert "corrected" in do("attendance").out.splitlines()[0]
    # A reload writes what the parser reads: of the same bytes, and of others.
    assert do("load", minutes.parent).code == 0
    assert listing(do, "Eames")["status"] == "present"
    minutes.write_text(MINUTES.format(away="Cllr D Eames") + "\nThe meeting closed.\n", "utf-8")
    assert do("load", minutes.parent).code == 0
    assert listing(do, "Eames")["status"] == "present"
    minutes.write_text(MINUTES.format(away="Cllr D Eames"), "utf-8")
    assert do("load", minutes.parent).code == 0
    listed = do("correct", "-f", "json").rows()
    assert [(r["field"], r["was"], r["value"], r["applies"]) for r in listed] == [
        ("status", "apologies", "present", True)
    ]
    assert listed == trace.corrections(store)
    assert do("correct", "--undo", listed[0]["id"]).code == 0
    assert listing(do, "Eames")["status"] == "apologies"
    assert dump(store) == before
    assert not store.read("MATCH (a:Amendment) RETURN a")


def test_a_name_is_corrected_and_whom_it_means_is_decided_anew(do: Do, store: Store) -> None:
    cole = listing(do, "Cole")
    assert do("correct", cole["fact_id"], "--set", "person=Cllr Barbara Coles", "--why", "a torn page").code == 0
    assert {r["name"] for r in do("people", "-f", "json").rows()} == {
        "Cllr Ruth Hall",
        "Cllr Barbara Coles",
        "Cllr D Eames",
    }
    (row,) = do("trace", "Barbara Coles", "-f", "json").rows()
    assert row["name"] == "Cllr Barbara Coles"
    assert "person was read as “Cllr B Cole”" in row["corrected"][0]
    (mention,) = store.read("MATCH (m:Mention) WHERE m.original IS NOT NULL RETURN m.text AS text, m.original AS was")
    assert mention == {"text": "Cllr Barbara Coles", "was": "Cllr B Cole"}
    # Of two corrections of one field the newer counts, and taking it back leaves the older.
    assert do("correct", cole["fact_id"], "--set", "person=Cllr Bea Coles", "--why", "the signature").code == 0
    newer = do("correct", "-f", "json").rows()[-1]
    assert (newer["was"], newer["value"]) == ("Cllr Barbara Coles", "Cllr Bea Coles")
    assert do("correct", "--undo", newer["id"]).code == 0
    assert listing(do, "Coles")["person"] == "Cllr Barbara Coles"


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (("--set", "status=gone", "--why", "x"), 1, "status cannot be “gone”"),
        (("--set", "colour=red", "--why", "x"), 2, "the fields of this fact: person"),
        (("--set", "status=absent"), 2, "why with --why"),
        (("--set", "person=", "--why", "x"), 2, "not taken away"),
        (("--set", "organisation=X", "--why", "x"), 2, "no name there"),
    ],
)
def test_what_cannot_be_corrected_is_refused_in_words(do: Do, given: tuple[str, ...], code: int, words: str) -> None:
    ended = do("correct", listing(do, "Eames")["fact_id"], *given)
    assert ended.code == code
    assert words in ended.err
    assert do("correct", "-f", "json").rows() == []


def test_an_unknown_fact_and_an_unknown_correction(do: Do) -> None:
    assert do("correct", "f-0", "--set", "status=absent", "--why", "x").code == 3
    assert do("correct", "--undo", "d-0").code == 3


def test_what_is_wrong_as_a_whole_is_taken_out_and_comes_back_when_that_is_taken_back(do: Do, store: Store) -> None:
    before = dump(store)
    fact = listing(do, "Eames")["fact_id"]
    assert do("correct", fact, "--wrong").code == 2
    done = do("correct", fact, "--wrong", "--why", "he is spoken of, and no member")
    assert done.code == 0
    assert store.read("MATCH (p:Person) WHERE p.name CONTAINS 'Eames' RETURN count(p) AS n") == [{"n": 0}]
    (kept,) = store.read("MATCH (f:Fact {id: $id}) RETURN f.corrected AS words, f.status AS status", id=fact)
    assert "wrong, says A. Clerk" in kept["words"][0]
    assert kept["status"] == "apologies"
    correction = done.out.partition(":")[0]
    assert do("correct", "--undo", correction).code == 0
    assert dump(store) == before


def test_whose_minutes_documents_are_is_kept_with_the_decisions(do: Do, store: Store, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.toml"
    assert do("whose", "a.txt", "--council", "Quellmere Town Council", "--why", "the clerk says so").code == 0
    assert "Quellmere Town Council" in decisions.read_text("utf-8")
    said = do("whose", "-f", "json").rows()
    assert [(r["council"], r["basis"]) for r in said] == [("Quellmere Town Council", "stated")]
    assert do("whose", "a.txt", "--undo", "--why", "he was wrong").code == 0
    assert [r["council"] for r in do("whose", "-f", "json").rows()] == ["Fenmarsh Parish Council"]
    assert not store.read("MATCH (s:StatedCouncil) RETURN s")
    assert do("whose", "--undo").code == 2
