"""Which documents belong together: those that state one council or other community; no others."""

from __future__ import annotations

import pytest
from govgraph.actions.said import anothers
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.stated import Stated
from govgraph.graph_loader.whose.claims import council_of, named_otherwise, pointed
from govgraph.graph_loader.whose.names import is_community

from .without_store import Graph, graph_of_texts

TEXT = """{above}

{body}

Minutes of the meeting held on {day} at 7.00 pm in the Guildhall

Present: Councillors Hester Quell (Chair), Dunstan Odum and Eleri Tanzy.

Apologies: Councillor Bram Yarnold.
"""
DAYS = ("Tuesday 9 January 2024", "Tuesday 13 February 2024", "Tuesday 12 March 2024")
STATED = [
    "London Borough of Eastmere",
    "City of Larkin Falls",
    "TOWN OF EASTMERE",
    "Township of Quellby",
    "Marlow County Board of Supervisors",
    "Larkin Falls Unified School District",
    "Eastmere Harbour Authority",
    "Eastmere Historical Society",
    "Eastmere District Council",
]
NOBODY = ["Town Council", "Board of Governors", "Harbour Authority", "Historical Society", "Education Directorate",
          "The Council", "School District", "Residents Association", "Planning Committee"]  # fmt: skip


def three(above: str, body: str = "HOUSING SCRUTINY COMMITTEE", council: str | None = None) -> Graph:
    texts = {f"{n}.txt": TEXT.format(above=above, body=body, day=day) for n, day in enumerate(DAYS)}
    return graph_of_texts(texts, council)


@pytest.mark.parametrize("name", STATED)
def test_a_community_is_known_by_its_name(name: str) -> None:
    assert is_community(name)
    assert is_community(f"The {name}")


@pytest.mark.parametrize("name", NOBODY)
def test_a_name_that_many_bear_joins_nothing(name: str) -> None:
    assert not is_community(name)


@pytest.mark.parametrize("above", STATED)
def test_committees_of_one_community_are_one(above: str) -> None:
    graph = three(above)
    assert len(graph.rows) == 1
    assert len(graph.keys("Person")) == 4
    assert len(graph.keys("Meeting")) == 3
    assert graph.names("Body").count("Housing Scrutiny Committee") == 1


@pytest.mark.parametrize("above", ["", "Board of Governors"])
def test_documents_of_one_folder_that_name_nobody_are_one_source(above: str) -> None:
    graph = three(above)
    assert list(graph.rows) == ["folder:minutes"]
    assert len(graph.keys("Person")) == 4


def test_committees_of_one_name_in_two_places_stay_apart() -> None:
    texts = {
        f"{n}.txt": TEXT.format(above=above, body="PLANNING COMMITTEE", day=DAYS[0])
        for n, above in enumerate(("Eastmere Town Council", "City of Larkin Falls", ""))
    }
    graph = graph_of_texts(texts)
    assert len(graph.rows) == 3
    assert len(graph.keys("Person")) == 12
    assert graph.names("Body").count("Planning Committee") == 3


def test_a_stated_council_joins_them_all() -> None:
    assert len(three("", council="Eastmere Town Council").keys("Person")) == 4


ABOVE = (
    "Minutes of {which} held on {day} at 7.00 pm in the Hall\n\nPresent: Cllr Ada Quell (Chairman), Cllr Bram Odum\n"
)


@pytest.mark.parametrize(
    "which",
    [
        "a meeting of the above Council",
        "the meeting of the above-named Council",
        "a meeting of the said Parish Council",
    ],
)
def test_a_meeting_of_the_above_council_is_one_of_the_council_that_is_stated(which: str) -> None:
    texts = {f"{n}.txt": ABOVE.format(which=which, day=day) for n, day in enumerate(DAYS)}
    graph = graph_of_texts(texts, "Saltford Community Council")
    assert graph.names("Body") == ["Saltford Community Council"]
    assert len(graph.keys("Person")) == 2
    (read,) = parse(read_bytes(texts["0.txt"].encode(), "0.txt"))
    assert council_of([read], Stated()) == (None, None)
    (known,) = pointed((read,))
    assert known.meeting.body
    assert known.meeting.body.endswith("Council")
    assert known.meeting.body_kind == "council"


