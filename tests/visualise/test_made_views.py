"""What views are put together from, on made-up nodes and edges: roles, parts, namesakes, the axis of time."""

from __future__ import annotations

from govgraph.visualise.data import page_data
from govgraph.visualise.layout import arrange
from govgraph.visualise.model import Edge, Node, View
from govgraph.visualise.views.namesakes import undecided
from govgraph.visualise.views.parts import hanging, nearest
from govgraph.visualise.views.roles import one_each

BODIES = (Node("b1", "committee", "Harbour Committee"), Node("b2", "committee", "Parks Committee"))
PEOPLE = (Node("p1", "councillor", "Ann Roe", "Roe"), Node("p2", "councillor", "Bo Fir", "Fir"))


def test_a_role_is_one_for_each_body_whatever_its_spelling() -> None:
    roles = [
        Node("r1", "role", "Chairman"),
        Node("r2", "role", "CHAIRMAN"),
        Node("r3", "role", "Chair"),
        Node("r4", "role", "Chairman"),
        Node("r5", "role", "Harbour Master"),
    ]
    edges = [
        *(Edge(f"of{i}", "of", f"r{i}", "b1") for i in (1, 2, 3)),
        Edge("of4", "of", "r4", "b2"),
        Edge("h1", "holds", "p1", "r1", on=("2020-01-01",), facts=("f1",)),
        Edge("h2", "holds", "p1", "r2", on=("2021-01-01",), facts=("f2",)),
        Edge("h5", "holds", "p2", "r5", on=("2021-01-01",), facts=("f5",)),
        Edge("s1", "sat_on", "p1", "b1", role="Chairman", start="2020-01-01", end="2021-06-30", certainty="certain"),
        Edge("s2", "sat_on", "p1", "b1", role="CHAIRMAN", start="2022-01-01", certainty="appointed"),
    ]
    nodes, found = one_each([*BODIES, *PEOPLE, *roles], edges)
    assert [n.label for n in nodes if n.kind == "role"] == ["Chairman", "Chairman", "Harbour Master"]
    assert {n.id: n.names for n in nodes}["r1"] == ("CHAIRMAN", "Chair", "Chairman")
    assert [(e.source, e.target) for e in found if e.kind == "of"] == [("r1", "b1"), ("r4", "b2")]
    held = [(e.source, e.target, e.start, e.end, e.certainty, e.on) for e in found if e.kind == "holds"]
    # The spells in which she sat as chairman, and the days on which minutes name the harbour master.
    assert held == [
        ("p2", "r5", None, None, "", ("2021-01-01",)),
        ("p1", "r1", "2020-01-01", "2021-06-30", "certain", ()),
        ("p1", "r1", "2022-01-01", None, "appointed", ()),
    ]
    assert {e.role for e in found if e.kind == "sat_on"} == {"Chairman"}


def test_a_body_hangs_on_the_nearest_above_it() -> None:
    assert nearest({"sub": ["council", "committee"], "committee": ["council"]}) == {
        "sub": ("committee",),
        "committee": ("council",),
    }
    assert nearest({"a": ["b"], "b": ["a"]}) == {"a": ("b",), "b": ("a",)}
    nodes = [Node("council", "council", "Council"), Node("committee", "committee", "Committee")]
    nodes.append(Node("sub", "sub_committee", "Sub-Committee", details=(("Part of", "Council"),)))
    ends = (("sub", "council"), ("sub", "committee"), ("committee", "council"))
    shown, edges = hanging(nodes, [Edge(f"{a} {b}", "part_of", a, b) for a, b in ends])
    assert [(e.source, e.target) for e in edges] == list(ends[1:])
    assert shown[2].details == (("Part of", "Committee"),)
    places = arrange(View("Council", shown, edges)).places
    assert places["council"].y < places["committee"].y < places["sub"].y


def test_whom_a_view_is_about_stands_in_the_middle() -> None:
    many = [Node(f"c{i}", "committee", f"Committee {i}") for i in range(5)]
    view = View(
        "Ann Roe",
        (Node("council", "council", "Council"), *many, *PEOPLE),
        (
            Edge("part", "part_of", "c0", "council"),
            *(Edge(f"e{i}", "sat_on", "p1", n.id) for i, n in enumerate(many)),
        ),
        kind="person",
        centre="p1",
    )
    places = arrange(view).places
    middle = places["p1"]
    ys = [places[n.id].y for n in many]
    assert places["council"].y == min(*ys, places["council"].y)
    assert min(ys) < middle.y < max(ys)


def test_namesakes_of_whom_nobody_decided_say_so() -> None:
    one, other = undecided(PEOPLE, [("p1", "p2"), ("p1", "elsewhere")])
    assert one.details == (("Not decided", "may be one with Bo Fir"),)
    assert other.details == (("Not decided", "may be one with Ann Roe"),)


def test_the_axis_of_time_ends_with_the_minutes() -> None:
    edges = (
        Edge("e1", "sat_on", "p1", "b1", start="2019-05-14", end="2027-05-01", on=("2019-05-14", "2020-05-12")),
        Edge("e2", "sat_on", "p2", "b1", start="2021-01-01"),
    )
    view = View("Harbour", (*BODIES, *PEOPLE), edges, meetings=(("2020-06-01", "Harbour Committee"),))
    assert page_data(view)["days"] == ["2019-05-14", "2020-06-01"]
