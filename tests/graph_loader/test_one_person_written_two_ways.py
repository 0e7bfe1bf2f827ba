"""Names written in another order, with another initial, in other letters or signs: one person, or at least asked."""

from __future__ import annotations

import unicodedata

import pytest
from govgraph.graph_loader.graph.contexts import names_of
from govgraph.graph_loader.identity import resolve_bodies, resolve_people

from .without_store import Graph, facts_in, graph_of_texts

TEXT = """Saltford Haven Town Council

{body}

Minutes of the meeting held on {day} at 7.00 pm in the Guildhall, Saltford Haven

Present: {present}.

1. Lights
RESOLVED that {mover} be appointed to the {board}.
"""
DAYS = ("Tuesday 12 March 2024", "Tuesday 9 April 2024")


def two(
    first: str,
    second: str,
    body: tuple[str, str] = ("HARBOUR COMMITTEE",) * 2,
    board: tuple[str, str] = ("Pier Board",) * 2,
) -> Graph:
    texts = {
        f"{n}.txt": TEXT.format(day=DAYS[n], present=people, body=body[n], mover=people.split(",")[0], board=board[n])
        for n, people in enumerate((first, second))
    }
    return graph_of_texts(texts)


def undecided(graph: Graph) -> list[list[str]]:
    """The pairs of people of whom a human is asked."""
    (scope,) = graph.rows
    names = names_of(facts_in(graph.rows[scope]))
    people = resolve_people(names, resolve_bodies(names, scope))
    return [sorted(people.entities[p].name for p in pair) for pair in people.undecided]


LISTS = [
    # the surname first, in capitals, with an honour behind
    ("PETROSSI Ada (Chairman)\nDE LACEY Bram\nQUELL Ciara Jane OBE\nMCTANZY Eleri",
     "Cllr Ada Petrossi (Chairman)\nCllr Bram de Lacey\nCllr Ciara Quell\nCllr Eleri McTanzy"),
    ("O'BRACK Gwil\nILKESTON-ROWE Hester\nVAN LEER Farah",
     "Cllr Gwil O'Brack\nCllr Hester Ilkeston-Rowe\nCllr Farah van Leer"),
    ("QUELL Dunstan MBE\nNÍ BHRAKA Ada\nYARNOLD Bram", "Cllr Dunstan Quell\nCllr Ada Ní Bhraka\nCllr Bram Yarnold"),
]  # fmt: skip
INITIALS = [
    ("Alderman Jessica Quellington, Alderman Thomas Odum", "Alderman Jessica L. Quellington, Alderman Thomas A. Odum"),
    ("Cllr Ada M Tanzy, Cllr Bram Rowe", "Cllr Ada Tanzy, Cllr Bram J. Rowe"),
    ("Ms. Ciara R. Brackley, Mr. Hugh Yarnold", "Ms. Ciara Brackley, Mr. Hugh T. Yarnold"),
]
LETTERS = [
    ("Cllr Renée Lópezfield, Cllr Seán Ó Tuamafaí", "Cllr Renée Lópezfield, Cllr Seán Ó Tuamafaí"),
    ("Cllr Owain Griffinson, Cllr Nora O'Tanzy", "Cllr Owain Griﬃnson, Cllr Nora O’Tanzy"),
    ("Cllr Anne-Marie Odum-Rowe, Cllr Zoë Brännlund", "Cllr Anne‑Marie Odum–Rowe, Cllr Zoë Brännlund"),
]
ASKED = [
    ("Cllr Maria Del Quello, Cllr Bram Rowe", "Cllr Maria Delquello, Cllr Bram Rowe"),
    ("Cllr Jan Odum Ellis, Cllr Bram Rowe", "Cllr Jan Odum-Ellis, Cllr Bram Rowe"),
    ("Cllr Ada Mc Tanzy, Cllr Bram Rowe", "Cllr Ada McTanzy, Cllr Bram Rowe"),
]


@pytest.mark.parametrize(("first", "second"), LISTS)
def test_the_surname_first_is_the_same_person(first: str, second: str) -> None:
    texts = {
        f"{n}.txt": "Saltford Haven Town Council\n\nMinutes of the Meeting of the Harbour Committee held on "
        f"{DAYS[n]} at 7.00 pm in the Guildhall\n\nPresent:\n{people}\n\n1. Lights\nNoted.\n"
        for n, people in enumerate((first, second))
    }
    graph = graph_of_texts(texts)
    assert len(graph.names("Person")) == len(first.splitlines()), graph.names("Person")


@pytest.mark.parametrize(("first", "second"), INITIALS)
def test_a_middle_initial_makes_nobody_else(first: str, second: str) -> None:
    assert len(two(first, second).names("Person")) == 2


@pytest.mark.parametrize(("first", "second"), LETTERS)
def test_other_codes_of_the_same_letters_make_nobody_else(first: str, second: str) -> None:
    assert len(two(first, unicodedata.normalize("NFD", second)).names("Person")) == 2


@pytest.mark.parametrize(("first", "second"), ASKED)
def test_blanks_and_hyphens_in_a_surname_are_joined_or_asked(first: str, second: str) -> None:
    graph = two(first, second)
    assert len(graph.names("Person")) == 2 or undecided(graph)


@pytest.mark.parametrize(
    ("body", "board"),
    [
        (("AD-HOC LIGHTS COMMITTEE", "AD HOC LIGHTS COMMITTEE"), ("Pier Board", "Pier Board")),
        (("Co-ordination Committee", "Coordination Committee"), ("Pre-school Board", "Preschool Board")),
        (("HARBOUR COMMITTEE", "HARBOUR COMMITTEE"), ("Co-operation & Piers Board", "Cooperation and Piers Board")),
    ],
)
def test_a_hyphen_makes_no_other_body(body: tuple[str, str], board: tuple[str, str]) -> None:
    names = two("Cllr Ada Quell, Cllr Bram Odum", "Cllr Ada Quell, Cllr Bram Odum", body, board).names("Body")
    assert len(names) == 3, names
