"""Tables in minutes: people, marks of presence, seats and votes, whichever way the page sets them."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.page.column_headings import column_beginning, column_of
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

HEAD = "# Pilot Weir Council\n\nMinutes of the meeting held on 3 May 2018\n\n"
PEOPLE = "Present: Cllr Ida Pell (Chair), Cllr Tom Voss, Cllr Bo Marsh\n\n"
SEATS = "## 2. Appointments\n\nRESOLVED: That the following appointments be made:\n\n"
MOTION = "## 3. The weir\n\nProposed by Cllr Pell, seconded by Cllr Marsh that the weir be mended.\n\n"


def _read(body: str, before: str = "") -> ParsedMinutes:
    text = f"{HEAD}{before}{body}\n\n## 9. The mill\n\nIt was noted.\n"
    (minutes,) = parse(read_bytes(text.encode(), "minutes.md"))
    spans = [a.span for a in minutes.attendance] + [a.span for a in minutes.appointments]
    for span in [*spans, *(v.span for v in minutes.votes), *(w.span for w in minutes.warnings)]:
        assert text[span.char_start : span.char_end] == span.text
    return minutes


def _table(*rows: str) -> str:
    first, *others = (f"| {row} |" for row in rows)
    return "\n".join([first, "|" + " --- |" * rows[0].count("|") + " --- |", *others])


def _laid(rows: tuple[str, ...], way: str) -> str:
    if way == "bars":
        return _table(*rows)
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    if way == "tabs":
        return "\n".join("\t".join(row) for row in cells)
    if way == "HTML":
        return "<table>" + "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in cells) + "</table>"
    return "\n".join("".join(cell.ljust(26) for cell in row).rstrip() for row in cells)


MARKS = {
    "ticks": ("Member | Present | Apologies", "✓ |", "| ✓"),
    "crosses for ticks": ("Member | Present | Apologies", "x |", "| x"),
    "boxes": ("Member | Present | Apologies", "☒ | ☐", "☐ | ☒"),
    "yes and no": ("Member | Present (Yes/No) | Notes", "Yes |", "No - apologies |"),
    "letters": ("Member | P/A/N | Notes", "P |", "A |"),
    "words": ("Member | Attendance | Notes", "Present |", "Apol |"),
    "a question": ("Member | In attendance? Y/N | Notes", "Y |", "Apologies received |"),
}


@pytest.mark.parametrize("way", ["bars", "tabs", "gaps", "HTML"])
@pytest.mark.parametrize(("heads", "there", "away"), MARKS.values(), ids=MARKS)
def test_marks_of_presence(heads: str, there: str, away: str, way: str) -> None:
    minutes = _read(_laid((heads, f"Cllr Ida Pell | {there}", f"Cllr Tom Voss | {away}"), way))
    status = {a.person: a.status for a in minutes.attendance}
    assert status["Cllr Ida Pell"] == "present"
    assert status["Cllr Tom Voss"] == "apologies"


def test_columns_of_presence_that_are_empty_are_a_warning() -> None:
    minutes = _read(_table("Member | Present | Apologies", "Cllr Ida Pell | |", "Cllr Tom Voss | |"))
    assert not minutes.attendance
    (warning,) = [w for w in minutes.warnings if "empty in every row" in w.message]
    assert "Cllr Tom Voss" in warning.span.text


def test_a_time_beside_a_mark() -> None:
    minutes = _read(_table("Member | P/A", "Cllr Ida Pell | P (left 8.15 pm)", "Cllr Tom Voss | P"))
    assert [a.left for a in minutes.attendance] == ["20:15", None]


LABELLED = {
    "beside": _table("Present: | Cllr Ida Pell, Cllr Tom Voss", "Apologies: | Cllr Bo Marsh", "Clerk: | Una Reed"),
    "above": _table(
        "**Present** |", "Cllr Ida Pell | Mere Ward", "Cllr Tom Voss | Mere Ward", "**Apologies** |", "Cllr Bo Marsh |",
        "**In attendance** |", "Una Reed | Clerk",
    ),
    "under headings": "## Present\n\n" + _table(
        "Name | Role", "Cllr Ida Pell | Chair", "Cllr Tom Voss |", "**Apologies** |", "Cllr Bo Marsh |",
        "**In attendance** |", "Una Reed | Clerk",
    ),
    "side by side": _table(
        "Present | Apologies | In attendance", "Cllr Ida Pell<br>Cllr Tom Voss | Cllr Bo Marsh | Una Reed, Clerk"
    ),
}  # fmt: skip


@pytest.mark.parametrize("table", LABELLED.values(), ids=LABELLED)
def test_labels_of_lists_in_tables(table: str) -> None:
    assert [(a.person, a.status) for a in _read(table).attendance] == [
        ("Cllr Ida Pell", "present"),
        ("Cllr Tom Voss", "present"),
        ("Cllr Bo Marsh", "apologies"),
        ("Una Reed", "in_attendance"),
    ]


def test_substitutes_below_their_heading() -> None:
    minutes = _read(
        _table(
            "Board member | Present | Substitute / notes",
            "Cllr Ida Pell, Cabinet Member for Mills | Yes | left at 6.10 pm",
            "Tom Voss, Weir Watch | No - apologies | Una Reed deputised",
            "Cllr Bo Marsh | No | no substitute",
        )
    )
    assert [(a.person, a.status, a.left, a.organisation) for a in minutes.attendance] == [
        ("Cllr Ida Pell", "present", "18:10", None),
        ("Tom Voss", "apologies", None, "Weir Watch"),
        ("Cllr Bo Marsh", "absent", None, None),
        ("Una Reed", "present", None, None),
    ]
    assert [(s.substitute, s.absent) for s in minutes.substitutions] == [("Una Reed", "Tom Voss")]


ANNOUNCED = {
    "a sentence": "The following members were present:\n\n"
    + _table("Member | Authority", "Cllr Ida Pell | Mere", "Cllr Tom Voss | Fen"),
    "a heading": "## Present\n\n" + _table("Cllr Ida Pell | Mere", "Cllr Tom Voss | Fen"),
    "parts of a name": _table(
        "Title | First name | Surname | Council | Present",
        "Cllr | Ida | Pell | Mere | Yes",
        "Cllr | Tom | Voss | Fen | Yes",
    ),
    "headings on each page": "## Present\n\n"
    + _table("Member | Authority", "Cllr Ida Pell | Mere", "Member | Authority", "Cllr Tom Voss | Fen"),
}  # fmt: skip


@pytest.mark.parametrize("table", ANNOUNCED.values(), ids=ANNOUNCED)
def test_who_is_in_a_table_of_people(table: str) -> None:
    found = [(a.person, a.status, a.organisation) for a in _read(table).attendance]
    assert found == [("Cllr Ida Pell", "present", "Mere"), ("Cllr Tom Voss", "present", "Fen")]


def test_the_same_as_above() -> None:
    rows = "Cllr Ida Pell | 4 | Owns the mill", 'Cllr Tom Voss | 5 | "', "Cllr Bo Marsh | 6 | as above"
    text = "## 2. Declarations of interest\n\n" + _table("Member | Item | Details of interest", *rows)
    assert [(d.item, d.reason) for d in _read(PEOPLE + text).declarations] == [(n, "Owns the mill") for n in "456"]


SPANS = {
    "a ward": """<table><tr><th>Ward<th>Member<th>Present
