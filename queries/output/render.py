"""Rows as text: a table for people, JSON for programs, CSV for spreadsheets, Markdown for pages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, Literal

from neo4j.graph import Node, Path, Relationship

from .tables import table

Format = Literal["table", "json", "csv", "md"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORMULA = re.compile(r"[=+@\t\r\n＝＋＠－]|-(?!\d+(?:\.\d+)?\Z)")
UNLIMITED = 100_000
"""Columns of a table that goes to a file or a pipe, where nothing is to be folded."""
_IDS = ("person_id", "body_id", "fact_id")


def render(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], format_: Format, width: int = UNLIMITED) -> str:
    """The rows in one format, ending in a line end.

    `columns` are shown, in this order; CSV adds the ids that rows have, JSON has every field of every row. A table is
    at most `width` characters wide, and has no column in which no row says anything.
    """
    if format_ == "json":
        return json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2, default=_as_json) + "\n"
    if format_ == "csv":
        return _csv(rows, columns)
    if format_ == "md":
        return _markdown(rows, columns)
    return table([{c: plain(row.get(c)) for c in columns} for row in rows], columns, width)


def _as_json(value: Any) -> Any:
    """What a query of a user's own may return beside plain values: nodes, relationships, paths, days and points."""
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": dict(sorted(value.items()))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": dict(sorted(value.items()))}
    if isinstance(value, Path):
        return [_as_json(part) for pair in zip_longest(value.nodes, value.relationships) for part in pair if part]
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def plain(value: Any) -> str:
    """A value as one line of text without control characters; nothing for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(plain(v) for v in value)
    if isinstance(value, (Node, Relationship, Path)):
        return plain(_as_json(value))
    if isinstance(value, Mapping):
        return ", ".join(f"{k}: {plain(v)}" for k, v in value.items())
    return " ".join(_CONTROL.sub("", str(value)).split())


def _csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    columns = [*columns, *(name for name in _IDS if name not in columns and any(row.get(name) for row in rows))]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_not_a_formula(plain(row.get(c))) for c in columns])
    return out.getvalue()


def _not_a_formula(text: str) -> str:
    """A spreadsheet runs a cell that begins like a formula; an apostrophe before it keeps it text."""
    return "'" + text if _FORMULA.match(text) else text


def _markdown(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(_markdown_cell(row.get(c)) for c in columns) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _markdown_cell(value: Any) -> str:
    return re.sub(r"([\\`*_\[\]|<>])", r"\\\1", plain(value))
