"""`govgraph identity`: open questions about who is who, what speaks for and against, and the decisions of reviewers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from ...actions import names
from ...actions.decisions_file import DecisionsFile, who_decides
from ...graph_loader.decisions import Verdict
from ...graph_loader.who_is_who.deciding import Line, Scope
from ...graph_loader.who_is_who.open_cases import Case, open_cases
from ...queries.catalogue import Row
from ...queries.output.published import published_at
from ...visualise.identity_pages import explanation_page, review_page
from ...visualise.origin import read_origin
from ..asking import FormatOption, StoreDirOption, StoreOption, note, show
from ..terminal import completing
from .options import ByOption, DecisionsOption, deciding

app = typer.Typer(help="Who is who: open questions, reasons, and decisions of reviewers.", no_args_is_help=True)

OneArgument = Annotated[
    str,
    typer.Argument(
        help="A person or a body by name or id, or names as written by their ids (n-…,n-…).",
        metavar="A",
        autocompletion=completing.people_and_bodies,
    ),
]
OtherArgument = Annotated[
    str, typer.Argument(help="The other, in the same way.", metavar="B", autocompletion=completing.people_and_bodies)
]
HtmlOption = Annotated[Path | None, typer.Option("--html", help="Writes a page instead.", metavar="FILE")]
WhyOption = Annotated[str, typer.Option("--why", help="Why: a sentence that convinces in ten years.", metavar="REASON")]

_CASES = ("kind", "case", "records", "candidates", "one", "other", "document", "line", "quote")
_LINES = ("kind", "reason", "weight", "total")
_DECISIONS = ("id", "verdict", "one", "other", "who", "when", "why", "note", "document", "line", "quote")


@app.command()
def review(
    limit: Annotated[int | None, typer.Option(help="Only the first so many.", metavar="N", min=1)] = None,
    html: HtmlOption = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Names that are open, people and bodies who may be one, each once, those that touch most records first."""
    with deciding(decisions, store, store_dir) as (opened, _):
        cases = open_cases(opened)[:limit]
        if html:
            typer.echo(review_page(cases, read_origin(opened).sentence).save(html))
        else:
            show([_case(case) for case in cases], _CASES, format_)


def _case(case: Case) -> Row:
    first, (one, other) = case.written[0], case.sides or (case.names, None)
    return {
        "kind": case.kind,
        "case": case.title,
        "records": case.records,
        "candidates": [f"{c.name} ({c.told_by}; {c.records} records)" for c in case.candidates],
        "one": one,
        "other": other,
        "persons": [
            {"person_id": c.person, "name": c.name, "told_by": c.told_by, "reasons": list(c.reasons)}
            for c in case.candidates
        ],
        "mentions": [
            {
                "mention_id": w.id,
                "text": w.text,
                "document": w.document,
                "line": w.line,
                "uri": published_at(w.uri, w.text, w.page),
                "date": w.date,
            }
            for w in case.written
        ],
        "document": first.document,
        "line": first.line,
        "quote": first.text,
    }


@app.command()
def explain(
    one: OneArgument,
    other: OtherArgument,
    html: HtmlOption = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """What speaks for and against two names, people or bodies being one: decisions, vetoes, evidence."""
    with deciding(decisions, store, store_dir) as (opened, _):
        sides = names.find_sides(opened, one, other)
        lines = Scope.read(opened, sides[0].scope, sides).explain(*sides)
        if html:
            typer.echo(explanation_page(*sides, lines, read_origin(opened).sentence).save(html))
        else:
            show([_line(line) for line in lines], _LINES, format_)


def _line(line: Line) -> Row:
    return {"kind": line.kind, "reason": line.reason, "weight": line.weight, "total": line.total}


def _deciding_that(verdict: Verdict) -> Callable[..., None]:
    """The command that decides of two names, people or bodies that they are the same, or different."""

    def decide(
        one: OneArgument,
        other: OtherArgument,
        why: WhyOption,
        by: ByOption = None,
        decisions: DecisionsOption = None,
        store: StoreOption = None,
        store_dir: StoreDirOption = None,
    ) -> None:
        with deciding(decisions, store, store_dir) as (opened, file):
            _tell(names.decide(opened, file, verdict, one, other, who_decides(by), why), file)

    return decide


app.command("same", help="Decides that two names, people or bodies are one.")(_deciding_that("same"))
app.command("different", help="Decides that two names, people or bodies are different.")(_deciding_that("different"))


def _tell(decided: names.Decided, file: DecisionsFile) -> None:
    typer.echo(f"{decided.judgement.id}: {decided.words}; kept in {file.path}")
    for line in decided.against:
        note(line)


@app.command()
def nobody(
    name: Annotated[
        str,
        typer.Argument(
            help="A name as written, a person by name or id, or `n-…`.",
            metavar="NAME",
            autocompletion=completing.people,
        ),
    ],
    why: WhyOption,
    body: Annotated[bool, typer.Option("--body", help="It is no body, instead of no person.")] = False,
    by: ByOption = None,
    decisions: DecisionsOption = None,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Decides that a name is nobody's: wherever minutes of that council write it so, it is no person (or no body)."""
    with deciding(decisions, store, store_dir) as (opened, file):
        _tell(names.nobody(opened, file, name, "body" if body else "person", who_decides(by), why), file)


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(help="The decision's id, as `identity decisions` lists it.", metavar="ID")],
    why: Annotated[str, typer.Option("--why", help="Why it is taken back.", metavar="REASON")] = "",
    by: ByOption = None,
    decisions: DecisionsOption = None,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Takes a decision back; the graph is then as if it had never been made."""
    with deciding(decisions, store, store_dir) as (opened, file):
        taken_back = names.undo(opened, file, decision, who_decides(by), why)
        typer.echo(f"{decision} is taken back: {taken_back.reason}")


@app.command("decisions")
def decisions_(
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """The decisions that stand, from the oldest, and what is to be known about them: vetoes, later decisions."""
    with deciding(decisions, store, store_dir) as (opened, _):
        show(names.decision_rows(opened), _DECISIONS, format_)
