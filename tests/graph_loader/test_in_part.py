"""One document after the other, in any order and in any parts, gives the graph of all loaded together.

What a document touches is followed up by itself (`store.shortcuts.part`); here that is held against everything
decided anew.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.decisions import Anchor, Verdict, judge
from govgraph.graph_loader.pipeline import load, remove
from govgraph.graph_loader.refreshing import refresh
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.decisions.judgements import keep_judgements
from govgraph.graph_loader.store.shortcuts import part

from .test_pipeline import dump, empty

COUNCILS = ("Fenmarsh", "Saltmere")
BODIES = ("Planning Committee", "Highways and Drainage Committee", "Highway and Drainage Committee")
NAMES = (
    "Cllr Ruth Hall", "Cllr R Hall", "Cllr Hall", "Cllr John Hall", "Cllr J Hall (Chairman)", "Cllr Barbara Cole",
    "Mrs Cole", "Mr Cole", "Cllr Cole", "Cllr D Eames", "Cllr Dinah Eames", "Cllr Quinlan", "Cllr Ann Quinlan",
    "Cllr Ann Quinian", "Cllr Mary Halpern (née Dunnock)", "Cllr Mary Dunnock", "Cllr Jan Odum-Ellis",
    "Cllr Jan Odum Ellis", "Peter Marrow (Clerk)", "Karen Cranston", "Cllr Thirtle", "Cllr Amy Thirtle",
)  # fmt: skip
TEXT = (
    "{council} Council\n\n{body}\n\nMinutes of the {kind}meeting held on {day} at 7.00 pm\n\nPresent: {present}\n\n"
    "Apologies: {away}\n\n1. Minutes\n\nProposed by {one} and seconded by {other} that the minutes be approved.\n\n"
    "2. Appointments\n\n{said}\n"
)
SAID = (
    "It was resolved that {one} be appointed to the {body} in place of {other}.",
    "It was resolved to co-opt {one} to fill the vacancy left by {other}.",
    "{one} was elected Chairman of the {body}.",
    "{one} was elected Chairman of the {body} for the ensuing year.",
    "It was reported that {one} had resigned from the {body}.",
    "RESOLVED that the Clerk be authorised to act in consultation with the Chairman.",
    "Members noted that Councillor Dunnock would henceforth be known as Councillor Halpern.",
    "It was reported with regret that {one} had died on 3 March 2019.",
    "It was reported that {one} had resigned from the Council.",
    "It was resolved that {one} be appointed to the Village Hall Trust.",
)
KINDS = ("", "", "annual ")
ORDERS, MANY = 4, 200


def made_up_texts(chance: random.Random, number: int, councils: Sequence[str] = COUNCILS) -> dict[str, str]:
    """Minutes, by the names of their files, in which the same surnames, offices and bodies come back."""
    texts = {}
    for at in range(number):
        council, body = chance.choice(councils), chance.choice(BODIES)
        names = chance.sample(NAMES, 8)
        day = f"{chance.randint(1, 28)} {chance.choice(('March', 'June', 'October'))} {chance.randint(2016, 2023)}"
        said = chance.choice(SAID).format(one=names[0], other=names[6], body=chance.choice(BODIES))
        texts[f"{at:02}.txt"] = TEXT.format(
            council=council,
            body=body,
            kind=chance.choice(KINDS),
            day=day,
            present=", ".join(names[:6]),
            away=names[6],
            one=names[1],
            other=names[2],
            said=said,
        )
    return texts


def made_up(chance: random.Random, folder: Path, number: int) -> list[Path]:
    """The same as files in a folder."""
    texts = made_up_texts(chance, number)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts]


def put(store: Store, files: Sequence[Path]) -> None:
    assert [r.error for r in load(files, store) if r.error] == []


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether a part sufficed, of every time that one was tried."""
    tried: list[bool] = []
    original = part.rebuild_part

    def counted(*arguments: Any) -> bool:
        tried.append(original(*arguments))
        return tried[-1]

    monkeypatch.setattr(part, "rebuild_part", counted)
    return tried


SEEDS = [*range(ORDERS), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(ORDERS, MANY))]


