"""`who-sat --known-by`: by what was published, or approved, on a day; the whole of it when everything is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store
from govgraph.queries import trace
from govgraph.queries.catalogue import Row
from govgraph.queries.known import known_versions, who_sat_known_by
from govgraph.queries.subjects import find_body
from govgraph.queries.who_sat import who_sat

from .made_minutes import write

COUNCIL = 'council = "Harbour District Council"\n'
BODY = "Harbour Committee"


def meeting(date: str, *present: str, **more: object) -> Row:
    return {"body": BODY, "date": date, "present": list(present), **more}


def loaded(store: Store, folder: Path, *meetings: Row) -> str:
    """Loads made-up minutes; gives the id of the body."""
    write(folder, list(meetings))
    (folder / "govgraph.toml").write_text(COUNCIL, "utf-8")
    assert [r.error for r in load([folder], store) if r.error] == []
    return find_body(store, BODY).id


def sat(store: Store, body: str, day: str, known_by: str) -> list[tuple[str | None, str]]:
    answer = who_sat_known_by(store, body, day, day, known_by)
    return [(row["person"], row["certainty"]) for row in answer.rows]


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.long)])
def test_when_everything_is_known_the_answer_is_that_of_the_graph(examples: Store, every: int) -> None:
    compared = 0
    for row in trace.bodies(examples)[::every]:
        for low, high in (("2022-06-14", "2022-06-14"), ("2023-11-01", "2023-11-01"), ("0001-01-01", "9999-12-31")):
            ends = ["2021-05-09", "2025-05-05"]
            wanted = who_sat(examples, row["id"], low, high, ends).rows
            found = who_sat_known_by(examples, row["id"], low, high, "9999-12-31", ends).rows
            shown = [{k: v for k, v in r.items() if k not in {"known", "basis"}} for r in found]
            assert [r | {"why": w["why"]} for r, w in zip(shown, wanted, strict=True)] == wanted
            assert all(r["why"].startswith(w["why"]) for r, w in zip(shown, wanted, strict=True))
            compared += len(wanted)
    assert compared > 50 // every


def test_a_later_document_changes_nothing_of_what_was_known_before(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold", "Cllr C Dare"),
        meeting("2023-06-13", "Cllr A Bold", "Cllr C Dare"),
    )
    # On a day between, membership is an inference from both sides, and the second side was not known in March.
    assert sat(store, body, "2023-03-01", "2023-12-31") == [("Cllr A Bold", "likely"), ("Cllr C Dare", "likely")]
    assert sat(store, body, "2023-03-01", "2023-03-31") == []
    assert sat(store, body, "2023-01-10", "2023-01-10") == [("Cllr A Bold", "certain"), ("Cllr C Dare", "certain")]


def test_an_appointment_is_open_until_its_end_is_known(store: Store, tmp_path: Path) -> None:
    made = [{"person": "Cllr A Bold", "role": "member"}]
    left = [{"person": "Cllr A Bold", "action": "resign"}]
    body = loaded(store, tmp_path, meeting("2023-01-10", appointments=made), meeting("2023-06-13", appointments=left))
    assert sat(store, body, "2023-01-10", "2023-05-01") == [("Cllr A Bold", "appointed")]
    assert sat(store, body, "2023-03-01", "2023-05-01") == []  # no minutes of March or later were known then
    assert sat(store, body, "2023-03-01", "2023-07-01") == [("Cllr A Bold", "appointed")]
    assert sat(store, body, "2023-07-01", "2023-07-01") == []


def test_approval_and_publication_say_when_minutes_were_known(store: Store, tmp_path: Path) -> None:
    body = loaded(
        store,
        tmp_path,
        meeting("2023-01-10", "Cllr A Bold"),
        meeting("2023-03-14", "Cllr A Bold", previous_minutes=["2023-01-10"]),
        meeting("2023-04-11", "Cllr A Bold", source={"published": "2023-05-02"}),
    )
    known = {
        k.document: (k.day, k.basis)
        for k in known_versions(store, trace.body_names(store, body)["scope"], "2023-12-31")
    }
    assert sorted(known.values()) == [
        ("2023-03-14", "approved"),
        ("2023-03-14", "meeting"),
        ("2023-05-02", "published"),
    ]
    assert sat(store, body, "2023-01-10", "2023-02-01") == []
    answer = who_sat_known_by(store, body, "2023-01-10", "2023-01-10", "2023-03-14")
    assert [(r["person"], r["known"], r["basis"]) for r in answer.rows] == [("Cllr A Bold", "2023-03-14", "approved")]
    assert "approved at the meeting of 2023-03-14" in answer.rows[0]["why"]
    assert answer.basis == (
        "2 of 3 documents were known by 2023-03-14: 1 by the meeting that approved them; "
        "1 not before their meeting, which may be too early"
    )
    # Without a day: the latest meeting that was known then.
    assert who_sat_known_by(store, body, None, None, "2023-04-30").to == "2023-03-14"


def test_an_older_version_is_read_where_only_that_was_known(store: Store, tmp_path: Path) -> None:
    draft = meeting("2023-01-10", "Cllr A Bold", "Cllr C Dare", source={"published": "2023-01-20"})
    body = loaded(store, tmp_path, draft)
    loaded(store, tmp_path, meeting("2023-01-10", "Cllr A Bold", source={"published": "2023-02-20"}))
    assert sat(store, body, "2023-01-10", "2023-01-31") == [("Cllr A Bold", "certain"), ("Cllr C Dare", "certain")]
    assert sat(store, body, "2023-01-10", "2023-02-28") == [("Cllr A Bold", "certain")]


@pytest.mark.parametrize("filled", [True, False])
def test_a_named_seat_whose_holder_left_is_vacant_until_it_is_filled(
    store: Store, tmp_path: Path, filled: bool
) -> None:
    seat = {"role": "representative", "represents": "Parent governors"}
    meetings = [
        meeting("2023-01-10", appointments=[{"person": "Ms A Bold", **seat}]),
        meeting("2023-06-13", appointments=[{"person": "Ms A Bold", "action": "resign"}]),
        meeting("2023-09-12", appointments=[{"person": "Mr C Dare", **seat}] if filled else []),
    ]
    body = loaded(store, tmp_path, *meetings)
    rows = who_sat(store, body, "2023-01-10", "2023-12-31").rows
    vacant = [(r["from"], r["to"], r["certainty"], r["open_days"]) for r in rows if r["state"] == "vacant"]
    assert vacant == [("2023-06-13", "2023-09-11", "likely", 90) if filled else ("2023-06-13", None, "likely", 91)]
    assert [r["person"] for r in rows if r["person"]] == (["Ms A Bold", "Mr C Dare"] if filled else ["Ms A Bold"])
