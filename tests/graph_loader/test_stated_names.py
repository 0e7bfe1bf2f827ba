"""Sentences that say that somebody has another name join the two names, or ask where something contradicts it."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.graph.contexts import names_of
from govgraph.graph_loader.identity import resolve_bodies, resolve_people
from govgraph.graph_loader.minutes import parse

from .without_store import Graph, facts_in, graph_of_texts

TEXT = """Eastmere District Council

LIGHTS PANEL

Minutes of the meeting held on {day} at 2.00 pm in Room 1, Civic Centre, Eastmere

Present: Councillors {first} (Chairman), Ruth Carver and Peter Tanzy.

1. ANNOUNCEMENT
{said}
"""
NOTHING = "The minutes were agreed."
SENTENCES = [
    ("Eleri Quell", "Eleri Yarnold", "It was noted that Councillor Quell would be known as Councillor Yarnold."),
    ("Eleri Quell", "Eleri Yarnold", "Councillor Eleri Quell will now be known as Councillor Eleri Yarnold."),
    ("Farah Odum", "Farah Marchbank", "Councillor Farah Odum had changed her name to Farah Marchbank."),
    ("Farah Odum", "Farah Marchbank", "Members noted that Councillor Odum has changed her surname to Marchbank."),
    ("Gwil Petrossi", "Gwil van Leer", "Councillor Gwil van Leer, formerly Councillor Gwil Petrossi, was welcomed."),
    ("Ada Ilkeston", "Ada Rowe", "Councillor Ada Ilkeston had recently married and was now Councillor Ada Rowe."),
    ("Ciara Brack", "Ciara Odum", "Councillor Brack wished to be known as Councillor Odum."),
]  # fmt: skip


def minutes(day: str, first: str, said: str = NOTHING) -> str:
    return TEXT.format(day=day, first=first, said=said)


def graph(before: str, after: str, said: str, at_change: str | None = None) -> Graph:
    return graph_of_texts(
        {
            "1.txt": minutes("Monday 12 February 2024", before),
            "2.txt": minutes("Monday 8 April 2024", at_change or after, said),
            "3.txt": minutes("Monday 10 June 2024", after),
        }
    )


@pytest.mark.parametrize(("before", "after", "said"), SENTENCES)
def test_the_sentence_is_read_with_its_place(before: str, after: str, said: str) -> None:
    content = minutes("Monday 8 April 2024", after, said)
    (read,) = parse(read_bytes(content.encode(), "x.txt"))
    (stated,) = read.other_names
    assert stated.span.text == said
    assert content[stated.span.char_start : stated.span.char_end] == said
    assert {stated.person.split()[-1], stated.other.split()[-1]} == {
        before.rsplit(maxsplit=1)[-1],
        after.rsplit(maxsplit=1)[-1],
    }


@pytest.mark.parametrize(("before", "after", "said"), SENTENCES)
@pytest.mark.parametrize("listed", ["before", "after"])
def test_both_names_are_one_person(before: str, after: str, said: str, listed: str) -> None:
    people = graph(before, after, said, before if listed == "before" else after).names("Person")
    assert len(people) == 3, people


@pytest.mark.parametrize(
    "said",
    [
        "Councillor Carver would be known as a friend of the harbour.",
        "The lane would henceforth be known as Quell Lane.",
        "Councillor Carver, formerly Councillor Tanzy's deputy, spoke.",
        "Councillor Carver changed her vote to abstain.",
        "Councillor Carver asked Councillor Tanzy about the lights.",
    ],
)
def test_what_states_no_name_is_none(said: str) -> None:
    (read,) = parse(read_bytes(minutes("Monday 8 April 2024", "Ada Quell", said).encode(), "x.txt"))
    assert read.other_names == ()


def test_a_statement_against_a_veto_is_asked() -> None:
    """Both stand in one list: they are not made one, and a human is asked."""
    said = "Councillor Ruth Carver, formerly Councillor Peter Tanzy, spoke."
    found = graph("Ada Quell", "Ada Quell", said)
    assert len(found.names("Person")) == 3
    (scope,) = found.rows
    names = names_of(facts_in(found.rows[scope]))
    people = resolve_people(names, resolve_bodies(names, scope))
    asked = [sorted(people.entities[p].name for p in pair) for pair in people.undecided]
    assert asked == [["Councillor Peter Tanzy", "Councillor Ruth Carver"]]


def test_without_a_statement_they_are_two() -> None:
    assert len(graph("Eleri Quell", "Eleri Yarnold", NOTHING).names("Person")) == 4
