"""The graph of the example minutes in networkx."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.store import Store

from .graph import PlainGraph


@pytest.fixture(scope="session")
def graph(examples: Store) -> PlainGraph:
    return PlainGraph(examples)
