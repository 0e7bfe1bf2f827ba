"""`audit`, `settle` and `audits`: what the rules find, which findings need nothing more, and what each rule is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from ..actions import findings
from ..actions.decisions_file import DecisionsFile, who_decides
from ..queries import audit as rules_of
from ..queries.catalogue import Row
from ..queries.dates import first_day
from .asking import (
    EVIDENCE,
    FOUND,
    BodyOption,
    FormatOption,
    PersonOption,
    ProfileOption,
    StoreDirOption,
    StoreOption,
    answering,
    body_called,
    errors_for_people,
    fail,
    note,
    person_called,
    rendered,
    show,
)
from .decisions.options import ByOption, DecisionsOption
from .terminal import completing
from .terminal.layout import layout
from .terminal.paging import put
from .terminal.progress import counted

COLUMNS = ("rule", "verdict", "severity", "person", "body", "date", "message")
_FINDINGS = ("severity", "date", "body", "person", "rule", "finding", "message")
"""Columns of a table of findings: their verdict is said above it."""
_VERDICTS = ("finding", "not_enough_evidence", "ok")


def audit(
    names: Annotated[
        list[str] | None, typer.Argument(help="Only these rules.", metavar="RULE…", autocompletion=completing.rules)
    ] = None,
    fail_on: Annotated[
        Literal["finding"] | None,
        typer.Option("--fail-on", help="Ends with exit code 5 when there is one.", metavar="finding"),
    ] = None,
    body: BodyOption = None,
    person: PersonOption = None,
    since: Annotated[str | None, typer.Option("--since", help="Only cases from this day on.", metavar="DATE")] = None,
    severity: Annotated[
        Literal["high", "medium", "low"] | None,
        typer.Option("--severity", help="Only findings as serious as this, or more.", metavar="high|medium|low"),
    ] = None,
    verdict: Annotated[
        Literal["finding", "not_enough_evidence", "ok"] | None,
        typer.Option("--verdict", help="Only rows of this verdict.", metavar="|".join(_VERDICTS)),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="In a table too each case that could not be judged, and settled findings.")
    ] = False,
    every: Annotated[bool, typer.Option("--every", help="A row for each case that is in order as well.")] = False,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="A former audit as JSON: says what is new, open and gone.", metavar="FILE"),
    ] = None,
    profile: ProfileOption = None,
    html: Annotated[Path | None, typer.Option(help="Writes a page as well.", metavar="FILE")] = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """What the minutes have wrong or leave open, rule by rule, with the lines behind it."""
    before = _read(against) if against else None
    with answering(store, store_dir) as opened:
        asked = _Asked(
            rules=names or None,
            body=body_called(opened, body).id if body else None,
            person=person_called(opened, person).id if person else None,
            since=first_day(since) if since else None,
            severity=severity,
            verdict=verdict,
        )
        settled = {} if all_ else DecisionsFile.meant(decisions, store, store_dir).settlements()
        count = len(names or rules_of.rules())
        with counted(rules_of.audit_rules(opened, names or (), every, profile), count, "rules") as by_rule:
            rows = [row for row in rules_of.in_order(opened, by_rule) if asked.takes(row)]
        left = [row for row in rows if row["verdict"] != "finding" or row["finding"] not in settled]
        gone: list[Row] = []
        if before is not None:
            left, gone = rules_of.compared(left, before)
            gone = [row for row in gone if asked.takes(row)]
        if html:
            from ..visualise.origin import read_origin
            from ..visualise.report import audit_report

            audit_report(left, rules_of.rules(), read_origin(opened).sentence).save(html)
            note(f"the page is {html}")
        if format_ == "table" and not (all_ or every or verdict):
            _show_findings([*left, *gone], rows)
        else:
            ids = ("finding",) if format_ == "table" else ()
            show([*left, *gone], [*COLUMNS, *ids, *EVIDENCE], format_)
    if fail_on and any(row["verdict"] == fail_on for row in left):
        raise typer.Exit(FOUND)


@dataclass(frozen=True)
class _Asked:
    """What of an audit is asked for; none is everything."""

    rules: Sequence[str] | None
    body: str | None
    person: str | None
    since: str | None
    severity: str | None
    verdict: str | None

    def takes(self, row: Row) -> bool:
        """Whether a row is asked for; rows about no body, person or day are not, where one is asked for."""
        worst = rules_of.SEVERITIES.index
        return (
            (self.rules is None or row["rule"] in self.rules)
            and self.body in {None, row["body_id"]}
            and self.person in {None, row["person_id"]}
            and (self.since is None or (row["date"] or "") >= self.since)
            and (self.severity is None or worst(row["severity"]) <= worst(self.severity))
            and self.verdict in {None, row["verdict"]}
        )


def _read(path: Path) -> list[Row]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise fail(f"{path}: no audit ({error}); give what `govgraph audit --format json` wrote") from error
    if not isinstance(found, list):
        raise fail(f"{path}: no audit: give what `govgraph audit --format json` wrote")
    return found


def _show_findings(left: Sequence[Row], rows: Sequence[Row]) -> None:
    """Findings as a table; under it one line for each rule that could not judge, and what was found, in short."""
    findings = [row for row in left if row["verdict"] == "finding"]
    compared = ("since",) if any("since" in row for row in findings) else ()
    parts = [rendered(findings, [*compared, *_FINDINGS, *EVIDENCE], "table")] if findings else []
    if open_ := rules_of.not_judged(rows):
        parts.append("\nNot judged for want of evidence (`--all` lists each case):\n\n")
        parts += [f"- {line}\n" for line in open_]
    hidden = sum(r["verdict"] == "finding" for r in rows) - sum(r.get("since") != "gone" for r in findings)
    parts.append(f"\n{rules_of.in_short([r for r in left if r.get('since') != 'gone'], hidden)}\n")
    put("".join(parts), layout().pager)


def settle(
    finding: Annotated[
        str | None, typer.Argument(help="The finding's id, as `audit` shows it: a-….", metavar="FINDING")
    ] = None,
    why: Annotated[str, typer.Option("--why", help="Why it needs nothing more.", metavar="REASON")] = "",
    by: ByOption = None,
    undo: Annotated[str | None, typer.Option("--undo", help="Makes a finding open again.", metavar="FINDING")] = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Marks a finding of the audit as looked at, with a reason; later audits leave it out. Without FINDING: lists."""
    with errors_for_people():
        file = DecisionsFile.meant(decisions, store, store_dir)
        if undo:
            findings.reopen(file, undo, who_decides(by), why)
            typer.echo(f"{undo} is open again")
        elif finding:
            with answering(store, store_dir) as opened:
                settled = findings.settle(opened, file, finding, who_decides(by), why)
            typer.echo(f"{finding} is settled ({settled.message}); kept in {file.path}")
        else:
            rows = [vars(settlement) for settlement in file.settlements().values()]
            show(rows, ("finding", "rule", "message", "who", "when", "why"), format_)


def audits(
    name: Annotated[
        str | None, typer.Argument(help="Explains this rule.", metavar="RULE", autocompletion=completing.rules)
    ] = None,
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
