"""`changes`: what differs between two days, and what must not be taken for a change."""

from __future__ import annotations

from pathlib import Path

from govgraph.graph_loader.store import Store
from govgraph.queries.catalogue import Row
from govgraph.queries.changes import changes

from .test_known import loaded, meeting


def told(rows: list[Row]) -> list[tuple[str | None, str, str, str]]:
    return [(r["person"], r["change"], r["date"], r["certainty"]) for r in rows]


def test_joined_left_and_a_new_chair_by_lists_that_say_who_did_not_come(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold (Chair)", "Cllr C Dare", apologies=["Cllr E Fair"]),
        meeting("2023-06-13", "Cllr C Dare (Chair)", "Cllr A Bold", "Cllr G Hale", apologies=["Cllr I Jolly"]),
    )
    rows = changes(store, "2023-01-10", "2023-06-13", body)
    assert told(rows) == [
        ("Cllr G Hale", "joined", "2023-06-13", "likely"),
        ("Cllr I Jolly", "joined", "2023-06-13", "likely"),
        ("Cllr E Fair", "left", "2023-06-13", "likely"),
        ("Cllr A Bold", "role", "2023-06-13", "certain"),
        ("Cllr C Dare", "role", "2023-06-13", "certain"),
    ]
    assert all(row["document"] and row["line"] and row["quote"] for row in rows)
    # The same from days between meetings: the latest meeting before each counts.
    assert told(changes(store, "2023-03-01", "2023-12-31")) == told(rows)
    assert changes(store, "2023-01-10", "2023-05-01", body) == []


def test_a_list_that_does_not_say_who_stayed_away_is_no_evidence_of_a_change(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store, tmp_path, meeting("2023-01-10", "Cllr A Bold", "Cllr C Dare"), meeting("2023-06-13", "Cllr A Bold")
    )
    assert changes(store, "2023-01-10", "2023-06-13", body) == []


def test_decisions_are_certain_whatever_the_lists_say(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold", "Cllr C Dare"),
        meeting(
            "2023-06-13",
            "Cllr A Bold",
            appointments=[
                {"person": "Cllr C Dare", "action": "resign"},
                {"person": "Cllr E Fair", "role": "member"},
            ],
        ),
    )
    assert told(changes(store, "2023-01-10", "2023-12-31", body)) == [
        ("Cllr E Fair", "joined", "2023-06-13", "certain"),
        ("Cllr C Dare", "left", "2023-06-13", "certain"),
    ]


def test_seats_that_open_and_are_filled(store: Store, tmp_path: Path) -> None:
    seat = {"role": "representative", "represents": "Parent governors"}
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold"),
        meeting("2023-06-13", "Cllr A Bold", appointments=[{"action": "vacancy", **seat}]),
        meeting("2023-09-12", "Cllr A Bold", appointments=[{"person": "Mr C Dare", **seat}]),
    )
    assert told(changes(store, "2023-01-10", "2023-07-01", body)) == [(None, "vacant", "2023-06-13", "appointed")]
    assert told(changes(store, "2023-07-01", "2023-12-31", body)) == [
        ("Mr C Dare", "joined", "2023-09-12", "certain"),
        ("Mr C Dare", "filled", "2023-09-12", "certain"),
    ]
    # Opened and filled in between: the two days do not differ in it.
    assert [r["change"] for r in changes(store, "2023-01-10", "2023-12-31", body)] == ["joined"]


def test_the_end_of_the_councils_term_ends_what_has_no_end_of_its_own(store: Store, tmp_path: Path) -> None:
    made = [{"person": "Cllr A Bold"}, {"person": "Cllr C Dare", "end": "2024-12-31"}]
    body = loaded(store, tmp_path, meeting("2023-01-10", appointments=made))
    scope = {"harbour district": ["2019-05-05", "2023-05-07", "2027-05-02"]}
    rows = changes(store, "2023-01-10", "2023-12-31", body, scope)
    assert told(rows) == [("Cllr A Bold", "left", "2023-05-07", "certain")]
    assert "term ends on 2023-05-07, by its profile" in rows[0]["why"]
    assert changes(store, "2023-01-10", "2023-12-31", body) == []