<tr><td rowspan=2>Mere<td>Cllr Ida Pell<td>Yes
<tr><td>Cllr Tom Voss<td>No</table>""",
    "a ward after the names": """<table><tr><th>Member<th>Attendance<th>Ward
<tr><td>Cllr Ida Pell<td>Present<td rowspan=2>Mere
<tr><td>Cllr Tom Voss<td>Absent</table>""",
    "headings too": """<table><tr><th rowspan=2>Member<th rowspan=2>Ward<th colspan=2>Attendance
<tr><th>Present<th>Absent
<tr><td>Cllr Ida Pell<td rowspan=2>Mere<td>x<td>
<tr><td>Cllr Tom Voss<td><td>x</table>""",
}  # fmt: skip


@pytest.mark.parametrize("table", SPANS.values(), ids=SPANS)
def test_what_spans_rows_counts_for_each(table: str) -> None:
    found = [(a.person, a.status, a.organisation) for a in _read(table).attendance]
    assert found == [("Cllr Ida Pell", "present", "Mere"), ("Cllr Tom Voss", "absent", "Mere")]


PLACED = {
    "a cell over rows": """<table><tr><td>Body<td>Representative
<tr><td rowspan=2>Mill Trust<td>Cllr Ida Pell
<tr><td>Cllr Tom Voss
<tr><td>Weir Board<td>Cllr Bo Marsh</table>""",
    "an empty cell below": _table(
        "Body | Member", "Mill Trust | Cllr Ida Pell", "| Cllr Tom Voss", "Weir Board | Cllr Bo Marsh"
    ),
    "columns of blanks": """Body            Member
