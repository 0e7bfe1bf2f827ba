"""Damaged files of every kind: no exception, none over five seconds, memory bounded, evidence exact, words."""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from govgraph.benchmarks.generated.councils import councils
from govgraph.benchmarks.generated.minutes import minutes_of
from govgraph.graph_loader.documents import DocumentError, is_json, read_bytes, read_parsed
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_json

from ..graph_loader.documents.test_limits import PAGE, XML
from .mutations import mutant

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "minutes"
MOST_SECONDS = 5.0
MOST_MEGABYTES = 1_500
LONGEST = 1_500
"""Letters of a sound text: damage at its end says no more than damage at its beginning."""
KINDS = {".txt": "text", ".md": "text", ".html": "html", ".xml": "xml", ".json": "json", ".docx": "docx", ".pdf": "pdf"}

if sys.platform == "win32":
    pytest.skip("counts time and memory as POSIX does", allow_module_level=True)


def made_files() -> dict[str, list[bytes]]:
    """Sound files of each kind: made-up minutes in three house styles, and the formats of the examples."""
    found: dict[str, list[bytes]] = {"html": [PAGE.encode()], "xml": [XML.encode()], "text": [], "json": []}
    for council in councils(3, 3, seed=5):
        for number in range(3):
            text, parsed = minutes_of(council, number, "made.txt", seed=5)
            found["text"].append(text[: text.rfind("\n", 0, LONGEST)].encode())
            found["json"].append(to_json(parsed).encode())
    for file in sorted((ROOT / "examples" / "formats").iterdir()):
        found.setdefault(KINDS[file.suffix], []).append(file.read_bytes())
    return found


def cpu() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def spans_of(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "char_start" in value:
            yield value
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner)


def read(content: bytes, name: str) -> str:
    """What became of a file, in a word; what it may not do is an error here."""
    try:
        if is_json(content, name):
            read_parsed(content, name)
            return "read"
        document = read_bytes(content, name)
        for minutes in parse(document):
            for span in spans_of(json.loads(minutes.model_dump_json())):
                assert document.text[span["char_start"] : span["char_end"]] == span["text"]
    except DocumentError as error:
        message = str(error)
        assert message.startswith(f"{name}: ")
        assert len(message) < 3_000
        assert "Traceback" not in message
        return "refused"
    return "read"


def check(kind: str, content: bytes, seed: str) -> str:
    content, started = mutant(kind, content, seed), cpu()
    try:
        became = read(content, f"made.{kind}")
    except Exception as error:
        raise AssertionError(f"mutant of {seed}: {type(error).__name__}: {error}") from error
    spent = cpu() - started
    assert spent < MOST_SECONDS, f"mutant of {seed} took {spent:.1f} s"
    return became


def check_many(kind: str, count: int, files: list[bytes], label: str) -> None:
    became = [check(kind, files[number % len(files)], f"{label}:{kind}:{number}") for number in range(count)]
    assert "read" in became, "not all of them are damaged beyond reading"
    if count >= 50:
        assert len(set(became)) == (1 if kind == "text" else 2) or "refused" in became
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        assert resource.getrusage(who).ru_maxrss / unit < MOST_MEGABYTES


@pytest.mark.parametrize(
    ("kind", "count"), [("text", 200), ("html", 70), ("xml", 110), ("json", 110), ("docx", 6), ("pdf", 5)]
)
def test_five_hundred_damaged_files(kind: str, count: int) -> None:
    check_many(kind, count, made_files()[kind], "ci")


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_ten_thousand_damaged_texts(part: int) -> None:
    real = [f.read_bytes() for f in sorted(REAL.rglob("*.txt"))[part::20]] if REAL.is_dir() else []
    examples = [
        f.read_bytes() for f in sorted((ROOT / "examples" / "minutes").glob("*.*")) if f.suffix in {".txt", ".md"}
    ]
    check_many("text", 500, [*made_files()["text"], *examples, *real], f"long:{part}")


@pytest.mark.long
@pytest.mark.parametrize("kind", ["html", "xml", "json", "docx", "pdf"])
def test_five_hundred_damaged_files_of_other_kinds(kind: str) -> None:
    files = made_files()[kind]
    if REAL.is_dir():
        files += [f.read_bytes() for f in sorted(REAL.rglob("*.*")) if KINDS.get(f.suffix) == kind][:40]
    check_many(kind, 100, files, "long")
