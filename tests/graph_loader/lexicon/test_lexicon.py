"""The files of the lexicon: every entry once, in order, and no title or month spelt anywhere else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from govgraph.graph_loader import lexicon
from govgraph.graph_loader.folding import fold
from govgraph.graph_loader.lexicon.entries import entries, of_class

DATA = sorted((Path(lexicon.__file__).parent / "data").glob("*.txt"))
HOUSE = Path(lexicon.__file__).parents[1]
NAMES = [path.stem for path in DATA]
IN_AN_ORDER = {"months", "weekdays", "numbers", "grid"}
"""Files whose entries stand in an order that means something."""


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_stands_once(name: str) -> None:
    texts = [e.text for e in entries(name)]
    assert len(texts) == len(set(texts))
    for entry in entries(name):
        assert len(entry.classes) == len(set(entry.classes)), entry


@pytest.mark.parametrize("name", [n for n in NAMES if n not in IN_AN_ORDER])
def test_entries_are_sorted(name: str) -> None:
    texts = [e.text for e in entries(name)]
    assert texts == sorted(texts, key=lambda text: (fold(text), text))


@pytest.mark.parametrize("path", DATA, ids=NAMES)
def test_the_head_of_a_file_names_its_classes(path: Path) -> None:
    if path.stem == "short_forms":
        return
    head = " ".join(line for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    for entry in entries(path.stem):
        assert all(re.search(rf"\b{re.escape(c)}\b", head) for c in entry.classes), entry


def test_titles_stand_in_one_file() -> None:
    listed = {t.casefold() for t in of_class("titles", "cut_short", "misread", "no_surname") if " " not in t}
    for path in _others():
        found = {w.casefold() for w in re.findall(r"[^\W\d_]+", path.read_text("utf-8"))} & listed
        assert len(found) < 6, (path, found)


def test_months_are_spelt_in_one_file() -> None:
    months = re.compile(r"\b(?:february|march|april|august|september|october|november|december)\b", re.IGNORECASE)
    short = re.compile(r"\bfeb\|mar\|apr\b|\"feb\", \"mar\"", re.IGNORECASE)
    for path in [*_others(), *sorted(HOUSE.rglob("*.py"))]:
        text = path.read_text("utf-8")
        assert len({m.casefold() for m in months.findall(text)}) < 6, path
        assert not short.search(text), path


def test_nothing_is_read_before_it_is_asked_for() -> None:
    code = (
        "import govgraph, govgraph.graph_loader.identity, govgraph.graph_loader.minutes.parse\n"
        "from govgraph.graph_loader.lexicon import entries\n"
        "print(entries.entries.cache_info().currsize)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "0"


def _others() -> list[Path]:
    """The files of words outside the lexicon."""
    return [p for p in sorted(HOUSE.rglob("*")) if p.suffix in {".yaml", ".txt"} and p not in DATA]
