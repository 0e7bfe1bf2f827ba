"""A store with the example minutes, loaded once, and the same graph in networkx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.local.progress import TerminalProgress

from .graph import PlainGraph

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory, store_environment: Path) -> Iterator[Store]:
    """The local Neo4j with the example minutes; nobody writes to it."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    with open_store(None, folder) as store:
        results = list(load([EXAMPLES], store))
        assert [r.error for r in results if r.error] == []
        yield store
    local_neo4j(folder).stop(TerminalProgress())


@pytest.fixture(scope="session")
def graph(examples: Store) -> PlainGraph:
    return PlainGraph(examples)
