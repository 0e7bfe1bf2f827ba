"""Councils, their bodies round them, people round the body that they serve most."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..model import View
from .belonging import body_ids, holders, homes, others, parents, pulls
from .middle import round_middle
from .packing import WIDER, Shape, pack, shelves
from .places import BELOW, RIGHT, ROW, Arrangement, Placed, Point, Region, name_width
from .rings import Guest, Rings, rings_of

_MANY = 400
"""From so many bodies on, fewer directions are tried for each: the picture is as good and made in time."""
_SHAPES = (WIDER, 1.5, 1.2)
"""How much wider than high a picture may come out: the one that fills a screen best is taken."""
_SCREEN = 1.3
_MANY_FAMILIES = 16
"""So many families stand in rows."""
_AIR_OF_FAMILY = 60.0
_CELL_OF_BODY, _CELL_OF_PERSON = (210.0, 96.0), (290.0, ROW * 1.4)
"""Room for one of those that hang together with nothing."""


def structure(view: View) -> Arrangement:
    """The arrangement of a view with bodies."""
    bodies = body_ids(view)
    person = view.centre if view.kind == "person" and view.centre in view.by_id else None
    home = homes(view, bodies)
    serves = others(view, bodies)
    if person is None:
        return arranged(view, sorted(bodies), parents(view, bodies), home, serves)
    # Whom the view is about stands in the middle, as if a body, and the bodies round them, each by itself.
    home.pop(person, None)
    return arranged(view, sorted({*bodies, person}), {}, home, serves, middle=person)


def arranged(
    view: View,
    bodies: Sequence[str],
    parent: Mapping[str, str],
    home: Mapping[str, str],
    serves: Mapping[str, list[str]],
    titles: Mapping[str, str] | None = None,
    middle: str | None = None,
) -> Arrangement:
    """The same for bodies that need not be nodes: `titles` are the names of those that are none.

    Everything else stands round `middle`, where it is given.
    """
    known = set(bodies)
    title = dict(titles or {}) | {n.id: n.label for n in view.nodes if n.id in known}
    rings = _rings(view, bodies, home, title, titled=titles is None)
    pull = pulls(parent, serves)
    connected = {i for e in view.edges for i in (e.source, e.target)}
    bodies_apart = {b for b in bodies if titles is None and b not in connected}
    bodies = [b for b in bodies if b not in bodies_apart]
    families = _families(bodies, parent)
    if middle:
        heads = sorted(n.id for n in view.nodes if n.kind == "council" and n.id in bodies)
        around = [b for b in bodies if b not in {middle, *heads}]
        at = round_middle(middle, heads, around, {b: rings[b].shape() for b in bodies})
        regions: list[Region] = []
        region_of = dict.fromkeys(bodies, -1)
    else:
        many = len(bodies) > _MANY
        ways = (_place(families, parent, rings, pull, title, many, w) for w in (_SHAPES[:1] if many else _SHAPES))
        at, regions, region_of = min(ways, key=lambda way: _size(way[1]))
    placed = {b: Placed(*at[b], BELOW, b, region_of[b]) for b in bodies if titles is None}
    wish = _wishes(view, home, serves, at)
    for body in bodies:
        for guest, place in rings[body].seat(at[body], wish, body).items():
            placed[guest] = Placed(place.x, place.y, place.side, body, region_of[body])
    loose = sorted(
        (n.sort_name or n.label, n.id) for n in view.nodes if n.id not in placed and n.id not in bodies_apart
    )
    placed |= _grid_below([i for _, i in loose], placed, _CELL_OF_PERSON, RIGHT)
    placed |= _grid_below(sorted(bodies_apart, key=lambda b: (title[b], b)), placed, _CELL_OF_BODY, BELOW)
    return Arrangement(placed, tuple(regions)).rounded()


def _rings(
    view: View, bodies: Iterable[str], home: Mapping[str, str], title: Mapping[str, str], titled: bool
) -> dict[str, Rings]:
    members = {(e.source, e.target) for e in view.edges if e.kind != "attended"}
    holder = holders(view)
    name = {n.id: (n.sort_name or n.label, n.id) for n in view.nodes}
    guests: dict[str, list[Guest]] = defaultdict(list)
    for node in view.nodes:
        if (body := home.get(node.id)) is not None:
            # A role's row follows the row of who holds it.
            leader = holder.get(node.id, node.id)
            member = not titled or (leader, body) in members or (node.id, body) in members
            order = (*name.get(leader, name[node.id]), *name[node.id])
            guests[body].append(Guest(node.id, name_width(node.label), order, member))
    return {body: rings_of(title[body], guests[body], titled) for body in bodies}


def _size(regions: Sequence[Region]) -> float:
    """How high a screen must be that shows all regions."""
    wide = max((r.x + r.width for r in regions), default=0.0) - min((r.x - r.width for r in regions), default=0.0)
    high = max((r.y + r.height for r in regions), default=0.0) - min((r.y - r.height for r in regions), default=0.0)
    return round(max(wide / _SCREEN, high), 1)


def _families(bodies: Iterable[str], parent: Mapping[str, str]) -> dict[str, list[str]]:
    """Bodies by the head of their family."""
    found: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        head = body
        while head in parent:
            head = parent[head]
        found[head].append(body)
    return found


def _place(
    families: Mapping[str, list[str]],
    parent: Mapping[str, str],
    rings: Mapping[str, Rings],
    pull: Mapping[str, Mapping[str, float]],
    title: Mapping[str, str],
    many: bool,
    wider: float,
) -> tuple[dict[str, Point], list[Region], dict[str, int]]:
    """Each family by itself, then the families beside each other, large ones in the middle."""
    angles, friends = (12, 1) if many else (24, 2)
    inside: dict[str, dict[str, Point]] = {}
    box: dict[str, tuple[float, float, float, float]] = {}
    for head, members in families.items():
        shapes = {b: rings[b].shape() for b in members}
        found = inside[head] = pack(
            _order(head, members, parent, shapes),
            shapes,
            pull,
            above=parent,
            wider=wider,
            angles=angles,
            friends=friends,
        )
        left = min(found[b][0] - shapes[b].width for b in members)
        right = max(found[b][0] + shapes[b].width for b in members)
        top = min(found[b][1] - shapes[b].height for b in members)
        bottom = max(found[b][1] + shapes[b].height for b in members)
        box[head] = ((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2)
    air = _AIR_OF_FAMILY if len(families) > 1 else 0.0
    blocks = {
        head: Shape(((w + (air if len(families[head]) > 1 else 0.0), h + (air if len(families[head]) > 1 else 0.0)),))
        for head, (_, _, w, h) in box.items()
    }
    head_of = {b: head for head, members in families.items() for b in members}
    between: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for body, head in head_of.items():
        for other, weight in pull.get(body, {}).items():
            if head_of[other] != head:
                between[head][head_of[other]] += weight
    order = sorted(families, key=lambda h: (-round(math.log2(blocks[h].width * blocks[h].height) * 2), h))
    centre = (
        pack(order, blocks, between, wider=wider, angles=angles, friends=friends)
        if len(order) <= _MANY_FAMILIES
        else shelves(order, blocks)
    )
    at: dict[str, Point] = {}
    regions: list[Region] = []
    region_of: dict[str, int] = {}
    for head in order:
        x, y = centre[head]
        middle_x, middle_y, width, height = box[head]
        for body, (own_x, own_y) in inside[head].items():
            at[body] = (x + own_x - middle_x, y + own_y - middle_y)
            region_of[body] = len(regions)
        regions.append(Region(title[head], x, y, width, height))
    return at, regions, region_of


def _order(head: str, members: Sequence[str], parent: Mapping[str, str], shapes: Mapping[str, Shape]) -> list[str]:
    """The head, then its children with the largest first, then theirs."""
    children: dict[str, list[str]] = defaultdict(list)
    for body in members:
        if body in parent:
            children[parent[body]].append(body)
    order = [head]
    for body in order:
        order += sorted(children[body], key=lambda b: (-round(shapes[b].width * shapes[b].height / 40000), b))
    return order


def _wishes(
    view: View, home: Mapping[str, str], serves: Mapping[str, list[str]], at: Mapping[str, Point]
) -> dict[str, Point]:
    """The way from somebody's body to the middle of their other bodies; a role wishes what its holder wishes."""
    holder = holders(view)
    found: dict[str, Point] = {}
    for guest, body in home.items():
        served = [at[b] for b in serves.get(holder.get(guest, guest), ()) if b != body and b in at]
        if served and body in at:
            x, y = at[body]
            found[guest] = (
                sum(p[0] for p in served) / len(served) - x,
                sum(p[1] for p in served) / len(served) - y,
            )
    return found


def _grid_below(loose: Sequence[str], placed: Mapping[str, Placed], cell: Point, side: int) -> dict[str, Placed]:
    """What hangs together with nothing that is shown stands in rows below everything, as wide as that is."""
    if not loose:
        return {}
    left = min((p.x for p in placed.values()), default=0.0)
    right = max((p.x for p in placed.values()), default=0.0)
    bottom = max((p.y for p in placed.values()), default=0.0) + 110
    columns = max(round((right - left) / cell[0]) + 1, math.ceil(math.sqrt(len(loose) * 1.6 * cell[1] / cell[0])))
    start = (left + right) / 2 - (min(columns, len(loose)) - 1) / 2 * cell[0]
    return {
        node: Placed(start + (i % columns) * cell[0], bottom + (i // columns) * cell[1], side)
        for i, node in enumerate(loose)
    }
