"""Spells: what is certain, what is appointed, what is likely, and what must not be claimed."""

from dataclasses import replace

import pytest

from .made import BODY, COUNCIL, PLACED, found, listing, shape, sitting, spells


def test_two_listings_within_a_year_are_likely_in_between_and_certain_on_their_days() -> None:
    found = spells([listing("ann", "2022-05-17"), listing("ann", "2022-11-01")], [], [])
    assert shape(found) == [("ann", "2022-05-17", "2022-11-01", "likely", "member")]
    assert found[0].on == ("2022-05-17", "2022-11-01")
    assert "inferred" in found[0].why


def test_more_than_twelve_months_apart_claims_nothing_in_between() -> None:
    found = spells([listing("ann", "2022-05-17"), listing("ann", "2023-05-18")], [], [])
    assert shape(found) == [
        ("ann", "2022-05-17", "2022-05-17", "certain", "member"),
        ("ann", "2023-05-18", "2023-05-18", "certain", "member"),
    ]


def test_a_complete_list_without_the_person_breaks_the_inference() -> None:
    days = [listing("ann", "2022-05-17"), listing("ann", "2022-11-01")]
    without = sitting("2022-09-01", {"bob"})
    assert len(spells(days, [without], [])) == 2
    assert len(spells(days, [replace(without, complete=False)], [])) == 1
    assert len(spells(days, [replace(without, listed=frozenset({"ann"}))], [])) == 1


def test_standing_in_for_somebody_in_between_speaks_against_membership() -> None:
    days = [listing("ann", "2022-05-17"), listing("ann", "2022-11-01")]
    assert len(spells(days, [sitting("2022-09-01", {"ann"}, substitutes={"ann"})], [])) == 2


def test_a_resignation_in_between_breaks_the_inference() -> None:
    days = [listing("ann", "2022-05-17"), listing("ann", "2022-11-01")]
    resigned = replace(PLACED, fact="f-2", date="2022-07-01", action="resign")
    assert len(spells(days, [], [resigned])) == 2


def test_between_two_offices_only_membership_is_claimed() -> None:
    days = [listing("ann", "2022-05-17", role="Chairman"), listing("ann", "2022-11-01")]
    assert shape(spells(days, [], [])) == [
        ("ann", "2022-05-17", "2022-05-17", "certain", "Chairman"),
        ("ann", "2022-05-18", "2022-10-31", "likely", "member"),
        ("ann", "2022-11-01", "2022-11-01", "certain", "member"),
    ]


def test_apologies_do_not_end_an_office() -> None:
    days = [
        listing("ann", "2022-05-17", role="Chair"),
        listing("ann", "2022-07-01", status="apologies"),
        listing("ann", "2022-09-01", role="Chair"),
    ]
    assert shape(spells(days, [], [])) == [("ann", "2022-05-17", "2022-09-01", "likely", "Chair")]


def test_an_appointment_without_an_end_stays_until_something_ends_it() -> None:
    assert shape(spells([], [], [PLACED])) == [("ann", "2022-05-17", None, "appointed", "member")]
    gone = replace(PLACED, fact="f-2", date="2023-01-10", action="resign")
    assert shape(spells([], [], [PLACED, gone])) == [("ann", "2022-05-17", "2023-01-10", "appointed", "member")]


def test_a_replacement_ends_the_day_before() -> None:
    after = replace(PLACED, fact="f-2", date="2023-01-10", person="bob", replaces="ann")
    assert shape(spells([], [], [PLACED, after])) == [
        ("ann", "2022-05-17", "2023-01-09", "appointed", "member"),
        ("bob", "2023-01-10", None, "appointed", "member"),
    ]


def test_one_chair_at_a_time_but_many_members() -> None:
    chair = replace(PLACED, role="Chairman")
    other = replace(PLACED, fact="f-2", date="2023-05-16", person="bob", role="chair")
    assert shape(spells([], [], [chair, other]))[0] == ("ann", "2022-05-17", "2023-05-15", "appointed", "Chairman")
    member = replace(other, role="member")
    assert shape(spells([], [], [PLACED, member]))[0][2] is None


def test_a_stated_year_is_certain_until_its_first_possible_end_and_then_open() -> None:
    found = spells([], [], [replace(PLACED, term="2022-23", action="co_opt")])
    assert shape(found) == [
        ("ann", "2022-05-17", "2023-03-31", "certain", "member"),
        ("ann", "2023-04-01", "2023-08-31", "appointed", "member"),
    ]


def test_lost_proposed_and_deferred_give_no_place() -> None:
    assert not spells([], [], [replace(PLACED, outcome=o) for o in ("lost", "proposed", "deferred")])


def test_a_vacancy_is_open_until_the_seat_is_filled() -> None:
    vacancy = replace(PLACED, person=None, action="vacancy", seat="t-church", represents="Church")
    filled = replace(PLACED, fact="f-2", date="2022-09-01", seat="t-church", represents="Church")
    found = spells([], [], [vacancy, filled])
    assert [(s.state, s.start, s.end) for s in found if s.seat == "t-church" and s.state] == [
        ("vacant", "2022-05-17", "2022-08-31")
    ]


def test_a_name_that_stays_open_is_neither_a_vacancy_nor_an_unnamed_holder() -> None:
    assert not spells([], [], [replace(PLACED, person=None, seat="t-x", unresolved="Mr Hall")])


def test_an_unnamed_holder_is_kept_with_the_words_of_the_text() -> None:
    unnamed = replace(PLACED, person=None, seat="t-1", holder="a member of the Green Group")
    (found,) = spells([], [], [unnamed])
    assert (found.state, found.holder, found.end) == ("unnamed", "a member of the Green Group", None)
    assert "a member of the Green Group" in found.why


@pytest.mark.parametrize("body", [BODY, COUNCIL])
def test_a_place_for_the_ensuing_year_ends_at_the_next_annual_meeting_of_the_body_or_of_who_appoints(body: str) -> None:
    chair = replace(PLACED, role="Chairman", term="the ensuing year", maker=COUNCIL)
    met = [replace(sitting(day, set(), complete=False, body=body), annual=True) for day in ("2022-05-17", "2023-05-23")]
    (spell,) = found(sittings=met, placings=[chair]).spells
    assert (spell.start, spell.end, spell.certainty) == ("2022-05-17", "2023-05-22", "certain")