Mill Trust      Cllr Ida Pell
                Cllr Tom Voss
Weir Board      Cllr Bo Marsh
""",
    "below bodies": _table("Mill Trust | Weir Board", "Cllr Ida Pell | Cllr Bo Marsh", "Cllr Tom Voss |"),
    "an office": _table(
        "Body | Chair | Members", "Mill Trust | Cllr Ida Pell | Cllr Tom Voss", "Weir Board | Cllr Bo Marsh |"
    ),
    "dots": "Mill Trust ........ Cllr Ida Pell, Cllr Tom Voss\nWeir Board ...... Cllr Bo Marsh\n",
}  # fmt: skip


@pytest.mark.parametrize("table", PLACED.values(), ids=PLACED)
def test_seats_in_tables(table: str) -> None:
    found = {(a.person, a.body) for a in _read(PEOPLE + SEATS + table).appointments}
    assert found == {
        ("Cllr Ida Pell", "Mill Trust"),
        ("Cllr Tom Voss", "Mill Trust"),
        ("Cllr Bo Marsh", "Weir Board"),
    }


def test_whom_the_people_of_a_row_stand_for() -> None:
    rows = "Mere Town | Cllr Ida Pell | Cllr Bo Marsh | None", "Fen Town | Cllr Tom Voss | vacancy |"
    found = _read(PEOPLE + SEATS + _table("Council | Member | Substitute | Second substitute", *rows)).appointments
    assert [(a.person, a.body, a.role, a.represents) for a in found] == [
        ("Cllr Ida Pell", "Pilot Weir Council", "member", "Mere Town"),
        ("Cllr Bo Marsh", "Pilot Weir Council", "substitute", "Mere Town"),
        ("Cllr Tom Voss", "Pilot Weir Council", "member", "Fen Town"),
        (None, "Pilot Weir Council", "substitute", "Fen Town"),
    ]


VOTES = {
    "answers": _table("Member | Vote", "Cllr Pell | For", "Cllr Voss | Against", "Cllr Marsh | Abstained"),
    "marks": _table("Member | For | Against | Abstain", "Cllr Pell | x | |", "Cllr Voss | | x |", "Cllr Marsh | | | x"),
    "names": _table("For (1) | Against (1) | Abstained (1)", "Cllr Pell | Cllr Voss | Cllr Marsh"),
    "names in columns of blanks": "For            Against        Abstained\nCllr Pell      Cllr Voss      Cllr Marsh\n",
}


@pytest.mark.parametrize("table", VOTES.values(), ids=VOTES)
def test_votes_in_tables(table: str) -> None:
    assert [(v.person, v.vote) for v in _read(PEOPLE + MOTION + table).votes] == [
        ("Cllr Pell", "for"),
        ("Cllr Voss", "against"),
        ("Cllr Marsh", "abstain"),
    ]


def test_headings_of_columns() -> None:
    assert column_of("Member(s):", "attendance") == "name"
    assert column_of("Substitute / notes", "attendance") == "substitute"
    assert column_of("Weather", "attendance") is None
    assert column_of("Item", "declarations") == "item"
    assert column_beginning("Details of the interest", "declarations") == "reason"
    assert column_of("Details of the interest", "attendance") is None


def _there(body: str) -> dict[str, str]:
    return {(a.person or "").removeprefix("Cllr "): a.status for a in _read(body).attendance}


def test_a_label_holds_for_all_rows_that_it_spans() -> None:
    rows = "Present | Cllr Ida Pell", " | Cllr Tom Voss", "Apologies | Cllr Bo Marsh", " | Cllr Cy Frost"
    wanted = {"Ida Pell": "present", "Tom Voss": "present", "Bo Marsh": "apologies", "Cy Frost": "apologies"}
    assert _there(_table(*rows)) == wanted
    spanning = (
        "<table><tr><td rowspan=2>Present</td><td>Cllr Ida Pell</td></tr><tr><td>Cllr Tom Voss</td></tr>"
        "<tr><td rowspan=2>Apologies</td><td>Cllr Bo Marsh</td></tr><tr><td>Cllr Cy Frost</td></tr></table>"
    )
    assert _there(spanning) == wanted


@pytest.mark.parametrize("away", ["Apologies", "Absent"])
def test_several_people_in_a_row_are_people_and_no_bodies(away: str) -> None:
    rows = "PRESENT | ", "Cllr Ida Pell | Cllr Tom Voss", f"{away.upper()} | ", "Cllr Bo Marsh | Cllr Cy Frost"
    read = _read(_table(*rows))
    assert [(a.person, a.status) for a in read.attendance] == [
        ("Cllr Ida Pell", "present"),
        ("Cllr Tom Voss", "present"),
        ("Cllr Bo Marsh", away.lower()),
        ("Cllr Cy Frost", away.lower()),
    ]
    assert not any(a.organisation for a in read.attendance)


def test_a_heading_over_two_columns_heads_both() -> None:
    rows = "<tr><td colspan=2>Members present</td><td>Apologies</td></tr>"
    names = "<tr><td>Cllr Ida Pell</td><td>Cllr Tom Voss</td><td>Cllr Bo Marsh</td></tr>"
    wanted = {"Ida Pell": "present", "Tom Voss": "present", "Bo Marsh": "apologies"}
    assert _there(f"<table>{rows}{names}</table>") == wanted


@pytest.mark.parametrize(("yes", "no"), [("✓", "✗"), ("✔", "✖"), ("■", "□"), ("☒", "☐"), ("✗", ""), ("☒", "")])
def test_marks_in_every_column_say_yes_and_no(yes: str, no: str) -> None:
    rows = "Member | Present | Apologies", f"Cllr Ida Pell | {yes} | {no}", f"Cllr Bo Marsh | {no} | {yes}"
    assert _there(_table(*rows)) == {"Ida Pell": "present", "Bo Marsh": "apologies"}


def test_a_row_that_no_mark_decides_is_told_of() -> None:
    read = _read(_table("Member | Present", "Cllr Ida Pell | ✓", "Cllr Bo Marsh | "))
    assert [a.person for a in read.attendance] == ["Cllr Ida Pell"]
    assert any("no mark says" in w.message and w.span.text == "Cllr Bo Marsh" for w in read.warnings)


@pytest.mark.parametrize(
    "rows",
    [
        ("Vote | Councillor", "For | Cllr Ida Pell", " | Cllr Tom Voss", "Against | Cllr Bo Marsh"),
        ("For | Cllr Ida Pell", " | Cllr Tom Voss", "Against | Cllr Bo Marsh"),
        ("Vote | Councillors", "For | Cllr Ida Pell, Cllr Tom Voss", "Against | Cllr Bo Marsh"),
    ],
)
def test_a_side_holds_for_all_rows_that_it_spans(rows: tuple[str, ...]) -> None:
    votes = [(v.person, v.vote) for v in _read(_table(*rows), PEOPLE + MOTION).votes]
    assert votes == [("Cllr Ida Pell", "for"), ("Cllr Tom Voss", "for"), ("Cllr Bo Marsh", "against")]
