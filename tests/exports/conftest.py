"""What is exported of the example minutes, read once."""

from __future__ import annotations

import pytest
from govgraph.exports.model import Exported
from govgraph.exports.read import read_exported
from govgraph.graph_loader.store import Store


@pytest.fixture(scope="session")
def exported(examples: Store) -> Exported:
    return read_exported(examples)
