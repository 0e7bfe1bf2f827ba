"""Tables for people: they fit the terminal, lose nothing, and say where each row stands."""

from __future__ import annotations

from govgraph.queries.output.tables import table
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

COLUMNS = ("person", "role", "represents", "why", "document", "line", "quote")
ROW = {
    "person": "Cllr Ada Quillfeather",
    "role": "Chair",
    "represents": "",
    "why": "appointed for 2023-24 (agreed on 2023-05-23)",
    "document": "2023-05-23-harbour-committee.txt",
    "line": "12",
    "quote": "Councillor A Quillfeather be appointed Chair of the Harbour Committee for the ensuing municipal year.",
}


def test_what_fits_is_a_row_a_line() -> None:
    header, row = table([ROW], COLUMNS, 100_000).splitlines()
    assert header.split() == ["person", "role", "why", "document", "line", "quote"]  # nobody represents anything
    assert "2023-05-23-harbour-committee.txt  12" in row


def test_the_evidence_goes_under_a_row_that_is_wider_than_the_terminal() -> None:
    lines = table([ROW], COLUMNS, 60).splitlines()
    assert lines[0] == "person                 role"
    assert lines[1] == "Cllr Ada Quillfeather  Chair"
    assert lines[2] == "    appointed for 2023-24 (agreed on 2023-05-23)"
    assert lines[3].startswith("    2023-05-23-harbour-committee.txt:12 “Councillor")
    assert max(map(len, lines)) <= 60


def test_a_row_of_many_columns_is_a_record() -> None:
    columns = [f"column_{n}" for n in range(8)]
    lines = table([dict.fromkeys(columns, "somebody or something")], columns, 40).splitlines()
    assert lines == [f"column_{n}  somebody or something" for n in range(8)]


def test_records_are_apart_and_leave_out_what_they_do_not_say() -> None:
    columns = [f"column_{n}" for n in range(8)]
    rows = [dict.fromkeys(columns, "somebody or something"), {columns[1]: "else"}]
    assert table(rows, columns, 40).splitlines()[8:] == ["", "column_1  else"]


def test_verdicts_stay_whole_and_a_quotation_is_cut() -> None:
    row = {"verdict": "not_enough_evidence", "person": "Cllr Ada Quillfeather of the Harbour Ward"}
    lines = table([row], ["verdict", "person"], 38).splitlines()
    assert lines[1].startswith("not_enough_evidence  Cllr Ada")
    row["quote"] = "a word " * 60
    (_, whole) = table([row], ["verdict", "person", "quote"], 100_000).splitlines()
    assert whole.endswith("…")
    assert len(whole) < 160


def test_a_cell_that_would_be_a_tower_makes_rows_records() -> None:
    row = {"person": "Ada Quillfeather", "role": "of the working group for the old harbour wall " * 12}
    assert table([row], ["person", "role"], 40).splitlines()[0].split() == ["person", "Ada", "Quillfeather"]


def test_without_rows_the_columns_are_named() -> None:
    assert table([], ["person", "role"], 80) == "person  role\n"


@given(
    st.lists(st.fixed_dictionaries({c: st.text("ab 語é-", max_size=60) for c in COLUMNS}), min_size=1, max_size=3),
    st.integers(24, 200),
)
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(rows: list[dict[str, str]], width: int) -> None:
    shown = table(rows, COLUMNS, width)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    letters = sorted(
        letter for row in rows for c in COLUMNS if c != "quote" for letter in row[c] if not letter.isspace()
    )
    for letter in {*letters}:
        assert shown.count(letter) >= letters.count(letter)
