from __future__ import annotations

import pytest
from govgraph.graph_loader.minutes.labelling.labeller import Labeller, train
from govgraph.graph_loader.minutes.labelling.ranking import alone, lessons, pair, rank

GOOD, FAIR, BAD = ["bias", "bare", "met"], ["bias", "met"], ["bias", "late"]


@pytest.fixture(scope="module")
def labeller(tmp_path_factory: pytest.TempPathFactory) -> Labeller:
    path = tmp_path_factory.mktemp("model") / "rank"
    taught = [*lessons([GOOD, FAIR, BAD], [True, False, False]), *lessons([FAIR, BAD], [True, False])]
    train(path, taught * 10)
    return Labeller(path)


def test_a_pair_has_what_only_one_of_the_two_has() -> None:
    assert pair(GOOD, BAD) == ["+bare", "+met", "-late"]
    assert pair(BAD, GOOD) == ["+late", "-bare", "-met"]
    assert alone(FAIR) == ["=bias", "=met"]


def test_every_right_one_is_taught_against_every_wrong_one_both_ways() -> None:
    taught = list(lessons([GOOD, FAIR, BAD], [True, False, False]))
    assert len(taught) == 3 + 2 * 2
    assert ([pair(GOOD, BAD)], ["right"]) in taught
    assert ([pair(BAD, GOOD)], ["wrong"]) in taught


def test_the_order_does_not_hang_on_that_of_the_candidates(labeller: Labeller) -> None:
    forward, backward = rank(labeller, [GOOD, FAIR, BAD]), rank(labeller, [BAD, FAIR, GOOD])
    assert forward[0].share > forward[1].share > forward[2].share
    assert sum(r.share for r in forward) == pytest.approx(1.0)
    for one, other in zip(forward, reversed(backward), strict=True):
        assert one.share == pytest.approx(other.share, abs=0.05)
        assert one.fits == pytest.approx(other.fits)


def test_the_best_of_bad_ones_does_not_fit(labeller: Labeller) -> None:
    (only,) = rank(labeller, [BAD])
    assert only.share == 1.0
    assert only.fits < 0.2 < rank(labeller, [GOOD])[0].fits
    assert rank(labeller, []) == []
