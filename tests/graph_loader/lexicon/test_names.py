"""The parser of names on names as lists write them: every case of `names.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from govgraph.graph_loader.lexicon.person_name import PersonName, parse_name, parse_names

CASES = Path(__file__).parent / "names.txt"


def _cases() -> list[tuple[str, dict[str, str]]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line and line[0] != "#"]
    rows = [[part.strip() for part in line.split(" | ")] for line in lines]
    return [(text, dict(part.split(": ", 1) for part in parts)) for text, *parts in rows]


def _parts(name: PersonName) -> dict[str, str]:
    found = {
        "title": name.title,
        "given": " ".join(name.forenames),
        "nickname": name.nickname,
        "particle": name.particle,
        "surname": name.family,
        "suffix": name.suffix,
        "honours": " ".join(name.honours),
        "former": name.former,
        "mark": name.mark,
        "office": name.office,
    }
    return {part: value for part, value in found.items() if value}


def test_there_are_cases_enough() -> None:
    texts = [text for text, _ in _cases()]
    assert len(texts) == len(set(texts)) >= 400


@pytest.mark.parametrize(("text", "parts"), _cases(), ids=[text for text, _ in _cases()])
def test_a_name_is_taken_apart(text: str, parts: dict[str, str]) -> None:
    assert _parts(parse_name(text)) == parts


def test_the_other_names_of_a_list_tell_the_order() -> None:
    listed = ["Braithbury Colin", "Trewellyn Owain", "Quaddir Nasima", "Wardleigh Simon"]
    assert [name.family for name in parse_names(listed)] == ["Braithbury", "Trewellyn", "Quaddir", "Wardleigh"]
    assert [name.forenames for name in parse_names(listed)][2] == ("Nasima",)


def test_one_name_in_the_usual_order_keeps_the_list_in_it() -> None:
    listed = ["Colin Braithbury", "Trewellyn Owain", "Marlow Simon"]
    assert [name.family for name in parse_names(listed)] == ["Braithbury", "Owain", "Simon"]


def test_a_mark_is_no_part_of_the_name() -> None:
    one, other = parse_name("Mr P Mngulo (UPF)"), parse_name("Mr P Mngulo (CDA)")
    assert one.folded == other.folded
    assert one.mark != other.mark


@pytest.mark.parametrize(
    "text", ["", " ", "(", "()", "'", '"', ",", ", ,", "-", "1", "née", "(née)", "A", "( A )", "''"]
)
def test_nothing_is_too_odd(text: str) -> None:
    assert parse_name(text).text == text
