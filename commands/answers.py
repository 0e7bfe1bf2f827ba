"""Questions about people and bodies: each command is one query module, and prints its rows with their evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from ..graph_loader.store import Store
from ..queries import trace
from ..queries.catalogue import Row
from ..queries.dates import days
from ..queries.output.render import Format
from ..queries.profiles import term_ends
from .asking import (
    EVIDENCE,
    BodyOption,
    FormatOption,
    FromOption,
    PersonOption,
    StoreDirOption,
    StoreOption,
    ToOption,
    answering,
    body_called,
    person_called,
    show,
)
from .terminal import completing

SummaryOption = Annotated[
    bool, typer.Option("--summary", help="How often members came, of how many meetings expected, and why.")
]
TraceFormatOption = Annotated[
    Literal["table", "json", "csv", "md", "html"],
    typer.Option("--format", "-f", help="How it is printed.", metavar="table|json|csv|md|html"),
]
MentionsOption = Annotated[bool, typer.Option("--mentions", help="With every place where a document names them.")]

SUMMARY = (
    *("person", "body", "came", "expected", "apologies", "absent", "stood_in_for", "in_attendance"),
    *("not_recorded", "first", "last", "why"),
)


def trace_person(
    person: Annotated[
        str, typer.Argument(help="The person: the name or id.", metavar="PERSON", autocompletion=completing.people)
    ],
    html: Annotated[Path | None, typer.Option(help="Writes a page with a timeline.", metavar="FILE")] = None,
    format_: TraceFormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Everything about one person, in the order of time; as a page with a timeline too."""
    with answering(store, store_dir) as opened:
        subject = person_called(opened, person)
        rows = trace.trace_person(opened, subject.id)
        if html or format_ == "html":
            from ..visualise.origin import read_origin
            from ..visualise.person_page import person_page

            spells = trace.person_spells(opened, subject.id, term_ends(opened))
            page = person_page(subject.name, rows, spells, read_origin(opened).sentence)
            typer.echo(page.save(html) if html else page.html, nl=bool(html))
        else:
            show(rows, ["date", "body", "fact", "role", "detail", *EVIDENCE], format_)


def substitutions(
    body: BodyOption = None,
    person: PersonOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Who substituted for whom."""
    with answering(store, store_dir) as opened:
        rows = trace.substitutions(opened, *_chosen(opened, body, person, from_, to))
        show(rows, ["date", "body", "substitute", "absent", *EVIDENCE], format_)


def appointments(
    body: BodyOption = None,
    person: PersonOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Who was appointed, elected, co-opted, replaced or left; vacancies and unnamed holders too."""
    columns = ["date", "body", "person", "holder", "represents", "role", "action", "outcome", "replaces"]
    with answering(store, store_dir) as opened:
        rows = trace.appointments(opened, *_chosen(opened, body, person, from_, to))
        show(rows, [*columns, "made_by", "start", "end", "term", *EVIDENCE], format_)


def attendance(
    body: BodyOption = None,
    person: PersonOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    summary: SummaryOption = False,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Who is recorded as present, with apologies, absent or in attendance; how often, of how many expected."""
    with answering(store, store_dir) as opened:
        if summary:
            rows = trace.attendance_summary(opened, *_chosen(opened, body, person, from_, to))
            show(rows, [*SUMMARY, *EVIDENCE], format_)
            return
        rows = trace.attendance(opened, *_chosen(opened, body, person, from_, to))
        show(rows, ["date", "body", "person", "status", "capacity", "role", "meeting", *EVIDENCE], format_)


def declarations(
    body: BodyOption = None,
    person: PersonOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Which interests were declared, by whom, on which item."""
    with answering(store, store_dir) as opened:
        rows = trace.declarations(opened, *_chosen(opened, body, person, from_, to))
        show(rows, ["date", "body", "person", "kind", "item", "reason", "left_meeting", *EVIDENCE], format_)


def votes(
    body: BodyOption = None,
    person: PersonOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """How people voted, where the minutes name them."""
    with answering(store, store_dir) as opened:
        rows = trace.votes(opened, *_chosen(opened, body, person, from_, to))
        show(rows, ["date", "body", "person", "vote", "motion", "outcome", *EVIDENCE], format_)


def delegations(
    body: BodyOption = None,
    person: PersonOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Who may do what, after consulting whom. A delegation names posts: --person finds who held the post."""
    with answering(store, store_dir) as opened:
        body_id, person_id, first, last = _chosen(opened, body, person, from_, to)
        rows = trace.delegations(opened, body_id, person_id, first, last)
        columns = ["date", "body", "function", "delegate", "consult_any", "consult_also", "condition"]
        show(rows, [*columns, *EVIDENCE], format_)


def coverage(
    body: Annotated[
        str | None,
        typer.Argument(help="Only this body: its name or id.", metavar="BODY", autocompletion=completing.bodies),
    ] = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Which meetings have minutes in the store, which were announced, which are missing; how complete the run is."""
    with answering(store, store_dir) as opened:
        rows = trace.coverage(opened, body_called(opened, body).id if body else None)
        show(rows, ["body", "date", "state", "run", "why", *EVIDENCE], format_)


def people(
    mentions: MentionsOption = False,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Everybody in the store, with the names as written."""
    with answering(store, store_dir) as opened:
        _named(trace.people(opened, mentions), ["id", "name", "kind"], mentions, format_)


def bodies(
    mentions: MentionsOption = False,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """All bodies in the store, with the names as written."""
    with answering(store, store_dir) as opened:
        _named(trace.bodies(opened, mentions), ["id", "name", "kind", "part_of"], mentions, format_)


def _named(rows: list[Row], columns: list[str], mentions: bool, format_: Format) -> None:
    """JSON holds the mentions inside each row; elsewhere each mention is a row of its own."""
    if not mentions or format_ == "json":
        show(rows, columns, format_)
        return
    flat = [row | mention for row in rows for mention in row["mentions"]]
    show(flat, [*columns, "text", "document", "line", "basis", "reasons"], format_)


def _chosen(
    store: Store, body: str | None, person: str | None, from_: str | None, to: str | None
) -> tuple[str | None, str | None, str | None, str | None]:
    """The ids and days that a question is narrowed to."""
    return (
        body_called(store, body).id if body else None,
        person_called(store, person).id if person else None,
        *days(from_, to),
    )
