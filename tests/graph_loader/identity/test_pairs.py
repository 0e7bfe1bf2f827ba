"""Pairs of names, each with what a careful reader says: the same person, different people, or open.

`pairs/*.yaml` hold the cases. A case lists the names of a few meetings as documents write them, says which two are
asked about (`pair`, by place in the list) and the verdict. Without more a name is that of a member listed as present;
`at` is the number of its meeting, and `meetings` gives a meeting another body or day than it has by its number.

`pairs_not_yet.yaml` names the cases that come out otherwise, with what comes out. The test fails too when one of them
changes: `python tests/graph_loader/identity/test_pairs.py` prints the list anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from govgraph.graph_loader.identity import resolve_bodies, resolve_people
from govgraph.graph_loader.identity.context import NameInContext
from govgraph.graph_loader.identity.outcome import People

PAIRS = Path(__file__).parent / "pairs"
NOT_YET = PAIRS.parent / "pairs_not_yet.yaml"
BODY = "Fenmarsh Harbour Committee"
DAYS = [
    "2019-01-15", "2019-03-12", "2019-05-14", "2019-09-10", "2019-11-12",
    "2020-01-14", "2020-03-10", "2020-05-12", "2020-09-08", "2020-11-10",
    "2021-01-12", "2021-03-09", "2021-05-11",
]  # fmt: skip
LABELS = {
    "attendance": "Attendance",
    "motion": "Motion",
    "vote": "Vote",
    "declaration": "Declaration",
    "contribution": "Contribution",
    "substitution": "Substitution",
    "appointment": "Appointment",
}
SLOTS = {"motion": "proposer", "substitution": "substitute"}


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case with its place, `file/number`."""
    for file in sorted(PAIRS.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8")), start=1):
            yield f"{file.stem}/{number}", case


def _parameters() -> Iterator[Any]:
    not_yet = yaml.safe_load(NOT_YET.read_text("utf-8")) or {}
    for place, case in cases():
        yield pytest.param(case, not_yet.pop(place, None), id=place)
    assert not not_yet, f"{NOT_YET.name} names cases that do not exist: {sorted(not_yet)}"


def names_of(case: dict[str, Any]) -> list[NameInContext]:
    """The names of a case in their meetings, and the names of the bodies that met."""
    found: list[NameInContext] = []
    meetings = case.get("meetings", {})
    for at in sorted({name["at"] for name in case["names"]}):
        given = meetings.get(at, {})
        found.append(_body(f"b{at}", f"m{at}", given.get("date", DAYS[at - 1]), given.get("body", BODY)))
    for order, name in enumerate(case["names"]):
        at, date = name["at"], meetings.get(name["at"], {}).get("date", DAYS[name["at"] - 1])
        record = name.get("record", "attendance")
        properties = {k: v for k, v in name.items() if k not in {"at", "text", "record", "slot", "body"}}
        if record == "attendance":
            properties = {"status": "present", "capacity": "member", "list": 1} | properties
        target = None
        if record == "appointment":
            properties = {"action": "appoint", "outcome": "agreed", "role": "member"} | properties
            target = f"t{order}"
            found.append(_body(target, f"m{at}", date, name.get("body", BODY)))
        found.append(
            NameInContext(
                id=f"n{order}",
                text=name["text"],
                of="person",
                slot=name.get("slot", SLOTS.get(record, "person")),
                fact=f"f{order}",
                label=LABELS[record],
                meeting=f"m{at}",
                date=date,
                order=order,
                properties=properties,
                meeting_body=f"b{at}",
                target_body=target,
            )
        )
    return found


def _body(id_: str, meeting: str, date: str, name: str) -> NameInContext:
    return NameInContext(id_, name, "body", "body", f"f{id_}", "MeetingRecord", meeting, date, 0)


def verdict(people: People, one: str, other: str) -> str:
    """What identity says of two mentions."""
    decided = [people.refers_to[m].entity for m in (one, other) if m in people.refers_to]
    if len(decided) == 2:
        first, second = sorted(decided)
        return "same" if first == second else "open" if (first, second) in people.undecided else "different"
    return "open"


def verdict_of(case: dict[str, Any]) -> str:
    """What identity says of the pair of a case."""
    names = names_of(case)
    people = resolve_people(names, resolve_bodies(names, "fenmarsh"))
    one, other = (f"n{i}" for i in case["pair"])
    return verdict(people, one, other)


@pytest.mark.parametrize(("case", "not_yet"), list(_parameters()))
def test_a_pair_of_names(case: dict[str, Any], not_yet: str | None) -> None:
    assert verdict_of(case) == (not_yet or case["verdict"]), case
    assert not_yet != case["verdict"], f"decided as it should be, take it off {NOT_YET.name}"


def test_people_who_differ_are_never_joined() -> None:
    """A wrong merge is worse than a missed one: none may hide in the list of what is not decided yet."""
    not_yet = yaml.safe_load(NOT_YET.read_text("utf-8")) or {}
    assert not [p for p, c in cases() if c["verdict"] == "different" and not_yet.get(p) == "same"]


def test_there_are_enough_pairs() -> None:
    found = [case for _, case in cases()]
    assert len(found) >= 300
    for wanted in ("same", "different", "open"):
        assert sum(c["verdict"] == wanted for c in found) >= 50


if __name__ == "__main__":
    print("# Pairs of names that come out otherwise than a careful reader says, by file and number: what comes out.")
    for place, case in cases():
        if (found := verdict_of(case)) != case["verdict"]:
            print(f"{place}: {found}")
