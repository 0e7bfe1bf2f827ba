"""Whom a bare surname means: the one on the roll, nobody after a death, and nobody who took the place."""

from __future__ import annotations

from typing import Any

import pytest
from govgraph.graph_loader.identity import NameInContext, People, resolve_bodies, resolve_people

COUNCIL, COMMITTEE = "Fenmarsh Town Council", "Allotments Committee"


class Minutes:
    """Names at meetings, put down one by one."""

    def __init__(self) -> None:
        self.names: list[NameInContext] = []

    def add(self, date: str, text: str, label: str = "Attendance", **more: Any) -> str:
        body, fact = more.pop("body", COUNCIL), more.pop("fact", f"f{len(self.names)}")
        slot, target = more.pop("slot", "person"), more.pop("target", None)
        meeting, key = f"m {date} {body}", f"n{len(self.names)}"
        given = {"status": "present", "capacity": "member", "list": 1} if label == "Attendance" else {}
        met = self._body(f"b {meeting}", "MeetingRecord", "body", body, date, meeting)
        to = self._body(f"t {fact}", label, "body", target, date, meeting) if target else None
        self.names.append(
            NameInContext(key, text, "person", slot, fact, label, meeting, date, len(self.names), given | more, met, to)
        )
        return key

    def _body(self, key: str, label: str, slot: str, text: str, date: str, meeting: str) -> str:
        if not any(n.id == key for n in self.names):
            self.names.append(NameInContext(key, text, "body", slot, key, label, meeting, date, 0))
        return key

    def people(self) -> People:
        return resolve_people(self.names, resolve_bodies(self.names, "fenmarsh"))


def person(people: People, name: str) -> str | None:
    decided = people.refers_to.get(name)
    return decided.entity if decided else None


def test_a_bare_surname_at_a_committee_is_the_one_member_of_the_council_who_has_it() -> None:
    minutes = Minutes()
    full = minutes.add("2019-05-01", "Cllr Jane Penhale")
    bare = minutes.add("2021-03-01", "Cllr Penhale", body=COMMITTEE)
    people = minutes.people()
    assert person(people, bare) == person(people, full) is not None


def test_with_two_on_the_roll_of_the_council_it_is_neither_for_certain() -> None:
    minutes = Minutes()
    full = [minutes.add("2019-05-01", f"Cllr {given} Penhale") for given in ("Jane", "Mark")]
    bare = minutes.add("2021-03-01", "Cllr Penhale", body=COMMITTEE)
    people = minutes.people()
    assert person(people, bare) not in {person(people, name) for name in full}


def test_bare_surnames_of_two_whole_councils_stay_apart() -> None:
    minutes = Minutes()
    full = minutes.add("2019-05-01", "Cllr Jane Penhale")
    bare = minutes.add("2019-06-01", "Cllr Penhale", body="Saltmere Parish Council")
    people = minutes.people()
    assert person(people, bare) != person(people, full)


def test_nobody_after_a_death_is_who_died() -> None:
    minutes = Minutes()
    before = [minutes.add("2018-01-09", "Cllr John Penhale"), minutes.add("2018-05-01", "Cllr J Penhale")]
    said = minutes.add("2018-07-03", "Councillor John Penhale", "Departure", cause="died", start="2018-06-20")
    after = [minutes.add("2018-09-04", "Cllr J Penhale"), minutes.add("2018-10-02", "Cllr Penhale")]
    people = minutes.people()
    dead = {person(people, name) for name in (*before, said)}
    assert len(dead) == 1
    assert not dead & {person(people, name) for name in after}


def test_who_is_said_to_have_died_and_comes_again_was_somebodys_relative() -> None:
    minutes = Minutes()
    names = [minutes.add("2018-01-09", "Cllr John Penhale")]
    names.append(minutes.add("2018-07-03", "Cllr John Penhale", "Departure", cause="died"))
    names += [minutes.add("2018-09-04", "Cllr John Penhale"), minutes.add("2018-10-02", "Cllr Penhale")]
    people = minutes.people()
    assert len({person(people, name) for name in names}) == 1


def test_who_is_co_opted_in_the_place_of_somebody_is_not_that_one_whatever_the_names() -> None:
    minutes = Minutes()
    old = minutes.add("2018-01-09", "Cllr A Penhale")
    made = {"fact": "co-option", "action": "co_opt", "outcome": "agreed", "target": COUNCIL}
    new = minutes.add("2018-09-04", "Cllr Ann Penhale", "Appointment", **made)
    gone = minutes.add("2018-09-04", "Cllr A Penhale", "Appointment", slot="replaces", **made)
    people = minutes.people()
    assert person(people, new) not in {person(people, gone), person(people, old)}


def _roll_of_surnames(minutes: Minutes) -> list[str]:
    """A member who is listed at three meetings by the surname alone, and moves a motion with a title at one."""
    names = [minutes.add(date, "Penhale") for date in ("2021-01-12", "2021-02-09", "2021-03-09")]
    return [*names, minutes.add("2021-02-09", "Vice Mayor Penhale", "Motion", slot="proposer")]


SPEAKERS: dict[str, tuple[str, dict[str, Any]]] = {
    "a contribution": ("Contribution", {}),
    "speaking as a visitor": ("Attendance", {"status": "in_attendance", "capacity": "public", "list": None}),
    "a place on an outside body": (
        "Appointment",
        {"action": "appoint", "outcome": "agreed", "target": "Saltmere Harbour Trust", "body_kind": "external_body"},
    ),
}


@pytest.mark.parametrize("date", ["2021-03-09", "2021-03-23"], ids=["at one meeting with it", "at another meeting"])
@pytest.mark.parametrize("record", SPEAKERS)
def test_a_bare_surname_of_members_is_nobody_who_only_spoke(record: str, date: str) -> None:
    minutes = Minutes()
    roll = _roll_of_surnames(minutes)
    label, said = SPEAKERS[record]
    speaker = minutes.add(date, "Ross Penhale", label, **said)
    people = minutes.people()
    members = {person(people, name) for name in roll}
    assert len(members) == 1
    assert person(people, speaker) not in members


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Appointment", {"action": "co_opt", "outcome": "agreed", "target": COUNCIL, "body_kind": "council"}),
        ("Motion", {"slot": "seconder"}),
        ("Declaration", {}),
        ("Attendance", {"status": "apologies", "capacity": None}),
    ],
)
def test_a_bare_surname_of_members_is_who_is_once_named_in_full_as_one(label: str, said: dict[str, Any]) -> None:
    minutes = Minutes()
    full = minutes.add("2020-12-08", "Ross Penhale", label, **said)
    roll = _roll_of_surnames(minutes)
    people = minutes.people()
    assert {person(people, name) for name in roll} == {person(people, full)}


@pytest.mark.parametrize("label", ["Motion", "Vote"])
def test_whoever_votes_or_moves_is_no_visitor_of_the_surname(label: str) -> None:
    minutes = Minutes()
    said: dict[str, Any] = {"status": "in_attendance", "capacity": "public", "list": None}
    visitor = minutes.add("2021-03-09", "Ross Penhale", **said)
    voter = minutes.add("2021-03-09", "Penhale", label, slot="proposer" if label == "Motion" else "person")
    people = minutes.people()
    assert person(people, voter) not in {None, person(people, visitor)}
