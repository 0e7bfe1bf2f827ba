"""`map`: an interactive page of the network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..queries.dates import days, exact_day
from ..visualise import network_map
from ..visualise.model import VIEWS
from .asking import (
    BodyOption,
    FromOption,
    OnOption,
    PersonOption,
    StoreDirOption,
    StoreOption,
    ToOption,
    answering,
)
from .terminal import completing
from .terminal.progress import waiting

_VIEWS = f"What the map is of: {', '.join(VIEWS)}; else what is around the body or person given, else all."


def map_(
    output: Annotated[Path, typer.Option("-o", "--output", help="The page to write.", metavar="FILE.html")],
    view: Annotated[
        str | None, typer.Option("--view", help=_VIEWS, metavar="VIEW", autocompletion=completing.views)
    ] = None,
    body: BodyOption = None,
    person: PersonOption = None,
    on: OnOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    public: Annotated[bool, typer.Option("--public", help="Shows members of the public too.")] = False,
    all_: Annotated[
        bool, typer.Option("--all", help="Shows bodies too that are named once and never met, and nobody was put on.")
    ] = False,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Writes an interactive map of the network as one page that works offline."""
    with answering(store, store_dir) as opened:
        day, (first, last) = exact_day(on) if on else None, days(from_, to)
        with waiting("drawing the map"):
            page = network_map(
                opened,
                view=view,
                body=body,
                person=person,
                on=day,
                from_=first,
                to=last,
                public=public,
                named_once=all_,
            )
        typer.echo(page.save(output))
