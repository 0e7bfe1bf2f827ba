"""The two Norfolk documents: who sat where on which day, with the certainty, and who is who."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.write import ensure_schema
from govgraph.queries import audit as rules_of
from govgraph.queries import trace
from govgraph.queries.subjects import find_body
from govgraph.queries.who_sat import who_sat

MINUTES = Path(__file__).parents[3] / "shared" / "minutes" / "norfolk"
COMMITTEE = "Children's Services Committee"

pytestmark = [
    pytest.mark.real_minutes,
    pytest.mark.skipif(not MINUTES.is_dir(), reason=f"the real minutes are not beside the checkout ({MINUTES})"),
]


@pytest.fixture(scope="module")
def norfolk(neo4j_dir: Path) -> Iterator[Store]:
    with open_store(None, neo4j_dir) as store:
        ensure_schema(store)
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        assert [r.error for r in load([MINUTES], store, "Norfolk County Council") if r.error] == []
        yield store


def sat(store: Store, body: str, day: str) -> list[dict[str, Any]]:
    return who_sat(store, find_body(store, body).id, day, day).rows


def test_the_committee_on_the_day_of_its_meeting(norfolk: Store) -> None:
    rows = sat(norfolk, COMMITTEE, "2014-06-17")
    people = {row["person"] for row in rows}
    assert {"Mrs Chamberlin", "Mr Mash", "Mr R Smith", "Chrissie Smith", "Tina Humber", "Mr J Joyce"} <= people
    assert "Mr W Northam" not in people
    assert {row["certainty"] for row in rows if row["person"]} == {"certain"}
    assert {row["represents"] for row in rows if row["state"] == "vacant"} == {"Post-16 Education", "Schools Forum"}
    assert {row["role"] for row in rows if row["person"] == "Mr J Joyce"} == {"Chair"}


def test_half_a_year_later_only_the_co_opted_are_claimed(norfolk: Store) -> None:
    rows = sat(norfolk, COMMITTEE, "2015-01-01")
    assert {row["person"] for row in rows if row["person"]} == {
        "Vicky Aldous",
        "Kirsty Byrne",
        "Tina Humber",
        "Alex Robinson",
        "Chrissie Smith",
        "Sara Vertigan",
    }
    assert all("2014-15" in row["why"] for row in rows if row["person"])


def test_a_group_whose_members_are_described_and_not_named(norfolk: Store) -> None:
    rows = sat(norfolk, "Small Schools Steering Group", "2014-06-17")
    assert {(row["holder"], row["role"]) for row in rows} == {
        ("A Member of the Conservative Group", "member"),
        ("the vice-Chair of the Children's Services Committee", "chair"),
    }
    assert all(row["person"] is None and "described and not named" in row["why"] for row in rows)


def test_a_member_who_was_replaced(norfolk: Store) -> None:
    assert [row["person"] for row in sat(norfolk, "Capital Priorities Group", "2014-06-17")] == ["Mr R Smith"]


def test_after_the_last_minutes_nobody_is_gone_without_a_word_and_nobody_is_claimed(norfolk: Store) -> None:
    body = find_body(norfolk, COMMITTEE).id
    day, after = (who_sat(norfolk, body, d, d) for d in ("2014-06-17", "2014-06-18"))
    on_it = {row["person"] for row in day.rows if row["person"]}
    assert {row["person"] for row in (*after.rows, *after.last_listed)} == on_it
    assert {row["certainty"] for row in after.last_listed} == {"last_listed"}
    assert not [row for row in after.rows if row["state"] == "vacant"]
    assert any(note.startswith("not known after 17 June 2014") for note in after.notes)
    (later,) = (who_sat(norfolk, body, d, d) for d in ("2020-12-02",))
    assert (later.rows, later.last_listed) == ([], [])


def test_who_is_who(norfolk: Store) -> None:
    means: dict[tuple[str, str], set[str]] = {}
    for person in trace.people(norfolk, mentions=True):
        for mention in person["mentions"]:
            means.setdefault((mention["document"][:3], mention["text"]), set()).add(person["id"])
    names = {p["id"]: p["name"] for p in trace.people(norfolk)}
    same = [
        ("Cllr Eric Seward", "Mr E Seward", "Cllr Eric Seward"),
        ("Cllr Emma Corlett", "Ms E Corlett", "Ms Corlett", "Cllr Emma Corlett"),
        ("Kirsty Byrne", "Dr K Byrne", "Kirsty Byrne"),
        ("Sara Vertigan", "Ms S Vertigan", "Sara Vertigan"),
        ("Vicky Aldous", "Ms V Aldous", "Vicky Aldous"),
        ("Alex Robinson", "Mr A Robinson", "Alex Robinson"),
        ("Cllr Colleen Walker", "Cllr Coleen Walker", "Cllr Colleen Walker"),
        ("Mr R Smith", "Mr R Smith", "Mr Smith"),
        ("Chrissie Smith", "Ms C Smith", "Chrissie Smith"),
    ]
    for name, *texts in same:
        for text in texts:
            found = {names[i] for (_, written), ids in means.items() if written == text for i in ids}
            assert found <= {name}, (text, found)
        assert name in names.values()
    assert "The Chair" not in names.values()
    networks = [b["name"] for b in trace.bodies(norfolk) if "Governor" in b["name"]]
    assert len(networks) == 1


def test_the_audit(norfolk: Store) -> None:
    rows = rules_of.audit(norfolk)
    found = {(row["rule"], row["person"]) for row in rows if row["verdict"] == "finding"}
    assert ("substitute_without_apology", "Mr P Gilmour") not in found
    assert ("name_spelt_two_ways", "Cllr Colleen Walker") in found
    assert {rule for rule, _ in found} >= {"vacancy", "appointment_without_person", "name_spelt_two_ways", "numbering"}
    assert all(row["quote"] for row in rows if row["verdict"] == "finding")
