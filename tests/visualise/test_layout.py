from __future__ import annotations

import math
import random
from dataclasses import replace

from govgraph.visualise.layout import Placed, arrange
from govgraph.visualise.model import Edge, Node, View


def positions(view: View) -> dict[str, Placed]:
    return dict(arrange(view).places)


def councils(people: int = 120, seed: int = 1) -> View:
    chance = random.Random(seed)
    nodes = [Node("k1", "council", "Council 1"), Node("k2", "council", "Council 2")]
    edges = []
    for i in range(12):
        nodes.append(Node(f"b{i:02}", "committee", f"Body {i}"))
        edges.append(Edge(f"e-{i}", "part_of", f"b{i:02}", f"k{1 + i % 2}"))
    for i in range(people):
        nodes.append(Node(f"p{i:03}", "councillor", f"Person {i}"))
        council = i % 2
        for body in chance.sample(range(council, 12, 2), chance.choice((1, 1, 2, 3))):
            edges.append(Edge(f"s{len(edges)}", "sat_on", f"p{i:03}", f"b{body:02}"))
    return View("Two councils", tuple(nodes), tuple(edges))


def test_the_same_view_gives_the_same_places_whatever_the_order() -> None:
    view = councils()
    shuffled = list(view.nodes)
    random.Random(3).shuffle(shuffled)
    again = positions(replace(view, nodes=tuple(shuffled), edges=tuple(reversed(view.edges))))
    assert again == positions(view)


def test_everybody_has_a_place_of_their_own() -> None:
    placed = positions(councils())
    assert len(placed) == len(councils().nodes)
    places = [(p.x, p.y) for p in placed.values()]
    assert min(math.dist(a, b) for i, a in enumerate(places) for b in places[:i]) > 15


def test_people_stand_by_a_body_that_they_serve() -> None:
    view = councils()
    placed = positions(view)
    bodies = [n.id for n in view.nodes if n.kind != "councillor"]
    serves = {(e.source, e.target) for e in view.edges}
    near = 0
    people = [n.id for n in view.nodes if n.kind == "councillor"]
    for person in people:
        at = placed[person]
        nearest = min(bodies, key=lambda b: math.dist((at.x, at.y), (placed[b].x, placed[b].y)))
        near += (person, nearest) in serves
    assert near / len(people) > 0.95


def test_nearest_neighbours_belong_to_the_same_council() -> None:
    view = councils()
    placed = positions(view)
    people = [n.id for n in view.nodes if n.kind == "councillor"]
    same = 0
    for person in people:
        at = (placed[person].x, placed[person].y)
        nearest = min((o for o in people if o != person), key=lambda o: math.dist(at, (placed[o].x, placed[o].y)))
        same += int(person[1:]) % 2 == int(nearest[1:]) % 2
    assert same / len(people) > 0.99


def test_one_person_more_moves_hardly_any_body() -> None:
    view = councils()
    more = replace(
        view,
        nodes=(*view.nodes, Node("p999", "councillor", "Newcomer")),
        edges=(*view.edges, Edge("new", "sat_on", "p999", "b05")),
    )
    before, after = positions(view), positions(more)
    bodies = [n.id for n in view.nodes if n.kind != "councillor"]
    moved = [b for b in bodies if math.dist((before[b].x, before[b].y), (after[b].x, after[b].y)) > 1]
    assert len(moved) <= len(bodies) / 2


def test_circles_of_bodies_end() -> None:
    nodes = (Node("a", "committee", "A"), Node("b", "committee", "B"))
    edges = (Edge("1", "part_of", "a", "b"), Edge("2", "part_of", "b", "a"))
    assert len(positions(View("Circle", nodes, edges))) == 2


def test_nothing_has_no_places() -> None:
    assert positions(View("Nothing")) == {}