def test_a_committee_without_a_name_is_not_taken_for_the_council() -> None:
    text = ABOVE.format(which="a meeting of the above Committee", day=DAYS[0])
    (read,) = parse(read_bytes(text.encode(), "0.txt"))
    assert pointed((read,)) == (read,)
    assert "Saltford Community Council" not in graph_of_texts({"0.txt": text}, "Saltford Community Council").met()


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        ("Westmere District Council", "Eastmere District Council"),
        ("Larkin Falls", "Eastmere District Council"),
        ("Eastmere District Council", None),
        ("Eastmere DC", None),
        ("Eastmere", None),
    ],
)
def test_a_council_that_every_heading_contradicts_is_said(stated: str, named: str | None) -> None:
    texts = [TEXT.format(above="Eastmere District Council", body="HOUSING COMMITTEE", day=day) for day in DAYS]
    read = [parse(read_bytes(text.encode(), "minutes.txt")) for text in texts]
    assert {named_otherwise(meetings, stated) for meetings in read} == {named}
    rows = [{"error": None, "council": stated, "named": named_otherwise(meetings, stated)} for meetings in read]
    said = anothers(rows)
    assert (said is not None) == (named is not None)
    assert said is None or (stated in said and str(named) in said)
    assert anothers([*rows, {"error": None, "council": stated, "named": None}]) is None


def test_a_heading_that_names_no_council_contradicts_none() -> None:
    text = TEXT.format(above="", body="HOUSING COMMITTEE", day=DAYS[0])
    assert named_otherwise(parse(read_bytes(text.encode(), "minutes.txt")), "Westmere District Council") is None


def test_three_minutes_of_a_body_are_one_whatever_way_its_name_is_written() -> None:
    ways = ("LONDON BOROUGH OF EASTMERE", "Eastmere Borough Council", "Borough of Eastmere")
    texts = {
        f"{n}.txt": TEXT.format(above=above, body="HOUSING SCRUTINY COMMITTEE", day=day)
        for n, (above, day) in enumerate(zip(ways, DAYS, strict=True))
    }
    graph = graph_of_texts(texts)
    assert list(graph.rows) == ["eastmere borough"]
    assert len(graph.keys("Person")) == 4
    assert len(graph.names("Body")) == 2


def test_a_document_that_names_no_council_is_counted_with_those_beside_it() -> None:
    texts = {
        f"{n}.txt": TEXT.format(above=above, body="HOUSING SCRUTINY COMMITTEE", day=day)
        for n, (above, day) in enumerate(zip(("London Borough of Eastmere", "", ""), DAYS, strict=True))
    }
    graph = graph_of_texts(texts)
    assert len(graph.keys("Person")) == 4
    assert graph.names("Body").count("Housing Scrutiny Committee") == 1
    assert {b.basis for b in graph.belonging.values()} == {"text", "folder"}


def test_folders_stay_apart_but_for_those_of_years() -> None:
    lines = {
        f"{folder}/{n}.txt": TEXT.format(above="", body="PLANNING COMMITTEE", day=day)
        for n, (folder, day) in enumerate(zip(("east/2023", "east/2024", "west"), DAYS, strict=True))
    }
    assert sorted(graph_of_texts(lines).rows) == ["folder:minutes/east", "folder:minutes/west"]


@pytest.mark.parametrize(
    ("above", "met"),
    [
        ("Saltford Community Council", "Saltford Community Council"),
        ("London Borough of Eastmere", "London Borough of Eastmere"),
    ],
)
def test_the_above_council_is_the_one_that_is_inferred(above: str, met: str) -> None:
    named = f"{above}\n\n{ABOVE.format(which='the Council', day=DAYS[0])}"
    texts = {"0.txt": named, "1.txt": ABOVE.format(which="a meeting of the above Council", day=DAYS[1])}
    assert graph_of_texts(texts).met() == [met, met]


def test_a_joint_committee_belongs_to_its_councils() -> None:
    above = "Eastmere District Council and Westmere District Council"
    graph = graph_of_texts({"0.txt": TEXT.format(above=above, body="JOINT WASTE COMMITTEE", day=DAYS[0])})
    (rows,) = graph.derived.values()
    names = {key: row["name"] for key, row in rows.nodes["Body"].items()}
    parts = {(names[e.start], names[e.end]) for e in rows.edges["Body", "PART_OF", "Body"].values()}
    assert parts == {
        ("Joint Waste Committee", "Eastmere District Council"),
        ("Joint Waste Committee", "Westmere District Council"),
    }


def test_a_joint_committee_is_counted_with_the_council_that_its_folder_names() -> None:
    above = ("Eastmere District Council", "Eastmere District Council and Westmere District Council")
    texts = {
        f"{n}.txt": TEXT.format(above=text, body="WASTE COMMITTEE", day=day)
        for n, (text, day) in enumerate(zip(above, DAYS, strict=False))
    }
    assert list(graph_of_texts(texts).rows) == ["eastmere district"]
