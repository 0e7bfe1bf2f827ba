"""`govgraph parse` and `govgraph schema`: the same bytes from one process and from two, and a schema that holds."""

from __future__ import annotations

import json
from pathlib import Path

from govgraph.graph_loader.parsed_minutes import ParsedMinutes

from .conftest import Govgraph

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"


def _written(govgraph: Govgraph, out: Path, workers: int) -> dict[str, bytes]:
    ended = govgraph("parse", EXAMPLES, "--out", out, "--workers", str(workers))
    assert ended.code == 0
    return {p.name: p.read_bytes() for p in sorted(out.rglob("*.json"))}


def test_two_processes_write_what_one_writes_and_twice_is_the_same(govgraph: Govgraph, tmp_path: Path) -> None:
    one = _written(govgraph, tmp_path / "one", 1)
    assert len(one) == 16
    assert _written(govgraph, tmp_path / "two", 2) == one
    assert _written(govgraph, tmp_path / "again", 1) == one


def test_the_schema_is_the_contract_of_what_is_written(govgraph: Govgraph, tmp_path: Path) -> None:
    """Every key of what is written stands in the schema, and what is written is read back."""
    schema = json.loads(govgraph("schema").out)
    for content in _written(govgraph, tmp_path / "out", 1).values():
        data = json.loads(content)
        meetings = data if isinstance(data, list) else [data]
        for meeting in meetings:
            assert set(meeting) <= set(schema["properties"])
            ParsedMinutes.model_validate_json(json.dumps(meeting))


def test_warnings_come_with_their_place(govgraph: Govgraph, tmp_path: Path) -> None:
    text = "HARBOUR COMMITTEE\n\nMinutes of the meeting held on Monday 3 May 2018\n\nPresent: Cllr Zoe Odum (Chair)\n"
    (tmp_path / "minutes.txt").write_text(text, "utf-8")
    rows = govgraph("parse", tmp_path / "minutes.txt", "--warnings", "-f", "json").rows()
    assert [(row["code"], row["line"]) for row in rows] == [("weekday", 3)]
