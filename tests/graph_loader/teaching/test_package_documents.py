"""The documents that teaching learns from beside a council's own: whole, and new to the package's models."""

from __future__ import annotations

from pathlib import Path

from govgraph.graph_loader.minutes.labelling.training.build import samples
from govgraph.graph_loader.teaching.package_documents import LEARNED, learned, weighed


def test_they_are_many_and_nearly_everybody_in_them_is_found() -> None:
    assert len(learned()) == LEARNED
    assert len(weighed()) >= 20
    people = sum(len(s.records["attendance"]) for s in learned())
    assert sum(s.aligned.missed for s in learned()) < people / 10
    assert {s.name for s in learned()}.isdisjoint(s.name for s in weighed())


def test_the_models_of_the_package_learn_from_none_of_them(tmp_path: Path) -> None:
    taught = {s.document.sha256 for s in (*learned(), *weighed())}
    assert taught.isdisjoint(s.document.sha256 for s in samples(tmp_path, tmp_path, lambda _: None))
