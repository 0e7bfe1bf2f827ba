"""`who-sat`: who sat on a body; apart from that who was last listed and its places elsewhere; what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from ..queries.catalogue import Row
from ..queries.output.render import Format
from ..queries.tenures import Answer
from ..queries.who_sat import answer_for
from .asking import (
    EVIDENCE,
    FormatOption,
    FromOption,
    OnOption,
    ProfileOption,
    StoreDirOption,
    StoreOption,
    ToOption,
    answering,
    body_called,
    show,
)
from .terminal import completing

KnownByOption = Annotated[
    str | None,
    typer.Option("--known-by", help="Only by what was published or approved by this day.", metavar="DATE"),
]
COLUMNS = ("person", "role", "represents", "from", "to", "certainty", "why", *EVIDENCE)


def who_sat(
    body: Annotated[
        str, typer.Argument(help="The body: its name or id.", metavar="BODY", autocompletion=completing.bodies)
    ],
    on: OnOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    known_by: KnownByOption = None,
    profile: ProfileOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Who sat on a body, how certain that is, and why; vacant seats too. Without a date: at its latest meeting."""
    with answering(store, store_dir) as opened:
        body_id = body_called(opened, body).id
        show_answer(answer_for(opened, body_id, on, from_, to, known_by, profile), format_)


def show_answer(answer: Answer, format_: Format) -> None:
    """Prints who sat, and under it, apart, who was last listed, the places on other bodies, and what is not known.

    Programs get one array or table: `certainty` says `last_listed`, and `body` which body a row is about; what is not
    known stands on standard error then.
    """
    if format_ == "json":
        show([*answer.rows, *answer.last_listed, *answer.elsewhere], COLUMNS, format_)
    else:
        answer = answer.each(lambda row: row | {"person": row["person"] or seat_in_words(row)})
        if format_ == "csv":
            columns = (*COLUMNS, "body") if answer.elsewhere else COLUMNS
            show([*answer.rows, *answer.last_listed, *answer.elsewhere], columns, format_)
        else:
            _show_parts(answer, format_)
    people_read_it = format_ in {"table", "md"}
    if people_read_it and answer.notes:
        typer.echo()
    for note in answer.notes:
        typer.echo(f"- {note}" if format_ == "md" else f"govgraph: {note}", err=not people_read_it)


def _show_parts(answer: Answer, format_: Format) -> None:
    if answer.rows or not (answer.last_listed or answer.elsewhere):
        show(answer.rows, COLUMNS, format_)
    without_certainty: Sequence[str] = [c for c in COLUMNS if c not in {"certainty", "to"}]
    for title, rows, columns in (
        ("Last listed, not counted as sitting:", answer.last_listed, without_certainty),
        ("Its places on other bodies:", answer.elsewhere, ("body", *COLUMNS)),
    ):
        if rows:
            typer.echo(f"\n{title}\n")
            show(rows, columns, format_)


def seat_in_words(row: Row) -> str:
    """What a table shows where nobody is named: “(vacant)”, or how the minutes describe the holder."""
    return "(vacant)" if row["state"] == "vacant" else f"({row['holder'] or 'not named'})"
