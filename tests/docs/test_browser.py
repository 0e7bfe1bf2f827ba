"""The saved queries for Neo4j Browser run as they are on the example minutes, and the style sheet fits the graph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from govgraph.graph_loader.graph.edges import EDGES
from govgraph.graph_loader.graph.nodes import NODES
from govgraph.graph_loader.graph.schema import BODY_LABELS
from govgraph.graph_loader.store import Store

FOLDER = Path(__file__).parents[2] / "docs" / "browser"
SAVED = sorted(FOLDER.glob("*.cypher"))
_PARAM = re.compile(r":param (\w+) => \"([^\"]*)\"")


@pytest.mark.parametrize("file", SAVED, ids=lambda f: f.stem)
def test_a_saved_query_shows_something_of_the_examples(file: Path, examples: Store) -> None:
    text = file.read_text("utf-8")
    given = dict(_PARAM.findall(text))
    assert set(re.findall(r"\$(\w+)", text)) == set(given)
    assert "AllNodesScan" not in examples.explain(text, given).operators
    rows = examples.query(text, given).rows
    assert rows or "MAY_BE" in text
    shown = {type(value).__name__ for row in rows for value in row.values() if value is not None}
    assert all(name == "Node" or name[0].isupper() for name in shown), "a picture is made of nodes and relationships"


def test_the_style_sheet_names_what_there_is() -> None:
    labels = {n.label for n in NODES} | set(BODY_LABELS.values()) | {"Fact"}
    types = {e.type for e in EDGES}
    properties = {p for n in NODES for p in n.properties} | {p for e in EDGES for p in e.properties}
    text = (FOLDER / "govgraph.grass").read_text("utf-8")
    assert set(re.findall(r"^node\.(\w+) ", text, re.MULTILINE)) <= labels
    assert set(re.findall(r"^relationship\.(\w+) ", text, re.MULTILINE)) <= types
    assert set(re.findall(r"\{(\w+)\}", text)) <= properties
    assert text.count("{\n") == text.count("\n}")
