"""`who-sat`: who sat on a body; apart from that who was last listed and its places elsewhere; what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from ..graph_loader.store import Store
from ..queries import trace
from ..queries.catalogue import Row
from ..queries.profiles import term_ends
from ..queries.render import Format
from ..queries.tenures import Answer
from ..queries.who_sat import who_sat as who_sat_now
from .asking import (
    EVIDENCE,
    FormatOption,
    FromOption,
    OnOption,
    ProfileOption,
    StoreDirOption,
    StoreOption,
    ToOption,
    UsageError,
    answering,
    body_called,
    show,
)
from .dates import exact_day, first_day, last_day

KnownByOption = Annotated[
    str | None,
    typer.Option("--known-by", help="Only by what was published or approved by this day.", metavar="DATE"),
]
COLUMNS = ("person", "role", "represents", "from", "to", "certainty", "why", *EVIDENCE)


def who_sat(
    body: Annotated[str, typer.Argument(help="The body: its name or id.", metavar="BODY")],
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


def answer_for(
    store: Store,
    body_id: str,
    on: str | None,
    from_: str | None = None,
    to: str | None = None,
    known_by: str | None = None,
    profile: str | None = None,
) -> Answer:
    """Who sat on a body on a day or between two; at its latest meeting where no day is given. Raises `UsageError`.

    Terms of the council are those of `profile`, else of the one that is made for it. With `known_by` by what was
    known on that day alone; on what that rests is the first of the notes.
    """
    if on and (from_ or to):
        raise UsageError("give either --on or --from and --to")
    first, last = (first_day(from_ or "0001"), last_day(to or "9999")) if from_ or to else (None, None)
    if on:
        first = last = exact_day(on)
    ends = term_ends(store, profile).get(trace.body_names(store, body_id)["scope"])
    if known_by:
        from ..queries.known import who_sat_known_by

        known = who_sat_known_by(store, body_id, first, last, last_day(known_by), ends)
        return replace(known.answer, notes=[known.basis, *known.answer.notes])
    return who_sat_now(store, body_id, first, last, ends)


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
