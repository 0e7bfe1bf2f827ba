"""Corrections of misread facts in the graph: the corrected value on the fact, the original and the reason beside it.

A correction is kept as an `Amendment` node and put on its fact whenever the fact's scope is rebuilt, so that a reload,
which writes what the parser reads, does not undo it. The fact and its names keep what was read under `original`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from neo4j import ManagedTransaction
from pydantic import TypeAdapter, ValidationError

from ... import parsed_minutes
from ...decisions import DecisionError, FactCorrection
from ...graph.facts import FIELDS
from ...graph.rows import Properties
from ...records import SLOTS
from ..connect import Store
from ..form import lock
from ..write import Ask, ensure_schema, run, write_nodes
from .marks import MARK

_FACTS = "MATCH (f:Fact {scope: $scope}) WHERE"
_FACTS_AT = "MATCH (m:Meeting)<-[:AT|MADE_AT]-(f:Fact) WHERE m.id IN $meetings AND"
_READ = "MATCH (a:Amendment) RETURN a {.*} AS amendment ORDER BY a.when, a.id"
_MODELS = {"MeetingRecord": "Meeting", "AgendaItem": "Item", "Naming": "Body", "Warning": "ParseWarning"}
_NOT_READ = frozenset({"parent_basis", "beside", "list", "tally_for", "tally_against", "tally_abstain"})
"""What says how something was read, or is counted in a record of its own."""


def correctable(label: str) -> tuple[str, ...]:
    """The fields of a kind of fact that a human may correct: its own, and the names that it holds."""
    names = tuple(slot for slot, _ in SLOTS.get(label, ()))  # type: ignore[call-overload]
    own = [f for f in FIELDS[label] if f not in _NOT_READ and f not in names]
    return tuple(dict.fromkeys((*names, *own)))


WRONG = "wrong"
"""The field of a correction that takes a whole fact out: nothing is made of it any more."""


def value_of(label: str, field: str, text: str | None) -> Any:
    """A value as the record's own type has it. Raises `DecisionError` where the field cannot hold it."""
    if field == WRONG:
        return text == "true" or None
    model = getattr(parsed_minutes, _MODELS.get(label, label))
    names = {"body_name": "body", "announced": "date", "approved": "date", "corrects": "meeting_date"}
    annotation = model.model_fields[names.get(field, field)].annotation
    given: Any = text
    if text is not None and "tuple" in str(annotation):
        given = [part.strip() for part in text.split(";")]
    try:
        value = TypeAdapter(annotation).validate_python(given)
    except ValidationError as error:
        raise DecisionError(f"{field} cannot be “{text}”: {error.errors()[0]['msg']}") from error
    return list(value) if isinstance(value, tuple) else value


def corrections_in(ask: Ask) -> tuple[FactCorrection, ...]:
    """The corrections that a graph holds, from the oldest to the newest."""
    rows = (row["amendment"] for row in ask(_READ))
    return tuple(FactCorrection(**({"was": None, "value": None} | row)) for row in rows)


def kept_corrections(store: Store) -> tuple[FactCorrection, ...]:
    """The corrections that a store holds, from the oldest to the newest."""
    return corrections_in(store.read)


def keep_corrections(store: Store, corrections: Sequence[FactCorrection]) -> bool:
    """Makes a store hold these corrections and no others, and marks what they touch; tells whether anything changed."""
    ensure_schema(store)
    wanted = {c.id: c for c in corrections}

    def work(tx: ManagedTransaction) -> bool:
        lock(tx)
        known = {c.id: c for c in corrections_in(partial(run, tx))}
        gone = sorted(key for key in known if key not in wanted)
        fresh = {key: c for key, c in wanted.items() if known.get(key) != c}
        if not gone and not fresh:
            return False
        facts = sorted({known[key].fact for key in gone} | {c.fact for c in fresh.values()})
        run(tx, "UNWIND $ids AS id MATCH (a:Amendment {id: id}) DETACH DELETE a", ids=gone)
        write_nodes(tx, "Amendment", {key: _properties(c) for key, c in fresh.items()})
        run(
            tx,
            "UNWIND $ids AS id MATCH (f:Fact {id: id})-[:AT|MADE_AT]->(m:Meeting) " + MARK,
            ids=facts,
        )
        return True

    return store.write(work)


def _properties(correction: FactCorrection) -> Properties:
    return {name: value for name, value in vars(correction).items() if value is not None}


def put_corrections(tx: ManagedTransaction, scope: str, meetings: Sequence[str] | None = None) -> None:
    """Puts the corrections that hold on the facts of a scope, and takes off those that hold no longer.

    With `meetings` only on the facts told at these.
    """
    by_fact: dict[str, list[FactCorrection]] = defaultdict(list)
    for correction in corrections_in(partial(run, tx)):
        by_fact[correction.fact].append(correction)
    rows = run(
        tx,
        f"{_FACTS if meetings is None else _FACTS_AT} (f.original IS NOT NULL OR f.id IN $corrected) "
        "CALL (f) { OPTIONAL MATCH (f)-->(n:Mention) RETURN collect(n {.id, .slot, .text, .original}) AS names } "
        "RETURN f {.*} AS fact, head([l IN labels(f) WHERE l <> 'Fact']) AS label, names ORDER BY f.id",
        scope=scope,
        meetings=meetings,
        corrected=sorted(by_fact),
    )
    for row in rows:
        _put(tx, row["label"], row["fact"], row["names"], by_fact.get(row["fact"]["id"], []))


def _put(
    tx: ManagedTransaction,
    label: str,
    fact: Mapping[str, Any],
    names: Sequence[Mapping[str, Any]],
    standing: Sequence[FactCorrection],
) -> None:
    original: dict[str, Any] = json.loads(fact.get("original") or "{}")
    mentions = {n["slot"]: n for n in names}
    texts = {slot: n["original"] for slot, n in mentions.items() if n["original"]}
    values, written, words = dict(original), dict(texts), []
    for correction in standing:
        if correction.field in mentions:
            texts.setdefault(correction.field, mentions[correction.field]["text"])
            written[correction.field] = correction.value
        else:
            original.setdefault(correction.field, fact.get(correction.field))
            values[correction.field] = value_of(label, correction.field, correction.value)
        words.append(in_words(correction))
    held = bool(standing)
    values |= {"corrected": words or None, "original": json.dumps(original, ensure_ascii=False) if held else None}
    run(tx, "MATCH (f:Fact {id: $id}) SET f += $values", id=fact["id"], values=values)
    run(
        tx,
        "UNWIND $rows AS row MATCH (m:Mention {id: row.id}) SET m.text = row.text, m.original = row.original",
        rows=[
            {"id": mentions[slot]["id"], "text": text, "original": texts[slot] if held else None}
            for slot, text in sorted(written.items())
        ],
    )
    run(
        tx,
        "UNWIND $ids AS id MATCH (a:Amendment {id: id}), (f:Fact {id: $fact}) MERGE (a)-[:AMENDS]->(f)",
        ids=[c.id for c in standing],
        fact=fact["id"],
    )


def in_words(correction: FactCorrection) -> str:
    """A correction as it is shown beside the fact."""
    if correction.field == WRONG:
        return f"wrong, says {correction.who} on {correction.when[:10]} ({correction.id}): {correction.why}"
    was = f"“{correction.was}”" if correction.was is not None else "nothing"
    return (
        f"{correction.field} was read as {was}; corrected by {correction.who} on {correction.when[:10]} "
        f"({correction.id}): {correction.why}"
    )
