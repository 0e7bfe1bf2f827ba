"""`correct`: a reviewer's correction of a misread fact, kept in the file of decisions and shown beside the original."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from ...actions import facts
from ...actions.decisions_file import DecisionsFile, who_decides
from ...actions.errors import UsageError
from ...graph_loader.store import Store
from ...graph_loader.store.decisions.corrections import WRONG, correctable
from ...queries import trace
from ...queries.catalogue import Row
from ..asking import EVIDENCE, FormatOption, StoreDirOption, StoreOption, note, show
from .options import ByOption, DecisionsOption, deciding

_COLUMNS = ("id", "fact_id", "field", "was", "value", "who", "when", "why", "applies")


def correct(
    fact: Annotated[str | None, typer.Argument(help="The fact's id, as `fact_id` in JSON.", metavar="FACT")] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", help="What the text says; nothing after = for none.", metavar="FIELD=VALUE"),
    ] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="The text says nothing of the kind: take it out.")] = False,
    why: Annotated[str, typer.Option("--why", help="Why: what in the text says so.", metavar="REASON")] = "",
    by: ByOption = None,
    undo: Annotated[str | None, typer.Option("--undo", help="Takes a correction back.", metavar="ID")] = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Corrects what was misread; the original stays beside it. Without FACT: lists the corrections that hold."""
    with deciding(decisions, store, store_dir) as (opened, file):
        if undo:
            facts.undo(opened, file, undo, who_decides(by), why)
            typer.echo(f"{undo} is taken back; what was read holds again")
        elif fact:
            _correct(opened, file, fact, set_ or [], wrong, who_decides(by), why)
        elif set_ or wrong:
            raise UsageError("say which fact: `--format json` shows it as `fact_id` in every answer")
        else:
            show(trace.corrections(opened), [*_COLUMNS, *EVIDENCE], format_)


def _correct(
    store: Store, file: DecisionsFile, fact: str, given: Sequence[str], wrong: bool, who: str, why: str
) -> None:
    found = facts.fact_called(store, fact)
    values = dict(_field_and_value(found, text) for text in given)
    for correction in facts.correct(store, file, found, values, wrong, who, why):
        said = (
            f"{correction.field} is “{correction.value or ''}”, read as “{correction.was or ''}”; kept in {file.path}"
        )
        if correction.field == WRONG:
            said = f"{fact} is wrong, and nothing is made of it; kept in {file.path}"
        typer.echo(f"{correction.id}: {said}")
    if found["label"] == "Attendance" and not wrong:
        document = found["document"]
        note(f"`govgraph teach {document}` would teach it, so that later documents are read so")


def _field_and_value(fact: Row, given: str) -> tuple[str, str]:
    field, separator, text = given.partition("=")
    if not separator:
        allowed = ", ".join(correctable(fact["label"]))
        raise UsageError(f"--set {given}: write FIELD=VALUE; the fields of this fact: {allowed}")
    return field, text
