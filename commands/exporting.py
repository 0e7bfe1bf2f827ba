"""`export`: what the store holds, in other programs' formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..actions.errors import UsageError
from ..actions.said import number_of
from ..exports.formats import FORMATS, export, save
from ..exports.read import Selection
from ..queries.dates import days, exact_day
from .asking import (
    BodyOption,
    FromOption,
    OnOption,
    StoreDirOption,
    StoreOption,
    ToOption,
    answering,
)

_FORMATS = f"One of {', '.join(FORMATS)}; docs/exports.md tells what each holds."


def export_(
    format_: Annotated[str, typer.Argument(help=_FORMATS, metavar="FORMAT")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The file or folder to write.", metavar="PATH")],
    council: Annotated[
        str | None, typer.Option("--council", help="Only this council's documents: its name.", metavar="NAME")
    ] = None,
    body: BodyOption = None,
    on: OnOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    public: Annotated[bool, typer.Option("--public", help="With members of the public.")] = False,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Writes the store, or a part of it, in another program's format."""
    with answering(store, store_dir) as opened:
        if on and (from_ or to):
            raise UsageError("give either --on or --from and --to")
        first, last = (exact_day(on),) * 2 if on else days(from_, to)
        selection = Selection(council=council, body=body, from_=first, to=last, public=public)
        written = save(export(opened, format_, selection), output)
        typer.echo(output if written == [output] else f"{output}: {number_of(len(written), 'file')}")
