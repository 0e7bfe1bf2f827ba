"""Questions about people and bodies: each command is one query module, and prints its rows with their evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from ..graph_loader.store import Store
from ..queries import trace
from ..queries.catalogue import Row
from ..queries.profiles import term_ends
from ..queries.render import Format
from ..queries.subjects import find_body, find_person
from .asking import (
    EVIDENCE,
    BodyOption,
    FormatOption,
    FromOption,
    OnOption,
    PersonOption,
    ProfileOption,
    StoreDirOption,
    StoreOption,
    ToOption,
    UsageError,
    answering,
    exact_day,
    first_day,
    last_day,
    show,
)

KnownByOption = Annotated[
    str | None,
    typer.Option("--known-by", help="Only by what was published or approved by this day.", metavar="DATE"),
]
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
        body_id = find_body(opened, body).id
        rows = who_sat_rows(opened, body_id, on, from_, to, known_by, profile)
        if format_ != "json":
            rows = [row | {"person": row["person"] or seat_in_words(row)} for row in rows]
        show(rows, ["person", "role", "represents", "from", "to", "certainty", "why", *EVIDENCE], format_)


def who_sat_rows(
    store: Store,
    body_id: str,
    on: str | None,
    from_: str | None = None,
    to: str | None = None,
    known_by: str | None = None,
    profile: str | None = None,
) -> list[Row]:
    """Who sat on a body on a day or between two; at its latest meeting where no day is given. Raises `UsageError`.

    Terms of the council are those of `profile`, else of the one that is made for it. With `known_by` by what was
    known on that day alone; on what that rests is said on standard error.
    """
    if on and (from_ or to):
        raise UsageError("give either --on or --from and --to")
    first, last = (first_day(from_ or "0001"), last_day(to or "9999")) if from_ or to else (None, None)
    if on:
        first = last = exact_day(on)
    ends = term_ends(store, profile).get(trace.body_names(store, body_id)["scope"])
    if known_by:
        from ..queries.known import who_sat_known_by

        answer = who_sat_known_by(store, body_id, first, last, last_day(known_by), ends)
        typer.echo(f"govgraph: {answer.basis}", err=True)
        return [_with_time_open(row, answer.to) for row in answer.rows]
    if first is None or last is None:
        day = trace.latest_meeting(store, body_id)
        if day is None:
            return []
        first, last = first_day(day), last_day(day)
    return [_with_time_open(row, last) for row in trace.who_sat(store, body_id, first, last, ends)]


def _with_time_open(row: Row, last: str | None) -> Row:
    """A vacant seat says how long it had been open: to the day asked for, or to that on which it was filled."""
    if row["open_days"] is None:
        return row
    until = min(day for day in (row["to"], last) if day)
    return row | {"why": f"{row['why']}; open for {row['open_days']} days up to {until}"}


def seat_in_words(row: Row) -> str:
    """What a table shows where nobody is named: “(vacant)”, or how the minutes describe the holder."""
    return "(vacant)" if row["state"] == "vacant" else f"({row['holder'] or 'not named'})"


def trace_person(
    person: Annotated[str, typer.Argument(help="The person: the name or id.", metavar="PERSON")],
    html: Annotated[Path | None, typer.Option(help="Writes a page with a timeline.", metavar="FILE")] = None,
    format_: TraceFormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Everything about one person, in the order of time; as a page with a timeline too."""
    with answering(store, store_dir) as opened:
        subject = find_person(opened, person)
        rows = trace.trace_person(opened, subject.id)
        if html or format_ == "html":
            from ..visualise.person_page import person_page

            page = person_page(subject.name, rows, trace.person_spells(opened, subject.id))
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
    """Who stood in for whom."""
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
    body: Annotated[str | None, typer.Argument(help="Only this body: its name or id.", metavar="BODY")] = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Which meetings have minutes in the store, which were announced, which are missing; how complete the run is."""
    with answering(store, store_dir) as opened:
        rows = trace.coverage(opened, find_body(opened, body).id if body else None)
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
        find_body(store, body).id if body else None,
        find_person(store, person).id if person else None,
        first_day(from_) if from_ else None,
        last_day(to) if to else None,
    )
