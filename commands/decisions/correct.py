"""`correct`: a human's correction of a misread fact, kept in the file of decisions and shown beside the original."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from ...graph_loader.decisions import FactCorrection, add_decision, add_undo, decision_id
from ...graph_loader.records import SLOTS
from ...graph_loader.store import Store
from ...graph_loader.store.decisions.corrections import WRONG, correctable, value_of
from ...queries import trace
from ...queries.subjects import UnknownName
from ..asking import EVIDENCE, UNKNOWN_NAME, FormatOption, StoreDirOption, StoreOption, UsageError, fail, show
from .decisions_file import ByOption, DecisionsFile, DecisionsOption, deciding, follow, now, who_decides

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
            _undo(opened, file, undo, who_decides(by), why)
        elif fact:
            _correct(opened, file, fact, set_ or [], wrong, who_decides(by), why.strip())
        elif set_ or wrong:
            raise UsageError("say which fact: `--format json` shows it as `fact_id` in every answer")
        else:
            show(trace.corrections(opened), [*_COLUMNS, *EVIDENCE], format_)


def _correct(store: Store, file: DecisionsFile, fact: str, given: list[str], wrong: bool, who: str, why: str) -> None:
    found = trace.fact(store, fact)
    if not found:
        raise UnknownName(fact, ())
    if wrong and given:
        raise UsageError("what is wrong as a whole has nothing to be set: give --wrong or --set")
    if not (given or wrong) or not why:
        fields = ", ".join(correctable(found[0]["label"]))
        raise UsageError(
            f"say what with --set FIELD=VALUE, or --wrong, and why with --why; the fields of this fact: {fields}"
        )
    file.check_writable(store)
    if wrong:
        correction = _made(found[0], WRONG, None, "true", who, why)
        add_decision(file.path, correction)
        typer.echo(f"{correction.id}: {fact} is wrong, and nothing is made of it; kept in {file.path}")
    for correction in [_correction(found[0], text, who, why) for text in given]:
        add_decision(file.path, correction)
        typer.echo(
            f"{correction.id}: {correction.field} is “{correction.value or ''}”, read as “{correction.was or ''}”; "
            f"kept in {file.path}"
        )
    follow(store, file)
    if found[0]["label"] == "Attendance" and not wrong:
        document = found[0]["document"]
        typer.echo(f"`govgraph teach {document}` would teach it, so that later documents are read so", err=True)


def _correction(fact: Mapping[str, Any], given: str, who: str, why: str) -> FactCorrection:
    field, separator, text = given.partition("=")
    label, names = fact["label"], {n["slot"]: n["text"] for n in fact["names"]}
    allowed = correctable(label)
    if not separator or field not in allowed:
        raise UsageError(f"--set {given}: write FIELD=VALUE; the fields of this fact: {', '.join(allowed)}")
    value = text.strip() or None
    if field in names and value is None:
        raise UsageError(f"--set {given}: a name can be corrected, and not taken away")
    if field not in names and field in _names_of(label):
        raise UsageError(f"--set {given}: this fact has no name there that could be corrected")
    value_of(label, field, value)
    was = names.get(field, fact["properties"].get(field))
    was = "; ".join(was) if isinstance(was, list) else None if was is None else _as_written(was)
    return _made(fact, field, was, value, who, why)


def _made(
    fact: Mapping[str, Any], field: str, was: str | None, value: str | None, who: str, why: str
) -> FactCorrection:
    moment = now()
    place = {"document": fact["document"], "line": fact["line"], "quote": fact["quote"]}
    key = decision_id("correction", fact["fact_id"], field, was, value, who, moment, why)
    return FactCorrection(key, fact["fact_id"], field, was, value, who=who, when=moment, why=why, **place)


def _names_of(label: str) -> set[str]:
    return {slot for slot, _ in SLOTS.get(label, ())}  # type: ignore[call-overload]


def _as_written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _undo(store: Store, file: DecisionsFile, correction: str, who: str, why: str) -> None:
    file.check_writable(store)
    if correction not in {c.id for c in file.corrections()}:
        raise fail(f"{file.path} has no correction “{correction}”; `govgraph correct` lists them", UNKNOWN_NAME)
    add_undo(file.path, correction, who, now(), why.strip())
    follow(store, file)
    typer.echo(f"{correction} is taken back; what was read holds again")
