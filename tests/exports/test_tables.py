"""CSV and SQLite: the tables hold everything, their keys lead somewhere, and no cell runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import Counter
from dataclasses import replace

import pytest
from govgraph.exports.csv_tables import csv_tables
from govgraph.exports.model import Exported
from govgraph.exports.sqlite import VIEWS, sqlite
from govgraph.exports.tables import FACT_TABLES, tables


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def files(exported: Exported) -> dict[str, str]:
    return csv_tables(exported)


@pytest.fixture(scope="module")
def database(exported: Exported, tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    file = tmp_path_factory.mktemp("sqlite") / "minutes.db"
    file.write_bytes(sqlite(exported))
    return sqlite3.connect(file)


def test_every_fact_is_in_the_table_of_its_kind(exported: Exported, files: dict[str, str]) -> None:
    kinds = Counter(f.kind for f in exported.facts)
    for kind, table in FACT_TABLES.items():
        rows = _read(files[f"{table}.csv"])
        assert [r["id"] for r in rows] == [f.id for f in exported.of_kind(kind)]
        assert len(rows) == kinds[kind]
        assert all(r["document"] and r["line"] and r["quote"] for r in rows)


def test_ids_lead_to_the_table_that_the_dictionary_names(files: dict[str, str]) -> None:
    keys = {t.name: {r[t.columns[0].name] for r in _read(files[f"{t.name}.csv"])} for t in tables() if t.keyed}
    followed = 0
    for table in tables():
        for row in _read(files[f"{table.name}.csv"]):
            for column in table.columns:
                if column.of and row[column.name]:
                    assert row[column.name] in keys[column.of], (table.name, column.name)
                    followed += 1
    assert followed > 1000


def test_the_dictionary_tells_of_every_column(files: dict[str, str]) -> None:
    told = {(r["table"], r["column"]) for r in _read(files["dictionary.csv"]) if r["meaning"]}
    package = json.loads(files["datapackage.json"])
    assert {r["path"] for r in package["resources"]} == set(files) - {"dictionary.csv", "datapackage.json"}
    for resource in package["resources"]:
        header = files[resource["path"]].partition("\n")[0].split(",")
        assert header == [f["name"] for f in resource["schema"]["fields"]]
        assert {(resource["name"], name) for name in header} <= told


def test_a_cell_that_begins_like_a_formula_stays_text(exported: Exported) -> None:
    person = replace(exported.people[0], name='=HYPERLINK("http://x")')
    row = _read(csv_tables(Exported(title="", people=(person,)))["people.csv"])[0]
    assert row["name"] == '\'=HYPERLINK("http://x")'


def test_the_database_has_the_same_rows_and_no_key_leads_nowhere(
    database: sqlite3.Connection, files: dict[str, str]
) -> None:
    for table in tables():
        count = database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0]
        assert count == len(_read(files[f"{table.name}.csv"])), table.name
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_views_and_search_answer(database: sqlite3.Connection, exported: Exported) -> None:
    for view in VIEWS:
        database.execute(f"SELECT * FROM {view}").fetchall()
    open_ = database.execute("SELECT count(*) FROM tenures_open").fetchone()[0]
    assert open_ == sum(t.end is None for t in exported.tenures)
    present = database.execute("SELECT sum(present) FROM attendance_counts").fetchone()[0]
    assert present == sum(f.get("status") == "present" for f in exported.of_kind("Attendance"))
    query = "SELECT e.text FROM evidence_fts JOIN evidence e ON e.rowid = evidence_fts.rowid WHERE evidence_fts MATCH ?"
    texts = [text for (text,) in database.execute(query, ["harbour"])]
    assert texts
    assert all("harbour" in text.lower() for text in texts)
