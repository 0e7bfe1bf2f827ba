"""JSON Lines: every fact on a line of its own, with the names in it, whom they mean, and every passage that says it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from .model import Exported, Fact


def jsonl(exported: Exported) -> str:
    """One line a fact, in the order of time; fields that say nothing are left out."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(exported))


def _lines(exported: Exported) -> Iterator[dict[str, Any]]:
    for fact in exported.facts:
        yield _without_none(_line(fact))


def _line(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "date": fact.date,
        "source": fact.scope,
        "meeting_id": fact.meeting,
        "body_id": fact.body,
        "motion_id": fact.motion,
        "decided_by": list(fact.decided_by) or None,
        "says": {name: fact.properties[name] for name in sorted(fact.properties)},
        "names": [asdict(name) for name in fact.names],
        "evidence": [asdict(place) for place in fact.places],
    }


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v is not None}
    return [_without_none(v) for v in value] if isinstance(value, list) else value
