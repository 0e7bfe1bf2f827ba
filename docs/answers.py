"""Writes the answers in the README anew, from a store with the example minutes: `python -m govgraph.docs.answers`.

A test runs the same and compares, so that what the README shows is what a user gets.
"""

from __future__ import annotations

from pathlib import Path

import typer
from typer.testing import CliRunner

from ..cli import app
from ..commands.demo import GROUP
from .generate import DOCS

README = DOCS.parent / "README.md"
QUESTIONS: dict[str, tuple[str, ...]] = {
    "answer-who-sat": (
        "who-sat",
        GROUP,
        "--on",
        "2024-07-15",
        "--columns",
        "person,role,certainty,document,line,quote",
    ),
    "answer-substitutions": ("substitutions", "--columns", "date,substitute,absent,document,line,quote"),
}
WIDTH = 110


def answered(text: str, store_dir: Path) -> str:
    """The README with its answers as the store gives them now, in a terminal of `WIDTH` columns."""
    for name, words in QUESTIONS.items():
        runner = CliRunner(env={"COLUMNS": str(WIDTH)})
        printed = runner.invoke(app, [*words, "--store-dir", str(store_dir)]).stdout
        shown = " ".join(f'"{w}"' if " " in w else w for w in words)
        answer = f"```\n$ govgraph {shown}\n\n{printed}```\n"
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->\n"
        text = text[: text.index(begin) + len(begin)] + answer + text[text.index(end) :]
    return text


def main(store_dir: Path) -> None:
    """Writes the answers into the README."""
    README.write_text(answered(README.read_text("utf-8"), store_dir), "utf-8")


if __name__ == "__main__":
    typer.run(main)
