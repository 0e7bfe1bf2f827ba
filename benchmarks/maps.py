"""How fast maps are: `python -m govgraph.benchmarks.maps [--nodes 1000,5000,50000] [-o FILE.json]`.

Each page is opened in headless Chromium with no network. Measured: seconds for the layout, megabytes of the page,
seconds until the page is drawn and answers, and the 95th percentile of a frame in milliseconds while a mouse pans it.
Beside our pages stand plain pyvis (as it comes, and with our positions and no physics) and neo4j-viz where it is
installed; what gives no answer in `--patience` seconds is given up.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyvis.network import Network

from ..visualise.layout import arrange
from ..visualise.model import View
from ..visualise.page import build_page
from .made_up_councils import made_up


def ours(view: View, path: Path) -> None:
    """The page of this project."""
    build_page(view).save(path)


def pyvis_as_it_comes(view: View, path: Path) -> None:
    """What `pyvis` writes with nothing set but where its script comes from."""
    path.write_text(_pyvis(view, placed=False).generate_html(), "utf-8")


def pyvis_placed(view: View, path: Path) -> None:
    """The same with our positions and without physics."""
    path.write_text(_pyvis(view, placed=True).generate_html(), "utf-8")


def _pyvis(view: View, placed: bool) -> Any:
    network = Network(directed=True, cdn_resources="in_line", height="860px")
    places = arrange(view).places if placed else {}
    for node in view.nodes:
        at = {"x": places[node.id].x, "y": places[node.id].y} if placed else {}
        network.add_node(node.id, label=node.label, group=node.kind, **at)
    network.add_edges((e.source, e.target) for e in view.edges)
    if placed:
        network.toggle_physics(False)
    return network


def neo4j_viz(view: View, path: Path) -> None:
    """neo4j-viz by its canvas renderer, with our positions. Raises `ImportError` where it is not installed."""
    viz: Any = importlib.import_module("neo4j_viz")

    places = arrange(view).places
    number = {node.id: i for i, node in enumerate(view.nodes)}
    nodes = [viz.Node(id=number[n.id], caption=n.label, x=places[n.id].x, y=places[n.id].y) for n in view.nodes]
    ties = [viz.Relationship(source=number[e.source], target=number[e.target], caption=e.kind) for e in view.edges]
    shown = viz.VisualizationGraph(nodes=nodes, relationships=ties).render(
        layout="free", renderer="canvas", max_allowed_nodes=len(nodes) + 1
    )
    path.write_text(str(getattr(shown, "data", shown)), "utf-8")


RIVALS: dict[str, tuple[Callable[[View, Path], None], str, int]] = {
    "govgraph": (ours, "ours", 10**9),
    "pyvis as it comes": (pyvis_as_it_comes, "others", 5000),
    "pyvis placed": (pyvis_placed, "others", 5000),
    "neo4j-viz": (neo4j_viz, "others", 5000),
}
"""Name, what writes the page, how the page says that it is ready, and up to how many nodes it is tried."""


def measure(path: Path, kind: str, patience: float) -> dict[str, Any]:
    """What `browse` says of a page, in a process of its own, as a page that hangs holds its browser with it."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "govgraph.benchmarks.browse", str(path), kind],
            timeout=patience,
            capture_output=True,
            text=True,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"no answer in {patience:.0f} s"}
    except subprocess.CalledProcessError as error:
        return {"error": error.stderr.strip().splitlines()[-1][:120]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def run(sizes: list[int], names: list[str], patience: float) -> Iterator[dict[str, Any]]:
    """One row for each page."""
    with TemporaryDirectory() as folder:
        for size in sizes:
            view = made_up(size)
            for name in names:
                write, kind, most = RIVALS[name]
                if size > most:
                    continue
                row: dict[str, Any] = {"what": name, "nodes": len(view.nodes), "edges": len(view.edges)}
                path = Path(folder) / "page.html"
                if name == "govgraph":
                    start = time.perf_counter()
                    arrange(view)
                    row["layout_s"] = round(time.perf_counter() - start, 2)
                try:
                    write(view, path)
                except ImportError as error:
                    yield row | {"error": f"not installed: {error.name}"}
                    continue
                row["page_mb"] = round(path.stat().st_size / 1e6, 2)
                yield row | measure(path, kind, patience)


def main() -> None:
    """Measures and prints a table; with `-o` it writes the rows as JSON too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", default="1000,5000,20000,50000", help="sizes, with commas between")
    parser.add_argument("--only", default=",".join(RIVALS), help="which pages, with commas between")
    parser.add_argument("--patience", type=float, default=60, help="seconds after which a page is given up")
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    names = [name for name in RIVALS if name in given.only.split(",")]
    rows = []
    print("| page | nodes | edges | layout, s | page, MB | usable, s | frame p95, ms |\n|---|---|---|---|---|---|---|")
    for row in run([int(n) for n in given.nodes.split(",")], names, given.patience):
        rows.append(row)
        cells = [row["what"], row["nodes"], row["edges"], row.get("layout_s", ""), row.get("page_mb", "")]
        cells += [row["error"], ""] if "error" in row else [row["usable_s"], row["frame_p95_ms"]]
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)
    if given.output:
        given.output.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
