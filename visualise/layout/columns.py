"""Columns from left to right with one row for each name: what a chain or a ladder is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx

from ..model import BODY_KINDS, Node, View
from .packing import Shape, pack
from .places import BELOW, LEFT, RIGHT, ROW, Arrangement, Placed, Region, name_width

_STEP, _STEP_OF_BODY = ROW * 1.25, ROW * 4
"""From row to row: a body's name of several rows stands below it."""
_GAP = 150.0
_AIR = 40.0
_ROUNDS = 6

_Near = Mapping[str, Collection[str]]
"""What each node is connected with."""


def columned(view: View, column_of: Mapping[str, int]) -> Arrangement:
    """Every component of the view in columns, then the components beside each other.

    Within a column the order follows the neighbours on both sides, so that few lines cross. Names of the first column
    stand to the left, all others to the right.
    """
    nodes = view.by_id
    graph: nx.Graph[str] = nx.Graph((e.source, e.target) for e in view.edges)
    graph.add_nodes_from(nodes)
    inside = {
        min(c): _component([nodes[i] for i in c], graph.adj, column_of)
        for c in sorted(nx.connected_components(graph), key=min)
    }
    shapes = {}
    middle = {}
    for key, found in inside.items():
        left = min(p.x - (name_width(nodes[i].label) if p.side < 0 else 0) for i, p in found.items())
        right = max(p.x + (name_width(nodes[i].label) if p.side > 0 else 0) for i, p in found.items())
        top, bottom = min(p.y for p in found.values()), max(p.y for p in found.values())
        middle[key] = ((left + right) / 2, (top + bottom) / 2)
        shapes[key] = Shape((((right - left) / 2 + _AIR, (bottom - top) / 2 + ROW),))
    order = sorted(inside, key=lambda k: (-len(inside[k]), k))
    at = pack(order, shapes, {})
    placed = {
        i: Placed(at[key][0] + p.x - middle[key][0], at[key][1] + p.y - middle[key][1], p.side, None, number)
        for number, key in enumerate(order)
        for i, p in inside[key].items()
    }
    regions = tuple(Region("", *at[key], shapes[key].width, shapes[key].height) for key in order)
    return Arrangement(placed, regions).rounded()


def _component(nodes: Sequence[Node], near: _Near, column_of: Mapping[str, int]) -> dict[str, Placed]:
    columns: dict[int, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: (n.sort_name or n.label, n.id)):
        columns[column_of[node.id]].append(node)
    numbers = sorted(columns)
    row = {n.id: i / max(len(columns[c]), 2) for c in numbers for i, n in enumerate(columns[c])}
    for turn in range(_ROUNDS):
        for c in numbers if turn % 2 else reversed(numbers):
            wanted = {n.id: _mean((row[o] for o in near[n.id] if column_of[o] != c), row[n.id]) for n in columns[c]}
            columns[c].sort(key=lambda n: (round(wanted[n.id], 6), n.sort_name or n.label, n.id))
            row |= {n.id: (i + 0.5) / len(columns[c]) for i, n in enumerate(columns[c])}
    x = 0.0
    placed: dict[str, Placed] = {}
    tallest = max(sum(map(_step, of)) for of in columns.values())
    for number, c in enumerate(numbers):
        side = LEFT if number == 0 and len(numbers) > 1 else RIGHT
        heights = _heights(columns[c], near, placed, tallest)
        placed |= {
            n.id: Placed(x, y, BELOW if n.kind in BODY_KINDS else side)
            for n, y in zip(columns[c], heights, strict=True)
        }
        x += _GAP + (
            0.0 if side == LEFT else max(name_width(n.label) if n.kind not in BODY_KINDS else 40.0 for n in columns[c])
        )
    return placed


def _heights(column: Sequence[Node], near: _Near, placed: Mapping[str, Placed], tallest: float) -> list[float]:
    """A row for each in this order, as near to its neighbours in the columns before as the rows above it leave room."""
    wanted = []
    for i, node in enumerate(column):
        even = ((i + 0.5) / len(column) - 0.5) * tallest
        wanted.append(_mean((placed[o].y for o in near[node.id] if o in placed), even))
    found: list[float] = []
    for want in wanted:
        step = max(_step(column[len(found)]), _step(column[len(found) - 1])) if found else 0.0
        found.append(max(want, found[-1] + step) if found else want)
    # What was pushed down moves the whole column up again.
    surplus = sum(f - w for f, w in zip(found, wanted, strict=True)) / len(found)
    return [y - surplus for y in found]


def _step(node: Node) -> float:
    return _STEP_OF_BODY if node.kind in BODY_KINDS else _STEP


def _mean(values: Iterable[float], otherwise: float) -> float:
    found = list(values)
    return sum(found) / len(found) if found else otherwise
