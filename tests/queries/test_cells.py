"""Cells of a table of values: none of them runs in a spreadsheet, and none is changed without need."""

from __future__ import annotations

import csv
import io

import pytest
from govgraph.queries.output.render import render


def _cell(value: object) -> str:
    rows = list(csv.reader(io.StringIO(render([{"a": value}], ["a"], "csv"))))
    return rows[1][0]


FORMULAS = ("=1+1", "+1+1", "-1+1", "- 1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "＠x", "－1+1", "-")


@pytest.mark.parametrize("written", FORMULAS)
def test_a_formula_stays_text(written: str) -> None:
    assert _cell(written) == f"'{written.strip()}"


@pytest.mark.parametrize("written", ["Cllr Ada Quill", "1+1", "-4", "-4.5", "2024-05-01", "", "a=b"])
def test_what_is_no_formula_stays_as_it_is(written: str) -> None:
    assert _cell(written) == written


def test_marks_of_direction_are_left_out() -> None:
    assert _cell("Ada\u200e \u202eQuill\u200f") == "Ada Quill"


def test_the_ids_that_rows_have_follow_the_columns() -> None:
    rows = [{"person": "Ada Quill", "person_id": "p-1", "body_id": None}]
    assert render(rows, ["person"], "csv") == "person,person_id\nAda Quill,p-1\n"
    assert render(rows, ["person_id", "person"], "csv") == "person_id,person\np-1,Ada Quill\n"
