"""Which names can be one person's."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.lexicon.agreement import given_agree, names_one, same_person, same_surname
from govgraph.graph_loader.lexicon.person_name import parse_name
from govgraph.graph_loader.lexicon.typos import is_typo


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MCARLATH Fiona", "Cllr Fiona McArlath"),
        ("DE LACEY Yvonne", "Cllr Yvonne de Lacey"),
        ("FENTIMORE Paul Edward MBE", "Cllr Paul Fentimore"),
        ("Cllr Margaret (Peg) Loughray", "Peg Loughray"),
        ("Cllr. Patrick “Pa” Dohenbury", "Cllr Dohenbury"),
        ("Fiona Mc Allard", "Cllr McAllard"),
        ("Kettering, Ralph J., Jr.", "Ralph Kettering"),
        ("Sheahan (J)", "Cllr J. Sheahan"),
        ("Tan Siew Ling", "Ms Tan"),
        ("Owain Griﬃthson", "Owain Griffithson"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brian Lenagh Jnr", "Brian Lenagh Snr"),
        ("Mr Hartley", "Mrs Hartley"),
        ("Colin Braithbury", "Cllr J Braithbury"),
        ("WARDLEIGH Simon", "Cllr Simon Wardle"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_surnames_agree_without_their_small_words() -> None:
    assert same_surname("Cllr Lacey", "Yvonne de Lacey")
    assert same_surname("Maria Del Toro", "Maria Deltoro")


def test_who_is_asked_for() -> None:
    assert names_one(parse_name("Peg Loughray"), parse_name("Cllr Margaret (Peg) Loughray"))
    assert not names_one(parse_name("Colin Hart"), parse_name("Cllr Fiona Hart"))


def test_given_names() -> None:
    assert given_agree("margaret", "peg")
    assert given_agree("wm", "william")
    assert not given_agree("colin", "fiona")


def test_a_typo_is_one_letter() -> None:
    assert is_typo("braithbury", "brathbury")
    assert is_typo("braithbury", "briathbury")
    assert not is_typo("braithbury", "braithbury")
    assert not is_typo("hart", "hurst")
