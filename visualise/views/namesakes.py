"""People who may be one with somebody of like name: nobody has decided it, and a map says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Node


def undecided(nodes: Sequence[Node], pairs: Iterable[tuple[str, str]]) -> tuple[Node, ...]:
    """The nodes; `pairs` are ids of people who may be one, and each of them says with whom, if both are there."""
    by_id = {node.id: node for node in nodes}
    may_be: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one in by_id and other in by_id:
            may_be[one].add(other)
            may_be[other].add(one)
    return tuple(
        _marked(node, [by_id[i] for i in sorted(may_be[node.id])]) if node.id in may_be else node for node in nodes
    )


def _marked(node: Node, others: Sequence[Node]) -> Node:
    told = (("Not decided", f"may be one with {o.label}" + (f" ({o.hint})" if o.hint else "")) for o in others)
    return replace(node, details=(*node.details, *told))
