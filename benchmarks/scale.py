"""What a store costs as it grows: `python -m govgraph.benchmarks.scale --documents 1000 --documents 2000`.

Made-up councils of 50 meetings each are loaded as parsed minutes into a local Neo4j of the benchmark's own, size by
size. For each size: seconds of CPU of Neo4j and of this process for a document more, their memory, the first audit and
the next, a map of one council, and the query modules (`benchmarks.queries`: times beside `RETURN 1`, and plans).
"""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path
from typing import Annotated

import psutil
import typer

from ..graph_loader.pipeline import load
from ..graph_loader.store import Store, open_store
from ..graph_loader.store.connect import local_neo4j
from ..graph_loader.store.local.progress import Silent
from ..graph_loader.store.local.state import process_of, read_state
from ..queries.audit import audit
from ..visualise import network_map
from .generate import generate
from .load import Cost, cost
from .queries import BAD_PLANS, measure

MEETINGS = 50


def main(
    documents: Annotated[list[int], typer.Option(help="How many documents; several times for several sizes.")],
) -> None:
    """Measures a store as it grows."""
    typer.echo("| documents | facts | nodes | load, Neo4j | load, client | per document | audit | again | map | MB |")
    typer.echo("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as folder:
        made, store_dir = Path(folder) / "made", Path(folder) / "store"
        generate(made, max(documents) // MEETINGS, MEETINGS, texts=False)
        folders = sorted((made / "parsed").iterdir())
        try:
            with open_store(None, store_dir) as store:
                server = process_of(read_state(local_neo4j(store_dir).folder))
                assert server
                before = 0
                for size in sorted(documents):
                    part = Path(folder) / f"part-{size}"  # loaded as one folder, so that no two files have one key
                    part.mkdir()
                    for council in folders[before // MEETINGS : size // MEETINGS]:
                        council.rename(part / council.name)
                    _measured(store, server, part, size - before, Path(folder) / "map.html")
                    before = size
                _modules(store)
        finally:
            local_neo4j(store_dir).stop(Silent())


def _measured(store: Store, server: psutil.Process, part: Path, more: int, page: Path) -> None:
    def work() -> None:
        assert not [r.error for r in load([part], store) if r.error]

    loaded = cost(server, work)
    size = store.read("RETURN COUNT { (:Document) } AS d, COUNT { (:Fact) } AS f, COUNT { () } AS n")[0]
    council = store.read("MATCH (b:Body {kind: 'council'}) RETURN min(b.name) AS name")[0]["name"]
    audits = [_both(cost(server, lambda: audit(store))) for _ in range(2)]
    drawn = _both(cost(server, lambda: network_map(store, body=council).save(page)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, server.memory_info().rss // 1024**2
    typer.echo(
        f"| {size['d']} | {size['f']} | {size['n']} | {loaded.neo4j:.0f} s | {loaded.client:.0f} s | "
        f"{1000 * loaded.both / more:.0f} ms | {audits[0]} | {audits[1]} | {drawn} | {memory[0]} + {memory[1]} |"
    )


def _both(spent: Cost) -> str:
    return f"{spent.neo4j:.1f} + {spent.client:.1f} s"


def _modules(store: Store) -> None:
    one, found = measure(store)
    slowest = sorted((m for m in found if m.subjects), key=lambda m: -m.ratio)
    bad = [f"{m.name} ({', '.join(m.bad)})" for m in found if m.bad]
    typer.echo(
        f"\n{len(found)} modules, `RETURN 1` takes {one:.1f} ms; plans with {', '.join(BAD_PLANS)}: {bad or 'none'}"
    )
    for m in slowest:
        typer.echo(f"  {m.name}: {m.milliseconds:.0f} ms, {m.ratio:.1f} times, {m.rows} rows")


if __name__ == "__main__":
    started = time.monotonic()
    try:
        typer.run(main)
    finally:
        typer.echo(f"{time.monotonic() - started:.0f} s in all", err=True)
