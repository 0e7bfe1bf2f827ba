"""Names of labelled lists as the rules for lists read them, and what is no name at all."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes.labelling.people import Person
from govgraph.graph_loader.minutes.page.layout import Layout
from govgraph.graph_loader.minutes.page.reading import Reading
from govgraph.graph_loader.minutes.page.view import RunningView, View
from govgraph.graph_loader.minutes.plain_text import plain_text
from govgraph.graph_loader.minutes.presence.labelled.lists import read_by_rules
from govgraph.graph_loader.minutes.presence.labelled.name_like import is_name_like
from govgraph.graph_loader.parsed_minutes import AttendanceStatus

SURE = 0.7
TEXT = """Harrowmere Allotment Society
There met: Messrs. A. Quill, B. Marsh, C. Fenwick and D. Orme. Sent word: E. Tansley
Hill Archers     Gus Pell
Ina Roe (Mill Lane)
"""


def _reading() -> Reading:
    plain = plain_text(read_bytes(TEXT.encode(), "minutes.txt"))
    layout = Layout(View(plain))
    return Reading(RunningView(plain, layout.flow), layout, 0, len(layout.flow))


def _person(name: str, sure: float = 0.9, status: AttendanceStatus = "present") -> Person:
    start = TEXT.index(name)
    return Person((start, start + len(name)), status, sure)


def _names(reading: Reading, people: list[Person]) -> list[tuple[str, float]]:
    return [(p.written or reading.words(*p.name), p.sure) for p in people]


def test_the_rules_say_where_the_names_of_a_list_begin_and_end_and_name_those_between() -> None:
    reading = _reading()
    people = [_person("Messrs. A. Quill"), _person("D. Orme", 0.8), _person("Fenwick", 0.5)]
    found = read_by_rules(reading, people, SURE)
    assert set(_names(reading, found)) == {
        ("Mr. A. Quill", 0.9),
        ("Mr. B. Marsh", SURE),
        ("Mr. C. Fenwick", SURE),
        ("Mr. D. Orme", 0.8),
    }
    assert all(p.status == "present" for p in found)


def test_a_list_of_which_the_labeller_is_not_sure_stays_as_it_is() -> None:
    people = [_person("A. Quill", 0.5), _person("B. Marsh", 0.5), _person("D. Orme")]
    assert read_by_rules(_reading(), people, SURE) == people


def test_nobody_is_named_beyond_the_last_of_a_list_or_between_two_lists() -> None:
    reading = _reading()
    people = [_person("A. Quill"), _person("B. Marsh"), _person("Gus Pell", status="absent"), _person("Ina Roe")]
    assert [name for name, _ in _names(reading, read_by_rules(reading, people, SURE))] == [
        "A. Quill",
        "B. Marsh",
        "Gus Pell",
        "Ina Roe",
    ]


@pytest.mark.parametrize(
    ("words", "surnames", "right"),
    [
        ("Gus Pell", False, True),
        ("Hill Archers", False, False),
        ("Mill Lane", False, False),
        ("A. Quill", False, True),
        ("C.", True, False),
        ("Fenwick", False, False),
        ("Fenwick", True, True),
    ],
)
def test_what_can_be_a_name(words: str, surnames: bool, right: bool) -> None:
    start = TEXT.index(words)
    assert is_name_like(_reading(), start, start + len(words), surnames=surnames) is right