@pytest.mark.parametrize("seed", SEEDS)
def test_any_order_in_any_parts_gives_the_graph_of_all_at_once(
    store: Store, tmp_path: Path, parts: list[bool], seed: int
) -> None:
    chance = random.Random(seed)
    files = made_up(chance, tmp_path, 9)
    put(store, files)
    expected = dump(store)
    empty(store)
    chance.shuffle(files)
    while files:
        at = chance.randint(1, 3)
        put(store, files[:at])
        files = files[at:]
    assert dump(store) == expected
    assert parts  # how often a part suffices depends on what happens to be touched


def test_what_was_changed_and_taken_out_again_leaves_the_graph_as_it_was(
    store: Store, tmp_path: Path, parts: list[bool]
) -> None:
    files = made_up(random.Random(3), tmp_path, 6)
    put(store, files)
    expected = [line for line in dump(store) if "Superseded" not in line]
    for at, name in ((2, "Cllr Ruth Hall"), (5, "Cllr Amy Thirtle")):
        original = files[at].read_text("utf-8")
        files[at].write_text(original.replace("Present: ", f"Present: {name}, Cllr Zoe Larter, "), "utf-8")
        put(store, files[at : at + 1])
        files[at].write_text(original, "utf-8")
        put(store, files[at : at + 1])
    (tmp_path / "more").mkdir()
    (other,) = made_up(random.Random(4), tmp_path / "more", 1)
    other = other.rename(other.with_name("more.txt"))
    put(store, [other])
    remove([other.name], store)
    for file in files:
        remove([file.name], store)
    put(store, files)
    assert [line for line in dump(store) if "Superseded" not in line] == expected
    assert any(parts)


@pytest.mark.parametrize("decisions", [6, pytest.param(20, marks=pytest.mark.long)])
def test_decisions_are_followed_up_in_part(store: Store, tmp_path: Path, parts: list[bool], decisions: int) -> None:
    chance = random.Random(11)
    files = made_up(chance, tmp_path, 6)
    put(store, files)
    before = dump(store)
    rows = store.read("MATCH (m:Mention) RETURN m.id AS id, m.text AS text, m.of AS of ORDER BY id")
    standing = []
    for number in range(decisions):
        of = "body" if number % 4 == 3 else "person"
        one, other = chance.sample([r for r in rows if r["of"] == of], 2)
        sides = [[Anchor(r["id"], r["text"], "made up", 1)] for r in (one, other)]
        verdict: Verdict = chance.choice(("same", "different"))
        standing.append(judge(verdict, sides[0], sides[1], "A. Reader", f"2026-01-01T00:{number:02}", "a test"))
        keep_judgements(store, standing)
        refresh(store)
        part_graph = dump(store)
        store.write(
            lambda tx: tx.run("MATCH (d:Document) MERGE (p:Pending {scope: d.scope}) SET p.whole = true").consume()
        )
        refresh(store)
        assert dump(store) == part_graph
    keep_judgements(store, [])
    refresh(store)
    assert dump(store) == before
    assert any(parts)


def test_minutes_of_one_hour_that_are_told_apart_no_longer_leave_nothing_behind(
    store: Store, tmp_path: Path, parts: list[bool]
) -> None:
    put(store, made_up(random.Random(5), tmp_path, 6))
    before = [line for line in dump(store) if "Superseded" not in line]
    other = "Proposed by {one} and seconded by {other} that the roof be mended."
    said = other.format(one=NAMES[1], other=NAMES[4])
    text = TEXT.format(
        council="Fenmarsh", body=BODIES[0], kind="", day="2 March 2015", present=", ".join(NAMES[:6]), away=NAMES[7],
        one=NAMES[0], other=NAMES[4], said=said,
    )  # fmt: skip
    twin = text.replace(", ".join(NAMES[:6]), ", ".join(NAMES[8:20])).replace("roof", "gate")
    (tmp_path / "more").mkdir()
    files = [tmp_path / "more" / "x.txt", tmp_path / "more" / "y.txt"]
    for file, minutes in zip(files, (text, twin), strict=True):
        file.write_text(minutes, "utf-8")
        put(store, [file])
    files[1].write_text(text, "utf-8")
    put(store, [files[1]])
    kept = {row["id"] for row in store.read("MATCH (s:Sighting) RETURN s.meeting AS id")}
    assert kept == {row["id"] for row in store.read("MATCH (m:Meeting) RETURN m.id AS id")}
    remove(["x.txt", "y.txt"], store)
    assert [line for line in dump(store) if "Superseded" not in line] == before
    assert any(parts)
