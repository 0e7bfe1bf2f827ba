"""Labelled people beside what the rules read, on a fictional document in a form that the rules do not know."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.labelling.people import Person
from govgraph.graph_loader.minutes.page.layout import Layout
from govgraph.graph_loader.minutes.page.reading import Reading
from govgraph.graph_loader.minutes.page.view import RunningView, View
from govgraph.graph_loader.minutes.plain_text import plain_text
from govgraph.graph_loader.minutes.presence.labelled.reader import CERTAIN, SURE, LabelledPeople, with_labelled
from govgraph.graph_loader.parsed_minutes import Attendance, AttendanceStatus, OtherName

TEXT = """Harrowmere Allotment Society
Committee meeting, 12 March 2015

Ada Quill (Secretary)
Bo Marsh
Cy Fenwick
Di Orme
"""


def _reading() -> Reading:
    plain = plain_text(read_bytes(TEXT.encode(), "minutes.txt"))
    layout = Layout(View(plain))
    return Reading(RunningView(plain, layout.flow), layout, 0, len(layout.flow))


def _person(name: str, status: AttendanceStatus = "present", sure: float = 0.9, role: str | None = None) -> Person:
    start = TEXT.index(name)
    at = TEXT.index(role) if role else 0
    return Person((start, start + len(name)), status, sure, (at, at + len(role)) if role else None)


def _labelled(*people: Person) -> LabelledPeople:
    return LabelledPeople({str(i): person for i, person in enumerate(people)}, "person/9:name")


def _listed(reading: Reading, name: str, status: AttendanceStatus) -> Attendance:
    at = TEXT.index(name)
    return Attendance(person=name, status=status, span=reading.span(at, at + len(name), "attendance.list"))


def test_people_are_added_where_the_rules_have_nobody() -> None:
    (record,) = with_labelled(_reading(), [], _labelled(_person("Ada Quill", role="Secretary")))
    assert (record.person, record.status, record.role) == ("Ada Quill", "present", "Secretary")
    assert record.span.rule == "person/9:name"
    assert TEXT[record.span.char_start : record.span.char_end] == record.span.text == "Ada Quill"
    assert [e.span.text for e in record.evidence] == ["Secretary"]


def test_one_more_beside_several_is_no_fact() -> None:
    reading = _reading()
    rules = [_listed(reading, name, "present").model_copy(update={"list": 1}) for name in ("Ada Quill", "Bo Marsh")]
    assert with_labelled(reading, rules, _labelled(_person("Cy Fenwick", sure=CERTAIN - 0.01))) == rules


def test_one_more_in_the_midst_of_a_list_is_a_fact_where_it_is_all_but_certain() -> None:
    reading = _reading()
    rules = [_listed(reading, name, "present").model_copy(update={"list": 1}) for name in ("Ada Quill", "Bo Marsh")]
    found = with_labelled(reading, rules, _labelled(_person("Cy Fenwick", sure=CERTAIN)))
    assert [r.person for r in found] == ["Ada Quill", "Bo Marsh", "Cy Fenwick"]
    apart = [r.model_copy(update={"list": None}) for r in rules]
    assert with_labelled(reading, apart, _labelled(_person("Cy Fenwick", sure=CERTAIN))) == apart


def test_nobody_is_added_twice() -> None:
    reading = _reading()
    rules = [_listed(reading, "Ada Quill", "present")]
    assert with_labelled(reading, rules, _labelled(_person("Ada Quill", "apologies"))) == rules


@pytest.mark.parametrize("names", [("Ada Quill", "Cy Fenwick"), ("Cy Fenwick", "Ada Quill")])
def test_another_name_of_somebody_listed_is_nobody_else(names: tuple[str, str]) -> None:
    reading = _reading()
    rules = [_listed(reading, "Ada Quill", "present")]
    said = OtherName(person=names[0], other=names[1], span=rules[0].span)
    found = _labelled(_person("Cy Fenwick", "apologies"))
    assert len(with_labelled(reading, rules, found)) == 2
    assert with_labelled(reading, rules, found, [said]) == rules


def test_the_labellers_place_people_where_the_rules_find_nobody_present() -> None:
    reading = _reading()
    rules = [_listed(reading, "Ada Quill", "in_attendance"), _listed(reading, "Bo Marsh", "apologies")]
    found = with_labelled(
        reading, rules, _labelled(_person("Ada Quill"), _person("Bo Marsh"), _person("Cy Fenwick"), _person("Di Orme"))
    )
    assert not [r for r in found if r.person == "Bo Marsh" and r.status == "present"]


def test_a_list_of_the_present_in_which_the_labellers_see_none_is_of_those_beside_them() -> None:
    reading = _reading()
    rules = [
        _listed(reading, name, "present").model_copy(update={"list": number})
        for name, number in (("Ada Quill", 1), ("Bo Marsh", 2), ("Cy Fenwick", 2))
    ]
    staff = _person("Bo Marsh", "in_attendance")
    found = with_labelled(reading, rules, _labelled(_person("Ada Quill"), staff))
    assert [r.status for r in found] == ["present", "in_attendance", "in_attendance"]
    assert found[1].span.rule == "person/9:name"
    mixed = with_labelled(reading, rules, _labelled(_person("Ada Quill"), staff, _person("Cy Fenwick")))
    assert [r.status for r in mixed] == ["present"] * 3
    assert [r.status for r in with_labelled(reading, rules[1:], _labelled(staff))] == ["present"] * 2


def test_who_holds_a_post_among_the_present_is_beside_them_where_the_labellers_say_so() -> None:
    reading = _reading()
    rules = [_listed(reading, name, "present").model_copy(update={"list": 1}) for name in ("Ada Quill", "Bo Marsh")]
    rules[0] = rules[0].model_copy(update={"role": "Estates Manager"})
    beside = _person("Ada Quill", "in_attendance")
    found = with_labelled(reading, rules, _labelled(beside, _person("Bo Marsh")))
    assert [(r.status, r.capacity) for r in found] == [("in_attendance", "officer"), ("present", None)]
    plain = [rules[0].model_copy(update={"role": "Treasurer"}), rules[1]]
    assert with_labelled(reading, plain, _labelled(beside, _person("Bo Marsh"))) == plain


def test_who_is_not_sure_is_left_out_with_a_warning() -> None:
    reading = _reading()
    assert with_labelled(reading, [], _labelled(_person("Ada Quill", sure=SURE - 0.1))) == []
    (warning,) = reading.warnings
    assert warning.code == "unsure"
    assert warning.span.text == "Ada Quill"
    assert "60% likely" in warning.message


def test_a_form_that_the_rules_do_not_know_is_read_by_the_models_of_the_package() -> None:
    text = (
        "Harrowmere Allotment Society\nCommittee meeting, 12 March 2015\n\n| 1. Roll call\n\nAda Quill\nBo Marsh\n"
        "Cy Fenwick\nDi Orme\nEd Tansley\n\nRegrets:\n\nFay Lowther\nGus Pell\n\n| 2. Minutes of the last meeting\n\n"
        "Accepted.\n"
    )
    document = read_bytes(text.encode(), "minutes.txt")
    alone = parse(document, lambda: None)[0]
    assert not [a for a in alone.attendance if a.status == "present"]
    present = [a for a in parse(document)[0].attendance if a.status == "present"]
    assert len(present) >= 3
    assert {a.span.rule for a in present} == {"person/1:name"}
    assert all(text[a.span.char_start : a.span.char_end] == a.span.text for a in present)
