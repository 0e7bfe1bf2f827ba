"""Who sat when: what begins and ends places, what is inferred, and what is said not to be known; without a store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from govgraph.graph_loader.graph.rows import Rows
from govgraph.queries.known import of_bodies
from govgraph.queries.known import sent_to as bodies_sent_to
from govgraph.queries.tenures import Answer, OfBody, in_words, places_elsewhere, who_sat

from .derived import rows_of
from .made_minutes import Made

COUNCIL = "Harbour District Council"
COMMITTEE = "Harbour Committee"


def meeting(date: str, *present: str, body: str = COMMITTEE, **more: Any) -> Made:
    return {"body": body, "date": date, "present": list(present), **more}


def of(rows: Rows, body: str = COMMITTEE) -> OfBody:
    ((key, kind),) = [(k, b["kind"]) for k, b in rows.nodes["Body"].items() if b["name"] == body]
    return of_bodies(rows, {key}, body, key, kind)


def asked(meetings: Sequence[Made], day: str, body: str = COMMITTEE, terms: Sequence[str] = ()) -> Answer:
    return who_sat(of(rows_of(*meetings), body), day, day, terms)


def sat(meetings: Sequence[Made], day: str, **more: Any) -> dict[str | None, str]:
    return {row["person"]: row["certainty"] for row in asked(meetings, day, **more).rows}


def last(meetings: Sequence[Made], day: str, **more: Any) -> list[str]:
    return [row["person"] for row in asked(meetings, day, **more).last_listed]


FOUR = ("Cllr Ann Bold (Chair)", "Cllr Carl Dare", "Cllr Ella Fair")


# -- last listed -------------------------------------------------------------------------------------------------------


def test_after_the_latest_list_nobody_is_gone_without_a_word() -> None:
    one = [meeting("2014-06-17", *FOUR, apologies=["Cllr Gwen Hale"])]
    assert set(sat(one, "2014-06-17").values()) == {"certain"}
    answer = asked(one, "2014-06-18")
    assert answer.rows == []
    assert [(r["person"], r["role"], r["certainty"]) for r in answer.last_listed] == [
        ("Cllr Ann Bold", "Chair", "last_listed"),
        ("Cllr Carl Dare", "member", "last_listed"),
        ("Cllr Ella Fair", "member", "last_listed"),
        ("Cllr Gwen Hale", "member", "last_listed"),
    ]
    assert {r["why"] for r in answer.last_listed} == {"last listed on 2014-06-17, nothing later in the store"}
    assert "the latest minutes of this body in the store are of 17 June 2014" in answer.notes
    assert len(last(one, "2015-06-17")) == 4
    assert last(one, "2015-06-18") == []
    assert asked(one, "2020-01-01").notes[0] == "nothing in the store says who sat on that day"


def test_last_listed_needs_that_no_list_is_later_and_nothing_speaks_against_it() -> None:
    two = [meeting("2014-06-17", *FOUR, apologies=["Cllr Gwen Hale"]), meeting("2016-09-01", "Cllr Ian Jolly")]
    assert last(two, "2014-06-18") == []
    assert last(two, "2016-09-02") == ["Cllr Ian Jolly"]
    left = {"person": "Cllr Carl Dare", "action": "resign", "body": COMMITTEE}
    died = {"person": "Cllr Ella Fair", "cause": "died", "start": "2014-08-09"}
    council = meeting("2014-09-01", body=COUNCIL, appointments=[left], departures=[died])
    one = [two[0], council]
    assert last(one, "2014-08-01") == ["Cllr Ann Bold", "Cllr Carl Dare", "Cllr Gwen Hale"]
    assert sat(one, "2014-08-01") == {"Cllr Ella Fair": "likely"}  # until the day of her death
    assert "Cllr Ella Fair" not in last(one, "2014-08-10")
    assert "Cllr Carl Dare" not in last(one, "2014-09-02")
    assert "Cllr Gwen Hale" in last(one, "2014-09-02")


def test_an_election_ends_what_was_last_listed_where_the_term_is_known() -> None:
    one = [meeting("2014-06-17", *FOUR)]
    assert last(one, "2015-05-08", terms=["2015-05-07"]) == []
    assert len(last(one, "2015-05-07", terms=["2015-05-07"])) == 3


# -- what ends a place -------------------------------------------------------------------------------------------------

PLACED = {"person": "Cllr Carl Dare", "role": "member", "body": COMMITTEE}
LATER = meeting("2024-01-09", "Cllr Ann Bold")


@pytest.mark.parametrize(
    ("more", "last_day"),
    [
        ({"departures": [{"person": "Cllr Carl Dare", "cause": "died", "start": "2023-02-09"}]}, "2023-02-09"),
        ({"departures": [{"person": "Cllr Carl Dare", "cause": "died"}]}, "2023-03-13"),
        ({"departures": [{"person": "Cllr Carl Dare", "cause": "disqualified"}]}, "2023-03-14"),
        ({"departures": [{"person": "Cllr Carl Dare", "cause": "lost_seat", "start": "2023-03-02"}]}, "2023-03-02"),
        ({"appointments": [{"person": "Cllr Carl Dare", "action": "resign", "end": "2023-04-01"}]}, "2023-04-01"),
        ({"appointments": [{"person": "Cllr Carl Dare", "action": "resign"}]}, "2023-03-14"),
        ({"appointments": [{"person": "Cllr Carl Dare", "action": "remove", "body": COMMITTEE}]}, "2023-03-14"),
        (
            {"appointments": [{"person": "Cllr Ian Jolly", "replaces": "Cllr Carl Dare", "body": COMMITTEE}]},
            "2023-03-13",
        ),
    ],
)
def test_a_place_ends_wherever_the_later_minutes_of_the_council_say_so(more: Made, last_day: str) -> None:
    meetings = [
        meeting("2022-05-10", *FOUR, body=COUNCIL, appointments=[PLACED]),
        meeting("2023-03-14", "Cllr Ann Bold", body=COUNCIL, **more),
        LATER,
    ]
    rows = [r for r in asked(meetings, "2022-06-01").rows if r["person"] == "Cllr Carl Dare"]
    assert [(r["from"], r["to"], r["certainty"]) for r in rows] == [("2022-05-10", last_day, "appointed")]
    assert "Cllr Carl Dare" not in sat(meetings, "2023-05-01")


def test_a_death_ends_a_stated_term() -> None:
    placed = PLACED | {"term": "2022-23"}
    died = {"person": "Cllr Carl Dare", "cause": "died", "start": "2023-02-09"}
    meetings = [
        meeting("2022-05-10", *FOUR, body=COUNCIL, appointments=[placed]),
        meeting("2023-03-14", "Cllr Ann Bold", body=COUNCIL, departures=[died]),
    ]
    assert sat(meetings, "2023-02-09") == {"Cllr Carl Dare": "certain"}
    assert sat(meetings, "2023-02-10") == {}
    (row,) = asked(meetings, "2023-02-01").rows
    assert "died on 2023-02-09, as the minutes of 2023-03-14 say" in row["why"]


def test_who_leaves_an_office_stays_a_member() -> None:
    chair = {"person": "Cllr Carl Dare", "role": "chair", "body": COMMITTEE}
    left = {"person": "Cllr Carl Dare", "role": "chair", "action": "resign", "body": COMMITTEE}
    meetings = [
        meeting("2022-05-10", *FOUR, body=COUNCIL, appointments=[PLACED, chair]),
        meeting("2023-03-14", "Cllr Ann Bold", body=COUNCIL, appointments=[left]),
        LATER,
    ]
    assert [(r["role"], r["to"]) for r in asked(meetings, "2023-05-01").rows] == [("member", None)]


def test_a_suspension_lasts_for_its_term() -> None:
    suspended = {"person": "Cllr Carl Dare", "cause": "suspended", "start": "2023-03-14", "term": "two months"}
    meetings = [
        meeting("2022-05-10", *FOUR, body=COUNCIL, appointments=[PLACED]),
        meeting("2023-03-14", "Cllr Ann Bold", body=COUNCIL, departures=[suspended]),
        LATER,
    ]
    assert "Cllr Carl Dare" in sat(meetings, "2023-03-13")
    assert sat(meetings, "2023-03-14") == sat(meetings, "2023-05-13") == {}
    assert sat(meetings, "2023-05-14") == {"Cllr Carl Dare": "appointed"}


def test_an_election_of_a_day_begins_there() -> None:
    elected = {"person": "Cllr Ian Jolly", "action": "elect", "start": "2023-03-30", "role": "councillor"}
    meetings = [meeting("2023-05-23", *FOUR, body=COUNCIL, appointments=[elected | {"body": COUNCIL}])]
    assert sat(meetings, "2023-03-29", body=COUNCIL) == {}
    assert sat(meetings, "2023-03-30", body=COUNCIL) == {"Cllr Ian Jolly": "appointed"}


def test_who_left_on_a_stated_day_is_inferred_to_have_sat_until_then() -> None:
    died = {"person": "Cllr Carl Dare", "cause": "died", "start": "2023-02-09"}
    meetings = [
        meeting("2023-01-10", *FOUR, apologies=["Cllr Gwen Hale"]),
        meeting(
            "2023-03-14", "Cllr Ann Bold (Chair)", apologies=["Cllr Ella Fair", "Cllr Gwen Hale"], departures=[died]
        ),
    ]
    rows = {r["person"]: r for r in asked(meetings, "2023-02-01").rows}
    assert rows["Cllr Carl Dare"]["certainty"] == "likely"
    assert rows["Cllr Carl Dare"]["to"] == "2023-02-09"
    assert rows["Cllr Carl Dare"]["why"].startswith("inferred: listed on 2023-01-10, died on 2023-02-09")
    assert "Cllr Carl Dare" not in sat(meetings, "2023-02-10")


# -- how far anything is known -----------------------------------------------------------------------------------------


def test_an_appointment_and_a_vacancy_are_known_up_to_the_last_minutes_and_no_further() -> None:
    vacancy = {"action": "vacancy", "role": "adviser", "represents": "Schools Forum"}
    meetings = [meeting("2014-06-17", appointments=[PLACED, vacancy])]
    answer = asked(meetings, "2014-06-17")
    assert [(r["person"], r["to"], r["known_to"]) for r in answer.rows] == [
        ("Cllr Carl Dare", None, "2014-06-17"),
        (None, None, "2014-06-17"),
    ]
    assert all("not known after 2014-06-17" in r["why"] for r in answer.rows)
    later = asked(meetings, "2020-12-02")
    assert later.rows == []
    assert (
        "not known after 17 June 2014, without a stated end: Cllr Carl Dare; a vacancy, adviser for Schools Forum"
        in later.notes
    )
    (known,) = [r for r in who_sat(of(rows_of(*meetings)), "2014-01-01", "2020-12-31").rows if r["state"] == "vacant"]
    assert known["open_days"] == 0


def test_a_councillors_appointment_is_known_up_to_the_end_of_the_councils_term() -> None:
    meetings = [meeting("2014-06-17", *FOUR, appointments=[PLACED])]
    (row,) = asked(meetings, "2016-01-01", terms=["2013-05-05", "2017-05-07"]).rows
    assert (row["person"], row["to"], row["certainty"]) == ("Cllr Carl Dare", "2017-05-07", "appointed")
    assert asked(meetings, "2017-05-08", terms=["2017-05-07"]).rows == []


def test_a_body_that_never_met_is_known_by_the_minutes_of_the_one_that_appoints() -> None:
    sent = {"person": "Cllr Carl Dare", "body": "Ferry Trust", "role": "member"}
    meetings = [meeting("2014-06-17", *FOUR, body=COUNCIL, appointments=[sent]), meeting("2015-01-13", body=COUNCIL)]
    assert sat(meetings, "2015-01-13", body="Ferry Trust") == {"Cllr Carl Dare": "appointed"}
    assert sat(meetings, "2015-01-14", body="Ferry Trust") == {}


def test_a_place_without_an_end_is_not_claimed_where_complete_lists_lack_its_holder_for_a_year() -> None:
    days = ("2022-09-06", "2023-03-07", "2023-09-06")
    without = [meeting(day, "Cllr Ann Bold", apologies=["Cllr Ella Fair"]) for day in days]
    meetings = [meeting("2022-05-10", *FOUR, body=COUNCIL, appointments=[PLACED]), *without]
    assert sat(meetings, "2022-09-05") == {"Cllr Carl Dare": "appointed"}
    assert "Cllr Carl Dare" not in sat(meetings, "2023-06-01")
    # Two lists, lists of less than a year, and lists that do not say who stayed away are no such evidence.
    assert "Cllr Carl Dare" in sat(meetings[:-1], "2023-01-01")
    incomplete = [meeting(day, "Cllr Ann Bold") for day in days]
    assert "Cllr Carl Dare" in sat([meetings[0], *incomplete], "2023-06-01")
    again = meeting("2023-12-05", "Cllr Carl Dare", apologies=["Cllr Ella Fair"])
    assert "Cllr Carl Dare" in sat([*meetings, again], "2023-06-01")


def test_a_vacancy_like_others_may_have_been_filled_by_the_next_who_joins() -> None:
    vacancy = {"action": "vacancy", "body": COUNCIL}
    joins = {"person": "Cllr Ian Jolly", "action": "co_opt", "body": COUNCIL}
    meetings = [
        meeting("2023-01-10", *FOUR, body=COUNCIL, appointments=[vacancy]),
        meeting("2023-03-14", *FOUR, body=COUNCIL, appointments=[joins]),
        meeting("2023-09-12", *FOUR, body=COUNCIL),
    ]
    assert None in sat(meetings, "2023-02-01", body=COUNCIL)
    assert None not in sat(meetings, "2023-03-14", body=COUNCIL)


# -- inference over a gap ----------------------------------------------------------------------------------------------


def far(*, approves: bool = True, **more: Any) -> list[Made]:
    previous: Made = {"previous_minutes": ["2014-03-04"]} if approves else {}
    return [
        meeting("2014-03-04", *FOUR, apologies=["Cllr Gwen Hale"]),
        meeting(
            "2015-06-09", "Cllr Ann Bold (Chair)", "Cllr Carl Dare", apologies=["Cllr Ella Fair"], **previous, **more
        ),
    ]


def test_over_more_than_a_year_only_where_no_meeting_lay_between() -> None:
    assert sat(far(approves=False), "2014-12-01") == {}
    found = sat(far(), "2014-12-01")
    assert found == dict.fromkeys(("Cllr Ann Bold", "Cllr Carl Dare", "Cllr Ella Fair"), "likely")
    assert "each approving those of the one before" in asked(far(), "2014-12-01").rows[0]["why"]


def test_no_inference_over_an_election() -> None:
    assert sat(far(), "2014-12-01", terms=["2015-05-07"]) == {}
    elected = {"person": "Cllr Ian Jolly", "action": "elect", "role": "member", "start": "2015-05-07"}
    assert sat(far(appointments=[elected]), "2014-12-01") == {}


def test_a_name_that_may_be_theirs_is_no_list_without_them() -> None:
    between = meeting("2014-09-02", "Cllr Ann Bold", "Cllr Dare", apologies=["Cllr Gwen Hale"])
    namesake = meeting("2014-09-02", "Cllr Lena Dare", body="Ferry Committee")
    first = meeting("2014-03-04", "Cllr Ann Bold", "Cllr Carl Dare", apologies=["Cllr Gwen Hale"])
    second = meeting("2015-02-03", "Cllr Ann Bold", "Cllr Carl Dare", apologies=["Cllr Gwen Hale"])
    meetings = [first, between, second, namesake]
    assert sat(meetings, "2014-06-01")["Cllr Carl Dare"] == "likely"


def test_the_notes_say_between_which_days_nothing_is_known() -> None:
    meetings = [meeting("2015-06-08", *FOUR), meeting("2016-04-04", *FOUR)]
    answer = asked(meetings, "2015-12-01")
    assert set(sat(meetings, "2015-12-01").values()) == {"likely"}
    assert answer.notes == ["no meeting of this body between 8 June 2015 and 4 April 2016 is in the store"]


# -- what is no meeting held -------------------------------------------------------------------------------------------


def test_an_agenda_is_no_meeting_held() -> None:
    meetings = [meeting("2015-06-08", *FOUR), meeting("2015-09-07", *FOUR, status="announced")]
    answer = asked(meetings, "2015-09-07")
    assert answer.rows == []
    assert "the meeting of 7 September 2015 is only announced: an agenda is no meeting held" in answer.notes
    assert of(rows_of(*meetings)).last_known == "2015-06-08"


def test_a_document_of_a_day_after_that_of_loading_tells_of_no_meeting_held() -> None:
    meetings = [meeting("2015-06-08", *FOUR), meeting("2051-06-08", *FOUR, appointments=[PLACED])]
    body = of(rows_of(*meetings, loaded="2026-11-30"))
    answer = who_sat(body, "2051-06-08", "2051-06-08")
    assert answer.rows == []
    assert "a document of 8 June 2051 was loaded on 30 November 2026, before its day: kept as announced" in answer.notes
    assert body.last_known == "2015-06-08"


# -- a council and its places elsewhere --------------------------------------------------------------------------------


def test_the_places_of_a_council_on_other_bodies_are_under_its_members() -> None:
    sent = {"person": "Cllr Carl Dare", "body": "Ferry Trust", "role": "member"}
    rows = rows_of(meeting("2014-06-17", *FOUR, body=COUNCIL, appointments=[sent]))
    council = of(rows, COUNCIL)
    members = who_sat(council, "2014-06-17", "2014-06-17").rows
    assert [(r["person"], r["role"]) for r in members] == [
        ("Cllr Ann Bold", "Chair"),
        ("Cllr Carl Dare", "member"),
        ("Cllr Ella Fair", "member"),
    ]
    places = places_elsewhere(bodies_sent_to(rows, council.body_id), "2014-06-17", "2014-06-17")
    assert [(r["body"], r["person"], r["role"]) for r in places] == [("Ferry Trust", "Cllr Carl Dare", "member")]


@pytest.mark.parametrize(("day", "words"), [("2014-06-17", "17 June 2014"), ("2014-06", "June 2014"), ("2014", "2014")])
def test_days_in_words(day: str, words: str) -> None:
    assert in_words(day) == words
