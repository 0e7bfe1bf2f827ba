"""Registers of members: what their rows say, where they stand, and what follows from them beside minutes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.documents import DocumentError
from govgraph.graph_loader.parsed_minutes import ParsedMinutes
from govgraph.graph_loader.parsing import parse_file
from govgraph.graph_loader.registers import read_register
from govgraph.graph_loader.registers.entry import day_of
from govgraph.graph_loader.sources import Source
from govgraph.graph_loader.stated import Stated

from ..without_store import Graph, graph_of

TABLE = """person,body,role,from,to,source
Cllr Ada Marrow,Parks Committee,Chair,2023-05-16,2024-05-14,Register of Members of Oakham Vale
"Cllr Bilal Thorne",Parks Committee,,2023-05-16,,Register of Members of Oakham Vale
Cllr Ada Marrow,Audit Board,,16 May 2023,,
,Audit Board,,2023,,
Cllr Nia Quill,Audit Board,,soon,2024,
"""


def read(text: str, name: str = "members.csv") -> tuple[ParsedMinutes, ...]:
    found = read_register(text.encode(), name)
    assert found is not None
    assert found.text == text
    return found.pages


def test_each_body_is_a_page_and_each_row_an_entry_at_its_place() -> None:
    pages = read(TABLE)
    assert [(m.meeting.body, m.meeting.status, m.meeting.date) for m in pages] == [
        ("Parks Committee", "register", None),
        ("Audit Board", "register", None),
    ]
    entries = [r for m in pages for r in m.registrations]
    assert [(r.person, r.body, r.role, r.start, r.end, r.source) for r in entries] == [
        (
            "Cllr Ada Marrow",
            "Parks Committee",
            "Chair",
            "2023-05-16",
            "2024-05-14",
            "Register of Members of Oakham Vale",
        ),
        ("Cllr Bilal Thorne", "Parks Committee", None, "2023-05-16", None, "Register of Members of Oakham Vale"),
        ("Cllr Ada Marrow", "Audit Board", None, "2023-05-16", None, "members.csv"),
        ("Cllr Nia Quill", "Audit Board", None, None, "2024", "members.csv"),
    ]
    for span in (*(r.span for r in entries), *(w.span for m in pages for w in m.warnings)):
        assert TABLE[span.char_start : span.char_end] == span.text
        assert TABLE.split("\n")[span.line_start - 1 : span.line_end] == span.text.split("\n")
    assert sorted((w.code, w.span.line_start) for m in pages for w in m.warnings) == [
        ("register_date", 6),
        ("register_entry", 5),
    ]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-05-31", "2024-05-31"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-05-31T10:00:00Z", "2024-05-31"),
        ("31 May 2024", "2024-05-31"),
        ("2024-02-29 18:30", "2024-02-29"),
        ("2023-02-29", None),
        ("0000", None),
        ("2024 onwards", None),
        ("2024-05-31 or later", None),
        ("2024-13-01", None),
        ("2024-05-32", None),
        ("31 Foo 2024", None),
        ("05/06/2024", None),
        ("", None),
        (None, None),
    ],
)
def test_days(given: str | None, day: str | None) -> None:
    assert day_of(given) == day


def test_columns_as_people_call_them_with_semicolons_line_ends_and_cells_of_two_lines() -> None:
    text = 'Committee;Name;Start date\r\nParks Committee;"Cllr Ada\r\nMarrow";2023\r\n\r\n'
    text += "Parks Committee;Cllr Bo Lane;2022\r\n"
    (page,) = read(text)
    assert [(r.person.split(), r.start, r.span.line_start, r.span.line_end) for r in page.registrations] == [
        (["Cllr", "Ada", "Marrow"], "2023", 2, 3),
        (["Cllr", "Bo", "Lane"], "2022", 5, 5),
    ]
    assert all(text[r.span.char_start : r.span.char_end] == r.span.text for r in page.registrations)


def test_tabs_part_columns_and_a_sign_of_byte_order_does_no_harm() -> None:
    found = read_register("\ufeffperson\tbody\tfrom\nCllr Ada Marrow\tParks Committee\t2023\n".encode(), "members.txt")
    assert found is not None
    (entry,) = found.pages[0].registrations
    assert (entry.person, entry.body, entry.start) == ("Cllr Ada Marrow", "Parks Committee", "2023")
    assert found.text[entry.span.char_start : entry.span.char_end] == entry.span.text
    assert entry.span.text.startswith("Cllr")


def test_a_table_with_two_columns_of_one_meaning_is_not_guessed() -> None:
    assert read_register(b"name,person,body\nAda,Bo,Parks\n", "members.txt") is None


def test_a_body_written_in_two_ways_is_one_page_and_days_in_the_wrong_order_are_said() -> None:
    text = "person,body,from,to\nAda Marrow,Parks Committee,2023-05-16,2022-01-01\nBo Lane,The Parks committee,,2024\n"
    text += "Cy Penn,Parks Committee,2024-06,2024\n"
    (page,) = read(text)
    assert [(r.person, r.start, r.end) for r in page.registrations] == [
        ("Ada Marrow", "2023-05-16", None),
        ("Bo Lane", None, "2024"),
        ("Cy Penn", "2024-06", "2024"),
    ]
    assert [(w.code, w.span.line_start) for w in page.warnings] == [("register_date", 2), ("register_without_start", 3)]


def test_what_is_no_register_is_left_to_others_or_said() -> None:
    assert read_register(b"%PDF-1.7\nperson,body\nAda,Parks\n", "a.csv") is None
    assert read_register(b"Minutes of the Parks Committee, person and body\n", "a.txt") is None
    assert read_register(b'{"schema": "parsed-minutes/1"}', "a.json") is None
    assert read_register(b'{"memberships": [', "a.json") is None
    with pytest.raises(DocumentError, match="no register of members"):
        read_register(b"day,amount\n1,2\n", "a.csv")
    with pytest.raises(DocumentError, match="without an entry"):
        read_register(b"person,body\n,\n", "a.csv")


@pytest.mark.parametrize("text", ["a" * 200_000, "Minutes\rof the Parks Committee\r"])
def test_a_text_whose_first_line_no_table_has_is_left_to_others(text: str) -> None:
    assert read_register(text.encode(), "minutes.txt") is None


def popolo() -> dict[str, Any]:
    return {
        "persons": [{"id": "p1", "name": "Ada Marrow"}, {"id": "p2", "name": "Bilal Thorne"}],
        "organizations": [
            {"id": "o1", "name": "Oakham Vale Council", "classification": "council"},
            {"id": "o2", "name": "Parks Committee", "classification": "committee", "parent_id": "o1"},
            {"id": "o3", "name": "Friends of the Vale"},
        ],
        "posts": [{"id": "t1", "role": "Chair", "organization_id": "o2"}],
        "memberships": [
            {"person_id": "p1", "post_id": "t1", "start_date": "2023-05-16", "end_date": "2024-05-14"},
            {"person_id": "p2", "organization_id": "o2", "role": "member", "start_date": "2023-05-16",
             "on_behalf_of_id": "o3"},
        ],
    }  # fmt: skip


def test_popolo() -> None:
    text = json.dumps(popolo(), indent=2)
    (page,) = read(text, "vale.json")
    assert (page.meeting.body, page.meeting.body_kind, page.meeting.parent) == (
        "Parks Committee",
        "committee",
        "Oakham Vale Council",
    )
    assert [(r.person, r.role, r.start, r.end, r.represents) for r in page.registrations] == [
        ("Ada Marrow", "Chair", "2023-05-16", "2024-05-14", None),
        ("Bilal Thorne", "member", "2023-05-16", None, "Friends of the Vale"),
    ]
    for entry in page.registrations:
        assert text[entry.span.char_start : entry.span.char_end] == entry.span.text
        assert json.loads(entry.span.text)["start_date"] == entry.start


def test_what_popolo_says_of_a_body_holds_for_all_its_entries_and_what_no_contract_has_is_left() -> None:
    data = popolo()
    data["organizations"][0]["classification"] = "Lower tier"
    data["organizations"][1]["classification"] = "board"
    data["posts"] = [{"id": "t1", "label": "Convener", "organization": {"name": "Parks Committee"}}]
    data["memberships"].append({"person_id": "p2", "organization_id": "o1"})
    post, other = read(json.dumps(data), "vale.json")
    assert (post.meeting.body_kind, post.meeting.parent) == ("board", "Oakham Vale Council")
    assert [r.role for r in post.registrations] == ["Convener", "member"]
    assert other.meeting.body_kind == "council"


def test_a_membership_s_own_person_goes_before_the_one_that_it_lies_in() -> None:
    inside = {"person": {"name": "Bo Lane"}, "organization": {"name": "Parks Committee"}}
    (page,) = read(json.dumps([{"name": "Ada Marrow", "memberships": [inside]}]), "data.json")
    assert [r.person for r in page.registrations] == ["Bo Lane"]


MEMBERSHIP = {"role": "member", "start_date": "2023-05-16"}
PERSON, BODY = {"name": "Ada Marrow"}, {"name": "Parks Committee", "classification": "committee"}


@pytest.mark.parametrize(
    "data",
    [
        {"persons": [{**PERSON, "memberships": [{**MEMBERSHIP, "organization": BODY}]}]},
        {
            "persons": [{**PERSON, "id": "p"}],
            "organizations": [{**BODY, "memberships": [{**MEMBERSHIP, "person_id": "p"}]}],
        },
        {"results": [{**MEMBERSHIP, "person": PERSON, "organization": BODY}]},
        [{**MEMBERSHIP, "person_name": "Ada Marrow", "organization": BODY}],
        {**PERSON, "memberships": [{**MEMBERSHIP, "organization": BODY}]},
        [{**BODY, "memberships": [{**MEMBERSHIP, "person": PERSON}]}],
    ],
)
def test_popolo_and_open_civic_data_whatever_lies_in_what(data: Any) -> None:
    text = json.dumps(data, indent=1)
    (page,) = read(text, "data.json")
    assert (page.meeting.body, page.meeting.body_kind) == ("Parks Committee", "committee")
    (entry,) = page.registrations
    assert (entry.person, entry.role, entry.start) == ("Ada Marrow", "member", "2023-05-16")
    assert json.loads(entry.span.text)["start_date"] == "2023-05-16"


def test_the_day_and_the_address_of_a_register_are_those_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "2024-06-01-members.csv"
    file.write_text(TABLE, "utf-8")
    stated = Stated(uri="https://vale.example/{name}", published="(\\d{4}-\\d{2}-\\d{2})")
    pages = parse_file(Source(file, tmp_path, file.name), stated)
    assert {m.source.uri for m in pages} == {"https://vale.example/2024-06-01-members.csv"}
    assert {r.as_of for m in pages for r in m.registrations} == {"2024-06-01"}


# -- beside minutes ---------------------------------------------------------------------------------------------------


def minutes(day: str, lists: list[tuple[str, str]], appointed: str | None = None) -> tuple[ParsedMinutes, ...]:
    """Made minutes of the Parks Committee that list people, and perhaps appoint one without an end."""

    def span(number: int, text: str) -> dict[str, Any]:
        return {"line_start": number, "line_end": number, "char_start": number * 100,
                "char_end": number * 100 + len(text), "text": text, "rule": "made"}  # fmt: skip

    listed = [
        {"span": span(n, person), "person": person, "status": status, "capacity": "member"}
        for n, (person, status) in enumerate(lists, 2)
    ]
    made = [
        {"span": span(50, appointed), "person": appointed, "body": "Parks Committee", "body_kind": "committee",
         "action": "appoint", "outcome": "agreed"}
    ] if appointed else []  # fmt: skip
    data = {
        "schema": "parsed-minutes/1",
        "source": {
            "name": f"{day}.txt",
            "sha256": hashlib.sha256(day.encode()).hexdigest(),
            "media_type": "text/plain",
        },
        "meeting": {
            "span": span(1, "Parks Committee"),
            "body": "Parks Committee",
            "body_kind": "committee",
            "date": day,
        },
        "attendance": listed,
        "appointments": made,
    }
    return (ParsedMinutes.model_validate_json(json.dumps(data)),)


def spells(graph: Graph) -> list[tuple[str, str, str, str | None, str]]:
    found = []
    for rows in graph.derived.values():
        people = {key: row["name"] for key, row in rows.nodes["Person"].items()}
        for edge in rows.edges.get(("Person", "SAT_ON", "Body"), {}).values():
            p = edge.properties
            found.append((people[edge.start], p["certainty"], p["from"], p.get("to"), p["why"]))
    return sorted(found, key=str)


def test_a_register_alone_makes_tenures_and_no_meeting() -> None:
    graph = graph_of([read(TABLE)], "Oakham Vale Council", ["members.csv"])
    assert graph.names("Person").count("Cllr Ada Marrow") == 1
    told = spells(graph)
    source = "certain by the register of Register of Members of Oakham Vale"
    assert (
        "Cllr Ada Marrow", "certain", "2023-05-16", "2024-05-14", f"{source}: from 2023-05-16 to 2024-05-14"
    ) in told  # fmt: skip
    assert ("Cllr Bilal Thorne", "certain", "2023-05-16", None, f"{source}: from 2023-05-16, without an end") in told
    assert not any("Quill" in name for name, *_ in told)
    meetings = [m for rows in graph.derived.values() for m in rows.nodes["Meeting"].values()]
    assert {m["status"] for m in meetings} == {"register"}
    assert not any(rows.edges.get(("Meeting", "OF", "Body")) for rows in graph.derived.values())


def test_a_register_ends_what_minutes_leave_open() -> None:
    documents = [
        minutes("2023-05-16", [("Cllr Ada Marrow", "present"), ("Cllr Bo Lane", "apologies")], "Cllr Ada Marrow"),
        minutes("2025-01-14", [("Cllr Bo Lane", "present"), ("Cllr Di Penn", "apologies")]),
    ]
    alone = spells(graph_of(documents, "Oakham Vale Council"))
    assert any(c == "appointed" and to is None for name, c, _, to, _ in alone if name == "Cllr Ada Marrow")
    table = "person,body,from,to\nCllr Ada Marrow,Parks Committee,2023-05-16,2024-05-14\n"
    both = spells(graph_of([*documents, read(table)], "Oakham Vale Council"))
    hers = [row for row in both if row[0] == "Cllr Ada Marrow"]
    assert {to for _, c, _, to, _ in hers if c == "appointed"} == {"2024-05-14"}
    assert any("until 2024-05-14, by the register of members.csv" in why for *_, why in hers)
    assert any(why.startswith("certain by the register of members.csv") for *_, why in hers)


def test_a_register_and_minutes_name_the_same_person_and_body() -> None:
    graph = graph_of([minutes("2023-06-20", [("Cllr A Marrow", "present")]), read(TABLE)], "Oakham Vale Council")
    assert [n for n in graph.names("Person") if "Marrow" in n] == ["Cllr Ada Marrow"]
    assert graph.names("Body").count("Parks Committee") == 1


# -- Legistar ---------------------------------------------------------------------------------------------------------


def test_values_of_another_kind_than_popolo_has_say_nothing() -> None:
    one = {"person": {"name": "Ada Marrow"}, "organization": BODY, "role": ["member"], "start_date": 2023}
    (page,) = read(json.dumps([one]), "data.json")
    assert [(r.role, r.start) for r in page.registrations] == [(None, "2023")]


def test_json_that_is_damaged_or_deep_is_left_to_others() -> None:
    for text in ("[", "[" * 5000 + "]" * 5000, '[{"OfficeRecordFullName": "A"}]', "[]", "{}", '[{"memberships": 1}]'):
        assert read_register(text.encode(), "x.json") is None
