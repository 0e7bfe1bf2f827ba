"""The files of the lexicon: every entry once, in order, and no title or month spelt anywhere else."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from govgraph.graph_loader import lexicon
from govgraph.graph_loader.folding import fold
from govgraph.graph_loader.lexicon.entries import entries, of_class
from govgraph.graph_loader.lexicon.months import weekdays

DATA = sorted((Path(lexicon.__file__).parent / "data").glob("*.txt"))
HOUSE = Path(lexicon.__file__).parents[1]
CLUSTERS = HOUSE / "minutes" / "features" / "word_clusters.txt"
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


def test_no_code_lists_titles() -> None:
    titles = {t.casefold() for t in of_class("titles", "no_surname")} | {"alderman", "aldermen", "mayor", "provost"}
    for path in _code():
        for text in _strings(path):
            found = {w.casefold().removesuffix("s") for w in re.findall(r"[^\W\d_]+", text)} & titles
            assert len(found) < 3, (path, text)


def test_no_code_lists_days_of_the_week() -> None:
    for path in [*_others(), *_code()]:
        found = {day for day in weekdays() if day in path.read_text("utf-8").casefold()}
        assert len(found) < 3, (path, found)


def test_months_are_spelt_in_one_file() -> None:
    months = re.compile(r"\b(?:february|march|april|august|september|october|november|december)\b", re.IGNORECASE)
    short = re.compile(r"\bfeb\|mar\|apr\b|\"feb\", \"mar\"", re.IGNORECASE)
    for path in [*_others(), *sorted(HOUSE.rglob("*.py"))]:
        text = path.read_text("utf-8")
        assert len({m.casefold() for m in months.findall(text)}) < 6, path
        assert not short.search(text), path


def test_nothing_is_read_before_it_is_asked_for() -> None:
    code = (
        "import govgraph, govgraph.graph_loader.identity, govgraph.graph_loader.minutes.reading\n"
        "from govgraph.graph_loader.lexicon import entries\n"
        "print(entries.entries.cache_info().currsize)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "0"


def _code() -> list[Path]:
    """The code, but for that which makes up variations of minutes to learn from: it draws titles, and reads none."""
    return [p for p in sorted(HOUSE.rglob("*.py")) if "training" not in p.parts]


def _strings(path: Path) -> Iterator[str]:
    """The strings of a file of code that are no docstrings, those of one list or pattern together."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.List | ast.Set | ast.Tuple):
            parts = node.values if isinstance(node, ast.JoinedStr) else node.elts
            yield " ".join(str(c.value) for c in parts if isinstance(c, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def _others() -> list[Path]:
    """The files of words outside the lexicon; documents to learn from, and clusters, have words of every kind."""
    files = [p for p in sorted(HOUSE.rglob("*")) if p.suffix in {".yaml", ".txt"} and p not in {*DATA, CLUSTERS}]
    return [p for p in files if "documents" not in p.parts or p.suffix == ".txt"]
