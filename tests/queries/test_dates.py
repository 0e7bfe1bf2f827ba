"""Days as people write them, and what is asked back."""

from __future__ import annotations

import pytest
from govgraph.queries.catalogue import QueryError
from govgraph.queries.dates import days, exact_day, first_day, last_day


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2014-06-17", "2014-06-17", "2014-06-17"),
        ("17 June 2014", "2014-06-17", "2014-06-17"),
        ("17th Jun. 2014", "2014-06-17", "2014-06-17"),
        ("June 17, 2014", "2014-06-17", "2014-06-17"),
        ("17 Mehefin 2014", "2014-06-17", "2014-06-17"),
        ("June 2014", "2014-06-01", "2014-06-30"),
        ("17/06/2014", "2014-06-17", "2014-06-17"),
        ("06/17/2014", "2014-06-17", "2014-06-17"),
        ("17.6.2014", "2014-06-17", "2014-06-17"),
        ("6/6/2014", "2014-06-06", "2014-06-06"),
        ("06/2014", "2014-06-01", "2014-06-30"),
        (" 12/12/2014 ", "2014-12-12", "2014-12-12"),
    ],
)
def test_days_months_and_years(written: str, first: str, last: str) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


@pytest.mark.parametrize(
    "written", ["17 Juno 2014", "2014-6", "31 June 2014", "0", "13/13/2014", "June", "", "17 June"]
)
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(QueryError, match="is no date; write it as in"):
        first_day(written)


@pytest.mark.parametrize("written", ["06/07/2014", "12/01/2014", "1.2.2014"])
def test_a_day_that_may_be_two_is_asked_back(written: str) -> None:
    with pytest.raises(QueryError, match="may be two days; write 2014-"):
        exact_day(written)


def test_a_month_is_no_day() -> None:
    assert exact_day("17 June 2014") == "2014-06-17"
    with pytest.raises(QueryError, match="longer than a day"):
        exact_day("June 2014")


def test_a_time_may_be_open_at_either_end() -> None:
    assert days("2014", "2016-02") == ("2014-01-01", "2016-02-29")
    assert days(None, "2014") == (None, "2014-12-31")
    assert days("2014", None) == ("2014-01-01", None)
