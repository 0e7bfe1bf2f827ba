"""How often somebody came and of how many; which meetings are known and not in the store."""

from __future__ import annotations

from pathlib import Path

from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store
from govgraph.queries import trace
from govgraph.queries.who_sat import who_sat

from .made_minutes import write
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


def test_a_meeting_that_did_not_take_place_is_none_and_an_inquorate_one_is_said(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold"),
        meeting("2023-02-14", "Cllr A Bold", status="cancelled"),
        meeting("2023-03-14", "Cllr A Bold", status="inquorate"),
        meeting("2023-04-11", "Cllr A Bold", status="announced"),
        meeting("2023-05-09", "Cllr A Bold", status="adjourned"),
    )
    rows = trace.coverage(store, body)
    assert [(r["date"], r["state"]) for r in rows] == [
        ("2023-01-10", "held"),
        ("2023-02-14", "cancelled"),
        ("2023-03-14", "inquorate"),
        ("2023-04-11", "announced"),
        ("2023-05-09", "adjourned"),
    ]
    assert {r["run"] for r in rows} == {"2 of 2"}
    days = {(r["date"], r["meeting"]) for r in trace.attendance(store, body)}
    assert days == {("2023-01-10", None), ("2023-03-14", "inquorate"), ("2023-05-09", "adjourned")}
    (sat,) = who_sat(store, body, "2023-02-14", "2023-02-14").rows
    assert sat["certainty"] == "likely"
    assert sat["why"].startswith("listed at 3 meetings")
    assert sat["why"].endswith("inquorate: 2023-03-14")
    counted = trace.attendance_summary(store, body)
    assert {(r["expected"], r["last"]) for r in counted} == {(3, "2023-05-09")}
    assert all("1 of these inquorate" in r["why"] for r in counted)


def test_meetings_of_one_day_are_shown_one_by_one(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold", start="09:00"),
        meeting("2023-01-10", "Cllr A Bold", start="09:00", kind="hearing"),
        meeting("2023-01-10", "Cllr A Bold", start="14:00"),
    )
    rows = trace.coverage(store, body)
    assert sorted(r["why"] for r in rows) == [
        "its minutes are in the store; one of several of the day, 09:00",
        "its minutes are in the store; one of several of the day, 14:00",
        "its minutes are in the store; one of several of the day, hearing, 09:00",
    ]
    assert {r["run"] for r in rows} == {"3 of 3"}
    assert {r["expected"] for r in trace.attendance_summary(store, body)} == {3}


def test_bodies_of_one_name_are_told_apart_and_meetings_of_a_day_stand_in_their_order(
    store: Store, tmp_path: Path
) -> None:
    for council, start in (("Harbour District Council", "19:00"), ("Marlow Town Council", "10:00")):
        folder = tmp_path / council.split()[0]
        folder.mkdir()
        write(
            folder,
            [
                meeting("2023-01-10", "Cllr A Bold", start=start),
                meeting("2023-01-10", "Cllr A Bold", start="14:00", kind="special"),
            ],
        )
        (folder / "govgraph.toml").write_text(f'council = "{council}"\n', "utf-8")
    assert [r.error for r in load([tmp_path], store) if r.error] == []
    rows = trace.coverage(store)
    named = [(r["body"], "14:00" in r["why"]) for r in rows if r["body"].startswith("Harbour Committee")]
    harbour, marlow = (
        f"Harbour Committee ({council})" for council in ("Harbour District Council", "Marlow Town Council")
    )
    assert {body for body, _ in named} == {harbour, marlow}
    assert [special for body, special in named if body == harbour] == [True, False]
    assert [special for body, special in named if body == marlow] == [False, True]
    assert {harbour, marlow} <= {r["body"] for r in trace.attendance_summary(store)}
