"""Terms of office: what is certain, and what the text leaves open."""

import pytest
from govgraph.graph_loader.graph.tenures.terms import Term, add_years, earliest, latest, term_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2014-06-17", "2014-06-17", "2014-06-17"),
    ],
)
def test_a_date_keeps_its_precision(value: str, first: str, last: str) -> None:
    assert (earliest(value), latest(value)) == (first, last)


def test_a_leap_day_moves_to_the_end_of_february() -> None:
    assert add_years("2024-02-29", 1) == "2025-02-28"


@pytest.mark.parametrize(
    ("start", "end", "term", "expected"),
    [
        (None, "2023-12", None, ("2022-05-17", "2023-12-31", "2023-12-31")),
        # a year named by two years ends in March, May or August: certain to the first, open to the last
        (None, None, "2022-23", ("2022-05-17", "2023-03-31", "2023-08-31")),
        (None, None, "2022/2023", ("2022-05-17", "2023-03-31", "2023-08-31")),
        (None, None, "the ensuing year", ("2022-05-17", "2023-04-16", "2023-06-17")),
        (None, None, "ensuing municipal year", ("2022-05-17", "2023-04-16", "2023-06-17")),
        (None, None, "a further three-year term", ("2022-05-17", "2025-05-16", "2025-05-16")),
        ("2022-09-01", None, "4 years", ("2022-09-01", "2026-08-31", "2026-08-31")),
        ("2022-09", None, "two years", ("2022-09-01", "2024-08-31", "2024-08-31")),
        (None, None, "for this meeting", ("2022-05-17", "2022-05-17", "2022-05-17")),
    ],
)
def test_a_stated_term(start: str | None, end: str | None, term: str | None, expected: tuple[str, str, str]) -> None:
    found = term_of("2022-05-17", start, end, term)
    assert found is not None
    assert (found.start, found.certain_to, found.latest) == expected


@pytest.mark.parametrize("term", [None, "", "until further notice"])
def test_no_end_is_no_term(term: str | None) -> None:
    assert term_of("2022-05-17", None, None, term) is None


def test_a_term_that_begins_before_it_is_decided_counts_from_the_decision_when_inexact() -> None:
    assert term_of("2022-05-17", "2022", "2023", None) == Term(
        "2022-05-17", "2023-12-31", "2023-12-31", "appointed until 2023"
    )


ANNUAL = ("2022-05-17", "2022-05-24", "2023-05-23", "2024-05-21")


@pytest.mark.parametrize(
    ("decided", "term", "last"),
    [
        ("2022-05-17", "the ensuing year", "2023-05-22"),
        ("2022-05-10", "the ensuing municipal year", "2023-05-22"),  # before the meeting that the year begins with
        ("2022-11-15", "the remainder of the municipal year", "2023-05-22"),
        ("2022-11-15", "until the next annual meeting", "2023-05-22"),
        ("2023-05-23", "the ensuing year", "2024-05-20"),
    ],
)
def test_a_year_ends_with_the_next_annual_meeting(decided: str, term: str, last: str) -> None:
    found = term_of(decided, None, None, term, ANNUAL[1:])
    assert found is not None
    assert (found.certain_to, found.latest) == (last, last)
    assert "annual meeting of" in found.why


@pytest.mark.parametrize("annual", [(), ("2025-05-20",)])
def test_where_it_is_not_known_a_year_is_certain_for_eleven_months(annual: tuple[str, ...]) -> None:
    found = term_of("2022-05-17", None, None, "the ensuing year", annual)
    assert found is not None
    assert (found.certain_to, found.latest) == ("2023-04-16", "2023-06-17")


def test_until_an_annual_meeting_that_is_not_known_is_no_certain_day() -> None:
    assert term_of("2022-05-17", None, None, "until the next annual meeting") == Term(
        "2022-05-17", None, None, "appointed until the next annual meeting"
    )
