"""The documentation says what is so: generated parts, links, and the README's answers as a user gets them."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from govgraph.cli import app
from govgraph.docs.answers import QUESTIONS, README, answered
from govgraph.docs.check import problems
from govgraph.docs.generate import DOCS
from typer.testing import CliRunner


def test_generated_parts_are_up_to_date_and_links_lead_somewhere() -> None:
    assert problems() == []


def test_the_answers_in_the_readme_are_real(examples_dir: Path) -> None:
    text = README.read_text("utf-8")
    assert all(f"<!-- begin {name} -->" in text for name in QUESTIONS)
    assert answered(text, examples_dir) == text


def test_the_tutorial_leads_from_a_folder_of_minutes_to_a_site(
    examples_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its commands as they stand, in the run's store, in which these minutes are already: loading changes nothing."""
    text = (DOCS / "tutorial.md").read_text("utf-8")
    assert [int(n) for n in re.findall(r"^## (\d+)\.", text, re.MULTILINE)] == list(range(1, 11))
    shutil.copytree(DOCS.parent / "examples" / "minutes", tmp_path / "minutes")
    (tmp_path / "minutes" / "govgraph.toml").unlink()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOVGRAPH_STORE_DIR", str(examples_dir))
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if line.startswith("govgraph ")]
    assert len(commands) > 15
    for command in commands:
        ended = CliRunner().invoke(app, shlex.split(command)[1:])
        assert ended.exit_code == 0, (command, ended.output, ended.exception)
        if command == "govgraph load minutes":
            assert "16 unchanged" in ended.output
    made = ("parsed", "kezia-lumb.html", "review.html", "county.yaml", "audit.html", "map.html", "group.html", "tables")
    assert [name for name in (*made, "site/index.html") if not (tmp_path / name).exists()] == []
