"""Documents of one hour that contradict each other: which meetings there are depends on no order of loading."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.graph.facts import fact_rows
from govgraph.graph_loader.graph.hours.same_hour import gathered, settled
from govgraph.graph_loader.graph.rows import Rows
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.same_minutes import Content, meetings_of

from .without_store import Graph, graph_of_texts

TEXT = """Saltford Haven Town Council

HARBOUR COMMITTEE

Minutes of the meeting held on Tuesday 14 May 2024 at 7.00 pm in the Guildhall

Present: Cllr Ada Quell (Chairman), Cllr Bram Odum and {third}.

1. {item}
The report was noted.

2. {more}
Proposed by Cllr Quell, seconded by Cllr Odum, and RESOLVED that the {more} be mended.
"""
LIGHTS = TEXT.format(third="Cllr Ciara Tanzy", item="LIGHTS", more="lanterns")
DRAFT = LIGHTS.replace("Minutes of", "DRAFT Minutes of")
MOORINGS = TEXT.format(third="Cllr Eleri Rowe", item="MOORINGS", more="bollards")
DREDGING = TEXT.format(third="Cllr Hester Petrossi", item="DREDGING", more="sluices")
TEXTS = {"a.txt": LIGHTS, "b.txt": MOORINGS, "c.txt": DREDGING, "d.txt": DRAFT}


def said(*items: str) -> Content:
    return Content.of(items, ())


def listed(*people: str, away: Sequence[str] = ()) -> Content:
    return Content.of((), [(p, "present") for p in people] + [(p, "apologies") for p in away])


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ({"a": said("x", "y"), "b": said("z"), "c": said("x", "y")}, ["ac", "b"]),
        # Each draft is like the next, the first unlike the last.
        ({"a": said("1", "2", "3"), "b": said("2", "3", "4"), "c": said("3", "4", "5")}, ["abc"]),
        # An agenda without a list fits everything, and joins nothing where there are two.
        ({"a": said("x"), "b": said("z"), "c": said()}, ["a", "b", "c"]),
        ({"a": said("x"), "c": said()}, ["ac"]),
        ({"a": listed("Ada Quell", "Bram Odum"), "b": listed("Ada Quell", "Eleri Rowe"), "c": listed("Ada Quell")},
         ["a", "b", "c"]),
        ({"a": listed("Ada Quell", "Bram Odum"), "b": listed("Ada Quell"), "c": listed("Bram Odum")}, ["abc"]),
        ({"a": listed("Ada Quell"), "b": listed(away=["Ada Quell"])}, ["a", "b"]),
    ],
)  # fmt: skip
def test_which_documents_are_of_one_meeting_depends_on_no_order(
    documents: dict[str, Content], expected: list[str]
) -> None:
    for order in itertools.permutations(documents):
        groups = meetings_of({key: documents[key] for key in order})
        assert ["".join(sorted(group)) for group in groups] == expected


def _plain(graph: Graph) -> list[Rows]:
    return [rows for part in (graph.rows, graph.derived) for _, rows in sorted(part.items())]


def same(one: Rows, other: Rows) -> bool:
    return one.nodes == other.nodes and one.edges == other.edges


def test_every_order_of_contradicting_documents_gives_the_same_graph() -> None:
    expected = graph_of_texts(TEXTS)
    assert len(expected.keys("Meeting")) == 3
    for order in itertools.permutations(TEXTS):
        found = graph_of_texts({name: TEXTS[name] for name in order})
        assert all(same(a, b) for a, b in zip(_plain(found), _plain(expected), strict=True)), order


def test_no_meeting_of_several_has_the_plain_id_and_each_keeps_to_its_evidence() -> None:
    alone, graph = graph_of_texts({"a.txt": LIGHTS}), graph_of_texts(TEXTS)
    (rows,), (plain,) = graph.rows.values(), alone.keys("Meeting")
    assert {node["beside"] for node in rows.nodes["Meeting"].values()} == {plain}
    assert plain not in rows.nodes["Meeting"]
    version = {e.start: e.end for e in rows.edges["Passage", "IN", "Version"].values()}
    meeting = {e.start: e.end for e in rows.edges["Fact", "AT", "Meeting"].values()}
    told: dict[str, set[str]] = {}
    for edge in rows.edges["Fact", "EVIDENCED_BY", "Passage"].values():
        told.setdefault(meeting[edge.start], set()).add(version[edge.end])
    assert sorted(len(versions) for versions in told.values()) == [1, 1, 2]
    assert sum(len(versions) for versions in told.values()) == len(set.union(*told.values()))


def test_taking_the_meetings_of_an_hour_together_undoes_telling_them_apart() -> None:
    for names in (("a.txt", "b.txt"), tuple(TEXTS)):
        rows = Rows()
        for name in names:
            meetings = parse(read_bytes(TEXTS[name].encode(), name))
            _add(rows, fact_rows(meetings, "saltford haven town council"))
        versions = {edge.end for edge in rows.edges["Passage", "IN", "Version"].values()}
        apart = settled(rows)
        assert not same(apart, rows)
        together = gathered(apart, versions)
        assert together.nodes["Attendance"].keys() == rows.nodes["Attendance"].keys()
        assert same(settled(together), apart)
        assert same(gathered(settled(together), versions), together)
        dangling = [
            (kind, edge)
            for kind, edges in apart.edges.items()
            for edge in edges.values()
            for label, key in ((kind[0], edge.start), (kind[2], edge.end))
            if label not in {"Version", "Fact"} and key not in apart.nodes[label]
        ]
        assert dangling == []


def _add(rows: Rows, more: Rows) -> None:
    for label, nodes in more.nodes.items():
        for key, properties in nodes.items():
            rows.node(label, key, properties)
    for kind, edges in more.edges.items():
        for edge in edges.values():
            rows.edge(kind, edge.start, edge.end, edge.properties)
