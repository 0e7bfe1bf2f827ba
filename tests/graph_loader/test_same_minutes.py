"""Two documents of one body, day and hour: one meeting where they say the same, two where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from govgraph.actions.said import two_of_an_hour
from govgraph.graph_loader.pipeline import Loaded, load
from govgraph.graph_loader.same_minutes import Content, of_one_meeting
from govgraph.graph_loader.store import Store
from govgraph.queries import trace

PRESENT = (("Cllr Ada Quell", "present"), ("Cllr Bram Odum", "present"))
OTHERS = (("Cllr Ada Quell", "present"), ("Cllr Eleri Rowe", "present"))
ITEMS = ("Lights", "Harbour wall", "Moorings", "Dredging", "Budget")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((ITEMS, PRESENT), (ITEMS, PRESENT), True),
        ((ITEMS, PRESENT), (tuple(i.upper() + "." for i in ITEMS), PRESENT), True),
        ((ITEMS, PRESENT), (ITEMS[:4], OTHERS), True),  # a draft, whose list was corrected
        ((ITEMS, PRESENT), (ITEMS[:2], PRESENT), True),  # an abridgement
        ((ITEMS, PRESENT), (("Minutes", "Budget", "Parking"), PRESENT), False),
        ((ITEMS, PRESENT), (("Planning appeal",), PRESENT), False),
        (((), PRESENT), (ITEMS, PRESENT), True),
        (((), PRESENT), ((), PRESENT[:1]), True),
        (((), PRESENT), ((), OTHERS), False),
        (((), PRESENT), (ITEMS, (PRESENT[0], ("Cllr Bram Odum", "apologies"))), False),
        (((), ()), (ITEMS, PRESENT), True),  # an agenda without a list
    ],
)
def test_what_two_documents_say_tells_whether_they_are_of_one_meeting(
    one: tuple[tuple[str, ...], tuple[tuple[str, str], ...]],
    other: tuple[tuple[str, ...], tuple[tuple[str, str], ...]],
    same: bool,
) -> None:
    assert of_one_meeting(Content.of(*one), Content.of(*other)) is same
    assert of_one_meeting(Content.of(*other), Content.of(*one)) is same


TEXT = """Saltford Haven Town Council

HARBOUR COMMITTEE

Minutes of the {kind} held on Tuesday 14 May 2024 at 7.00 pm in the Guildhall

Present: Cllr Ada Quell (Chairman), Cllr Bram Odum and {third}.

1. {item}
The report was noted.

2. {more}
RESOLVED that the {more} be mended.
"""
FIRST = TEXT.format(kind="meeting", third="Cllr Ciara Tanzy", item="LIGHTS", more="lanterns")
SECOND = TEXT.format(kind="meeting", third="Cllr Eleri Rowe", item="MOORINGS", more="bollards")
HEARING = TEXT.format(kind="public hearing", third="Cllr Hester Petrossi", item="DREDGING", more="sluices")


def loaded(store: Store, folder: Path, **texts: str) -> dict[str, Loaded]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    found = {r.source.key: r for name in texts for r in load([folder / f"{name}.txt"], store)}
    assert not [r.error for r in found.values() if r.error]
    return found


def meetings(store: Store) -> list[int]:
    """How many people every meeting has, sorted."""
    rows = store.read("MATCH (m:Meeting)-[:OF]->() RETURN count { (m)<-[:ATTENDED]-() } AS people ORDER BY people")
    return [r["people"] for r in rows]


def test_two_meetings_of_one_hour_stay_two_and_that_is_said(store: Store, tmp_path: Path) -> None:
    found = loaded(store, tmp_path / "m", a=FIRST, b=SECOND, c=HEARING)
    assert meetings(store) == [3, 3, 3]
    assert (found["a.txt"].beside, found["b.txt"].beside, found["c.txt"].beside) == ((), ("a.txt",), ())
    body = store.read("MATCH (b:Body {name: 'Harbour Committee'}) RETURN b.id AS id")[0]["id"]
    assert [r["state"] for r in trace.coverage(store, body)] == ["held"] * 3
    came = {r["person"]: (r["came"], r["expected"]) for r in trace.attendance_summary(store, body)}
    assert came["Cllr Ada Quell"] == (3, 3)
    again = loaded(store, tmp_path / "m", c=HEARING, b=SECOND, a=FIRST)
    assert {r.state for r in again.values()} == {"unchanged"}
    assert (again["a.txt"].beside, again["b.txt"].beside, again["c.txt"].beside) == (("b.txt",), ("a.txt",), ())
    assert meetings(store) == [3, 3, 3]


def test_in_any_order_there_are_as_many_and_drafts_are_one(store: Store, tmp_path: Path) -> None:
    draft = FIRST.replace("RESOLVED that", "It was RESOLVED that").replace("Minutes of", "DRAFT Minutes of")
    loaded(store, tmp_path / "m", c=HEARING, b=SECOND, a=FIRST, draft=draft)
    assert meetings(store) == [3, 3, 3]


def test_a_line_for_people_says_which() -> None:
    (said,) = two_of_an_hour([{"document": "b.txt", "beside": ["a.txt"]}, {"document": "c.txt", "beside": []}])
    assert said.startswith("b.txt says other things than a.txt of the same body, day and hour")
