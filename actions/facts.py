"""Corrections of misread facts, kept in the file of decisions and shown beside the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..graph_loader.decisions import FactCorrection, add_decision, add_undo, decision_id
from ..graph_loader.records import SLOTS
from ..graph_loader.store import Store
from ..graph_loader.store.decisions.corrections import WRONG, correctable, value_of
from ..queries import trace
from ..queries.catalogue import Row
from ..queries.subjects import UnknownName
from .decisions_file import DecisionsFile, follow, now
from .errors import UnknownId, UsageError


def fact_called(store: Store, fact: str) -> Row:
    """A fact by its id, as `trace.fact` has it. Raises `UnknownName`."""
    found = trace.fact(store, fact)
    if not found:
        raise UnknownName(fact, ())
    return found[0]


def correct(
    store: Store, file: DecisionsFile, fact: Row, values: Mapping[str, str], wrong: bool, who: str, why: str
) -> Sequence[FactCorrection]:
    """Corrects fields of a fact, or with `wrong` takes it out; the store follows.

    `values` are what the text says, by field; an empty one is none. Raises `UsageError` and `DecisionError`.
    """
    if wrong and values:
        raise UsageError("what is wrong as a whole has nothing to be set: give --wrong or --set")
    if not (values or wrong) or not why.strip():
        fields = ", ".join(correctable(fact["label"]))
        raise UsageError(
            f"say what with --set FIELD=VALUE, or --wrong, and why with --why; the fields of this fact: {fields}"
        )
    file.check_writable(store)
    if wrong:
        made = [_made(fact, WRONG, None, "true", who, why.strip())]
    else:
        made = [_correction(fact, field, text, who, why.strip()) for field, text in values.items()]
    for correction in made:
        add_decision(file.path, correction)
    follow(store, file)
    return made


def undo(store: Store, file: DecisionsFile, correction: str, who: str, why: str) -> None:
    """Takes a correction back; what was read holds again. Raises `UnknownId`."""
    file.check_writable(store)
    if correction not in {c.id for c in file.corrections()}:
        raise UnknownId(f"{file.path} has no correction “{correction}”; `govgraph correct` lists them")
    add_undo(file.path, correction, who, now(), why.strip())
    follow(store, file)


def read_value(fact: Row, field: str) -> str | None:
    """What stands in a field of a fact now, as `correct` takes it; none where it says nothing."""
    names = _names(fact)
    was = names.get(field, fact["properties"].get(field))
    return "; ".join(was) if isinstance(was, list) else None if was is None else _as_written(was)


def fields_of(fact: Row) -> Sequence[str]:
    """The fields of a fact that can be corrected: a name that it does not have cannot be added."""
    missing = {slot for slot, _ in SLOTS.get(fact["label"], ())} - _names(fact).keys()
    return [field for field in correctable(fact["label"]) if field not in missing]


def _correction(fact: Row, field: str, given: str, who: str, why: str) -> FactCorrection:
    label, value = fact["label"], given.strip() or None
    allowed = correctable(label)
    if field not in allowed:
        raise UsageError(f"--set {field}={given}: write FIELD=VALUE; the fields of this fact: {', '.join(allowed)}")
    if field in _names(fact) and value is None:
        raise UsageError(
            f"--set {field}={given}: a name can be corrected, and not taken away; a fact that is none goes with --wrong"
        )
    if field not in fields_of(fact):
        raise UsageError(f"--set {field}={given}: this fact has no name there that could be corrected")
    value_of(label, field, value)
    return _made(fact, field, read_value(fact, field), value, who, why)


def _made(fact: Row, field: str, was: str | None, value: str | None, who: str, why: str) -> FactCorrection:
    moment = now()
    place = {"document": fact["document"], "line": fact["line"], "quote": fact["quote"]}
    key = decision_id("correction", fact["fact_id"], field, was, value, who, moment, why)
    return FactCorrection(key, fact["fact_id"], field, was, value, who=who, when=moment, why=why, **place)


def _names(fact: Row) -> Mapping[str, str]:
    return {name["slot"]: name["text"] for name in fact["names"]}


def _as_written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
