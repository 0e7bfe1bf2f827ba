"""`serve`: the store as pages to read and to work in, on this machine alone."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..actions.decisions_file import who_decides
from .asking import StoreDirOption, StoreOption
from .decisions.options import ByOption, DecisionsOption, deciding

if TYPE_CHECKING:
    from ..serve.server import Server

OpenOption = Annotated[bool, typer.Option("--open/--no-open", help="Opens the page in the browser.")]


def serve(
    folder: Annotated[
        Path | None,
        typer.Argument(help="The folder of documents, for dropped files and teaching; else beside the decisions."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="What the pages are called; else the councils.", metavar="TITLE")
    ] = None,
    public: Annotated[bool, typer.Option("--public", help="Shows members of the public too.")] = False,
    port: Annotated[
        int, typer.Option("--port", help="Where it listens; else a free port.", metavar="PORT", min=0, max=65535)
    ] = 0,
    by: ByOption = None,
    open_: OpenOption = True,
    decisions: DecisionsOption = None,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Serves the store on this machine alone: its site, live, and pages to decide, correct, settle, load and teach."""
    from ..serve.application import application
    from ..serve.desk import Desk
    from ..serve.server import Server
    from ..serve.teaching import Teaching

    with deciding(decisions, store, store_dir) as (opened, file):
        who = who_decides(by)
        name = file.path.name.removesuffix(".toml").removesuffix(".decisions")
        place = folder or file.path.with_name(f"{name}.documents")
        desk = Desk(opened, file, who, place, public, title)
        listen(Server(lambda keys, at: application(keys, at, Teaching(place, who), desk), port), "", open_)


def listen(server: Server, page: str, open_: bool) -> None:
    """Serves a page, and opens it where that is asked for, until Ctrl-C."""
    address = server.address + page
    typer.echo(f"{address}  (Ctrl-C ends)")
    if open_:
        webbrowser.open(address)
    try:
        server.run()
    except KeyboardInterrupt:
        typer.echo("ended", err=True)
