"""`init`: a folder's `govgraph.toml`, by asking for what it states."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated

import typer

from ...actions.errors import UsageError
from ...graph_loader.stated import FILE_NAME, stated_for
from ...queries.profiles import built_in, named
from ..asking import errors_for_people

_HEAD = "# What is stated about the minutes here and in the folders below; `govgraph load` reads it (docs/store.md).\n"


def init(
    folder: Annotated[Path, typer.Argument(help="The folder with the minutes.", metavar="FOLDER")],
    council: Annotated[str | None, typer.Option("--council", help="Whose minutes these are.", metavar="NAME")] = None,
    uri: Annotated[
        str | None,
        typer.Option("--uri", help="Where each file was published; {name} is its name.", metavar="ADDRESS"),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option("--profile", help="The council's own rules: a .yaml file, or a name.", metavar="FILE"),
    ] = None,
) -> None:
    """Writes what is stated about a folder of minutes into its govgraph.toml; asks for what no option gives."""
    with errors_for_people():
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder; give the folder that holds the minutes")
        path = folder / FILE_NAME
        if path.exists():
            raise UsageError(f"{path} is there already; it is plain text, so change it with an editor")
        if council is None:
            council = typer.prompt("Whose minutes are these? (nothing, if they are of several councils)", default="")
        if uri is None:
            uri = typer.prompt(
                "Where was each file published? {name} stands for its name (nothing, if nowhere)", default=""
            )
        if profile is None:
            profile = typer.prompt(f"Whose rules hold? {', '.join(built_in())}, a .yaml file, or nothing", default="")
        said = {name: value.strip() for name, value in (("council", council), ("uri", uri), ("profile", profile))}
        if said["uri"] and not re.match(r"https?://", said["uri"]):
            raise UsageError(f"“{said['uri']}” is no address; write it as in https://example.org/minutes/{{name}}")
        if said["profile"]:
            named(said["profile"])
        lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items() if value]
        path.write_text(_HEAD + "".join(lines), "utf-8")
        stated_for(folder / "a", folder)
        typer.echo(f"{path} is written; next: govgraph load {folder}")
