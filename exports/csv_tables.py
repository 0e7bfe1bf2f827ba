"""CSV: a folder of tables for spreadsheets, with a data dictionary for people and one for programs.

The tables have ids, so that they can be joined; a cell that begins like a formula is kept text. `datapackage.json` is
a Data Package (https://specs.frictionlessdata.io/), `dictionary.csv` says the same in a table.
"""

from __future__ import annotations

import json
from typing import Any

from ..queries.output.render import render
from .model import Exported
from .tables import Column, Table, tables

_TYPES = {"date": "string", "list": "string"}
"""Dates may be less exact than a day, and lists are joined."""


def csv_tables(exported: Exported) -> dict[str, str]:
    """The files of the folder by name."""
    every = tables()
    files = {f"{t.name}.csv": render(list(t.rows(exported)), [c.name for c in t.columns], "csv") for t in every}
    files["dictionary.csv"] = render(
        [_said(table, column) for table in every for column in table.columns], _DICTIONARY, "csv"
    )
    files["datapackage.json"] = json.dumps(_package(exported, every), ensure_ascii=False, indent=2) + "\n"
    return files


_DICTIONARY = ("table", "column", "type", "meaning", "points_at")


def _said(table: Table, column: Column) -> dict[str, Any]:
    points_at = f"{column.of}.{column.of_key}" if column.of else None
    return {
        "table": table.name,
        "column": column.name,
        "type": column.type,
        "meaning": column.meaning.replace("`", ""),
        "points_at": points_at,
    }


def _package(exported: Exported, every: tuple[Table, ...]) -> dict[str, Any]:
    days = {"from": exported.start, "to": exported.end} if exported.start or exported.end else {}
    return {
        "profile": "tabular-data-package",
        "name": "govgraph",
        "title": exported.title,
        **days,
        "resources": [_resource(t) for t in every],
    }


def _resource(table: Table) -> dict[str, Any]:
    keys = [c for c in table.columns if c.of]
    schema: dict[str, Any] = {
        "fields": [
            {"name": c.name, "type": _TYPES.get(c.type, c.type), "description": c.meaning}
            | ({"trueValues": ["yes"], "falseValues": ["no"]} if c.type == "boolean" else {})
            for c in table.columns
        ],
        "missingValues": [""],
    }
    if table.keyed:
        schema["primaryKey"] = table.columns[0].name
    if keys:
        schema["foreignKeys"] = [{"fields": c.name, "reference": {"resource": c.of, "fields": c.of_key}} for c in keys]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "encoding": "utf-8",
        "schema": schema,
    }
