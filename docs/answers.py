"""Writes the answers in the README anew, from a store with the example minutes: `python -m govgraph.docs.answers`.

A test runs the same and compares, so that what the README shows is what a user gets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import typer
from typer.testing import CliRunner

from ..cli import app
from ..commands.demo import GROUP
from .generate import DOCS

README = DOCS.parent / "README.md"
QUESTIONS: dict[str, tuple[str, ...]] = {
    "answer-who-sat": ("who-sat", GROUP, "--on", "2024-07-15"),
    "answer-appointments": ("appointments", "--body", GROUP),
    "answer-substitutions": ("substitutions",),
}
COLUMNS: dict[str, tuple[str, ...]] = {
    "answer-who-sat": ("person", "role", "certainty", "why", "document", "line", "quote"),
    "answer-appointments": ("date", "person", "role", "action", "replaces", "document", "line", "quote"),
    "answer-substitutions": ("date", "body", "substitute", "absent", "document", "line", "quote"),
}
_CELL = re.compile(r"(?<!\\)\|")


def answered(text: str, store_dir: Path) -> str:
    """The README with its answers as the store gives them now."""
    for name, words in QUESTIONS.items():
        printed = CliRunner().invoke(app, [*words, "--format", "md", "--store-dir", str(store_dir)]).stdout
        shown = " ".join(f'"{w}"' if " " in w else w for w in words)
        answer = f"```\ngovgraph {shown} --format md\n```\n\n{_only(printed, COLUMNS[name])}\n"
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->\n"
        text = text[: text.index(begin) + len(begin)] + answer + text[text.index(end) :]
    return text


def _only(table: str, columns: Sequence[str]) -> str:
    """What is printed, with some of the columns of its tables: pages are narrower than terminals."""
    found, keep = [], []
    for line, before in zip(table.splitlines(), ["", *table.splitlines()], strict=False):
        if not line.startswith("|"):
            found.append(line)
            continue
        row = [cell.strip() for cell in _CELL.split(line)[1:-1]]
        if not before.startswith("|"):
            keep = [row.index(column) for column in columns if column in row]
        found.append("| " + " | ".join(row[i] for i in keep) + " |")
    return "".join(f"{line}\n" for line in found)


def main(store_dir: Path) -> None:
    """Writes the answers into the README."""
    README.write_text(answered(README.read_text("utf-8"), store_dir), "utf-8")


if __name__ == "__main__":
    typer.run(main)
