"""`profile init`: a council's own rules as a file to fill in, with what the store knows about its bodies."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer
from jinja2 import Environment

from ..actions.errors import UsageError
from ..actions.said import number_of
from ..graph_loader.folding import fold_body
from ..graph_loader.store import Store
from ..queries.profiles import bodies_that_met, built_in, councils, named
from .asking import StoreDirOption, StoreOption, answering

app = typer.Typer(
    help="Profiles: a council's own rules, by which `audit` judges quorums, terms and absences.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _group() -> None:
    """A group, though it has one command."""


@app.command("init")
def init(
    council: Annotated[
        str | None, typer.Argument(help="The council; may be left out where the store has one.", metavar="COUNCIL")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; else the council's name.", metavar="FILE")
    ] = None,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Writes a council's profile to fill in, with what the store knows about each body beside it."""
    with answering(store, store_dir) as opened:
        scope, name = _council(opened, council)
        slug = "-".join("".join(c if c.isalnum() else " " for c in name.replace("'", "").lower()).split())
        path = output or Path(f"{slug}.yaml")
        if path.suffix not in {".yaml", ".yml"}:
            raise UsageError(f"{path}: a profile is a .yaml file; give a name that ends so")
        if path.exists():
            raise UsageError(f"{path} is there already; it is plain text, so change it with an editor, or name another")
        bodies = bodies_that_met(opened, scope)
        path.write_text(profile_text(slug, name, bodies), "utf-8")
        named(str(path))
    typer.echo(f"{path} is written, with {number_of(len(bodies), 'body', 'bodies')} to fill in")
    typer.echo(f'next: govgraph audit --profile {path}; to keep it, profile = "{path.name}" in govgraph.toml beside it')


def _council(store: Store, given: str | None) -> tuple[str, str]:
    """The scope and the name of the council that is meant."""
    known = councils(store)
    if not known:
        raise UsageError(
            "the store knows no council: load minutes with `govgraph load FOLDER --council NAME`, or say with "
            "`govgraph whose` whose those are that it has"
        )
    fit = {s: n for s, n in known.items() if given is None or fold_body(n) == fold_body(given)}
    if len(fit) == 1:
        return next(iter(fit.items()))
    listed = "; ".join(sorted(set(known.values())))
    which = f"“{given}” is no council of the store" if given else "the store has several councils"
    raise UsageError(f"{which}; name one of: {listed}")


def profile_text(slug: str, council: str, bodies: Sequence[Mapping[str, Any]]) -> str:
    """A profile: what is known as values or beside them, what is not as comments to fill in."""
    days = [day for row in bodies for day in (row["first"], row["last"]) if day]
    text = (files("govgraph.queries") / "profiles" / "new.yaml.j2").read_text("utf-8")
    environment = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False)  # noqa: S701 - no HTML
    environment.filters["quoted"] = lambda value: json.dumps(value, ensure_ascii=False)  # as YAML takes any text
    return environment.from_string(text).render(
        slug=slug,
        council=council,
        bodies=bodies,
        known=[name for name in built_in() if name != slug],
        first=min(days, default="2020-01-01"),
        last=max(days, default="2024-12-31"),
        remote=sum(row["remote"] for row in bodies),
    )
