"""The fictional minutes are read as their story was written: record by record, nothing missed and nothing more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from govgraph.graph_loader.documents import read_document
from govgraph.graph_loader.folding import fold_body
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_dict

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
STORY: list[dict[str, Any]] = yaml.safe_load((EXAMPLES / "story.yaml").read_text("utf-8"))["documents"]
FIELDS = {
    "attendance": ("person", "status", "list"),
    "substitutions": ("substitute", "absent"),
    "appointments": ("person", "body", "action", "outcome"),
    "declarations": ("person",),
    "motions": ("proposer", "seconder", "outcome"),
    "votes": ("person", "vote"),
}
"""What a record is compared by, where the story states it."""
JOINING = {"appoint", "elect", "co_opt", "nominate", "continue", "replace"}
"""Words for one thing where minutes tell of it: who had been elected elsewhere is placed here."""


def _records(rows: list[dict[str, Any]], stated: set[str], kind: str) -> Counter[tuple[Any, ...]]:
    fields = [f for f in FIELDS[kind] if f in stated]
    return Counter(tuple(_value(f, row.get(f)) for f in fields) for row in rows)


def _value(field: str, value: Any) -> Any:
    if field == "action" and value in JOINING:
        return "join"
    return fold_body(value) if field == "body" and value else value


@pytest.mark.parametrize("document", STORY, ids=[d["file"] for d in STORY])
def test_an_example_is_read_as_it_was_written(document: dict[str, Any]) -> None:
    read = to_dict(parse(read_document(EXAMPLES / "minutes" / document["file"]))[0])
    assert fold_body(read["meeting"]["body"]) == fold_body(document["body"])
    assert read["meeting"]["date"] == document["date"]
    for field in ("start", "end"):
        if document.get(field):
            assert read["meeting"][field] == document[field]
    for kind in FIELDS:
        wanted = document.get(kind) or []
        stated = set.intersection(*(set(row) for row in wanted)) if wanted else {FIELDS[kind][0]}
        assert _records(read[kind], stated, kind) == _records(wanted, stated, kind), kind
