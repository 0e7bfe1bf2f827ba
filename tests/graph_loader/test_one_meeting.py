"""Two documents of one meeting of which one names no council: one meeting, in any order, and parted again."""

from __future__ import annotations

import itertools

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.graph.facts import fact_rows
from govgraph.graph_loader.graph.hours.one_meeting import joined, parted
from govgraph.graph_loader.graph.rows import Rows
from govgraph.graph_loader.minutes import parse

from .test_same_hour import same
from .without_store import Graph, graph_of_texts

BODY = """HARBOUR COMMITTEE

Minutes of the meeting held on Tuesday 14 May 2024 at 7.00 pm in the Guildhall

Present: Cllr Ada Quell (Chairman), Cllr Bram Odum and Cllr Ciara Tanzy.

1. LIGHTS
Proposed by Cllr Quell, seconded by Cllr Odum, and RESOLVED that the lanterns be mended.
"""
NAMED = "Saltford Haven Town Council\n\n" + BODY
SILENT = BODY + "\n2. DREDGING\nThe report was noted.\n"
OTHERWISE = "Haven Town Council\n\n" + BODY
NEXT_DAY = NAMED.replace("14 May", "15 May").replace("Tuesday", "Wednesday")
TEXTS = {"a.txt": SILENT, "b.txt": NAMED, "c.txt": NEXT_DAY}


def _all(graph: Graph) -> list[Rows]:
    return [*graph.rows.values(), *graph.derived.values()]


def meetings(graph: Graph) -> list[str]:
    return sorted(graph.keys("Meeting"))


def test_it_is_the_meeting_of_the_document_that_names_the_council() -> None:
    alone = graph_of_texts({"b.txt": NAMED})
    both = graph_of_texts({"a.txt": SILENT, "b.txt": NAMED})
    assert meetings(both) == meetings(alone)
    assert len(both.keys("Person")) == len(alone.keys("Person")) == 3
    assert len(both.keys("Attendance")) == len(both.keys("Vote")) + 3
    (rows,) = both.rows.values()
    told: dict[str, set[str]] = {}
    for edge in rows.edges["Fact", "EVIDENCED_BY", "Passage"].values():
        told.setdefault(edge.start, set()).add(edge.end)
    assert all(len(told[fact]) >= 2 for fact in rows.nodes["Attendance"])
    assert {row["own"] for row in rows.nodes["MeetingRecord"].values()} == {"saltford haven town"}
    assert len(rows.nodes["AgendaItem"]) == 2


def test_the_same_bytes_of_two_councils_and_other_days_stay_apart() -> None:
    assert len(meetings(graph_of_texts(TEXTS))) == 2
    two = {"a.txt": NAMED, "b.txt": "Eastmere Town Council\n\n" + BODY}
    assert len(meetings(graph_of_texts(two))) == 2


def test_documents_that_contradict_each_other_stay_apart() -> None:
    other = SILENT.replace("LIGHTS", "MOORINGS").replace("lanterns", "bollards").replace("DREDGING", "SLUICES")
    assert len(meetings(graph_of_texts({"a.txt": other, "b.txt": NAMED}))) == 2


def test_any_order_gives_one_graph() -> None:
    expected = graph_of_texts(TEXTS)
    for order in itertools.permutations(TEXTS):
        found = graph_of_texts({name: TEXTS[name] for name in order})
        assert all(same(a, b) for a, b in zip(_all(found), _all(expected), strict=True)), order


@pytest.mark.parametrize("names", [("a", "b"), ("a", "a2", "b"), ("a", "b", "b2")])
def test_parting_undoes_it(names: tuple[str, ...]) -> None:
    texts = {"a": SILENT, "a2": SILENT.replace("noted", "received"), "b": NAMED, "b2": NAMED.replace("Tanzy", "Rowe")}
    rows = Rows()
    for name in names:
        own = {"a": "folder:minutes", "a2": "folder:more", "b": "saltford haven town", "b2": "haven town"}[name]
        plain = fact_rows(parse(read_bytes(texts[name].encode(), f"{name}.txt")), own)
        for label in plain.nodes:
            for key, values in plain.nodes[label].items():
                plain.nodes[label][key] = values | ({"scope": "saltford haven town"} if "scope" in values else {})
        rows.take(plain)
    versions = {edge.end for edge in rows.edges["Passage", "IN", "Version"].values()}
    together = joined(rows)
    assert len(together.nodes["Meeting"]) == 1
    apart = parted(together, versions)
    assert same(apart, parted(rows, versions))
    assert apart.nodes["Meeting"] == rows.nodes["Meeting"]
    assert same(joined(apart), together)
