"""What ends a place and what does not, and what follows for seats that nobody holds."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from govgraph.graph_loader.graph.tenures.evidence import Placing, Sitting

from .made import COUNCIL, PLACED, found, gone, listing, shape, sitting, spells

CHAIR = replace(PLACED, fact="f-chair", role="Chairman")
LATER: dict[str, Any] = {"date": "2023-01-10", "order": 1}
RESIGNED = replace(PLACED, fact="f-2", action="resign", **LATER)
CHURCH = replace(PLACED, seat="t-church", represents="Church")
VACANCY = replace(PLACED, person=None, action="vacancy", seat="t-1")


def ends(*placings: Placing) -> dict[tuple[str | None, str], str | None]:
    return {(s.person, s.role): s.end for s in found(placings=placings).spells}


# -- people ------------------------------------------------------------------------------------------------------------


def test_who_leaves_the_council_leaves_its_other_bodies_and_who_leaves_an_office_of_it_does_not() -> None:
    left = replace(RESIGNED, body=COUNCIL)
    assert ends(CHAIR, left)["ann", "Chairman"] == "2023-01-10"
    assert ends(CHAIR, replace(left, role="Chairman"))["ann", "Chairman"] is None


def test_who_is_appointed_again_in_their_own_place_stays() -> None:
    again = replace(PLACED, fact="f-2", replaces="ann", date="2023-01-10")
    assert [s.end for s in spells(placings=[PLACED, again])] == [None, None]


def test_a_resignation_of_a_successor_does_not_end_the_place_of_whom_they_followed() -> None:
    assert ends(PLACED, replace(RESIGNED, person="bob", replaces="ann"))["ann", "member"] is None


def test_who_is_replaced_in_an_office_stays_a_member() -> None:
    other = replace(CHAIR, fact="f-2", person="bob", replaces="ann", **LATER)
    expected = {("ann", "member"): None, ("ann", "Chairman"): "2023-01-09", ("bob", "Chairman"): None}
    assert ends(PLACED, CHAIR, other) == expected


@pytest.mark.parametrize("outcome", ["proposed", "lost", "deferred"])
def test_a_resignation_that_was_not_agreed_ends_nothing(outcome: str) -> None:
    assert ends(PLACED, replace(RESIGNED, outcome=outcome))["ann", "member"] is None


def test_a_resignation_before_the_appointment_ends_nothing() -> None:
    assert ends(PLACED, replace(RESIGNED, date="2022-03-01"))["ann", "member"] is None
    assert ends(replace(PLACED, order=2), replace(RESIGNED, date=PLACED.date))["ann", "member"] is None


def test_who_resigns_before_the_place_begins_never_held_it() -> None:
    later = replace(PLACED, start="2023-05-01")
    assert spells(placings=[later, RESIGNED]) == []


def test_a_suspension_up_to_a_stated_day_ends_there_and_ends_no_place() -> None:
    away = gone("ann", "2022-09-01", "suspended", "2022-09-01", "2022-10")
    lists = [sitting("2023-06-01", set(), complete=False)]
    assert shape(found(sittings=lists, placings=[PLACED], departed=[away]).spells) == [
        ("ann", "2022-05-17", "2022-08-31", "appointed", "member"),
        ("ann", "2022-11-01", None, "appointed", "member"),
    ]
    # Nobody knows whether the member came back where no later minutes are in the store, or where the place ends before.
    assert len(found(placings=[PLACED], departed=[away]).spells) == 1
    until = replace(PLACED, end="2022-10-15")
    assert shape(found(sittings=lists, placings=[until], departed=[away]).spells) == [
        ("ann", "2022-05-17", "2022-08-31", "certain", "member")
    ]


# -- lists -------------------------------------------------------------------------------------------------------------


def far(*between: str, complete: bool = True) -> list[Sitting]:
    days = ["2014-03-04", *between, "2015-06-09"]
    lists = [sitting("2014-03-04", {"ann", "bob"})]
    for before, day in itertools.pairwise(days):
        lists.append(sitting(day, {"ann"}, complete=complete or day == days[-1], approves=[before]))
    return lists


ANN = [listing("ann", "2014-03-04"), listing("ann", "2015-06-09")]


def test_over_more_than_a_year_every_list_between_must_be_complete() -> None:
    assert any(s.far for s in spells(ANN, far("2014-11-04")))
    assert not any(s.far for s in spells(ANN, far("2014-11-04", complete=False)))


def test_over_more_than_four_years_nothing_is_inferred() -> None:
    for day, expected in (("2018-03-04", True), ("2018-03-05", False)):
        days = [listing("ann", "2014-03-04"), listing("ann", day)]
        lists = [sitting("2014-03-04", {"ann"}), sitting(day, {"ann"}, approves=["2014-03-04"])]
        assert any(s.far for s in spells(days, lists)) is expected


def test_who_lost_a_seat_shows_that_there_was_an_election() -> None:
    lost = gone("bob", "2015-06-09", "lost_seat", "2015-05-07")
    with_bob = [*ANN, listing("bob", "2014-03-04")]
    assert any(s.far for s in found(with_bob, far()).spells)
    assert not any(s.far for s in found(with_bob, far(), departed=[lost]).spells)


def test_a_name_that_may_be_theirs_on_a_complete_list_is_not_against_them() -> None:
    days = [listing("ann", "2022-05-17"), listing("ann", "2022-11-01")]
    open_ = replace(sitting("2022-09-01", {"bob"}), perhaps=frozenset({"ann"}))
    assert len(spells(days, [open_])) == 1


def test_of_two_listings_of_a_day_the_one_that_is_present_counts() -> None:
    days = [
        listing("ann", "2022-05-17", role="Chair"),
        listing("ann", "2022-07-01"),
        listing("ann", "2022-07-01", status="apologies"),
    ]
    assert [s.role for s in spells(days)] == ["Chair", "member", "member"]


def test_who_left_on_a_stated_day_sat_until_then_within_a_year_where_no_list_is_without_them() -> None:
    day = [listing("ann", "2022-01-10")]
    left = replace(RESIGNED, end="2022-12-31")
    assert shape(spells(day, placings=[left]))[1:] == [("ann", "2022-01-11", "2022-12-31", "likely", "member")]
    assert len(spells(day, placings=[replace(left, end="2023-01-11")])) == 1
    assert len(spells(day, placings=[RESIGNED])) == 1
    assert len(spells(day, [sitting("2022-06-01", {"bob"})], [left])) == 1
    assert len(spells(day, [sitting("2022-06-01", {"ann"}, substitutes={"ann"})], [left])) == 1


def test_who_left_before_the_latest_list_by_what_is_told_after_it_is_not_last_listed() -> None:
    lists = [sitting("2023-05-10", {"ann"})]
    assert [x.end for x in found([listing("ann", "2023-05-10")], lists).last_listed] == ["2024-05-10"]
    died = gone("ann", "2023-06-13", "died", "2023-04-30")
    assert found([listing("ann", "2023-05-10")], lists, departed=[died]).last_listed == ()
    # What was told before the list did not keep the person from it.
    assert found([listing("ann", "2023-05-10")], lists, departed=[replace(died, date="2023-05-02")]).last_listed


def test_minutes_without_a_list_leave_the_list_before_the_latest() -> None:
    lists = [sitting("2023-05-10", {"ann"}), sitting("2023-07-12", set(), complete=False)]
    assert [x.person for x in found([listing("ann", "2023-05-10")], lists).last_listed] == ["ann"]


# -- how far an open place is known ------------------------------------------------------------------------------------


def test_an_open_place_is_known_by_who_made_it_where_its_body_did_not_meet_since() -> None:
    lists = [
        sitting("2022-01-11", {"bob"}, complete=False),
        sitting("2022-09-06", {"bob"}, body=COUNCIL, complete=False),
    ]
    made = replace(PLACED, maker=COUNCIL)
    assert [s.known_to for s in spells([], lists, [made])] == ["2022-09-06"]
    lists.append(sitting("2022-06-07", {"bob"}, complete=False))
    assert [s.known_to for s in spells([], lists, [made])] == ["2022-06-07"]


def test_complete_lists_without_the_holder_say_nothing_of_who_represents_another_body() -> None:
    lists = [sitting(day, {"bob"}) for day in ("2022-09-06", "2023-03-07", "2023-09-06")]
    assert [s.unlisted_from for s in spells([], lists, [PLACED])] == ["2022-09-06"]
    assert [s.unlisted_from for s in spells([], lists, [CHURCH])] == [None]


# -- seats -------------------------------------------------------------------------------------------------------------


def vacant(*placings: Placing) -> list[tuple[str, str | None]]:
    return [(s.start, s.end) for s in found(placings=placings).spells if s.state == "vacant"]


def test_a_named_seat_is_vacant_after_its_holder_left_and_not_where_it_was_filled_at_once() -> None:
    other = replace(CHURCH, fact="f-3", person="bob", **LATER)
    assert vacant(CHURCH, RESIGNED) == [("2023-01-10", None)]
    assert vacant(CHURCH, other) == []
    assert vacant(CHURCH, RESIGNED, replace(other, order=2)) == []
    assert vacant(CHURCH, RESIGNED, replace(other, order=2, start="2023-02-01")) == []
    assert vacant(CHURCH, RESIGNED, replace(other, date="2023-03-14")) == [("2023-01-10", "2023-03-13")]


def test_seats_without_a_name_are_not_one_seat() -> None:
    one = replace(PLACED, person=None, seat="t-1", holder="a member of the Green Group")
    other = replace(one, fact="f-2", person="bob", holder=None, **LATER)
    assert [(s.state, s.end) for s in spells(placings=[one, other]) if s.state] == [("unnamed", None)]


def test_what_may_have_filled_a_vacancy() -> None:
    joins = replace(PLACED, fact="f-2", **LATER)
    assert vacant(VACANCY, joins) == [("2022-05-17", "2023-01-09")]
    assert vacant(VACANCY, replace(joins, date=VACANCY.date)) == [("2022-05-17", None)]
    assert vacant(replace(VACANCY, represents="Church"), joins) == [("2022-05-17", None)]
    assert vacant(replace(VACANCY, start="2023-05-01"), joins) == [("2023-05-01", "2023-05-01")]


def test_an_office_is_not_filled_by_what_is_no_joining() -> None:
    nobody = replace(CHAIR, fact="f-2", person=None, action="vacancy", seat="t-2", **LATER)
    assert ends(CHAIR, nobody)["ann", "Chairman"] is None
