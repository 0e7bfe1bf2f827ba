"""What is part of what, as it is: a body hangs on the nearest body above it, and not on what is above that as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ..model import Edge, Node


def nearest(part_of: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """Of the bodies that each is part of those that no other of them is part of, in order."""
    return {
        body: tuple(sorted(a for a in above if not any(a in _above(b, part_of) for b in above if b != a)))
        or tuple(above)
        for body, above in part_of.items()
    }


def hanging(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Nodes and edges without the parts that follow from others; bodies say what they are part of."""
    above: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.kind == "part_of":
            above[edge.source].add(edge.target)
    kept = nearest(above)
    label = {node.id: node.label for node in nodes}
    said = {body: tuple(("Part of", label[a]) for a in of if a in label) for body, of in kept.items()}
    return (
        tuple(replace(node, details=said[node.id]) if said.get(node.id) else node for node in nodes),
        tuple(e for e in edges if e.kind != "part_of" or e.target in kept[e.source]),
    )


def _above(body: str, part_of: Mapping[str, Collection[str]]) -> set[str]:
    """Everything that a body is part of, directly or not; never itself."""
    found: set[str] = set()
    waiting = list(part_of.get(body, ()))
    while waiting:
        one = waiting.pop()
        if one not in found and one != body:
            found.add(one)
            waiting += part_of.get(one, ())
    return found
