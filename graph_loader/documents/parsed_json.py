"""Parsed minutes as JSON, of this project or of another that writes the same: checked against the contract."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from ..parsed_minutes import ParsedMinutes
from .decoding import decode
from .document import DocumentError

_MOST_ERRORS = 5
LONGEST_NAME = 1_000
"""Characters: an index of Neo4j takes keys of 8 kB, and no name is as long."""
_NAMES = (
    *("person", "holder", "body", "parent", "name", "other", "represents", "made_by", "role", "organisation"),
    *("delegate", "substitute", "absent", "replaces", "proposer", "seconder", "kind"),
)
_WHERE_TO_LOOK = "govgraph schema prints what it must hold"


def read_parsed(content: bytes, name: str) -> tuple[ParsedMinutes, ...]:
    """The meetings in a file of parsed minutes: one object, or an array of them as `govgraph parse` prints it.

    Raises `DocumentError` with the path of each of the first errors.
    """
    text, _ = decode(content, name)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            f"{name}: no parsed minutes: this is no valid JSON: {_said(error)}; write it anew with `govgraph parse`"
        ) from error
    several = isinstance(data, list)
    meetings = data if several else [data]
    if not meetings:
        raise DocumentError(f"{name}: no parsed minutes: the array is empty")
    return tuple(_meeting(m, name, f"[{i}]" if several else "") for i, m in enumerate(meetings))


def _said(error: Exception) -> str:
    return "too deep" if isinstance(error, RecursionError) else str(error)


def _meeting(data: Any, name: str, place: str) -> ParsedMinutes:
    try:
        minutes = ParsedMinutes.model_validate_json(json.dumps(data))
    except ValidationError as error:
        found = [f"{_path(place, e['loc'])}: {e['msg']}" for e in error.errors()]
        raise DocumentError(_message(name, found)) from error
    if wrong := list(_contradictions(minutes, place)):
        raise DocumentError(_message(name, wrong))
    return minutes


def _message(name: str, found: Sequence[str]) -> str:
    more = [f"… and {len(found) - _MOST_ERRORS} more"] if len(found) > _MOST_ERRORS else []
    listed = "; ".join([*found[:_MOST_ERRORS], *more])
    return f"{name}: no parsed minutes: {listed} ({_WHERE_TO_LOOK})"


def _path(place: str, parts: Sequence[int | str]) -> str:
    """A place as people write it: `attendance[3].status`."""
    path = place
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path or "the whole file"


def _too_long(path: str, name: str | None) -> list[str]:
    if name is None or len(name) <= LONGEST_NAME:
        return []
    return [f"{path}: a name of {len(name)} characters, and at most {LONGEST_NAME} are read"]


def _contradictions(minutes: ParsedMinutes, place: str) -> list[str]:
    """What a schema cannot say: a source without a hash, a vote on no motion, a span not as long as its text."""
    found = []
    if not minutes.source.sha256.strip():
        found.append(f"{_path(place, ('source', 'sha256'))}: the hash of the document is missing, which identifies it")
    for i, vote in enumerate(minutes.votes):
        if vote.motion is not None and not 0 <= vote.motion < len(minutes.motions):
            where = _path(place, ("votes", i, "motion"))
            found.append(f"{where}: there is no motion {vote.motion}, only {len(minutes.motions)} motions from 0")
    for field in ("body", "parent"):
        found += _too_long(_path(place, ("meeting", field)), getattr(minutes.meeting, field))
    for kind, records in minutes:
        for i, record in enumerate(records if isinstance(records, tuple) else ()):
            for field in _NAMES:
                found += _too_long(_path(place, (kind, i, field)), getattr(record, field, None))
            span = getattr(record, "span", None)
            if span is not None and span.char_end - span.char_start != len(span.text):
                found.append(f"{_path(place, (kind, i, 'span'))}: char_start and char_end do not fit the text")
    return found
