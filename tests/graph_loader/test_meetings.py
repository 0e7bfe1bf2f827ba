"""Which meetings are one and which are several: body, day, hour and kind; and what became of them."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.graph.meetings import status_of
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.names.bodies import body_kind

from .without_store import Graph, graph_of, graph_of_texts

TEXT = """Saltford Haven Town Council

{body}

Minutes of the {kind} held on Tuesday 14 May 2024{hour} in the Guildhall, Saltford Haven

Present: Cllr Ada Quell (Chairman), Cllr Bram Odum and {third}.

1. {item}
Noted.
"""
BODY = "HARBOUR COMMITTEE"


def minutes(kind: str, hour: str = " at 7.00 pm", third: str = "Cllr Ciara Tanzy", body: str = BODY) -> str:
    return TEXT.format(kind=kind, hour=hour, third=third, body=body, item="LIGHTS")


def meetings(*texts: str) -> Graph:
    return graph_of_texts({f"{n}.txt": text for n, text in enumerate(texts)})


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("meeting", None),
        ("Ordinary Meeting", None),
        ("regular monthly meeting", None),
        ("Special Meeting", "special"),
        ("Extraordinary General Meeting", "special"),
        ("Emergency Council Meeting", "special"),
        ("Annual Meeting", "annual"),
        ("public hearing", "hearing"),
        ("work session", "work_session"),
        ("regular meeting and public hearing", None),
    ],
)
def test_a_heading_says_what_kind_of_meeting_it_was(heading: str, kind: str | None) -> None:
    (read,) = parse(read_bytes(minutes(heading).encode(), "x.txt"))
    assert read.meeting.kind == kind
    stated = [e.span for e in read.meeting.evidence if e.span.rule == "meeting.kind"]
    assert [bool(s.text) for s in stated] == [True] * bool(kind)


def test_a_body_whose_name_has_the_word_held_an_ordinary_meeting() -> None:
    (read,) = parse(read_bytes(minutes("meeting", body="SPECIAL PROJECTS COMMITTEE").encode(), "x.txt"))
    assert read.meeting.kind is None


@pytest.mark.parametrize("hour", ["", " at 7.00 pm"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ordinary Meeting", "Special Meeting"),
        ("meeting", "public hearing"),
        ("Annual Meeting", "meeting"),
        ("Extraordinary Meeting", "Annual Meeting"),
        ("work session", "regular meeting"),
    ],
)
def test_meetings_of_one_evening_and_of_two_kinds_are_two(one: str, other: str, hour: str) -> None:
    graph = meetings(minutes(one, hour), minutes(other, hour, third="Cllr Dunstan Petrossi"))
    assert len(graph.keys("Meeting")) == 2
    assert graph.names("Body").count("Harbour Committee") == 1
    assert len(graph.keys("Person")) == 4


def test_three_meetings_of_one_day() -> None:
    texts = minutes("meeting"), minutes("public hearing"), minutes("meeting", " at 2.00 pm")
    assert len(meetings(*texts).keys("Meeting")) == 3
    assert len(meetings(*texts[::-1], *texts).keys("Meeting")) == 3


@pytest.mark.parametrize("other", ["meeting", "Ordinary Meeting", "regular meeting"])
def test_two_drafts_of_an_ordinary_meeting_are_one(other: str) -> None:
    graph = meetings(minutes("meeting"), minutes(other))
    assert len(graph.keys("Meeting")) == 1


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        (["held", "announced"], "held"),
        (["announced", "cancelled"], "cancelled"),
        (["held", "inquorate"], "inquorate"),
        ([None], "held"),
        (["announced"], "announced"),
    ],
)
def test_what_became_of_a_meeting_of_several_documents(stated: list[str | None], status: str) -> None:
    assert status_of(stated) == status


@pytest.mark.parametrize("status", ["cancelled", "announced"])
def test_nobody_sits_at_a_meeting_that_did_not_take_place(status: str) -> None:
    read = parse(read_bytes(minutes("meeting").encode(), "x.txt"))
    graph = graph_of(
        [tuple(m.model_copy(update={"meeting": m.meeting.model_copy(update={"status": status})}) for m in read)]
    )
    edges = {kind[1] for rows in graph.derived.values() for kind in rows.edges}
    assert not {"SAT_ON", "ATTENDED"} & edges
    assert {"REFERS_TO", "CALLED_FOR"} <= edges
    assert ("Meeting", "OF", "Body") not in {kind for rows in graph.derived.values() for kind in rows.edges}
    (rows,) = graph.derived.values()
    assert {m["status"] for m in rows.nodes["Meeting"].values()} == {status}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("COMMITTEE ON LIGHTS AND HARBOURS", "committee"),
        ("Committee of the Whole", "committee"),
        ("the Committee for Open Spaces", "committee"),
        ("Committee on Harbours Sub-Committee", "sub_committee"),
    ],
)
def test_a_committee_on_something_is_a_committee(name: str, kind: str) -> None:
    assert body_kind(name) == kind
