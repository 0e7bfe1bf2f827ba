"""The measure of accuracy itself: what is counted, what is a loss, and when a bar is reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from govgraph.benchmarks import accuracy
from govgraph.benchmarks.accuracy import Result, as_table, losses
from govgraph.benchmarks.scoring import Facts, interval, reaches
from govgraph.graph_loader.teaching.measure import Count


def _facts(document: Mapping[str, Any]) -> Facts:
    return {"present": Counter(document.get("present", []))}


def _result(read: list[str], gold: dict[str, Any]) -> Result:
    result = Result()
    accuracy._compare(result, "harbour", gold, {"present": read}, _facts)
    return result


def test_found_extra_and_missed_are_counted() -> None:
    """What the reference says to ignore counts neither way, and a kind that it leaves out not at all."""
    result = _result(["a", "b", "x", "odd"], {"present": ["a", "b", "c"], "ignore": {"present": ["odd"]}})
    assert result.counts["harbour"]["present"] == Count(found=2, extra=1, missed=1)
    assert _result(["a"], {"present": ["b"], "not_annotated": ["present"]}).counts == {}


def test_a_fact_that_was_found_and_is_lost_is_told_and_one_gained_is_not() -> None:
    gold = {"present": ["a", "b", "c"]}
    before, worse, better = (as_table(_result(read, gold)) for read in (["a", "b"], ["a", "c"], ["a", "b", "c"]))
    assert losses(before, worse) == {"harbour": 1}
    assert losses(before, better) == {}
    assert losses(before, {}) == {"harbour": 2}
    assert "a" not in str(before["harbour"]["found"][0]).split(), "facts stand as hashes"


def test_a_bar_is_reached_by_share_or_where_few_by_counts() -> None:
    assert reaches(Count(found=98, extra=2, missed=2), 0.98)
    assert not reaches(Count(found=97, extra=3, missed=3), 0.98)
    assert reaches(Count(found=3, missed=1), 0.98), "one of four may be wrong"
    assert not reaches(Count(found=3, missed=2), 0.98)
    assert not reaches(Count(found=3, missed=1), 1.0)


def test_wilsons_interval() -> None:
    """Values of Wilson (1927) as statistical tables give them."""
    assert interval(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert interval(0, 0) == (0.0, 1.0)
    assert interval(10, 10)[1] == pytest.approx(1.0)
