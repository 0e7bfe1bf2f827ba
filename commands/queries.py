"""`query`: any query module by its name, or Cypher of the user's own from a file."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer

from ..actions.errors import UsageError
from ..graph_loader.store import Answer, RefusedQueryError, Store, StoreError
from ..queries.catalogue import FOLDERS, QueryError, catalogue, module, run
from ..queries.output.render import Format
from ..queries.subjects import find_body, find_person
from .asking import (
    FormatOption,
    StoreDirOption,
    StoreOption,
    answering,
    errors_for_people,
    show,
)
from .terminal import completing


def query(
    name: Annotated[
        str | None,
        typer.Argument(
            help="A query module, or a .cypher file.", metavar="NAME|FILE", autocompletion=completing.modules
        ),
    ] = None,
    params: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="A parameter, as in body_id=…", metavar="KEY=VALUE")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Lists all modules with their questions.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Lets a file of your own change the store.")] = False,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Runs a query module, or a Cypher file of your own, read-only."""
    with errors_for_people():
        if list_:
            _list(format_)
            return
        if name is None:
            raise UsageError("name a query module or a .cypher file; `govgraph query --list` lists the modules")
        given = dict(_pair(text) for text in params or ())
        if name.endswith(".cypher"):
            text = Path(name).read_text("utf-8")
            with answering(store, store_dir) as opened:
                answer = _own(opened, text, {k: _value(v) for k, v in given.items()}, write)
                show(answer.rows, answer.keys, format_)
            return
        found = module(name)
        with answering(store, store_dir) as opened:
            values = {k: _typed(opened, k, v, found.params.get(k, "string")) for k, v in given.items()}
            show(run(opened, name, **values), list(found.returns), format_)


def _own(store: Store, text: str, params: dict[str, Any], write: bool) -> Answer:
    try:
        return store.query(text, params, write=write)
    except RefusedQueryError as error:
        if error.code.endswith("AccessMode"):
            raise StoreError(f"{error}; give --write to allow it") from error
        raise


def _list(format_: Format) -> None:
    modules = list(catalogue().values())
    if format_ == "table":
        for folder, of in groupby(modules, key=lambda m: m.folder):
            typer.echo(f"{folder}/  {FOLDERS[folder]}")
            for one in of:
                typer.echo(f"  {one.name:26} {one.title}")
        return
    rows = [
        {"folder": m.folder, "name": m.name, "title": m.title, "params": dict(m.params), "returns": dict(m.returns)}
        for m in modules
    ]
    show(rows, ["folder", "name", "title", "params"], format_)


def _pair(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator or not key:
        raise UsageError(f"--param {text}: write KEY=VALUE")
    return key.strip().removeprefix("$"), value


def _value(text: str) -> Any:
    """JSON where it is JSON (a number, a list, true, null), else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _typed(store: Store, key: str, text: str, type_: str) -> Any:
    """A parameter as the module's header wants it; people and bodies may be given by name."""
    kind = type_.rstrip("?")
    if key == "body_id":
        return find_body(store, text).id
    if key == "person_id":
        return find_person(store, text).id
    if kind in {"string", "date"}:
        return text
    value = _value(text)
    wanted: type = {"integer": int, "boolean": bool, "list": list}[kind]
    if kind == "list" and not isinstance(value, list):
        value = [part.strip() for part in text.split(",")]
    if not isinstance(value, wanted):
        raise QueryError(f"--param {key}={text}: it wants {'a list' if kind == 'list' else f'one {kind}'}")
    return value
