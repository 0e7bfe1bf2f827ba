"""How fast query modules answer, and by which plans: `python -m govgraph.benchmarks.queries STORE_DIR…`.

Each store is a folder of a local Neo4j, best of 100 and of 1,000 documents; with `--minutes DIR` one that is empty is
filled first, with `--documents N` of the documents below that folder, evenly spread. For every module:

- its plan must have no scan of all nodes and no Cartesian product;
- a module about one person or one body, asked for several of each that give up to 50 rows, may take at most ten times
  as long as `RETURN 1` in the same run (the median of several repetitions).

Ends with 1 where either does not hold. Numbers go to standard output as a Markdown table.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer

from ..graph_loader.pipeline import load
from ..graph_loader.store import Store, open_store
from ..queries import audit
from ..queries.catalogue import Module, catalogue

BAD_PLANS = ("AllNodesScan", "CartesianProduct", "AllRelationshipsScan")
FEW_ROWS = 50
ALLOWED = 10
SUBJECTS = 12
REPEATS = 9
ONE = "RETURN 1 AS one"

Params = dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """One module on one store: how many subjects gave few rows, their rows and times in milliseconds."""

    name: str
    subjects: int
    rows: int
    milliseconds: float
    ratio: float
    bad: tuple[str, ...]


def fill(store_dir: Path, minutes: Path, documents: int | None) -> None:
    """Loads documents into a store, evenly spread over the files below a folder and with its `govgraph.toml` files."""
    files = sorted(p for p in minutes.rglob("*") if p.suffix in {".txt", ".md", ".html", ".pdf", ".docx"})
    step = max(1, len(files) // documents) if documents else 1
    chosen = files[::step][: documents or None]
    with tempfile.TemporaryDirectory() as folder, open_store(None, store_dir) as store:
        for file in [*chosen, *minutes.rglob("govgraph.toml")]:
            target = Path(folder) / file.relative_to(minutes)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        for result in load([Path(folder)], store):
            if result.error:
                typer.echo(result.error, err=True)


def subjects(store: Store) -> dict[str, list[str]]:
    """People and bodies of which little and of which much is said: some from each part of the order."""
    found = {}
    for key, label in (("person_id", "Person"), ("body_id", "Body")):
        rows = store.read(
            f"MATCH (n:{label}) WITH n, COUNT {{ (n)<-[:REFERS_TO]-() }} AS said ORDER BY said DESC, n.id "
            "RETURN collect(n.id) AS ids"
        )
        ids = rows[0]["ids"]
        step = max(1, len(ids) // (SUBJECTS // 2))
        found[key] = list(dict.fromkeys([*ids[: SUBJECTS // 2], *ids[::step]]))[:SUBJECTS]
    return found


def milliseconds(store: Store, text: str, params: Params) -> tuple[float, float, int]:
    """The median times of a query and, turn by turn with it, of `RETURN 1`, and the rows of the query.

    The first run, which plans the query, does not count; taking turns lets other work on the machine slow both.
    """
    rows = len(store.read(text, **params))
    times: dict[str, list[float]] = {ONE: [], text: []}
    for _ in range(REPEATS):
        for asked, given in ((ONE, {}), (text, params)):
            start = time.perf_counter()
            store.read(asked, **given)
            times[asked].append((time.perf_counter() - start) * 1000)
    return median(times[text]), median(times[ONE]), rows


def choices(module: Module, ids: dict[str, list[str]]) -> list[Params]:
    """Parameters for one person or one body each; none for modules that ask for something else."""
    keys = [k for k in ids if k in module.params]
    others = {k for k, t in module.params.items() if not t.endswith("?")} - set(ids)
    fixed: Params = {"from": "2019-06-01", "to": "2019-06-01", "public": False}
    if not keys or not others <= set(fixed):
        return []
    key = keys[0] if module.params[keys[0]] == "string" or len(keys) == 1 else "person_id"
    rest = {k: fixed[k] for k in others}
    return [dict.fromkeys(module.params) | rest | {key: i} for i in ids[key]]


def measure(store: Store) -> tuple[float, list[Measured]]:
    """`RETURN 1` in milliseconds, and all modules."""
    ids = subjects(store)
    store.read(ONE)
    ones, found = [], []
    given = audit.parameters(store, None)
    for module in catalogue().values():
        params = {k: given.get(k) for k in module.params}
        bad = tuple(o for o in store.explain(module.text, params).operators if o in BAD_PLANS)
        times = [milliseconds(store, module.text, p) for p in choices(module, ids)]
        ones += [one for _, one, _ in times]
        few = [(took / one, took, rows) for took, one, rows in times if rows <= FEW_ROWS]
        ratio, took, rows = max(few, default=(0.0, 0.0, 0))
        found.append(Measured(module.name, len(few), rows, took, ratio, bad))
    return median(ones), found


def main(
    store_dirs: Annotated[list[Path], typer.Argument(help="Folders of local Neo4j stores.", metavar="STORE_DIR…")],
    minutes: Annotated[Path | None, typer.Option(help="Fills stores that are empty.", metavar="DIR")] = None,
    documents: Annotated[int | None, typer.Option(help="Only so many documents.", metavar="N")] = None,
) -> None:
    """Measures every module on every store."""
    failed = False
    for folder in store_dirs:
        with open_store(None, folder) as store:
            empty = not store.read("MATCH (d:Document) RETURN d LIMIT 1")
        if empty and minutes:
            fill(folder, minutes, documents)
        with open_store(None, folder) as store:
            size = store.read("RETURN COUNT { (:Document) } AS documents, COUNT { (:Fact) } AS facts")[0]
            one, found = measure(store)
        typer.echo(f"\n{size['documents']} documents, {size['facts']} facts; `RETURN 1`: {one:.2f} ms\n")
        typer.echo("| module | subjects | rows at most | slowest, ms | × `RETURN 1` |\n|---|---:|---:|---:|---:|")
        for m in found:
            if m.bad:
                failed = True
                typer.echo(f"govgraph: {m.name}: its plan has {', '.join(m.bad)}", err=True)
            if m.subjects:
                failed |= m.ratio > ALLOWED
                mark = " **over**" if m.ratio > ALLOWED else ""
                typer.echo(f"| `{m.name}` | {m.subjects} | {m.rows} | {m.milliseconds:.1f} | {m.ratio:.1f}{mark} |")
        typer.echo(f"\n{len(found)} plans, {sum(bool(m.bad) for m in found)} with {', '.join(BAD_PLANS)}")
    sys.exit(failed)


if __name__ == "__main__":
    typer.run(main)
