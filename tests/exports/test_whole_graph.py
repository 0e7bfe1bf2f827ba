"""Formats of the whole graph: what they say rebuilds it, and members of the public are left out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from govgraph.exports.cypher import statements
from govgraph.exports.formats import export
from govgraph.exports.neo4j_import import BETWEEN, EMPTY, neo4j_import
from govgraph.exports.read import Selection
from govgraph.exports.whole_graph import read_graph
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.dump import dump

NAME = "Mrs Ada Marrow"


def test_the_script_rebuilds_the_graph_in_an_empty_store(store: Store, tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "examples" / "minutes"
    files = [_minutes(tmp_path), folder / "2025-02-06-harbour-liaison-forum.md"]
    assert [r.error for r in load(files, store)] == [None, None]
    graph, before = read_graph(store, public=True), list(dump(store))
    assert any("Ben \\\\ O'Hollow" in line for line in before)
    assert export(store, "dump", Selection(public=True)) == "".join(f"{line}\n" for line in before)
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    for statement in statements(graph):
        store.query(statement, write=True)
    assert list(dump(store)) == before


def test_the_files_for_import_hold_the_graph(examples: Store) -> None:
    graph = read_graph(examples, public=True)
    files = neo4j_import(graph)
    read: list[Any] = []
    for name, text in files.items():
        if not name.endswith(".csv"):
            continue
        assert f"={name}" in files["import.sh"]
        header, *rows = csv.reader(io.StringIO(text))
        for row in rows:
            ids = [v for h, v in zip(header, row, strict=True) if h.startswith(":")]
            said = {
                h.partition(":")[0]: _value(h.partition(":")[2], v)
                for h, v in zip(header, row, strict=True)
                if not h.startswith(":") and v
            }
            read.append([name.split("-", 1)[1].removesuffix(".csv"), ids, said])
    wanted = [["-".join(n.labels), [" ".join(n.key)], n.properties] for n in graph.nodes]
    wanted += [[e.type, [" ".join(e.start), " ".join(e.end)], e.properties] for e in graph.edges]
    assert sorted(map(_as_text, read)) == sorted(map(_as_text, wanted))


def _as_text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _value(type_: str, text: str) -> Any:
    if type_.endswith("[]"):
        return [] if text == EMPTY else [_value(type_[:-2], part) for part in text.split(BETWEEN)]
    plain: dict[str, Any] = {"long": int, "double": float, "boolean": lambda t: t == "true"}
    return plain.get(type_, str)(text)


def _minutes(folder: Path) -> Path:
    """Minutes that list a councillor and a member of the public, as parsed minutes."""

    def span(line: int, start: int, text: str) -> dict[str, Any]:
        return {"line_start": line, "line_end": line, "char_start": start, "char_end": start + len(text), "text": text,
                "rule": "made"}  # fmt: skip

    def listed(line: int, start: int, person: str, capacity: str) -> dict[str, Any]:
        return {"span": span(line, start, person), "person": person, "status": "present", "capacity": capacity}

    minutes = {
        "schema": "parsed-minutes/1",
        "source": {"name": "made.txt", "sha256": "0" * 64, "media_type": "text/plain"},
        "meeting": {"span": span(1, 0, "Parks Committee"), "body": "Parks Committee", "body_kind": "committee",
                    "date": "2024-03-05"},
        "attendance": [listed(2, 20, "Cllr Ben \\ O'Hollow", "member"), listed(3, 40, NAME, "public")],
        "contributions": [{"span": span(4, 60, f"{NAME} asked"), "person": NAME, "kind": "asked"}],
    }  # fmt: skip
    file = folder / "made.json"
    file.write_text(json.dumps(minutes), "utf-8")
    return file


def test_members_of_the_public_are_left_out_unless_asked_for(store: Store, tmp_path: Path) -> None:
    assert [r.error for r in load([_minutes(tmp_path)], store, council="Oakham Vale Council")] == [None]
    for format_ in ("graphml", "gexf", "csv", "popolo", "org", "jsonl", "sqlite", "cypher", "dump", "neo4j-import"):
        without, with_ = (export(store, format_, Selection(public=public)) for public in (False, True))
        assert "Marrow" not in _text(without), format_
        assert "Marrow" in _text(with_), format_
        assert "Hollow" in _text(without), format_


def _text(made: Any) -> str:
    if isinstance(made, bytes):
        return made.decode("utf-8", "replace")
    return made if isinstance(made, str) else "".join(made.values())
