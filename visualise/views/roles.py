"""Roles as one each, whatever their spelling, and tied to who holds them: by the spells in which somebody sat so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...graph_loader.folding import fold
from ...graph_loader.graph.roles import office_of
from ..model import Edge, Node


def one_each(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The same with one node for each role of a body, and one spelling for each role.

    Chair, Chairman and CHAIRMAN are one role, and so are spellings that differ in capitals alone. An office is held in
    the spells in which somebody sat on the body with it; where there are none, on the days on which minutes say so.
    """
    spelling = _spellings([e.role for e in edges if e.role] + [n.label for n in nodes if n.kind == "role"])
    body_of = {e.source: e.target for e in edges if e.kind == "of"}
    same: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind == "role":
            same[body_of.get(node.id, f"{node.scope} {node.details}"), _key(node.label)].append(node)
    merged = {key: _merged(of, spelling) for key, of in same.items()}
    becomes = {node.id: merged[key].id for key, of in same.items() for node in of}
    kept = {node.id: node for node in nodes if node.kind != "role"} | {node.id: node for node in merged.values()}
    spoken = (replace(e, role=spelling[_key(e.role)]) if e.role else e for e in edges)
    moved = [replace(e, source=becomes.get(e.source, e.source), target=becomes.get(e.target, e.target)) for e in spoken]
    roles = {key: node.id for key, node in merged.items()}
    return tuple(kept[i] for i in sorted(kept)), tuple(_once(_held(moved, roles)))


def _key(role: str) -> str:
    return office_of(role) or fold(role)


def _spellings(written: Iterable[str]) -> Mapping[str, str]:
    """The spelling that is used most for each role; one in capitals only where there is no other."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for role in written:
        counts[_key(role)][role] += 1
    return {key: min(of, key=lambda r: (r.isupper(), -of[r], r)) for key, of in counts.items()}


def _merged(nodes: Sequence[Node], spelling: Mapping[str, str]) -> Node:
    first = min(nodes, key=lambda n: n.id)
    names = sorted({name for node in nodes for name in (node.label, *node.names)})
    label = spelling[_key(first.label)]
    return replace(
        first,
        label=label,
        names=tuple(names) if names != [label] else (),
        facts=tuple(dict.fromkeys(fact for node in nodes for fact in node.facts)),
    )


def _held(edges: Sequence[Edge], roles: Mapping[tuple[str, str], str]) -> list[Edge]:
    """The edges, with the spells in which somebody sat with an office in place of the days on which it is named."""
    spells = [
        replace(e, id=f"holds {e.id}", kind="holds", target=roles[e.target, _key(e.role)], role="")
        for e in edges
        if e.kind == "sat_on" and e.role and (e.target, _key(e.role)) in roles
    ]
    told = {(e.source, e.target) for e in spells}
    return [e for e in edges if e.kind != "holds" or (e.source, e.target) not in told] + spells


def _once(edges: Iterable[Edge]) -> list[Edge]:
    """Each edge once: where several roles became one, days and facts of what was several are put together."""
    found: dict[tuple[object, ...], Edge] = {}
    for edge in edges:
        spell = (edge.id,) if edge.kind not in {"of", "holds"} else (edge.start, edge.end, edge.certainty, edge.why)
        key = (edge.kind, edge.source, edge.target, *spell)
        known = found.get(key)
        found[key] = edge if known is None else _together(known, edge)
    return list(found.values())


def _together(one: Edge, other: Edge) -> Edge:
    facts = tuple(dict.fromkeys((*one.facts, *other.facts)))
    return replace(one, on=tuple(sorted({*one.on, *other.on})), facts=facts)
