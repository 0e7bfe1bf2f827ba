"""Views of made-up councils of any size, for measurements: bodies, people with spells, and a fact for each spell."""

from __future__ import annotations

import random

from ..visualise.model import Edge, Fact, Node, Quote, View

_FIRST = ("Avery", "Blythe", "Corin", "Delia", "Edwin", "Freda", "Gideon", "Hester", "Ivor", "Jemima", "Kester", "Nell")
_LAST = ("Marsh", "Keeble", "Tuck", "Swann", "Larter", "Howlett", "Pask", "Gooch", "Thirtle", "Cubitt", "Bloom", "Mack")
_WHAT = ("Planning", "Schools", "Roads", "Audit", "Licensing", "Pensions", "Housing", "Harbour", "Library", "Health")
_KINDS = ("committee", "sub_committee", "working_group", "board", "panel", "external_body")


def made_up(nodes: int, seed: int = 1) -> View:
    """About so many nodes, and 2.6 connections for each: the same for the same seed."""
    chance = random.Random(seed)
    councils = max(1, nodes // 250)
    made: list[Node] = []
    edges: list[Edge] = []
    facts: list[Fact] = []

    def connect(kind: str, source: str, target: str, **more: object) -> None:
        number = len(edges)
        document = f"council-{int(target.partition('.')[0][1:]):03}/{2010 + number % 15}-{1 + number % 12:02}.txt"
        text = f"Cllr {source} is listed among the members of {target}."
        facts.append(Fact(f"f{number}", "Attendance", None, (Quote(text, document, 1 + number % 400, "list.members"),)))
        edges.append(Edge(f"e{number}", kind, source, target, facts=(f"f{number}",), **more))  # type: ignore[arg-type]

    for c in range(councils):
        made.append(Node(f"c{c}", "council", f"Council of Fenmarsh {c + 1}"))
        bodies = []
        for b in range(max(4, nodes // councils // 12)):
            kind = _KINDS[b % len(_KINDS)]
            bodies.append(f"c{c}.b{b}")
            made.append(Node(bodies[-1], kind, f"{chance.choice(_WHAT)} {kind.replace('_', ' ').title()} {b + 1}"))
            connect("part_of", bodies[-1], f"c{c}")
        for p in range(nodes // councils - 1 - len(bodies)):
            person = f"c{c}.p{p}"
            first, last = chance.choice(_FIRST), chance.choice(_LAST)
            kind = "officer" if p % 5 == 4 else "councillor"
            made.append(Node(person, kind, f"{first} {last} {p + 1}", f"{last}, {first}"))
            for body in chance.sample(bodies, min(len(bodies), chance.choice((1, 2, 3, 3, 4)))):
                year = chance.randrange(2010, 2022)
                certainty = chance.choice(("certain", "certain", "appointed", "likely"))
                connect(
                    "sat_on", person, body, start=f"{year}-05-10", end=f"{year + 3}-05-09", certainty=certainty,
                    role="Chair" if chance.random() < 0.05 else "",
                )  # fmt: skip
    return View(f"{councils} made-up councils", tuple(made), tuple(edges), tuple(facts))
