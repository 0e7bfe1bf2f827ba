from __future__ import annotations

from pathlib import Path

import pytest
from govgraph.graph_loader.minutes.labelling.labeller import Labeller, train

ROWS = [["bias", "s:Xx"], ["bias", "s:,"], ["bias", "s:Xx"]]
LABELS = ["N", "O", "N"]


def test_the_same_bytes_from_the_same_data(tmp_path: Path) -> None:
    for name in ("one", "two"):
        train(tmp_path / name, [(ROWS, LABELS)] * 5)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_labels_have_probabilities(tmp_path: Path) -> None:
    train(tmp_path / "model", [(ROWS, LABELS)] * 5)
    labeller = Labeller(tmp_path / "model")
    found = labeller.label(ROWS)
    assert found.labels == ("N", "O", "N")
    marginals = labeller.marginals(ROWS)
    for label, sure, told in zip(found.labels, found.sure, marginals, strict=True):
        assert sure == pytest.approx(told[label])
        assert sum(told.values()) == pytest.approx(1.0)
    assert labeller.label([]).labels == ()
    assert labeller.marginals([]) == ()
