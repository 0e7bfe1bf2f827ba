"""Appointments as chains: the decision, the body, the seat where there is one, the person who fills it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from ...queries.catalogue import Row
from ..model import Edge, Node

_LONGEST = 60
_LEAVING = frozenset({"remove", "resign", "vacancy"})


def chain_view(
    rows: Iterable[Row], known: Callable[[set[str]], tuple[Node, ...]]
) -> tuple[tuple[Node, ...], tuple[Edge, ...], int]:
    """Nodes and edges for the rows of `map_appointments`, and how many people were left out.

    `known` gives the nodes of ids. A holder who is only described, and a name that is not decided, are nodes of their
    own: the words of the minutes.
    """
    rows = list(rows)
    hidden = len({row["person_id"] for row in rows if row["left_out"]})
    rows = [row for row in rows if not row["left_out"]]
    ids = {row[name] for row in rows for name in ("body_id", "person_id") if row[name]}
    nodes = {node.id: node for node in known(ids)}
    edges: list[Edge] = []
    for row in rows:
        steps = [_decision(row)]
        if row["body_id"] in nodes:
            steps.append(nodes[row["body_id"]])
        if row["seat_id"] or row["represents"]:
            steps.append(_seat(row))
        if person := nodes.get(row["person_id"]):
            steps.append(person)
        elif row["named"] or steps[-1].kind != "seat":
            steps.append(_unnamed(row))
        for node in steps:
            nodes[node.id] = _with_fact(nodes.get(node.id, node), row["fact_id"]) if node.kind == "resolution" else node
        edges += [_edge(row, one, other) for one, other in pairwise(steps)]
    return tuple(nodes[i] for i in sorted(nodes)), tuple(edges), hidden


def _decision(row: Row) -> Node:
    text = row["decision"] or ""
    maker = row["made_by"] or "Decision"
    return Node(
        id=row["resolutions"][0] if row["resolutions"] else f"decision {row['meeting_id']} {text}",
        kind="resolution",
        label=f"{row['date']} {maker}" if row["date"] else maker,
        details=(("Decision", text),) if text else (),
        hint=_cut(text),
    )


def _seat(row: Row) -> Node:
    return Node(
        id=row["seat_id"] or f"seat {row['body_id']} {row['represents']}",
        kind="seat",
        label=row["represents"] or row["role"] or "Seat",
        details=(("Holder", row["holder"]),) if row["holder"] else (),
    )


def _unnamed(row: Row) -> Node:
    text = row["named"] or row["holder"] or "Nobody is named"
    if row["named"]:
        return Node(f"named {row['fact_id']}", "other_person", text, text, hint="not decided who this is")
    return Node(f"holder {row['fact_id']}", "seat", _cut(text), hint="described and not named")


def _with_fact(node: Node, fact: str) -> Node:
    return node if fact in node.facts else replace(node, facts=(*node.facts, fact))


def _edge(row: Row, one: Node, other: Node) -> Edge:
    kind = "decides" if one.kind == "resolution" else "has_seat" if other.id == row["seat_id"] else "filled_by"
    if other.kind == "seat" and other.id.startswith("seat "):
        kind = "has_seat"
    replaces = f", in place of {row['replaces']}" if row["replaces"] else ""
    return Edge(
        id=f"{kind} {row['fact_id']}",
        kind=kind,
        source=one.id,
        target=other.id,
        role=(row["role"] or "") if kind == "filled_by" else "",
        start=row["start"] or row["date"],
        end=row["end"],
        certainty=_certainty(row) if kind == "filled_by" else "",
        why=f"{row['action']}: {row['outcome']}{replaces}" + (f"; term: {row['term']}" if row["term"] else ""),
        facts=(row["fact_id"],),
    )


def _certainty(row: Row) -> str:
    """How certain it is that the person sits there: the question does not arise where somebody leaves."""
    if row["action"] in _LEAVING:
        return ""
    return "certain" if row["end"] else "appointed"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
