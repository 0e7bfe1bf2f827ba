"""How often somebody came and of how many; which meetings are known and not in the store."""

from __future__ import annotations

from pathlib import Path

from govgraph.graph_loader.store import Store
from govgraph.queries import trace

from .test_known import loaded, meeting


def test_who_came_of_how_many_expected(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold", "Cllr C Dare", apologies=["Cllr E Fair"]),
        meeting("2023-02-14", "Cllr A Bold", "Cllr G Hale", substitutions=[["Cllr G Hale", "Cllr C Dare"]]),
        meeting("2023-03-14"),
        meeting("2023-04-11", "Cllr A Bold", "Cllr C Dare", absent=["Cllr E Fair"]),
        meeting("2023-05-09", "Cllr C Dare", appointments=[{"person": "Cllr I Jolly"}]),
        meeting("2023-06-13", "Cllr C Dare"),
    )
    rows = {r["person"]: r for r in trace.attendance_summary(store, body)}
    counts = {who: (r["came"], r["expected"]) for who, r in rows.items()}
    # A list without names was not taken; after a last listing nothing is expected; a substitute is no member.
    assert counts == {"Cllr A Bold": (3, 3), "Cllr C Dare": (4, 5), "Cllr E Fair": (0, 3), "Cllr I Jolly": (0, 0)}
    assert (rows["Cllr C Dare"]["stood_in_for"], rows["Cllr C Dare"]["not_taken"]) == (1, 1)
    fair = rows["Cllr E Fair"]
    assert (fair["apologies"], fair["absent"], fair["not_recorded"]) == (1, 1, 1)
    assert fair["why"] == (
        "expected where listed as one of the body (2), inferred between two listings (1); "
        "not counted: 1 without a list of people"
    )
    assert rows["Cllr I Jolly"]["not_counted"] == 2
    assert "only an appointment without a stated end speaks for it" in rows["Cllr I Jolly"]["why"]


def test_which_meetings_are_known_and_how_complete_the_run_is(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", announcements=["2023-02-14", "2023-03-14"]),
        meeting("2023-03-21", previous_minutes=["2023-02-28"], announcements=["2023-05-09"]),
        meeting("2023-07-11", announcements=["2023-09-12"]),
    )
    rows = trace.coverage(store, body)
    assert [(r["date"], r["state"]) for r in rows] == [
        ("2023-01-10", "held"),
        ("2023-02-14", "missing"),
        ("2023-02-28", "missing"),
        ("2023-03-14", "announced"),
        ("2023-03-21", "held"),
        ("2023-05-09", "missing"),
        ("2023-07-11", "held"),
        ("2023-09-12", "announced"),
    ]
    assert {r["run"] for r in rows} == {"3 of 6"}
    assert all(r["document"] and r["line"] and r["quote"] for r in rows)
