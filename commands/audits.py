"""`audit` and `audits`: what the rules find, and what each rule is."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from ..queries import audit as rules_of
from .asking import (
    EVIDENCE,
    FOUND,
    FormatOption,
    ProfileOption,
    StoreDirOption,
    StoreOption,
    answering,
    errors_for_people,
    show,
)

COLUMNS = ("rule", "verdict", "severity", "person", "body", "date", "message")


def audit(
    names: Annotated[list[str] | None, typer.Argument(help="Only these rules.", metavar="RULE…")] = None,
    fail_on: Annotated[
        Literal["finding"] | None,
        typer.Option("--fail-on", help="Ends with exit code 5 when there is one.", metavar="finding"),
    ] = None,
    every: Annotated[bool, typer.Option("--every", help="A row for each case that is in order as well.")] = False,
    profile: ProfileOption = None,
    html: Annotated[Path | None, typer.Option(help="Writes a page as well.", metavar="FILE")] = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """What the minutes have wrong or leave open, rule by rule, with the lines behind it."""
    with answering(store, store_dir) as opened:
        rows = rules_of.audit(opened, names or (), every, profile)
        if html:
            from ..visualise.report import audit_report

            audit_report(rows, rules_of.rules()).save(html)
            typer.echo(f"govgraph: the page is {html}", err=True)
        show(rows, [*COLUMNS, *EVIDENCE], format_)
    if fail_on and any(row["verdict"] == fail_on for row in rows):
        raise typer.Exit(FOUND)


def audits(
    name: Annotated[str | None, typer.Argument(help="Explains this rule.", metavar="RULE")] = None,
    format_: FormatOption = "table",
) -> None:
    """Lists the audit rules, or explains one."""
    with errors_for_people():
        if name is None or format_ != "table":
            chosen = [rules_of.rule(name)] if name else rules_of.rules()
            columns = ["name", "severity", "title"] if name is None else ["name", "severity", "title", *_TERMS]
            show([asdict(rule) for rule in chosen], columns, format_)
            return
        rule = rules_of.rule(name)
        typer.echo(f"{rule.title}\n")
        for term, text in (("severity", rule.severity), *((t, getattr(rule, t)) for t in _TERMS)):
            typer.echo(f"{term.replace('_', ' '):10} {text}")


_TERMS = ("rests_on", "needs", "settles")
