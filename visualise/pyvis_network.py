"""pyvis as the builder of the network, without its page.

pyvis' page fetches from a network, lets a name run scripts and looks up every id in a list (docs/maps.md): this
subclass keeps what pyvis is good at, the network in the words of vis-network, and gives it out as data.
"""

from __future__ import annotations

from typing import Any

from pyvis.network import Network

from .layout import Arrangement
from .model import Link, View

MAX_NODES = 3000
"""Above this vis-network stutters while the hand moves (measured: docs/maps.md)."""


class _Ids(list[str]):
    """pyvis asks `id in node_ids` for every node and edge: a set answers without a walk through all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def append(self, item: str) -> None:
        super().append(item)
        self._known.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._known


class MapNetwork(Network):  # type: ignore[misc]
    """A network whose positions are given and which nothing moves."""

    def __init__(self) -> None:
        # Undirected networks of pyvis drop the second edge between two nodes.
        super().__init__(directed=True, cdn_resources="in_line")
        self.node_ids = _Ids()

    def get_nodes(self) -> list[str]:
        """The ids; what pyvis asks before it takes an edge."""
        ids: list[str] = self.node_ids
        return ids

    def data(self) -> dict[str, Any]:
        """Nodes and edges as vis-network takes them."""
        return {"nodes": self.nodes, "edges": self.edges}


def build_network(view: View, lines: tuple[Link, ...], arrangement: Arrangement) -> MapNetwork:
    """The view as a network: every node at its place, one edge for each line."""
    network = MapNetwork()
    for node in view.nodes:
        place = arrangement.places[node.id]
        network.add_node(node.id, label=node.label or node.id, shape="custom", group=node.kind, x=place.x, y=place.y)
    for line in lines:
        network.add_edge(line.source, line.target, id=line.id, kind=line.kind, bend=line.bend)
    return network
