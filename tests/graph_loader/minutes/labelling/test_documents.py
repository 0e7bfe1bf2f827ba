"""The documents written for training and for teaching say what stands in them, in the words of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from govgraph.graph_loader import teaching
from govgraph.graph_loader.folding import fold
from govgraph.graph_loader.minutes.labelling.training import build as training
from govgraph.graph_loader.minutes.labelling.training.build_decisions import DecisionSample
from govgraph.graph_loader.minutes.labelling.training.corpus import Sample, documents
from govgraph.graph_loader.parsed_minutes import Action, AttendanceStatus, Outcome, VoteCast

FOLDER = Path(training.__file__).parent / "documents"
TEACHING = Path(teaching.__file__).parent / "documents"
DOCUMENTS = [*documents(FOLDER), *documents(TEACHING)]
KINDS = {"meeting", "attendance", "substitutions", "appointments", "declarations", "motions", "votes"}
MINUTES = Path(__file__).parents[5] / "shared" / "minutes"
MOST_COPIED = 12
"""Words: the longest formula of a heading or an apology is shorter."""
MOST_MISSED = 0.06
"""Names that the text distributes or breaks are not found: `Messrs A and B Orme`."""


def test_there_are_many_and_no_folder_holds_more_than_fifteen_files() -> None:
    assert len(DOCUMENTS) > 200
    assert max(len(list(folder.iterdir())) for folder in (*FOLDER.iterdir(), TEACHING)) <= 15


def test_records_use_the_words_of_the_contract() -> None:
    for sample in DOCUMENTS:
        _in_the_words_of_the_contract(sample)


def _in_the_words_of_the_contract(sample: Sample) -> None:
    records = sample.records
    assert set(records) <= KINDS
    assert records["meeting"]["body"]
    assert {r["status"] for r in records.get("attendance") or []} <= set(get_args(AttendanceStatus))
    for place in records.get("appointments") or []:
        assert place["action"] in get_args(Action)
        assert place.get("outcome", "agreed") in {None, *get_args(Outcome)}
        assert place["body"]
    assert {r["vote"] for r in records.get("votes") or []} <= set(get_args(VoteCast))


def test_nearly_everybody_is_found_in_the_text() -> None:
    missed = sum(s.aligned.missed for s in DOCUMENTS)
    assert missed <= MOST_MISSED * sum(len(s.records.get("attendance") or []) for s in DOCUMENTS)
    shown = [DecisionSample(s) for s in DOCUMENTS]
    lost = sum(s.aligned.missed for s in shown)
    assert lost <= MOST_MISSED * sum(len(s.records.get("appointments") or []) for s in DOCUMENTS)


@pytest.mark.skipif(not MINUTES.is_dir(), reason="the real minutes are not beside this checkout")
def test_nothing_is_copied_from_real_minutes() -> None:
    """A document has the form of real ones, and their formulas, but no run of twelve words of any."""
    ours: dict[tuple[str, ...], str] = {}
    for sample in DOCUMENTS:
        for run in _runs(sample.document.text):
            ours.setdefault(run, sample.name)
    copied = {
        (ours[run], file.name): " ".join(run)
        for file in sorted(MINUTES.rglob("*"))
        if file.suffix in {".txt", ".md", ".html"}
        for run in _runs(file.read_text("utf-8", "replace"))
        if run in ours
    }
    assert not copied


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.casefold())
    return (tuple(words[i : i + MOST_COPIED]) for i in range(len(words) - MOST_COPIED + 1))


def test_no_form_is_written_twice() -> None:
    texts = [fold(s.document.text) for s in DOCUMENTS]
    assert len(set(texts)) == len(texts)
