"""Which documents of a folder are one source, decided from all that they say and from no order."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from govgraph.graph_loader.whose.folders import Claim, decide

ORMLEY, EASTMERE = "London Borough of Ormley", "Eastmere District Council"


def claim(key: str, named: str | None = None, stated: str | None = None, words: str = "", sites: str = "") -> Claim:
    return Claim(key, f"{key:0>16}" * 4, stated, named, tuple(words.split()), tuple(sites.split()))


def scopes(claims: Sequence[Claim]) -> dict[str, str]:
    found = decide("minutes", claims)
    shuffled = random.Random(3).sample(claims, len(claims))
    assert decide("minutes", shuffled) == found
    return {key: belonging.scope for key, belonging in found.items()}


def test_what_lies_beside_named_documents_is_counted_with_them() -> None:
    found = decide("minutes", [claim("a", ORMLEY), claim("b", ORMLEY), claim("c")])
    assert {b.scope for b in found.values()} == {"ormley borough"}
    assert (found["c"].council, found["c"].basis) == (ORMLEY, "folder")
    assert (found["a"].council, found["a"].basis) == (ORMLEY, "text")


def test_documents_of_a_folder_that_name_nobody_are_one_source() -> None:
    found = decide("minutes", [claim("a"), claim("b")])
    assert {(b.scope, b.council, b.basis) for b in found.values()} == {("folder:minutes", None, None)}


def test_two_councils_in_one_folder_stay_two() -> None:
    found = scopes([claim("a", ORMLEY), claim("b", EASTMERE), claim("c"), claim("d", words="hall ormley")])
    assert found["a"] == found["d"] == "ormley borough"
    assert found["b"] == "eastmere district"
    assert found["c"].startswith("document:")


def test_an_address_tells_whose_of_two_councils_a_document_is() -> None:
    found = scopes([claim("a", ORMLEY), claim("b", EASTMERE), claim("c", sites="ormley")])
    assert found["c"] == found["a"]


def test_a_document_with_the_address_of_another_authority_is_not_counted_with_a_council_that_it_never_speaks_of() -> (
    None
):
    found = scopes([claim("a", ORMLEY), claim("b", sites="eastmere"), claim("c", words="ormley", sites="eastmere")])
    assert found["b"].startswith("document:")
    assert found["c"] == found["a"]


def test_one_document_of_another_council_among_many_does_not_make_islands() -> None:
    found = scopes([*(claim(f"a{n}", ORMLEY) for n in range(12)), claim("b", EASTMERE), claim("c")])
    assert found["c"] == "ormley borough"
    assert found["b"] == "eastmere district"


def test_a_stated_council_is_that_of_the_documents_beside_it_too() -> None:
    found = decide("minutes", [claim("a", stated=ORMLEY), claim("b")])
    assert {k: (b.scope, b.basis) for k, b in found.items()} == {
        "a": ("ormley borough", "stated"),
        "b": ("ormley borough", "folder"),
    }


@pytest.mark.parametrize(
    "other",
    [
        "LONDON BOROUGH OF ORMLEY",
        "Ormley Borough Council",
        "Royal Borough of Ormley",
        "Ormley BC",
        "Ormley Council",
        "Annual Ormley Borough Council",
    ],
)
def test_ways_of_writing_one_council_are_one(other: str) -> None:
    assert len(set(scopes([claim("a", ORMLEY), claim("b", other)]).values())) == 1


@pytest.mark.parametrize("other", ["Ormley Town Council", "Ormley Parish Council", "Ormley School", "Ormlet Borough"])
def test_councils_of_one_place_and_other_kinds_are_others(other: str) -> None:
    assert len(set(scopes([claim("a", ORMLEY), claim("b", other)]).values())) == 2


def test_a_name_without_its_kind_is_nobodys_where_a_place_has_two_councils() -> None:
    found = scopes([claim("a", ORMLEY), claim("b", "Ormley Town Council"), claim("c", "Ormley Council")])
    assert len(set(found.values())) == 3


@pytest.mark.parametrize("slip", ["Little Qellby Parish Council", "Littel Quellby Parish Council", "LQ Parish Council"])
def test_a_rare_slip_of_a_name_is_the_common_one(slip: str) -> None:
    many = [claim(f"a{n}", "Little Quellby Parish Council") for n in range(6)]
    assert len(set(scopes([*many, claim("b", slip)]).values())) == 1
    assert len(set(scopes([*many, *(claim(f"b{n}", slip) for n in range(5))]).values())) == 2
