"""What a load costs beside the least that writing as much can: `python -m govgraph.benchmarks.load`.

Made-up councils are loaded as parsed minutes into a local Neo4j of the benchmark's own. The floor is a bare loop that
creates the same nodes and edges, with the same properties and indexes, without looking for any by its key: nodes in
batches, then edges between nodes by their internal numbers. Both are measured in turns, on a warm server, in seconds of
CPU: of Neo4j, and of this process without reading the files. With `--workers` what texts take with one process and with
two is measured too. Ends with 1 where the load takes more than 1.5 times the floor.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import psutil
import typer

from ..graph_loader.parsing import parse_sources
from ..graph_loader.pipeline import load
from ..graph_loader.sources import find_sources
from ..graph_loader.store import Store, open_store
from ..graph_loader.store.connect import local_neo4j
from ..graph_loader.store.local.progress import Silent
from ..graph_loader.store.local.state import process_of, read_state
from ..graph_loader.store.write import ensure_schema
from .generate import generate

BAR = 1.5
BATCH = 2_000
_READ = "MATCH (n) RETURN id(n) AS id, labels(n) AS labels, properties(n) AS properties"
_READ_EDGES = "MATCH (a)-[r]->(b) RETURN id(a) AS a, id(b) AS b, type(r) AS type, properties(r) AS properties"


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU."""

    neo4j: float
    client: float

    @property
    def both(self) -> float:
        """Of the two together."""
        return self.neo4j + self.client


@dataclass(frozen=True)
class Graph:
    """All elements of a store: nodes by their labels, with their old numbers, and edges by their types."""

    nodes: dict[tuple[str, ...], list[dict[str, Any]]]
    edges: dict[str, list[dict[str, Any]]]

    @property
    def size(self) -> tuple[int, int]:
        """How many nodes and edges."""
        return sum(map(len, self.nodes.values())), sum(map(len, self.edges.values()))


def elements(store: Store) -> Graph:
    """All nodes and edges of a store."""
    nodes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in store.read(_READ):
        nodes.setdefault(tuple(sorted(row["labels"])), []).append(row)
    edges: dict[str, list[dict[str, Any]]] = {}
    for row in store.read(_READ_EDGES):
        edges.setdefault(row["type"], []).append(row)
    return Graph(nodes, edges)


def write_floor(store: Store, graph: Graph) -> None:
    """Creates all elements, a batch a transaction, and looks for none."""
    numbers: dict[int, int] = {}
    for labels, rows in graph.nodes.items():
        query = f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row RETURN id(n) AS id"
        for first in range(0, len(rows), BATCH):
            batch = rows[first : first + BATCH]
            made = _run(store, query, [row["properties"] for row in batch])
            numbers |= dict(zip((row["id"] for row in batch), (row["id"] for row in made), strict=True))
    for type_, rows in graph.edges.items():
        query = (
            "UNWIND $rows AS row MATCH (a) WHERE id(a) = row.a MATCH (b) WHERE id(b) = row.b "
            f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties"
        )
        for first in range(0, len(rows), BATCH):
            batch = rows[first : first + BATCH]
            _run(store, query, [{**row, "a": numbers[row["a"]], "b": numbers[row["b"]]} for row in batch])


def _run(store: Store, query: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return store.write(lambda tx: tx.run(query, rows=rows).data())


def empty(store: Store) -> None:
    """Takes everything out of a store, and makes its indexes."""
    query = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS n"
    while store.write(lambda tx: tx.run(query).data())[0]["n"]:
        pass
    ensure_schema(store)


def cost(server: psutil.Process, work: Callable[[], object]) -> Cost:
    """What a piece of work costs in Neo4j and here; what it leaves to do in the background counts for a second."""
    before, here = server.cpu_times(), time.process_time()
    work()
    client = time.process_time() - here
    time.sleep(1)
    after = server.cpu_times()
    return Cost(after.user + after.system - before.user - before.system, client)


def main(
    number: Annotated[int, typer.Option("--councils", help="How many councils.")] = 4,
    meetings: Annotated[int, typer.Option(help="Meetings of each.")] = 60,
    turns: Annotated[int, typer.Option(help="How often each is measured, after a load that warms up.")] = 3,
    workers: Annotated[
        bool, typer.Option("--workers", help="Also what one and two processes take to load texts.")
    ] = False,
) -> None:
    """Measures a load beside the floor."""
    with tempfile.TemporaryDirectory() as folder:
        made, store_dir = Path(folder) / "made", Path(folder) / "store"
        generate(made, number, meetings, texts=workers)
        local = local_neo4j(store_dir)
        try:
            with open_store(None, store_dir) as store:
                server = process_of(read_state(local.folder))
                assert server
                failed = _beside_floor(store, server, made / "parsed", turns)
                if workers:
                    _workers(store, made / "texts")
        finally:
            local.stop(Silent())
    sys.exit(failed)


def _beside_floor(store: Store, server: psutil.Process, parsed: Path, turns: int) -> bool:
    loads, floors = [], []

    def work() -> None:
        errors = [r.error for r in load([parsed], store) if r.error]
        assert not errors, errors

    start = time.process_time()
    files = sum(1 for _ in parse_sources(find_sources([parsed])))
    reading = time.process_time() - start
    empty(store)
    work()
    graph = elements(store)
    for _ in range(turns):
        empty(store)
        loaded = cost(server, work)
        empty(store)
        floor = cost(server, lambda: write_floor(store, graph))
        loads.append(loaded)
        floors.append(floor)
    nodes, edges = graph.size
    typer.echo(f"{files} documents, {nodes} nodes, {edges} edges; reading the files takes {reading:.1f} s\n")
    typer.echo("| CPU seconds | Neo4j | client, without reading | both |\n|---|---:|---:|---:|")
    rows = {}
    for name, costs, less in (("load", loads, reading), ("floor", floors, 0.0)):
        rows[name] = Cost(median(c.neo4j for c in costs), max(0.0, median(c.client for c in costs) - less))
        typer.echo(f"| {name} | {rows[name].neo4j:.1f} | {rows[name].client:.1f} | {rows[name].both:.1f} |")
    ratio = rows["load"].both / rows["floor"].both
    typer.echo(f"| load / floor | {rows['load'].neo4j / rows['floor'].neo4j:.2f} | | {ratio:.2f} |")
    return ratio > BAR


def _workers(store: Store, texts: Path) -> None:
    for count in (1, 2, 1, 2):
        empty(store)
        start, children = time.perf_counter(), os.times()
        assert not [r.error for r in load([texts], store, workers=count) if r.error]
        spent = os.times()
        cpu = sum(spent[:4]) - sum(children[:4])
        typer.echo(f"{count} worker{'s' if count > 1 else ''}: {time.perf_counter() - start:.1f} s, CPU {cpu:.1f} s")


if __name__ == "__main__":
    typer.run(main)
