"""`demo`: the whole way on the bundled fictional minutes, in a store of its own."""

from __future__ import annotations

import json
import sys
from importlib.resources import as_file, files
from pathlib import Path
from shutil import which
from typing import Annotated

import typer

from ..actions.loading import loaded_row
from ..actions.said import load_summary
from ..graph_loader.pipeline import load as load_paths
from ..graph_loader.refreshing import refresh
from ..graph_loader.store import Store, open_store
from ..queries import audit as rules_of
from ..queries.explore import counts
from ..visualise import network_map
from ..visualise.origin import read_origin
from ..visualise.report import audit_report
from ..website.site import build_site
from . import answers
from . import who_sat as sitting
from .asking import FAILED, StoreDirOption, StoreOption, errors_for_people
from .terminal.progress import counting

GROUP = "Small Schools Working Group"
COMMITTEE = "Children's Services Committee"


def demo(
    out: Annotated[Path, typer.Option(help="Where the pages and the demo's own store go.", metavar="DIR")] = Path(
        "demo-output"
    ),
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """The whole way on the bundled fictional minutes: load, answers, audit, map; prints where they are.

    Without --store and --store-dir it keeps to a store of its own, so that no made-up councillor gets among yours.
    """
    if store is None and store_dir is None:
        store_dir = out / "store"
    with errors_for_people():
        out.mkdir(parents=True, exist_ok=True)
        with open_store(store, store_dir) as opened:
            _say("Sixteen sets of minutes of a county that does not exist, over three years")
            failed = _load(opened)
            _counts(opened)
        _ask(store, store_dir)
        with open_store(store, store_dir) as opened:
            _pages(opened, out)
    _next_steps(store, store_dir)
    if failed:
        raise typer.Exit(FAILED)


def _load(opened: Store) -> bool:
    """Loads the examples; tells whether one failed."""
    rows = []
    with as_file(files("govgraph") / "examples" / "minutes") as folder:
        for result in load_paths([folder], opened):
            if result.error:
                typer.echo(f"govgraph: {result.error}", err=True)
            rows.append(loaded_row(result))
    refresh(opened)
    typer.echo(load_summary(rows))
    return any(row["error"] for row in rows)


def _counts(opened: Store) -> None:
    found = counts(opened)
    typer.echo(", ".join(f"{number} {name.replace('_', ' ')}" for name, number in found.items()))


def _ask(store: str | None, store_dir: Path | None) -> None:
    _question("Who sat on the working group in the summer of 2024?", "who-sat", GROUP, "--on", "2024-07-15")
    sitting.who_sat(GROUP, on="2024-07-15", store=store, store_dir=store_dir)
    _question("How did its places change hands?", "appointments", "--body", GROUP)
    answers.appointments(body=GROUP, store=store, store_dir=store_dir)
    _question("Who substituted for whom?", "substitutions")
    answers.substitutions(store=store, store_dir=store_dir)


def _pages(opened: Store, out: Path) -> None:
    rows = rules_of.audit(opened)
    findings = sum(row["verdict"] == "finding" for row in rows)
    _say(f"The audit: {findings} findings by {len(rules_of.rules())} rules; the map; the site")
    (out / "audit.json").write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", "utf-8")
    audit_page = audit_report(rows, rules_of.rules(), read_origin(opened).sentence)
    for page, name in ((audit_page, "audit.html"), (network_map(opened), "map.html")):
        typer.echo(f"  {page.save(out / name)}")
    typer.echo(f"  {out / 'audit.json'}")
    with counting("pages") as made:
        build_site(opened, out / "site", made=made)
    typer.echo(f"  {out / 'site' / 'index.html'}")


def _next_steps(store: str | None, store_dir: Path | None) -> None:
    where = f"--store {store}" if store else f"--store-dir {store_dir}"
    _say("To try next")
    typer.echo("  open the pages in a browser; they work offline")
    if not which("govgraph"):
        typer.echo(f'  export PATH="{Path(sys.executable).parent}:$PATH"      (so that govgraph is found)')
    for command in (
        'trace "Jemima Marsh"',
        f'who-sat "{COMMITTEE}" --on 2023-06-13 --format md',
        "audits",
        "query --list",
        'map --person "Walter Oddicombe" -o oddicombe.html',
    ):
        typer.echo(f"  govgraph {command}{'' if command in {'audits', 'query --list'} else f' {where}'}")
    typer.echo('  govgraph load YOUR-MINUTES --council "NAME OF THE COUNCIL"      (your own store)')


def _question(title: str, *command: str) -> None:
    _say(title)
    shown = " ".join(f'"{word}"' if " " in word else word for word in command)
    typer.echo(f"$ govgraph {shown}\n")


def _say(title: str) -> None:
    typer.echo(f"\n── {title}")
