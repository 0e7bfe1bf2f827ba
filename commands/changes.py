"""`changes`: what differs between two days, body by body."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..actions.errors import UsageError
from ..queries.changes import changes as changes_between
from ..queries.dates import first_day, last_day
from ..queries.profiles import term_ends
from .asking import (
    EVIDENCE,
    BodyOption,
    FormatOption,
    ProfileOption,
    StoreDirOption,
    StoreOption,
    answering,
    body_called,
    show,
)


def changes(
    from_: Annotated[str, typer.Option("--from", help="The first day, or the day of a meeting.", metavar="DATE")],
    to: Annotated[str, typer.Option("--to", help="The second day, or the day of a meeting.", metavar="DATE")],
    body: BodyOption = None,
    profile: ProfileOption = None,
    html: Annotated[Path | None, typer.Option(help="Writes a page instead.", metavar="FILE")] = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Who joined, who left, whose role changed, which seats opened and filled between two days, by body."""
    with answering(store, store_dir) as opened:
        first, last = first_day(from_), last_day(to)
        if first > last:
            raise UsageError(f"--from {from_} is after --to {to}; exchange them")
        rows = changes_between(
            opened, first, last, body_called(opened, body).id if body else None, term_ends(opened, profile)
        )
        if html:
            from ..visualise.origin import read_origin
            from ..visualise.report import changes_report

            typer.echo(changes_report(rows, first, last, read_origin(opened).sentence).save(html))
        else:
            show(rows, ["body", "person", "role", "change", "date", "certainty", "why", *EVIDENCE], format_)
