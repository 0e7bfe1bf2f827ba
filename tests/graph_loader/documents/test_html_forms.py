"""Forms of a web page: what was filled in is read with its label, and what cannot be known is said."""

from __future__ import annotations

import pytest

from .pages import TOP, document, roll

FILLED = {
    "a wrapper for the whole page": (
        f'<form method="post" action="./M.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="x">'
        f'<div><input type="text" name="q" placeholder="Search"><input type="submit" value="Go"></div>{TOP}'
        "<h2>Present</h2><ul><li>Cllr Ada Reave</li></ul><form><p>Apologies: Cllr Tom Vane</p></form></form>"
    ),
    "labels": (
        f'<form>{TOP}<div><label for="p">Present</label><textarea id="p">Cllr Ada Reave</textarea></div>'
        '<div><label for="a">Apologies:</label> <input type="text" id="a" value="Cllr Tom Vane"></div></form>'
    ),
    "labels around fields": (
        f'{TOP}<form><label>Present <input value="Cllr Ada Reave"></label>'
        '<label>Apologies <input value="Cllr Tom Vane"></label></form>'
    ),
    "chosen in lists": (
        f"{TOP}<table><tr><th>Name</th><th>Attendance</th></tr>"
        "<tr><td>Cllr Ada Reave</td><td><select><option>Apologies<option selected>Present</select></td></tr>"
        "<tr><td>Cllr Tom Vane</td><td><select><option>Present<option selected>Apologies</select></td></tr></table>"
    ),
    "boxes in cells": (
        f"{TOP}<table><tr><th>Member</th><th>Present</th><th>Apologies</th></tr>"
        "<tr><td>Cllr Ada Reave</td><td><input type=checkbox checked></td><td><input type=checkbox></td></tr>"
        "<tr><td>Cllr Tom Vane</td><td><input type=checkbox></td><td><input type=checkbox checked></td></tr></table>"
    ),
    "one of several": (
        f"{TOP}<table><tr><th>Name</th><th>Attendance</th></tr>"
        "<tr><td>Cllr Ada Reave</td><td><input type=radio name=r checked>Present <input type=radio name=r>Apologies"
        "</td></tr><tr><td>Cllr Tom Vane</td><td><label><input type=radio name=v>Present</label>"
        "<label><input type=radio name=v checked>Apologies</label></td></tr></table>"
    ),
    "boxes before names": (
        f"{TOP}<h2>Present</h2><ul><li><input type=checkbox checked> Cllr Ada Reave</li>"
        "<li><input type=checkbox> Cllr Una Gone</li><li><label><input type=checkbox>Cllr Una Gone</label></li></ul>"
        "<p>Apologies: Cllr Tom Vane</p>"
    ),
    "sets of fields": (
        f"{TOP}<form><fieldset><legend>Present</legend><p>Cllr Ada Reave</p></fieldset>"
        "<fieldset><legend>Apologies</legend><p>Cllr Tom Vane</p></fieldset></form>"
    ),
}


@pytest.mark.parametrize("body", FILLED.values(), ids=FILLED)
def test_what_a_form_shows_is_read(body: str) -> None:
    assert roll(document(body)) == {"Cllr Ada Reave": "present", "Cllr Tom Vane": "apologies"}


@pytest.mark.parametrize(
    ("field", "note"),
    [
        ('<label for="c">Chair</label><input id="c">', "1 field of a form without a value"),
        ('<label>Present <input placeholder="Cllr Una Gone"></label>', "1 field of a form"),
        ('<select><option value="" selected>Please select</option><option>Present</select>', "1 field of a form"),
        ("<select><option>Present<option>Apologies</select><textarea></textarea>", "2 fields of a form"),
        ("<input type=radio name=a>Present<input type=radio name=a>Absent", "1 field of a form"),
    ],
    ids=["typed", "a prompt", "a prompt chosen", "chosen", "ticked"],
)
def test_what_a_form_does_not_say_is_a_note(field: str, note: str) -> None:
    read = document(f"{TOP}<h2>Present</h2><ul><li>Cllr Ada Reave</li></ul><form><p>Form</p>{field}</form>")
    assert any(note in one for one in read.notes)
    assert roll(read) == {"Cllr Ada Reave": "present"}


def test_fields_for_searching_are_no_fields_of_the_minutes() -> None:
    site = '<form action="/search"><label for="q">Search</label><input id="q" name="q"><button>Go</button></form>'
    read = document(f"{site}{TOP}<p>Present: Cllr Ada Reave</p><input type=search>")
    assert read.notes == ()
    assert "Search" not in read.text


@pytest.mark.parametrize(
    "body",
    [
        "<dl><dt>Present</dt><dd>Cllr Ada Reave</dd><dt>Apologies:</dt><dd>Cllr Tom Vane</dd></dl>",
        (
            "<dl><div><dt>Present</dt><dd><ul><li>Cllr Ada Reave</li></ul></dd></div>"
            "<div><dt>Apologies</dt><dd><p>Cllr Tom Vane</p></dd></div></dl>"
        ),
        "<h2>Attendance</h2><dl><dt>Cllr Ada Reave</dt><dd>Present</dd><dt>Cllr Tom Vane</dt><dd>Apologies</dd></dl>",
    ],
    ids=["heads and people", "lists", "people and statuses"],
)
def test_definitions_are_labels_and_what_is_said(body: str) -> None:
    assert roll(document(TOP + body)) == {"Cllr Ada Reave": "present", "Cllr Tom Vane": "apologies"}


def test_labels_in_cells_stay_in_their_cells() -> None:
    read = document(
        '<table><tr><td><label for="p">Present</label></td><td><input id="p" value="Cllr Ada Reave"></td></tr>'
        "<tr><td>Clerk</td><td>Sam Pell</td></tr></table>"
    )
    assert "| Present | Cllr Ada Reave |" in read.text


def test_fields_that_are_hidden_are_not_asked_for() -> None:
    read = document(f"{TOP}<p>Present: Cllr Ada Reave</p><div hidden><label>Name</label><input name='n'></div>")
    assert not any("field" in note for note in read.notes)
