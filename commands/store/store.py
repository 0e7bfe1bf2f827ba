"""`govgraph store`: start, stop and look at the local Neo4j, ask it in Cypher, and copy it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from ...graph_loader.store import Store, open_store
from ...graph_loader.store.connect import (
    backup_store,
    local_neo4j,
    open_running,
    restore_store,
    server_uri,
)
from ...graph_loader.store.local.progress import TerminalProgress
from ...queries.output.render import UNLIMITED
from ..asking import FAILED, WRONG_USAGE, StoreDirOption, StoreOption, errors_for_people, fail
from .cypher_shell import HELP, run_shell

app = typer.Typer(help="The local Neo4j: start, stop, status, a Cypher prompt, backups.", no_args_is_help=True)

FormatOption = Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How the status is printed.")]

_COUNTS = (
    "RETURN COUNT { (:Document) } AS documents, COUNT { (:Fact) } AS facts, "
    "COUNT { (:Person) } AS people, COUNT { (:Body) } AS bodies"
)


def _only_local(uri: str | None, store_dir: Path | None) -> None:
    """Refuses what makes no sense for a server of the user's own; a folder that is named means the local one."""
    if uri or (server_uri(None, store_dir)):
        source = "--store" if uri else "NEO4J_URI"
        raise fail(
            f"this command is for the local Neo4j, and {source} names a server of your own; "
            "use that server's own tools, or leave it out",
            WRONG_USAGE,
        )


@app.command()
def start(store: StoreOption = None, store_dir: StoreDirOption = None) -> None:
    """Starts the local Neo4j, which other commands also do by themselves."""
    _only_local(store, store_dir)
    with errors_for_people():
        local = local_neo4j(store_dir)
        state = local.start(TerminalProgress())
        typer.echo(f"Neo4j {state.version} runs at {state.uri}, its data in {local.folder.path}")


@app.command()
def stop(store: StoreOption = None, store_dir: StoreDirOption = None) -> None:
    """Stops the local Neo4j; nothing that was loaded is lost."""
    if store:
        _only_local(store, store_dir)
    with errors_for_people():
        stopped = local_neo4j(store_dir).stop(TerminalProgress())
        typer.echo("Neo4j stopped" if stopped else "Neo4j did not run")


@app.command()
def status(store: StoreOption = None, store_dir: StoreDirOption = None, format_: FormatOption = "table") -> None:
    """Whether the store runs, where it is, and how much is in it; starts nothing."""
    with errors_for_people():
        found = _server_status(uri) if (uri := server_uri(store, store_dir)) else _local_status(store_dir)
    if format_ == "json":
        typer.echo(json.dumps(found, indent=2))
        return
    for name, value in found.items():
        if value is not None:
            typer.echo(f"{name.replace('_', ' '):22}{_in_words(name, value)}")


def _server_status(uri: str) -> dict[str, Any]:
    with open_store(uri) as opened:
        return {"running": True, "uri": opened.uri, "version": opened.version} | _counts(opened)


def _local_status(store_dir: Path | None) -> dict[str, Any]:
    local = local_neo4j(store_dir)
    found: dict[str, Any] = {"running": False, "uri": None, "folder": str(local.folder.path)}
    found |= {"exists": local.folder.is_store(), "bytes": local.folder.size()}
    state = local.running() or local.noted_again()
    if state is None:
        return found
    idle = state.idle_minutes * 60
    found |= {"running": True, "uri": state.uri, "version": state.version, "memory": state.memory}
    found |= {"up_seconds": round(time.time() - state.started)}
    found |= {"stops_in_seconds": max(0, round(idle - local.folder.seconds_unused())) if idle else None}
    opened = open_running(local)
    if opened is not None:
        with opened:
            found |= _counts(opened)
    return found


def _counts(opened: Store) -> dict[str, Any]:
    return opened.read(_COUNTS)[0]


def _in_words(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "bytes":
        return f"{value:,} ({value / 1_000_000:.1f} MB)"
    return str(value)


@app.command()
def shell(
    write: Annotated[bool, typer.Option("--write", help="Lets queries change the store.")] = False,
    show_password: Annotated[
        bool, typer.Option("--show-password", help="Prints the password for other tools.")
    ] = False,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """A prompt for Cypher, read-only unless --write; says how to connect with other tools."""
    with errors_for_people(), open_store(store, store_dir) as opened:
        interactive = sys.stdin.isatty()
        if interactive or show_password:
            _say_how_to_connect(opened, store_dir, show_password)
        if interactive:
            typer.echo(f"{'Queries may change the store. ' if write else 'Read-only. '}{HELP}")
        console = Console(width=None if sys.stdout.isatty() else UNLIMITED)
        errors = Console(stderr=True, soft_wrap=True)
        went_well = run_shell(opened, write, interactive, console, errors)
    if not went_well and not interactive:
        raise typer.Exit(FAILED)


def _say_how_to_connect(opened: Store, store_dir: Path | None, show_password: bool) -> None:
    typer.echo(f"For other tools (Neo4j Browser, Neo4j Desktop, cypher-shell): {opened.uri}", err=True)
    if opened.is_local:
        folder = local_neo4j(store_dir).folder
        secret = folder.password() if show_password else f"in {folder.password_file} (--show-password prints it)"
        typer.echo(f"  user neo4j, password {secret}", err=True)


@app.command()
def check(
    mend: Annotated[bool, typer.Option("--mend", help="Makes what differs as the facts say.")] = False,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Compares shortcuts, people and bodies with the facts that they follow from; ends with 1 where they differ."""
    with errors_for_people(), open_store(store, store_dir) as opened:
        from ...graph_loader.following import what_follows
        from ...graph_loader.refreshing import refresh
        from ...graph_loader.store.shortcuts.check import check_shortcuts

        refresh(opened)
        found = check_shortcuts(opened, what_follows, mend)
    for d in found:
        typer.echo(f"{d.scope}: {d.kind}: {d.missing} missing, {d.extra} too many, {d.changed} changed")
    if not found:
        typer.echo("everything is as the facts say")
    elif mend:
        typer.echo("made anew from the facts")
    else:
        typer.echo("give --mend to make it as the facts say")
        raise typer.Exit(FAILED)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write, such as minutes.tar.gz.")],
    replace: Annotated[bool, typer.Option("--replace", help="Overwrites the file.")] = False,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Copies the local store into one file; stops it for that, and starts it again if it ran."""
    _only_local(store, store_dir)
    with errors_for_people():
        size = backup_store(store_dir, file, replace, TerminalProgress())
        typer.echo(f"{file}: {size / 1_000_000:.1f} MB")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `store backup` wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Takes the place of the store that is there.")] = False,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Puts a copy into the local store, and checks that it opens before the old data goes."""
    _only_local(store, store_dir)
    with errors_for_people():
        restore_store(store_dir, file, replace, TerminalProgress())
        typer.echo(f"restored from {file}")
