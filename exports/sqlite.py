"""SQLite: one file with tables, views and full-text search, which datasette serves."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import sqlite_utils

from .model import Exported
from .tables import Column, Table, tables

_TYPES: dict[str, type] = {"integer": int, "boolean": int}
_SEARCHED = {"people": ["name"], "bodies": ["name"], "evidence": ["text"]}
"""What full-text search finds: `SELECT * FROM evidence_fts WHERE evidence_fts MATCH 'harbour'`."""

VIEWS: dict[str, str] = {
    "tenures_open": 'SELECT * FROM tenures WHERE "to" IS NULL ORDER BY body, person',
    "seats_vacant": "SELECT * FROM tenures WHERE state = 'vacant' ORDER BY body, \"from\"",
    "latest_meetings": "SELECT body, body_id, max(date) AS date, count(*) AS meetings FROM meetings "
    "WHERE status IN ('held', 'inquorate', 'adjourned') AND body_id IS NOT NULL GROUP BY body_id ORDER BY body",
    "attendance_counts": "SELECT met AS body, met_id AS body_id, coalesce(person_name, person_written) AS person, "
    "person_id, sum(status = 'present') AS present, sum(status = 'apologies') AS apologies, "
    "sum(status = 'absent') AS absent, sum(status = 'in_attendance') AS in_attendance, min(date) AS first, "
    "max(date) AS last FROM attendance GROUP BY met_id, coalesce(person_id, person_written) ORDER BY body, person",
    "names_undecided": "SELECT id, date, met AS body, person_written AS written, document, line, quote FROM attendance "
    "WHERE person_id IS NULL ORDER BY date, line",
}
"""Questions that are answered often, by name."""


def sqlite(exported: Exported) -> bytes:
    """The bytes of the database: the same for the same export with the same SQLite."""
    connection = sqlite3.connect(":memory:")
    db = sqlite_utils.Database(connection)
    every = tables()
    for table in every:
        _create(db, table)
        rows = ({name: _cell(row[name]) for name in (c.name for c in table.columns)} for row in table.rows(exported))
        db.table(table.name).insert_all(rows, batch_size=100)
    for table in every:
        for column in table.columns:
            if column.of:
                db.table(table.name).create_index([column.name])
    for name, columns in _SEARCHED.items():
        db.table(name).enable_fts(columns, fts_version="FTS5", tokenize="unicode61 remove_diacritics 2")
    for name, query in VIEWS.items():
        db.create_view(name, query)
    db.table("about").insert_all(
        [{"name": "title", "value": exported.title}]
        + [{"name": name, "value": day} for name, day in (("from", exported.start), ("to", exported.end)) if day]
    )
    db.table("dictionary").insert_all(
        {"table": t.name, "column": c.name, "type": c.type, "meaning": c.meaning} for t in every for c in t.columns
    )
    connection.commit()
    connection.execute("VACUUM")
    data = connection.serialize()
    connection.close()
    return data


def _create(db: sqlite_utils.Database, table: Table) -> None:
    keys = [(c.name, c.of, c.of_key) for c in table.columns if c.of]
    db.table(table.name).create(
        {c.name: _type(c) for c in table.columns},
        pk=table.columns[0].name if table.keyed else None,
        foreign_keys=keys,
    )


def _type(column: Column) -> type:
    return _TYPES.get(column.type, str)


def _cell(value: Any) -> Any:
    """A list becomes JSON, which SQLite's functions and datasette's facets understand."""
    if isinstance(value, (list, tuple)):
        return json.dumps(list(value), ensure_ascii=False) if value else None
    return value
